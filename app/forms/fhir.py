"""The shape of an HL7 FHIR R4 Questionnaire: which words and codes it is made of; no rule about their sense is here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeGuard

EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/"
"""Where the extensions of the standard have their addresses."""

ITEM_CONTROL = EXTENSIONS + "questionnaire-itemControl"
"""The extension that says how a display item is meant; its code ``help`` makes it a hint or a prompt."""

TRANSLATION = EXTENSIONS + "translation"
"""The extension that holds the same words in another language: a code ``lang`` and the ``content``."""

CHECKED_AS = "https://ecaf.example/fhir/checked-as"
"""Our own extension: how an answer is looked over for slips (``app.forms.slips``); it never refuses one."""

CHECKED: dict[str, frozenset[str]] = {
    "nhs-number": frozenset({"string"}),
    "upn": frozenset({"string"}),
    "postcode": frozenset({"string"}),
    "birth-date": frozenset({"date"}),
    "expected-date": frozenset({"date"}),
}
"""What can be looked over, and the types of question it can stand on."""

SELDOM = "https://ecaf.example/fhir/seldom"
"""Our own extension: a question of a page that few need; it stands folded behind "More about this"."""

GOOD_TO_HAVE = "https://ecaf.example/fhir/good-to-have"
"""Our own extension: a question a page reminds of, quietly; it never blocks anything."""

FILLED_BY = "https://ecaf.example/fhir/filled-by"
"""Our own extension: who answers a question, as one code; it may stand several times."""

FILLERS = frozenset({"practitioner", "child", "parent", "lead-professional", "coordinator", "panel"})
"""Who can answer a question. What the program sets by itself is no question, so it is not among them."""

CODE_LIST = "https://ecaf.example/fhir/code-list"
"""Our own extension: the code list a choice takes its options from, as ``address|version`` (``resources/codes``)."""

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and halves of characters: no keyboard types them, and no file can keep them."""

Node = dict[str, Any]


def is_text(value: object) -> TypeGuard[str]:
    """Say whether this is some words that can be shown, not only white space."""
    return isinstance(value, str) and bool(value.strip()) and UNWRITABLE.search(value) is None


def is_code(value: object) -> bool:
    """Say whether this is one FHIR code: single spaces inside are allowed, none around."""
    return isinstance(value, str) and re.fullmatch(r"\S+( \S+)*", value) is not None


def is_yes_or_no(value: object) -> bool:
    """Say whether this is true or false."""
    return isinstance(value, bool)


def is_number(value: object) -> bool:
    """Say whether this is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_positive(value: object) -> bool:
    """Say whether this is a whole number above zero."""
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def is_node(value: object) -> TypeGuard[Node]:
    """Say whether this is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> bool:
    """Say whether this is a JSON list with something in it."""
    return isinstance(value, list) and bool(value)


def is_anything(value: object) -> bool:
    """Say whether this is anything but null."""
    return value is not None


def is_full_date(value: object) -> bool:
    """Say whether this is a day that exists, written as ``2026-11-22``."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_date(value: object) -> bool:
    """Say whether this is a FHIR date, which may leave out the day, or the month and the day."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d\d){0,2}", value, re.ASCII):
        return False
    return is_full_date((value + "-01-01")[:10])


def is_version(value: object) -> bool:
    """Say whether this is numbers with dots between them, so that the newest version can be told."""
    return isinstance(value, str) and re.fullmatch(r"\d{1,6}(\.\d{1,6}){0,3}", value, re.ASCII) is not None


def _is_date_time(value: object) -> bool:
    return isinstance(value, str) and is_date(value.split("T", 1)[0])


Check = tuple[Callable[[object], bool], str]
TEXT: Check = (is_text, "must be some words, without control characters")
CODE: Check = (is_code, "must be a code without stray spaces")
FLAG: Check = (is_yes_or_no, "must be true or false")
WHOLE: Check = (is_number, "must be a whole number")
POSITIVE: Check = (is_positive, "must be a whole number above zero")
DATE: Check = (is_date, "must be a date such as 2026-11-22")
TIME: Check = (_is_date_time, "must be a date such as 2026-11-22")
NODE: Check = (is_node, "must be an object in curly brackets")
LIST: Check = (is_list, "must be a list with something in it")
ANY: Check = (is_anything, "must not be empty")

FORM_KEYS: dict[str, Check] = (
    dict.fromkeys(("resourceType", "url", "name", "title"), TEXT)
    | dict.fromkeys(("description", "purpose", "copyright", "publisher", "implicitRules"), TEXT)
    | dict.fromkeys(("id", "language", "status"), CODE)
    | dict.fromkeys(("extension", "modifierExtension", "contained", "identifier", "derivedFrom", "subjectType"), LIST)
    | dict.fromkeys(("contact", "useContext", "jurisdiction", "code", "item"), LIST)
    | dict.fromkeys(("meta", "text", "effectivePeriod", "_title", "_description"), NODE)
    | {"version": (is_version, "must be numbers with dots between them, such as 1.1.0")}
    | {"experimental": FLAG, "date": TIME, "approvalDate": DATE, "lastReviewDate": DATE}
)
ITEM_KEYS: dict[str, Check] = (
    dict.fromkeys(("id", "linkId", "text", "prefix", "definition", "answerValueSet"), TEXT)
    | dict.fromkeys(("type", "enableBehavior"), CODE)
    | dict.fromkeys(("required", "repeats", "readOnly"), FLAG)
    | dict.fromkeys(("extension", "modifierExtension", "code", "enableWhen", "answerOption", "initial", "item"), LIST)
    | {"maxLength": POSITIVE, "_text": NODE, "_prefix": NODE}
)
EXTENSION_LISTS: dict[str, Check] = {"id": TEXT, "extension": LIST, "modifierExtension": LIST}
CONDITION_ANSWERS: dict[str, Check] = {
    "answerBoolean": FLAG,
    "answerInteger": WHOLE,
    "answerDate": (is_full_date, "must be a full date such as 2026-11-22"),
    "answerString": TEXT,
    "answerCoding": NODE,
}
OTHER_ANSWERS = frozenset({"answerDecimal", "answerDateTime", "answerTime", "answerQuantity", "answerReference"})
CONDITION_KEYS = {"question": TEXT, "operator": CODE} | CONDITION_ANSWERS | dict.fromkeys(OTHER_ANSWERS, ANY)
OPTION_KEYS: dict[str, Check] = {"valueCoding": NODE, "valueString": TEXT, "initialSelected": FLAG} | dict.fromkeys(
    ("valueInteger", "valueDate", "valueTime", "valueReference"), ANY
)
CODING_KEYS: dict[str, Check] = {"system": TEXT, "version": TEXT, "code": CODE, "display": TEXT}
CODING_KEYS |= {"userSelected": FLAG, "_display": NODE}

SHOWN = frozenset({"group", "display", "text", "string", "date", "boolean", "integer", "choice", "open-choice"})
NOT_SHOWN = frozenset({"decimal", "dateTime", "time", "url", "attachment", "reference", "quantity"})
CHOICES = frozenset({"choice", "open-choice"})
STATUSES = frozenset({"draft", "active", "retired", "unknown"})
ORDERED = frozenset({">", "<", ">=", "<="})
OPERATORS = ORDERED | {"exists", "=", "!="}
ANSWERED_BY = {
    "boolean": {"answerBoolean"},
    "integer": {"answerInteger"},
    "date": {"answerDate"},
    "string": {"answerString"},
    "text": {"answerString"},
    "choice": {"answerCoding", "answerString"},
    "open-choice": {"answerCoding", "answerString"},
}
TAKES_LENGTH = frozenset({"boolean", "decimal", "integer", "string", "text", "url", "open-choice"})


def extensions_of(node: Node, url: str) -> Iterator[Node]:
    """Yield the extensions at an address that are written so that they can be read."""
    listed = node.get("extension")
    for extension in listed if isinstance(listed, list) else ():
        if is_node(extension) and extension.get("url") == url:
            yield extension


def is_translation(extension: Node) -> bool:
    """Say whether a translation names its language, and has words in it."""
    parts = {name: list(extensions_of(extension, name)) for name in ("lang", "content")}
    codes, words = (
        [part.get(key) for part in parts[name]] for name, key in (("lang", "valueCode"), ("content", "valueString"))
    )
    return len(codes) == len(words) == 1 and _is_language(codes[0]) and is_text(words[0])


def _is_language(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value) is not None


def control_codes(extension: Node) -> tuple[str, ...]:
    """Return the codes of an ``itemControl`` extension; empty when it is written in no way that can be read."""
    concept = extension.get("valueCodeableConcept")
    codings = concept.get("coding") if is_node(concept) else None
    if not isinstance(codings, list):
        return ()
    return tuple(str(coding["code"]) for coding in codings if is_node(coding) and "code" in coding)


def is_help(item: Node) -> bool:
    """Say whether a display item is marked as help (``questionnaire-itemControl``)."""
    return any("help" in control_codes(extension) for extension in extensions_of(item, ITEM_CONTROL))


def is_display(raw: Node) -> bool:
    """Say whether an item of a form without mistakes is words that are only shown."""
    return bool(raw["type"] == "display")


def questions(raw: Node) -> list[Node]:
    """Return what is asked directly in a form or a group, groups included."""
    return [child for child in raw.get("item", ()) if not is_display(child)]


def are_plain_groups(items: list[Node]) -> bool:
    """Say whether these are groups and nothing else, none of which repeats."""
    return bool(items) and all(item["type"] == "group" and not item.get("repeats") for item in items)


def values_by_address(raw: Node) -> dict[str, list[object]]:
    """Return the values of an item's extensions by their address, in the order of the file."""
    said: dict[str, list[object]] = {}
    for extension in raw.get("extension", ()):
        values = (value for key, value in extension.items() if key.startswith("value"))
        said.setdefault(extension["url"], []).append(next(values, None))
    return said


def first_value(said: dict[str, list[object]], url: str) -> object:
    """Return the first value of the extension at an address, or ``None`` where there is none."""
    return said[url][0] if url in said else None

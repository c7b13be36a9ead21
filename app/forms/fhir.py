"""The shape of an HL7 FHIR R4 Questionnaire: which words and codes it is made of; no rule about their sense is here."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeGuard

EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/"
"""Where the extensions of the standard have their addresses."""

ITEM_CONTROL = EXTENSIONS + "questionnaire-itemControl"
"""The extension that says how a display item is meant; its code ``help`` makes it a hint or a prompt."""

Node = dict[str, Any]


def is_text(value: object) -> TypeGuard[str]:
    """Say whether this is some words, not only white space."""
    return isinstance(value, str) and bool(value.strip())


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


def _is_date(value: object) -> bool:
    """FHIR dates may leave out the day, or the month and the day."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return False
    return is_full_date((value + "-01-01")[:10])


def _is_date_time(value: object) -> bool:
    return isinstance(value, str) and _is_date(value.split("T", 1)[0])


Check = tuple[Callable[[object], bool], str]
TEXT: Check = (is_text, "must be some words")
CODE: Check = (is_code, "must be a code without stray spaces")
FLAG: Check = (is_yes_or_no, "must be true or false")
WHOLE: Check = (is_number, "must be a whole number")
POSITIVE: Check = (is_positive, "must be a whole number above zero")
DATE: Check = (_is_date, "must be a date such as 2026-11-22")
TIME: Check = (_is_date_time, "must be a date such as 2026-11-22")
NODE: Check = (is_node, "must be an object in curly brackets")
LIST: Check = (is_list, "must be a list with something in it")
ANY: Check = (is_anything, "must not be empty")

FORM_KEYS: dict[str, Check] = (
    dict.fromkeys(("resourceType", "url", "version", "name", "title"), TEXT)
    | dict.fromkeys(("description", "purpose", "copyright", "publisher", "implicitRules"), TEXT)
    | dict.fromkeys(("id", "language", "status"), CODE)
    | dict.fromkeys(("extension", "modifierExtension", "contained", "identifier", "derivedFrom", "subjectType"), LIST)
    | dict.fromkeys(("contact", "useContext", "jurisdiction", "code", "item"), LIST)
    | dict.fromkeys(("meta", "text", "effectivePeriod", "_title", "_description"), NODE)
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


def control_codes(extension: Node) -> tuple[str, ...]:
    """Return the codes of an ``itemControl`` extension; empty when it is written in no way that can be read."""
    concept = extension.get("valueCodeableConcept")
    codings = concept.get("coding") if is_node(concept) else None
    if not isinstance(codings, list):
        return ()
    return tuple(str(coding["code"]) for coding in codings if is_node(coding) and "code" in coding)


def is_help(item: Node) -> bool:
    """Say whether a display item is marked as help (``questionnaire-itemControl``)."""
    controls = (extension for extension in item.get("extension", ()) if extension["url"] == ITEM_CONTROL)
    return any("help" in control_codes(extension) for extension in controls)

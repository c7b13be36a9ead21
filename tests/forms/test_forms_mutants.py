"""Each way of breaking a real form is caught, and the sentence names the item and says what to do."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.forms.definition import FormLibrary, load_form
from app.forms.fhir import CHECKED_AS, CODE_LIST, EXTENSIONS, FILLED_BY, GOOD_TO_HAVE, ITEM_CONTROL, SELDOM, TRANSLATION
from app.forms.lint import findings
from app.forms.reading import LARGEST_FILE, FormFaulty
from app.paths import resources

Node = dict[str, Any]
Mutation = Callable[[Node], object]
FORM = (resources() / "forms" / "caf-assessment-1.1.0.json").read_text(encoding="utf-8")
GOOD: Node = json.loads(FORM)
SEX = "https://ecaf.example/codes/id.sex"


def item(form: Node, link_id: str) -> Node:
    """Return the item with this ``linkId``, found through its groups."""
    waiting = list(form["item"])
    while waiting:
        found: Node = waiting.pop()
        if found.get("linkId") == link_id:
            return found
        waiting += found.get("item", [])
    raise KeyError(link_id)


def change(link_id: str, **keys: object) -> Mutation:
    return lambda form: item(form, link_id).update(keys)


def whole(**keys: object) -> Mutation:
    return lambda form: form.update(keys)


def drop(link_id: str, key: str) -> Mutation:
    return lambda form: item(form, link_id).pop(key)


def wait(link_id: str, *conditions: Node, **keys: object) -> Mutation:
    return change(link_id, enableWhen=list(conditions), **keys)


def sex(code: str) -> Node:
    return {"question": "id.sex", "operator": "=", "answerCoding": {"system": SEX, "code": code}}


def born(value: object) -> Node:
    return {"question": "id.unborn", "operator": "=", "answerBoolean": value}


def twice(link_id: str) -> Mutation:
    def mutate(form: Node) -> None:
        options = item(form, link_id)["answerOption"]
        options.append(options[0])

    return mutate


def circle(form: Node) -> None:
    wait("id.aka", {"question": "id.email", "operator": "exists", "answerBoolean": True})(form)
    wait("id.email", {"question": "id.phone", "operator": "exists", "answerBoolean": True})(form)
    wait("id.phone", {"question": "id.aka", "operator": "exists", "answerBoolean": True})(form)


def extended(url: str, **value: object) -> list[Node]:
    return [{"url": url, **value}]


def welsh(*parts: Node) -> Node:
    return {"extension": [{"url": TRANSLATION, "extension": list(parts)}]}


LANG, CONTENT = {"url": "lang", "valueCode": "cy"}, {"url": "content", "valueString": "Enw"}

KNOWN: dict[str, tuple[Mutation, str, str]] = {
    "unknown key": (change("id.given", requird=True), "id.given", "check its spelling"),
    "item.type not a code": (change("id.given", type="words"), "id.given", "use one of"),
    "status not a code": (whole(status="ready"), "", "use one of active, draft"),
    "operator not a code": (wait("id.dob", sex("male") | {"operator": "is"}), "id.dob", "use one of"),
    "missing linkId": (drop("id.given", "linkId"), "", "give it one of its own"),
    "duplicate linkId (que-2)": (change("id.family", linkId="id.given"), "id.given", "give each item its own"),
    "waits for an unknown question": (wait("id.dob", born(True) | {"question": "id.born"}), "id.dob", "spelling"),
    "enableWhen with two answers": (wait("id.dob", sex("male") | {"answerString": "x"}), "id.dob", "give it one"),
    "que-1: empty group": (change("reach", item=[]), "reach", "put a question into it"),
    "que-1: display with items": (change("id.intro", item=[{"linkId": "x"}]), "id.intro", "take it away"),
    "que-4: choices given twice": (change("id.sex", answerValueSet="https://x.example"), "id.sex", "keep answerOption"),
    "que-5: choices on a text": (change("co.needs", answerOption=[{"valueString": "x"}]), "co.needs", "take them"),
    "que-6: display required": (change("id.intro", required=True), "id.intro", "take it away"),
    "que-7: exists without a boolean": (
        wait("id.dob", sex("male") | {"operator": "exists"}),
        "id.dob",
        "answerBoolean",
    ),
    "que-10: maxLength on a date": (change("id.dob", maxLength=10), "id.dob", "take it away"),
    "required not boolean": (change("id.given", required="yes"), "id.given", "true or false. Please"),
    "bad date": (whole(date="22/11/2026"), "", "such as 2026-11-22. Please"),
    "two enableWhen, no enableBehavior": (wait("id.aka", sex("male"), born(True)), "id.aka", "say whether for all"),
    "enableWhen answer of wrong type": (wait("id.aka", born(True) | {"question": "id.sex"}), "id.aka", "make them fit"),
    "option not listed": (wait("id.aka", sex("robot")), "id.aka", "use one of its choices"),
    "name not one word (que-0)": (whole(name="caf assessment"), "", "Please change it"),
}
"""The variants that were tried on five other checkers, none of which caught them all."""

OURS: dict[str, tuple[Mutation, str, str]] = {
    "unknown key of the form": (whole(tilte="x"), "", "spelling"),
    "null for words": (change("id.given", text=None), "id.given", "Please change it"),
    "no words at all": (drop("id.family", "text"), "id.family", "Please write it"),
    "half a letter in the words": (change("id.given", text="a\ud83d"), "id.given", "control characters"),
    "a control character in the words": (change("id.given", text="a\x00"), "id.given", "control characters"),
    "a linkId with a slash": (change("id.given", linkId="id/given"), "id/given", "use a dot"),
    "a linkId with a stray space": (change("id.given", linkId="id.given "), "id.given ", "take them away"),
    "a linkId that is a number": (change("id.given", linkId=7), "", "words"),
    "a type the program cannot show": (change("id.given", type="quantity"), "id.given", "use one of"),
    "an option there twice": (twice("co.level"), "co.level", "keep one"),
    "an option without a code": (
        change("id.sex", answerOption=[{"valueCoding": {"system": SEX}}]),
        "id.sex",
        "give it one",
    ),
    "an option of two kinds": (
        change("id.sex", answerOption=[{"valueString": "a", "valueCoding": {"system": SEX, "code": "a"}}]),
        "id.sex",
        "give each one valueCoding",
    ),
    "a code with stray spaces": (
        change("id.sex", answerOption=[{"valueCoding": {"system": SEX, "code": " a"}}]),
        "id.sex",
        "stray spaces",
    ),
    "no choices": (drop("co.level", "answerOption"), "co.level", "give it choices"),
    "questions that wait in a circle": (circle, "id.aka", "take one enableWhen away"),
    "a question that waits for itself": (
        wait("id.aka", {"question": "id.aka", "operator": "exists", "answerBoolean": True}),
        "id.aka",
        "take one enableWhen away",
    ),
    "a question that waits for what is inside it": (
        wait("reach", {"question": "id.phone", "operator": "exists", "answerBoolean": True}),
        "reach",
        "take one enableWhen away",
    ),
    "waits for a group": (wait("id.aka", born(True) | {"question": "reach"}), "id.aka", "let it wait for a question"),
    "waits for a row of another group": (
        wait("id.aka", {"question": "ac.who", "operator": "exists", "answerBoolean": True}),
        "id.aka",
        "use one beside it",
    ),
    "order of a choice": (wait("id.aka", sex("male") | {"operator": ">"}), "id.aka", "use = or !="),
    "a condition that is no object": (change("id.aka", enableWhen=["id.sex"]), "id.aka", "check the brackets"),
    "an empty list of conditions": (change("id.aka", enableWhen=[]), "id.aka", "Please change it"),
    "enableBehavior not a code": (change("id.dob", enableBehavior="some"), "id.dob", "write all or any"),
    "maxLength 0": (change("id.given", maxLength=0), "id.given", "above zero. Please"),
    "maxLength below 0": (change("id.given", maxLength=-5), "id.given", "above zero. Please"),
    "maxLength in words": (change("id.given", maxLength="ten"), "id.given", "above zero. Please"),
    "maxLength of a half": (change("id.given", maxLength=2.5), "id.given", "above zero. Please"),
    "bounds that cross": (
        change(
            "d1.speech.scale",
            extension=extended(EXTENSIONS + "minValue", valueInteger=9)
            + extended(EXTENSIONS + "maxValue", valueInteger=1),
        ),
        "d1.speech.scale",
        "swap them",
    ),
    "a bound on a text": (
        change("co.needs", extension=extended(EXTENSIONS + "minValue", valueInteger=1)),
        "co.needs",
        "whole number",
    ),
    "a text that repeats": (change("co.needs", repeats=True), "co.needs", "into a repeating group"),
    "rows within rows": (
        change("ac.who", type="group", repeats=True, item=[{"linkId": "x", "text": "x", "type": "string"}]),
        "ac.who",
        "put it beside it",
    ),
    "a question under a question": (
        change("id.given", item=[{"linkId": "x", "text": "x", "type": "string"}]),
        "id.given",
        "put them beside it",
    ),
    "a translation without a language": (change("id.given", _text=welsh(CONTENT)), "id.given", "give it a lang"),
    "a translation without words": (change("id.given", _text=welsh(LANG)), "id.given", "and a content"),
    "a translation into two languages at once": (
        change("id.given", _text=welsh(LANG, LANG, CONTENT)),
        "id.given",
        "give it a lang",
    ),
    "a translation into no language": (
        change("id.given", _text=welsh(LANG | {"valueCode": "Welsh!"}, CONTENT)),
        "id.given",
        "give it a lang",
    ),
    "a translation that is a list": (change("id.given", _text=[LANG]), "id.given", "curly brackets. Please"),
    "a broken translation of the title": (whole(_title=welsh(LANG)), "", "give it a lang"),
    "looked over for what nobody knows": (
        change("id.nhs", extension=extended(CHECKED_AS, valueCode="passport")),
        "id.nhs",
        "use one of",
    ),
    "a date looked over as a number": (
        change("id.dob", extension=extended(CHECKED_AS, valueCode="nhs-number")),
        "id.dob",
        "change its type",
    ),
    "seldom in words": (change("id.aka", extension=extended(SELDOM, valueString="yes")), "id.aka", "yes nor no"),
    "needed and folded away": (
        change("id.given", extension=extended(SELDOM, valueBoolean=True)),
        "id.given",
        "required or seldom",
    ),
    "folded away in a row": (
        change("fh.people.name", extension=extended(SELDOM, valueBoolean=True)),
        "fh.people.name",
        "fold the rows",
    ),
    "good to have as a number": (
        change("id.aka", extension=extended(GOOD_TO_HAVE, valueInteger=1)),
        "id.aka",
        "a valueBoolean",
    ),
    "filled in by nobody we know": (
        change("id.aka", extension=extended(FILLED_BY, valueCode="the cat")),
        "id.aka",
        "use one of",
    ),
    "a code list without a version": (
        change("id.sex", extension=extended(CODE_LIST, valueCanonical="https://ecaf.example/codes/id.sex")),
        "id.sex",
        "an address and a version",
    ),
    "choices that are not of their code list": (
        change("id.sex", extension=extended(CODE_LIST, valueCanonical="https://ecaf.example/codes/id.sex|1.0.0")),
        "id.sex",
        "its system and version",
    ),
    "a line with a code list": (
        change("id.aka", extension=extended(CODE_LIST, valueCanonical="https://ecaf.example/codes/x|1.0.0")),
        "id.aka",
        "take the list away",
    ),
    "an extension without an address": (change("id.given", extension=[{"valueCode": "x"}]), "id.given", "its address"),
    "an itemControl without a code": (
        change("id.help.1", extension=extended(ITEM_CONTROL, valueCodeableConcept={"coding": []})),
        "id.help.1",
        "such as help",
    ),
    "an extension that changes the meaning": (
        change("id.given", modifierExtension=extended("https://x.example", valueBoolean=True)),
        "id.given",
        "take it away",
    ),
    "version missing": (lambda form: form.pop("version"), "", '"version" is missing. Please write it'),
    "a version that cannot be compared": (whole(version="newest"), "", "such as 1.1.0. Please"),
    "a version of five thousand digits": (whole(version="9" * 5000), "", "such as 1.1.0. Please"),
    "no address": (lambda form: form.pop("url"), "", '"url" is missing'),
    "no title": (lambda form: form.pop("title"), "", '"title" is missing'),
    "another resource": (whole(resourceType="Patient"), "", "Please write that"),
    "no questions": (whole(item=[]), "", "put a question into it"),
    "items that are no objects": (whole(item=["id"]), "", "check the brackets"),
}
"""More ways, thought of here."""


def test_the_form_itself_is_in_order() -> None:
    assert findings(GOOD) == ()


@pytest.mark.parametrize("name", KNOWN | OURS)
def test_a_broken_form_is_refused_by_a_sentence_that_names_the_item_and_says_what_to_do(name: str) -> None:
    mutate, link_id, what_to_do = (KNOWN | OURS)[name]
    form = copy.deepcopy(GOOD)
    mutate(form)
    with pytest.raises(FormFaulty) as refused:
        load_form(json.dumps(form).encode())
    said = [str(found) for found in refused.value.findings if found.link_id == link_id]
    assert any(what_to_do in sentence for sentence in said), refused.value.findings
    assert all(sentence.startswith(f"{link_id}: ") or not link_id for sentence in said)
    assert all("Please" in found.sentence for found in refused.value.findings)


def test_a_whole_translation_is_welcome() -> None:
    form = copy.deepcopy(GOOD)
    item(form, "id.given")["_text"] = welsh(LANG, CONTENT)
    assert findings(form) == ()


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "not JSON"),
    "half a file": (FORM.encode()[: len(FORM) // 2], "check line"),
    "a list": (b"[]", "curly bracket"),
    "a number": (b"3", "curly bracket"),
    "not UTF-8": (FORM.encode("utf-16"), "save it as UTF-8"),
    "Latin-1": ('{"title": "Siân"}'.encode("latin-1"), "save it as UTF-8"),
    "a byte order mark": (b"\xef\xbb\xbf" + FORM.encode(), "without one"),
    "NaN": (b'{"maxLength": NaN}', "a number that is none"),
    "Infinity": (b'{"maxLength": -Infinity}', "a number that is none"),
    "a number of five thousand digits": (b'{"maxLength": ' + b"9" * 5000 + b"}", "a number that is none"),
    "a number beyond all numbers": (FORM.replace('"required": true', '"maxLength": 1e999', 1).encode(), "above zero"),
    "thousands of mistakes": (b'{"item": [' + b"{}," * 9_999 + b"{}]}", "There are "),
    "a key written twice": (b'{"linkId": "a", "text": "one", "text": "two"}', "take one away"),
    "a hundred thousand brackets": (b"[" * 100_000, "nested too deep"),
    "brackets that close, too deep": (b'{"a": ' + b"[" * 400 + b"]" * 400 + b"}", "nested too deep"),
    "groups within groups, too deep": (
        b'{"item": [' * 90 + b"1" + b"]}" * 90,
        "nested too deep",
    ),
    "a huge file": (b" " * (LARGEST_FILE + 1), "larger than 5 MB"),
    "zeros": (b"\x00" * 1000, "not JSON"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "save it as UTF-8"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_damaged_or_hostile_file_is_refused_kindly_and_by_its_name(name: str, tmp_path: Path) -> None:
    text, words = HOSTILE[name]
    (tmp_path / "visit.json").write_bytes(text)
    with pytest.raises(FormFaulty) as refused:
        FormLibrary(tmp_path)
    said = refused.value.sentences()
    assert words in said
    assert "(visit.json)" in said
    assert "Everything written so far is safe." in said


def test_a_form_file_that_cannot_be_read_is_refused_kindly(tmp_path: Path) -> None:
    (tmp_path / "visit.json").mkdir()
    with pytest.raises(FormFaulty, match=r"\(visit.json\).*could not be read"):
        FormLibrary(tmp_path)

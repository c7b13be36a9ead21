"""Each mistake that a form file can hold is found and said in plain English, with the item it is in."""

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.forms.definition import load_form
from app.forms.lint import Finding, findings
from app.forms.reading import FormFaulty
from app.forms.released import LOOKED_OVER
from app.paths import resources

Node = dict[str, Any]
GOOD: Node = json.loads((Path(__file__).parent / "data" / "short-form.json").read_text(encoding="utf-8"))
MOOD = "https://ecaf.example/codes/mood"


def item(form: Node, link_id: str) -> Node:
    """Return the item with this ``linkId``, found through its groups."""
    waiting = list(form["item"])
    while waiting:
        found: Node = waiting.pop()
        if found.get("linkId") == link_id:
            return found
        waiting += found.get("item", [])
    raise KeyError(link_id)


def change(link_id: str, **keys: object) -> Callable[[Node], None]:
    return lambda form: item(form, link_id).update(keys)


def drop(link_id: str, key: str) -> Callable[[Node], None]:
    return lambda form: item(form, link_id).pop(key)


def compare(**keys: object) -> Callable[[Node], None]:
    """Replace the first condition of the question that waits."""
    return lambda form: item(form, "v.calmed")["enableWhen"].__setitem__(0, keys)


def mood(code: str) -> Node:
    return {"system": MOOD, "code": code}


MUTANTS: dict[str, tuple[Callable[[Node], None], str, str]] = {
    "unknown key": (change("v.on", requird=True), "v.on", "requird"),
    "unknown key of the form": (lambda form: form.update(tilte="x"), "", "tilte"),
    "type not a code": (change("v.on", type="day"), "v.on", "not a type of item"),
    "type not shown": (change("v.on", type="quantity"), "v.on", "cannot show"),
    "status not a code": (lambda form: form.update(status="ready"), "", "status"),
    "operator not a code": (
        compare(question="v.mood", operator="is", answerCoding=mood("sunny")),
        "v.calmed",
        "not a way to compare",
    ),
    "missing linkId": (drop("v.seen", "linkId"), "", "no linkId"),
    "slash in linkId": (change("v.seen", linkId="v/seen"), "v/seen", "slash"),
    "duplicate linkId (que-2)": (change("v.seen", linkId="v.on"), "v.on", "que-2"),
    "unknown question": (compare(question="v.mod", operator="exists", answerBoolean=True), "v.calmed", "v.mod"),
    "waits for a group": (compare(question="v", operator="exists", answerBoolean=True), "v.calmed", "not a question"),
    "waits for itself": (compare(question="v.calmed", operator="exists", answerBoolean=True), "v.calmed", "each other"),
    "waits from outside the rows": (
        compare(question="v.toy.lent", operator="=", answerBoolean=True),
        "v.calmed",
        "rows of another group",
    ),
    "two answers": (
        compare(question="v.mood", operator="=", answerCoding=mood("sunny"), answerString="sunny"),
        "v.calmed",
        "not 2",
    ),
    "no answer": (compare(question="v.mood", operator="="), "v.calmed", "not 0"),
    "answer of wrong type": (compare(question="v.mood", operator="=", answerInteger=3), "v.calmed", "answered by"),
    "option not listed": (compare(question="v.mood", operator="=", answerCoding=mood("grey")), "v.calmed", "choice"),
    "order of a choice": (compare(question="v.mood", operator=">", answerCoding=mood("sunny")), "v.calmed", "number"),
    "exists with a text (que-7)": (
        compare(question="v.mood", operator="exists", answerString="yes"),
        "v.calmed",
        "que-7",
    ),
    "two conditions, no enableBehavior": (drop("v.calmed", "enableBehavior"), "v.calmed", "que-12"),
    "enableBehavior not a code": (change("v.calmed", enableBehavior="some"), "v.calmed", "all or any"),
    "empty group (que-1)": (change("v.toy", item=[]), "v.toy", "que-1"),
    "display with items (que-1)": (
        change("v.intro", item=[{"linkId": "x", "text": "x", "type": "display"}]),
        "v.intro",
        "que-1",
    ),
    "display with a code (que-3)": (change("v.intro", code=[{"code": "x"}]), "v.intro", "que-3"),
    "choices given twice (que-4)": (change("v.mood", answerValueSet="https://ecaf.example/x"), "v.mood", "que-4"),
    "choices on a text (que-5)": (change("v.calmed", answerOption=[{"valueString": "x"}]), "v.calmed", "que-5"),
    "choices kept elsewhere": (
        change("v.seen", type="choice", answerValueSet="https://x.example"),
        "v.seen",
        "elsewhere",
    ),
    "no choices": (drop("v.mood", "answerOption"), "v.mood", "something to choose from"),
    "display required (que-6)": (change("v.intro", required=True), "v.intro", "que-6"),
    "display read-only (que-9)": (change("v.intro", readOnly=True), "v.intro", "que-9"),
    "group with initial (que-8)": (change("v.toy", initial=[{"valueString": "x"}]), "v.toy", "que-8"),
    "length of a date (que-10)": (change("v.on", maxLength=10), "v.on", "que-10"),
    "initial beside options (que-11)": (change("v.mood", initial=[{"valueString": "x"}]), "v.mood", "que-11"),
    "several initial (que-13)": (change("v.on", initial=[{}, {}]), "v.on", "que-13"),
    "name not a word (que-0)": (lambda form: form.update(name="visit note"), "", "que-0"),
    "required not boolean": (change("v.on", required="yes"), "v.on", "true or false"),
    "bad date": (lambda form: form.update(date="22/11/2026"), "", "date"),
    "date that never was": (lambda form: form.update(date="2026-02-30"), "", "date"),
    "no version": (lambda form: form.pop("version"), "", "version"),
    "no questions": (lambda form: form.update(item=[]), "", "no questions"),
    "option twice": (
        change("v.mood", answerOption=[{"valueCoding": mood("sunny")}] * 2),
        "v.mood",
        "2 times",
    ),
    "option without system": (change("v.mood", answerOption=[{"valueCoding": {"code": "sunny"}}]), "v.mood", "system"),
    "option as a number": (change("v.mood", answerOption=[{"valueInteger": 3}]), "v.mood", "valueCoding"),
    "rows inside rows": (change("v.toy.name", type="group", repeats=True, item=[{}]), "v.toy.name", "inside another"),
    "a text that repeats": (change("v.calmed", repeats=True), "v.calmed", "repeat"),
    "a question under a question": (
        change("v.on", item=[{"linkId": "x", "text": "x", "type": "string"}]),
        "v.on",
        "questions under it",
    ),
    "meaning changed by an unknown extension": (
        change("v.on", modifierExtension=[{"url": "https://x.example"}]),
        "v.on",
        "modifierExtension",
    ),
    "bounds that cross": (
        change(
            "v.minutes",
            extension=[
                {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 9},
                {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 1},
            ],
        ),
        "v.minutes",
        "above its maxValue",
    ),
    "bound that is no number": (
        change("v.minutes", extension=[{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDate": "x"}]),
        "v.minutes",
        "whole number",
    ),
}


def test_a_good_form_has_no_findings() -> None:
    assert findings(GOOD) == ()


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mistake_is_found_where_it_is_and_said_in_words(name: str) -> None:
    mutate, link_id, words = MUTANTS[name]
    form = copy.deepcopy(GOOD)
    mutate(form)
    said = [found.sentence for found in findings(form) if found.link_id == link_id]
    assert any(words in sentence for sentence in said), findings(form)


def test_questions_that_wait_for_each_other_are_found() -> None:
    form = copy.deepcopy(GOOD)
    wait = {"question": "v.calmed", "operator": "exists", "answerBoolean": True}
    item(form, "v.mood")["enableWhen"] = [wait]
    assert any("v.calmed, v.mood" in found.sentence for found in findings(form))


def test_a_word_written_twice_in_one_place_is_refused() -> None:
    with pytest.raises(FormFaulty) as refused:
        load_form(b'{"item": [{"linkId": "a", "text": "one", "text": "two"}]}')
    assert refused.value.findings == (Finding("a", '"text" is written twice in one place. Please take one away.'),)


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b'{"a": NaN}', b"\xff\xfe{}", b"[" * 100_000, b"3"])
def test_a_file_that_is_no_form_is_refused_kindly(text: bytes) -> None:
    with pytest.raises(FormFaulty) as refused:
        load_form(text)
    assert "Everything written so far is safe." in refused.value.sentences()


def places(node: Any) -> list[tuple[Any, Any]]:  # any JSON at all
    """Return every (container, key) of a JSON document, so that each value can be spoilt in turn."""
    keys = list(node) if isinstance(node, dict) else list(range(len(node))) if isinstance(node, list) else []
    return [(node, key) for key in keys] + [place for key in keys for place in places(node[key])]


def opens_or_says_why(form: Node) -> bool:
    try:
        return bool(load_form(json.dumps(form).encode()).pages)
    except FormFaulty as refused:
        return bool(refused.findings)


def spoilt(number: int, wrong: object) -> Node:
    form = copy.deepcopy(GOOD)
    container, key = places(form)[number]
    container[key] = wrong
    return form


@pytest.mark.parametrize("wrong", [None, [], {}, [1], {"a": 1}, 1, -1.5, "", "x", True, [{}], [[]]])
def test_no_value_of_a_wrong_kind_breaks_the_reader(wrong: object) -> None:
    assert all(opens_or_says_why(spoilt(number, wrong)) for number in range(len(places(GOOD))))


FILES = sorted((resources() / "forms").glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_form_that_comes_with_the_program_has_no_mistake(path: Path) -> None:
    assert findings(json.loads(path.read_bytes())) == ()


def test_only_the_very_files_that_are_tried_here_are_not_looked_over_again_at_each_start() -> None:
    tried = {hashlib.sha256(path.read_bytes()).hexdigest() for path in FILES}
    assert tried >= LOOKED_OVER


def test_one_letter_changed_in_such_a_file_and_it_is_looked_over_again() -> None:
    known = next(path for path in FILES if hashlib.sha256(path.read_bytes()).hexdigest() in LOOKED_OVER)
    text = known.read_bytes()
    load_form(text)
    with pytest.raises(FormFaulty, match="not a type of item"):
        load_form(text.replace(b'"type": "display"', b'"type": "displax"', 1))

"""Code lists are data with a scheme and a version, and the forms offer exactly what their lists hold."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.codesystem import CodeSystem

from app.domain.answers import Answers
from app.domain.coded import OF_2021, Coded
from app.forms.codes import CodeLists, coded, load_code_list
from app.forms.definition import FormLibrary
from app.forms.fhir import CODE_LIST, extensions_of
from app.forms.reading import FormFaulty
from app.forms.response import to_questionnaire_response
from app.paths import resources

FILES = sorted((resources() / "codes").glob("*.json"))
LISTS = CodeLists(resources() / "codes")
FORMS = FormLibrary(resources() / "forms")
CAF = FORMS.by_name("caf-assessment")
NEEDED = {
    *("ethnicity-2021", "ethnicity-caf-2006", "religion", "yes-no", "yes-no-not-sure", "why-blank", "agency-types"),
    *("reason-codes", "reasons-counted", "levels", "five-outcomes", "supporting-families", "tac-models"),
    "complex-needs",
}


def questions(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for child in node.get("item", ()):
        yield child
        yield from questions(child)


def test_every_list_of_the_guidance_is_there() -> None:
    assert {each.name for each in LISTS} == NEEDED
    assert all(each.version and each.title and each.options for each in LISTS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_list_is_a_standard_code_system(path: Path) -> None:
    raw = json.loads(path.read_bytes())
    assert json.loads(CodeSystem.model_validate(raw).model_dump_json()) == raw
    assert raw["count"] == len(raw["concept"])


def test_a_form_offers_what_its_lists_hold_word_for_word() -> None:
    seen = set[str]()
    for path in (resources() / "forms").glob("*.json"):
        raw = json.loads(path.read_bytes())
        form = FORMS.by_ref(raw["url"], raw["version"])
        for question in questions(raw):
            for extension in extensions_of(question, CODE_LIST):
                wanted = LISTS.by_ref(extension["valueCanonical"])
                assert form.item(question["linkId"]).options == wanted.options
                seen.add(wanted.name)
    assert {"ethnicity-2021", "religion", "reason-codes", "levels", "agency-types", "supporting-families"} <= seen


def test_a_reason_is_counted_in_a_group_that_exists() -> None:
    reasons = LISTS.by_name("reason-codes")
    assert set(reasons.counted_as) == {option.code for option in reasons.options}
    assert all(group in LISTS.by_name("reasons-counted") for group in reasons.counted_as.values())


def test_an_ethnic_group_is_held_with_its_scheme_and_version() -> None:
    answers: Answers = {"id.ethnicity": "White: Roma"}
    assert coded(CAF, answers, "id.ethnicity") == Coded("White: Roma", OF_2021, "1.0.0")
    text = json.dumps(to_questionnaire_response(CAF, answers, authored=datetime(2026, 12, 17, tzinfo=UTC)))
    (coding,) = (each["valueCoding"] for each in _answers(json.loads(text)))
    assert (coding["system"], coding["version"], coding["code"]) == (OF_2021, "1.0.0", "White: Roma")


def test_words_of_ones_own_are_no_code() -> None:
    assert coded(CAF, {"id.ethnicity": "Romani and Welsh"}, "id.ethnicity") is None
    assert coded(CAF, {}, "id.ethnicity") is None


def _answers(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from node.get("answer", ())
    for child in node.get("item", ()):
        yield from _answers(child)


LIST: dict[str, Any] = {
    "resourceType": "CodeSystem",
    "id": "x",
    "url": "https://ecaf.example/codes/x",
    "version": "1.0.0",
    "title": "X",
    "concept": [{"code": "a", "display": "A"}],
}


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ({"resourceType": "ValueSet"}, "not a code list"),
        ({"version": ""}, '"version" is missing'),
        ({"id": ""}, '"id" is missing'),
        ({"concept": []}, "holds no codes"),
        ({"concept": [{"code": "a"}]}, "no display"),
        ({"concept": [{"code": " a", "display": "A"}]}, "stray spaces"),
        ({"concept": ["a"]}, "no display"),
        ({"concept": [{"code": "a", "display": "A"}, {"code": "a", "display": "B"}]}, "there twice"),
    ],
)
def test_a_list_with_a_mistake_is_refused_in_a_sentence(spoilt: dict[str, Any], said: str) -> None:
    assert load_code_list(json.dumps(LIST).encode()).options[0].code == "a"
    with pytest.raises(FormFaulty) as refused:
        load_code_list(json.dumps(LIST | spoilt).encode())
    assert any(said in str(finding) for finding in refused.value.findings)


def test_a_list_that_is_not_there_is_not_made_up() -> None:
    with pytest.raises(KeyError):
        LISTS.by_name("ethnicity-2099")
    with pytest.raises(KeyError):
        LISTS.by_ref(f"{OF_2021}|0.9.0")


def test_two_files_of_one_version_are_refused(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text(json.dumps(LIST), encoding="utf-8")
    with pytest.raises(FormFaulty, match="Two files"):
        CodeLists(tmp_path)

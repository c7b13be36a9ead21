"""Answers survive the way to a standard QuestionnaireResponse and back, word for word."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.answers import Absent, AbsentReason, Answer, is_blank, row_path
from app.domain.ids import RowId
from app.forms.definition import FormDefinition, FormLibrary, Item, ItemKind, load_form
from app.forms.response import (
    DATA_ABSENT,
    ResponseUnreadable,
    from_questionnaire_response,
    to_questionnaire_response,
)
from app.forms.validation import faults
from app.paths import resources

LIBRARY = FormLibrary(resources() / "forms")
CAF = LIBRARY.by_name("caf-assessment")
SHORT = load_form((Path(__file__).parent / "data" / "short-form.json").read_bytes())
NOW = datetime(2026, 12, 17, 15, 4, tzinfo=UTC)

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=40
).filter(lambda text: text.strip())


def value_of(item: Item) -> st.SearchStrategy[Answer]:
    codes = st.sampled_from([option.code for option in item.options] or ["d1.speech.needs"])
    texts = codes | WORDS if item.kind is ItemKind.OPEN_CHOICE else codes
    if item.kind in (ItemKind.CHOICE, ItemKind.OPEN_CHOICE):
        return st.lists(texts, min_size=1, max_size=3, unique=True).map(tuple) if item.repeats else texts
    if item.kind is ItemKind.DATE:
        return st.dates().map(str)
    if item.kind is ItemKind.INTEGER:
        return st.integers(0, 10)
    return st.booleans() if item.kind is ItemKind.BOOLEAN else WORDS


def answer_to(item: Item) -> st.SearchStrategy[Answer]:
    reasons = st.sampled_from(AbsentReason).map(Absent)
    return value_of(item) if item.required else value_of(item) | reasons


@st.composite
def filled(draw: st.DrawFn, form: FormDefinition) -> dict[str, Answer]:
    """Answer some of the form's questions, with up to two rows in each repeating group."""
    answers: dict[str, Answer] = {}
    for item in draw(st.lists(st.sampled_from(list(form)), max_size=12, unique_by=lambda item: item.link_id)):
        group = form.rows_around(item.link_id)
        if item.is_rows:
            answers.setdefault(item.link_id, draw(st.sampled_from([("0a0a0a0a",), ("0b0b0b0b", "0a0a0a0a")])))
        elif group is None:
            answers[item.link_id] = draw(answer_to(item))
        else:
            row = RowId("0a0a0a0a")
            answers.setdefault(group, (row,))
            answers[row_path(group, row, item.link_id)] = draw(answer_to(item))
    return answers


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([*LIBRARY, SHORT]).flatmap(lambda form: st.tuples(st.just(form), filled(form))))
def test_whatever_was_answered_comes_back_word_for_word(filled_form: tuple[FormDefinition, dict[str, Answer]]) -> None:
    form, answers = filled_form
    assert faults(form, answers) == ()
    resource = to_questionnaire_response(form, answers, authored=NOW)
    QuestionnaireResponse.model_validate(resource)
    assert from_questionnaire_response(form, json.loads(json.dumps(resource))) == answers


def items_of(node: dict[str, Any]) -> dict[str, Any]:
    """Return every item of a response by its ``linkId``."""
    found: dict[str, Any] = {}
    for child in node.get("item", []):
        found |= {child["linkId"]: child} | items_of(child)
    return found


def test_a_reason_for_no_answer_is_the_standards_own() -> None:
    resource = to_questionnaire_response(CAF, {"co.needs": Absent(AbsentReason.NOTHING_TO_ADD)}, authored=NOW)
    extensions = items_of(resource)["co.needs"]["extension"]
    assert {"url": DATA_ABSENT, "valueCode": "not-applicable"} in extensions


def test_another_systems_reason_is_understood() -> None:
    resource = to_questionnaire_response(CAF, {"co.needs": Absent(AbsentReason.DECLINED)}, authored=NOW)
    items_of(resource)["co.needs"]["extension"].pop()
    assert from_questionnaire_response(CAF, resource) == {"co.needs": Absent(AbsentReason.DECLINED)}


def test_a_choice_travels_as_a_code_and_free_text_as_text() -> None:
    answers: dict[str, Answer] = {"d1.speech.evidence": ("seen by me", "a letter")}
    (seen, letter) = items_of(to_questionnaire_response(CAF, answers, authored=NOW))["d1.speech.evidence"]["answer"]
    assert seen["valueCoding"]["code"] == "seen by me"
    assert letter == {"valueString": "a letter"}


def test_blank_answers_do_not_travel() -> None:
    resource = to_questionnaire_response(CAF, {"co.needs": " ", "ac": ()}, authored=NOW)
    assert resource["item"] == []
    assert all(is_blank(given) for given in from_questionnaire_response(CAF, resource).values())


def test_an_answer_to_no_question_is_not_silently_left_out() -> None:
    with pytest.raises(KeyError):
        to_questionnaire_response(CAF, {"d1.speach.needs": "x"}, authored=NOW)


def test_answers_to_another_form_are_refused_kindly() -> None:
    resource = to_questionnaire_response(SHORT, {"v.on": "2026-10-06"}, authored=NOW)
    with pytest.raises(ResponseUnreadable, match="another form"):
        from_questionnaire_response(CAF, resource)


@pytest.mark.parametrize(
    "item",
    [
        [3],
        3,
        [{}],
        [{"linkId": "co.needs"}],
        [{"linkId": "co.needs", "answer": []}],
        [{"linkId": "co.needs", "answer": [{"valueQuantity": {"value": 3}}]}],
        [{"linkId": "co.needs", "extension": [{"url": DATA_ABSENT, "valueCode": "no-such-code"}]}],
        [{"linkId": "ac", "item": []}],
        [{"linkId": "d1.speach.needs", "answer": [{"valueString": "x"}]}],
    ],
)
def test_a_response_that_does_not_fit_is_refused_kindly(item: object) -> None:
    resource: dict[str, Any] = {"questionnaire": f"{CAF.url}|{CAF.version}", "item": item}
    with pytest.raises(ResponseUnreadable):
        from_questionnaire_response(CAF, resource)

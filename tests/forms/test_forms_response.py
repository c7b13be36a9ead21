"""Answers survive the way to a standard QuestionnaireResponse and back, word for word."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.domain.answers import Absent, AbsentReason, Answer, is_blank
from app.forms.definition import FormLibrary, load_form
from app.forms.response import (
    DATA_ABSENT,
    ResponseUnreadable,
    from_questionnaire_response,
    to_questionnaire_response,
)
from app.paths import resources

LIBRARY = FormLibrary(resources() / "forms")
CAF = LIBRARY.by_name("caf-assessment")
SHORT = load_form((Path(__file__).parent / "data" / "short-form.json").read_bytes())
NOW = datetime(2026, 12, 17, 15, 4, tzinfo=UTC)


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

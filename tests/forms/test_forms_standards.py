"""Forms and answers are what HL7 FHIR R4 says they are: two checkers that are not ours agree on every one of them."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from any_answers import ODD_WORDS, filled
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

from app.domain.answers import Absent, AbsentReason, Answer, Answers, row_path
from app.domain.ids import RowId
from app.forms.definition import FormDefinition, FormLibrary, load_form
from app.forms.response import from_questionnaire_response, to_questionnaire_response
from app.forms.validation import faults
from app.paths import resources
from demonstration.case import as_answers
from demonstration.reading import read_case
from demonstration.script import assessment, identity, people, start

HERE = Path(__file__).parent / "data"
FORM_FILES = [*sorted((resources() / "forms").glob("*.json")), HERE / "short-form.json"]
EXAMPLES = sorted((resources() / "examples").glob("*.json"))
LIBRARY = FormLibrary(resources() / "forms")
CAF = LIBRARY.by_name("caf-assessment")
FORMS = [*LIBRARY, load_form((HERE / "short-form.json").read_bytes())]
NOW = datetime(2026, 12, 17, 15, 4, tzinfo=UTC)
OFFICIAL = Draft6Validator(
    json.loads((HERE / "questionnaire-r4.schema.json").read_text(encoding="utf-8")),
    format_checker=Draft6Validator.FORMAT_CHECKER,
)


def official_complaint(resource: object) -> str:
    """Return what the official schema says against this; empty when it is in order."""
    kind = resource.get("resourceType") if isinstance(resource, dict) else ""
    checker = OFFICIAL.evolve(schema={"$ref": f"#/definitions/{kind}", "definitions": OFFICIAL.schema["definitions"]})
    worst = best_match(checker.iter_errors(resource))
    return f"{worst.json_path}: {worst.message[:200]}" if worst else ""


def there_and_back(form: FormDefinition, answers: Answers, at: datetime = NOW) -> Answers:
    """Write answers as a response, have both checkers look at it, and read it back from its text."""
    assert faults(form, answers) == ()
    text = json.dumps(to_questionnaire_response(form, answers, authored=at))
    resource = json.loads(text)
    QuestionnaireResponse.model_validate(resource)
    assert official_complaint(resource) == ""
    return from_questionnaire_response(form, resource)


@pytest.mark.parametrize("path", FORM_FILES, ids=lambda path: path.stem)
def test_each_form_is_a_standard_questionnaire(path: Path) -> None:
    raw = json.loads(path.read_bytes())
    assert json.loads(Questionnaire.model_validate(raw).model_dump_json()) == raw
    assert official_complaint(raw) == ""


@pytest.mark.parametrize(
    "spoilt", [{"status": "ready"}, {"date": "22/11/2026"}, {"tilte": "x"}, {"item": [{"linkId": "a", "type": "day"}]}]
)
def test_the_official_schema_would_say_so_if_a_form_were_wrong(spoilt: dict[str, Any]) -> None:
    raw = json.loads((HERE / "short-form.json").read_bytes()) | spoilt
    assert official_complaint(raw)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.name} {form.version}")
def test_an_empty_draft_makes_a_standard_response(form: FormDefinition) -> None:
    assert there_and_back(form, {}) == {}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_example_family_makes_standard_responses_and_comes_back_the_same(path: Path) -> None:
    case = read_case(path, LIBRARY)
    checklist = LIBRARY.by_name("checklist")
    whole = assessment(case, CAF) | identity(case) | people(case)
    assert there_and_back(CAF, whole) == whole
    ticked = as_answers(case.checklist, checklist, "checklist")
    assert there_and_back(checklist, ticked) == ticked
    agreed = start(case)
    assert there_and_back(LIBRARY.by_name("agreement-to-start"), agreed) == agreed


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_was_answered_makes_a_standard_response_and_comes_back_the_same(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    answers = data.draw(filled(form))
    assert there_and_back(form, answers) == answers


@pytest.mark.parametrize("words", ODD_WORDS, ids=lambda words: ascii(words)[:24])
def test_odd_words_travel_unchanged_in_a_text_a_row_and_a_choice_of_ones_own(words: str) -> None:
    answers: dict[str, Answer] = {
        "co.needs": words,
        "ac": ("0a0a0a0a",),
        row_path("ac", RowId("0a0a0a0a"), "ac.who"): words,
        "id.sex": words,
        "d1.speech.evidence": ("seen by me", words),
    }
    assert there_and_back(CAF, answers) == answers


@pytest.mark.parametrize("rows", [1, 2, 100])
def test_a_hundred_rows_keep_their_order_and_an_empty_one_its_place(rows: int) -> None:
    ids = tuple(f"{number:08x}" for number in reversed(range(rows)))
    answers: dict[str, Answer] = {"ac": ids, row_path("ac", RowId(ids[-1]), "ac.who"): "Carly"}
    assert there_and_back(CAF, answers) == answers


@pytest.mark.parametrize("reason", list(AbsentReason))
def test_each_reason_for_no_answer_travels_also_for_a_whole_group(reason: AbsentReason) -> None:
    answers: dict[str, Answer] = {link_id: Absent(reason) for link_id in ("co.needs", "ac", "id.sex", "co.review")}
    assert there_and_back(CAF, answers) == answers


@pytest.mark.parametrize("written", ["2028-02-29", "2027-03", "1999", "0001-01-01"])
def test_a_date_as_exact_as_it_was_known_travels(written: str) -> None:
    assert there_and_back(CAF, {"co.review": written}) == {"co.review": written}


def test_the_moment_may_be_told_in_any_zone() -> None:
    summer = datetime(2027, 6, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))
    assert there_and_back(CAF, {"co.needs": "Sleep"}, summer) == {"co.needs": "Sleep"}


def test_words_another_system_changed_win_over_what_was_written_before() -> None:
    answers: dict[str, Answer] = {"co.needs": "Sleep\N{NO-BREAK SPACE}"}
    text = json.dumps(to_questionnaire_response(CAF, answers, authored=NOW))
    changed = json.loads(text.replace('"Sleep "', '"Sleep and skin"'))
    assert from_questionnaire_response(CAF, changed) == {"co.needs": "Sleep and skin"}

"""What is asked follows the answers; how far a page has come is said by a person; nothing is dropped."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.answers import Absent, AbsentReason, Answer
from app.forms.definition import FormLibrary, load_form
from app.forms.session import Entry, FormSession, PageStatus
from app.paths import resources

CAF = FormLibrary(resources() / "forms").by_name("caf-assessment")
TEXT = (Path(__file__).parent / "data" / "short-form.json").read_bytes()
SHORT = load_form(TEXT)


def asked(answers: dict[str, Answer], page: str = "id") -> list[str]:
    return [entry.path for entry in FormSession(CAF, answers).page_state(page).entries]


def test_a_baby_not_born_yet_has_an_expected_date_and_no_birthday() -> None:
    assert ("id.dob" in asked({}), "id.edd" in asked({})) == (True, False)
    unborn: dict[str, Answer] = {"id.unborn": True}
    assert ("id.dob" in asked(unborn), "id.edd" in asked(unborn)) == (False, True)


def test_any_of_several_conditions_is_enough_where_the_form_says_so() -> None:
    assert "id.ethnicity_other" not in asked({"id.ethnicity": "White: Irish"}, "describing")
    assert "id.ethnicity_other" in asked({"id.ethnicity": "Mixed: other"}, "describing")


@pytest.mark.parametrize(
    ("answers", "visible"),
    [
        ({}, False),
        ({"v.mood": "stormy"}, False),
        ({"v.mood": "stormy", "v.minutes": 10}, False),
        ({"v.mood": "stormy", "v.minutes": 11}, True),
        ({"v.mood": "sunny", "v.minutes": 11}, False),
        ({"v.mood": Absent(AbsentReason.DECLINED), "v.minutes": 11}, False),
    ],
)
def test_all_of_several_conditions_are_needed_where_the_form_says_so(
    answers: dict[str, Answer],
    visible: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    assert FormSession(SHORT, answers).is_visible("v.calmed") is visible


def waiting(operator: str, **answer: Any) -> FormSession:
    """Return a session in which ``v.calmed`` waits for the date by one condition."""
    raw = json.loads(TEXT)
    calmed = next(item for item in raw["item"][0]["item"] if item["linkId"] == "v.calmed")
    calmed["enableWhen"] = [{"question": "v.on", "operator": operator, **answer}]
    return FormSession(load_form(json.dumps(raw).encode()), {"v.on": "2026-10-06"})


@pytest.mark.parametrize(
    ("operator", "answer", "visible"),
    [
        ("exists", True, True),
        ("exists", False, False),
        ("=", "2026-10-06", True),
        ("!=", "2026-10-06", False),
        (">", "2026-10-05", True),
        ("<", "2026-10-06", False),
        (">=", "2026-10-06", True),
        ("<=", "2026-10-05", False),
    ],
)
def test_each_way_to_compare_does_as_the_standard_says(
    operator: str,
    answer: object,
    visible: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    key = "answerBoolean" if operator == "exists" else "answerDate"
    assert waiting(operator, **{key: answer}).is_visible("v.calmed") is visible


def test_a_question_in_a_row_waits_for_its_own_row_only() -> None:
    answers: dict[str, Answer] = {"v.toy": ("a", "b"), "v.toy/a/v.toy.lent": True, "v.toy/b/v.toy.lent": False}
    session = FormSession(SHORT, answers)
    assert session.is_visible("v.toy/a/v.toy.back")
    assert not session.is_visible("v.toy/b/v.toy.back")
    toy = session.page_state("v").entries[-1]
    assert [(row.row_id, len(row.entries)) for row in toy.rows] == [("a", 3), ("b", 2)]


def test_what_is_hidden_counts_as_not_answered_but_keeps_its_answer() -> None:
    raw = json.loads(TEXT)
    extra = {"question": "v.calmed", "operator": "exists", "answerBoolean": True}
    raw["item"][0]["item"].append({"linkId": "v.more", "text": "More?", "type": "text", "enableWhen": [extra]})
    answers: dict[str, Answer] = {"v.mood": "stormy", "v.minutes": 20, "v.calmed": "A song"}
    form = load_form(json.dumps(raw).encode())
    assert FormSession(form, answers).is_visible("v.more")
    calmer = FormSession(form, answers | {"v.mood": "sunny"})
    assert not calmer.is_visible("v.more")
    assert calmer.answers["v.calmed"] == "A song"


def test_visible_paths_hold_every_row_and_no_heading() -> None:
    answers: dict[str, Answer] = {"v.toy": ("a",)}
    assert FormSession(SHORT, answers).visible_paths() == (
        *("v.on", "v.seen", "v.mood", "v.minutes", "v.toy", "v.toy/a/v.toy.name", "v.toy/a/v.toy.lent"),
    )


def test_a_plain_group_on_a_page_keeps_its_questions_together() -> None:
    raw = json.loads(TEXT)
    inner = {"linkId": "v.end", "text": "At the end", "type": "group", "item": [raw["item"][0]["item"].pop(2)]}
    raw["item"][0]["item"].append(inner)
    session = FormSession(load_form(json.dumps(raw).encode()), {"v.on": "2026-10-06"})
    entry = session.page_state("v").entries[-1]
    assert isinstance(entry, Entry)
    assert [(inside.path, inside.answer) for inside in entry.entries] == [("v.on", "2026-10-06")]
    assert "v.on" in session.visible_paths()
    assert "v.end" not in session.visible_paths()


def test_a_page_is_completed_only_when_somebody_says_so() -> None:
    assert FormSession(CAF, {}).status("d1.speech") is PageStatus.NOT_STARTED
    assert FormSession(CAF, {"d1.speech.needs": "  "}).status("d1.speech") is PageStatus.NOT_STARTED
    started: dict[str, Answer] = {"d1.speech.needs": Absent(AbsentReason.NOT_TALKED_ABOUT)}
    assert FormSession(CAF, started).status("d1.speech") is PageStatus.IN_PROGRESS
    assert FormSession(CAF, started).status("d1.identity") is PageStatus.NOT_STARTED
    assert FormSession(CAF, {}, {"d1.speech"}).page_state("d1.speech").status is PageStatus.COMPLETED

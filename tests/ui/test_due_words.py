"""What is due is said by its day and how far off it is, once for each thing, and only for children on the list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.due import DueDate, DueKind
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage.due import DueRow
from app.ui.shell.duewords import reminders, when

TODAY = date(2026, 10, 3)
MASON, ERIN = EpisodeId("m"), EpisodeId("e")
NAMES = {MASON: "Mason Reid"}


def row(kind: DueKind, path: str, days: int, episode: EpisodeId = MASON, *, finished: bool = True) -> DueRow:
    return DueRow(episode, RecordKind.ASSESSMENT, finished, DueDate(kind, path, TODAY + timedelta(days=days)))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (3, "Tuesday 6 October 2026, in 3 days"),
        (1, "Sunday 4 October 2026, tomorrow"),
        (0, "Saturday 3 October 2026, today"),
        (-1, "Friday 2 October 2026, yesterday"),
        (-9, "Thursday 24 September 2026, 9 days ago"),
    ],
)
def test_a_day_is_said_with_how_far_off_it_is(days: int, words: str) -> None:
    assert when(TODAY + timedelta(days=days), TODAY) == words


def test_the_earliest_comes_first_and_is_about_a_child_and_a_thing() -> None:
    found = reminders([row(DueKind.REVIEW, "co.review", 5), row(DueKind.AGREEMENT_ENDS, "c2.expires", 2)], NAMES, TODAY)
    assert [line.title for line in found] == [
        "Mason Reid: the agreement to share it ends",
        "Mason Reid: look at it again together",
    ]


def test_actions_of_one_day_are_one_line() -> None:
    rows = [row(DueKind.ACTION, f"ac/{number}/ac.when", 2) for number in range(3)]
    assert [line.title for line in reminders(rows, NAMES, TODAY)] == ["Mason Reid: 3 actions of the plan"]


def test_the_same_date_in_the_agreed_version_and_the_one_being_written_is_one_line() -> None:
    rows = [row(DueKind.ACTION, "ac/1/ac.when", 2, finished=finished) for finished in (True, False)]
    assert [line.title for line in reminders(rows, NAMES, TODAY)] == ["Mason Reid: an action of the plan"]


def test_a_child_that_is_not_on_the_list_is_not_here_either() -> None:
    assert reminders([row(DueKind.REVIEW, "co.review", 2, ERIN)], NAMES, TODAY) == ()

"""What was written on paper stands in the record with both its days, after the times they talked before."""

from datetime import date

from app.domain.answers import Answers
from app.domain.ids import RowId
from app.domain.keyed_in import on_paper


def test_it_is_one_more_time_they_talked() -> None:
    answers: Answers = {"as.sessions": ("first",), "as.sessions/first/as.sessions.date": "2026-11-02"}
    assert on_paper(answers, RowId("new"), date(2026, 11, 24), "Thursday 26 November 2026") == {
        "as.sessions": ("first", "new"),
        "as.sessions/new/as.sessions.date": "2026-11-24",
        "as.sessions/new/as.sessions.place": "Written on paper, typed on Thursday 26 November 2026",
    }

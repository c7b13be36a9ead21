"""What was written on paper and typed later: it is said so where the record tells when people talked."""

from __future__ import annotations

from datetime import date

from app.domain.answers import Answer, Answers, row_path, rows_of
from app.domain.ids import RowId

SESSIONS = "as.sessions"
_WHEN, _WHERE = "as.sessions.date", "as.sessions.place"


def on_paper(answers: Answers, row: RowId, written: date, typed: str) -> dict[str, Answer]:
    """Return what is written into the record: one more time people talked, on the day it was ``written``.

    ``typed`` is the day it was typed, in words; it stands beside it.
    """
    return {
        SESSIONS: (*rows_of(answers, SESSIONS), row),
        row_path(SESSIONS, row, _WHEN): written.isoformat(),
        row_path(SESSIONS, row, _WHERE): f"Written on paper, typed on {typed}",
    }

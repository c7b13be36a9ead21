"""Home says what comes next with each child, and how far off it is; it never says that somebody is behind."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.domain.due import DueDate, DueKind
from app.domain.ids import ChildId, EpisodeId
from app.domain.record import RecordKind
from app.storage.children import ChildRow, ChildSummary
from app.storage.due import DueRow
from app.ui.shell.homeroom import comes_next

TODAY, NOW = date(2026, 11, 26), datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
REVIEW = DueRow(
    EpisodeId("e"), RecordKind.ASSESSMENT, finished=True, due=DueDate(DueKind.REVIEW, "co.review", date(2026, 11, 29))
)


def row(*, is_written: bool, finished: int) -> ChildRow:
    return ChildRow(ChildId("c"), ChildSummary(), EpisodeId("e"), False, NOW, NOW if is_written else None, finished)


@pytest.mark.parametrize(
    ("child", "has_agreed", "due_next", "words"),
    [
        (row(is_written=True, finished=0), False, None, "Next: ask whether they agree to start"),
        (row(is_written=True, finished=1), True, None, "Next: read the new version together and ask again"),
        (row(is_written=True, finished=0), True, None, "Next: go on together, then read it and sign"),
        (row(is_written=False, finished=1), True, REVIEW, "Next: look at it again together, in 3 days"),
        (row(is_written=False, finished=1), True, None, ""),
    ],
)
def test_what_comes_next(child: ChildRow, *, has_agreed: bool, due_next: DueRow | None, words: str) -> None:
    assert comes_next(child, has_agreed=has_agreed, due_next=due_next, today=TODAY) == words

"""Reading the family's choices out of the agreement they signed; a choice that was not made is never a yes."""

from __future__ import annotations

from datetime import date

from app.domain.answers import Answer, Answers, row_answers, row_path, rows_of, text_of
from app.domain.record import FinishedRecord
from app.domain.sharing import Agreement, Grant


def agreement_of(record: FinishedRecord) -> Agreement:
    """Return the choices in a finished agreement to share."""
    return choices_in(record.answers, record.statement.agrees_to)


def choices_in(answers: Answers, agrees_to: str) -> Agreement:
    """Return the choices as they stand, about the version whose root (hex) is ``agrees_to``."""
    return Agreement(
        agrees_to=agrees_to,
        store=answers.get("c2.store") == "yes",
        share=answers.get("c2.share") == "yes",
        desk_may_see=answers.get("c2.desk") == "yes",
        grants=tuple(_grant(row) for row in row_answers(answers, "c2.list") if text_of(row, "c2.list.service").strip()),
        withheld=_link_ids(answers.get("c2.withheld")),
        until=_day(answers.get("c2.expires")),
    )


def choices_disclosed(agreed: Answers) -> Agreement:
    """Return the choices of a released agreement; the order of the grid is not in it, so its rows are found by path."""
    grid = sorted({path.split("/")[1] for path in agreed if path.startswith("c2.list/")})
    return choices_in({**agreed, "c2.list": tuple(grid)}, "")


_NARROWING = ("c2.withheld", "c2.review_on", "c2.expires", "c2.list")
_NARROWING_IN_ROW = ("c2.list.service", "c2.list.kind", "c2.list.sensitive", "c2.list.until", "c2.list.withheld")


def to_ask_again(answers: Answers) -> dict[str, Answer]:
    """Return what an earlier agreement brings to the next: names, held-back lines and end dates, never a yes or no."""
    rows = rows_of(answers, "c2.list")
    in_rows = (row_path("c2.list", row, link_id) for row in rows for link_id in _NARROWING_IN_ROW)
    return {path: answers[path] for path in (*_NARROWING, *in_rows) if path in answers}


def _grant(row: Answers) -> Grant:
    return Grant(
        service=text_of(row, "c2.list.service"),
        service_kind=text_of(row, "c2.list.kind"),
        may_see=row.get("c2.list.may_see") == "yes",
        sensitive=row.get("c2.list.sensitive") is True,
        until=_day(row.get("c2.list.until")),
        withheld=_link_ids(row.get("c2.list.withheld")),
    )


def _link_ids(given: Answer | None) -> frozenset[str]:
    return frozenset(given) if isinstance(given, tuple) else frozenset()


def _day(given: Answer | None) -> date | None:
    try:
        return date.fromisoformat(given) if isinstance(given, str) and given else None
    except ValueError:
        return date.min  # an end date nobody can read must never be taken for "no end"

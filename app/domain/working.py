"""What its author may print of a record while it is being written, to go on with a pen: a third door, to her own hand.

Paper lies about. What could put somebody in danger, what was said in confidence, and a child's own words without their
yes are not on it, nor is a private matter; private notes stand in no answer and so never come here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.answers import Answers, is_blank
from app.domain.closedlines import is_closed
from app.domain.denied import childs_words, confidential_address, contact_risks, harm_notes, limits
from app.domain.sharing import private_rows

_DOOR = object()
_DRAWN = ".strokes"


@dataclass(frozen=True)
class WorkingView:
    """Answers that may stand on a working paper, and the questions whose answers may not. ``for_pen`` makes them."""

    answers: Answers = field(repr=False)
    left_out: frozenset[str]
    _door: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse to exist unless ``for_pen`` made it."""
        if self._door is not _DOOR:
            raise TypeError("only for_pen() makes a working view")


def for_pen(answers: Answers) -> WorkingView:
    """Return what of these answers may stand on their author's working paper."""
    closed = harm_notes() | confidential_address(answers) | contact_risks(answers) | limits(answers)
    closed |= childs_words(answers)
    private = private_rows(answers)
    open_ = {
        path: given
        for path, given in answers.items()
        if not (is_closed(path, closed) or path.startswith(private) or path.endswith(_DRAWN))
    }
    given = {path for path, answer in answers.items() if not is_blank(answer) and "/" not in path}
    return WorkingView(open_, frozenset(given - open_.keys()), _DOOR)

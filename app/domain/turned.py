"""What a family may see of their own record when the screen is turned to them; only this function makes such a view.

It is the strictest there is at home, since nobody knows who looks over whose shoulder: whatever any of them is denied
stays out. Nothing outside the one record (a private note, another family, what waits to be sent) has a way in.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.answers import Answers, link_id_of
from app.domain.closedlines import is_closed
from app.domain.denied import (
    adults_particulars,
    childs_words,
    confidential_address,
    contact_risks,
    harm_notes,
    limits,
)
from app.domain.peoplemap import not_for_home
from app.domain.sharing import private_rows

_DOOR = object()
_MARKS = (".looked_at", ".priority", ".scale_by", "cm.child_share")
"""Marks for finding the way round the form, and what the child was asked alone."""


@dataclass(frozen=True)
class TurnedView:
    """The answers a family may see on the screen, by their path; only ``turned_to_family`` makes one."""

    answers: Answers
    _door: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse to exist unless ``turned_to_family`` made it."""
        if self._door is not _DOOR:
            raise TypeError("only turned_to_family() makes this view")


def turned_to_family(answers: Answers, held_back: frozenset[str] = frozenset(), *, alone: bool = False) -> TurnedView:
    """Return what may stand on a screen that is turned to the family; ``alone``, to a young person deciding alone.

    ``held_back`` are the lines they kept from everybody before today: whoever sits there now may be another of them.
    """
    closed = held_back | harm_notes() | confidential_address(answers) | contact_risks(answers) | limits(answers)
    closed |= childs_words(answers, to_themselves=alone) | adults_particulars(answers)
    private = private_rows(answers) + not_for_home(answers, to_themselves=alone)
    shown = {
        path: given
        for path, given in answers.items()
        if not (is_closed(path, closed) or path.startswith(private) or path.endswith(_MARKS))
    }
    return TurnedView(shown, _DOOR)


def for_the_child(answers: Answers) -> TurnedView:
    """Return what may stand on the child's own page: what the child said there, and no word about anybody else."""
    return TurnedView({path: given for path, given in answers.items() if link_id_of(path).startswith("ch.")}, _DOOR)

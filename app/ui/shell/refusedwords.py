"""What a refusal cannot reach, in words: copies that were made before, with their day, and what to do about each."""

from __future__ import annotations

from datetime import datetime

from app.look.speech import tr
from app.operations.refusing import Elsewhere
from app.ui.days import day_in_words


def elsewhere_words(elsewhere: Elsewhere) -> tuple[str, ...]:
    """Return a line for each thing outside this place that may still hold words about the child."""
    lines = (
        elsewhere.backup
        and tr(
            "A backup was made on {day}. It still holds what was written until then. Please make a new one when this "
            "is erased, which holds nothing of it, and delete the old ones."
        ).format(day=_day(elsewhere.backup)),
        elsewhere.moved
        and tr(
            "Copies for a new laptop were made on {day}. Please delete that folder, and erase this child on the new "
            "laptop too."
        ).format(day=_day(elsewhere.moved)),
        elsewhere.kept_safe
        and tr("What was kept safe elsewhere, sealed, is taken back with the next connection. Until then it is there."),
    )
    return tuple(line for line in lines if line)


def _day(at: datetime) -> str:
    return day_in_words(at.astimezone().date())

"""Saying what another laptop took with it, and that this one is out of touch: plainly, and with what is safe."""

from __future__ import annotations

from app.domain.record import RecordKind
from app.look.speech import noted, tr
from app.operations.safekeeping import Lost, LostLine
from app.ui.days import short_day
from app.ui.words import day_and_time

OUT_OF_TOUCH = noted(
    "This laptop has not heard from your authority for a while. Everything you wrote is still here: you can read it, "
    "go on with it, and send it. Please connect to the internet once. Then you can begin with a new child again."
)
_WHAT = {RecordKind.ASSESSMENT: noted("assessment"), RecordKind.FORM: noted("other form")}


def lost_words(lost: Lost) -> str:
    """Return what stood on one other laptop and was never sent, name by name; what it cannot know is said too."""
    parts = [_line(line) for line in lost.lines]
    if lost.unnamed:
        parts.append(_unnamed(lost.unnamed))
    if not parts:
        parts.append(tr("Everything that stood on your other laptop when it was last in touch is here."))
    later = tr("It was last in touch at {when}. What was written on it after that is not known here.").format(
        when=day_and_time(lost.at)
    )
    return " ".join([*parts, later])


def _unnamed(number: int) -> str:
    if number == 1:
        return tr("One family who had not agreed to be recorded yet was on it too.")
    return tr("{number} families who had not agreed to be recorded yet were on it too.").format(number=number)


def _line(line: LostLine) -> str:
    what, whose = tr(_WHAT.get(line.kind, "record")), f"{line.child}’s" if line.child else tr("One child’s")
    day = short_day(line.day)
    if line.finished:
        return tr("{whose} {what}, finished on {day}, was on it and never sent.").format(
            whose=whose, what=what, day=day
        )
    return tr("{whose} {what}, last written on {day}, was on it and never sent.").format(
        whose=whose, what=what, day=day
    )

"""What whoever comes back is told of a place that was emptied by order of its authority; no family is in it."""

from __future__ import annotations

from app.look.speech import noted, tr
from app.storage.emptying import Emptied
from app.ui.counting import counted

_LOST = noted("What was not handed in before is not here any more: {}.")
_NOT_LOST = noted("Everything finished had been received before.")
_ASK = noted("Please ask your early help team why, and what comes next.")


def emptied_words(emptied: Emptied) -> tuple[str, str]:
    """Return the title and the sentences of the notice."""
    day = emptied.at.astimezone().date()
    title = tr("A place on this laptop was emptied on {day}").format(day=f"{day.day} {day:%B %Y}")
    unsent = [counted(emptied.unsent, "sealed copy")] if emptied.unsent else []
    drafts = [counted(emptied.drafts, "draft")] if emptied.drafts else []
    lost = unsent + drafts
    both = tr("{one} and {other}").format(one=lost[0], other=lost[1]) if len(lost) > 1 else "".join(lost)
    what = tr(_LOST).format(both) if lost else tr(_NOT_LOST)
    return title, tr("{authority} ordered it. {what} {ask}").format(
        authority=emptied.authority, what=what, ask=tr(_ASK)
    )

"""What whoever comes back is told of a place that was emptied by order of its authority; no family is in it."""

from __future__ import annotations

from app.storage.emptying import Emptied

_LOST = "What was not handed in before is not here any more: {}."
_NOT_LOST = "Everything finished had been received before."
_ASK = "Please ask your early help team why, and what comes next."


def emptied_words(emptied: Emptied) -> tuple[str, str]:
    """Return the title and the sentences of the notice."""
    day = emptied.at.astimezone().date()
    title = f"A place on this laptop was emptied on {day.day} {day:%B %Y}"
    unsent = [f"{emptied.unsent} sealed {'copy' if emptied.unsent == 1 else 'copies'}"] if emptied.unsent else []
    drafts = [f"{emptied.drafts} draft{'' if emptied.drafts == 1 else 's'}"] if emptied.drafts else []
    lost = unsent + drafts
    what = _LOST.format(" and ".join(lost)) if lost else _NOT_LOST
    return title, f"{emptied.authority} ordered it. {what} {_ASK}"

"""How much room is left on the disk, in words: before it matters, and when the last reserve was used."""

from __future__ import annotations

from app.look.speech import tr


def room_words(*, given_up: bool) -> tuple[str, str]:
    """Return a title and what to do: while there is little room, or once the reserve is used up."""
    what_to_do = tr("Empty the bin, or move films and pictures elsewhere.")
    if given_up:
        title = tr("The disk is full, or nearly. Your words are saved in the room kept back for this.")
        return title, tr("There is no more kept back: please make room now. {what_to_do}").format(what_to_do=what_to_do)
    return tr("There is little room left on this laptop."), tr(
        "Everything is saved. Please make room soon. {what_to_do}"
    ).format(what_to_do=what_to_do)

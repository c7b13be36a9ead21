"""How much room is left on the disk, in words: before it matters, and when the last reserve was used."""

from __future__ import annotations


def room_words(*, given_up: bool) -> tuple[str, str]:
    """Return a title and what to do: while there is little room, or once the reserve is used up."""
    what_to_do = "Empty the bin, or move films and pictures elsewhere."
    if given_up:
        title = "The disk is full, or nearly. Your words are saved in the room kept back for this."
        return title, f"There is no more kept back: please make room now. {what_to_do}"
    return "There is little room left on this laptop.", f"Everything is saved. Please make room soon. {what_to_do}"

"""Opaque places in a list: each holds the store's epoch, so that after a restore nobody goes on from a false place."""

from __future__ import annotations

from collections.abc import Mapping

from protocol import limits
from protocol.codec import to_bytes, to_text
from protocol.problems import Problem, Refused

_LARGEST = 2**53 - 1


def read_limit(query: Mapping[str, str]) -> int:
    """Return how many are asked for at most. Raises ``Refused``."""
    text = query.get("limit", str(limits.CHANGES_AT_ONCE))
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(limits.CHANGES_AT_ONCE))):
        raise Refused(Problem.MALFORMED)
    limit = int(text)
    if not 1 <= limit <= limits.CHANGES_AT_ONCE:
        raise Refused(Problem.MALFORMED)
    return limit


def write_cursor(store: str, place: int) -> str:
    """Return the cursor of a place. ``store`` is the store's epoch, and whatever else it must not be mixed up with."""
    return to_text(f"{store}:{place}".encode())


def read_cursor(query: Mapping[str, str], store: str) -> int:
    """Return the place a cursor stands for: the beginning for none, and for one of another store. Raises ``Refused``.

    A store restored from a backup may have given the same places to other envelopes; reading again from the beginning
    loses nothing, since a reader that has an envelope already leaves it as it is.
    """
    cursor = query.get("cursor", "")
    if not cursor:
        return 0
    try:
        theirs, _, position = to_bytes(cursor).decode().rpartition(":")
        place = int(position)
    except ValueError as fault:
        raise Refused(Problem.MALFORMED) from fault
    if not 0 <= place <= _LARGEST:
        raise Refused(Problem.MALFORMED)
    return place if theirs == store else 0

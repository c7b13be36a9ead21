"""``/v1/changes``: what has come for this device since it last asked, in the order it was committed."""

from __future__ import annotations

from endpoint.permissions import reading_key_ids
from endpoint.storage.envelopes import list_envelopes
from endpoint.visit import Answer, SignedVisit
from protocol import limits
from protocol.codec import encode, to_bytes, to_text
from protocol.messages import Changes
from protocol.problems import Problem, Refused

_LARGEST = 2**53 - 1


def get(visit: SignedVisit) -> Answer:
    """List the headers after the cursor, and say where to go on from."""
    limit = _read_limit(visit.asked.query.get("limit", str(limits.CHANGES_AT_ONCE)))
    after = _read_cursor(visit.asked.query.get("cursor", ""), visit.house.store_epoch)
    keys = reading_key_ids(visit.device, visit.house.directory.directory)
    found = list_envelopes(visit.tx, keys, after, limit + 1)
    page = found[:limit]
    last = page[-1].server_seq if page else after
    cursor = _write_cursor(visit.house.store_epoch, last)
    changes = Changes(tuple(one.header for one in page), cursor, more=len(found) > limit)
    return Answer(200, encode(changes), about=f"{after}..{last}")


def _read_limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(limits.CHANGES_AT_ONCE))):
        raise Refused(Problem.MALFORMED)
    limit = int(text)
    if not 1 <= limit <= limits.CHANGES_AT_ONCE:
        raise Refused(Problem.MALFORMED)
    return limit


def _write_cursor(epoch: str, position: int) -> str:
    return to_text(f"{epoch}:{position}".encode())


def _read_cursor(cursor: str, epoch: str) -> int:
    """Return the place a cursor stands for: the beginning for none, and for one of another epoch of the store.

    A store restored from a backup may have given the same places to other envelopes; reading again from the beginning
    loses nothing, since a reader that has an envelope already leaves it as it is.
    """
    if not cursor:
        return 0
    try:
        theirs, _, position = to_bytes(cursor).decode().rpartition(":")
        place = int(position)
    except ValueError as fault:
        raise Refused(Problem.MALFORMED) from fault
    if not 0 <= place <= _LARGEST:
        raise Refused(Problem.MALFORMED)
    return place if theirs == epoch else 0

"""``/v1/changes``: what has come for this device since it last asked, in the order it was committed."""

from __future__ import annotations

from endpoint.cursors import read_cursor, read_limit, write_cursor
from endpoint.nonces import forget_old_nonces
from endpoint.storage.desk_keys import reading_key_ids
from endpoint.storage.envelopes import list_envelopes
from endpoint.visit import Answer, SignedVisit
from protocol.codec import encode
from protocol.messages import KINDS_OF_VERSION_1, Changes, EnvelopeKind

_FIRST = 1


def get(visit: SignedVisit) -> Answer:
    """List the headers after the cursor, and say where to go on from."""
    forget_old_nonces(visit.tx, visit.now)
    limit, store = read_limit(visit.asked.query), _store(visit)
    after = read_cursor(visit.asked.query, store)
    keys = reading_key_ids(visit.tx, visit.device)
    kinds = KINDS_OF_VERSION_1 if visit.asked.version == _FIRST else frozenset(EnvelopeKind)
    found = list_envelopes(visit.tx, keys, kinds, after, limit + 1)
    page = found[:limit]
    last = page[-1].server_seq if page else after
    changes = Changes(tuple(one.header for one in page), write_cursor(store, last), more=len(found) > limit)
    return Answer(200, encode(changes), about=f"{after}..{last}")


def _store(visit: SignedVisit) -> str:
    # A laptop that has learnt a newer version begins again: what the older one could not be told must still reach it.
    epoch = visit.house.store_epoch
    return epoch if visit.asked.version == _FIRST else f"{epoch}:{min(visit.asked.version, 2)}"

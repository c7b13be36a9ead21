"""Erasing for ever: the word of it is on the disk outside every backup before anything is erased in the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from endpoint.storage.database import Transaction
from endpoint.storage.letting_go import erase, find_word
from endpoint.times import to_text
from endpoint.visit import House, SignedVisit
from protocol.keeping import Erased, ErasureWhy, SignedErased
from protocol.statements import Kind, public_text, sign


def erase_all(visit: SignedVisit, envelopes: Sequence[str], why: ErasureWhy) -> tuple[SignedErased, ...]:
    """Erase these envelopes and return the word for each; one that was erased before keeps the word it had."""
    tx, house = visit.tx, visit.house
    tx.take_turn()
    known = {envelope: find_word(tx, envelope) for envelope in dict.fromkeys(envelopes)}
    fresh = {one: _word(house, one, why, visit.now) for one, word in known.items() if word is None}
    if fresh:
        house.outside.log_erased(tuple(fresh.values()))
    for word in fresh.values():
        erase(tx, word, visit.device.id)
    return tuple(word or fresh[envelope] for envelope, word in known.items())


def _word(house: House, envelope: str, why: ErasureWhy, now: datetime) -> SignedErased:
    erased, key = Erased(envelope, why, house.store_epoch, to_text(now)), house.receipt_key
    return SignedErased(erased, public_text(key), sign(Kind.ERASED, erased, key))


def replay(tx: Transaction, house: House) -> int:
    """Erase again whatever the log says was erased and the store still has, or would take; return how many."""
    tx.take_turn()
    again = 0
    for word in house.outside.erased():
        if find_word(tx, word.erased.envelope) is None:
            erase(tx, word, "")
            again += 1
    return again

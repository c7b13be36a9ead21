"""``/v1/lease``: until when a laptop may go on without asking here; the word of this endpoint, signed."""

from __future__ import annotations

from datetime import timedelta

from endpoint.accounts import lapses_soon
from endpoint.storage.accounts import find_account_of_device
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol import limits
from protocol.codec import encode
from protocol.messages import Lapse, Lease, SignedLease
from protocol.statements import Kind, public_text, sign

_WITH_LAPSES = 3
"""From this version on a laptop knows what lapses; an older one could not read its lease."""


def get(visit: SignedVisit) -> Answer:
    """Give the asking device a fresh lease."""
    ends = visit.now + timedelta(days=limits.LEASE_DAYS)
    lease = Lease(visit.device.id, to_text(visit.now), to_text(ends), _lapses(visit))
    key = visit.house.receipt_key
    return Answer(
        200, encode(SignedLease(lease, public_text(key), sign(Kind.LEASE, lease, key))), about=visit.device.id
    )


def _lapses(visit: SignedVisit) -> tuple[Lapse, ...]:
    account = find_account_of_device(visit.tx, visit.device.id) if visit.asked.version >= _WITH_LAPSES else None
    if account is None or visit.device.revoked:
        return ()
    return lapses_soon(account, visit.now.date(), visit.house.warn_days, visit.house.needed)

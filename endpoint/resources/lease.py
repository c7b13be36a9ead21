"""``/v1/lease``: until when a laptop may go on without asking here; the word of this endpoint, signed."""

from __future__ import annotations

from datetime import timedelta

from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol import limits
from protocol.codec import encode
from protocol.messages import Lease, SignedLease
from protocol.statements import Kind, public_text, sign


def get(visit: SignedVisit) -> Answer:
    """Give the asking device a fresh lease."""
    ends = visit.now + timedelta(days=limits.LEASE_DAYS)
    lease, key = Lease(visit.device.id, to_text(visit.now), to_text(ends)), visit.house.receipt_key
    return Answer(
        200, encode(SignedLease(lease, public_text(key), sign(Kind.LEASE, lease, key))), about=visit.device.id
    )

"""``/v1/factor``: how the second factor stands, its secret before it is in force, and the digits that prove it."""

from __future__ import annotations

from endpoint.proving import begin, prove, standing
from endpoint.visit import Answer, SignedVisit
from protocol.codec import decode, encode
from protocol.factor import FactorCode


def get(visit: SignedVisit) -> Answer:
    """Say whether it is asked for, and until when it is proved here."""
    return Answer(200, encode(standing(visit)), about=visit.device.id)


def post_secret(visit: SignedVisit) -> Answer:
    """Show a fresh secret, until one is in force."""
    return Answer(201, encode(begin(visit)), about=visit.device.id)


def post_proof(visit: SignedVisit) -> Answer:
    """Take six digits."""
    return prove(visit, decode(visit.asked.body, FactorCode).code)

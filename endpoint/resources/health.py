"""``/v1/health``: the endpoint is up and its store opens; nothing about anybody."""

from __future__ import annotations

from endpoint.visit import Answer, Visit
from protocol.codec import encode
from protocol.messages import Health


def get(visit: Visit) -> Answer:
    """Say that all is well, and in which epoch of the store."""
    return Answer(200, encode(Health("ok", visit.house.store_epoch)))

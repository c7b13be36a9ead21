"""``/v1/authority``: whose endpoint this is; a laptop believes it only as far as it can check it."""

from __future__ import annotations

from endpoint.storage.authorities import find_directory
from endpoint.visit import Answer, Visit
from protocol.codec import encode


def get(visit: Visit) -> Answer:
    """Show the signed directory with the root's public key."""
    return Answer(200, encode(find_directory(visit.tx)))

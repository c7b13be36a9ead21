"""``/v1/services``: the service directory in force, and its pages; the same for every laptop, and about no child."""

from __future__ import annotations

import re

from endpoint.storage.services import find_edition, find_page
from endpoint.visit import Answer, SignedVisit
from protocol.codec import encode
from protocol.problems import Problem, Refused

_BYTES = "application/octet-stream"
_SHA256 = re.compile(r"[0-9a-f]{64}")


def get(visit: SignedVisit) -> Answer:
    """Show the edition in force."""
    signed = find_edition(visit.tx)
    if signed is None:
        raise Refused(Problem.NOT_FOUND)
    return Answer(200, encode(signed), about=f"services {signed.edition.serial}")


def get_page(visit: SignedVisit) -> Answer:
    """Hand out one of its pages."""
    name = visit.asked.path["sha256"]
    page = find_page(visit.tx, name) if _SHA256.fullmatch(name) else None
    if page is None:
        raise Refused(Problem.NOT_FOUND)
    return Answer(200, page, _BYTES)

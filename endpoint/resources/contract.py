"""``/openapi.json``: the requests and their messages as OpenAPI 3.1, made from the very tables that answer them."""

from __future__ import annotations

from endpoint.visit import Answer, Visit
from protocol.codec import encode


def get(_visit: Visit) -> Answer:
    """Show the contract."""
    from endpoint.openapi import description  # it reads the table in which this stands

    return Answer(200, encode(description()))

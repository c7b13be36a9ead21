"""Sending over a connection that costs money: what goes by itself there, as its owner chose; none is let go."""

from __future__ import annotations

from enum import StrEnum

SMALL_BYTES = 256 * 1024
"""What is no larger is small: a written assessment nearly always is, one with drawings or scans may not be."""


class Costly(StrEnum):
    """What may go by itself over a connection that costs money: nothing before she says so, all, or what is small."""

    ASK = "ask"
    YES = "yes"
    SMALL = "small"


def goes_by_itself(costly: Costly, size: int, *, takes_back: bool) -> bool:
    """Say whether something of so many bytes goes over such a connection. What takes a release back always does."""
    return takes_back or costly is Costly.YES or (costly is Costly.SMALL and size <= SMALL_BYTES)

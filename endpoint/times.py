"""How a time is written down here: ISO 8601, UTC, whole seconds."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Return this machine's time, UTC."""
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """Return a time as text, such as ``2026-11-22T15:12:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

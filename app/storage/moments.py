"""Times as the vault stores them: UTC to the microsecond, so that text order is time order; never a local time."""

from datetime import UTC, date, datetime


def stored(at: datetime) -> str:
    """Return an aware time as stored text; a time without a zone raises ``ValueError``."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def stored_or_none(at: datetime | None) -> str | None:
    """Return ``stored(at)``, or None for no time."""
    return None if at is None else stored(at)


def moment(text: str) -> datetime:
    """Return the time stored as ``text``."""
    return datetime.fromisoformat(text)


def moment_or_none(text: str | None) -> datetime | None:
    """Return the time stored as ``text``, or None for no time."""
    return None if text is None else moment(text)


def day_or_none(text: str | None) -> date | None:
    """Return the day stored as ``text``, or None for no day."""
    return None if text is None else date.fromisoformat(text)

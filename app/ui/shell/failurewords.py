"""What to do about an envelope that could not be sent, for each way it can fail: what is so, and whom to ask."""

from __future__ import annotations

from protocol.problems import Problem

_TELL = "Please tell your eCAF support."
_AGAIN = "Try once more with “Send now”."
_WORDS = {
    "sealed file lost": f"Its sealed file is missing on this laptop. The record itself is here and whole. {_TELL}",
    Problem.TOO_LARGE.code: f"It is larger than the endpoint takes. {_TELL}",
    Problem.UNREADABLE.code: f"The endpoint could not make out what was sent. {_AGAIN} If that fails: {_TELL}",
    Problem.MALFORMED.code: f"The endpoint did not understand it, and may be older than this program. {_TELL}",
    Problem.ENVELOPE_DIFFERENT.code: f"The endpoint has something else under its number. {_TELL}",
    Problem.DEVICE_SEQ_DIFFERENT.code: f"This laptop may be a copy of another, or brought back from a backup. {_TELL}",
    Problem.DEVICE_REVOKED.code: f"Your authority has ended this laptop’s place. {_TELL}",
    Problem.METHOD_NOT_ALLOWED.code: f"The endpoint is older than this program. {_TELL}",
}


def failure_words(why: str) -> str:
    """Return what is told about an envelope that was set aside for this reason."""
    return _WORDS.get(why, f"The endpoint did not take it. {_AGAIN} If that fails, please tell your early help team.")

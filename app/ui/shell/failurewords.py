"""What to do about an envelope that could not be sent, for each way it can fail: what is so, and whom to ask."""

from __future__ import annotations

from app.look.speech import noted, tr
from protocol.problems import Problem

_TELL = noted("Please tell your eCAF support.")
_AGAIN = noted("Try once more with “Send now”.")
_OTHERWISE = noted("The endpoint did not take it. {again} If that fails, please tell your early help team.")
_WORDS = {
    "sealed file lost": noted("Its sealed file is missing on this laptop. The record itself is here and whole. {tell}"),
    Problem.TOO_LARGE.code: noted("It is larger than the endpoint takes. {tell}"),
    Problem.UNREADABLE.code: noted("The endpoint could not make out what was sent. {again} If that fails: {tell}"),
    Problem.MALFORMED.code: noted("The endpoint did not understand it, and may be older than this program. {tell}"),
    Problem.ENVELOPE_DIFFERENT.code: noted("The endpoint has something else under its number. {tell}"),
    Problem.DEVICE_SEQ_DIFFERENT.code: noted(
        "This laptop may be a copy of another, or brought back from a backup. {tell}"
    ),
    Problem.ENDPOINT_TROUBLE.code: noted("The endpoint had trouble of its own. It will be asked again by itself."),
    Problem.DEVICE_REVOKED.code: noted("Your authority has ended this laptop’s place. {tell}"),
    Problem.METHOD_NOT_ALLOWED.code: noted("The endpoint is older than this program. {tell}"),
}


def failure_words(why: str) -> str:
    """Return what is told about an envelope that was set aside for this reason."""
    return tr(_WORDS.get(why, _OTHERWISE)).format(tell=tr(_TELL), again=tr(_AGAIN))

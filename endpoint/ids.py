"""What an id looks like; a device's id can never be mistaken for a key id such as ``desk-1``."""

from __future__ import annotations

import re

from protocol.problems import Problem, Refused

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_id(text: str) -> bool:
    """Say whether this is a UUID in its usual text form, lower case."""
    return _UUID.fullmatch(text) is not None


def check_id(text: str) -> None:
    """Raise ``Refused`` unless this is a UUID in its usual text form."""
    if not is_id(text):
        raise Refused(Problem.MALFORMED)

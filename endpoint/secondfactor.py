"""The second factor: a time-based one-time code (RFC 6238), six digits of 30 seconds; nothing is kept here.

``cryptography`` works the code out; ours is how long one counts, that it counts once, and how guessing is slowed.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

SECRET_BYTES = 20
"""What RFC 4226 §4 recommends: 160 bits."""
DIGITS, STEP_SECONDS = 6, 30
DRIFT = 1
"""How many steps a phone may be behind or ahead (RFC 6238 §5.2, §6)."""
FREE_TRIES, FIRST_WAIT, LONGEST_WAIT = 3, 30, 15 * 60
"""After so many wrong tries in a row each costs a wait, in seconds; nobody is ever shut out for good."""


@dataclass(frozen=True)
class FactorRule:
    """Of which roles a second factor is asked, and for how many hours one proof counts on the laptop it came from."""

    roles: frozenset[str] = frozenset()
    hours: int = 12


def new_secret() -> bytes:
    """Return a fresh secret."""
    return secrets.token_bytes(SECRET_BYTES)


def spelled(secret: bytes) -> str:
    """Return a secret as authenticator apps take it: base32 (RFC 4648 §6), which 20 bytes fill without padding."""
    return base64.b32encode(secret).decode()


def step_at(moment: datetime) -> int:
    """Return the step of a time: how many times 30 seconds have gone by since 1970."""
    return int(moment.timestamp()) // STEP_SECONDS


def code_of(secret: bytes, step: int, digits: int = DIGITS) -> str:
    """Return the code of a step."""
    # SHA-1 is what every authenticator app takes; as a keyed hash it is not broken (RFC 6238 §1.2, RFC 6194 §3.3).
    return TOTP(secret, digits, SHA1(), STEP_SECONDS).generate(step * STEP_SECONDS).decode()  # noqa: S303 - as above


def step_proved(secret: bytes, code: str, now: datetime, used: int) -> int | None:
    """Return the step a code is of; None where it is of none near enough, or of one that is not later than ``used``."""
    here = step_at(now)
    for step in range(here - DRIFT, here + DRIFT + 1):
        if compare_digest(code_of(secret, step).encode(), code.encode()) and step > used:
            return step
    return None


def wait_after(wrong: int) -> int:
    """Return how many seconds nothing is tried after so many wrong tries in a row: twice as long each time."""
    if wrong < FREE_TRIES:
        return 0
    doubled = min(wrong - FREE_TRIES, 10)
    return min(FIRST_WAIT << doubled, LONGEST_WAIT)

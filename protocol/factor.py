"""What is said about the second factor: how it stands, its secret once, and the six digits; no digits are ever kept."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from protocol.messages import Message

Digits = Annotated[str, Meta(pattern=r"^[0-9]{6}\Z")]


class FactorStanding(Message, frozen=True):
    """Whether a second factor is asked of a device's owner, whether it is set up, and until when one proof counts.

    ``until`` is ISO, UTC, and empty where nothing is proved on this device now.
    """

    needed: bool
    set_up: bool
    until: str


class FactorSecret(Message, frozen=True):
    """A fresh secret in base32, for an authenticator app; it is in force once its first code was proved."""

    secret: str


class FactorCode(Message, frozen=True):
    """The six digits that an authenticator app shows just now."""

    code: Digits

"""How a laptop and the endpoint stay sure that they keep the same (``docs/protocol.md`` §7); nothing is kept here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import StrEnum

from protocol.codec import canonical
from protocol.messages import REPLACED_BY_NEWER, EnvelopeKind, Message, Receipt
from protocol.orders import SignedOrder

RECONCILED = frozenset(EnvelopeKind) - REPLACED_BY_NEWER
"""The kinds that are compared: those of which only the newest is kept are sent again by themselves."""


class Contact(Message, frozen=True):
    """How a laptop begins a round: the version it speaks, the sync token it was given last, its highest number used."""

    protocol: int
    sync_token: str
    device_seq: int


class DeviceStanding(StrEnum):
    """How a device stands at the endpoint. One that is ``copied`` is still listened to, and has to be enrolled anew."""

    GOOD = "good"
    COPIED = "copied"
    REVOKED = "revoked"


class Standing(Message, frozen=True):
    """The endpoint's answer to a contact.

    ``at`` is its time, ISO, UTC. ``verified`` says for each epoch up to which ``server_seq`` a backup that was opened
    and checked holds what it took. ``policy_serial`` is 0 where it has no policy.
    """

    protocol: int
    store_epoch: str
    at: str
    verified: dict[str, int]
    sync_token: str
    standing: DeviceStanding
    directory_serial: int
    policy_serial: int
    orders: tuple[SignedOrder, ...]


class Month(Message, frozen=True):
    """How many envelopes of a device were received in one month (``2026-11``), and the digest over them."""

    month: str
    count: int
    digest: str


class Months(Message, frozen=True):
    """What the endpoint keeps of the asking device, month by month."""

    store_epoch: str
    months: tuple[Month, ...]


class MonthHeld(Message, frozen=True):
    """The ids of one month with their hashes, in order of id; ``more`` says that there are others after the last."""

    month: str
    held: dict[str, str]
    more: bool


class ErasureWhy(StrEnum):
    """Why something is erased."""

    REFUSED = "refused"
    ASKED = "asked"
    IN_ERROR = "in-error"
    RETENTION = "retention"


class Erasure(Message, frozen=True):
    """A device asking for its own envelopes to be erased for ever."""

    id: str
    device: str
    envelopes: tuple[str, ...]
    why: ErasureWhy


class SignedErasure(Message, frozen=True):
    """An erasure and the device's signature over it."""

    erasure: Erasure
    signature: str


class Erased(Message, frozen=True):
    """The endpoint's word that it erased an envelope and will never keep it again."""

    envelope: str
    why: ErasureWhy
    store_epoch: str
    erased_at: str


class SignedErased(Message, frozen=True):
    """The same, signed by the receipt key named; a line of the erasure log is one of these."""

    erased: Erased
    key: str
    signature: str


class ErasedList(Message, frozen=True):
    """What was erased: in answer to an erasure, or of what was addressed to the asking device since ``cursor``."""

    erased: tuple[SignedErased, ...]
    cursor: str = ""
    more: bool = False


def month_of(received_at: str) -> str:
    """Return the month a receipt's time is in."""
    return received_at[:7]


def month_digest(held: Mapping[str, str]) -> str:
    """Return the digest over envelopes, by id, with the SHA-256 (hex) of their sealed bytes."""
    lines = "".join(f"{envelope} {held[envelope]}\n" for envelope in sorted(held))
    return hashlib.sha256(b"ecaf/reconcile/1\0" + lines.encode()).hexdigest()


def receipt_hash(receipt: Receipt) -> str:
    """Return the hash by which the next receipt names this one."""
    return hashlib.sha256(canonical(receipt)).hexdigest()

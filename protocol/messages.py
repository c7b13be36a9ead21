"""The messages themselves (``docs/protocol.md`` §2, §5 and §6): frozen, strict, and with no unknown keys."""

from __future__ import annotations

from enum import StrEnum

import msgspec

PROTOCOL_VERSION = 3
"""The newest version this code speaks; a laptop names its own in each request (``requests.VERSION_HEADER``)."""


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A message of the protocol; every field is required unless it says otherwise."""


class Directory(Message, frozen=True, omit_defaults=True):
    """Whose keys may be sealed to or believed. ``desk`` and ``escrow`` are age recipients, by key id.

    ``vault_escrow`` are the public halves of the keys that open a vault whose passphrase was forgotten, by key id.
    ``tls_keys`` are the keys the endpoint's certificate may have (``protocol.pinning``); with none, any may do.
    """

    authority: str
    name: str
    practice: bool
    serial: int
    desk: dict[str, str]
    escrow: dict[str, str]
    receipt_keys: tuple[str, ...]
    vault_escrow: dict[str, str] = {}
    tls_keys: tuple[str, ...] = ()


class SignedDirectory(Message, frozen=True):
    """A directory, its root's public key and the root's signature."""

    directory: Directory
    root: str
    signature: str


class Invitation(Message, frozen=True):
    """Who may enrol under one enrolment code. ``key`` is the invitation key's public half; times are ISO, UTC."""

    authority: str
    key: str
    name: str
    job: str
    agency: str
    role: str
    issued_at: str


class SignedInvitation(Message, frozen=True, omit_defaults=True):
    """An invitation with its signature, the MAC over the root's key, and the sealed welcome.

    The root signed it, or the laptop of an administrator, whose certificate is then ``inviter``.
    """

    invitation: Invitation
    signature: str
    root_mac: str
    welcome: str
    inviter: Certificate | None = None


class Welcome(Message, frozen=True):
    """What only the holder of the code can read: a coordinator's desk keys (age identities by key id)."""

    desk: dict[str, str]


class DeviceKeys(Message, frozen=True):
    """A device's public keys; ``invitation`` is the public key of the invitation they are signed by."""

    device: str
    invitation: str
    signing: str
    reading: str


class Enrolment(Message, frozen=True):
    """A device asking to be enrolled: its keys, signed by the invitation key."""

    keys: DeviceKeys
    signature: str


class Enrolled(Message, frozen=True):
    """The endpoint's answer to an enrolment."""

    invitation: SignedInvitation
    directory: SignedDirectory


class Certificate(Message, frozen=True, omit_defaults=True):
    """What lets anyone with the root's public key believe a device's keys.

    ``inviter`` is the certificate of the administrator's laptop that signed the invitation, where the root did not.
    """

    invitation: Invitation
    invitation_signature: str
    keys: DeviceKeys
    keys_signature: str
    inviter: Certificate | None = None


class EnvelopeKind(StrEnum):
    """Why an envelope travels."""

    KEPT = "kept"
    RELEASED = "released"
    OPENED = "opened"
    LEDGER = "ledger"
    DRAFT = "draft"
    WITHDRAWAL = "withdrawal"


KINDS_OF_VERSION_1 = frozenset(set(EnvelopeKind) - {EnvelopeKind.WITHDRAWAL})
"""What a laptop of version 1 can read in a list; anything else there would make the whole list unreadable to it."""

REPLACED_BY_NEWER = frozenset({EnvelopeKind.LEDGER, EnvelopeKind.DRAFT})
"""Kinds of which only a device's newest about one thing is kept: the bytes of those before it are let go."""


class EnvelopeHeader(Message, frozen=True):
    """What the endpoint may know of an envelope. ``sha256`` (hex) and ``size`` are of the sealed bytes."""

    id: str
    record: str
    version: int
    parents: tuple[str, ...]
    kind: EnvelopeKind
    sha256: str
    size: int
    blobs: tuple[str, ...]
    device: str
    device_seq: int
    recipients: tuple[str, ...]


class SignedHeader(Message, frozen=True):
    """An envelope's header and the sending device's signature over it."""

    header: EnvelopeHeader
    signature: str


class Receipt(Message, frozen=True, omit_defaults=True):
    """The endpoint's word that it keeps an envelope; ``received_at`` is the endpoint's time, ISO, UTC.

    ``prev`` is the hash (``receipt_hash``) of the receipt for the same device's envelope next before this one by
    number; empty where there is none, and in a receipt of version 1.
    """

    id: str
    sha256: str
    store_epoch: str
    server_seq: int
    received_at: str
    prev: str = ""


class SignedReceipt(Message, frozen=True):
    """A receipt and the endpoint's signature by the key named."""

    receipt: Receipt
    key: str
    signature: str


class Anchor(Message, frozen=True):
    """How far a device's audit has come: its newest line's number and hash, and which anchor it follows.

    ``continues`` says that its line ``after_n`` still has the hash ``after_head`` (0 and empty where none is kept).
    ``key`` is the first key of the audit's MACs, sealed to the escrow.
    """

    device: str
    n: int
    head: str
    after_n: int
    after_head: str
    continues: bool
    key: str


class SignedAnchor(Message, frozen=True):
    """An anchor and the device's signature over it."""

    anchor: Anchor
    signature: str


class Changes(Message, frozen=True):
    """Headers addressed to the asking device, in commit order, and where to go on from."""

    headers: tuple[SignedHeader, ...]
    cursor: str
    more: bool


class Health(Message, frozen=True):
    """The endpoint is up; its store's epoch changes when it was restored from a backup."""

    status: str
    store_epoch: str


class SenderStanding(Message, frozen=True):
    """Whether work of a device's owner is taken in just now; ``why`` is what the account lacks, empty where nothing."""

    device: str
    why: str


class Opened(Message, frozen=True):
    """What a coordinator's device tells the author: which envelope was opened, by whom and when."""

    envelope: str
    record: str
    version: int
    opened_at: str


CHECK = "check"
"""What lapses where it is no course: the enhanced check."""

USE_POLICY = "use-policy"
"""The same: that somebody accepted the use policy."""


class Lapse(Message, frozen=True):
    """Something on record for the owner of a device that lapses soon, and its last day (ISO).

    ``what`` is ``CHECK``, ``USE_POLICY`` or a course.
    """

    what: str
    until: str


class Lease(Message, frozen=True, omit_defaults=True):
    """The endpoint's word until when a device may go on without hearing from it; times are the endpoint's, ISO, UTC.

    ``lapses`` warns its owner of what lapses soon; there is none in a lease for a laptop of an earlier version.
    """

    device: str
    issued_at: str
    expires_at: str
    lapses: tuple[Lapse, ...] = ()


class SignedLease(Message, frozen=True):
    """A lease and the endpoint's signature by the receipt key named."""

    lease: Lease
    key: str
    signature: str


class WithdrawalWhy(StrEnum):
    """Why what was released is taken back."""

    WITHDRAWN = "withdrawn"
    IN_ERROR = "in-error"


class Withdrawal(Message, frozen=True):
    """What a device signs inside a ``withdrawal`` envelope: which record is no longer shown, up to which version."""

    record: str
    version: int
    device: str
    why: WithdrawalWhy
    said_at: str

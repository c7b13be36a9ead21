"""What is signed and how it is checked (``docs/protocol.md`` §3); private keys are handed in and never kept."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from protocol.codec import canonical, to_bytes, to_text
from protocol.problems import Problem, Refused


class Kind(StrEnum):
    """What a statement is; a signature made for one kind never verifies as another."""

    DIRECTORY = "directory"
    INVITATION = "invitation"
    DEVICE = "device"
    RECORD = "record"
    ENVELOPE = "envelope"
    RECEIPT = "receipt"
    ANCHOR = "anchor"
    LEDGER = "ledger"
    DRAFT = "draft"
    LEASE = "lease"
    WITHDRAWAL = "withdrawal"
    ERASURE = "erasure"
    ERASED = "erased"
    ORDER = "order"
    DONE = "done"
    POLICY = "policy"
    NOTICE = "notice"
    TAKEN = "taken"
    BESIDE = "beside"
    SERVICES = "services"
    DESK = "desk"


def signing_bytes(kind: Kind, statement: Any) -> bytes:
    """Return the bytes a signature of this kind covers: its domain, a zero byte, the RFC 8785 form."""
    return f"ecaf/{kind}/1\0".encode() + canonical(statement)


def sign(kind: Kind, statement: Any, key: Ed25519PrivateKey) -> str:
    """Return the signature over ``statement`` as text."""
    return to_text(key.sign(signing_bytes(kind, statement)))


def check(kind: Kind, statement: Any, signature: str, public_key: str) -> None:
    """Raise ``Refused`` unless ``signature`` is this key's over this statement."""
    try:
        key = Ed25519PublicKey.from_public_bytes(to_bytes(public_key, 32))
        key.verify(to_bytes(signature, 64), signing_bytes(kind, statement))
    except InvalidSignature as fault:
        raise Refused(Problem.SIGNATURE_WRONG) from fault
    except ValueError as fault:
        raise Refused(Problem.MALFORMED) from fault


def public_text(key: Ed25519PrivateKey) -> str:
    """Return the public half of a signing key as text."""
    return to_text(key.public_key().public_bytes_raw())

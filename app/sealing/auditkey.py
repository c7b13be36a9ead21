"""The first key of an audit's MACs, made at enrolment and sealed to the authority's escrow; nobody else can open it."""

from __future__ import annotations

import secrets
from typing import NamedTuple

import pyrage

from protocol.messages import Directory

_KEY_BYTES = 32


class AuditKey(NamedTuple):
    """A fresh key, and the same key as only the escrow's holders can open it."""

    key: bytes
    sealed: bytes


def new_audit_key(directory: Directory) -> AuditKey:
    """Return a fresh key for an audit."""
    key = secrets.token_bytes(_KEY_BYTES)
    recipients = [pyrage.x25519.Recipient.from_str(public) for public in directory.escrow.values()]
    return AuditKey(key, pyrage.encrypt(key, recipients))


def open_audit_key(sealed: bytes, escrow: str) -> bytes:
    """Return the first key of an audit, opened with an escrow identity."""
    return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(escrow)]))

"""Invitations by their public key; the code they were made from is never here."""

from __future__ import annotations

from sqlalchemy import insert, select

from endpoint.storage.accounts import account_of, open_account
from endpoint.storage.database import Transaction
from endpoint.storage.tables import INVITATIONS
from protocol.codec import decode, encode
from protocol.messages import SignedInvitation


def insert_invitation(tx: Transaction, signed: SignedInvitation) -> None:
    """Keep an invitation, and open an account for whoever is invited; the same one again changes nothing."""
    if find_invitation(tx, signed.invitation.key) is None:
        row = {"authority": tx.authority, "key": signed.invitation.key, "body": encode(signed)}
        tx.connection.execute(insert(INVITATIONS).values(row))
        open_account(tx, account_of(signed.invitation))


def find_invitation(tx: Transaction, key: str) -> SignedInvitation | None:
    """Return the invitation with this public key, if there is one."""
    query = select(INVITATIONS.c.body).where(INVITATIONS.c.authority == tx.authority, INVITATIONS.c.key == key)
    body = tx.connection.execute(query).scalar_one_or_none()
    return decode(body, SignedInvitation) if body is not None else None

"""Invitations by their public key; the code they were made from is never here."""

from __future__ import annotations

from sqlalchemy import exists, insert, select, update

from endpoint.storage.accounts import account_of, open_account
from endpoint.storage.database import Transaction
from endpoint.storage.tables import DEVICES, INVITATIONS
from protocol.codec import decode, encode
from protocol.messages import SignedInvitation


def insert_invitation(tx: Transaction, signed: SignedInvitation) -> int:
    """Keep an invitation, and open an account for whoever is invited; the same one again changes nothing.

    One that an administrator made ends those before it that nobody used; return how many. A letter of the office ends
    none: somebody may be given two, for two laptops.
    """
    if find_invitation(tx, signed.invitation.key) is not None:
        return 0
    ended = _end_unused(tx, signed) if signed.inviter is not None else 0
    row = {"authority": tx.authority, "key": signed.invitation.key, "body": encode(signed), "ended_at": ""}
    tx.connection.execute(insert(INVITATIONS).values(row))
    open_account(tx, account_of(signed.invitation))
    return ended


def _end_unused(tx: Transaction, signed: SignedInvitation) -> int:
    hers = account_of(signed.invitation).account
    used = exists().where(DEVICES.c.authority == INVITATIONS.c.authority, DEVICES.c.invitation == INVITATIONS.c.key)
    waiting = select(INVITATIONS.c.key, INVITATIONS.c.body).where(
        INVITATIONS.c.authority == tx.authority, INVITATIONS.c.ended_at == "", ~used
    )
    found = [(row.key, decode(row.body, SignedInvitation).invitation) for row in tx.connection.execute(waiting)]
    ended = [key for key, invitation in found if account_of(invitation).account == hers]
    if ended:
        its = (INVITATIONS.c.authority == tx.authority, INVITATIONS.c.key.in_(ended))
        tx.connection.execute(update(INVITATIONS).where(*its).values(ended_at=signed.invitation.issued_at))
    return len(ended)


def is_ended(tx: Transaction, key: str) -> bool:
    """Say whether another invitation took the place of one before anybody used it."""
    query = select(INVITATIONS.c.ended_at).where(INVITATIONS.c.authority == tx.authority, INVITATIONS.c.key == key)
    return bool(tx.connection.execute(query).scalar_one_or_none())


def find_invitation(tx: Transaction, key: str) -> SignedInvitation | None:
    """Return the invitation with this public key, if there is one."""
    query = select(INVITATIONS.c.body).where(INVITATIONS.c.authority == tx.authority, INVITATIONS.c.key == key)
    body = tx.connection.execute(query).scalar_one_or_none()
    return decode(body, SignedInvitation) if body is not None else None

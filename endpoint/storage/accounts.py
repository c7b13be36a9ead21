"""Accounts: one for each person as invited, and every change of one, by whom; what was there before is never lost."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert, select, update

from endpoint.accounts import Course, StaffAccount, good_until
from endpoint.storage.chain import LineKind, bind
from endpoint.storage.database import Transaction
from endpoint.storage.tables import ACCOUNT_CHANGES, ACCOUNTS, DEVICES, INVITATIONS
from endpoint.times import to_text
from protocol.accounts import AccountChange
from protocol.codec import decode, encode
from protocol.messages import Invitation, SignedInvitation


def account_id(name: str, agency: str, role: str) -> str:
    """Return the id of a person's account: the same wherever and whenever it is opened."""
    return hashlib.sha256(f"ecaf/account/1\0{name}\0{agency}\0{role}".encode()).hexdigest()[:12]


def account_of(invitation: Invitation) -> StaffAccount:
    """Return the account of whoever is invited, as it is opened: with nothing recorded yet."""
    name, agency, role = invitation.name, invitation.agency, invitation.role
    return StaffAccount(account_id(name, agency, role), name, invitation.job, agency, role)


def find_account(tx: Transaction, account: str) -> StaffAccount | None:
    """Return an account by its id, if there is one."""
    query = select(ACCOUNTS.c.body).where(ACCOUNTS.c.authority == tx.authority, ACCOUNTS.c.account == account)
    found = tx.connection.execute(query).scalar_one_or_none()
    return decode(found, StaffAccount) if found is not None else None


def find_account_of_device(tx: Transaction, device: str) -> StaffAccount | None:
    """Return the account of whoever a device belongs to."""
    query = select(DEVICES.c.account).where(DEVICES.c.authority == tx.authority, DEVICES.c.device == device)
    found = tx.connection.execute(query).scalar_one_or_none()
    return find_account(tx, found) if found else None


def list_accounts(tx: Transaction) -> list[StaffAccount]:
    """Return every account, in the order of their names."""
    query = select(ACCOUNTS.c.body).where(ACCOUNTS.c.authority == tx.authority)
    return sorted(
        (decode(body, StaffAccount) for body in tx.connection.execute(query).scalars()), key=lambda one: one.name
    )


def open_account(tx: Transaction, account: StaffAccount) -> StaffAccount:
    """Open an account where there is none for this person, and return the one that is there."""
    held = find_account(tx, account.account)
    if held is not None:
        return held
    row = {"authority": tx.authority, "account": account.account, "role": account.role, "body": encode(account)}
    tx.connection.execute(insert(ACCOUNTS), row)
    return account


def keep_account(tx: Transaction, account: StaffAccount, needed: Sequence[Course]) -> None:
    """Put an account in the place of the one before, and let each device of this person know how it stands."""
    open_account(tx, account)
    its = (ACCOUNTS.c.authority == tx.authority, ACCOUNTS.c.account == account.account)
    tx.connection.execute(update(ACCOUNTS).where(*its).values(role=account.role, body=encode(account)))
    theirs = (DEVICES.c.authority == tx.authority, DEVICES.c.account == account.account)
    tx.connection.execute(update(DEVICES).where(*theirs).values(good_until=good_until(account, needed)))
    for device, at in account.revoked.items():
        tx.connection.execute(update(DEVICES).where(*theirs, DEVICES.c.device == device).values(revoked_at=at))


def judge_devices(tx: Transaction, needed: Sequence[Course]) -> int:
    """Work out anew how long each device is good, where other courses are needed now; return how many it changed."""
    table, changed = DEVICES.c, 0
    for account in list_accounts(tx):
        until = good_until(account, needed)
        its = (table.authority == tx.authority, table.account == account.account, table.good_until != until)
        changed += tx.connection.execute(update(DEVICES).where(*its).values(good_until=until)).rowcount
    return changed


def note_change(tx: Transaction, account: str, what: str, by: str, at: datetime) -> None:
    """Write down that somebody changed an account; a line is only ever added."""
    table = ACCOUNT_CHANGES.c
    last = select(func.coalesce(func.max(table.n), 0)).where(table.authority == tx.authority, table.account == account)
    n = int(tx.connection.execute(last).scalar_one()) + 1
    row = {"account": account, "n": n, "at": to_text(at), "by": by, "what": what}
    tx.connection.execute(insert(ACCOUNT_CHANGES), {"authority": tx.authority, **row})
    bind(tx, LineKind.ACCOUNT, row)


def list_changes(tx: Transaction, account: str) -> list[tuple[str, str, str]]:
    """Return each change of an account: when, by whom and what, oldest first."""
    table = ACCOUNT_CHANGES.c
    query = select(table.at, table.by, table.what).where(table.authority == tx.authority, table.account == account)
    return [(row.at, row.by, row.what) for row in tx.connection.execute(query.order_by(table.n))]


def list_changes_before(tx: Transaction, account: str, before: int, most: int) -> list[AccountChange]:
    """Return the changes of an account before the one of a number, the newest first; with 0, the newest of all."""
    table = ACCOUNT_CHANGES.c
    query = select(table.n, table.at, table.by, table.what).where(
        table.authority == tx.authority, table.account == account
    )
    earlier = query.where(table.n < before) if before else query
    rows = tx.connection.execute(earlier.order_by(table.n.desc()).limit(most))
    return [AccountChange(row.n, row.at, row.by, row.what) for row in rows]


def who_checked(tx: Transaction, account: str) -> str:
    """Return who recorded the newest check of an account; empty where nobody did."""
    table = ACCOUNT_CHANGES.c
    query = select(table.by).where(
        table.authority == tx.authority, table.account == account, table.what.like("check of %")
    )
    return str(tx.connection.execute(query.order_by(table.n.desc()).limit(1)).scalar_one_or_none() or "")


def open_all(tx: Transaction, needed: Sequence[Course]) -> None:
    """Open an account for whoever was invited before there were any, and tell each device whose it is."""
    query = select(INVITATIONS.c.key, INVITATIONS.c.body).where(INVITATIONS.c.authority == tx.authority)
    for row in tx.connection.execute(query).all():
        account = open_account(tx, account_of(decode(row.body, SignedInvitation).invitation))
        its = (DEVICES.c.authority == tx.authority, DEVICES.c.invitation == row.key)
        said = {"account": account.account, "good_until": good_until(account, needed)}
        tx.connection.execute(update(DEVICES).where(*its).values(**said))

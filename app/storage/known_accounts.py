"""People's accounts as this administrator was shown them last; they are staff, and no child is among them."""

from __future__ import annotations

from app.storage.database import Transaction
from protocol.accounts import Accounts
from protocol.codec import decode, encode


def keep(tx: Transaction, accounts: Accounts) -> None:
    """Keep the list in the place of the one before."""
    tx.run("INSERT OR REPLACE INTO known_accounts VALUES (1, ?)", (encode(accounts).decode(),))


def known(tx: Transaction) -> Accounts | None:
    """Return the list as it was shown last; None where none ever was."""
    row = tx.one("SELECT accounts FROM known_accounts")
    return decode(row["accounts"].encode(), Accounts) if row else None

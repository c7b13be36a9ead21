"""How far the vault has come, counted in the transaction itself: what the witness beside the database holds on to."""

from typing import NamedTuple

from app.storage import audit
from app.storage.database import Transaction


class Standing(NamedTuple):
    """After so many commits, with this newest line of the audit (0 and an empty hash before the first).

    ``witnessed`` is a count that a witness on the disk was known to have reached.
    """

    commits: int
    witnessed: int
    n: int
    head: str


def count(tx: Transaction, before: Standing) -> Standing:
    """Count one more commit, in its own transaction, and return where that leaves the vault.

    It is one statement, and one page: this happens with each word that is saved.
    """
    chain: audit.Chain | None = tx.chain
    counted = (before.commits + 1, before.witnessed)
    if chain is None:
        tx.run("UPDATE standing SET commits = ?, witnessed = ? WHERE one = 1", counted)
        return Standing(*counted, before.n, before.head)
    tx.run(
        "UPDATE standing SET commits = ?, witnessed = ?, audit_key = ?, latest_at = ? WHERE one = 1",
        (*counted, chain.key or None, chain.latest_at),
    )
    return Standing(*counted, chain.n, chain.head)


def read(tx: Transaction) -> Standing:
    """Return where the vault stands; all of it is nothing in a vault from before there was a witness."""
    if not tx.one("SELECT 1 FROM sqlite_master WHERE name = 'standing'"):
        return Standing(0, 0, 0, "")
    row = tx.one("SELECT commits, witnessed FROM standing")
    commits, witnessed = (int(row["commits"]), int(row["witnessed"])) if row else (0, 0)
    return Standing(commits, witnessed, *(audit.head(tx) or (0, "")))

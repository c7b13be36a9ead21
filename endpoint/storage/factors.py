"""Each account's second factor and where it is proved; the secret is here as it was sealed, and in no other form."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import delete, insert, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import DEVICES, FACTOR_PROOFS, FACTORS


@dataclass(frozen=True)
class Factor:
    """A second factor: its sealed secret, when its first code was proved (empty before), and how trying it went.

    ``used`` is the last step whose code was proved; ``wrong`` how many tries in a row were wrong; until ``wait_until``
    nothing is tried.
    """

    sealed: bytes
    set_up_at: str = ""
    used: int = 0
    wrong: int = 0
    wait_until: str = ""


def find_factor(tx: Transaction, account: str) -> Factor | None:
    """Return an account's second factor, which nobody else changes till the transaction ends."""
    table = FACTORS.c
    query = select(table.sealed, table.set_up_at, table.used, table.wrong, table.wait_until)
    its = query.where(table.authority == tx.authority, table.account == account).with_for_update()
    row = tx.connection.execute(its).one_or_none()
    return Factor(*row) if row is not None else None


def list_factors(tx: Transaction) -> list[tuple[str, Factor]]:
    """Return every second factor, with its account."""
    table = FACTORS.c
    query = select(table.account, table.sealed, table.set_up_at, table.used, table.wrong, table.wait_until)
    rows = tx.connection.execute(query.where(table.authority == tx.authority)).all()
    return [(account, Factor(*rest)) for account, *rest in rows]


def list_set_up(tx: Transaction) -> dict[str, str]:
    """Return for each account whose second factor is set up since when it is."""
    table = FACTORS.c
    query = select(table.account, table.set_up_at).where(table.authority == tx.authority, table.set_up_at != "")
    return {account: str(at) for account, at in tx.connection.execute(query)}


def keep_factor(tx: Transaction, account: str, factor: Factor) -> None:
    """Put a second factor in the place of the one before."""
    _drop(tx, account)
    tx.connection.execute(insert(FACTORS), {"authority": tx.authority, "account": account, **asdict(factor)})


def forget_factor(tx: Transaction, account: str) -> None:
    """Let a second factor go, with all that it proved."""
    _drop(tx, account)
    hers = select(DEVICES.c.device).where(DEVICES.c.authority == tx.authority, DEVICES.c.account == account)
    proofs = FACTOR_PROOFS.c
    tx.connection.execute(delete(FACTOR_PROOFS).where(proofs.authority == tx.authority, proofs.device.in_(hers)))


def _drop(tx: Transaction, account: str) -> None:
    its = (FACTORS.c.authority == tx.authority, FACTORS.c.account == account)
    tx.connection.execute(delete(FACTORS).where(*its))


def proved_until(tx: Transaction, device: str) -> str:
    """Return until when a device's proof counts; empty where there never was one."""
    table = FACTOR_PROOFS.c
    query = select(table.until).where(table.authority == tx.authority, table.device == device)
    return str(tx.connection.execute(query).scalar_one_or_none() or "")


def keep_proof(tx: Transaction, device: str, until: str) -> None:
    """Keep until when a device's proof counts."""
    its = (FACTOR_PROOFS.c.authority == tx.authority, FACTOR_PROOFS.c.device == device)
    tx.connection.execute(delete(FACTOR_PROOFS).where(*its))
    tx.connection.execute(insert(FACTOR_PROOFS), {"authority": tx.authority, "device": device, "until": until})

"""The service directory: each service as it was published, the signed edition, and the pages laptops fetch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select

from endpoint.storage.database import Transaction
from endpoint.storage.tables import SERVICE_EDITIONS, SERVICE_PAGES, SERVICES
from protocol.codec import decode, encode
from protocol.services import SignedEdition


@dataclass(frozen=True)
class KeptService:
    """One service, as it was published."""

    id: str
    published: bytes


def find_serial(tx: Transaction) -> int:
    """Return the serial of the edition in force; 0 before the first."""
    table = SERVICE_EDITIONS.c
    query = select(func.coalesce(func.max(table.serial), 0)).where(table.authority == tx.authority)
    return int(tx.connection.execute(query).scalar_one())


def find_edition(tx: Transaction) -> SignedEdition | None:
    """Return the edition in force, if there is one."""
    table = SERVICE_EDITIONS.c
    query = select(table.statement).where(table.authority == tx.authority).order_by(table.serial.desc()).limit(1)
    found = tx.connection.execute(query).scalar_one_or_none()
    return decode(found, SignedEdition) if found is not None else None


def find_page(tx: Transaction, sha256: str) -> bytes | None:
    """Return a page of the edition in force, if it has one of that name."""
    table = SERVICE_PAGES.c
    query = select(table.page).where(table.authority == tx.authority, table.sha256 == sha256)
    found = tx.connection.execute(query).scalar_one_or_none()
    return bytes(found) if found is not None else None


def replace_services(
    tx: Transaction, signed: SignedEdition, pages: Mapping[str, bytes], services: Sequence[KeptService]
) -> None:
    """Put an edition into force, with its pages and services in the place of all before; the words before are kept."""
    for table in (SERVICES, SERVICE_PAGES):
        tx.connection.execute(delete(table).where(table.c.authority == tx.authority))
    edition = {"authority": tx.authority, "serial": signed.edition.serial, "statement": encode(signed)}
    tx.connection.execute(insert(SERVICE_EDITIONS), edition)
    rows = [{"authority": tx.authority, "sha256": name, "page": page} for name, page in pages.items()]
    if rows:
        tx.connection.execute(insert(SERVICE_PAGES), rows)
    kept = [{"authority": tx.authority, "id": one.id, "published": one.published} for one in services]
    tx.connection.execute(insert(SERVICES), kept)

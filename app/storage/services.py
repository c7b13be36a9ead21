"""The service directory as this laptop has it: pages as they came, and a narrow table to search; no child is in it.

An edition is put into force whole; until all its pages are here, the one before is searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.domain.finding import spaced, words_of
from app.domain.services import Sought
from app.storage.database import Transaction
from protocol.codec import decode, encode
from protocol.services import Edition, Service, SignedEdition


def edition(tx: Transaction) -> Edition | None:
    """Return the edition in force, if there is one."""
    row = tx.one("SELECT statement FROM service_edition")
    return decode(row["statement"].encode(), SignedEdition).edition if row else None


def keep_page(tx: Transaction, name: str, page: bytes) -> None:
    """Keep a page as it came, under the name that was checked."""
    tx.run("INSERT OR IGNORE INTO service_pages VALUES (?, ?)", (name, page))


def missing(tx: Transaction, names: Iterable[str]) -> tuple[str, ...]:
    """Return which of these pages are not here yet, in their order."""
    held = {row["sha256"] for row in tx.all("SELECT sha256 FROM service_pages")}
    return tuple(name for name in names if name not in held)


def page(tx: Transaction, name: str) -> bytes:
    """Return a page that is here."""
    row = tx.one("SELECT page FROM service_pages WHERE sha256 = ?", (name,))
    return bytes(row["page"]) if row else b""


def put_in_force(tx: Transaction, signed: SignedEdition, services: Sequence[Service]) -> None:
    """Let these be the services that are searched, in the place of all before; pages of no use any more are let go."""
    for table in ("service_bodies", "services", "service_edition"):
        tx.run(f"DELETE FROM {table}")  # noqa: S608 - named just above
    tx.run("INSERT INTO service_edition VALUES (1, ?)", (encode(signed).decode(),))
    tx.run_each("INSERT INTO services VALUES (?, ?, ?, ?, ?, ?, ?, ?)", list(_rows(services)))
    bodies = [(place, encode(one).decode()) for place, one in enumerate(services)]
    tx.run_each("INSERT INTO service_bodies VALUES (?, ?)", bodies)
    for name in _held(tx) - set(signed.edition.pages):
        tx.run("DELETE FROM service_pages WHERE sha256 = ?", (name,))


def _held(tx: Transaction) -> set[str]:
    return {row["sha256"] for row in tx.all("SELECT sha256 FROM service_pages")}


def _rows(services: Iterable[Service]) -> Iterator[tuple[object, ...]]:
    for place, one in enumerate(services):
        name, about = _compared(one.name, one.provider), _compared(one.does, one.criteria, one.how)
        needs, levels = ("\n".join(codes) for codes in (one.needs, one.levels))
        yield place, name, about, _compared(*one.places), needs, levels, one.youngest, one.oldest


def _compared(*texts: str) -> str:
    return spaced(words_of(" ".join(texts)))


def sought(tx: Transaction) -> Iterator[tuple[int, Sought]]:
    """Yield what a search reads of each service, with its place in the edition."""
    for place, name, about, places, needs, levels, youngest, oldest in tx.each("SELECT * FROM services ORDER BY place"):
        yield place, Sought(name, about, places, _codes(needs), _codes(levels), youngest, oldest)


def _codes(text: str) -> frozenset[str]:
    return frozenset(filter(None, text.split("\n")))


def these(tx: Transaction, places: Sequence[int]) -> list[Service]:
    """Return the services at these places, in this order."""
    marks = ",".join("?" * len(places))
    rows = tx.all(f"SELECT place, body FROM service_bodies WHERE place IN ({marks})", tuple(places))  # noqa: S608 - marks alone
    found = {row["place"]: decode(row["body"].encode(), Service) for row in rows}
    return [found[place] for place in places if place in found]

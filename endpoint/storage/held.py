"""Which open assessments may be of one child, until a coordinator has found out; neither is ever touched for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from endpoint.storage.database import Transaction
from endpoint.storage.index_tables import INDEX_CAFS, INDEX_HELD
from protocol import limits

DIFFERENT = "different"


@dataclass(frozen=True)
class Held:
    """Two episodes, in the order of their ids; ``how`` is empty while nobody has settled it.

    ``goes_on`` is the one that goes on where their authors were brought together, empty where both do.
    """

    episode: str
    other: str
    noticed_at: str
    settled_at: str = ""
    how: str = ""
    device: str = ""
    goes_on: str = ""


def hold(tx: Transaction, one: str, two: str, at: str) -> None:
    """Note that two open assessments may be of one child; a pair that is noted stays as it is."""
    episode, other = sorted((one, two))
    if find_pair(tx, one, two) is None:
        row = {"authority": tx.authority, **vars(Held(episode, other, at))}
        tx.connection.execute(insert(INDEX_HELD), row)


def find_pair(tx: Transaction, one: str, two: str) -> Held | None:
    """Return a pair, if it is noted."""
    episode, other = sorted((one, two))
    held = INDEX_HELD.c
    where = (held.authority == tx.authority, held.episode == episode, held.other == other)
    row = tx.connection.execute(select(*_COLUMNS).where(*where)).one_or_none()
    return Held(*row) if row is not None else None


_COLUMNS = [column for column in INDEX_HELD.c if column.name != "authority"]


def is_held(tx: Transaction, episode: str) -> bool:
    """Say whether another assessment of this child is open, as far as nobody found them to be different children."""
    held = INDEX_HELD.c
    either = (held.episode == episode) | (held.other == episode)
    query = select(held.episode).where(held.authority == tx.authority, either, held.how != DIFFERENT).limit(1)
    return tx.connection.execute(query).first() is not None


def list_held(tx: Transaction) -> list[Held]:
    """Return the pairs that nobody has settled, the oldest first, as many as one answer has room for."""
    held = INDEX_HELD.c
    query = select(*_COLUMNS).where(held.authority == tx.authority, held.how == "")
    found = query.order_by(held.noticed_at, held.episode).limit(limits.HELD_PAIRS)
    return [Held(*row) for row in tx.connection.execute(found)]


def list_settled(tx: Transaction) -> list[Held]:
    """Return the pairs that were settled, the newest first, as many as one answer has room for."""
    held = INDEX_HELD.c
    query = select(*_COLUMNS).where(held.authority == tx.authority, held.how != "")
    found = query.order_by(held.settled_at.desc(), held.episode).limit(limits.HELD_PAIRS)
    return [Held(*row) for row in tx.connection.execute(found)]


def pairs_of_devices(tx: Transaction, devices: Collection[str]) -> dict[str, list[Held]]:
    """Return by episode the pairs of each open assessment that one of these devices brought."""
    cafs, held = INDEX_CAFS.c, INDEX_HELD.c
    mine = select(cafs.episode).where(cafs.authority == tx.authority, cafs.device.in_(devices))
    own = frozenset(tx.connection.execute(mine).scalars())
    query = select(*_COLUMNS).where(held.authority == tx.authority, held.episode.in_(mine) | held.other.in_(mine))
    found: dict[str, list[Held]] = {}
    for row in tx.connection.execute(query.order_by(held.settled_at, held.episode, held.other)):
        pair = Held(*row)
        for episode in own.intersection((pair.episode, pair.other)):
            found.setdefault(episode, []).append(pair)
    return found


def settle(tx: Transaction, pair: Held, found: Held) -> None:
    """Write down what a coordinator found out about a pair; an empty ``how`` opens it again."""
    held = INDEX_HELD.c
    where = (held.authority == tx.authority, held.episode == pair.episode, held.other == pair.other)
    values = {"how": found.how, "device": found.device, "settled_at": found.settled_at, "goes_on": found.goes_on}
    tx.connection.execute(update(INDEX_HELD).where(*where).values(**values))

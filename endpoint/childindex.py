"""Whose index answers: the shape that an authority's existing index can be given, and our own, which is the default.

Neither ever merges two children: that two entries are one child is for a person to say.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Protocol
from uuid import uuid4

from endpoint.index.entry import Caf, CameBy, Contact, Entry
from endpoint.index.likeness import Best, Chance, Described, Named, best, likeness, plain_postcode
from endpoint.storage.database import Transaction, take_turn
from endpoint.storage.held import hold, is_held
from endpoint.storage.index import erase_caf, erase_entry, find_caf, find_entry, list_cafs, near, put_caf, put_entry
from protocol.notices import Notice


class ChildIndex(Protocol):
    """What an index must be able to do. Everything of one request happens in its transaction, or not at all."""

    def search(self, tx: Transaction, asked: Described, today: date) -> Best | None:
        """Return the one live child that is most like what is asked, by its key, if there is one."""
        ...

    def entry(self, tx: Transaction, child: str) -> Entry | None:
        """Return a child's entry, whole."""
        ...

    def note(self, tx: Transaction, child: str, caf: Caf, contact: Contact | None, today: date) -> None:
        """Note that an assessment of this child exists, as a person confirmed, and who has to do with it."""
        ...

    def hear(self, tx: Transaction, notice: Notice, caf: Caf, today: date) -> None:
        """Note that an assessment exists, of whoever is named; nobody has said yet which child of the index it is."""
        ...

    def forget(self, tx: Transaction, episode: str) -> None:
        """Erase that an assessment exists."""
        ...

    def another_is_open(self, tx: Transaction, episode: str) -> bool:
        """Say whether another open assessment may be of the same child."""
        ...


class OwnIndex:
    """The index in the endpoint's own tables."""

    def search(self, tx: Transaction, asked: Described, today: date) -> Best | None:
        """Compare what is asked with each child that shares a key with it."""
        return best(asked, near(tx, asked, today))

    def entry(self, tx: Transaction, child: str) -> Entry | None:
        """Read a child's rows."""
        return find_entry(tx, child)

    def note(self, tx: Transaction, child: str, caf: Caf, contact: Contact | None, today: date) -> None:
        """Put the assessment under this child; what a notice made of it before is erased."""
        _take_turn(tx)
        before = find_caf(tx, caf.episode)
        if before is not None and before[0] != child:
            self._erase_if_noticed(tx, before[0])
        put_caf(tx, child, caf)
        entry = find_entry(tx, child)
        if entry is None:
            return
        if contact is not None:
            others = tuple(one for one in entry.contacts if (one.name, one.contact) != (contact.name, contact.contact))
            put_entry(tx, replace(entry, contacts=(*others, contact)))
        _hold_beside(tx, caf, entry, today)

    def hear(self, tx: Transaction, notice: Notice, caf: Caf, today: date) -> None:
        """Make an entry of its own for who is named, unless a person has said which child it is."""
        _take_turn(tx)
        before = find_caf(tx, notice.episode)
        held = find_entry(tx, before[0]) if before is not None else None
        if held is None or held.came_by is CameBy.NOTICE:
            child = held.child if held is not None else str(uuid4())
            held = _told(notice, child)
            put_entry(tx, held)
        put_caf(tx, held.child, replace(before[1], device=caf.device) if before is not None else caf)
        _hold_beside(tx, caf, held, today)

    def forget(self, tx: Transaction, episode: str) -> None:
        """Erase the assessment, and the child's entry where nothing else made it."""
        before = find_caf(tx, episode)
        if before is not None:
            erase_caf(tx, episode)
            self._erase_if_noticed(tx, before[0])

    def another_is_open(self, tx: Transaction, episode: str) -> bool:
        """Say whether a pair with this episode is held."""
        return is_held(tx, episode)

    def _erase_if_noticed(self, tx: Transaction, child: str) -> None:
        entry = find_entry(tx, child)
        if entry is not None and entry.came_by is CameBy.NOTICE:
            erase_entry(tx, child)


def _take_turn(tx: Transaction) -> None:
    """Wait until whoever else notes an assessment is done: of two told at one moment, the second must see the first."""
    take_turn(tx.connection, f"{tx.authority} index")


def _told(notice: Notice, child: str) -> Entry:
    return Entry(
        child=child,
        names=(Named(notice.given, notice.family),),
        born=date.fromisoformat(notice.born) if notice.born else None,
        postcode=plain_postcode(notice.postcode),
        came_by=CameBy.NOTICE,
    )


def _hold_beside(tx: Transaction, caf: Caf, entry: Entry, today: date) -> None:
    """Hold the assessment beside each open one of a child that may be the same; nothing else happens to either."""
    asked = entry.described
    alike = [key for key, held in near(tx, asked, today) if likeness(asked, held).chance is not Chance.UNLIKELY]
    for other in list_cafs(tx, sorted({*alike, entry.child})):
        if other.episode != caf.episode:
            hold(tx, caf.episode, other.episode, caf.since)


def load_index(named: str) -> ChildIndex:
    """Return the index an operator named as ``module:Class``; ours where none is named."""
    if not named:
        return OwnIndex()
    module, _, name = named.partition(":")
    made: ChildIndex = getattr(import_module(module), name)()
    return made

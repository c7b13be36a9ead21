"""Whether the audit is as it was written, from its newest cut to its head; nothing is changed by looking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from endpoint.door import Door
from endpoint.storage.chain import BY_PLACE, FIRST, LineKind, Linked, count_lines, find_line, head, link_of, list_links
from endpoint.storage.cuts import Cut, Line, hash_of, newest_cut
from endpoint.storage.database import Transaction
from endpoint.storage.seals import Waiting, count_sealed, is_as_sealed, waiting


class Broken(Exception):
    """The logs are not as they were written; the sentence says from which place on."""


class Noted(StrEnum):
    """What can be said of a head that was noted before."""

    THERE = "in the chain"
    ERASED = "before the cut"


@dataclass
class Proof:
    """What was found whole: the head, how many lines and sealed accesses, where it begins; what waits to be sealed.

    ``noted`` is what became of the head that was noted before, and ``noted_at`` its place where it is there.
    """

    n: int
    link: str
    cut: Cut | None
    waiting: Waiting
    lines: int = 0
    accesses: int = 0
    noted: Noted | None = None
    noted_at: int = -1
    places: dict[int, str] = field(default_factory=dict)

    @property
    def head(self) -> str:
        """The head, as it is to be noted elsewhere."""
        return f"{self.n}:{self.link}"


def verify_audit(door: Door, noted: str = "") -> Proof:
    """Check every line, while others go on writing, and return what was found. Raises ``Broken``.

    ``noted`` is a head that was noted before, as ``n:link``.
    """
    with door.store.snapshot() as tx:
        proof = check_chain(tx, noted)
    check_cut(door, proof)
    return proof


def check_chain(tx: Transaction, noted: str = "") -> Proof:
    """Check every line within a transaction. Raises ``Broken``."""
    cut = newest_cut(tx)
    proof = Proof(*head(tx), cut, waiting(tx))
    place, before = (cut.upto, cut.link) if cut is not None else (0, FIRST)
    proof.places[place] = before
    spared: list[Line] = []
    for linked, line in _lines(tx):
        if cut is not None and linked.n <= cut.upto:
            spared.append((linked, line))
        else:
            place += 1
            if linked.n != place or link_of(before, linked.kind, line) != linked.link:
                raise Broken(f"The line at place {place} is not as it was written, or is gone.")
            before = linked.link
        proof.places[linked.n] = linked.link
        proof.lines += 1
        proof.accesses += _sealed(tx, linked, line)
    _check_front(cut, spared)
    if count_lines(tx) != proof.lines:
        raise Broken("There are lines that nobody wrote in their turn, or the last ones are gone.")
    if count_sealed(tx) != proof.accesses:
        raise Broken("There are accesses under a seal that nobody set.")
    if noted:
        _look_for(proof, noted)
    return proof


def _lines(tx: Transaction) -> Iterator[tuple[Linked, dict[str, Any]]]:
    for linked in list_links(tx):
        line = find_line(tx, linked)
        if line is None or (linked.kind in BY_PLACE and linked.key != str(linked.n)):
            raise Broken(f"The line at place {linked.n} is not as it was written, or is gone.")
        yield linked, line


def _sealed(tx: Transaction, linked: Linked, line: dict[str, Any]) -> int:
    """Return how many accesses a line seals, after each of them was checked."""
    if linked.kind is not LineKind.SEAL:
        return 0
    if not is_as_sealed(tx, line):
        raise Broken(f"The accesses that were sealed at place {linked.n} are not as they were written.")
    return int(line["accesses"])


def _check_front(cut: Cut | None, spared: list[Line]) -> None:
    if cut is not None and (len(spared), hash_of(spared)) != (cut.spared, cut.sha256):
        raise Broken(f"The lines that stayed when all before place {cut.upto} was erased are not as they were written.")


def _look_for(proof: Proof, noted: str) -> None:
    place, _, link = noted.partition(":")
    n = int(place) if place.isascii() and place.isdecimal() else -1
    if proof.places.get(n) == link:
        proof.noted, proof.noted_at = Noted.THERE, n
    elif proof.cut is not None and 0 <= n < proof.cut.upto and n not in proof.places:
        proof.noted = Noted.ERASED
    else:
        raise Broken("The head that was noted before is not in this chain: it was written anew, or put back.")


def check_cut(door: Door, proof: Proof) -> None:
    """Raise ``Broken`` where this endpoint's folder knows of another cut than the store, or of none.

    A head that was noted after the cut and is in the chain vouches for it, whatever the folder says.
    """
    cut, pruned = proof.cut, door.house.outside.pruned()
    known = pruned.head if pruned is not None else ""
    if known == (f"{cut.cut}:{proof.places[cut.cut]}" if cut is not None else ""):
        return
    if cut is None or proof.noted_at < cut.cut:
        raise Broken(_OTHERWISE.format(f"up to place {cut.upto} was erased at {cut.at}" if cut else "is all there"))


_OTHERWISE = (
    "The front {}, and pruned.json says otherwise: somebody else did it, or the file is an older copy. A head that you "
    "noted since vouches for it (--noted)."
)

"""What of the audit's front goes by the rule, and what stays because something is open; whole lines, front first.

No line is erased before its time, or while it waits for anything. What was erased is known outside every backup, too,
so that it is erased again wherever an older store is put back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from endpoint.outside import Outside, Pruned
from endpoint.storage.chain import FIRST, LineKind, Linked, find_line, head, list_links, take_place
from endpoint.storage.cuts import Line, erase_lines, hash_of, insert_cut, newest_cut
from endpoint.storage.database import Transaction
from endpoint.storage.holds import list_of_unsettled_pairs, list_shielded, list_suspended, list_their_devices
from endpoint.storage.looks import list_unreviewed
from endpoint.storage.seals import erase_unsealed, list_seals_of
from endpoint.times import to_text

AGAIN = "this endpoint, for a store that was put back"
"""By whom a cut is that only does again what was done before."""


class WaitsFor(StrEnum):
    """Why a line stays though its time is over."""

    REVIEW = "an override that nobody has reviewed"
    SHIELDED = "about a child who is shielded"
    PAIR = "about a child with two open assessments that nobody has settled"
    SUSPENDED = "of a suspended account"
    LOOK = "the review of a look that stays"
    BEFORE = "stayed when it was erased before"


_Why = Callable[[Linked, dict[str, Any]], WaitsFor | None]


class Open:
    """Whatever is open at this moment, and which lines wait for it."""

    def __init__(self, tx: Transaction) -> None:
        self._overrides = {one.look for one in list_unreviewed(tx)}
        self._shielded, self._pairs = list_shielded(tx), list_of_unsettled_pairs(tx)
        self._accounts = list_suspended(tx)
        self.devices = list_their_devices(tx, self._accounts)
        self._seals = set(list_seals_of(tx, self.devices))
        self._looks = set[str]()

    def why(self, linked: Linked, line: dict[str, Any]) -> WaitsFor | None:
        """Return what a line waits for; a review is asked about after its look."""
        match linked.kind:
            case LineKind.LOOK:
                found = self._why_look(line)
                self._looks |= {line["look"]} if found else set()
                return found
            case LineKind.REVIEW if line["look"] in self._looks:
                return WaitsFor.LOOK
            case LineKind.ACCOUNT if line["account"] in self._accounts:
                return WaitsFor.SUSPENDED
            case LineKind.SEAL if line["seal"] in self._seals:
                return WaitsFor.SUSPENDED
        return None

    def _why_look(self, line: dict[str, Any]) -> WaitsFor | None:
        if line["look"] in self._overrides:
            return WaitsFor.REVIEW
        if line["device"] in self.devices:
            return WaitsFor.SUSPENDED
        if line["child"] in self._shielded:
            return WaitsFor.SHIELDED
        return WaitsFor.PAIR if line["child"] in self._pairs else None


@dataclass
class Front:
    """The oldest lines, as far as all of them are older than a day: up to which place, which go and which stay.

    ``first`` is when the first line after them was written; empty where there is none.
    """

    before: str
    upto: int
    link: str
    first: str = ""
    accesses: int = 0
    erased: list[Linked] = field(default_factory=list)
    spared: list[Line] = field(default_factory=list)
    waits: Counter[WaitsFor] = field(default_factory=Counter)

    def counts(self) -> dict[str, int]:
        """Return how many lines of each kind go, and how many accesses."""
        accesses = {"access": self.accesses} if self.accesses else {}
        return {**Counter(str(linked.kind) for linked in self.erased), **accesses}


def years_before(today: date, years: int) -> str:
    """Return the day so many years ago: whatever is older has been kept for as long as that."""
    year = max(1, today.year - years)
    try:
        return today.replace(year=year).isoformat()
    except ValueError:  # the 29th of February
        return date(year, 2, 28).isoformat()


def find_front(tx: Transaction, before: str, why: _Why) -> Front:
    """Return which lines go that were written before a day. Nothing is changed."""
    cut = newest_cut(tx)
    begins = cut.upto if cut is not None else 0
    front = Front(before, begins, cut.link if cut is not None else FIRST)
    for linked in list_links(tx):
        line = find_line(tx, linked)
        is_over = line is None or str(line["at"])[:10] < before
        if linked.n > begins and not is_over:
            front.first = str(line["at"]) if line is not None else ""
            break
        _sort_in(front, linked, line, why, is_over=is_over)
        if linked.n > begins:
            front.upto, front.link = linked.n, linked.link
    return front


def _sort_in(front: Front, linked: Linked, line: dict[str, Any] | None, why: _Why, *, is_over: bool) -> None:
    waits = why(linked, line) if line is not None else None
    if line is None or (is_over and waits is None):
        front.erased.append(linked)
        front.accesses += line["accesses"] if line is not None and linked.kind is LineKind.SEAL else 0
        return
    front.spared.append((linked, line))
    if waits is not None:
        front.waits[waits] += 1


@dataclass(frozen=True)
class Says:
    """What a cut says of itself: when it was made, by whom and by which rule."""

    at: str
    by: str
    rule: str


def cut_front(tx: Transaction, front: Front, outside: Outside, says: Says) -> None:
    """Erase what goes, and write down that it did: in the chain, and outside the store before the store has it."""
    begins = {"before": front.before, "upto": front.upto, "link": front.link}
    counts = {"erased": json.dumps(front.counts(), sort_keys=True), "spared": len(front.spared)}
    insert_cut(tx, {**vars(says), **begins, **counts, "sha256": hash_of(front.spared)})
    erase_lines(tx, front.erased)
    n, link = head(tx)
    kept = tuple(_name(linked) for linked, _ in front.spared)
    outside.write_pruned(Pruned(says.at, front.before, f"{n}:{link}", kept))


def _name(linked: Linked) -> str:
    return f"{linked.kind} {linked.key}"


def cut_again(tx: Transaction, outside: Outside, now: datetime) -> None:
    """Erase whatever was erased before from a store that still has it, or has it again; and nothing else.

    Accesses that had not been sealed when a backup was taken go by their own time. The store then has a cut to begin at
    that the file outside it knows of, even where it had nothing to lose.
    """
    pruned = outside.pruned()
    cut = newest_cut(tx)
    if pruned is None or (cut is not None and cut.at >= pruned.at):
        return
    take_place(tx)
    kept = frozenset(pruned.kept)
    front = find_front(tx, pruned.before, lambda linked, _: WaitsFor.BEFORE if _name(linked) in kept else None)
    front.accesses += erase_unsealed(tx, pruned.before, Open(tx).devices)
    cut_front(tx, front, outside, Says(to_text(now), AGAIN, f"what was erased at {pruned.at}"))

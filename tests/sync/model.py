"""The protocol as a few dozen lines of plain Python: no bytes, no keys, no database; only what its rules promise.

Each rule can be switched off, so that a test sees what it is for. A run's seed decides everything in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Rule(StrEnum):
    """A rule of the protocol that can be switched off."""

    ID_IS_KEY = "id as key"
    DEDUPE = "import dedupe"
    EPOCH = "epoch"
    COMMIT_ORDER = "position in commit order"
    LOG_OUTSIDE = "erasure log outside the backup"
    HORIZON = "purge only behind the horizon"
    WITHDRAWAL_FIRST = "withdrawal first"
    CONSENT_AGAIN = "consent asked again at sending"
    RECONCILE = "reconcile"
    CURSOR_WITH_ROWS = "cursor in the transaction of its rows"
    MEMORY = "what was taken back is remembered"


EVERY_RULE = frozenset(Rule)


@dataclass(frozen=True)
class Letter:
    """An envelope: ``about`` is the document it releases, or takes back."""

    id: int
    about: int
    takes_back: bool = False


@dataclass(frozen=True)
class Receipt:
    """The endpoint's word that it has an envelope."""

    epoch: int
    place: int


@dataclass
class Store:
    """What lies in the endpoint's database, and in each of its backups."""

    epoch: int = 0
    last: int = 0
    kept: dict[int, tuple[Letter, int]] = field(default_factory=dict)
    erased: frozenset[int] = frozenset()

    def copy(self) -> Store:
        """Return a backup."""
        return replace(self, kept=dict(self.kept))


class Cut(Exception):
    """The line was cut: it may have arrived, or not."""


@dataclass
class Endpoint:
    """The endpoint: its store, its backups, and beside them the erasure log and how far backups were verified."""

    rules: frozenset[Rule]
    store: Store = field(default_factory=Store)
    log: set[int] = field(default_factory=set)
    backups: list[Store] = field(default_factory=list)
    sure_of: int = 0
    verified: dict[int, int] = field(default_factory=dict)
    epochs: Iterator[int] = field(default_factory=lambda: count(1))
    keys: Iterator[int] = field(default_factory=lambda: count(1_000_000))

    def erased(self) -> set[int]:
        """Return what is erased for ever."""
        return self.log if Rule.LOG_OUTSIDE in self.rules else set(self.store.erased)

    def put(self, letter: Letter, meanwhile: Callable[[], None]) -> Receipt | None:
        """Keep an envelope, others writing and reading before it is committed; ``None`` for one that was erased."""
        early = self._next_place() if Rule.COMMIT_ORDER not in self.rules else None
        meanwhile()
        if letter.id in self.erased():
            return None
        known = self.store.kept.get(letter.id)
        if known is not None and Rule.ID_IS_KEY in self.rules:
            return Receipt(self.store.epoch, known[1])
        place = early if early is not None else self._next_place()
        self.store.kept[letter.id if known is None else next(self.keys)] = (letter, place)
        return Receipt(self.store.epoch, place)

    def _next_place(self) -> int:
        self.store.last += 1
        return self.store.last

    def taken_back(self) -> set[int]:
        """Return the documents whose withdrawal is kept: none of them is handed out."""
        return {letter.about for letter, _ in self.store.kept.values() if letter.takes_back}

    def changes(self, epoch: int, after: int) -> tuple[int, list[tuple[int, Letter]], int]:
        """Return what came since a cursor: epoch, envelopes under their keys, and the place to go on from."""
        start = after if epoch == self.store.epoch or Rule.EPOCH not in self.rules else 0
        gone = self.taken_back()
        found = sorted((place, key, one) for key, (one, place) in self.store.kept.items() if place > start)
        listed = [(key, one) for _, key, one in found if one.takes_back or one.about not in gone]
        return self.store.epoch, listed, found[-1][0] if found else start

    def erase(self, letter: Letter) -> None:
        """Erase an envelope for ever."""
        self.log.add(letter.id)
        self.store.erased |= {letter.id}
        self._run_log()

    def _run_log(self) -> None:
        gone = self.erased()
        self.store.kept = {key: one for key, one in self.store.kept.items() if one[0].id not in gone}

    def back_up(self) -> None:
        """Take a backup."""
        self.backups.append(self.store.copy())

    def verify(self) -> None:
        """Open and check the newest backup, and say so."""
        if self.backups:
            self.sure_of = len(self.backups) - 1
            newest = self.backups[-1]
            self.verified[newest.epoch] = newest.last

    def restore(self, chance: Random) -> None:
        """Put back a backup no older than the one that was verified; those after it are let go."""
        if self.backups:
            chosen = chance.randrange(self.sure_of, len(self.backups))
            del self.backups[chosen + 1 :]
            self.store = self.backups[chosen].copy()
            if Rule.EPOCH in self.rules:
                self.store.epoch = next(self.epochs)
            self._run_log()


@dataclass
class Author:
    """A laptop that sends: its queue in order, its receipts, and the files it still has."""

    rules: frozenset[Rule]
    ids: Iterator[int]
    queue: list[Letter] = field(default_factory=list)
    receipts: dict[int, Receipt] = field(default_factory=dict)
    letters: dict[int, Letter] = field(default_factory=dict)
    files: set[int] = field(default_factory=set)
    agreed: set[int] = field(default_factory=set)
    withdrawn: set[int] = field(default_factory=set)
    erased: set[int] = field(default_factory=set)
    to_erase: list[Letter] = field(default_factory=list)
    faults: set[str] = field(default_factory=set)

    def finish(self) -> None:
        """Finish a document that the family agrees to share."""
        letter = Letter(next(self.ids), next(self.ids))
        self.agreed.add(letter.about)
        self._queue(letter)

    def _queue(self, letter: Letter, *, first: bool = False) -> None:
        self.letters[letter.id] = letter
        self.files.add(letter.id)
        self.queue.insert(0 if first else len(self.queue), letter)

    def one_of(self, chance: Random) -> Letter | None:
        """Return a release at random that nobody took back or erased."""
        free = [
            one
            for one in self.letters.values()
            if not one.takes_back and one.about not in self.withdrawn and one.about not in self.erased
        ]
        return chance.choice(free) if free else None

    def take_back(self, letter: Letter) -> None:
        """Void what waits of it, and queue the word."""
        self.withdrawn.add(letter.about)
        self.queue = [one for one in self.queue if one.about != letter.about]
        self._queue(Letter(next(self.ids), letter.about, takes_back=True), first=Rule.WITHDRAWAL_FIRST in self.rules)

    def erase(self, letter: Letter) -> None:
        """Ask that an envelope is erased for ever; it is sent no more."""
        self.erased.add(letter.about)
        self.queue = [one for one in self.queue if one.id != letter.id]
        self.receipts.pop(letter.id, None)
        self.to_erase.append(letter)

    def end_agreement(self, letter: Letter) -> None:
        """Let an agreement end; what was received meanwhile stays where it is."""
        self.agreed.discard(letter.about)

    def round(self, line: Line, endpoint: Endpoint) -> None:
        """Stay sure, send what waits in order, then let go of files nobody can need."""
        self._reconcile(line, endpoint)
        for letter in list(self.queue):
            if not letter.takes_back and letter.about not in self.agreed and Rule.CONSENT_AGAIN in self.rules:
                self.queue.remove(letter)
                continue
            self._send(letter, line, endpoint)
        for letter in list(self.to_erase):
            line.carry(lambda one=letter: endpoint.erase(one))  # type: ignore[misc]
            self.to_erase.remove(letter)
        self._purge(endpoint)

    def _send(self, letter: Letter, line: Line, endpoint: Endpoint) -> None:
        if not letter.takes_back and letter.about not in self.agreed:
            self.faults.add("unagreed")
        receipt = line.carry(lambda: endpoint.put(letter, line.meanwhile), keep=True)
        if any(one.takes_back for one in self.queue) and not letter.takes_back:
            self.faults.add("overtaken")
        self.queue.remove(letter)
        if receipt is not None:
            self.receipts[letter.id] = receipt

    def _reconcile(self, line: Line, endpoint: Endpoint) -> None:
        """Send again what the endpoint has no more; without a file there is nothing to send."""
        if Rule.RECONCILE not in self.rules:
            return
        held = line.carry(lambda: {one.id for one, _ in endpoint.store.kept.values()})
        for missing in [one for one in self.receipts if one not in held]:
            del self.receipts[missing]
            if missing in self.files and self.letters[missing].about not in self.withdrawn - self._said_back(missing):
                self._queue(self.letters[missing], first=self.letters[missing].takes_back)

    def _said_back(self, missing: int) -> set[int]:
        return {self.letters[missing].about} if self.letters[missing].takes_back else set()

    def _purge(self, endpoint: Endpoint) -> None:
        for letter, receipt in self.receipts.items():
            behind = receipt.place <= endpoint.verified.get(receipt.epoch, 0)
            if behind or Rule.HORIZON not in self.rules:
                self.files.discard(letter)


@dataclass
class Desk:
    """A laptop that reads: what it shows, and how far it read."""

    rules: frozenset[Rule]
    epoch: int = 0
    cursor: int = 0
    shown: tuple[tuple[int, Letter], ...] = ()
    told: frozenset[int] = frozenset()
    faults: set[str] = field(default_factory=set)

    def round(self, line: Line, endpoint: Endpoint, chance: Random, *, crashes: bool) -> None:
        """Read on; what was erased or taken back is shown no more."""
        epoch, listed, cursor = line.carry(lambda: endpoint.changes(self.epoch, self.cursor))
        crashed = crashes and chance.random() < 0.1
        if crashed and Rule.CURSOR_WITH_ROWS in self.rules:
            return
        self.epoch, self.cursor = epoch, cursor
        if crashed:
            return
        for key, letter in listed:
            self._take_in(key, letter)
        erased = endpoint.erased()
        self.shown = tuple(one for one in self.shown if one[1].id not in erased)

    def _take_in(self, key: int, letter: Letter) -> None:
        if letter.takes_back:
            self.told |= {letter.about}
            self.shown = tuple(one for one in self.shown if one[1].about != letter.about)
            return
        if letter.about in self.told:
            if Rule.MEMORY in self.rules:
                return
            self.faults.add("shown again")
        if Rule.DEDUPE not in self.rules or key not in {one for one, _ in self.shown}:
            self.shown += ((key, letter),)


@dataclass
class Line:
    """Carries a request and its answer, or loses one of them, or brings a request twice or late."""

    chance: Random
    bad: float
    meanwhile: Callable[[], None] = lambda: None
    late: list[Callable[[], object]] = field(default_factory=list)

    def carry(self, ask: Callable[[], T], *, keep: bool = False) -> T:
        """Return the answer. Raises ``Cut``, whether or not it arrived."""
        if self.chance.random() >= self.bad:
            return ask()
        if self.late and self.chance.random() < 0.5:
            self.chance.choice(self.late)()
        if keep:
            self.late.append(ask)
        fault = self.chance.randrange(4)
        if fault == 0:
            raise Cut
        answer = ask()
        if fault == 1:
            raise Cut
        return ask() if fault == 2 else answer


@dataclass
class World:
    """Two authors, a desk and an endpoint."""

    chance: Random
    rules: frozenset[Rule]

    def __post_init__(self) -> None:
        """Begin with nothing."""
        ids = count(1)
        self.endpoint = Endpoint(self.rules)
        self.line = Line(self.chance, 0.3, self._meanwhile)
        self.authors = Author(self.rules, ids), Author(self.rules, ids)
        self.desk = Desk(self.rules)
        self.images = [replace(self.desk)]
        self.busy = False

    def _meanwhile(self) -> None:
        """Let somebody else write and the desk read before a write is committed, now and then."""
        if self.busy or self.chance.random() > 0.2:
            return
        self.busy = True
        ids = self.authors[0].ids
        one = Letter(next(ids), next(ids))
        self.authors[1].letters[one.id], self.authors[1].receipts[one.id] = one, self._put_alone(one)
        self.authors[1].agreed.add(one.about)
        self.authors[1].files.add(one.id)
        self.desk.round(Line(self.chance, 0.0), self.endpoint, self.chance, crashes=False)
        self.busy = False

    def _put_alone(self, one: Letter) -> Receipt:
        receipt = self.endpoint.put(one, lambda: None)
        assert receipt is not None
        return receipt

    def step(self) -> None:
        """Do one thing by chance."""
        author = self.chance.choice(self.authors)
        acts: tuple[Callable[[], None], ...] = (
            author.finish,
            author.finish,
            lambda: self._on_one(author, author.take_back),
            lambda: self._on_one(author, author.erase),
            lambda: self._on_one(author, author.end_agreement),
            self.endpoint.back_up,
            self.endpoint.verify,
            lambda: self.endpoint.restore(self.chance),
            lambda: self.images.append(replace(self.desk)),
            self._put_desk_back,
            *[lambda: author.round(self.line, self.endpoint)] * 5,
            *[lambda: self.desk.round(self.line, self.endpoint, self.chance, crashes=True)] * 3,
        )
        try:
            self.chance.choice(acts)()
        except Cut:
            self.busy = False

    def _on_one(self, author: Author, act: Callable[[Letter], None]) -> None:
        letter = author.one_of(self.chance)
        if letter is not None:
            act(letter)

    def _put_desk_back(self) -> None:
        """Put an older copy of the desk's folder back; one with no epoch knows of nothing yet."""
        self.desk = replace(self.chance.choice(self.images))

    def settle(self) -> None:
        """Let all be well until nothing moves any more."""
        self.line.bad, self.busy = 0.0, True
        for _ in range(3):
            for author in self.authors:
                author.round(self.line, self.endpoint)
            self.desk.round(self.line, self.endpoint, self.chance, crashes=False)

    def verdict(self) -> set[str]:
        """Return what is not as it must be."""
        shown = [letter.about for _, letter in self.desk.shown]
        held = {letter.id for letter, _ in self.endpoint.store.kept.values()}
        wrong = set(self.desk.faults)
        for author in self.authors:
            wrong |= author.faults
            wrong |= {"stuck"} if author.queue or author.to_erase else set()
            gone = author.withdrawn | author.erased
            for letter in author.letters.values():
                if not letter.takes_back:
                    wrong |= _wrong_about(letter, author, shown.count(letter.about), is_gone=letter.about in gone)
                if letter.id in author.receipts and letter.id not in held:
                    wrong.add("lost")
                if not letter.takes_back and letter.about in author.erased and letter.id in held:
                    wrong.add("resurrected")
        return wrong


def _wrong_about(letter: Letter, author: Author, times: int, *, is_gone: bool) -> set[str]:
    if is_gone:
        return {"resurrected"} if times else set()
    if times > 1:
        return {"doubled"}
    return {"lost"} if not times and letter.about in author.agreed else set()


def run(seed: int, rules: frozenset[Rule] = EVERY_RULE, steps: int = 40) -> set[str]:
    """Run one world, and return what went wrong in it."""
    world = World(Random(seed), rules)
    for _ in range(steps):
        world.step()
    world.settle()
    return world.verdict()

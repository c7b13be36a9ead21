"""Drills in an order by lot: words are forgotten, keys changed, files damaged; every finished assessment comes back.

It comes back in the vault itself, or else from the sealed copies beside it: by their author, or by two key holders and
her new laptop. Nothing is sent anywhere in these drills.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from larkrise import FORMS, PASSPHRASE, Laptop, by_hand

from app.domain.record import RecordKind
from app.errors import Trouble
from app.operations import moving
from app.operations.recovering import ask_holders, recover_by_code, recover_by_holders
from app.operations.rescuing import rescue
from app.operations.unlocking import after_unlocking
from app.sealing.genuine import NotGenuine
from app.storage import keys
from app.storage.folder import DATABASE, KEYS, SEALED
from app.storage.keys import ONLY_FOR_TESTS, Opener
from app.storage.recovery_code import new_code
from app.storage.vault import Vault, open_vault
from authority.office import ESCROW_KEYS, Office
from protocol.codec import encode

PAGE = 4096
MOST_PAGES = 6
WORDS = "velvet orchard window pepper canoe {} times over"
Roots = frozenset[str]


@dataclass
class Drill:
    """One practitioner's vault on its way through trouble, and what she finished so far."""

    office: Office
    place: Path
    lot: Random
    laptop: Laptop
    words: str = PASSPHRASE
    code: str = ""
    finished: set[str] = field(default_factory=set)
    done: list[str] = field(default_factory=list)
    places: int = 1

    @property
    def folder(self) -> Path:
        """Where the vault is now."""
        return self.laptop.vault.folder

    def finish(self) -> None:
        """Finish another assessment."""
        visit = self.laptop.finished_visit()
        self.finished |= {record.statement.root for record, _ in visit.signed}

    def make_code(self) -> None:
        """Make a recovery code."""
        self.code = new_code()
        self.laptop.vault.change_recovery_code(self.code, "office")

    def change_key(self) -> None:
        """Change the key of everything."""
        self.laptop.vault.change_key(self.words, ONLY_FOR_TESTS)

    def lock(self) -> None:
        """Lock, and unlock again."""
        self.laptop.vault.lock()
        self._enter(open_vault(self.folder, self.words))

    def forget_and_use_the_code(self) -> None:
        """Forget the words, and open by the code on paper."""
        if not self.code:
            self.make_code()
        self.laptop.vault.lock()
        self.words = self._new_words()
        self._enter(recover_by_code(self.folder, self.code, self.words, self.laptop.watch, _cost))

    def forget_and_ask_the_holders(self) -> None:
        """Forget the words, and have two key holders open it."""
        self.laptop.vault.lock()
        self.words, key = self._new_words(), self.lot.choice(ESCROW_KEYS)
        request = ask_holders(self.folder, self.words, _cost)
        answer = encode(self.office.answer_request(request, key, self._pair(key)))
        self._enter(recover_by_holders(self.folder, self.words, answer, self.laptop.watch, _cost))

    def damage_and_give_back(self) -> None:
        """Damage pages of the locked database, and give back what can be read in a new place."""
        self.laptop.vault.lock()
        damaged, self.places = self.folder, self.places + 1
        written = bytearray((damaged / DATABASE).read_bytes())
        for _ in range(self.lot.randint(1, MOST_PAGES)):
            start = self.lot.randrange(len(written) // PAGE) * PAGE
            written[start + self.lot.randrange(PAGE)] ^= 1 << self.lot.randrange(8)
        (damaged / DATABASE).write_bytes(written)
        vault, _ = rescue(
            damaged,
            self._opener(),
            into=damaged.parent / f"place{self.places}",
            passphrase=self.words,
            cost=_cost,
            forms=FORMS,
            clock=self.laptop.watch,
        )
        self._enter(vault)

    def _opener(self) -> Opener:
        by_code = self.code and self.lot.random() < 1 / 2
        return keys.with_recovery_code(self.code) if by_code else keys.with_passphrase(self.words)

    def _enter(self, vault: Vault) -> None:
        with vault.transaction() as tx:
            workplace = after_unlocking(tx, vault, FORMS, self.laptop.watch)
        if workplace is None:  # the laptop's own keys were on a damaged page: it would join its team anew
            self.laptop.vault = vault
            raise NotEnrolled
        self.laptop = Laptop(vault, workplace, self.laptop.watch)

    def _new_words(self) -> str:
        return WORDS.format(" ".join("abcdefghij"[int(digit)] * 3 for digit in str(len(self.done))))

    def _pair(self, key: str) -> dict[str, str]:
        return {seat: self.office.codes[key][seat] for seat in self.lot.sample("ABC", 2)}


class NotEnrolled(Exception):
    """The vault came back without the laptop's own keys."""


STEPS: dict[str, Callable[[Drill], None]] = {
    "finish": Drill.finish,
    "make a code": Drill.make_code,
    "change the key": Drill.change_key,
    "lock": Drill.lock,
    "forgotten: by the code": Drill.forget_and_use_the_code,
    "forgotten: by the holders": Drill.forget_and_ask_the_holders,
    "damaged: given back": Drill.damage_and_give_back,
}


@dataclass(frozen=True)
class Drilled:
    """What came of one drill: its steps, how many assessments were finished, and how many are found where.

    ``in_the_copies`` is how many come back without the vault; ``lost`` is how many are found nowhere.
    """

    steps: tuple[str, ...]
    finished: int
    in_the_vault: int
    in_the_copies: int
    lost: int

    def as_figures(self) -> dict[str, int]:
        """Return the figures by name."""
        lost = {"lost": self.lost, "lost_without_the_vault": self.finished - self.in_the_copies}
        return {"drills": 1, "finished": self.finished, "in_the_vault": self.in_the_vault, **lost}


def drilled(office: Office, place: Path, seed: str) -> Drilled:
    """Go through one drill in an order by lot, every step at least once, and look for what was finished."""
    lot = Random(seed)
    drill = Drill(office, place, lot, Laptop.new(place / "vaults" / "place1", by_hand(office, "practitioner")))
    drill.laptop.vault.change_escrow(office.directory().directory.vault_escrow)
    order = [*STEPS, "finish", *lot.choices(list(STEPS), k=3)]
    lot.shuffle(order)
    try:
        for step in ("finish", *order):
            drill.done.append(step)
            STEPS[step](drill)
    except NotEnrolled:
        pass
    here = finished_in(drill.laptop.vault)
    drill.laptop.vault.lock()
    back, finished = brought_back(drill), drill.finished
    nowhere = finished - here - back
    return Drilled(tuple(drill.done), len(finished), len(finished & here), len(finished & back), len(nowhere))


def brought_back(drill: Drill) -> Roots:
    """Lose the vault itself: have two key holders seal its copies again to a new laptop, and take them in there."""
    (drill.folder / KEYS).write_bytes(b"damaged")
    (drill.folder / DATABASE).write_bytes(b"damaged")
    new = Laptop.new(drill.place / "new laptop", by_hand(drill.office, "practitioner"))
    key, out = drill.lot.choice(ESCROW_KEYS), drill.place / "sealed again"
    for folder in drill.folder.parent.glob(f"*/{SEALED}"):
        drill.office.reseal(folder, new.workplace.certificate, key, drill._pair(key), out)
    for file in sorted(out.iterdir()):
        try:
            with new.vault.transaction() as tx:
                moving.take_in(tx, new.workplace, file.read_bytes())
        except (NotGenuine, Trouble):
            continue
    found = finished_in(new.vault)
    new.vault.lock()
    return found


def finished_in(vault: Vault) -> Roots:
    """Return the roots of the finished assessments in an open vault."""
    with vault.transaction() as tx:
        rows = tx.all("SELECT root FROM records WHERE kind = ?", (RecordKind.ASSESSMENT.value,))
        return frozenset(str(row["root"]) for row in rows)


def _cost() -> keys.Cost:
    return ONLY_FOR_TESTS

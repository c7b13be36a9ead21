"""A laptop with one or more places and a real authority, and the program at its door; nothing here needs a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from furnished import Opened, put_away
from larkrise import FORMS, Laptop, by_hand, new_office
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.operations.policy import read_policy
from app.paths import resources
from app.storage import audit
from app.storage.slots import ONLY_FOR_TESTS
from app.storage.vault import Vault, open_vault
from app.ui.program import Program
from app.ui.surroundings import Surroundings, shown_by_none
from authority.office import ESCROW_KEYS, Office
from demonstration.hands import Hands
from protocol.codec import decode, encode
from protocol.escrow import EscrowRequest, fingerprint


@dataclass
class Doorstep:
    """A laptop's home folder, its authority, and the files somebody chooses when asked."""

    folder: Path
    office: Office
    chosen: dict[str, Path] = field(default_factory=dict)

    @classmethod
    def new(cls, folder: Path) -> Doorstep:
        """Return a laptop nobody has used yet."""
        return cls(folder, new_office(folder / "office"))

    @property
    def home(self) -> Path:
        """The laptop's own folder."""
        return self.folder / "home"

    def place(self, seat: str = "place") -> Path:
        """Return the folder of a place."""
        return self.home / "vaults" / seat

    def furnish(self, seat: str = "place", role: str = "practitioner") -> None:
        """Make a place, enrolled, with one family in it; its words are those of every test."""
        laptop = Laptop.new(self.place(seat), by_hand(self.office, role))
        laptop.visit().write({"id.given": "Mason", "id.family": "Reid"})
        laptop.vault.lock()

    def open(self, words: str, seat: str = "place") -> Vault:
        """Open a place without the program."""
        return open_vault(self.place(seat), words)

    def acts(self, words: str, seat: str = "place") -> list[tuple[str, str]]:
        """Return what stands in a place's audit, which is whole."""
        vault = self.open(words, seat)
        with vault.transaction() as tx:
            assert audit.verify(tx) is None
            found = [(line["act"], line["why"]) for line in tx.all("SELECT act, why FROM audit ORDER BY n")]
        vault.lock()
        return found

    def answer(self, request: Path, letters: str) -> Path:
        """Answer a request as two key holders do, who heard its letters over the telephone."""
        asked = decode(request.read_bytes(), EscrowRequest)
        assert fingerprint(asked) == letters
        key = ESCROW_KEYS[0]
        codes = {seat: self.office.codes[key][seat] for seat in "BC"}
        path = self.folder / "answer.json"
        path.write_bytes(encode(self.office.answer_request(asked, key, codes)))
        return path

    @contextmanager
    def started(self, application: QApplication, show_file: Callable[[Path], bool] = shown_by_none) -> Iterator[Opened]:
        """Yield the program started on this laptop; afterwards its vault is closed and its window gone."""
        told: list[str] = []
        around = Surroundings(
            home=self.home,
            forms=FORMS,
            policy=read_policy(resources() / "policy" / "default.json"),
            clock=SystemClock(),
            relaunch=lambda: told.append("started afresh"),
            leave=lambda code: told.append(f"left with {code}"),
            choose_file=lambda offered: self.chosen.get("save", self.folder / offered),
            open_file=lambda _title: self.chosen.get("open"),
            cost=ONLY_FOR_TESTS,
            show_file=show_file,
        )
        program = Program(application, around)
        hands = Hands(program.window, self.folder)
        try:
            program.start()
            hands.look_at()
            yield Opened(program, hands, told)
        finally:
            put_away(application, program)

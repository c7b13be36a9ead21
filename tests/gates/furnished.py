"""Laptops with families on them, and the real program opened on one; nothing here needs a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from larkrise import AGREED_TO_SHARE, FORMS, HELD_BACK, MASON, PASSPHRASE, PRIVATE, TOLD, Laptop, by_hand, new_office
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import SystemClock
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.look.kit import theme
from app.look.tokens import PaletteName
from app.operations.keeping import Unsaved, keep
from app.operations.policy import read_policy
from app.paths import resources
from app.sealing.opening import open_package
from app.storage import inbox, outbox, sealed
from app.storage.outbox import OutboxKind
from app.sync.fetching import inbox_row
from app.sync.status import SyncStatus
from app.ui.inactivity import Inactivity
from app.ui.program import Program, Surroundings
from app.ui.shell.workroom import Workroom
from authority.office import Office
from demonstration.hands import Hands

NAMES = ("Mason", "Reid", "Ruby", "Marsh", "Erin", "Walsh", "Noah", "Carly", "Jo Whitfield", "Priya")
PRIVATE_WORDS = (*NAMES, "Heron Close", HELD_BACK, TOLD, PRIVATE)
"""Names, an address and sentences of the families here: none of it may stand where anyone can look on."""


_PASSES = 3
"""A layout whose height follows its width finds its place in a second pass, and its scroll bar in a third."""


@dataclass(frozen=True)
class Furnished:
    """A practitioner's laptop, with one family not asked yet, one asked nothing at the second gate, one ready to sign,
    and one that has signed; and a coordinator's.
    """

    practitioner: Path
    coordinator: Path
    asking: EpisodeId
    undecided: EpisodeId
    writing: EpisodeId
    signed: EpisodeId


def furnish(folder: Path) -> Furnished:
    """Return both laptops, locked; what the third family released has come to the coordinator."""
    office = new_office(folder / "office")
    jo = Laptop.new(folder / "jo" / "vaults" / "place", by_hand(office, "practitioner"))
    asking, undecided, writing, signed = (jo.visit() for _ in range(4))
    asking.write({"id.given": "Ruby", "id.family": "Marsh", "id.special": "An interpreter for Leanne, in Polish"})
    for visit, given, family in ((undecided, "Erin", "Walsh"), (writing, "Mason", "Reid"), (signed, "Noah", "Marsh")):
        visit.start()
        visit.write({**MASON, "id.given": given, "id.family": family})
    for visit in (writing, signed):
        visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    signed.sign()
    with jo.vault.transaction() as tx:
        keep(tx, Unsaved(notes={(writing.episode, "1"): PRIVATE}), jo.watch.now())
    bring_to_desk(jo, folder / "priya", office)
    jo.vault.lock()
    episodes = (visit.episode for visit in (asking, undecided, writing, signed))
    return Furnished(folder / "jo", folder / "priya", *episodes)


def bring_to_desk(jo: Laptop, home: Path, office: Office) -> None:
    """Carry what was released to a coordinator's laptop, with the checks of an import."""
    priya = Laptop.new(home / "vaults" / "place", by_hand(office, "coordinator"))
    with jo.vault.transaction() as tx:
        (row,) = (row for row in outbox.waiting(tx, jo.watch.now()) if row.kind is OutboxKind.RELEASED)
    body = sealed.read(jo.workplace.sealed, row.file)
    package = open_package(body, priya.workplace.identities, root=priya.workplace.root)
    with priya.vault.transaction() as tx:
        inbox.add(tx, inbox_row(row.envelope, package, priya.watch.now()), body)
    priya.vault.lock()


@dataclass
class Opened:
    """The program on a screen, hands to work it, and what it told the outside world at locking."""

    program: Program
    hands: Hands
    told: list[str] = field(default_factory=list)

    @property
    def window(self) -> QWidget:
        """The program's one window."""
        return self.program.window

    @property
    def room(self) -> Workroom:
        """The room behind the lock."""
        assert self.program.workroom is not None
        return self.program.workroom

    def unlock(self) -> None:
        """Open the vault as a person does."""
        self.hands.type("unlock.passphrase", PASSPHRASE)
        self.hands.click("unlock.open")
        self.hands.until(lambda: self.program.workroom is not None, "the workroom")

    def let_the_courier_rest(self, last_word: SyncStatus) -> None:
        """Have the bar say where sending stands, and nobody change it while somebody looks."""
        assert self.program.courier is not None
        self.program.courier.stop()
        settle()
        self.room.show_sync(last_word)

    def wear(self, palette: PaletteName, scale: float) -> None:
        """Show everything in this palette and text size, and wait until it is drawn so."""
        settle()
        if theme.palette.name != palette:
            theme.set_palette(palette)
        if theme.scale != scale:
            theme.set_scale(scale)
        settle()

    def go_to(self, step: str) -> None:
        """Choose a topic in the list, which is behind a button where there is no room for it."""
        if not self.hands.sees("tasklist"):
            self.hands.click("bar.list")
        self.hands.go_to(step)


def settle() -> None:
    """Let Qt draw what changed, and let go of the pages that were taken off the window, as a running program does."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(_PASSES):
        QApplication.processEvents()


@contextmanager
def opened(application: QApplication, home: Path, pictures: Path, **more: Any) -> Iterator[Opened]:
    """Yield the program, started in the home folder of a laptop; afterwards the vault is closed and the window gone.

    ``more`` is what the surroundings have beyond what every test needs.
    """
    told: list[str] = []
    around = Surroundings(
        home=home,
        forms=FORMS,
        policy=read_policy(resources() / "policy" / "default.json"),
        clock=SystemClock(),
        relaunch=lambda: told.append("started afresh"),
        leave=lambda code: told.append(f"left with {code}"),
        **{"choose_file": lambda _offered: None, **more},
    )
    program = Program(application, around)
    hands = Hands(program.window, pictures)
    try:
        program.start()
        hands.look_at()
        yield Opened(program, hands, told)
    finally:
        put_away(application, program)
        if (theme.palette.name, theme.scale) != ("light", 1):
            theme.set_palette("light")
            theme.set_scale(1)


def put_away(application: QApplication, program: Program) -> None:
    """Close the vault and end everything that hears or ticks, here on the windows' thread.

    What were left to the collector of garbage might be collected on another thread, and a timer of Qt's left dangling.
    """
    program.autosave.flush()
    if program.courier is not None:
        program.courier.stop()
    program.tasks.vault_thread.close()
    settle()
    program.window.hide()
    ticking = (program.autosave, program.tasks, *([program.courier] if program.courier is not None else []))
    for thing in (program.window, program, *ticking, *application.findChildren(Inactivity)):
        thing.deleteLater()
    settle()

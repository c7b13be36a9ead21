"""Laptops with families on them, and the real program opened on one; nothing here needs a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from feeds import bring_services
from households import crowded, grid, identity_of, visited
from larkrise import (
    AGREED_TO_SHARE,
    AGREED_TO_START,
    FORMS,
    HELD_BACK,
    MASON,
    PASSPHRASE,
    PRIVATE,
    TOLD,
    Laptop,
    Visit,
    by_hand,
    new_office,
)
from msgspec.structs import replace
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import SystemClock
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.look.kit import theme
from app.look.tokens import PaletteName
from app.operations.keeping import Unsaved, keep
from app.operations.policy import LONGEST_IDLE, read_policy
from app.paths import resources
from app.sealing.opening import open_package
from app.storage import drafts, inbox, openings, outbox, sealed
from app.storage.drafts import Place
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.openings import Opening
from app.storage.outbox import OutboxKind
from app.sync.fetching import inbox_row
from app.sync.status import SyncStatus
from app.ui.inactivity import Inactivity
from app.ui.program import Program
from app.ui.shell.workroom import Workroom
from app.ui.surroundings import Surroundings
from demonstration.hands import Hands

NAMES = ("Mason", "Reid", "Ruby", "Marsh", "Erin", "Walsh", "Noah", "Carly", "Jo Whitfield", "Priya")
PRIVATE_WORDS = (*NAMES, "Heron Close", HELD_BACK, TOLD, PRIVATE)
"""Names, an address and sentences of the families here: none of it may stand where anyone can look on."""


_PASSES = 3
"""A layout whose height follows its width finds its place in a second pass, and its scroll bar in a third."""


@dataclass(frozen=True)
class Furnished:
    """Laptops, and the families on the practitioner's one.

    ``newcomer`` is a practitioner's with no family yet. One family was not asked yet, one would rather not be on a
    computer, one only just agreed, one was asked nothing at the second gate and was begun on the first form, and one is
    written about at great length. Three have signed: what they released was opened at the desk, could not be sent, and
    waits, and of that one a decision to share without agreement is not sent yet. One is ready to sign.
    """

    practitioner: Path
    coordinator: Path
    newcomer: Path
    asking: EpisodeId
    declining: EpisodeId
    started: EpisodeId
    undecided: EpisodeId
    crowded: EpisodeId
    heard: EpisodeId
    stuck: EpisodeId
    signed: EpisodeId
    writing: EpisodeId


def furnish(folder: Path) -> Furnished:
    """Return the laptops, locked; what the family that signed released has come to the coordinator."""
    office = new_office(folder / "office")
    Laptop.new(folder / "new" / "vaults" / "place", by_hand(office, "practitioner")).vault.lock()
    jo = Laptop.new(folder / "jo" / "vaults" / "place", by_hand(office, "practitioner"))
    families = [jo.visit() for _ in range(9)]
    asking, declining, started, undecided, full, heard, stuck, signed, writing = families
    asking.write({**identity_of("ruby-marsh"), "id.special": "An interpreter for Leanne, in British Sign Language"})
    declining.write(identity_of("kayden-marsh"))
    declining.write({**AGREED_TO_START, "c1.record_ecaf": "no"}, RecordKind.START)
    started.write({"id.given": "Baby", "id.family": "Walsh", "id.unborn": True, "id.edd": "2027-02-14"})
    undecided.write({**MASON, **identity_of("erin-walsh")})
    full.write(crowded())
    heard.write({**MASON, "id.given": "Finn", "id.family": "Walsh", "id.dob": "2022-06-02"})
    stuck.write({**MASON, "id.given": "Amara", "id.family": "Bassi", "id.dob": "2017-03-30"})
    signed.write({**MASON, **identity_of("noah-marsh")})
    writing.write(visited("mason-reid"))
    begun_on_first_form(undecided)
    for visit in families[2:]:
        visit.start()
    for visit in (full, heard, stuck, signed, writing):
        visit.write({**AGREED_TO_SHARE, **grid("mason-reid")}, RecordKind.SHARING)
    priya = Laptop.new(folder / "priya" / "vaults" / "place", by_hand(office, "coordinator"))
    for visit, on_the_way in ((heard, open_at_desk), (stuck, hold_up), (signed, None)):
        visit.sign()
        bring_to_desk(jo, priya)
        if on_the_way is not None:
            on_the_way(jo, visit)
    signed.decide(("id.given", "co.needs"))
    leave_off(jo, writing)
    with jo.vault.transaction() as tx:
        bring_services(tx)
    for laptop in (jo, priya):
        laptop.vault.lock()
    return Furnished(folder / "jo", folder / "priya", folder / "new", *(visit.episode for visit in families))


def begun_on_first_form(visit: Visit) -> None:
    """Have the draft of an assessment stand on the first version of its form, as if it was begun long ago."""
    first = FORMS.by_ref(FORMS.by_name("caf-assessment").url, "1.0.0")
    with visit.laptop.vault.transaction() as tx:
        drafts.move_to_form(tx, visit.started.draft, first.ref, visit.laptop.watch.now())


def leave_off(jo: Laptop, visit: Visit) -> None:
    """Write a private note, and stop in the middle of a topic."""
    with jo.vault.transaction() as tx:
        place = {visit.started.draft: Place("d1.behaviour.needs", 12)}
        keep(tx, Unsaved(notes={(visit.episode, "1"): PRIVATE}, places=place), jo.watch.now())


def open_at_desk(jo: Laptop, visit: Visit) -> None:
    """Let the author know that all of it was received, and that it was opened."""
    with jo.vault.transaction() as tx:
        for row in outbox.waiting(tx, jo.watch.now()):
            outbox.settle(tx, row.envelope, "{}", jo.watch.now())
        record = visit.signed[0][0].statement
        openings.add(tx, Opening(record.record, record.version, "Priya Nair", jo.watch.now()))


def hold_up(jo: Laptop, _visit: Visit) -> None:
    """Put aside what waits: the endpoint would not have it."""
    with jo.vault.transaction() as tx:
        for row in outbox.waiting(tx, jo.watch.now()):
            outbox.set_aside(tx, row.envelope, "refused")


def bring_to_desk(jo: Laptop, priya: Laptop) -> None:
    """Carry what was released to a coordinator's laptop, with the checks of an import."""
    with jo.vault.transaction() as tx:
        (row,) = (row for row in outbox.waiting(tx, jo.watch.now()) if row.kind is OutboxKind.RELEASED)
    body = sealed.read(jo.workplace.sealed, row.file)
    package = open_package(body, priya.workplace.identities, root=priya.workplace.root)
    with priya.vault.transaction() as tx:
        inbox.add(tx, inbox_row(row.envelope, package, jo.watch.now()), body)


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

    What it is asked to save stands beside the pictures; ``more`` is what the surroundings have beyond that. Hands that
    press the widgets themselves are no touch to a window: on a slow machine a long walk would else end in its lock.
    """
    told: list[str] = []
    around = Surroundings(
        home=home,
        clock=SystemClock(),
        relaunch=lambda: told.append("started afresh"),
        leave=lambda code: told.append(f"left with {code}"),
        **{
            "forms": FORMS,
            "policy": replace(read_policy(resources() / "policy" / "default.json"), idle_lock_seconds=LONGEST_IDLE),
            "choose_file": lambda offered: pictures / offered,
            "cost": ONLY_FOR_TESTS,
            **more,
        },
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
        program.courier._engine._client.close()
    program.tasks.vault_thread.close()
    settle()
    program.window.hide()
    ticking = (program.autosave, program.tasks, *([program.courier] if program.courier is not None else []))
    for thing in (program.window, program, *ticking, *application.findChildren(Inactivity)):
        thing.deleteLater()
    settle()

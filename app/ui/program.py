"""The program's life: unlock, enrol, work, lock. One process lives from the unlock window to the lock and no longer.

Locking writes what was typed, closes the vault, blanks the window, starts a fresh unlock process that is told nothing,
and ends this one at once: nothing else takes a key out of memory.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import SystemRandom

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.clock import Clock
from app.errors import Trouble
from app.forms.definition import FormLibrary
from app.log import LOGGER, record
from app.operations.entering import enter
from app.operations.policy import Policy
from app.operations.safekeeping import prepare
from app.operations.unlocking import after_unlocking, before_locking
from app.operations.workplace import Joined, NewDevice, Workplace, keep_enrolment, load_workplace, new_device
from app.storage.keys import Cost
from app.storage.seats import new_seat_folder, seat_folder, seats
from app.storage.strength import calibrated
from app.storage.thread import VaultThread
from app.storage.troubles import VaultLocked
from app.storage.vault import Vault, create_vault
from app.sync.client import EndpointClient
from app.sync.engine import Engine
from app.sync.enrol import EnrolledDevice, enrol_device
from app.sync.worker import SyncWorker
from app.ui.autosave import Autosave
from app.ui.inactivity import Inactivity
from app.ui.shell.bench import Bench, nothing_chosen
from app.ui.shell.workroom import Workroom
from app.ui.sleep import SleepWatch
from app.ui.tasks import Tasks
from app.ui.window import ProgramWindow


@dataclass(frozen=True)
class Surroundings:
    """What the program is given from outside.

    ``relaunch`` starts the fresh unlock process; ``leave`` ends this one without another word; ``choose_file`` asks
    where a copy goes, ``open_file`` and ``choose_folder`` which one to read or fill; ``cost`` is what deriving a key
    costs, where it is not to be what takes a second here.
    """

    home: Path
    forms: FormLibrary
    policy: Policy
    clock: Clock
    relaunch: Callable[[], None]
    leave: Callable[[int], None]
    choose_file: Callable[[str], Path | None]
    open_file: Callable[[str], Path | None] = nothing_chosen
    choose_folder: Callable[[str], Path | None] = nothing_chosen
    cost: Cost | None = None


class Program(QObject):
    """One process's program, behind a window that stands already or in one of its own.

    Signals: ``entered()`` when the workroom stands open.
    """

    entered = Signal()

    def __init__(self, application: QApplication, around: Surroundings, window: ProgramWindow | None = None) -> None:
        super().__init__()
        self._application, self._around = application, around
        self.window = window or ProgramWindow()
        self.window.make_ready()
        self.tasks = Tasks(VaultThread())
        self.autosave = Autosave(self.tasks, around.clock, self.crashed)
        self.workroom: Workroom | None = None
        self.courier: SyncWorker | None = None
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.unlock_requested.connect(self._unlock)
        window.passphrase.accepted.connect(self._make_vault)
        window.enrol.enrol_requested.connect(self._enrol)
        window.closing.connect(self.close)

    def start(self) -> None:
        """Show the window: the unlock page where somebody already works here, else the way to begin."""
        self.window.show_entrance(seats(self._around.home))

    def _make_vault(self, passphrase: str) -> None:
        page, folder = self.window.passphrase, new_seat_folder(self._around.home)
        page.show_busy("Making your place…")
        made = partial(self._create, folder, passphrase)
        self.tasks.open(made, self._opened, self._or_say(page.show_trouble))

    def _create(self, folder: Path, passphrase: str) -> Vault:
        return create_vault(folder, passphrase, self._cost())

    def _cost(self) -> Cost:
        return self._around.cost or calibrated()

    def _unlock(self, passphrase: str) -> None:
        page = self.window.unlock
        folder = seat_folder(self._around.home, page.chosen_seat())
        page.show_busy("Opening…")
        clock, cost = self._around.clock, self._cost
        self.tasks.open(lambda: enter(folder, passphrase, clock, cost), self._opened, self._or_say(page.show_trouble))

    def _opened(self, vault: Vault) -> None:
        self.window.unlock.forget()
        self.window.passphrase.forget()
        around = self._around
        workplace = self.tasks.ask(lambda tx: after_unlocking(tx, vault, around.forms, around.clock))
        idle = Inactivity(self._application, around.policy.idle_lock_seconds)
        idle.inactivity_detected.connect(self.lock)
        SleepWatch(self).leaving.connect(self.lock)
        if workplace is None:
            self.window.show_stage(self.window.enrol)
        else:
            self._enter(workplace)

    def _enrol(self, address: str, code: str) -> None:
        page, vault = self.window.enrol, self.tasks.vault_thread.vault
        page.show_busy("Asking your authority…")
        new = self.tasks.ask(lambda tx: new_device(tx, vault))
        self.tasks.start_elsewhere(
            lambda: _join(new, address, code),
            lambda joined: self._joined(vault, new, joined),
            self._or_say(page.show_trouble),
        )

    def _joined(self, vault: Vault, new: NewDevice, joined: Joined) -> None:
        forms, clock = self._around.forms, self._around.clock
        self.tasks.ask(lambda tx: keep_enrolment(tx, vault, new, joined, clock))
        workplace = self.tasks.ask(lambda tx: load_workplace(tx, vault, forms, clock))
        self.window.enrol.forget()
        if workplace is not None:
            self._enter(workplace)

    def _enter(self, workplace: Workplace) -> None:
        self.courier = self._courier(workplace)
        bench = Bench(
            tasks=self.tasks,
            autosave=self.autosave,
            workplace=workplace,
            policy=self._around.policy,
            send_now=self.courier.send_now,
            choose_file=self._around.choose_file,
            open_file=self._around.open_file,
            choose_folder=self._around.choose_folder,
        )
        self.workroom = Workroom(bench)
        self.workroom.lock_requested.connect(self.lock)
        self.workroom.hide_now.connect(self.window.hide_now)
        self.courier.status_changed.connect(self.workroom.show_sync)
        self.courier.changed.connect(self.workroom.refresh)
        self.window.enter(self.workroom)
        self.workroom.begin()
        QTimer.singleShot(0, self.courier, self.courier.start)  # home first
        self.entered.emit()

    def _courier(self, workplace: Workplace) -> SyncWorker:
        client = EndpointClient(
            workplace.endpoint, workplace.device, workplace.secrets.signing, clock=self._around.clock
        )
        random = SystemRandom()
        engine = Engine(
            self.tasks.vault_thread,
            client,
            reader=workplace,
            clock=self._around.clock,
            random=random,
            prepare=lambda tx: prepare(tx, workplace),
        )
        return SyncWorker(engine, random)

    def _or_say(self, show: Callable[[Trouble], None]) -> Callable[[Exception], None]:
        def trouble(fault: Exception) -> None:
            if isinstance(fault, Trouble):
                show(fault)
            else:
                self.crashed(fault)

        return trouble

    def crashed(self, fault: Exception) -> None:
        """Take the crash path: our own mistake is logged by its kind and place, and raised where it is noticed."""
        record("program", type(fault), fault.__traceback__)
        raise fault

    def lock(self) -> None:
        """Write what was typed, close the vault, blank the window, start afresh, and end. Nothing is lost.

        When the last words cannot be written, the window says so and stays open: locking must not lose them.
        """
        if self._close_vault():
            self._around.relaunch()
            self._around.leave(0)

    def close(self) -> None:
        """Do the same without starting afresh: somebody closed the window."""
        if self._close_vault():
            self._around.leave(0)

    def _close_vault(self) -> bool:
        try:
            vault = self.tasks.vault_thread.vault
        except VaultLocked:
            self.window.blank()
            return True
        if not self.autosave.flush():
            return False
        self.window.blank()
        try:
            self.tasks.ask(lambda tx: before_locking(tx, vault, self._around.clock))
        except Trouble as trouble:  # a disk without room for one line of the audit must not keep the vault open
            LOGGER.info("locked without its line in the audit: %s", type(trouble).__name__)
        self.tasks.vault_thread.close()
        return True


def _join(new: NewDevice, address: str, code: str) -> Joined:
    """Enrol with the endpoint at this address; away from the windows' thread, for it waits for the network."""
    with EndpointClient(address, new.device, new.secrets.signing) as client:
        said: EnrolledDevice = enrol_device(client, code, new.secrets.signing, new.secrets.recipient)
    return Joined(address, said.worker, said.certificate, said.directory, said.welcome.desk)

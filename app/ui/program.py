"""The program's life: unlock, enrol, work, lock. One process lives from the unlock window to the lock and no longer.

Locking writes what was typed, closes the vault, blanks the window, starts a fresh unlock process that is told nothing,
and ends this one at once: nothing else takes a key out of memory.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.errors import Trouble
from app.forms.local import LocalLibrary
from app.log import LOGGER, record
from app.look.speech import noted, tr
from app.operations.ending import erase_ended
from app.operations.entering import enter, wait_before_next
from app.operations.families import erase_sealed
from app.operations.policy import policy_given
from app.operations.unlocking import after_unlocking, before_locking, note_policy
from app.operations.workplace import Joined, NewDevice, Workplace, keep_enrolment, load_workplace, new_device
from app.paths import resources
from app.storage import given
from app.storage.emptying import forget_emptied
from app.storage.keys import Cost
from app.storage.room import Room
from app.storage.seats import named_seats, new_seat_folder, seat_folder
from app.storage.strength import calibrated, check_own
from app.storage.thread import VaultThread
from app.storage.troubles import VaultLocked
from app.storage.vault import Vault, create_vault
from app.sync.worker import SyncWorker
from app.ui.autosave import Autosave
from app.ui.clipboard import ClipboardWatch
from app.ui.codemaking import CodeMaking
from app.ui.couriers import courier_of
from app.ui.inactivity import Inactivity
from app.ui.joining import join
from app.ui.nextsteps import Step, step_for
from app.ui.shell.bench import Bench
from app.ui.shell.phraseroom import load_spelling
from app.ui.shell.powercare import PowerCare
from app.ui.shell.workroom import Workroom
from app.ui.sleep import SleepWatch
from app.ui.surroundings import Surroundings
from app.ui.tasks import Tasks
from app.ui.tray import Tray
from app.ui.waysin import WaysIn
from app.ui.window import ProgramWindow

_NO_HURRY = noted("It may take a while. You can stop at any time; nothing is lost.")
T = TypeVar("T")

_SPELLING_MS = 1500
"""From home to the loading of the dictionary: the other rooms are made by then."""
PAUSE_MS = 5000
"""From the last word that was saved to the folding in of the vault's journal."""


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
        self.autosave = Autosave(self.tasks, around.clock, self.crashed, self._make_room)
        self.tray = Tray(around.home, around.show_file, self)
        self.workroom: Workroom | None = None
        self.courier: SyncWorker | None = None
        self._enrolling = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._room = Room(around.home)
        self._met: Trouble | None = None
        self._step = Step.NONE
        self._idle: Inactivity | None = None
        self._copied = ClipboardWatch(self)
        self._ways_in = WaysIn(self.window, self.tasks, around, self._cost, self.crashed)
        self._connect()

    def _connect(self) -> None:
        self.autosave.saved.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._fold_in)
        window = self.window
        window.unlock.step_requested.connect(self._next_step)
        window.bring_back_requested.connect(self._ways_in.show_backup)
        self._ways_in.names_shown.connect(self._lock_when_left)
        self._ways_in.opened.connect(self._opened)
        self._ways_in.left.connect(self.start)
        window.unlock_requested.connect(self._unlock)
        window.forgotten_requested.connect(self._ways_in.find_words)
        window.passphrase.accepted.connect(self._make_vault)
        window.passphrase.own_offered.connect(self._check_own)
        window.enrol.enrol_requested.connect(self._enrol)
        window.enrol.cancelled.connect(self._stop_enrolling)
        window.closing.connect(self.close)

    def start(self) -> None:
        """Show the window: the unlock page where somebody already works here, else the way to begin."""
        self.window.show_entrance(named_seats(self._around.home))

    @cached_property
    def code_making(self) -> CodeMaking:
        """The recovery code of a new place."""
        around, window = self._around, self.window
        making = CodeMaking(window.code, self.tasks, around.clock, around.choose_file, self.tray.show, self.crashed)
        for over in (making.made, making.put_off):
            over.connect(lambda: window.show_stage(window.enrol))
        return making

    def _check_own(self, own: str) -> None:
        page = self.window.passphrase
        page.show_busy(tr("Looking how hard it is to guess…"))
        check = partial(check_own, own, self._around.policy.tried_first)
        self.tasks.start_elsewhere(check, lambda _: page.accept_own(), self._or_say(page.show_trouble))

    def _make_room(self) -> bool:
        return self._room.give_up_ballast()

    def _make_vault(self, passphrase: str) -> None:
        page, folder = self.window.passphrase, new_seat_folder(self._around.home)
        page.show_busy(tr("Making your place…"))
        made = partial(self._create, folder, passphrase)
        self.tasks.open(made, self._made, self._or_say(page.show_trouble))

    def _made(self, vault: Vault) -> None:
        """Ask for the recovery code of a new place before its team, while paper and pen are at hand."""
        forget_emptied(self._around.home)
        self._opened(vault)
        self.code_making.begin()
        self.window.show_stage(self.window.code)

    def _create(self, folder: Path, passphrase: str) -> Vault:
        return create_vault(folder, passphrase, self._cost())

    def _cost(self) -> Cost:
        return self._around.cost or calibrated()

    def _unlock(self, passphrase: str) -> None:
        page = self.window.unlock
        seat = page.chosen_seat()
        folder, clock, cost = seat_folder(self._around.home, seat), self._around.clock, self._cost

        def trouble(what: Trouble) -> None:
            self._say_why_not(what)
            page.wait_for(seat, wait_before_next(folder, clock))

        page.show_busy(tr("Opening…"))
        self.tasks.open(lambda: enter(folder, passphrase, clock, cost), self._opened, self._or_say(trouble))

    def _lock_when_left(self) -> None:
        """Lock when nobody touches the laptop or it goes to sleep: from the first moment names can be on the screen."""
        if self._idle is not None:
            return
        self._idle = Inactivity(self._application, self._around.policy.lock_after_seconds)
        self._idle.inactivity_detected.connect(self.lock_or_hide)
        SleepWatch(self, int(self.window.winId())).leaving.connect(self.lock_or_hide)

    def _say_why_not(self, trouble: Trouble) -> None:
        """Say what is wrong, and offer what can be done about it."""
        page, before = self.window.unlock, type(self._met) if self._met is not None else None
        page.show_trouble(trouble)
        page.offer_step(step_for(trouble, before).value)
        self._step, self._met = step_for(trouble, before), trouble

    def _next_step(self) -> None:
        page = self.window.unlock
        if self._step is Step.CLOSE:
            self.close()
        elif self._step is Step.DAMAGED and self._met is not None:
            self._ways_in.mend(self._met)
        else:
            self._unlock(page.typed())

    def _opened(self, vault: Vault) -> None:
        self.window.unlock.forget()
        self.window.passphrase.forget()
        self._ways_in.forget()
        around = self._around = self._in_force()
        self._room = Room(vault.folder, around.free, around.ballast_bytes)
        try:
            workplace = self.tasks.ask(lambda tx: after_unlocking(tx, vault, around.forms, around.clock, around.policy))
            self.tasks.ask(lambda tx: note_policy(tx, around.policy, around.clock))
        except Trouble as trouble:
            self._not_opened(trouble)
            return
        self._lock_when_left()
        if workplace is None:
            self.window.show_stage(self.window.enrol)
        else:
            self._erase_what_ended(workplace)
            self._enter(workplace)

    def _in_force(self) -> Surroundings:
        """Return the surroundings under the policy that the authority sent, where it sent one that can be used."""
        around = self._around
        policy = policy_given(around.policy, self.tasks.ask(given.policy_text)).policy
        if policy.local_words == around.policy.local_words:
            return replace(around, policy=policy)
        return replace(around, policy=policy, forms=LocalLibrary(resources() / "forms", policy.local_words))

    def _erase_what_ended(self, workplace: Workplace) -> None:
        """Erase checklists that ended, once they were kept for as long as was said; a full disk leaves it for later."""
        days = self._around.policy.checklist_kept_days
        try:
            erase_sealed(workplace, self.tasks.ask(lambda tx: erase_ended(tx, workplace, days)))
        except Trouble as trouble:
            LOGGER.info("ended checklists are erased later: %s", type(trouble).__name__)

    def _not_opened(self, trouble: Trouble) -> None:
        """Close again a vault whose opening could not be written down, and say why: without its line nobody is in."""
        self.tasks.vault_thread.shut()
        self.start()
        self.window.unlock.show_trouble(trouble)

    def _enrol(self, address: str, code: str) -> None:
        page, vault = self.window.enrol, self.tasks.vault_thread.vault
        page.show_busy(tr("Asking your authority…"))
        page.show_working(tr("Asking your authority…"), tr(_NO_HURRY))
        new = self.tasks.ask(lambda tx: new_device(tx, vault))
        self.tasks.start_elsewhere(
            lambda: join(new, address, code),
            self._while_waiting(lambda joined: self._joined(vault, new, joined)),
            self._while_waiting(self._or_say(page.show_trouble)),
        )

    def _while_waiting(self, call: Callable[[T], None]) -> Callable[[T], None]:
        """Return ``call`` for as long as somebody waits for this answer; one that comes later is let go.

        Nothing is lost by that: the same keys and the same code bring the same answer once more.
        """
        asked = self._enrolling

        def heard(result: T) -> None:
            if asked == self._enrolling:
                call(result)

        return heard

    def _stop_enrolling(self) -> None:
        self._enrolling += 1
        words = tr("Nothing is lost. Look at the connection and the address, then try again with the same code.")
        self.window.enrol.show_stopped(tr("Nobody waits any longer"), words)

    def _joined(self, vault: Vault, new: NewDevice, joined: Joined) -> None:
        forms, clock = self._around.forms, self._around.clock
        self.tasks.ask(lambda tx: keep_enrolment(tx, vault, new, joined, clock))
        workplace = self.tasks.ask(lambda tx: load_workplace(tx, vault, forms, clock))
        self.window.enrol.forget()
        if workplace is not None:
            self._enter(workplace)

    def _enter(self, workplace: Workplace) -> None:
        workplace = replace(workplace, policy=self._around.policy)
        self.courier = courier_of(workplace, self.tasks.vault_thread, self._around.clock)
        bench = Bench(
            tasks=self.tasks,
            autosave=self.autosave,
            workplace=workplace,
            policy=self._around.policy,
            send_now=self.courier.send_now,
            choose_file=self._around.choose_file,
            cost=self._cost,
            crashed=self.crashed,
            room=self._room,
            open_file=self._around.open_file,
            choose_folder=self._around.choose_folder,
            show_paper=self.tray.show,
            charge=self._around.charge,
            send_anyway=self.courier.send_anyway,
            ask_endpoint=self.courier.ask,
        )
        self.workroom = Workroom(bench)
        self.workroom.lock_requested.connect(self.lock)
        self.workroom.hide_now.connect(self.window.hide_now)
        turning = self.workroom.turning
        turning.lock_requested.connect(self.lock)
        turning.hide_now.connect(self.window.hide_now)
        turning.turned.connect(self.window.turn_to)
        turning.given_back.connect(partial(self.window.turn_to, self.workroom))
        self.courier.status_changed.connect(self.workroom.show_sync)
        self.courier.changed.connect(self.workroom.refresh)
        self.courier.emptied.connect(self._begin_anew)
        self.power = PowerCare(self.workroom, self._around.charge, self.autosave.flush, self._fold_in)
        self.window.enter(self.workroom)
        self.workroom.begin()
        QTimer.singleShot(0, self.courier, self.courier.start)  # home first
        QTimer.singleShot(0, self.power.battery, self.power.battery.look)
        QTimer.singleShot(_SPELLING_MS, self.workroom, lambda: self._load_spelling(bench))
        self.tasks.start_elsewhere(self._room.make_ballast, lambda _: None, self.crashed)
        self.entered.emit()

    def _load_spelling(self, bench: Bench) -> None:
        if not self.tasks.vault_thread.is_open:  # it was locked meanwhile
            return
        if self.workroom is not None and self.workroom.beside.is_busy():  # whoever asks the vault now would stand
            QTimer.singleShot(_SPELLING_MS, self.workroom, lambda: self._load_spelling(bench))
            return
        load_spelling(bench)

    def _or_say(self, show: Callable[[Trouble], None]) -> Callable[[Exception], None]:
        def trouble(fault: Exception) -> None:
            if isinstance(fault, Trouble):
                show(fault)
            else:
                self.crashed(fault)

        return trouble

    def _fold_in(self) -> None:
        """Fold the journal in while nobody types; the witness then stands on the disk for all that was written."""
        with suppress(VaultLocked):
            self.tasks.vault_thread.checkpoint()

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

    def _begin_anew(self) -> None:
        """Start afresh and end: this place was emptied by order of the authority, and the next start says so."""
        self._copied.take_back()
        self.window.blank()
        self.tray.clear()
        self._around.relaunch()
        self._around.leave(0)

    def lock_or_hide(self) -> None:
        """Lock because nobody is there; where that cannot be, at least nobody is shown what stands on the screen."""
        self.lock()
        self.window.hide_now()

    def close(self) -> None:
        """Do the same without starting afresh: somebody closed the window."""
        if self._close_vault():
            self._around.leave(0)

    def _close_vault(self) -> bool:
        self._copied.take_back()
        try:
            vault = self.tasks.vault_thread.vault
        except VaultLocked:
            self.window.blank()
            self.tray.clear()
            return True
        if not self.autosave.flush():
            return False
        self.window.blank()
        self.tray.clear()
        try:
            self.tasks.ask(lambda tx: before_locking(tx, vault, self._around.clock))
        except Trouble as trouble:  # a disk without room for one line of the audit must not keep the vault open
            LOGGER.info("locked without its line in the audit: %s", type(trouble).__name__)
        self.tasks.vault_thread.close()
        return True

"""The one window: entrance, workroom, and covers that hide them; its title never says more than the program's name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.look.kit import Button, Flow, FocusRing, theme
from app.look.speech import if_ours, tr
from app.storage.passphrase import new_passphrase
from app.ui.bringback import BringBackPage
from app.ui.codepage import RecoveryCodePage
from app.ui.covers import HideCover, LockedCover
from app.ui.damaged import DamagedPage
from app.ui.doorway import Doorway
from app.ui.entrance import EnrolPage, PassphrasePage, Seat, UnlockPage
from app.ui.parts import give_back
from app.ui.touches import Touches

TITLE = "eCAF"
_SHIFTS, _SHIFT_MS = 3, 1500

Page = TypeVar("Page", bound=QWidget)


class ProgramWindow(QMainWindow):
    """Shows one stage at a time; each is made when it is first asked for, so that the first is on the screen early.

    Signals: ``unlock_requested(str)`` with the passphrase; ``forgotten_requested()`` when it was forgotten;
    ``bring_back_requested()`` for a backup; ``closing()`` when somebody closes the window; ``painted()`` once, when it
    is on the screen.
    """

    unlock_requested = Signal(str)
    forgotten_requested = Signal()
    bring_back_requested = Signal()
    closing = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(640, 480)
        self.resize(1366, 768)
        self.workroom: QWidget | None = None
        self._places: Mapping[str, str] = {}
        self._stages = QStackedWidget()
        self.setCentralWidget(self._stages)
        self.ring = FocusRing(self)
        self._had_keyboard: QWidget | None = None
        self._under_cover: QWidget | None = None
        self._turned_to: QWidget | None = None
        self._shifts: list[int] = []
        self._is_painted = False
        self._shortcuts()

    @cached_property
    def passphrase(self) -> PassphrasePage:
        """The five new words."""
        page = self._stage(PassphrasePage())
        page.another_requested.connect(lambda: page.show_passphrase(new_passphrase()))
        page.back_requested.connect(self._leave_beginning)
        self._offer_bring_back(page, "passphrase.bring_back")
        return page

    @cached_property
    def code(self) -> RecoveryCodePage:
        """The recovery code of a new place."""
        return self._stage(RecoveryCodePage())

    @cached_property
    def enrol(self) -> EnrolPage:
        """Joining a team."""
        return self._stage(EnrolPage())

    @cached_property
    def unlock(self) -> UnlockPage:
        """Opening the vault."""
        page = self._stage(UnlockPage())
        page.unlock_requested.connect(self.unlock_requested)
        page.forgotten_requested.connect(self.forgotten_requested)
        page.someone_new_requested.connect(self.show_beginning)
        self._offer_bring_back(page, "unlock.bring_back")
        return page

    @cached_property
    def bring_back(self) -> BringBackPage:
        """Bringing a place back from a backup."""
        return self._stage(BringBackPage())

    def _offer_bring_back(self, page: Doorway, name: str) -> None:
        button = Button(tr("Bring a place back from a backup"), "save", "quiet")
        button.setObjectName(name)
        button.clicked.connect(self.bring_back_requested)
        page.card.column.add(Flow(button))

    @cached_property
    def damaged(self) -> DamagedPage:
        """A place that could not be read."""
        return self._stage(DamagedPage())

    @cached_property
    def hide_cover(self) -> HideCover:
        """What is shown while somebody looks on."""
        cover = self._stage(HideCover())
        cover.back_requested.connect(self._uncover)
        return cover

    @cached_property
    def locked_cover(self) -> LockedCover:
        """What is shown while the program locks."""
        return self._stage(LockedCover())

    def add_stage(self, stage: QWidget) -> None:
        """Take in another stage, to be shown later."""
        self._stages.addWidget(stage)

    def _stage(self, page: Page) -> Page:
        self._stages.addWidget(page)
        return page

    def _shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl++", lambda: theme.step_scale(1)),
            ("Ctrl+=", lambda: theme.step_scale(1)),
            ("Ctrl+-", lambda: theme.step_scale(-1)),
            ("Ctrl+0", lambda: theme.set_scale(1.0)),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def show_entrance(self, places: Mapping[str, str]) -> None:
        """Show the unlock page where somebody already works here, else the way to begin.

        ``places`` are the ids of the places on this laptop and what each is called.
        """
        self._places = places
        if places:
            self.unlock.show_seats(tuple(Seat(seat, if_ours(called)) for seat, called in places.items()))
            self.show_stage(self.unlock)
        else:
            self.show_beginning()
        self.show()
        self.activateWindow()

    def tell(self, title: str, words: str) -> None:
        """Say something on the page that stands at the entrance."""
        stage = self._stages.currentWidget()
        if isinstance(stage, Doorway):
            stage.show_hint(title, words)

    def make_ready(self) -> None:
        """Make every other stage beforehand, so that hiding and locking never wait for one; listen for Shift."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            touches = Touches(application, self)
            touches.listen_at(self._handle())
            touches.pressed.connect(self._count_shift)
        for stage in (self.passphrase, self.enrol, self.unlock, self.hide_cover, self.locked_cover):
            stage.ensurePolished()

    def show_beginning(self) -> None:
        """Show five new words to somebody who has no place on this laptop; the way back leads to those that are."""
        self.passphrase.offer_back(shown=bool(self._places))
        self.passphrase.show_passphrase(new_passphrase())
        self.show_stage(self.passphrase)

    def _leave_beginning(self) -> None:
        self.passphrase.forget()
        self.show_entrance(self._places)

    def show_stage(self, stage: QWidget) -> None:
        """Show one stage and give it the keyboard."""
        self._stages.setCurrentWidget(stage)
        focus_first = getattr(stage, "focus_first", None)
        if focus_first is not None:
            focus_first()

    def enter(self, workroom: QWidget) -> None:
        """Show the room behind the lock."""
        self.workroom = workroom
        self._stages.addWidget(workroom)
        self._stages.setCurrentWidget(workroom)

    def turn_to(self, room: QWidget) -> None:
        """Show another room behind the lock: the one turned to a family, or the workroom. A cover stays on."""
        if self._stages.indexOf(room) < 0:
            self._stages.addWidget(room)
        if self._under_cover is not None:
            self._under_cover = room
            self._had_keyboard = None
        else:
            self._stages.setCurrentWidget(room)
        self._turned_to = room

    def hide_now(self) -> None:
        """Cover everything at once; what was typed stays where it is."""
        shown = self._stages.currentWidget()
        if shown is not None and shown in {self.workroom, self._turned_to}:
            self._had_keyboard, self._under_cover = QApplication.focusWidget(), shown
            self._stages.setCurrentWidget(self.hide_cover)
            self.hide_cover.focus_first()

    def blank(self) -> None:
        """Show nothing of anybody while the program locks."""
        self._stages.setCurrentWidget(self.locked_cover)
        self.repaint()

    def _uncover(self) -> None:
        room, self._under_cover = self._under_cover, None
        if room is not None:
            self._stages.setCurrentWidget(room)
            give_back(self._had_keyboard)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # once all that stands on it is painted too

    def _handle(self) -> QWindow | None:
        self.winId()  # a window that was never shown has no handle yet
        return self.windowHandle()

    def _count_shift(self, event: QKeyEvent) -> None:
        """Hide after three presses of Shift alone; one that is held down is one."""
        at = event.timestamp()
        if event.isAutoRepeat():
            return
        if event.key() != Qt.Key.Key_Shift:
            self._shifts.clear()
        else:
            self._shifts = [*(before for before in self._shifts if at - before < _SHIFT_MS), at]
        if len(self._shifts) >= _SHIFTS:
            self._shifts.clear()
            self.hide_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closing.emit()

"""The one window: entrance, workroom, and covers that hide them; its title never says more than the program's name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.look.kit import FocusRing, theme
from app.ui.entrance import EnrolPage, PassphrasePage, UnlockPage
from app.ui.safety import HideCover, LockedCover

TITLE = "eCAF"
_SHIFTS, _SHIFT_MS = 3, 1500


class ProgramWindow(QMainWindow):
    """Shows one stage at a time.

    Signals: ``closing()`` when somebody closes the window.
    """

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(640, 480)
        self.resize(1366, 768)
        self.passphrase, self.enrol, self.unlock = PassphrasePage(), EnrolPage(), UnlockPage()
        self.hide_cover, self.locked_cover = HideCover(), LockedCover()
        self.workroom: QWidget | None = None
        self._stages = QStackedWidget()
        for stage in (self.passphrase, self.enrol, self.unlock, self.hide_cover, self.locked_cover):
            self._stages.addWidget(stage)
        self.setCentralWidget(self._stages)
        self.ring = FocusRing(self)
        self._before_cover: QWidget = self.unlock
        self._shifts: list[int] = []
        self.hide_cover.back_requested.connect(self._uncover)
        self._shortcuts()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def _shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl++", lambda: theme.step_scale(1)),
            ("Ctrl+=", lambda: theme.step_scale(1)),
            ("Ctrl+-", lambda: theme.step_scale(-1)),
            ("Ctrl+0", lambda: theme.set_scale(1.0)),
        ):
            QShortcut(QKeySequence(keys), self, act)

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

    def hide_now(self) -> None:
        """Cover everything at once; what was typed stays where it is."""
        if self._stages.currentWidget() is self.workroom and self.workroom is not None:
            self._before_cover = self.workroom
            self._stages.setCurrentWidget(self.hide_cover)
            self.hide_cover.focus_first()

    def blank(self) -> None:
        """Show nothing of anybody while the program locks."""
        self._stages.setCurrentWidget(self.locked_cover)
        self.repaint()

    def _uncover(self) -> None:
        self._stages.setCurrentWidget(self._before_cover)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._count_shift(event)
        return False

    def _count_shift(self, event: QKeyEvent) -> None:
        """Hide after three presses of Shift alone. One press passes here once for each widget it is offered to."""
        at = event.timestamp()
        if event.key() != Qt.Key.Key_Shift:
            self._shifts.clear()
        elif at not in self._shifts:
            self._shifts = [*(before for before in self._shifts if at - before < _SHIFT_MS), at]
        if len(self._shifts) >= _SHIFTS:
            self._shifts.clear()
            self.hide_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closing.emit()

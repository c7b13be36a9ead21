"""A keyboard and nothing else: whatever has the focus gets the keys, and every stop on the way is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field

from furnished import Opened, settle
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from app.look.text import Heading

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MOST_STOPS = 160
"""More than this many stops on one page is a trap, or as bad as one."""
_BY_HAND = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class NoHand(QObject):
    """Listens whether anything but keys reaches the program."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.noticed: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _BY_HAND:
            self.noticed.append(event.type().name)
        return False


def focused() -> QWidget:
    """Return what has the keyboard; something always must, and be there to be seen."""
    widget = QApplication.focusWidget()
    assert widget is not None
    assert widget.isVisible(), widget.objectName()
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press one key where the keyboard is."""
    QTest.keyClick(focused(), key, modifier)
    settle()


def write(words: str) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(focused(), words)
    settle()


def heading(program: Opened) -> str:
    """Return the page's heading."""
    return next(text.words for text in program.window.findChildren(Heading) if text.isVisible() and text.kind == "h1")


@dataclass
class Keyboard:
    """Goes by Tab through one program, and notes each stop that could not be seen."""

    program: Opened
    unseen: list[str] = field(default_factory=list)

    def tab_to(self, name: str) -> None:
        """Press Tab until something of this name has the keyboard."""
        self._tab_until(lambda stop: stop.objectName() == name, name)

    def tab_to_one_of(self, beginning: str) -> None:
        """Press Tab until something whose name begins so has the keyboard."""
        self._tab_until(lambda stop: stop.objectName().startswith(beginning), beginning)

    def type_into(self, name: str, words: str) -> None:
        """Tab to a box and type."""
        self.tab_to(name)
        write(words)

    def push(self, name: str) -> None:
        """Tab to a button and press it with the space bar."""
        self.tab_to(name)
        press(Key.Key_Space)

    def choose(self, path: str, code: str, between: str = ":option:") -> None:
        """Tab to a question with answers in sight, go on to one with the arrow keys, and choose it."""
        self.tab_to_one_of(f"{path}{between}")
        wanted = f"{path}{between}{code}"
        passed: list[str] = []
        while focused().objectName() != wanted:
            assert focused().objectName() not in passed, f"{wanted} is not among {passed}"
            passed.append(focused().objectName())
            press(Key.Key_Down)
        chosen = focused()
        assert isinstance(chosen, QAbstractButton)
        if not chosen.isChecked():
            press(Key.Key_Space)
        assert chosen.isChecked()

    def pick(self, path: str, code: str) -> None:
        """Tab to a list that opens, and go down it to an answer."""
        self.tab_to(path)
        box = focused()
        assert isinstance(box, QComboBox)
        for _ in range(box.count()):
            if box.currentData() == code:
                return
            press(Key.Key_Down)
        assert box.currentData() == code

    def _tab_until(self, is_it: object, what: str) -> None:
        stops: list[str] = []
        assert callable(is_it)
        while not is_it(focused()):
            self._look_at(focused())
            stops.append(focused().objectName())
            assert len(stops) < MOST_STOPS, f"{what} is not among {stops}"
            press(Key.Key_Tab)
        self._look_at(focused())

    def _look_at(self, stop: QWidget) -> None:
        """Note a stop without a ring, and one that has scrolled out of sight."""
        ringed = stop.property("own_focus") or self.program.program.window.ring.target() is stop
        if not ringed or stop.visibleRegion().isEmpty():
            self.unseen.append(stop.objectName() or type(stop).__name__)

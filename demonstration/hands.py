"""Hands, eyes and a camera for the real window: finds things by name and uses mouse and keys like a person."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTreeView, QWidget

from app.ui.shell.tasklist import STEP

WAIT_SECONDS = 60.0
BY_KEY = 8
"""So many letters of a text are typed key by key; the rest arrives as dictation or an input method would bring it."""
PIECE = 400

WidgetT = TypeVar("WidgetT", bound=QWidget)


class NotThere(Exception):
    """Something the story needs is not on the screen; it is named by its object name, never by its content."""


class Hands:
    """Works one window, and takes a numbered picture of each screen passed."""

    def __init__(self, window: QWidget, pictures: Path) -> None:
        self.window, self._pictures = window, pictures

    def look_at(self) -> None:
        """Wait until the window stands before us and has the keyboard."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "the window")

    def find(self, name: str) -> QWidget:
        """Return the visible widget with this object name, waiting for it to appear."""
        return self.find_as(name, QWidget)

    def find_as(self, name: str, kind: type[WidgetT]) -> WidgetT:
        """Return the visible widget with this object name and of this kind, waiting for it to appear."""
        self.until(lambda: self._visible(name, kind) is not None, name)
        found = self._visible(name, kind)
        if found is None:
            raise NotThere(name)
        return found

    def sees(self, name: str) -> bool:
        """Say whether a widget with this name is visible now."""
        return self._visible(name, QWidget) is not None

    def _visible(self, name: str, kind: type[WidgetT]) -> WidgetT | None:
        found = self.window.findChildren(kind, name)
        return next((widget for widget in found if widget.isVisible()), None)

    def until(self, holds: Callable[[], bool], what: str, seconds: float = WAIT_SECONDS) -> None:
        """Wait until something holds, while the window lives on. Raises ``NotThere`` when it never does."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise NotThere(what)
            QTest.qWait(10)

    def named(self, beginning: str, ending: str = "") -> set[str]:
        """Return the object names on the screen with this beginning and ending."""
        names = (widget.objectName() for widget in self.window.findChildren(QWidget) if widget.isVisible())
        return {name for name in names if name.startswith(beginning) and name.endswith(ending)}

    def rows(self, group: str) -> set[str]:
        """Return the names of the rows of a group that are on the screen: ``group/row``."""
        return {name.removesuffix(":remove") for name in self.named(f"{group}/", ":remove")}

    def click(self, name: str) -> None:
        """Press a button, tick or choice with the mouse."""
        button = self.find(name)
        self.until(lambda: button.height() > 0, f"{name} in its place")  # a page just opened is laid out a moment later
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        place = QPoint(min(12, button.width() // 2), button.height() // 2)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QApplication.processEvents()

    def choose(self, name: str) -> None:
        """Click a radio button or tick that is not on yet."""
        if not self.find_as(name, QAbstractButton).isChecked():
            self.click(name)

    def type(self, name: str, text: str) -> None:
        """Write text into a box: the first letters key by key, the rest as an input method brings it.

        In a box of one line, lines are written one after the other.
        """
        box = self.find(name)
        text = in_one_line(text) if isinstance(box, QLineEdit) else text
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        letters = _graphemes(text)
        for letter in letters[:BY_KEY]:
            self.key(box, letter)
        for start in range(BY_KEY, len(letters), PIECE):
            self.bring(box, "".join(letters[start : start + PIECE]))

    @staticmethod
    def bring(box: QWidget, text: str) -> None:
        """Write a piece of text at once, as an input method does."""
        brought = QInputMethodEvent()
        brought.setCommitString(text)
        QApplication.sendEvent(box, brought)
        QApplication.processEvents()

    @classmethod
    def key(cls, box: QWidget, letter: str) -> None:
        """Press and release one key; what no key writes into a box is brought by the input method."""
        if letter == "\t" or len(letter) > 1:
            cls.bring(box, letter)
            return
        code, text = (Qt.Key.Key_Return, "\r") if letter == "\n" else (Qt.Key.Key_unknown, letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(box, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))
        QApplication.processEvents()

    def pick(self, name: str, code: str) -> bool:
        """Go down a list with the keyboard to the option whose code this is; say whether it is in the list."""
        box = self.find_as(name, QComboBox)
        wanted = box.findData(code)
        if wanted < 0:
            return False
        box.setFocus(Qt.FocusReason.TabFocusReason)
        while box.currentIndex() != wanted:
            QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)
        return True

    def draw(self, name: str, strokes: Sequence[Sequence[tuple[int, int, int]]]) -> None:
        """Draw strokes, given on a pad of 1000 × 300, with the mouse."""
        pad = self.find(name)
        pad.setFocus(Qt.FocusReason.MouseFocusReason)
        for stroke in filter(None, strokes):
            points = [QPoint(round(x * pad.width() / 1000), round(y * pad.height() / 300)) for x, y, _ in stroke]
            QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[0])
            for point in points[1:]:
                QTest.mouseMove(pad, point)
                QApplication.processEvents()
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[-1])

    def go_to(self, step: str) -> None:
        """Click a topic in the task list."""
        tasks = self.find_as("tasklist", QTreeView)
        model = tasks.model()
        for row in range(model.rowCount()):
            head = model.index(row, 0)
            for line in range(model.rowCount(head)):
                index = model.index(line, 0, head)
                if index.data(STEP) == step:
                    tasks.scrollTo(index)
                    place = tasks.visualRect(index).center()
                    QTest.mouseClick(tasks.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
                    QApplication.processEvents()
                    return
        raise NotThere(f"topic {step}")

    def picture(self, title: str) -> Path:
        """Take a picture of the whole window as ``NN-title.png``."""
        QTest.qWait(30)
        taken = sorted(self._pictures.glob("[0-9][0-9]-*.png"))
        number = int(taken[-1].name[:2]) + 1 if taken else 1
        path = self._pictures / f"{number:02}-{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')}.png"
        if not self.window.grab().save(str(path)):
            raise NotThere(f"picture {path.name}")
        return path


def in_one_line(text: str) -> str:
    """Return text with a space where it went on in the next line."""
    return " ".join(text.splitlines())


def _graphemes(text: str) -> list[str]:
    """Return text letter by letter; what belongs to a letter (accents, joined emoji) stays with it."""
    return re.findall(r".[̀-ͯ︎️‍🏻-🏿]*(?:(?<=‍).[︎️]*)*|\n", text, re.DOTALL)

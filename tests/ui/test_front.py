"""The window before the program stands behind it: typed words wait for it, and are not lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.front import Front
from app.ui.program import Program
from app.ui.window import ProgramWindow

WORDS = "copper lantern meadow biscuit harbour"
FORGOTTEN = "the words are forgotten"


class Behind(QObject):
    """Stands where the program would, and hears what is asked of the window."""

    def __init__(self, window: ProgramWindow) -> None:
        super().__init__()
        self.heard: list[str] = []
        window.unlock_requested.connect(self.heard.append)
        window.forgotten_requested.connect(lambda: self.heard.append(FORGOTTEN))


def front(window: ProgramWindow, qtbot: QtBot, modules: tuple[str, ...] = ("json", "string")) -> Front:
    qtbot.addWidget(window)
    return Front(window, modules, lambda: cast("Program", Behind(window)))


def heard_behind(first: Front) -> list[str]:
    return cast("Behind", first.program).heard


def test_words_entered_before_the_program_is_there_open_the_work_once_it_is(qtbot: QtBot) -> None:
    window = ProgramWindow()
    first = front(window, qtbot)
    window.show_entrance({"a-place": "Place 1"})
    box = window.unlock.findChild(QLineEdit, "unlock.passphrase")
    assert isinstance(box, QLineEdit)
    assert first.program is None
    with qtbot.waitSignal(first.ready):
        box.setText(WORDS)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert box.isReadOnly()
    assert heard_behind(first) == [WORDS]


def test_without_early_words_the_program_is_asked_for_nothing(qtbot: QtBot) -> None:
    window = ProgramWindow()
    first = front(window, qtbot)
    with qtbot.waitSignal(first.ready):
        window.show_entrance({"a-place": "Place 1"})
    assert heard_behind(first) == []


def test_words_said_to_be_forgotten_early_are_asked_about_once_the_program_is_there(qtbot: QtBot) -> None:
    window = ProgramWindow()
    first = front(window, qtbot)
    window.show_entrance({"a-place": "Place 1"})
    with qtbot.waitSignal(first.ready):
        window.unlock.forgotten_requested.emit()
    assert heard_behind(first) == [FORGOTTEN]


def test_who_is_new_here_can_go_back_to_the_places_there_are(qtbot: QtBot) -> None:
    window = ProgramWindow()
    front(window, qtbot)
    window.show_entrance({"a-place": "Mornings", "b-place": "Place 2"})
    window.unlock.someone_new_requested.emit()
    assert window.passphrase.isVisible()
    window.passphrase.back_requested.emit()
    assert window.unlock.isVisible()
    assert window.passphrase.words.words() == ""


def test_somebody_new_can_begin_before_the_program_is_there(qtbot: QtBot) -> None:
    window = ProgramWindow()
    first = front(window, qtbot)
    window.show_entrance({})
    words = window.passphrase.words.words()
    window.passphrase.another_requested.emit()
    assert window.passphrase.words.words() != words
    assert first.program is None


def test_a_window_closed_before_the_program_is_there_is_left(qtbot: QtBot) -> None:
    window = ProgramWindow()
    first = front(window, qtbot)
    window.show_entrance({"a-place": "Place 1"})
    with qtbot.waitSignal(first.left):
        window.close()


@pytest.mark.parametrize(
    ("module", "not_yet"),
    [
        ("app.main", ("reportlab", "httpx2", "zstandard", "cryptography", "sqlcipher3", "app.operations", "app.sync")),
        ("app.ui.program", ("reportlab", "PySide6.QtDBus")),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_used(module: str, not_yet: tuple[str, ...]) -> None:
    """What a page needs decides how soon it is there: nothing may creep in unnoticed."""
    look = f"import sys, {module}; print([name for name in {not_yet!r} if name in sys.modules])"
    folder = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", look]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert done.stdout.strip() == "[]"

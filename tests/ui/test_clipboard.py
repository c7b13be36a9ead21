"""What was copied from here does not stay on the clipboard; what somebody else copied is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from app.ui.clipboard import _ASKS, KEPT_SECONDS, ClipboardWatch

WORDS = "Zephyrine hides from thunder"


class Around:
    """A clock a test sets, and whose the clipboard is."""

    def __init__(self) -> None:
        self.now, self.is_ours = 100.0, True


@pytest.fixture
def around() -> Around:
    return Around()


@pytest.fixture
def watch(qapp: QApplication, around: Around) -> Iterator[ClipboardWatch]:
    made = ClipboardWatch(qapp, lambda: around.now, lambda _mode: around.is_ours)
    yield made
    made.deleteLater()
    qapp.clipboard().clear()
    qapp.processEvents()


def copy(qtbot: QtBot) -> None:
    """Copy words from a box with the keyboard's own way."""
    box = QTextEdit()
    qtbot.addWidget(box)
    box.setPlainText(WORDS)
    box.selectAll()
    box.copy()


def held(application: QApplication) -> str:
    """Return what anybody would paste now."""
    application.processEvents()
    return application.clipboard().text()


def test_half_a_minute_later_it_is_taken_back_and_not_before(
    qtbot: QtBot, qapp: QApplication, watch: ClipboardWatch, around: Around
) -> None:
    copy(qtbot)
    assert held(qapp) == WORDS
    around.now += KEPT_SECONDS - 1
    watch.check()
    assert held(qapp) == WORDS
    around.now += 1
    watch.check()
    assert held(qapp) == ""


def test_copying_again_begins_the_time_anew(
    qtbot: QtBot, qapp: QApplication, watch: ClipboardWatch, around: Around
) -> None:
    for _ in range(3):
        copy(qtbot)
        held(qapp)
        around.now += KEPT_SECONDS - 1
    watch.check()
    assert held(qapp) == WORDS


def test_at_a_lock_it_is_taken_back_at_once(qtbot: QtBot, qapp: QApplication, watch: ClipboardWatch) -> None:
    copy(qtbot)
    watch.take_back()
    assert held(qapp) == ""


def test_what_somebody_else_copied_since_is_left_alone(
    qtbot: QtBot, qapp: QApplication, watch: ClipboardWatch, around: Around
) -> None:
    copy(qtbot)
    held(qapp)
    around.is_ours = False
    qapp.clipboard().setText("a shopping list")
    around.now += 2 * KEPT_SECONDS
    watch.check()
    watch.take_back()
    assert held(qapp) == "a shopping list"


def test_whoever_keeps_a_history_is_asked_not_to_and_gets_the_words_alone(
    qtbot: QtBot, qapp: QApplication, watch: ClipboardWatch
) -> None:
    assert watch is not None
    copy(qtbot)
    held(qapp)
    assert held(qapp) == WORDS
    copied = qapp.clipboard().mimeData()
    assert not copied.hasHtml()
    assert {ask: bytes(copied.data(ask).data()) for ask in _ASKS} == _ASKS

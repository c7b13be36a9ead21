"""Every test of the pages runs in a dressed program that starts light and at normal text size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pages_seen import Show
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.look.theme import theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the program, and undo what a test changes: the look is one for all windows.

    A window that a test leaves behind is taken away: each later change of the look would go through it again.
    """
    theme.dress(qapp)
    qapp.setCursorFlashTime(0)
    before = qapp.topLevelWidgets()
    yield
    for window in qapp.topLevelWidgets():
        if window not in before:
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if theme.scale != 1 or theme.palette.name != "light":
        theme.set_scale(1)
        theme.set_palette("light")


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Return a way to show a page as the centre of an active window of a small laptop."""

    def shown(page: QWidget, width: int = 1366, height: int = 696) -> QWidget:
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return shown

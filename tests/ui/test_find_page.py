"""The page for finding a child: everything named, nothing cut off, and nothing held once it was cleared."""

from __future__ import annotations

import pytest
from pages_seen import Show, control, cut_off, focused, nameless, tab_stops, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.look.theme import theme
from app.ui.finding import FindPage
from app.ui.states import FoundLine

LINES = (
    FoundLine("e1", "Mason Reid", "6 years old", "Being written"),
    FoundLine("e2", "Maisie-Anne Featherstonehaugh-Okonkwo", "Expected in February 2027", "Just started"),
)


def page(show: Show, lines: tuple[FoundLine, ...] = LINES, width: int = 1366, height: int = 768) -> FindPage:
    found = FindPage()
    found.show_found(lines)
    show(found, width, height)
    found.focus_first()
    return found


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (640, 480)])
def test_nothing_is_cut_off_or_nameless(show: Show, size: tuple[int, int], scale: float) -> None:
    theme.set_scale(scale)
    try:
        found = page(show, LINES, *size)
        assert not cut_off(found)
        assert not nameless(found)
    finally:
        theme.set_scale(1.0)


def test_the_first_is_chosen_and_enter_on_it_opens_it(show: Show, qtbot: QtBot) -> None:
    found = page(show)
    with qtbot.waitSignal(found.chosen) as told:
        found.open_chosen()
    assert told.args == ["e1"]
    QTest.keyClick(control(found, "find.name"), Qt.Key.Key_Down)
    with qtbot.waitSignal(found.chosen) as told:
        found.open_chosen()
    assert told.args == ["e2"]


def test_tab_goes_from_the_box_to_the_list_and_the_way_back(show: Show) -> None:
    found = page(show)
    assert focused() is control(found, "find.name")
    assert tab_stops() == ["find.name", "find.table", "find.back"]


def test_escape_goes_back(show: Show, qtbot: QtBot) -> None:
    found = page(show)
    with qtbot.waitSignal(found.back_requested):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_cleared_it_holds_no_letter_and_no_name(show: Show) -> None:
    found = page(show)
    QTest.keyClicks(focused(), "msn")
    found.clear()
    assert found.words == ""
    assert found.table.model().rowCount() == 0
    assert "No child" not in words_on(found)

"""Who did what: the lines, what narrows them, and what somebody who cannot see them hears."""

from __future__ import annotations

from datetime import date

import pytest
from pages_seen import Show, control, cut_off, focused, nameless, press, tab_stops, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView
from pytestqt.qtbot import QtBot

from app.errors import Trouble
from app.look.theme import theme
from app.ui.looks import LooksPage
from app.ui.shell.looksroom import day_said
from app.ui.states import LookLine, LooksState

TODAY, YESTERDAY = date(2026, 11, 25), date(2026, 11, 24)
STATE = LooksState(
    tuple(
        LookLine(f"09:{minute:02}, 25 November 2026", "Jo Whitfield", "Read the record", "Mason Reid")
        for minute in range(40)
    ),
    (("c1", "Mason Reid"), ("c2", "Ruby Marsh")),
    ("Jo Whitfield", "Priya Nair"),
    ((TODAY, "Today, 25 November 2026"), (YESTERDAY, "Yesterday, 24 November 2026")),
    "40 lines",
)


def looks(show: Show, state: LooksState = STATE, width: int = 1366) -> LooksPage:
    page = LooksPage()
    page.show_looks(state)
    show(page, width)
    return page


def choose(page: LooksPage, name: str, words: str) -> None:
    """Choose from a list by keyboard."""
    box = control(page, name)
    assert isinstance(box, QComboBox)
    box.setFocus()
    while box.currentText() != words:
        QTest.keyClick(box, Qt.Key.Key_Down)


def table(page: LooksPage) -> QTableView:
    found = control(page, "looks.table")
    assert isinstance(found, QTableView)
    return found


def test_a_line_says_when_who_what_and_about_whom(show: Show) -> None:
    page = looks(show)
    model = table(page).model()
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert names == ["When", "Who", "What", "Child"]
    first = [model.data(model.index(0, column)) for column in range(4)]
    assert first == ["09:00, 25 November 2026", "Jo Whitfield", "Read the record", "Mason Reid"]


def test_between_fifteen_and_twenty_five_lines_are_seen_at_once(show: Show) -> None:
    page = looks(show)
    seen = table(page)
    last = seen.rowAt(seen.viewport().height() - 2)
    assert 15 <= last <= 25


def test_each_choice_is_reported_and_can_be_read_back(show: Show, qtbot: QtBot) -> None:
    page = looks(show)
    assert (page.child(), page.person(), page.day(), page.only_looked()) == ("", "", None, False)
    for name, words in (
        ("looks.child", "Ruby Marsh"),
        ("looks.person", "Priya Nair"),
        ("looks.day", "Yesterday, 24 November 2026"),
    ):
        with qtbot.waitSignal(page.wanted_changed):
            choose(page, name, words)
    with qtbot.waitSignal(page.wanted_changed):
        press(page, "looks.only_looked")
    assert (page.child(), page.person(), page.day(), page.only_looked()) == ("c2", "Priya Nair", YESTERDAY, True)


def test_what_was_chosen_stays_chosen_when_other_lines_are_shown(show: Show) -> None:
    page = looks(show)
    choose(page, "looks.child", "Ruby Marsh")
    page.show_looks(STATE)
    assert page.child() == "c2"
    page.clear()
    assert page.child() == ""
    assert table(page).model().rowCount() == 0


def test_only_a_childs_list_can_be_saved(show: Show, qtbot: QtBot) -> None:
    page = looks(show)
    assert not control(page, "looks.save").isEnabled()
    choose(page, "looks.child", "Mason Reid")
    page.show_looks(STATE)
    with qtbot.waitSignal(page.save_requested):
        press(page, "looks.save")
    page.show_saved()
    assert "The list is saved" in words_on(page)


def test_where_nothing_is_found_it_says_so(show: Show) -> None:
    page = looks(show, LooksState())
    assert "There is no such line." in words_on(page)
    assert not table(page).isVisible()


def test_a_trouble_is_said_in_words(show: Show) -> None:
    page = looks(show)
    page.show_trouble(Trouble("There is nothing to save for this child.", "", "Choose another child."))
    assert "Choose another child." in words_on(page)


def test_the_keyboard_comes_to_everything_and_the_arrows_go_from_line_to_line(show: Show) -> None:
    page = looks(show)
    page.focus_first()
    before = table(page).currentIndex().row()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert table(page).currentIndex().row() == before + 1
    stops = set(tab_stops())
    assert {"looks.back", "looks.child", "looks.person", "looks.day", "looks.only_looked", "looks.table"} <= stops


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [1366, 800])
def test_nothing_is_cut_off_or_nameless(show: Show, width: int, scale: float) -> None:
    theme.set_scale(scale)
    page = looks(show, width=width)
    assert cut_off(page) == []
    assert nameless(page) == []


def test_a_day_is_said_as_people_say_it() -> None:
    assert day_said(TODAY, TODAY) == "Today, 25 November 2026"
    assert day_said(YESTERDAY, TODAY) == "Yesterday, 24 November 2026"
    assert day_said(date(2026, 11, 2), TODAY) == "Monday 2 November 2026"

"""The coordinator's inbox and reading page: what arrived, what was checked, and nothing the family kept back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pages_seen import Show, control, cut_off, focused, nameless, press, tab_stops, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.errors import Trouble
from app.look.theme import theme
from app.ui.coordinator.inbox import InboxPage
from app.ui.coordinator.reading import Quote, ReadingPage
from app.ui.linetable import WrappingCell
from app.ui.states import CheckLine, InboxLine, InboxState, Reading, ReadLine, ReadSection

MASON = InboxLine(
    "v1",
    "Mason Reid",
    "Jo Whitfield",
    "Larkrise Primary",
    date(2026, 12, 17),
    datetime(2026, 12, 18, 9, 5, tzinfo=UTC),
    "new",
    "New",
)
KAYDEN = InboxLine(
    "v2",
    "Kayden Marsh",
    "Rachel Okoro",
    "Ambleton Health Team",
    date(2026, 10, 13),
    datetime(2026, 12, 18, 15, 12, tzinfo=UTC),
    "opened",
    "Opened by you on Friday 18 December 2026",
)
ERIN = InboxLine(
    "v3",
    "E. W.",
    "Dele Adeyemi",
    "Ambleton Youth & Family",
    None,
    datetime(2026, 11, 20, 10, 0, tzinfo=UTC),
    "refused",
    "Could not be opened: the seal is broken",
)
INBOX = InboxState((MASON, KAYDEN, ERIN), "Last collected at 16:10.")
READING = Reading(
    "Mason Reid",
    "From Jo Whitfield, Larkrise Primary. Agreed on Thursday 17 December 2026.",
    (CheckLine("The seal is whole.", True), CheckLine("The agreement to share has ended.", False)),
    ("School nurse: all of it", "Attendance team: school and learning only"),
    (
        ReadSection(
            "Speech, language and communication",
            (
                ReadLine("d1.speech.strengths", "What is going well", "Mason tells long stories about Ben."),
                ReadLine("d1.speech.needs", "What is hard", "Three things at once."),
                ReadLine("child.words", "In Mason’s own words", "I like PE and Ben.", is_quote=True),
            ),
        ),
        ReadSection("Health", (ReadLine("d1.health", "What is going well", "He eats well."),)),
    ),
)


def inbox(show: Show, state: InboxState = INBOX, width: int = 1366) -> InboxPage:
    page = InboxPage()
    page.show_inbox(state)
    show(page, width)
    return page


def table(page: InboxPage) -> QTableView:
    found = control(page, "inbox.table")
    assert isinstance(found, QTableView)
    return found


def children(page: InboxPage) -> list[str]:
    model = table(page).model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_the_newest_arrival_is_on_top_and_the_child_comes_first(show: Show) -> None:
    page = inbox(show)
    assert table(page).model().headerData(0, Qt.Orientation.Horizontal) == "Child"
    assert children(page) == ["Kayden Marsh", "Mason Reid", "E. W."]


def test_a_press_on_a_columns_name_sorts_by_it_and_the_chosen_line_stays_chosen(show: Show) -> None:
    page = inbox(show)
    page.choose("v1")
    table(page).sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert children(page) == ["E. W.", "Kayden Marsh", "Mason Reid"]
    assert page.chosen() == "v1"
    table(page).sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert children(page) == ["E. W.", "Kayden Marsh", "Mason Reid"]


def test_a_row_says_from_whom_when_and_in_what_state(show: Show) -> None:
    page = inbox(show)
    model = table(page).model()
    rows = [[model.data(model.index(row, column)) for column in range(5)] for row in range(3)]
    assert rows[1] == ["Mason Reid", "Jo Whitfield, Larkrise Primary", "17 Dec 2026", "18 Dec 2026, 09:05", "New"]
    assert rows[2][2] == "Not known"
    assert rows[2][4] == "Could not be opened: the seal is broken"


def test_an_assessment_is_opened_by_enter_by_double_click_and_by_the_button(show: Show, qtbot: QtBot) -> None:
    page = inbox(show)
    page.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as by_enter:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert by_enter.args == ["v1"]
    page.choose("v3")
    with qtbot.waitSignal(page.opened) as by_button:
        press(page, "inbox.read")
    assert by_button.args == ["v3"]
    place = table(page).visualRect(table(page).model().index(0, 1)).center()
    QTest.mouseClick(table(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(page.opened) as by_double_click:
        QTest.mouseDClick(table(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert by_double_click.args == ["v2"]


def test_nothing_can_be_read_until_a_line_is_chosen(show: Show) -> None:
    page = inbox(show)
    assert not control(page, "inbox.read").isEnabled()
    page.choose("v1")
    assert control(page, "inbox.read").isEnabled()


def test_collecting_is_said_and_trouble_leaves_the_list_as_it_was(show: Show, qtbot: QtBot) -> None:
    page = inbox(show)
    page.choose("v1")
    with qtbot.waitSignal(page.collect_requested):
        press(page, "inbox.collect")
    page.show_busy("Collecting…")
    assert not control(page, "inbox.collect").isEnabled()
    page.show_trouble(Trouble("The hub could not be reached.", "Nothing is lost.", "Try again later."))
    assert control(page, "inbox.collect").accessibleName() == "Collect now"
    assert "The hub could not be reached." in words_on(page)
    assert page.chosen() == "v1"


def test_a_new_collection_keeps_the_chosen_line_chosen(show: Show) -> None:
    page = inbox(show)
    page.choose("v1")
    page.show_inbox(InboxState((ERIN, MASON)))
    assert page.chosen() == "v1"


def test_an_empty_inbox_says_so_and_what_to_do(show: Show) -> None:
    page = inbox(show, InboxState())
    assert "Nothing is waiting for you" in words_on(page)
    assert not table(page).isVisible()
    page.focus_first()
    assert focused() is control(page, "inbox.collect")


def test_fifteen_assessments_are_seen_at_once_on_a_small_laptop(show: Show) -> None:
    lines = tuple(replace(MASON, envelope_id=f"v{number}") for number in range(30))
    page = inbox(show, InboxState(lines))
    seen = table(page)
    assert seen.viewport().height() // seen.rowHeight(0) >= 15


def test_tab_leaves_the_table_and_comes_to_every_button(show: Show) -> None:
    page = inbox(show)
    page.focus_first()
    index = ["inbox.lookup", "inbox.settling"]
    doors = ["inbox.services", *index, "inbox.ledger", "inbox.looks", "inbox.phrases", "inbox.care", "inbox.move"]
    assert tab_stops() == ["inbox.table", "inbox.stick", "inbox.collect", "inbox.read", *doors]


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("width", [1366, 900])
def test_a_cell_is_as_high_as_its_words(show: Show, scale: float, width: int) -> None:
    theme.set_scale(scale)
    page = inbox(show, width=width)
    seen, cells = table(page), table(page).itemDelegate()
    assert isinstance(cells, WrappingCell)
    for row in range(3):
        for column in range(5):
            needed = cells.height(seen.model().index(row, column), seen.columnWidth(column))
            assert seen.rowHeight(row) >= needed
    assert seen.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("state", [INBOX, InboxState()])
@pytest.mark.parametrize("scale", [1, 2])
def test_nothing_in_the_inbox_is_cut_off_or_nameless(show: Show, state: InboxState, scale: float) -> None:
    theme.set_scale(scale)
    page = inbox(show, state)
    page.choose("v1")
    assert cut_off(page) == []
    assert nameless(page) == []


def reading(show: Show, width: int = 1366) -> ReadingPage:
    page = ReadingPage()
    page.show_reading(READING)
    show(page, width)
    return page


def test_what_was_checked_is_said_in_words_beside_its_colour(show: Show) -> None:
    words = words_on(reading(show)).split("\n")
    assert words.index("Checked") < words.index("The seal is whole.")
    assert words.index("Not right") < words.index("The agreement to share has ended.")


def test_the_record_is_read_in_its_order_and_says_that_lines_may_be_kept_back(show: Show) -> None:
    words = words_on(reading(show))
    order = ["Who may see it", "keep back", "Speech, language", "long stories", "Three things", "I like PE", "Health"]
    places = [words.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)


def test_only_own_words_are_shown_as_a_quote(show: Show) -> None:
    page = reading(show)
    assert len(page.findChildren(Quote)) == 1
    assert "“I like PE and Ben.”" in words_on(page)
    assert "“Three things at once.”" not in words_on(page)


def test_another_reading_takes_the_place_of_the_one_before(show: Show) -> None:
    page = reading(show)
    page.show_reading(Reading("Ruby Marsh", "", (), (), ()))
    assert "Ruby Marsh" in words_on(page)
    assert "long stories" not in words_on(page)


def test_the_way_back_and_the_whole_page_are_reached_by_keyboard(show: Show, qtbot: QtBot) -> None:
    theme.set_scale(2)
    page = reading(show)
    page.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(focused(), Qt.Key.Key_Space)


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("width", [1366, 700])
def test_nothing_of_a_reading_is_cut_off_or_nameless(show: Show, scale: float, width: int) -> None:
    theme.set_scale(scale)
    page = reading(show, width)
    assert cut_off(page) == []
    assert nameless(page) == []

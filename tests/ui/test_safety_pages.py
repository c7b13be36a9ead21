"""Worried now, and the covers: numbers large and offline, nothing on a cover that anyone may not see."""

from __future__ import annotations

import time

import pytest
from pages_seen import Show, cut_off, focused, nameless, press, tab_stops, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.look.kit import Text
from app.look.theme import theme
from app.ui.covers import HideCover, LockedCover
from app.ui.safety import WorriedPage
from app.ui.states import Contact

CONTACTS = (
    Contact("Ambleton duty team", "Monday to Friday, 9 to 5. Ring if you are unsure.", "01632 960144"),
    Contact("Out of hours", "Nights and weekends.", "01632 960199"),
)


def worried(show: Show, contacts: tuple[Contact, ...] = CONTACTS, width: int = 1366) -> WorriedPage:
    page = WorriedPage()
    page.show_contacts(contacts)
    show(page, width)
    return page


def test_the_local_numbers_are_large(show: Show) -> None:
    page = worried(show)
    large = {text.words for text in page.findChildren(Text) if text.kind == "h1" and text.isVisible()}
    assert {"01632 960144", "01632 960199"} <= large


def test_the_page_says_when_never_to_use_a_caf_and_what_to_do(show: Show) -> None:
    words = words_on(worried(show))
    for part in (
        "If a child might be at risk of significant harm, stop here and call",
        "Your work is saved and stays where it is.",
        "Call 999",
        "call the duty team",
        "Write down what you saw and heard",
        "Tell your manager",
    ):
        assert part in words


def test_without_local_numbers_there_is_still_one_to_ring(show: Show) -> None:
    assert "999" in words_on(worried(show, ())).split("\n")


def test_numbers_shown_anew_replace_those_before(show: Show) -> None:
    page = worried(show)
    page.show_contacts(CONTACTS[1:])
    assert "01632 960144" not in words_on(page)


def test_the_way_back_is_reached_by_keyboard(show: Show, qtbot: QtBot) -> None:
    page = worried(show)
    page.focus_first()
    assert tab_stops() == ["worried.back"]
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(focused(), Qt.Key.Key_Space)


def test_the_cover_says_nothing_and_is_up_within_a_tenth_of_a_second(show: Show) -> None:
    page = HideCover()
    began = time.perf_counter()
    show(page)
    page.grab()
    assert time.perf_counter() - began < 0.1
    assert words_on(page) == "Ready"


def test_letters_still_being_typed_do_not_lift_the_cover(show: Show, qtbot: QtBot) -> None:
    page = HideCover()
    show(page)
    page.focus_first()
    with qtbot.assertNotEmitted(page.back_requested):
        for key in (Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape):
            QTest.keyClick(focused(), key)


def test_the_cover_is_lifted_by_its_button_with_mouse_or_keyboard(show: Show, qtbot: QtBot) -> None:
    page = HideCover()
    show(page)
    with qtbot.waitSignal(page.back_requested):
        press(page, "hide.back")
    page.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(focused(), Qt.Key.Key_Space)


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("width", [1366, 700])
@pytest.mark.parametrize("kind", [WorriedPage, HideCover, LockedCover])
def test_nothing_is_cut_off_or_nameless(
    show: Show, scale: float, width: int, kind: type[WorriedPage | HideCover | LockedCover]
) -> None:
    theme.set_scale(scale)
    page = kind()
    if isinstance(page, WorriedPage):
        page.show_contacts(CONTACTS)
    show(page, width)
    assert cut_off(page) == []
    assert nameless(page) == []

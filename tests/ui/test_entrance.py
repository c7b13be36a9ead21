"""The pages before the work: five words to write down, joining a team, opening the vault."""

from __future__ import annotations

import pytest
from pages_seen import Show, control, cut_off, focused, nameless, press, tab_stops, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Trouble
from app.look.kit import LineBox, Text
from app.look.theme import theme
from app.ui.doorway import Doorway, Middle
from app.ui.entrance import EnrolPage, PassphrasePage, Seat, UnlockPage
from app.ui.newwords import FiveWords

WORDS = "harbour velvet felt-tip pigeon marmalade"
SEATS = (Seat("a", "Mornings"), Seat("b"), Seat("c", "Jo"))
TROUBLE = Trouble("The hub could not be reached.", "Your code is still good.", "Check the connection.")


def typed(page: QWidget, name: str, words: str) -> None:
    box = control(page, name)
    box.setFocus()
    QTest.keyClicks(box, words)


def typing_page(show: Show) -> PassphrasePage:
    page = PassphrasePage()
    show(page)
    page.show_passphrase(WORDS)
    press(page, "passphrase.written")
    return page


def test_the_five_words_stand_in_their_order_until_they_are_written_down(show: Show) -> None:
    page = PassphrasePage()
    show(page)
    page.show_passphrase(WORDS)
    shown = control(page, "passphrase.words")
    assert isinstance(shown, FiveWords)
    assert shown.words() == WORDS
    press(page, "passphrase.written")
    assert "harbour" not in words_on(page)
    assert focused() is control(page, "passphrase.again")


@pytest.mark.parametrize("back", [WORDS, "  Harbour VELVET felt-tip   pigeon marmalade ", WORDS.replace("-", " ")])
def test_words_typed_back_right_are_accepted_whatever_the_capitals_and_spaces(
    show: Show, qtbot: QtBot, back: str
) -> None:
    page = typing_page(show)
    typed(page, "passphrase.again", back)
    with qtbot.waitSignal(page.accepted) as told:
        press(page, "passphrase.create")
    assert told.args == [WORDS]


def test_words_that_differ_bring_a_kind_hint_and_nothing_else(show: Show, qtbot: QtBot) -> None:
    page = typing_page(show)
    typed(page, "passphrase.again", "velvet harbour felt-tip pigeon marmalade")
    with qtbot.assertNotEmitted(page.accepted):
        QTest.keyClick(control(page, "passphrase.again"), Qt.Key.Key_Return)
    assert "not quite the same yet" in words_on(page)


def test_the_words_can_be_looked_at_again_and_others_asked_for(show: Show, qtbot: QtBot) -> None:
    page = typing_page(show)
    press(page, "passphrase.look")
    assert "harbour" in words_on(page)
    with qtbot.waitSignal(page.another_requested):
        press(page, "passphrase.another")


def test_five_words_need_the_keyboard_alone(show: Show, qtbot: QtBot) -> None:
    page = PassphrasePage()
    show(page)
    page.show_passphrase(WORDS)
    page.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    QTest.keyClicks(focused(), WORDS)
    with qtbot.waitSignal(page.accepted):
        QTest.keyClick(focused(), Qt.Key.Key_Return)


def test_a_forgotten_page_holds_no_word(show: Show) -> None:
    page = typing_page(show)
    typed(page, "passphrase.again", WORDS)
    page.forget()
    box = control(page, "passphrase.again")
    assert isinstance(box, QLineEdit)
    assert box.text() == ""
    assert not box.isUndoAvailable()
    assert "harbour" not in words_on(page)
    shown = control(page, "passphrase.words")
    assert isinstance(shown, FiveWords)
    assert shown.words() == ""


def test_an_enrolment_code_is_read_without_its_dashes_and_spaces(show: Show, qtbot: QtBot) -> None:
    page = EnrolPage()
    show(page)
    page.focus_first()
    QTest.keyClicks(focused(), " https://hub.ambleton.example ")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "abcd-efgh jkmn-pqrs tvwx-yz01 2345")
    with qtbot.waitSignal(page.enrol_requested) as told:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == ["https://hub.ambleton.example", "ABCDEFGHJKMNPQRSTVWXYZ012345"]


def test_an_unfinished_enrolment_code_is_not_sent(show: Show, qtbot: QtBot) -> None:
    page = EnrolPage()
    show(page)
    typed(page, "enrol.address", "https://hub.ambleton.example")
    typed(page, "enrol.code", "ABCD-EFGH")
    with qtbot.assertNotEmitted(page.enrol_requested):
        press(page, "enrol.go")
    assert "there are 8 here" in words_on(page)
    assert focused() is control(page, "enrol.code")


def test_trouble_is_told_whole_and_what_was_typed_stays(show: Show) -> None:
    page = EnrolPage()
    show(page)
    typed(page, "enrol.address", "https://hub.ambleton.example")
    page.show_busy("Joining…")
    page.show_trouble(TROUBLE)
    for part in (TROUBLE.what, TROUBLE.safe, TROUBLE.next_step):
        assert part in words_on(page)
    assert control(page, "enrol.go").isEnabled()
    box = control(page, "enrol.address")
    assert isinstance(box, QLineEdit)
    assert box.text() == "https://hub.ambleton.example"


def test_the_passphrase_is_covered_until_it_is_asked_to_be_shown(show: Show) -> None:
    page = UnlockPage()
    show(page)
    box = control(page, "unlock.passphrase")
    assert isinstance(box, QLineEdit)
    assert box.echoMode() == QLineEdit.EchoMode.Password
    press(page, "unlock.show")
    assert box.echoMode() == QLineEdit.EchoMode.Normal
    page.forget()
    assert box.echoMode() == QLineEdit.EchoMode.Password


def test_one_practitioner_unlocks_with_her_words_and_enter(show: Show, qtbot: QtBot) -> None:
    page = UnlockPage()
    show(page)
    page.show_seats((Seat("a", "Jo"),))
    assert not control(page, "unlock.seat:a").isVisible()
    page.focus_first()
    QTest.keyClicks(focused(), WORDS)
    with qtbot.waitSignal(page.unlock_requested) as told:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == [WORDS]
    assert page.chosen_seat() == "a"


def test_several_practitioners_choose_their_place_and_no_name_is_shown_that_was_not_given(show: Show) -> None:
    page = UnlockPage()
    show(page)
    page.show_seats(SEATS)
    assert control(page, "unlock.seat:b").accessibleName() == "Place 2"
    press(page, "unlock.seat:c")
    assert page.chosen_seat() == "c"
    page.show_seats(SEATS[:2])
    assert page.chosen_seat() == "a"


def test_opening_cannot_be_asked_for_twice_and_the_keyboard_stays_in_the_box(show: Show, qtbot: QtBot) -> None:
    page = UnlockPage()
    show(page)
    typed(page, "unlock.passphrase", WORDS)
    control(page, "unlock.open").setFocus()
    page.show_busy("Opening…")
    assert control(page, "unlock.open").accessibleName() == "Opening…"
    assert focused() is control(page, "unlock.passphrase")
    with qtbot.assertNotEmitted(page.unlock_requested):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        press(page, "unlock.open")
    page.show_ready()
    assert control(page, "unlock.open").accessibleName() == "Open"


def test_the_passphrase_box_is_in_view_at_twice_the_text_size(show: Show, qtbot: QtBot) -> None:
    theme.set_scale(2)
    page = UnlockPage()
    page.show_seats(SEATS)
    show(page)
    page.focus_first()
    box = control(page, "unlock.passphrase")
    qtbot.waitUntil(lambda: box.visibleRegion().boundingRect() == box.rect())


def test_someone_new_can_start_on_a_shared_laptop(show: Show, qtbot: QtBot) -> None:
    page = UnlockPage()
    show(page)
    with qtbot.waitSignal(page.someone_new_requested):
        press(page, "unlock.new")


def test_tab_goes_round_the_unlock_page(show: Show) -> None:
    page = UnlockPage()
    show(page)
    page.show_seats(SEATS)
    page.focus_first()
    assert tab_stops() == [
        "unlock.passphrase",
        "unlock.show",
        "unlock.open",
        "unlock.forgotten",
        "unlock.new",
        "unlock.seat:a",
    ]


def entrances() -> list[Doorway]:
    words, writing, enrol, unlock = PassphrasePage(), PassphrasePage(), EnrolPage(), UnlockPage()
    words.show_passphrase(WORDS)
    writing.show_passphrase(WORDS)
    unlock.show_seats(SEATS)
    return [words, writing, enrol, unlock]


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("width", [1366, 700])
def test_nothing_is_cut_off_or_nameless_at_twice_the_text_size(show: Show, number: int, width: int) -> None:
    theme.set_scale(2)
    page = entrances()[number]
    show(page, width)
    if number == 1:
        press(page, "passphrase.written")
    page.show_trouble(TROUBLE)
    assert cut_off(page) == []
    assert nameless(page) == []


def test_a_box_without_a_name_and_words_without_room_would_be_noticed(show: Show) -> None:
    page = Middle(LineBox())
    text = Text("Words that need more room than they are given here", wrap=True)
    text.setParent(page)
    text.setFixedSize(40, 20)
    show(page)
    assert len(nameless(page)) == 1
    assert len(cut_off(page)) == 1

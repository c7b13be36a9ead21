"""The home page: back to the last box in two presses, and three hundred families as quick as three."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pages_seen import Show, control, cut_off, focused, nameless, press, tab_stops, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.record import RecordKind
from app.look.theme import theme
from app.operations.safekeeping import Lost, LostLine
from app.ui.home import HomePage
from app.ui.shell.lapsewords import lapse_words
from app.ui.shell.lostwords import OUT_OF_TOUCH, lost_words
from app.ui.states import CarryOn, FamilyLine, HomeState, Reminder

MASON = FamilyLine("e1", "Mason Reid", "6 years old", "Read it together with Carly", "On this laptop only")
KAYDEN = FamilyLine(
    "e2",
    "Kayden Marsh",
    "4 years old",
    "Talk about sharing",
    "Waiting to be sent",
    "British Sign Language. Text or video only, do not phone",
)
BUSY = HomeState(
    "Jo",
    "Thursday 17 December 2026",
    (MASON, KAYDEN),
    CarryOn("Mason Reid", "Speech, language and communication", "saved at 14:32"),
    "2 finished assessments are on this laptop and not sent yet.",
    "Erin’s team met on time, and all eight people came.",
)
MANY = tuple(FamilyLine(f"x{n}", f"Child {n}", "7 years old", "Next review", "Received") for n in range(300))


def home(show: Show, state: HomeState, width: int = 1366) -> HomePage:
    page = HomePage()
    page.show_home(state)
    show(page, width)
    return page


def test_a_busy_home_says_who_when_what_waits_and_what_went_well(show: Show) -> None:
    words = words_on(home(show, BUSY))
    for part in ("Hello Jo", BUSY.today, BUSY.waiting, BUSY.went_well, "Speech, language and communication"):
        assert part in words


def test_out_of_touch_it_says_what_is_safe_and_begins_nothing_new(show: Show) -> None:
    page = home(show, replace(BUSY, out_of_touch=OUT_OF_TOUCH, families=MANY))
    assert OUT_OF_TOUCH in words_on(page)
    assert not control(page, "home.register").isEnabled()
    assert not control(page, "home.find").isVisible()
    assert control(page, "home.carry_on").isEnabled()
    page.show_home(BUSY)
    assert OUT_OF_TOUCH not in words_on(page)
    assert control(page, "home.register").isEnabled()


def test_what_lapses_soon_is_said_kindly_and_stops_nothing(show: Show) -> None:
    words = lapse_words({"check": date(2026, 12, 18)})
    page = home(show, replace(BUSY, lapses=words))
    assert words in words_on(page)
    assert control(page, "home.register").isEnabled()
    page.show_home(BUSY)
    assert words not in words_on(page)


def test_each_thing_that_lapses_has_its_day_and_one_that_nobody_knows_is_said_too() -> None:
    said = lapse_words({"using-caf": date(2026, 12, 1), "something new": date(2026, 12, 18)})
    assert said.startswith(
        "Your training in using the CAF counts until Tuesday 1 December 2026. "
        "One of your courses counts until Friday 18 December 2026. Please ask your manager now about renewing them"
    )
    assert lapse_words({}) == ""
    words = lapse_words({"use-policy": date(2026, 12, 1)})
    assert words.startswith("Your agreement to the use policy counts until Tuesday 1 December 2026. Please ask")


def test_what_was_lost_is_named_until_it_was_read(show: Show, qtbot: QtBot) -> None:
    line = LostLine("Erin Reid", RecordKind.ASSESSMENT, date(2026, 3, 3), finished=False)
    words = lost_words(Lost(datetime(2026, 3, 4, 9, 0, tzinfo=UTC), (line,), 1))
    page = home(show, replace(BUSY, lost=words))
    said = words_on(page)
    assert "Erin Reid’s assessment, last written on 3 March 2026, was on it and never sent." in said
    assert "One family who had not agreed" in said
    with qtbot.waitSignal(page.lost_read):
        press(page, "home.lost_read")
    page.show_home(BUSY)
    assert "Erin Reid" not in words_on(page)


def test_an_empty_home_teaches_and_shows_nothing_that_is_not_there(show: Show) -> None:
    page = home(show, HomeState("Jo", "Thursday 17 December 2026"))
    assert "No families here yet" in words_on(page)
    for name in ("home.carry_on", "home.send_now", "home.find"):
        assert not control(page, name).isVisible()
    assert "went well" not in words_on(page)
    page.focus_first()
    assert focused() is control(page, "home.register")


def test_each_button_asks_for_what_it_says(show: Show, qtbot: QtBot) -> None:
    page = home(show, BUSY)
    wanted = {
        "home.carry_on": page.carry_on_requested,
        "home.send_now": page.send_now_requested,
        "home.register": page.register_requested,
        "home.care": page.doors.to_care,
    }
    for name, signal in wanted.items():
        with qtbot.waitSignal(signal):
            press(page, name)
    with qtbot.waitSignal(page.family_opened) as told:
        press(page, "home.open:e2")
    assert told.args == ["e2"]


def test_a_family_is_opened_with_the_keyboard_alone(show: Show, qtbot: QtBot) -> None:
    page = home(show, BUSY)
    page.focus_first()
    assert tab_stops()[:5] == ["home.carry_on", "home.send_now", "home.lookup", "home.register", "home.open:e1"]
    assert tab_stops()[5:] == ["home.services", "home.ledger", "home.looks", "home.phrases", "home.care", "home.move"]
    control(page, "home.open:e1").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.family_opened) as told:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == ["e2"]
    QTest.keyClick(focused(), Qt.Key.Key_Home)
    assert focused() is control(page, "home.open:e1")


def test_a_row_says_how_to_talk_with_the_family(show: Show) -> None:
    page = home(show, BUSY)
    row = control(page, "home.open:e2")
    assert row.accessibleName() == "Open Kayden Marsh"
    assert "British Sign Language" in row.accessibleDescription()


def test_three_hundred_families_are_shown_at_once_and_one_is_found(show: Show, qtbot: QtBot) -> None:
    page = home(show, BUSY)
    began = time.perf_counter()
    page.show_home(HomeState("Jo", "Thursday 17 December 2026", MANY))
    QApplication.processEvents()
    page.grab()
    assert time.perf_counter() - began < 1
    box = control(page, "home.find")
    box.setFocus()
    QTest.keyClicks(box, "child 207")
    assert control(page, "home.open:x207").isVisible()
    assert not control(page, "home.open:x20").isVisible()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.family_opened) as told:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == ["x207"]


def test_a_name_nobody_has_is_answered_in_words(show: Show) -> None:
    page = home(show, HomeState("Jo", "Thursday 17 December 2026", MANY))
    QTest.keyClicks(control(page, "home.find"), "zz")
    assert "No child here has that name." in words_on(page)


def test_news_that_arrives_meanwhile_moves_neither_the_keyboard_nor_what_was_looked_for(show: Show) -> None:
    page = home(show, HomeState("Jo", "Thursday 17 December 2026", MANY))
    QTest.keyClicks(control(page, "home.find"), "child 207")
    control(page, "home.open:x207").setFocus()
    sent = tuple(replace(line, where="Received 15:12") for line in MANY)
    page.show_home(HomeState("Jo", "Thursday 17 December 2026", sent))
    assert focused() is control(page, "home.open:x207")
    assert focused().accessibleDescription().endswith("Received 15:12")
    assert not control(page, "home.open:x20").isVisible()


def test_a_press_may_replace_the_row_that_was_pressed(show: Show) -> None:
    page = home(show, BUSY)
    page.family_opened.connect(lambda _episode: page.show_home(HomeState("Jo", "", MANY)))
    press(page, "home.open:e2")
    QApplication.processEvents()
    assert control(page, "home.open:x0").isVisible()


@pytest.mark.parametrize("state", [BUSY, HomeState("Jo", "Thursday 17 December 2026")])
@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("width", [1366, 700])
def test_nothing_is_cut_off_or_nameless(show: Show, state: HomeState, scale: float, width: int) -> None:
    theme.set_scale(scale)
    page = home(show, state, width)
    assert cut_off(page) == []
    assert nameless(page) == []


@pytest.mark.parametrize("scale", [1, 2])
def test_a_row_is_as_high_as_its_words(show: Show, scale: float) -> None:
    theme.set_scale(scale)
    page = home(show, BUSY, 900)
    row = control(page, "home.open:e2")
    assert row.height() >= row.heightForWidth(row.width())


DUE = tuple(Reminder("e1", f"Mason Reid: thing {n}", f"Tuesday 6 October 2026, in {n} days") for n in range(8))
FULL = replace(
    BUSY,
    sending="No connection · 2 waiting to be sent",
    due=DUE[:2],
    ended=(Reminder("e9", "Ruby Marsh", "Kept on this laptop until Monday 30 November 2026"),),
)


def test_what_is_due_and_what_has_ended_is_said_in_words_and_led_to(show: Show, qtbot: QtBot) -> None:
    page = home(show, FULL)
    words = words_on(page)
    for part in ("What is due", DUE[0].title, DUE[0].words, "Ended without an assessment", "Ruby Marsh", FULL.sending):
        assert part in words
    with qtbot.waitSignal(page.family_opened) as told:
        press(page, "home.due:1")
    assert told.args == ["e1"]
    with qtbot.waitSignal(page.come_back_requested) as told:
        press(page, "home.ended:0")
    assert told.args == ["e9"]


def test_a_step_of_the_plan_leads_to_the_page_where_it_is_marked(show: Show, qtbot: QtBot) -> None:
    page = home(show, replace(FULL, due=(replace(DUE[0], page="steps"), DUE[1])))
    with qtbot.waitSignal(page.page_opened) as told:
        press(page, "home.due:0")
    assert told.args == ["e1", "steps"]


def test_of_many_things_due_the_first_are_in_sight_and_all_can_be_shown(show: Show) -> None:
    page = home(show, replace(BUSY, due=DUE))
    assert page.findChild(QPushButton, "home.due:5") is None
    press(page, "home.due.more")
    assert focused() is control(page, "home.due:5")
    QApplication.processEvents()
    assert control(page, "home.due:7").isVisible()


def test_send_now_says_that_it_tries_and_claims_nothing_before_an_answer(show: Show) -> None:
    page = home(show, FULL)
    asked: list[bool] = []
    page.send_now_requested.connect(lambda: asked.append(True))
    press(page, "home.send_now")
    page.show_sending()
    assert "Trying to send now" in words_on(page)
    assert "sent" not in words_on(page).replace("send", "").split("What is due")[0].lower()
    press(page, "home.send_now")
    assert asked == [True]
    page.show_home(FULL)
    assert FULL.sending in words_on(page)
    press(page, "home.send_now")
    assert asked == [True, True]


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("width", [1366, 700])
def test_nothing_of_a_full_home_is_cut_off_or_nameless(show: Show, scale: float, width: int) -> None:
    theme.set_scale(scale)
    page = home(show, FULL, width)
    assert cut_off(page) == []
    assert nameless(page) == []

"""The copy, where it is, and the kind ways to stop: nothing unsafe is offered, and nothing is said that is not so."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from pages_seen import focused
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.copyfor import CopyFor
from app.domain.denied import ChildsSay
from app.errors import Trouble
from app.look.kit import Text, theme
from app.operations.copies import CopyNote
from app.operations.leaving import Way
from app.ui.finishing.choices import Choices
from app.ui.finishing.copy import CopyPage
from app.ui.finishing.refusal import KindStop, RefusalPage
from app.ui.finishing.where import Place, WhereLine, WherePage, WhereState

NOON = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
TROUBLE = Trouble("The stick is full.", "Nothing is lost.", "Try another one.")


def shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1074, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def words_on(page: QWidget) -> str:
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisible())


@pytest.mark.parametrize("reader", ["parent", "easy read", "child", "young person"])
def test_a_copy_is_saved_once_somebody_said_it_is_safe(qtbot: QtBot, reader: str) -> None:
    page = CopyPage()
    shown(qtbot, page)
    press(page, f"copy.for:{reader}")
    with qtbot.waitSignal(page.safe_at_home_answered, check_params_cb=lambda safe: safe is True):
        press(page, "copy.safe:yes")
    with qtbot.waitSignal(page.save_requested, check_params_cb=lambda given: given == reader):
        press(page, "copy.save")


@pytest.mark.parametrize(
    ("answered", "asked"),
    [((), "copy.for:parent"), (("copy.for:child",), "copy.safe:yes"), (("copy.safe:yes",), "copy.for:parent")],
)
def test_no_copy_is_saved_before_both_questions_are_answered(
    qtbot: QtBot, answered: tuple[str, ...], asked: str
) -> None:
    page = CopyPage()
    shown(qtbot, page)
    for name in answered:
        press(page, name)
    with qtbot.assertNotEmitted(page.save_requested):
        press(page, "copy.save")
    qtbot.waitUntil(button(page, asked).hasFocus)
    assert "Please choose" in words_on(page)


def test_nothing_is_chosen_beforehand_and_yes_is_as_large_as_no(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    assert not any(choice.isChecked() for choice in page.findChildren(QAbstractButton))
    assert button(page, "copy.safe:yes").size() == button(page, "copy.safe:no").size()


def test_not_at_home_is_a_good_answer_that_is_written_down_and_no_file_is_made_of_it(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    press(page, "copy.for:parent")
    press(page, "copy.safe:no")
    assert "Not on paper at home is a good answer" in words_on(page)
    assert not button(page, "copy.save").isVisible()
    with qtbot.waitSignal(page.not_home_requested, check_params_cb=lambda given: given == "parent"):
        press(page, "copy.not_home")
    page.show_written_down()
    page.show_notes([CopyNote(NOON, CopyFor.EASY, None), CopyNote(NOON, "", Way.SHOWN)])
    assert "written down that this copy is not for home" in words_on(page)
    assert "Monday 14 December 2026: not on paper at home, for a parent or carer (easy read)." in words_on(page)
    assert "a copy for the family was opened to be printed" in words_on(page)
    press(page, "copy.safe:yes")
    assert button(page, "copy.save").isVisible()
    assert not button(page, "copy.not_home").isVisible()
    assert "good answer" not in words_on(page)


def test_a_copy_to_be_read_together_is_printed_to_be_kept_at_work(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    press(page, "copy.for:easy read")
    press(page, "copy.safe:no")
    assert button(page, "copy.print").text() == "Open to print, to keep at work"
    with qtbot.waitSignal(page.print_requested, check_params_cb=lambda given: given == "easy read"):
        press(page, "copy.print")


def test_a_language_is_asked_for_only_where_there_is_another(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    page.know_languages({CopyFor.PARENT: ("en-GB",), CopyFor.EASY: ("en-GB", "cy")})
    press(page, "copy.for:parent")
    assert page.findChild(QWidget, "copy.language") is None
    press(page, "copy.for:easy read")
    press(page, "copy.language:cy")
    assert page.language() == "cy"
    page.clear()
    assert page.language() == "en-GB"


def test_with_several_parents_it_asks_which_one_and_says_what_the_child_said_about_them(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    page.know_carers({"Carly Reid": ChildsSay.YES, "Mark Reid": ChildsSay.NO})
    press(page, "copy.for:parent")
    press(page, "copy.safe:yes")
    with qtbot.assertNotEmitted(page.save_requested):
        press(page, "copy.save")
    qtbot.waitUntil(button(page, "copy.carer:0").hasFocus)
    assert "Please choose which parent or carer it is for." in words_on(page)
    press(page, "copy.carer:1")
    assert "The child was asked about Mark Reid, and said no" in words_on(page)
    assert "Please choose" not in words_on(page)
    with qtbot.waitSignal(page.save_requested):
        press(page, "copy.save")
    assert page.person() == "Mark Reid"
    press(page, "copy.carer:any")
    assert page.person() == ""
    press(page, "copy.for:child")
    assert "Which parent or carer is it for?" not in words_on(page)
    assert page.person() == ""


def test_with_one_parent_there_is_nothing_more_to_choose(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    page.know_carers({"Carly Reid": None})
    press(page, "copy.for:easy read")
    press(page, "copy.safe:yes")
    with qtbot.waitSignal(page.save_requested):
        press(page, "copy.save")
    assert page.person() == "Carly Reid"


def test_the_page_says_what_the_copy_leaves_out(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    for part in ("held back", "address", "not safe to get in touch", "child’s own words"):
        assert part in words_on(page)


def test_a_copy_that_is_saved_or_failed_or_not_ready_says_so(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    page.show_trouble(TROUBLE)
    assert "The stick is full." in words_on(page)
    page.show_saved()
    assert "The copy is saved" in words_on(page)
    assert "Nothing protects the file" in words_on(page)
    assert "The stick is full." not in words_on(page)
    page.show_not_ready("It has not been signed yet.")
    assert "It has not been signed yet." in words_on(page)
    assert not button(page, "copy.save").isVisible()


def test_the_next_family_finds_the_questions_empty(qtbot: QtBot) -> None:
    page = CopyPage()
    shown(qtbot, page)
    press(page, "copy.for:child")
    press(page, "copy.safe:no")
    page.clear()
    assert not any(choice.isChecked() for choice in page.findChildren(QAbstractButton))
    assert button(page, "copy.save").isVisible()


WAITING = WhereState(
    Place.WAITING,
    "Waiting to be sent",
    "3 finished, 2 received, 0 gaps",
    (
        WhereLine(Place.RECEIVED, "The whole record"),
        WhereLine(Place.WAITING, "For Larkrise Primary", "It goes with the next connection."),
        WhereLine(Place.TROUBLE, "For the Children’s Centre", "Please ask Carly again."),
    ),
)


def test_where_it_is_stands_in_plain_words_with_what_to_do(qtbot: QtBot) -> None:
    page = WherePage()
    shown(qtbot, page)
    page.show_where(WAITING)
    QApplication.processEvents()
    for part in ("Waiting to be sent", "3 finished, 2 received, 0 gaps", "For Larkrise Primary", "Not sent yet"):
        assert part in words_on(page)
    assert "Please ask Carly again." in words_on(page)


def test_a_newer_state_takes_the_place_of_the_older_and_the_keyboard_stays(qtbot: QtBot) -> None:
    page = WherePage()
    shown(qtbot, page)
    page.show_where(WAITING)
    page.focus_first()
    qtbot.waitUntil(button(page, "where.send_now").hasFocus)
    page.show_where(WhereState(Place.OPENED, "Opened by Priya Nair, 16:10", trouble=TROUBLE))
    assert "Opened by Priya Nair, 16:10" in words_on(page)
    assert "Nothing is lost. Try another one." in words_on(page)
    assert "For Larkrise Primary" not in words_on(page)
    assert button(page, "where.send_now").hasFocus()
    page.show_where(WhereState(Place.OPENED, "Opened by Priya Nair, 16:10"))
    assert "Nothing is lost." not in words_on(page)


def test_sending_and_changing_are_asked_for(qtbot: QtBot) -> None:
    page = WherePage()
    shown(qtbot, page)
    page.show_where(WAITING)
    with qtbot.waitSignal(page.send_now_requested):
        press(page, "where.send_now")
    with qtbot.waitSignal(page.change_requested):
        press(page, "where.change")


def test_what_cannot_be_done_is_not_offered(qtbot: QtBot) -> None:
    page = WherePage()
    shown(qtbot, page)
    page.show_where(WhereState(Place.LAPTOP, "On this laptop only", may_send=False, may_change=False))
    assert not button(page, "where.send_now").isVisible()
    assert not button(page, "where.change").isVisible()


def test_a_copy_is_begun_where_it_is_and_offered_for_nobody_it_may_not_be_for(qtbot: QtBot) -> None:
    page, copy = WherePage(), CopyPage()
    shown(qtbot, page)
    page.offer_copies({"child", "young person"})
    offered = [name for name in ("parent", "easy read", "child", "young person") if seen(page, f"where.copy:{name}")]
    assert offered == ["child", "young person"]
    page.copy_requested.connect(copy.ask_for)
    shown(qtbot, copy)
    press(page, "where.copy:young person")
    assert [name for name in ("copy.for:child", "copy.for:young person") if button(copy, name).isChecked()] == [
        "copy.for:young person"
    ]
    assert not any(button(copy, name).isChecked() for name in ("copy.safe:yes", "copy.safe:no"))
    page.offer_copies(())
    assert not any(seen(page, f"where.copy:{name}") for name in offered)


def seen(page: QWidget, name: str) -> bool:
    return button(page, name).isVisible()


def test_a_refusal_says_what_goes_and_that_the_help_stays(qtbot: QtBot) -> None:
    page = RefusalPage()
    shown(qtbot, page)
    assert "The family still gets the help they have now." in words_on(page)
    for part in ("Everything written here about this child", "waiting to be sent", "This cannot be undone"):
        assert part in words_on(page)


def test_the_keyboard_starts_at_the_note_and_never_on_erasing(qtbot: QtBot) -> None:
    page = RefusalPage()
    shown(qtbot, page)
    page.focus_first()
    qtbot.waitUntil(lambda: focused().objectName() == "refusal.reason")
    with qtbot.assertNotEmitted(page.erase_confirmed):
        QTest.keyClick(focused(), Qt.Key.Key_Space)
    back = button(page, "refusal.back")
    with qtbot.assertNotEmitted(page.erase_confirmed), qtbot.waitSignal(page.back_requested):
        QTest.keyClick(back, Qt.Key.Key_Space)


def test_erasing_is_one_explicit_press_and_afterwards_there_is_nothing_left_to_erase(qtbot: QtBot) -> None:
    page = RefusalPage()
    shown(qtbot, page)
    with qtbot.waitSignal(page.erase_confirmed):
        press(page, "refusal.erase")
    page.show_trouble(TROUBLE)
    assert "The stick is full." in words_on(page)
    page.show_erased("Nothing about this child is on this laptop any more.")
    assert "Nothing about this child is on this laptop any more." in words_on(page)
    assert "The stick is full." not in words_on(page)
    assert not button(page, "refusal.erase").isVisible()
    page.clear()
    assert button(page, "refusal.erase").isVisible()


def test_a_stop_says_why_and_leads_back(qtbot: QtBot) -> None:
    page = KindStop()
    shown(qtbot, page)
    page.show_stop("It cannot be finished yet", ("Who is saying yes?",))
    page.show_stop("It cannot be finished yet", ("Please choose yes or no.", "There is no signature yet."))
    QApplication.processEvents()
    words = words_on(page)
    assert "Please choose yes or no." in words
    assert "There is no signature yet." in words
    assert "Who is saying yes?" not in words
    with qtbot.waitSignal(page.back_requested):
        press(page, "stop.back")


@pytest.mark.parametrize("width", [678, 560, 400])
def test_many_short_answers_stand_in_even_lines_each_as_large_as_a_finger(qtbot: QtBot, width: int) -> None:
    theme.set_scale(1.6)
    try:
        choices = Choices("share.ch.scale", "Pick a number", [(str(one), str(one)) for one in range(11)], across=11)
        qtbot.addWidget(choices)
        choices.resize(width, 400)
        choices.show()
        QApplication.processEvents()
        tiles = [tile for stop in choices.stops() if (tile := stop.parentWidget()) is not None]
        lines = Counter(tile.y() for tile in tiles)
        assert max(lines.values()) - list(lines.values())[-1] < len(lines)
        assert width < 678 or list(lines.values()) == [6, 5]
        assert min(min(tile.width(), tile.height()) for tile in tiles) >= 44
    finally:
        theme.set_scale(1.0)

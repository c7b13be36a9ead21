"""A note is offered before anything is erased; what is said of the file is true, and what was typed is forgotten."""

from __future__ import annotations

import pytest
from pages_seen import control, nameless, press, words_on
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.refusal import Remarks, Safety
from app.errors import Trouble
from app.ui.finishing.refusal import RefusalPage


@pytest.fixture
def page(qtbot: QtBot) -> RefusalPage:
    """Return the page, open."""
    made = RefusalPage()
    qtbot.addWidget(made)
    made.resize(1074, 1400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def typed(page: QWidget, name: str, words: str) -> None:
    box = control(page, name)
    assert isinstance(box, QTextEdit)
    box.insertPlainText(words)


def test_the_note_is_offered_above_the_button_that_erases(page: RefusalPage) -> None:
    note, erase = control(page, "refusal.note"), control(page, "refusal.erase")
    assert note.mapTo(page, note.rect().topLeft()).y() < erase.mapTo(page, erase.rect().topLeft()).y()
    assert "If you want a note, save it first." in words_on(page)
    assert nameless(page) == []


def test_nothing_has_to_be_filled_in_for_it(page: RefusalPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.note.note_requested) as asked:
        press(page, "refusal.note")
    assert asked.args == [Remarks()]


def test_what_is_added_goes_into_the_note(page: RefusalPage, qtbot: QtBot) -> None:
    typed(page, "refusal.reason", "They worry about who could read it.")
    typed(page, "refusal.next", "Ring on Friday.")
    press(page, "refusal.safety:will ask")
    with qtbot.waitSignal(page.note.note_requested) as asked:
        press(page, "refusal.note")
    assert asked.args == [Remarks("They worry about who could read it.", "Ring on Friday.", Safety.WILL_ASK)]


def test_once_saved_it_says_that_the_file_is_outside_and_stays_when_the_rest_is_erased(page: RefusalPage) -> None:
    page.note.show_saved()
    said = words_on(page)
    assert "It stands outside your place now." in said
    assert "erasing here does not reach it" in said
    assert "then delete the file" in said


def test_a_trouble_with_saving_is_said_and_the_note_can_be_tried_again(page: RefusalPage) -> None:
    page.note.show_saved()
    page.note.show_trouble(Trouble("The stick is full.", "Nothing is lost.", "Try another one."))
    assert "The stick is full." in words_on(page)
    assert "The note is saved" not in words_on(page)
    assert control(page, "refusal.note").isEnabled()


def test_erasing_needs_no_note(page: RefusalPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.erase_confirmed), qtbot.assertNotEmitted(page.note.note_requested):
        press(page, "refusal.erase")


def test_what_was_typed_for_one_family_is_gone_before_the_next(page: RefusalPage, qtbot: QtBot) -> None:
    typed(page, "refusal.reason", "They worry about who could read it.")
    press(page, "refusal.safety:no worry")
    page.show_erased("Nothing about this child is on this laptop any more.")
    assert not control(page, "refusal.note").isVisible()
    page.clear()
    with qtbot.waitSignal(page.note.note_requested) as asked:
        press(page, "refusal.note")
    assert asked.args == [Remarks()]

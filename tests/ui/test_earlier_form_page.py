"""The page about a newer form says what would change in words, and moves nothing until a button for it is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.look.kit import Text
from app.ui.earlierform import EarlierFormPage, EarlierState, FormChange

CHANGE = FormChange(
    draft="d1",
    title="CAF assessment",
    stays=1,
    moves=(("School", "It stands on another page: Learning."),),
    no_place=(("Health: What is hard", "Coughs at night. " * 40),),
    new_questions=16,
)


def shown(qtbot: QtBot, state: EarlierState) -> EarlierFormPage:
    page = EarlierFormPage()
    qtbot.addWidget(page)
    page.show_state(state)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(page: EarlierFormPage) -> str:
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisible())


def press(page: EarlierFormPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_what_stays_what_moves_and_what_has_no_place(qtbot: QtBot) -> None:
    seen = words(shown(qtbot, EarlierState(changes=(CHANGE,))))
    assert "1 answer would stay unchanged." in seen
    assert "School. It stands on another page: Learning." in seen
    assert "Health: What is hard: Coughs at night." in seen
    assert "16 new questions" in seen
    assert "no word is lost" in seen


def test_one_draft_is_moved_or_moved_back_by_its_own_button(qtbot: QtBot) -> None:
    page = shown(qtbot, EarlierState(changes=(CHANGE,), moved=(("d2", "Before an assessment"),)))
    there, back = list[str](), list[str]()
    page.move_requested.connect(there.append)
    page.return_requested.connect(back.append)
    press(page, "earlier.move:d1")
    press(page, "earlier.return:d2")
    assert (there, back) == (["d1"], ["d2"])


def test_words_from_an_earlier_form_are_whole_and_copied_with_their_question(qtbot: QtBot) -> None:
    page = shown(qtbot, EarlierState(words=(("Health: What is hard", "Coughs.\nAt night."),)))
    copied = list[str]()
    page.copy_requested.connect(copied.append)
    press(page, "earlier.copy:0")
    assert copied == ["Health: What is hard\nCoughs.\nAt night."]
    assert "Coughs.\nAt night." in words(page)

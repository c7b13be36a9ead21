"""Private notes say what they are, keep every keystroke, and show nothing but what is in them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.look.kit import Text, TextBox
from app.ui.notes import PrivateNotes


def shown(qtbot: QtBot, *notes: tuple[str, str]) -> tuple[PrivateNotes, dict[str, str]]:
    page, changed = PrivateNotes(), dict[str, str]()
    page.note_changed.connect(changed.__setitem__)
    qtbot.addWidget(page)
    page.show_notes(notes)
    page.resize(420, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, changed


def press(page: PrivateNotes, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def boxes(page: PrivateNotes) -> list[TextBox]:
    QApplication.processEvents()  # what was just added is shown with the next turn
    return [box for box in page.findChildren(TextBox) if box.isVisible()]


def test_the_page_says_that_notes_are_not_shared_and_could_still_be_asked_for(qtbot: QtBot) -> None:
    page, _changed = shown(qtbot)
    assert "Not shared. Could still be asked for by law." in [text.words for text in page.findChildren(Text)]


def test_notes_are_shown_without_being_reported(qtbot: QtBot) -> None:
    page, changed = shown(qtbot, ("1", "Pat shouted."), ("2", "Ask again on Tuesday."))
    assert [box.toPlainText() for box in boxes(page)] == ["Pat shouted.", "Ask again on Tuesday."]
    assert changed == {}


def test_each_keystroke_is_reported_with_its_note(qtbot: QtBot) -> None:
    page, changed = shown(qtbot, ("1", "Pat"), ("2", ""))
    box = boxes(page)[1]
    assert box.objectName() == "note:2"
    QTest.keyClicks(box, "So")
    assert changed == {"2": "So"}


def test_a_note_added_has_the_keyboard_and_an_id_of_its_own(qtbot: QtBot) -> None:
    page, changed = shown(qtbot, ("1", "Pat shouted."))
    press(page, "notes.add")
    box = boxes(page)[-1]
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, "x")
    ((note_id, text),) = changed.items()
    assert note_id != "1"
    assert text == "x"
    assert box.objectName() == f"note:{note_id}"


def test_adding_while_the_last_note_is_empty_goes_back_to_it(qtbot: QtBot) -> None:
    page, _changed = shown(qtbot)
    press(page, "notes.add")
    press(page, "notes.add")
    assert len(boxes(page)) == 1


def test_the_notes_of_the_family_before_are_gone(qtbot: QtBot) -> None:
    page, _changed = shown(qtbot, ("1", "Pat shouted."))
    page.show_notes((("9", "Other."),))
    assert [box.toPlainText() for box in boxes(page)] == ["Other."]


def test_back_leads_back(qtbot: QtBot) -> None:
    page, _changed = shown(qtbot)
    with qtbot.waitSignal(page.back_requested):
        press(page, "notes.back")

"""Two people sign in one visit, in the real program: each in their own way, by keyboard alone where that suits them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Opened, opened, settle
from larkrise import Laptop, Visit, by_hand, new_office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from tour import everything_shown

from app.domain.record import RecordKind
from app.storage import records
from app.storage.database import Transaction
from app.sync.status import Reach, SyncStatus

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Let Carly sign, and lock the laptop."""
    folder = tmp_path_factory.mktemp("reid")
    jo = Laptop.new(folder / "jo" / "vaults" / "place", by_hand(new_office(folder / "office"), "practitioner"))
    visit = jo.finished_visit()
    jo.vault.lock()
    return visit


@pytest.fixture(scope="module")
def program(qapp: QApplication, signed: Visit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Open the program on that record."""
    home: Path = signed.laptop.vault.folder.parent.parent
    with opened(qapp, home, tmp_path_factory.mktemp("pictures")) as program:
        program.unlock()
        program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION))
        program.room.open_family(signed.episode)
        yield program


def kinds(tx: Transaction) -> list[str]:
    return [row["kind"] for row in tx.all("SELECT kind FROM records ORDER BY rowid")]


def press(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)
    settle()


def tab_to(name: str) -> None:
    for _ in range(40):
        widget = QApplication.focusWidget()
        if widget is not None and widget.objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_a_second_person_signs_by_keyboard_alone_and_the_first_signature_stays(program: Opened, signed: Visit) -> None:
    before = program.program.tasks.ask(lambda tx: records.newest(tx, signed.episode, RecordKind.SHARING))
    program.hands.click("room.signers")
    settle()
    for stop in ("signers.another", "sign.skip"):
        tab_to(stop)
        press(Qt.Key.Key_Space)
    for name, words in (("c2.signer", "Dean Marsh"),):
        tab_to(name)
        QTest.keyClicks(program.hands.find(name), words)
    tab_to("c2.capacity:parent")
    press(Qt.Key.Key_Space)
    tab_to("c2.route:drawn")
    press(Qt.Key.Key_Space)
    tab_to("sign.agree")
    press(Qt.Key.Key_Space)
    assert "There is no signature in the box yet." in everything_shown(program.window)  # a blank drawing is none
    tab_to("c2.route:drawn")
    press(Qt.Key.Key_Down)  # from drawn to typed: what was written stays
    press(Qt.Key.Key_Space)
    tab_to("c2.typed_name")
    QTest.keyClicks(program.hands.find("c2.typed_name"), "Dean Marsh")
    tab_to("sign.agree")
    press(Qt.Key.Key_Space)
    shown = everything_shown(program.window)
    assert "Carly Reid, parent: typed their name on" in shown
    assert "Dean Marsh, parent: typed their name on" in shown
    after = program.program.tasks.ask(lambda tx: records.newest(tx, signed.episode, RecordKind.SHARING))
    assert after == before
    assert program.program.tasks.ask(kinds).count("also-agreed") == 1


def test_what_was_drawn_or_typed_stays_when_the_way_of_signing_changes(program: Opened, signed: Visit) -> None:
    hands = program.hands
    program.room.open_family(signed.episode)
    hands.click("room.signers")
    hands.click("signers.another")
    hands.choose("c2.route:typed")
    hands.type("c2.typed_name", "Mason")
    hands.choose("c2.route:drawn")
    hands.draw("c2.strokes", [[(100, 100, 0), (300, 200, 10)]])
    hands.choose("c2.route:typed")
    assert hands.find_as("c2.typed_name", QLineEdit).text() == "Mason"
    hands.choose("c2.route:drawn")
    hands.click("sign.not_now")
    hands.click("signers.another")
    settle()
    assert hands.find_as("c2.route:drawn", QAbstractButton).isChecked()
    assert "No signature" not in everything_shown(hands.find("c2.strokes"))


def test_what_the_next_signer_wrote_is_taken_back_and_done_again_and_a_signature_is_not(
    program: Opened, signed: Visit
) -> None:
    hands, footer = program.hands, program.room.family.footer
    program.room.open_family(signed.episode)
    hands.click("room.signers")
    hands.click("signers.another")
    hands.choose("c2.capacity:carer")
    hands.type("c2.signer", "Pat Dunne")
    press_undo()
    assert hands.find_as("c2.signer", QLineEdit).text() == ""
    assert footer.words().startswith("Undone: ")
    hands.click("step.undo")
    assert not hands.find_as("c2.capacity:carer", QAbstractButton).isChecked()
    hands.click("sign.not_now")
    for _ in range(2):
        hands.click("step.redo")
    assert hands.find_as("c2.signer", QLineEdit).text() == "Pat Dunne"
    assert hands.find_as("c2.capacity:carer", QAbstractButton).isChecked()
    hands.choose("c2.route:typed")
    hands.type("c2.typed_name", "Pat Dunne")
    hands.click("sign.agree")
    assert "Pat Dunne" in everything_shown(program.window)
    assert not hands.find_as("step.undo", QAbstractButton).isEnabled()
    assert not program.room.family.writing.can_undo()


def press_undo() -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_choices_about_sharing_are_not_changed_by_a_later_signer(program: Opened, signed: Visit) -> None:
    program.room.open_family(signed.episode)
    program.hands.click("room.signers")
    program.hands.click("signers.another")
    settle()
    assert not program.hands.sees("sign.who_sees")
    assert "Early help coordinator: yes" in everything_shown(program.window)

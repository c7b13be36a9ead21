"""Locked in the middle of a word, on whichever page: after unlocking, Carry on leads to the very field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from app.ui.shell.leftoff import NOTES
from app.ui.shell.steps import SHARE, SIGN

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

WORDS = "Zephyrine hides from thunder"


@pytest.fixture
def found(tmp_path: Path) -> Furnished:
    """Furnish laptops of this test's own: it writes on one."""
    return furnish(tmp_path / "laptops")


def in_a_topic(program: Opened, found: Furnished) -> str:
    program.room.open_family(found.writing, step="d1.behaviour")
    return "d1.behaviour.words"


def in_a_new_note(program: Opened, found: Furnished) -> str:
    program.room.open_family(found.writing, step=NOTES)
    before = program.hands.named("note:")
    program.hands.click("notes.add")
    (name,) = program.hands.named("note:") - before
    return name


def in_an_older_note(program: Opened, found: Furnished) -> str:
    program.room.open_family(found.writing, step=NOTES)
    in_note = min(program.hands.named("note:"))
    program.hands.click("notes.add")
    return in_note


def in_a_new_service(program: Opened, found: Furnished) -> str:
    program.room.open_family(found.writing, step=SHARE)
    program.hands.until(lambda: bool(program.hands.rows("c2.list")), "the grid")
    before = program.hands.rows("c2.list")
    program.hands.click("c2.list:add")
    (row,) = program.hands.rows("c2.list") - before
    return f"{row}/c2.list.service"


def in_the_name_of_who_signs(program: Opened, found: Furnished) -> str:
    program.room.open_family(found.writing, step=SIGN)
    return "c2.signer"


def in_the_note_of_a_worry(program: Opened, found: Furnished) -> str:
    program.room.open_family(found.writing)
    program.room.show_worried()
    return "ex.what"


def words_in(program: Opened, name: str) -> str:
    """Return what stands in a box."""
    box = program.hands.find(name)
    if isinstance(box, QLineEdit):
        return box.text()
    assert isinstance(box, QTextEdit)
    return box.toPlainText()


@pytest.mark.parametrize(
    "place",
    [
        in_a_topic,
        in_a_new_note,
        in_an_older_note,
        in_a_new_service,
        in_the_name_of_who_signs,
        in_the_note_of_a_worry,
    ],
)
def test_carry_on_leads_to_the_field_somebody_was_writing_in(
    qapp: QApplication, found: Furnished, tmp_path: Path, place: Callable[[Opened, Furnished], str]
) -> None:
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        name = place(program, found)
        program.hands.type(name, WORDS)
        written = words_in(program, name)
        program.program.lock()
        assert program.told == ["started afresh", "left with 0"]
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        program.hands.click("home.carry_on")
        settle()
        program.hands.until(lambda: has_keyboard(name), name, 5)
        assert words_in(program, name) == written
        program.program.lock()


def has_keyboard(name: str) -> bool:
    """Say whether the keyboard is in the box of this name."""
    box = QApplication.focusWidget()
    return box is not None and box.objectName() == name

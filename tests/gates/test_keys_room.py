"""Your place and keys on the real window and a real vault: what is changed is changed on the disk, and told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from doorstep import Doorstep
from furnished import Opened, settle
from larkrise import PASSPHRASE
from pages_seen import words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tour import everything_shown

from app.operations.recovering import recover_by_code
from app.storage import keys
from app.storage.database import change_key as rekey
from app.storage.opened_keys import key_files
from app.storage.seats import label_of
from app.storage.slots import ONLY_FOR_TESTS
from app.storage.troubles import DiskFull, WrongPassphrase
from app.ui.newwords import FiveWords

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

WRONG = "velvet turnip candle orchard mitten"


@pytest.fixture
def step(tmp_path: Path) -> Doorstep:
    """Set up a laptop with one place on it."""
    step = Doorstep.new(tmp_path)
    step.furnish()
    return step


@pytest.fixture
def opened(qapp: QApplication, step: Doorstep) -> Iterator[Opened]:
    """Open the place, and go to its keys by keyboard."""
    with step.started(qapp) as opened:
        opened.unlock()
        settle()
        go_to_keys(opened)
        yield opened


def go_to_keys(opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert focus_name() == "keys.back"


def focus_name() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def told(opened: Opened, words: str) -> None:
    opened.hands.until(lambda: words in words_on(opened.window), words)


def prove(opened: Opened, words: str = PASSPHRASE) -> None:
    opened.hands.type("proof.words", words)
    opened.hands.click("proof.go")


def epoch(step: Doorstep) -> int:
    return keys.read_keys(key_files(step.place())[0]).epoch


def test_it_says_who_can_open_this_place(opened: Opened) -> None:
    told(opened, "Ambleton has 2 keys for this")
    told(opened, "None was made yet.")
    told(opened, "This key is in use since")
    assert "Mason" not in everything_shown(opened.window)


def test_words_are_changed_by_whoever_knows_the_old_ones(opened: Opened, step: Doorstep) -> None:
    opened.hands.click("keys.words")
    prove(opened, WRONG)
    told(opened, "That is not the passphrase.")
    opened.hands.find_as("proof.words", QLineEdit).clear()
    prove(opened)
    words = opened.hands.find_as("change.words", FiveWords).words()
    opened.hands.click("change.written")
    opened.hands.type("change.again", words)
    opened.hands.click("change.create")
    told(opened, "Your new words open this place now")
    told(opened, "Keep your old paper until")
    opened.program.lock()
    step.open(words).lock()
    with pytest.raises(WrongPassphrase):
        step.open(PASSPHRASE)
    acts = step.acts(words)
    assert ("passphrase-changed", "") in acts
    assert ("wrong-passphrase", "1 in a row") in acts


def test_an_own_passphrase_may_not_be_about_its_owner(opened: Opened) -> None:
    opened.hands.click("keys.words")
    prove(opened)
    opened.hands.click("change.choose_own")
    for name in ("change.own", "change.own_again"):
        opened.hands.type(name, "jo whitfield ambleton early help")
    opened.hands.click("change.create")
    told(opened, "That would be too easy to guess.")


def test_a_recovery_code_made_here_opens_it_and_is_said_to_be_there(opened: Opened, step: Doorstep) -> None:
    opened.hands.click("keys.code")
    prove(opened)
    opened.hands.find("code.shown")
    page = opened.room.beside.keys.code
    code = page.whole_code()
    opened.hands.click("code.written")
    for box, number in enumerate(page.groups_asked()):
        opened.hands.type(f"code.group:{box}", code.split("-")[number])
    opened.hands.click("code.done")
    told(opened, "Your recovery code is made")
    told(opened, "Kept by you, made on")
    assert page.whole_code() == ""
    opened.hands.click("keys.back")
    opened.hands.find("home.register")
    assert not opened.hands.sees("home.keys")
    opened.program.lock()
    vault = recover_by_code(
        step.place(), code, WRONG, opened.room.beside.keys._bench.workplace.clock, lambda: ONLY_FOR_TESTS
    )
    vault.lock()
    assert ("recovery-code-made", "practitioner") in step.acts(WRONG)


def test_the_key_is_changed_and_everything_is_there_afterwards(opened: Opened, step: Doorstep) -> None:
    opened.hands.click("keys.key")
    prove(opened)
    assert opened.room.beside.keys.is_busy()
    told(opened, "The key of this place is new")
    assert epoch(step) == 2
    opened.hands.click("keys.back")
    assert "Mason Reid" in everything_shown(opened.window)
    opened.program.lock()
    assert ("key-changed", "") in step.acts(PASSPHRASE)


def test_a_key_that_could_not_be_changed_is_said_in_words_and_all_goes_on(
    opened: Opened, step: Doorstep, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr("app.storage.database.change_key", full)
    opened.hands.click("keys.key")
    prove(opened)
    told(opened, "The disk of this laptop is full.")
    assert not opened.room.beside.keys.is_busy()
    opened.hands.click("proof.back")
    opened.hands.click("keys.back")
    assert "Mason Reid" in everything_shown(opened.window)
    opened.program.lock()
    assert ("key-changed", "not done") in step.acts(PASSPHRASE)


def test_while_the_key_is_changed_the_window_never_stands_and_locking_loses_nothing(
    opened: Opened, step: Doorstep, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = Event()

    def slowly(connection: object, key: bytes) -> None:
        goes_on.wait(60)
        rekey(connection, key)

    monkeypatch.setattr("app.storage.database.change_key", slowly)
    opened.hands.click("keys.key")
    prove(opened)
    told(opened, "Writing everything anew under the new key…")
    QTest.keyClick(opened.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    opened.hands.click("bar.worried")
    told(opened, "Worried about a child now?")
    opened.hands.click("worried.back")
    told(opened, "Writing everything anew under the new key…")
    opened.hands.click("bar.hide")
    assert words_on(opened.window) == "Ready"
    opened.hands.click("hide.back")
    opened.hands.until(lambda: "2 s. Please leave the laptop" in words_on(opened.window), "the seconds")
    goes_on.set()
    opened.program.lock()
    assert opened.told == ["started afresh", "left with 0"]
    assert epoch(step) == 2
    assert ("locked", "") in step.acts(PASSPHRASE)


@pytest.mark.parametrize("leave", ["bar.home", "bar.worried", "bar.lock"])
def test_no_word_and_no_code_stays_on_a_page_that_was_left(opened: Opened, leave: str) -> None:
    opened.hands.click("keys.code")
    prove(opened)
    opened.hands.find("code.shown")
    code = opened.room.beside.keys.code.whole_code()
    opened.hands.click(leave)
    if leave == "bar.worried":
        opened.hands.click("worried.back")
        assert focus_name() == "keys.back"
    assert opened.room.beside.keys.code.whole_code() == "" or leave == "bar.lock"
    assert code[:4] not in everything_shown(opened.window)
    boxes = opened.room.beside.keys.findChildren(QLineEdit)
    assert [box.objectName() for box in boxes if box.text() and box.objectName() != "keys.label"] == []


def test_a_name_for_the_place_is_shown_at_the_door_only_where_one_was_given(opened: Opened, step: Doorstep) -> None:
    assert label_of(step.place()) == ""
    opened.hands.type("keys.label", "Mornings")
    opened.hands.click("keys.label_keep")
    told(opened, "It is called “Mornings”")
    assert label_of(step.place()) == "Mornings"
    opened.hands.find_as("keys.label", QLineEdit).clear()
    opened.hands.click("keys.label_keep")
    told(opened, "It goes by its number again.")
    assert label_of(step.place()) == ""


def test_a_coordinator_finds_her_keys_in_the_same_place(qapp: QApplication, tmp_path: Path) -> None:
    step = Doorstep.new(tmp_path / "desk")
    step.furnish(role="coordinator")
    with step.started(qapp) as opened:
        opened.unlock()
        settle()
        assert opened.hands.find("bar.keys").accessibleName() == "See to your keys"
        opened.hands.click("bar.keys")
        opened.hands.find("keys.words")
        opened.hands.click("keys.back")
        opened.hands.find("inbox.collect")


def test_a_childs_record_is_closed_and_saved_before_the_keys_are_shown(opened: Opened) -> None:
    opened.hands.click("keys.back")
    (family,) = opened.hands.named("home.open:")
    opened.hands.click(family)
    assert not opened.hands.sees("bar.keys")
    go_to_keys(opened)
    assert "Mason" not in everything_shown(opened.window)

"""The ways into a place on the real window, with a real vault and authority: nobody is locked out, nothing is lost."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from doorstep import Doorstep
from furnished import Opened, settle
from larkrise import PASSPHRASE
from pages_seen import words_on
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from tour import everything_shown

from app.look.kit import Heading
from app.storage import guesses
from app.storage.asking import asked
from app.storage.opened_keys import spare_key_files
from app.storage.recovery_code import new_code
from app.storage.seats import seats, set_label
from app.storage.troubles import WrongPassphrase
from app.ui.newwords import FiveWords

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

NEW = "harbour biscuit meadow lantern copper"
OWN = "seven green kettles under a slow piano"


@pytest.fixture
def step(tmp_path: Path) -> Doorstep:
    """Set up a laptop and an authority of this test's own."""
    return Doorstep.new(tmp_path)


def shown_words(opened: Opened, name: str) -> str:
    return opened.hands.find_as(f"{name}.words", FiveWords).words()


def take_five_words(opened: Opened, name: str) -> str:
    """Write the five words offered down, type them back, and return them."""
    words = shown_words(opened, name)
    opened.hands.click(f"{name}.written")
    opened.hands.type(f"{name}.again", words)
    opened.hands.click(f"{name}.create")
    return words


def wait_for(opened: Opened, words: str) -> None:
    opened.hands.until(lambda: words in words_on(opened.window), words)


def counted(step: Doorstep, wrong: int) -> bool:
    return guesses.read(step.place("jo")).wrong == wrong


def type_groups_back(opened: Opened, code: str) -> None:
    opened.hands.click("code.written")
    for box, number in enumerate(opened.program.window.code.groups_asked()):
        opened.hands.type(f"code.group:{box}", code.split("-")[number])
    opened.hands.click("code.done")


def guess(opened: Opened, words: str, until: str) -> None:
    box = opened.hands.find_as("unlock.passphrase", QLineEdit)
    box.clear()
    opened.hands.type("unlock.passphrase", words)
    QTest.keyClick(box, Qt.Key.Key_Return)
    opened.hands.until(lambda: until in words_on(opened.window), until)


def work_begins(opened: Opened) -> None:
    opened.hands.until(lambda: opened.program.workroom is not None, "the workroom")
    settle()


def test_a_new_place_has_a_recovery_code_before_its_team(qapp: QApplication, step: Doorstep) -> None:
    shown: list[bytes] = []

    def show(path: Path) -> bool:
        shown.append(path.read_bytes())
        return True

    with step.started(qapp, show_file=show) as opened:
        words = take_five_words(opened, "passphrase")
        opened.hands.find("code.shown")
        code = opened.program.window.code.whole_code()
        opened.hands.click("code.held:office")
        opened.hands.click("code.save")
        opened.hands.until(lambda: "The sheet is saved" in words_on(opened.window), "the sheet")
        opened.hands.click("code.print")
        opened.hands.until(lambda: "is open in another program" in words_on(opened.window), "the sheet to print")
        assert code[:4] in PdfReader(BytesIO(shown[0])).pages[0].extract_text()
        type_groups_back(opened, code)
        opened.hands.find("enrol.go")
        assert code[:4] not in everything_shown(opened.window)
        assert opened.program.window.code.whole_code() == ""
    (seat,) = seats(step.home)
    acts = step.acts(words, seat)
    assert ("recovery-code-made", "office") in acts
    assert {("printed", "recovery-sheet:saved"), ("printed", "recovery-sheet:shown")} <= set(acts)
    assert code[:4] in PdfReader(step.folder / "recovery-code.pdf").pages[0].extract_text()
    with step.started(qapp) as opened:
        opened.hands.click("unlock.forgotten")
        opened.hands.click("forgotten.code")
        opened.hands.type("recover.code", code)
        opened.hands.click("recover.go")
        fresh = take_five_words(opened, "renew")
        opened.hands.find("enrol.go")
    step.open(fresh, seat).lock()
    with pytest.raises(WrongPassphrase):
        step.open(words, seat)


def test_the_recovery_code_can_be_put_off_and_home_reminds_until_it_is_made(qapp: QApplication, step: Doorstep) -> None:
    with step.started(qapp) as opened:
        take_five_words(opened, "passphrase")
        opened.hands.click("code.later")
        opened.hands.find("enrol.go")
    step.furnish("second")
    with step.started(qapp) as opened:
        opened.unlock()
        assert "You have no recovery code yet" in words_on(opened.window)
        opened.hands.click("home.keys")
        opened.hands.find("keys.code")


def test_an_own_passphrase_is_taken_when_it_is_hard_to_guess(qapp: QApplication, step: Doorstep) -> None:
    with step.started(qapp) as opened:
        opened.hands.click("passphrase.choose_own")
        for words, told in (("password1 password1", "Please use the five words offered"), (OWN, "")):
            for name in ("passphrase.own", "passphrase.own_again"):
                opened.hands.find_as(name, QLineEdit).clear()
                opened.hands.type(name, words)
            opened.hands.click("passphrase.create")
            if told:
                wait_for(opened, told)
        opened.hands.find("code.shown")
    step.open(OWN, seats(step.home)[0]).lock()


def test_two_key_holders_open_it_days_later_to_the_words_chosen_when_asking(qapp: QApplication, step: Doorstep) -> None:
    step.furnish()
    with step.started(qapp) as opened:
        opened.hands.click("unlock.forgotten")
        opened.hands.click("forgotten.holders")
        words = take_five_words(opened, "ask")
        letters = opened.hands.find_as("waiting.letters", Heading).words
        assert "01632 960 143" in words_on(opened.window)
        opened.hands.click("waiting.save")
        opened.hands.until(lambda: "The request is saved" in words_on(opened.window), "the request")
        opened.program.close()
        assert opened.told == ["left with 0"]
    step.open(PASSPHRASE).lock()
    step.chosen["open"] = step.answer(step.folder / "ecaf-request.json", letters)
    with step.started(qapp) as opened:
        opened.hands.click("unlock.forgotten")
        assert "I have asked them" in everything_shown(opened.window)
        opened.hands.click("forgotten.holders")
        assert opened.hands.find_as("waiting.letters", Heading).words == letters
        opened.hands.type("waiting.words", NEW)
        opened.hands.click("waiting.open")
        opened.hands.until(lambda: "That is not the passphrase." in words_on(opened.window), "the wrong words")
        opened.hands.find_as("waiting.words", QLineEdit).clear()
        opened.hands.type("waiting.words", words)
        opened.hands.click("waiting.open")
        work_begins(opened)
        assert "Mason Reid" in everything_shown(opened.window)
    assert ("recovered", "key holders") in step.acts(words)
    assert asked(step.place()) is None
    with pytest.raises(WrongPassphrase):
        step.open(PASSPHRASE)


def test_an_answer_that_is_none_is_told_in_words_and_the_request_goes_on_waiting(
    qapp: QApplication, step: Doorstep
) -> None:
    step.furnish()
    step.chosen["open"] = step.folder / "nothing.json"
    with step.started(qapp) as opened:
        opened.hands.click("unlock.forgotten")
        opened.hands.click("forgotten.holders")
        words = take_five_words(opened, "ask")
        for content, told in ((None, "could not be read"), (b"{}", "does not belong")):
            if content is not None:
                step.chosen["open"].write_bytes(content)
            opened.hands.find_as("waiting.words", QLineEdit).clear()
            opened.hands.type("waiting.words", words)
            opened.hands.click("waiting.open")
            wait_for(opened, told)
    assert asked(step.place()) is not None
    step.open(PASSPHRASE).lock()


def test_words_that_were_found_after_all_end_the_request(qapp: QApplication, step: Doorstep) -> None:
    step.furnish()
    with step.started(qapp) as opened:
        opened.hands.click("unlock.forgotten")
        opened.hands.click("forgotten.holders")
        take_five_words(opened, "ask")
        opened.hands.click("waiting.back")
        opened.hands.click("forgotten.back")
        opened.unlock()
    assert asked(step.place()) is None
    assert ("holders-asked", "") in step.acts(PASSPHRASE)


def test_a_code_of_another_place_and_a_slip_are_told_apart_and_no_way_is_a_dead_end(
    qapp: QApplication, step: Doorstep
) -> None:
    step.furnish()
    vault = step.open(PASSPHRASE)
    vault.change_recovery_code(new_code(), "practitioner")
    vault.lock()
    with step.started(qapp) as opened:
        opened.hands.click("unlock.forgotten")
        opened.hands.click("forgotten.code")
        for typed, told in (("49HR-8BRX", "There is a slip"), (new_code(), "is not for this place")):
            opened.hands.find_as("recover.code", QLineEdit).clear()
            opened.hands.type("recover.code", typed)
            opened.hands.click("recover.go")
            wait_for(opened, told)
        opened.hands.click("recover.back")
        opened.hands.click("forgotten.new")
        opened.hands.find("passphrase.words")
        opened.hands.click("passphrase.back")
        opened.unlock()


def test_wrong_guesses_at_one_place_neither_slow_nor_hide_the_other(qapp: QApplication, step: Doorstep) -> None:
    for seat in ("jo", "priya"):
        step.furnish(seat)
    with step.started(qapp) as opened:
        opened.hands.choose("unlock.seat:jo")
        for number in range(1, 4):
            guess(opened, f"not these words {number} at all", "That is not the passphrase.")
            opened.hands.until(partial(counted, step, number), "the count")
        opened.hands.until(lambda: "The next try is in" in words_on(opened.window), "the wait")
        opened.hands.choose("unlock.seat:priya")
        assert "The next try is in" not in words_on(opened.window)
        assert opened.hands.sees("unlock.seat:jo")
        opened.hands.find_as("unlock.passphrase", QLineEdit).clear()
        opened.unlock()
        assert opened.program.tasks.vault_thread.vault.folder == step.place("priya")
    assert guesses.read(step.place("priya")).wrong == 0
    assert ("wrong-passphrase", "3 in a row") not in step.acts(PASSPHRASE, "priya")


def test_a_damaged_place_blocks_no_other(qapp: QApplication, step: Doorstep) -> None:
    for seat in ("jo", "priya"):
        step.furnish(seat)
    damaged = b"{" + (step.place("jo") / "vault.keys").read_bytes()
    for spare in spare_key_files(step.place("jo")):
        spare.unlink()
    (step.place("jo") / "vault.keys").write_bytes(damaged)
    with step.started(qapp) as opened:
        opened.hands.choose("unlock.seat:jo")
        guess(opened, PASSPHRASE, "The key file of this vault is damaged.")
        opened.hands.click("unlock.forgotten")
        opened.hands.click("forgotten.code")
        opened.hands.type("recover.code", new_code())
        opened.hands.click("recover.go")
        opened.hands.until(lambda: "key file of this vault is damaged" in words_on(opened.window), "the damage")
        opened.hands.click("recover.back")
        opened.hands.click("forgotten.back")
        opened.hands.choose("unlock.seat:priya")
        opened.unlock()
    assert (step.place("jo") / "vault.keys").read_bytes() == damaged


def test_a_place_is_called_what_its_owner_called_it_and_else_by_a_number_that_stays(
    qapp: QApplication, step: Doorstep
) -> None:
    for seat in ("b-jo", "a-priya", "c-erin"):
        step.furnish(seat)
    set_label(step.place("c-erin"), "Mornings")
    labels = []
    for _ in range(2):
        with step.started(qapp) as opened:
            seen = {seat: opened.hands.find(f"unlock.seat:{seat}").accessibleName() for seat in seats(step.home)}
            labels.append(seen)
            assert "Jo Whitfield" not in everything_shown(opened.window)
            opened.hands.choose("unlock.seat:a-priya")
            opened.unlock()
    assert labels[0] == {"a-priya": "Place 1", "b-jo": "Place 2", "c-erin": "Mornings"}
    assert labels[1] == labels[0]


def test_the_way_back_needs_the_keyboard_alone_and_leaves_no_word_behind(qapp: QApplication, step: Doorstep) -> None:
    step.furnish()
    with step.started(qapp) as opened:
        for name in ("unlock.forgotten", "forgotten.holders", "ask.choose_own"):
            tab_to(name)
            QTest.keyClick(focus(), Qt.Key.Key_Space)
            settle()
        QTest.keyClicks(focus(), OWN)
        tab_to("ask.own_again")
        QTest.keyClicks(focus(), OWN)
        tab_to("ask.back")
        QTest.keyClick(focus(), Qt.Key.Key_Space)
        settle()
        assert focus().objectName() == "forgotten.code"
        boxes = opened.window.findChildren(QLineEdit)
        assert [box.objectName() for box in boxes if box.text() or box.isUndoAvailable()] == []


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab_to(name: str) -> None:
    for _ in range(40):
        if focus().objectName() == name:
            return
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    raise AssertionError(name)

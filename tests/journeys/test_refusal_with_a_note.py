"""They say no to a computer: a note is offered and saved, then all is erased; what is left is the note, outside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from larkrise import AGREED_TO_START, FORMS, MASON, PASSPHRASE, Laptop, by_hand, everything_in, new_office
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.domain.record import RecordKind
from app.look.kit import Text
from app.operations.policy import read_policy
from app.paths import resources
from app.storage.vault import open_vault
from app.ui.program import Program
from app.ui.surroundings import Surroundings
from demonstration.hands import Hands

REASON = "They worry about who could read it."
NEVER_SECONDS = 100_000


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the home of a laptop with one family on it, who say no to a record on a computer."""
    laptop = Laptop.new(tmp_path / "vaults" / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    visit = laptop.visit()
    visit.write(MASON)
    visit.write({**AGREED_TO_START, "c1.record_ecaf": "no"}, RecordKind.START)
    laptop.vault.lock()
    return tmp_path


@contextmanager
def at_the_refusal(application: QApplication, home: Path, note: Path | None) -> Iterator[Hands]:
    """Open the program and go to where they said no; a note is saved as ``note``, or the choice of a place given up."""
    program = Program(application, around(home, note))
    hands = Hands(program.window, home)
    program.start()
    hands.type("unlock.passphrase", PASSPHRASE)
    hands.click("unlock.open")
    hands.until(lambda: program.workroom is not None, "the workroom")
    hands.click(next(iter(hands.named("home.open:"))))
    hands.go_to("c1")
    hands.click("start.agree")
    yield hands
    program.autosave.flush()
    if program.courier is not None:
        program.courier.stop()
    program.tasks.vault_thread.close()
    program.window.hide()
    program.window.deleteLater()


def around(home: Path, note: Path | None) -> Surroundings:
    policy = read_policy(resources() / "policy" / "default.json")
    return Surroundings(
        home=home,
        forms=FORMS,
        policy=msgspec.structs.replace(policy, idle_lock_seconds=NEVER_SECONDS),
        clock=SystemClock(),
        relaunch=lambda: None,
        leave=lambda _code: None,
        choose_file=lambda _offered: note,
    )


def erase(hands: Hands) -> None:
    hands.click("refusal.erase")
    hands.until(lambda: hands.sees("home.register"), "home")
    assert hands.named("home.open:") == set()


def left_in_vault(home: Path) -> str:
    vault = open_vault(home / "vaults" / "place", PASSPHRASE)
    try:
        return everything_in(vault)
    finally:
        vault.lock()


def words_on(hands: Hands) -> str:
    return "\n".join(text.words for text in hands.window.findChildren(Text) if text.isVisible())


def test_the_note_is_saved_and_then_everything_is_erased(qapp: QApplication, home: Path) -> None:
    note = home / "note.pdf"
    with at_the_refusal(qapp, home, note) as hands:
        hands.type("refusal.reason", REASON)
        hands.click("refusal.note")
        assert "It stands outside your place now." in words_on(hands)
        erase(hands)
    text = " ".join(PdfReader(BytesIO(note.read_bytes())).pages[0].extract_text().split())
    for said in ("Child: Mason Reid", "Carly Reid", "Do they agree to it being kept on a computer: No", REASON):
        assert said in text
    assert_nothing_is_left(home)


def test_everything_is_erased_without_a_note_too(qapp: QApplication, home: Path) -> None:
    with at_the_refusal(qapp, home, None) as hands:
        hands.click("refusal.note")
        assert "The note is saved" not in words_on(hands)
        erase(hands)
    assert_nothing_is_left(home)
    assert list(home.glob("*.pdf")) == []


def test_a_note_that_cannot_be_saved_erases_nothing_and_says_so(qapp: QApplication, home: Path) -> None:
    with at_the_refusal(qapp, home, home / "nowhere" / "note.pdf") as hands:
        hands.click("refusal.note")
        assert "The note could not be saved there." in words_on(hands)
        hands.click("refusal.back")
    assert "Mason" in left_in_vault(home)


def assert_nothing_is_left(home: Path) -> None:
    left = left_in_vault(home)
    for word in ("Mason", "Reid", "Carly", REASON):
        assert word not in left

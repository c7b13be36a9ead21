"""What goes wrong with a laptop any day, on real disks and in the real window: a disk that is full, shut to writing or
pulled out, and a second window. It is said in words, nothing is lost, and it goes on when the trouble is over.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened
from larkrise import PASSPHRASE
from pages_seen import words_on
from PySide6.QtWidgets import QApplication, QTextEdit
from rigs.desk import new_desk
from rigs.desk import opened as unlocked
from rigs.disks import pull_out, read_only, small_disk, usb_stick
from rigs.examining import examined

from app.domain.record import RecordKind
from app.operations.finishing import final_version, sign_and_finish
from app.storage import drafts, outbox
from app.storage.seats import seat_folder
from app.storage.troubles import DiskFull, DiskTrouble
from app.storage.vault import open_vault

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="disks are mounted as Linux does it"),
    pytest.mark.qt_log_ignore("This plugin does not support raise"),
]

STEP, FIELD = "d1.identity", "d1.identity.strengths"
WORDS = "Proud of the tower he built with Alfie. "
LONG = WORDS * 4000


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """Furnish a laptop once; each test copies it to a disk of its own."""
    return furnish(tmp_path_factory.mktemp("everyday") / "laptops")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return where a test's own disk is mounted."""
    return tmp_path / "disk"


def moved_to(disk: Path, laptops: Furnished) -> Path:
    """Put the practitioner's vault on a disk, and return the home folder there."""
    shutil.copytree(laptops.practitioner, disk / "home")
    os.sync()  # the copy is no work of the program's: only what is written from now on is tried
    return disk / "home"


def try_to_unlock(program: Opened) -> None:
    program.hands.type("unlock.passphrase", PASSPHRASE)
    program.hands.click("unlock.open")


def says(program: Opened, words: str) -> None:
    program.hands.until(lambda: words in words_on(program.window), words, 10)


def on_disk(home: Path, laptops: Furnished) -> object:
    vault = open_vault(seat_folder(home, ""), PASSPHRASE)
    with vault.transaction() as tx:
        draft = drafts.find(tx, laptops.writing, RecordKind.ASSESSMENT)
        answers = drafts.answers(tx, draft.draft) if draft is not None else {}
    vault.lock()
    return answers.get(FIELD)


@pytest.fixture
def on_a_stick(qapp: QApplication, home: Path, laptops: Furnished, tmp_path: Path) -> Iterator[tuple[Opened, Path]]:
    """Open the program on a stick, at a topic."""
    with usb_stick(home), opened(qapp, moved_to(home, laptops), tmp_path) as program:
        program.unlock()
        program.room.open_family(laptops.writing, step=STEP)
        yield program, home


def test_words_typed_on_a_full_disk_are_saved_once_there_is_room(
    qapp: QApplication, home: Path, laptops: Furnished, tmp_path: Path
) -> None:
    with small_disk(home, 8) as disk, opened(qapp, moved_to(home, laptops), tmp_path) as program:
        program.unlock()
        program.room.open_family(laptops.writing, step=STEP)
        disk.fill()
        program.hands.find_as(FIELD, QTextEdit).insertPlainText(LONG)
        says(program, "Not saved yet. The disk of this laptop is full.")
        assert program.hands.find_as(FIELD, QTextEdit).toPlainText() == LONG
        disk.make_room()
        program.hands.until(program.program.autosave.is_clear, "everything on the disk", 10)
        program.program.lock()
        assert on_disk(disk.folder / "home", laptops) == LONG


def test_a_disk_that_is_full_at_unlocking_is_said_and_it_opens_once_there_is_room(
    qapp: QApplication, home: Path, laptops: Furnished, tmp_path: Path
) -> None:
    with small_disk(home, 8) as disk, opened(qapp, moved_to(home, laptops), tmp_path) as program:
        disk.fill()
        try_to_unlock(program)
        says(program, "The disk of this laptop is full.")
        disk.make_room()
        program.unlock()


def test_a_folder_that_is_read_only_is_said_and_it_opens_once_it_is_not(
    qapp: QApplication, tmp_path: Path, laptops: Furnished
) -> None:
    home = moved_to(tmp_path, laptops)
    with opened(qapp, home, tmp_path) as program:
        with read_only(home):
            try_to_unlock(program)
            says(program, "The disk of this laptop could not be read or written.")
        program.unlock()


def test_a_stick_pulled_out_while_somebody_types_is_said_and_the_words_stay(on_a_stick: tuple[Opened, Path]) -> None:
    program, stick = on_a_stick
    program.hands.type(FIELD, WORDS)
    program.hands.until(program.program.autosave.is_clear, "the first words on the stick", 10)
    pull_out(stick)
    program.hands.type(FIELD, "Then the stick was gone.")
    says(program, "Not saved yet.")
    program.program.lock()
    assert program.told == []
    assert "Then the stick was gone." in program.hands.find_as(FIELD, QTextEdit).toPlainText()


def test_what_was_saved_before_a_stick_was_pulled_out_is_on_it_when_it_is_back(
    home: Path, laptops: Furnished, qapp: QApplication, tmp_path: Path
) -> None:
    with usb_stick(home), opened(qapp, moved_to(home, laptops), tmp_path) as program:
        program.unlock()
        program.room.open_family(laptops.writing, step=STEP)
        program.hands.type(FIELD, WORDS)
        program.hands.until(program.program.autosave.is_clear, "the words on the stick", 10)
        pull_out(home)
    with usb_stick(home):
        assert on_disk(home / "home", laptops) == WORDS


def test_a_stick_that_is_not_there_at_unlocking_is_asked_for_and_opens_once_it_is_back(
    home: Path, laptops: Furnished, qapp: QApplication, tmp_path: Path
) -> None:
    with usb_stick(home):
        moved_to(home, laptops)
    with usb_stick(home), opened(qapp, home / "home", tmp_path) as program:
        away = (home / "home" / "vaults").rename(home / "away")
        try_to_unlock(program)
        says(program, "please connect that and try again")
        away.rename(home / "home" / "vaults")
        program.unlock()


def test_a_second_window_is_told_and_the_first_one_goes_on(
    qapp: QApplication, tmp_path: Path, laptops: Furnished
) -> None:
    home = moved_to(tmp_path, laptops)
    with opened(qapp, home, tmp_path) as first:
        first.unlock()
        first.room.open_family(laptops.writing, step=STEP)
        with opened(qapp, home, tmp_path) as second:
            try_to_unlock(second)
            says(second, "This vault is open elsewhere on this laptop.")
        first.hands.look_at()
        first.hands.type(FIELD, WORDS)
        first.program.lock()
    assert on_disk(home, laptops) == WORDS


@pytest.mark.parametrize("at", ["sealing", "the records"])
def test_signing_on_a_full_disk_is_refused_whole_and_done_whole_once_there_is_room(home: Path, at: str) -> None:
    with small_disk(home, 8) as disk:
        desk = new_desk(disk.folder / "desk")
        laptop = unlocked(desk.folder)
        with laptop.vault.transaction() as tx:
            final = final_version(tx, laptop.workplace, desk.ready)
        disk.fill()
        if at == "the records":
            make_room_for_a_little(disk.folder)
        with pytest.raises((DiskFull, DiskTrouble)), laptop.vault.transaction() as tx:
            sign_and_finish(tx, laptop.workplace, final)
        disk.make_room()
        with laptop.vault.transaction() as tx:
            assert outbox.counts(tx).waiting == len(("kept", "released"))
            sign_and_finish(tx, laptop.workplace, final)
            assert outbox.counts(tx).waiting == 2 * len(("kept", "released"))
        laptop.vault.lock()
        assert examined(desk.folder).faults == ()


def make_room_for_a_little(disk: Path) -> None:
    """Leave room for the sealed files, and none for the rows."""
    ballast = disk / "ballast"
    with ballast.open("r+b") as file:
        file.truncate(ballast.stat().st_size - 48 * 1024)

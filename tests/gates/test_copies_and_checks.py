"""Copies and checks, on the real window: a backup that is read back, a look at everything, and both can be stopped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from larkrise import PASSPHRASE
from pages_seen import cut_off, nameless, words_on
from PySide6.QtWidgets import QApplication

from app.look.kit import theme
from app.storage import children, keys, troubles
from app.storage.backup import read_backup, write_backup
from app.storage.room import VERY_LOW_BYTES
from app.storage.seats import seats
from app.storage.vault import open_vault
from app.sync.status import SyncStatus


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    return furnish(tmp_path_factory.mktemp("laptops"))


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "place.ecafbackup"


@pytest.fixture
def left() -> list[int]:
    """Return how many bytes the disk has left, to be changed."""
    return [100 * VERY_LOW_BYTES]


@pytest.fixture
def jo(qapp: QApplication, laptops: Furnished, tmp_path: Path, backup: Path, left: list[int]) -> Iterator[Opened]:
    home = tmp_path / "jo"
    shutil.copytree(laptops.practitioner, home)
    more = {"choose_file": lambda _offered: backup, "free": lambda _folder: left[0]}
    with opened(qapp, home, tmp_path / "pictures", **more) as started:
        started.unlock()
        yield started


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.dress(qapp)


def look(jo: Opened, name: str) -> None:
    """Keep a picture for whoever wants to look, where a folder for them is named."""
    folder = os.environ.get("ECAF_PICTURES")
    if folder:
        settle()
        jo.window.grab().save(str(Path(folder) / f"{name}.png"))


def at_care(jo: Opened) -> None:
    jo.hands.click("home.care")
    jo.hands.until(lambda: jo.hands.sees("care.backup"), "copies and checks")


def until_said(jo: Opened, words: str) -> None:
    jo.hands.until(lambda: words in words_on(jo.window), words)


def test_a_backup_is_made_from_home_and_holds_every_child(jo: Opened, backup: Path, tmp_path: Path) -> None:
    at_care(jo)
    jo.hands.click("care.backup")
    until_said(jo, "The backup is made.")
    look(jo, "4 backup")
    back = read_backup(backup, keys.with_passphrase(PASSPHRASE), tmp_path / "other" / "vaults" / "place")
    with back.transaction() as tx:
        there = {row.child for row in children.list_all(tx)}
    back.lock()
    assert there == {row.child for row in jo.program.tasks.ask(children.list_all)}


def test_everything_is_looked_at_and_a_changed_sealed_copy_is_noticed(jo: Opened) -> None:
    at_care(jo)
    jo.hands.click("care.check")
    until_said(jo, "Everything is well.")
    file = next(jo.program.tasks.vault_thread.vault.sealed.iterdir())
    written = bytearray(file.read_bytes())
    written[-1] ^= 1
    file.write_bytes(written)
    jo.hands.click("care.check")
    until_said(jo, "1 sealed copy lost or changed")


def test_the_page_holds_at_twice_the_text_size(jo: Opened) -> None:
    jo.wear("contrast", 2)
    at_care(jo)
    assert cut_off(jo.window) == []
    assert nameless(jo.room.beside.care) == []


def test_with_little_room_it_says_so_and_begins_nothing_new(jo: Opened, left: list[int]) -> None:
    before = len(jo.program.tasks.ask(children.list_all))
    left[0] = VERY_LOW_BYTES - 1
    jo.hands.click("home.register")
    until_said(jo, "too little room on the disk")
    assert len(jo.program.tasks.ask(children.list_all)) == before
    jo.room.save()
    until_said(jo, "There is little room left")
    look(jo, "5 little room")
    left[0] = 100 * VERY_LOW_BYTES
    jo.room.save()
    jo.hands.until(lambda: "There is little room left" not in words_on(jo.window), "the warning gone")
    jo.hands.click("home.register")
    jo.hands.until(lambda: len(jo.program.tasks.ask(children.list_all)) == before + 1, "a new child")


def test_on_a_full_disk_what_was_kept_back_saves_what_is_open(
    jo: Opened, laptops: Furnished, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first save meets a full disk; giving up the ballast is what lets the second one through."""
    jo.let_the_courier_rest(SyncStatus())
    full = [True]
    real = jo.program.tasks.vault_thread.vault.transaction

    def transaction() -> object:
        if full[0]:
            raise troubles.DiskFull
        return real()

    monkeypatch.setattr(jo.program.tasks.vault_thread.vault, "transaction", transaction)

    def give_up() -> bool:
        was, full[0] = full[0], False
        return was

    monkeypatch.setattr(jo.program._room, "give_up_ballast", give_up)
    jo.program.autosave.note_private(laptops.writing, "3", "Ben waved at the gate.")
    assert jo.program.autosave.flush()
    assert full == [False]


def test_what_is_typed_on_a_full_disk_is_saved_with_nobody_asking_again(
    jo: Opened, laptops: Furnished, monkeypatch: pytest.MonkeyPatch
) -> None:
    jo.let_the_courier_rest(SyncStatus())
    vault = jo.program.tasks.vault_thread.vault
    asked: list[bool] = []
    real = vault.transaction

    def transaction() -> object:
        if not asked:
            raise troubles.DiskFull
        return real()

    def give_up() -> bool:
        asked.append(True)
        return len(asked) == 1

    monkeypatch.setattr(vault, "transaction", transaction)
    monkeypatch.setattr(jo.program._room, "give_up_ballast", give_up)
    jo.program.autosave.note_private(laptops.writing, "2", "Ben waved at the door.")
    jo.hands.until(jo.program.autosave.is_clear, "saved")
    assert asked == [True]


def test_on_another_laptop_a_place_comes_back_from_its_backup_and_opens(
    qapp: QApplication, laptops: Furnished, tmp_path: Path, backup: Path
) -> None:
    place = tmp_path / "old"
    shutil.copytree(laptops.practitioner / "vaults" / "place", place)
    vault = open_vault(place, PASSPHRASE)
    write_backup(vault, backup, "2026-11-02T10:00:00+00:00")
    vault.lock()
    with opened(qapp, tmp_path / "new laptop", tmp_path / "pictures", open_file=lambda _title: backup) as other:
        other.hands.click("passphrase.bring_back")
        look(other, "6 bring back")
        other.hands.type("bringback.words", "copper lantern meadow biscuit river")
        other.hands.click("bringback.go")
        until_said(other, "That is not the passphrase.")
        other.hands.type("bringback.words", PASSPHRASE)
        other.hands.click("bringback.go")
        other.hands.until(lambda: other.program.workroom is not None, "the workroom")
        assert len(other.program.tasks.ask(children.list_all)) == 9
        assert cut_off(other.window) == []
    (seat,) = seats(tmp_path / "new laptop")
    assert seat != "place"

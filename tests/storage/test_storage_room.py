"""Room on the disk: warned early, kept back for what is open, and given up for it at the very last."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mason import FORM, MASON, MORNING, WORDS, new_vault, register

from app.domain.record import RecordKind
from app.storage import drafts
from app.storage.room import LOW_BYTES, VERY_LOW_BYTES, NoRoomForNew, Room, free_space
from app.storage.troubles import DiskFull

MEGABYTE = 1024 * 1024


def test_it_says_when_room_is_low_and_refuses_only_what_is_new(tmp_path: Path) -> None:
    left = [LOW_BYTES]
    room = Room(tmp_path, lambda _: left[0])
    said = [room.is_low]
    left[0] = LOW_BYTES - 1
    said.append(room.is_low)
    assert said == [False, True]
    room.check_for_new()
    left[0] = VERY_LOW_BYTES - 1
    with pytest.raises(NoRoomForNew) as met:
        room.check_for_new()
    assert "go on writing" in met.value.sentences()


def test_the_ballast_takes_real_room_and_gives_it_back(tmp_path: Path) -> None:
    room = Room(tmp_path, lambda _: 10 * LOW_BYTES, MEGABYTE)
    said = [room.is_given_up, room.make_ballast(), room.is_given_up]
    assert said == [True, True, False]
    ballast = tmp_path / "vault.ballast"
    assert ballast.stat().st_size == MEGABYTE
    assert ballast.stat().st_blocks * 512 >= MEGABYTE
    assert room.give_up_ballast()
    assert not ballast.exists()
    assert not room.give_up_ballast()


def test_no_ballast_is_laid_down_where_room_is_low(tmp_path: Path) -> None:
    assert not Room(tmp_path, lambda _: LOW_BYTES, MEGABYTE).make_ballast()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_does_not_tell_refuses_nothing(tmp_path: Path) -> None:
    def broken(_folder: Path) -> int:
        raise OSError

    room = Room(tmp_path, broken)
    assert not room.is_low
    room.check_for_new()


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a real disk of 6 MB in memory; skip loudly where that is not allowed."""
    disk, mount, leave = tmp_path / "disk", shutil.which("mount"), shutil.which("umount")
    disk.mkdir()
    command = [str(mount), "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603 -- the system's own
        pytest.skip("NOT RUN: a small disk could not be mounted here")
    yield disk
    subprocess.run([str(leave), str(disk)], check=True)  # noqa: S603 -- the system's own


def test_on_a_full_disk_the_ballast_saves_what_is_open(small_disk: Path) -> None:
    vault = new_vault(small_disk / "place")
    room = Room(vault.folder, lambda _: 10 * LOW_BYTES, 2 * MEGABYTE)
    assert room.make_ballast()
    with vault.transaction() as tx:
        draft = drafts.start(tx, register(tx, MASON), RecordKind.ASSESSMENT, FORM, MORNING)
    filler = small_disk / "films"
    with pytest.raises(OSError, match="No space"):
        fill(filler)
    assert free_space(small_disk) == 0
    words = WORDS * 2000
    with pytest.raises(DiskFull), vault.transaction() as tx:
        drafts.keep(tx, draft, {"cm.child": words}, None, MORNING)
    assert room.give_up_ballast()
    with vault.transaction() as tx:
        drafts.keep(tx, draft, {"cm.child": words}, None, MORNING)
    vault.lock()
    assert not (vault.folder / "vault.ballast").exists()

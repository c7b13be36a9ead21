"""A copy aside is the whole folder, byte for byte, compared with what the disk holds; the original is only read."""

from pathlib import Path

import pytest
from mason import MASON, register

from app.storage import aside
from app.storage.aside import copy_aside
from app.storage.troubles import CopyNotTheSame, DiskTrouble, Stopped
from app.storage.vault import Vault


@pytest.fixture
def place(vault: Vault) -> Path:
    with vault.transaction() as tx:
        register(tx, MASON)
    vault.lock()
    (vault.sealed / "one.ecaf").write_bytes(b"sealed" * 30_000)
    return vault.folder


def every_byte(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_byte_is_copied_and_nothing_in_the_place_changes(place: Path, tmp_path: Path) -> None:
    before, far = every_byte(place), list[float]()

    def progress(done: float) -> bool:
        far.append(done)
        return True

    done = copy_aside(place, tmp_path / "stick" / "copy", progress)
    assert every_byte(done.folder) == before == every_byte(place)
    assert (done.files, done.size, done.unread) == (len(before), sum(map(len, before.values())), {})
    assert far == sorted(far)
    assert far[-1] == 1


def test_it_never_writes_into_a_folder_that_is_there(place: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(DiskTrouble):
        copy_aside(place, tmp_path / "there")
    assert list((tmp_path / "there").iterdir()) == []


def test_it_can_be_stopped(place: Path, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        copy_aside(place, tmp_path / "copy", lambda _done: False)


def test_where_the_disk_does_not_give_a_piece_the_rest_is_copied_and_it_is_said(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, bad = aside._read, 2 * 4096

    def read(number: int, start: int, wanted: int) -> bytes | None:
        return None if start <= bad < start + wanted else real(number, start, wanted)

    monkeypatch.setattr(aside, "_read", read)
    done = copy_aside(place, tmp_path / "copy")
    assert done.unread == {"vault.db": 4096, "sealed/one.ecaf": 4096}
    whole, copied = (place / "vault.db").read_bytes(), (done.folder / "vault.db").read_bytes()
    assert copied == whole[:bad] + bytes(4096) + whole[bad + 4096 :]


def test_what_does_not_read_back_the_same_is_no_copy(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "_hash_of", lambda _path: b"other")
    with pytest.raises(CopyNotTheSame):
        copy_aside(place, tmp_path / "copy")

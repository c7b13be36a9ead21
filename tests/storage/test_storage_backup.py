"""A backup is one file that is read back before it is called done, and brings everything back on another laptop."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from mason import MASON, PASSPHRASE, WORDS, finished, queued, register

from app.domain.ids import ChildId, RecordId
from app.storage import children, keys, records, sealed
from app.storage.backup import read_backup, write_backup
from app.storage.troubles import CopyNotTheSame, NotARealBackup, Stopped, VaultAlreadyHere, WrongPassphrase
from app.storage.vault import Vault, open_vault

AT = "2026-03-02T09:30:00+00:00"
OPENER = keys.with_passphrase(PASSPHRASE)


@pytest.fixture
def working(vault: Vault) -> Vault:
    with vault.transaction() as tx:
        records.add(tx, finished(register(tx, MASON)))
        sealed.write(tx, vault.sealed, "envelope.ecaf", b"sealed bytes")
        queued(tx, "envelope", file="envelope.ecaf")
    return vault


@pytest.fixture
def backup(working: Vault, tmp_path: Path) -> Path:
    to = tmp_path / "stick" / "place.ecafbackup"
    to.parent.mkdir()
    done = write_backup(working, to, AT)
    assert (done.files, done.made_at) == (3, AT)
    assert done.size == to.stat().st_size
    return to


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "other laptop" / "vaults" / "new"


@pytest.fixture
def back(backup: Path, elsewhere: Path) -> Iterator[Vault]:
    vault = read_backup(backup, OPENER, elsewhere)
    yield vault
    vault.lock()


def test_a_sealed_file_of_which_the_database_knows_nothing_comes_along(
    working: Vault, tmp_path: Path, elsewhere: Path
) -> None:
    aside = Path(sealed.ASIDE) / "older.ecaf"
    (working.sealed / "older.ecaf").write_bytes(b"of another day")
    with working.transaction() as tx:
        sealed.tidy(tx, working.sealed)
    assert (working.sealed / aside).exists()
    write_backup(working, tmp_path / "place.ecafbackup", AT)
    back = read_backup(tmp_path / "place.ecafbackup", OPENER, elsewhere)
    back.lock()
    assert (back.sealed / aside).read_bytes() == b"of another day"
    assert (back.sealed / "envelope.ecaf").read_bytes() == b"sealed bytes"


def test_everything_is_there_on_the_other_laptop(working: Vault, back: Vault) -> None:
    with back.transaction() as tx:
        assert records.versions(tx, RecordId("record"))
        row = children.get(tx, MASON)
        found = tx.one("SELECT body FROM record_bodies")
    with working.transaction() as tx:
        assert found == tx.one("SELECT body FROM record_bodies")
    assert row is not None
    assert row.summary.given == "Mason"
    assert sealed.read(back.sealed, "envelope.ecaf") == b"sealed bytes"
    assert back.vault_id == working.vault_id


def test_it_opens_there_with_the_words_of_the_day_it_was_made(working: Vault, backup: Path, elsewhere: Path) -> None:
    working.change_passphrase("other words entirely here today", keys.ONLY_FOR_TESTS)
    with pytest.raises(WrongPassphrase):
        read_backup(backup, keys.with_passphrase("other words entirely here today"), elsewhere)
    assert not elsewhere.exists()
    read_backup(backup, OPENER, elsewhere).lock()
    open_vault(elsewhere, PASSPHRASE).lock()


def test_work_goes_on_while_nothing_but_the_backup_is_left_behind(working: Vault, backup: Path) -> None:
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]
    files = {"vault.db", "vault.db-wal", "vault.keys", "vault.witness", "sealed"}
    assert {path.name for path in working.folder.iterdir()} == files
    with working.transaction() as tx:
        register(tx, ChildId("another"), "Ellie")


def test_no_word_of_it_stands_readable_in_the_file(backup: Path) -> None:
    written = backup.read_bytes()
    assert all(word.encode() not in written for word in (WORDS, "Mason", "CREATE TABLE"))


def test_any_changed_byte_is_noticed(backup: Path, elsewhere: Path) -> None:
    whole = bytearray(backup.read_bytes())
    noticed = 0
    for place in range(0, len(whole), 1009):
        changed = whole.copy()
        changed[place] ^= 4
        backup.write_bytes(changed)
        try:
            read_backup(backup, OPENER, elsewhere).lock()
        except NotARealBackup:
            noticed += 1
            assert not elsewhere.exists()
        else:
            shutil.rmtree(elsewhere)  # a date or an attribute of the archive, which nothing hangs on
    assert noticed > len(range(0, len(whole), 1009)) - 3


def test_a_list_with_letters_that_no_mac_has_is_no_list(backup: Path, elsewhere: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged"
    with zipfile.ZipFile(backup) as whole, zipfile.ZipFile(forged, "w") as archive:
        for name in whole.namelist():
            written = whole.read(name)
            mac = json.loads(written)["mac"] if name == "backup.json" else ""
            archive.writestr(name, written.replace(mac.encode(), "é".encode() * len(mac)) if mac else written)
    with pytest.raises(NotARealBackup):
        read_backup(forged, OPENER, elsewhere)


@pytest.mark.parametrize("size", [0, 10, 5000, -1])
def test_a_file_cut_short_or_of_another_kind_brings_nothing_back(backup: Path, elsewhere: Path, size: int) -> None:
    backup.write_bytes(backup.read_bytes()[:size])
    with pytest.raises(NotARealBackup):
        read_backup(backup, OPENER, elsewhere)
    assert not elsewhere.exists()


@pytest.mark.parametrize("name", ["../vault.evil", "sealed/../../x.ecaf", "vault.ballast", "/etc/passwd"])
def test_a_file_that_it_does_not_name_is_never_unpacked(backup: Path, elsewhere: Path, name: str) -> None:
    with zipfile.ZipFile(backup, "a") as archive:
        archive.writestr(name, b"evil")
    with pytest.raises(NotARealBackup):
        read_backup(backup, OPENER, elsewhere)
    assert not elsewhere.exists()


def test_it_never_takes_the_place_of_a_vault(backup: Path, working: Vault) -> None:
    with pytest.raises(VaultAlreadyHere):
        read_backup(backup, OPENER, working.folder)
    with working.transaction() as tx:
        assert children.get(tx, MASON) is not None


def test_one_that_was_stopped_leaves_the_one_before(working: Vault, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(Stopped):
        write_backup(working, backup, AT, lambda done: done < 0.5)
    assert backup.read_bytes() == before
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_what_does_not_read_back_is_never_called_a_backup(
    working: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that keeps other bytes than it was given: one is changed between writing and reading back."""
    to = tmp_path / "place.ecafbackup"
    real = zipfile.ZipFile.close

    def close(archive: zipfile.ZipFile) -> None:
        real(archive)
        monkeypatch.setattr(zipfile.ZipFile, "close", real)
        part = to.with_name(to.name + ".part")
        written = bytearray(part.read_bytes())
        written[len(written) // 2] ^= 1
        part.write_bytes(written)

    monkeypatch.setattr(zipfile.ZipFile, "close", close)
    with pytest.raises(CopyNotTheSame):
        write_backup(working, to, AT)
    assert not to.exists()

"""An older copy, page or journal put back is noticed at the next opening, said once, and keeps nobody out."""

import errno
import gc
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mason import ELLIE, MASON, MORNING, PASSPHRASE, new_vault, register

from app.domain.ids import ChildId
from app.storage import audit, children, keys, migrations, sync_state
from app.storage.audit import Act
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.troubles import DiskTrouble, VaultDamaged, VaultInUse, WrongPassphrase
from app.storage.vault import Vault, open_vault
from app.storage.witness import Sign

PAGE = 4096
FRAME = PAGE + 24
DATABASE, JOURNAL, WITNESS, KEYS = "vault.db", "vault.db-wal", "vault.witness", "vault.keys"
OTHER_WORDS = "velvet orchard window pepper canoe"


def write_something(vault: Vault, name: str, words: str) -> None:
    with vault.transaction() as tx:
        sync_state.write(tx, name, words)


def worked_on(folder: Path, name: str, act: Act = Act.VIEWED) -> None:
    """Open a vault, do a little and lock it."""
    vault = open_vault(folder, PASSPHRASE)
    with vault.transaction() as tx:
        sync_state.write(tx, name, "done " * 300)
        audit.write(tx, act, name, MORNING)
    vault.lock()


def signs_at_opening(folder: Path) -> set[Sign]:
    """Open a vault, say what was noticed, and prove that it reads and writes as ever."""
    vault = open_vault(folder, PASSPHRASE)
    found = set(vault.signs)
    with vault.transaction() as tx:
        children.list_all(tx)
        register(tx, ChildId(str(random.random())))
    vault.lock()
    return found


def copied(folder: Path, to: Path) -> Path:
    """Copy a vault aside as it stands on the disk, which is what a kill leaves."""
    return Path(shutil.copytree(folder, to))


@pytest.fixture
def locked(vault: Vault) -> Path:
    """Lock a vault that was worked on three times."""
    vault.lock()
    for name in ("first", "second", "third"):
        worked_on(vault.folder, name)
    return vault.folder


def test_opening_again_and_again_raises_no_alarm(locked: Path) -> None:
    assert [signs_at_opening(locked) for _ in range(3)] == [set(), set(), set()]


def test_a_whole_database_put_back_is_noticed_once_and_read_all_the_same(locked: Path, tmp_path: Path) -> None:
    older = copied(locked, tmp_path / "older")
    worked_on(locked, "fourth")
    shutil.copy(older / DATABASE, locked / DATABASE)
    vault = open_vault(locked, PASSPHRASE)
    assert {Sign.DATABASE_OLDER, Sign.PAGES_CHANGED} <= set(vault.signs)
    with vault.transaction() as tx:
        assert sync_state.read(tx, "third")
        tx.once_committed(vault.signs_are_kept)
    vault.lock()
    assert signs_at_opening(locked) == set()


def test_signs_stay_until_they_are_in_the_audit(locked: Path, tmp_path: Path) -> None:
    older = copied(locked, tmp_path / "older")
    worked_on(locked, "fourth")
    shutil.copy(older / DATABASE, locked / DATABASE)
    first = signs_at_opening(locked)
    assert first
    assert signs_at_opening(locked) == first


def test_an_older_copy_that_went_its_own_way_is_noticed_however_far_it_came(locked: Path, tmp_path: Path) -> None:
    older = copied(locked, tmp_path / "older")
    worked_on(locked, "fourth")
    for name in ("another", "way", "and", "further"):
        worked_on(older, name)
    shutil.copy(older / DATABASE, locked / DATABASE)
    assert Sign.OTHER_HISTORY in signs_at_opening(locked)


def test_each_single_page_put_back_is_noticed(locked: Path, tmp_path: Path) -> None:
    before = (locked / DATABASE).read_bytes()
    worked_on(locked, "fourth")
    after = (locked / DATABASE).read_bytes()
    starts = range(0, min(len(before), len(after)), PAGE)
    changed = [start for start in starts if before[start : start + PAGE] != after[start : start + PAGE]]
    assert len(changed) > 2
    for start in changed:
        replayed = copied(locked, tmp_path / f"page{start}")
        page = before[start : start + PAGE]
        (replayed / DATABASE).write_bytes(after[:start] + page + after[start + PAGE :])
        vault = open_vault(replayed, PASSPHRASE)
        assert Sign.PAGES_CHANGED in vault.signs
        let_go(vault)


def let_go(vault: Vault) -> None:
    """Do nothing more with a vault whose pages do not fit together."""
    vault._unlocked.detach()
    vault._connection.close()
    vault._witness.give_up()


def test_a_vault_that_nobody_locked_raises_no_alarm(locked: Path) -> None:
    """SQLite folds the journal in when the connection is collected, and the program did not say so before."""
    vault = open_vault(locked, PASSPHRASE)
    write_something(vault, "fourth", "done")
    del vault
    gc.collect()
    assert not (locked / JOURNAL).exists()
    assert signs_at_opening(locked) == set()


def test_a_journal_put_beside_a_locked_database_is_noticed(locked: Path, tmp_path: Path) -> None:
    vault = open_vault(locked, PASSPHRASE)
    write_something(vault, "fourth", "done")
    journal = copied(locked, tmp_path / "open") / JOURNAL
    vault.lock()
    shutil.copy(journal, locked / JOURNAL)
    assert Sign.JOURNAL_ADDED in signs_at_opening(locked)


@pytest.fixture
def killed(locked: Path, tmp_path: Path) -> Path:
    """Give what a kill leaves of a vault in which six things were written since it was opened, one of them signed."""
    vault = open_vault(locked, PASSPHRASE)
    for n in range(3):
        write_something(vault, f"a{n}", "done " * 300)
    with vault.transaction() as tx:
        audit.write(tx, Act.SIGNED, "record", MORNING)
    for n in range(2):
        write_something(vault, f"b{n}", "done " * 300)
    left = copied(locked, tmp_path / "killed")
    vault.lock()
    assert (left / JOURNAL).stat().st_size > 0
    return left


def test_what_a_kill_leaves_raises_no_alarm(killed: Path) -> None:
    assert signs_at_opening(killed) == set()


def test_a_page_changed_after_a_kill_is_noticed(killed: Path, tmp_path: Path) -> None:
    whole = (killed / DATABASE).read_bytes()
    for start in range(PAGE, len(whole), PAGE):
        replayed = copied(killed, tmp_path / f"page{start}")
        (replayed / DATABASE).write_bytes(whole[:start] + bytes(PAGE) + whole[start + PAGE :])
        try:
            vault = open_vault(replayed, PASSPHRASE)
        except VaultDamaged:
            continue  # a page that opening itself reads
        assert Sign.PAGES_CHANGED in vault.signs
        let_go(vault)


def test_every_cut_of_the_journal_is_noticed(killed: Path, tmp_path: Path) -> None:
    whole = (killed / JOURNAL).read_bytes()
    for end in [0, *range(32, len(whole), FRAME // 3)]:
        cut = copied(killed, tmp_path / f"cut{end}")
        (cut / JOURNAL).write_bytes(whole[:end])
        assert Sign.DATABASE_OLDER in signs_at_opening(cut), end


def test_every_flip_in_the_journal_is_noticed(killed: Path, tmp_path: Path) -> None:
    whole = (killed / JOURNAL).read_bytes()
    chance = random.Random(11)
    for place in (0, 12, 31, 32, 36, 40, 55, *sorted(chance.sample(range(56, len(whole)), 50)), len(whole) - 1):
        flipped = copied(killed, tmp_path / f"flip{place}")
        (flipped / JOURNAL).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert Sign.DATABASE_OLDER in signs_at_opening(flipped), place


def test_an_older_journal_put_back_is_noticed(killed: Path) -> None:
    older = (killed / JOURNAL).read_bytes()
    vault = open_vault(killed, PASSPHRASE)
    for n in range(20):
        write_something(vault, f"c{n}", "done")
    vault.checkpoint()
    write_something(vault, "last", "done")
    left = copied(killed, killed.with_name("left"))
    vault.lock()
    (left / JOURNAL).write_bytes(older)
    assert Sign.DATABASE_OLDER in signs_at_opening(left)


def test_an_older_or_missing_witness_is_noticed(locked: Path, tmp_path: Path) -> None:
    older = copied(locked, tmp_path / "older")
    for name in ("fourth", "fifth"):
        worked_on(locked, name)
    without, turned_back = copied(locked, tmp_path / "without"), copied(locked, tmp_path / "turned back")
    (without / WITNESS).unlink()
    shutil.copy(older / WITNESS, turned_back / WITNESS)
    assert signs_at_opening(without) == {Sign.WITNESS_GONE}
    assert Sign.WITNESS_OLDER in signs_at_opening(turned_back)


def test_an_older_key_file_put_back_is_noticed(locked: Path) -> None:
    older = (locked / KEYS).read_bytes()
    vault = open_vault(locked, PASSPHRASE)
    vault.change_passphrase(OTHER_WORDS, ONLY_FOR_TESTS)
    vault.lock()
    vault = open_vault(locked, OTHER_WORDS)
    assert vault.signs == ()
    vault.lock()
    (locked / KEYS).write_bytes(older)
    assert signs_at_opening(locked) == {Sign.KEYS_OLDER}


@pytest.mark.parametrize("change", ["passphrase", "key"])
def test_a_change_of_the_key_file_that_fails_or_is_cut_short_raises_no_alarm(
    locked: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    vault = open_vault(locked, PASSPHRASE)
    with monkeypatch.context() as broken:
        broken.setattr(keys, "save_keys", disk_trouble)
        with pytest.raises(DiskTrouble):
            vault.change_key(PASSPHRASE) if change == "key" else vault.change_passphrase(OTHER_WORDS, ONLY_FOR_TESTS)
    left = copied(locked, locked.with_name("left"))
    vault.lock()
    assert (signs_at_opening(left), signs_at_opening(locked)) == (set(), set())


def disk_trouble(*_: object) -> None:
    raise DiskTrouble


def test_a_witness_of_another_vault_is_none(locked: Path, tmp_path: Path) -> None:
    other = new_vault(tmp_path / "other")
    other.lock()
    shutil.copy(other.folder / WITNESS, locked / WITNESS)
    assert signs_at_opening(locked) == {Sign.WITNESS_GONE}


def test_a_torn_slot_raises_no_alarm(locked: Path, tmp_path: Path) -> None:
    """Only a slot that is being written can be torn, and the newest whole one is never that one."""
    for slot in {0, 1, 2} - {newest_slot(locked)}:
        torn = copied(locked, tmp_path / f"torn{slot}")
        written = bytearray((torn / WITNESS).read_bytes())
        written[slot * 512 + 300] ^= 255
        (torn / WITNESS).write_bytes(bytes(written))
        assert signs_at_opening(torn) == set()


def newest_slot(folder: Path) -> int:
    written = (folder / WITNESS).read_bytes()
    bodies = [written[start + 65 : start + 512] for start in range(0, 1536, 512)]
    numbers = [int(body.split(b'"seq":')[1].split(b",")[0]) if b'"seq":' in body else 0 for body in bodies]
    return numbers.index(max(numbers))


def test_a_slot_is_one_sector_whatever_it_says(vault: Vault) -> None:
    mark = vault._witness._mark
    most = type(mark)(2**48, 2**48, 2**48, "f" * 64, "f" * 64, True, tuple(Sign), ("f" * 16,) * 2)
    assert len(vault._witness._slot(most)) == 512


def test_a_witness_that_cannot_be_written_stops_nothing(locked: Path) -> None:
    vault = open_vault(locked, PASSPHRASE)
    assert vault._witness._file is not None
    vault._witness._file.close()
    vault._witness._file = (locked / WITNESS).open("rb", buffering=0)
    write_something(vault, "fourth", "done")
    vault.checkpoint()
    vault.lock()
    again = open_vault(locked, PASSPHRASE)
    with again.transaction() as tx:
        assert sync_state.read(tx, "fourth") == "done"
    again.lock()


class FailsOnce:
    """A witness on a disk that does not take its nth write."""

    def __init__(self, file: Any, failing: int) -> None:
        self._file, self._left = file, failing

    def write(self, content: bytes) -> None:
        self._left -= 1
        if self._left == 0:
            raise OSError(errno.EIO, "the disk did not take it")
        self._file.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@pytest.mark.parametrize("failing", range(1, 9))
def test_one_write_of_the_witness_that_fails_raises_no_alarm(
    locked: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_vault(locked, PASSPHRASE)
    monkeypatch.setattr(vault._witness, "_file", FailsOnce(vault._witness._file, failing))
    write_something(vault, "words", "written before folding in")
    vault.checkpoint()
    write_something(vault, "words", "written after")
    vault.lock()
    assert signs_at_opening(locked) == set()


def test_a_wrong_passphrase_and_a_second_window_raise_no_alarm(locked: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_vault(locked, "copper lantern meadow biscuit garden")
    vault = open_vault(locked, PASSPHRASE)
    write_something(vault, "fourth", "done")
    with pytest.raises(VaultInUse):
        open_vault(locked, PASSPHRASE)
    write_something(vault, "fifth", "done")
    with pytest.raises(VaultInUse):
        open_vault(locked, PASSPHRASE)
    vault.lock()
    assert signs_at_opening(locked) == set()


def test_a_database_that_would_not_open_after_a_kill_raises_no_alarm_once_it_does(
    killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(_: object) -> None:
        raise KeyboardInterrupt

    for place in ("migrate", "refuse_newer"):
        again = copied(killed, killed.with_name(place))
        with monkeypatch.context() as patched:
            patched.setattr(f"app.storage.database.{place}", stops)
            with pytest.raises(KeyboardInterrupt):
                open_vault(again, PASSPHRASE)
        assert signs_at_opening(again) == set()


@pytest.mark.parametrize("act", [lambda vault: vault.change_key(PASSPHRASE), lambda vault: vault.checkpoint()])
def test_changing_the_key_and_folding_in_raise_no_alarm(killed: Path, act: Callable[[Vault], None]) -> None:
    vault = open_vault(killed, PASSPHRASE)
    act(vault)
    write_something(vault, "after", "done")
    left = copied(killed, killed.with_name("left"))
    vault.lock()
    assert signs_at_opening(killed) == set()
    assert signs_at_opening(left) == set()


@pytest.mark.parametrize("look", [Vault.check, Vault.counted])
def test_looking_at_every_page_raises_no_alarm(locked: Path, tmp_path: Path, look: Callable[[Vault], object]) -> None:
    """To look, the journal is folded in: then the pages are others, and the witness must know it."""
    vault = open_vault(locked, PASSPHRASE)
    write_something(vault, "words", "written before looking")
    look(vault)
    left = copied(locked, tmp_path / "killed")
    vault.lock()
    assert (signs_at_opening(left), signs_at_opening(locked)) == (set(), set())


def test_erasing_a_child_raises_no_alarm(locked: Path) -> None:
    vault = open_vault(locked, PASSPHRASE)
    for child in (MASON, ELLIE):
        with vault.transaction() as tx:
            register(tx, child)
    with vault.transaction() as tx:
        children.erase(tx, MASON)
    left = copied(locked, locked.with_name("left"))
    vault.lock()
    assert signs_at_opening(locked) == set()
    assert signs_at_opening(left) == set()


def test_a_vault_from_before_there_was_a_witness_gets_one_without_an_alarm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        first = migrations.steps()[1]
        patched.setattr(migrations, "steps", lambda: {1: first})
        patched.setattr("app.storage.database.migrate", migrations.migrate)
        patched.setattr("app.storage.standing.count", lambda _tx, _before: None)
        old = new_vault(tmp_path / "old")
        old.lock()
    (old.folder / WITNESS).unlink()
    assert signs_at_opening(old.folder) == set()
    assert (old.folder / WITNESS).exists()
    assert signs_at_opening(old.folder) == set()


def test_the_journal_is_folded_in_once_it_is_long(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.vault._LONGEST_JOURNAL_BYTES", 40_000)
    vault = open_vault(locked, PASSPHRASE)
    for n in range(30):
        write_something(vault, f"row{n}", "done " * 500)
        assert vault._journal_bytes() <= 40_000
    vault.lock()
    assert signs_at_opening(locked) == set()


def test_what_is_signed_is_in_the_database_file_at_once(vault: Vault) -> None:
    with vault.transaction() as tx:
        audit.write(tx, Act.SIGNED, "record", MORNING)
    assert vault._journal_bytes() == 0
    assert vault._witness.standing.witnessed == 1

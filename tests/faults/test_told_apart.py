"""What is wrong with a vault is told apart for real: words, key file, database, disk, memory, version."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from app.storage import keys, sync_state
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.library import sqlcipher
from app.storage.opened_keys import open_keys
from app.storage.troubles import VaultDamaged
from app.storage.vault import Vault, create_vault, open_vault

PASSPHRASE = "copper lantern meadow biscuit harbour"  # noqa: S105 -- it opens nothing but these tests' vaults
STRACE = shutil.which("strace")
_OPENING = """
import sys
from pathlib import Path
from app.errors import Trouble
from app.storage import sync_state
from app.storage.vault import open_vault
try:
    vault = open_vault(Path(sys.argv[1]), sys.argv[2])
    with vault.transaction() as tx:
        words = sync_state.read(tx, "word 7")
    print("opened" if words == "x" * 3000 else "other words")
except Trouble as trouble:
    print(type(trouble).__name__)
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    vault = create_vault(tmp_path / "place", PASSPHRASE, ONLY_FOR_TESTS)
    with vault.transaction() as tx:
        for number in range(20):
            sync_state.write(tx, f"word {number}", "x" * 3000)
    vault.lock()
    return vault.folder


def told(place: Path, *before: str, words: str = PASSPHRASE) -> str:
    """Return what a fresh process says of a place, and make sure that it changed no byte of what was kept there.

    The witness keeps nothing: it says that somebody tried.
    """
    kept = {path.name: path.read_bytes() for path in place.glob("vault.*") if path.name != "vault.witness"}
    command = [*before, sys.executable, "-c", _OPENING, str(place), words]
    said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own script
    after = {name: (place / name).read_bytes() for name in kept}
    lines = said.stdout.split()
    assert lines, said.stderr
    if lines[-1] != "opened":
        assert after == kept
    return lines[-1]


def test_a_place_that_is_well_opens(place: Path) -> None:
    assert told(place) == "opened"


def test_other_words_are_other_words(place: Path) -> None:
    assert told(place, words="copper lantern meadow biscuit river") == "WrongPassphrase"


def test_a_byte_flipped_anywhere_is_a_damage_of_the_file_it_is_in(place: Path) -> None:
    """Seeded places in each file; a flip in the database is told at the latest when its page is read."""
    chance = random.Random(11)
    whole = {name: (place / name).read_bytes() for name in ("vault.keys", "vault.db")}
    found: Counter[str] = Counter()
    for name, expected in (("vault.keys", {"KeyFileDamaged"}), ("vault.db", {"VaultDamaged", "opened"})):
        for _ in range(8):
            changed = bytearray(whole[name])
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
            (place / name).write_bytes(changed)
            said = told(place)
            assert said in expected, name
            found[said] += 1
        (place / name).write_bytes(whole[name])
    assert found["KeyFileDamaged"] == 8
    assert told(place) == "opened"


def test_a_page_with_the_end_of_a_long_text_is_never_read_as_other_words(tmp_path: Path) -> None:
    """Each page in turn: what comes back is every word, or a damage."""
    vault = create_vault(tmp_path / "place", PASSPHRASE, ONLY_FOR_TESTS)
    with vault.transaction() as tx:
        sync_state.write(tx, "long", "x" * 9000)
    vault.lock()
    database = vault.folder / "vault.db"
    whole, found = database.read_bytes(), Counter[str]()
    for place in range(300, len(whole), 4096):
        database.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with suppress(VaultDamaged), closing_vault(vault.folder) as opened:
            with opened.transaction() as tx:
                read = sync_state.read(tx, "long")
            found["whole" if read == "x" * 9000 else "other"] += 1
    assert found["other"] == 0
    assert 0 < found["whole"] < len(whole) // 4096


@contextmanager
def closing_vault(folder: Path) -> Iterator[Vault]:
    vault = open_vault(folder, PASSPHRASE)
    try:
        yield vault
    finally:
        vault.lock()


@pytest.mark.parametrize("cut", [0, 1, 100, 4096, 5000])
def test_a_file_cut_short_is_a_damaged_one(place: Path, cut: int) -> None:
    database, key_file = place / "vault.db", place / "vault.keys"
    whole = database.read_bytes()
    database.write_bytes(whole[:cut])
    assert told(place) == "VaultDamaged"
    database.write_bytes(whole)
    key_file.write_bytes(key_file.read_bytes()[:cut][:-1])
    assert told(place) == "KeyFileDamaged"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such file on this system")
def test_a_key_file_the_disk_does_not_give_is_trouble_with_the_disk(place: Path) -> None:
    """A file of the kernel's own whose first byte cannot be read: the error is a real one."""
    (place / "vault.keys").rename(place.parent / "vault.keys")
    (place / "vault.keys").symlink_to("/proc/self/mem")
    command = [sys.executable, "-c", _OPENING, str(place), PASSPHRASE]
    said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own script
    assert said.stdout.split() == ["DiskTrouble"]


def test_a_database_of_nothing_but_zeros_is_a_damaged_one_and_never_made_anew(place: Path) -> None:
    database = place / "vault.db"
    database.write_bytes(bytes(database.stat().st_size))
    assert told(place) == "VaultDamaged"


@pytest.mark.skipif(STRACE is None, reason="no strace on this machine")
@pytest.mark.parametrize("nth", range(1, 15, 2))
def test_a_read_error_at_any_read_is_never_said_to_be_a_damage_or_wrong_words(place: Path, nth: int) -> None:
    """From the n-th read of the database on, the disk gives nothing more."""
    path = str((place / "vault.db").resolve())
    inject = f"inject=pread64,read,readv,preadv:error=EIO:when={nth}+"
    said = told(place, str(STRACE), "-f", "-qq", "-o", "/dev/null", "-P", path, "-e", inject)
    assert said in {"DiskTrouble", "opened"}


@pytest.mark.skipif(STRACE is None, reason="no strace on this machine")
@pytest.mark.parametrize("nth", range(1, 9, 2))
def test_a_read_error_that_passes_ends_in_an_open_place_or_in_trouble_with_the_disk(place: Path, nth: int) -> None:
    path = str((place / "vault.db").resolve())
    inject = f"inject=pread64,read:error=EIO:when={nth}"
    said = told(place, str(STRACE), "-f", "-qq", "-o", "/dev/null", "-P", path, "-e", inject)
    assert said in {"DiskTrouble", "opened"}


@pytest.mark.skipif(STRACE is None, reason="no strace on this machine")
def test_a_full_disk_while_opening_is_said_to_be_full_or_does_not_matter(place: Path) -> None:
    path = str(place.resolve())
    for nth in range(1, 6):
        inject = f"inject=pwrite64,write:error=ENOSPC:when={nth}+"
        said = told(place, str(STRACE), "-f", "-qq", "-o", "/dev/null", "-P", f"{path}/vault.db-wal", "-e", inject)
        assert said in {"DiskFull", "opened"}


def test_too_little_memory_is_said_to_be_too_little_memory(place: Path) -> None:
    """The limit is tightened until the place opens no more: from there on, and never another trouble."""
    found = Counter(said for megabytes in range(40, 400, 20) if (said := memory_told(place, megabytes)))
    assert found["NotEnoughMemory"]
    assert found["opened"]
    assert set(found) == {"NotEnoughMemory", "opened"}


_SHORT_OF_MEMORY = """
import resource, sys
from pathlib import Path
from app.errors import Trouble
from app.storage import sync_state
from app.storage.vault import open_vault
from app.storage import guesses
import app.storage.salvage.rows
page = resource.getpagesize()
used = int(Path("/proc/self/statm").read_text().split()[0]) * page
limit = used + int(sys.argv[3]) * 100_000
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    vault = open_vault(Path(sys.argv[1]), sys.argv[2])
    with vault.transaction() as tx:
        sync_state.read(tx, "word 7")
    print("opened")
except Trouble as trouble:
    print(type(trouble).__name__)
"""


def memory_told(place: Path, hundred_kilobytes: int) -> str:
    """Return what is said where so much memory is left above what the program already has."""
    command = [sys.executable, "-c", _SHORT_OF_MEMORY, str(place), PASSPHRASE, str(hundred_kilobytes)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own script
    return said.stdout.strip() or said.stderr.strip().splitlines()[-1]


def test_a_place_of_a_newer_program_is_said_to_be_newer(place: Path) -> None:
    (opened,) = open_keys(place, keys.with_passphrase(PASSPHRASE))
    connection = sqlcipher.connect(str(place / "vault.db"), isolation_level=None)
    connection.set_key(f"x'{opened.database_key.hex()}'")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert told(place) == "VaultTooNew"

"""What stands on the disk is unreadable, outlives a kill, and a full disk loses nothing that was saved."""

import base64
import random
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from mason import ELLIE, FORM, MASON, MORNING, PASSPHRASE, WORDS, after, finished, register

from app.domain.ids import ChildId, EpisodeId
from app.domain.record import RecordKind
from app.storage import children, drafts, episodes, keys, private_notes, records, sealed, sync_state
from app.storage.database import Transaction
from app.storage.troubles import DiskFull, SealedFileLost
from app.storage.vault import Vault, open_vault

NOTE = "Grandad's van was outside again"


PAGE = 4096
RESERVED = 80  # SQLCipher 4 ends each page with an initialisation vector of 16 bytes and a checksum of 64


def pages(vault: Vault) -> bytes:
    """Return every page of database and journal, free ones included, decrypted: the control for every search."""
    key = keys.purpose_key(vault._key(), "sqlcipher/1")
    main = (vault.folder / "vault.db").read_bytes()
    journal = vault.folder / "vault.db-wal"
    frames = journal.read_bytes() if journal.exists() else b""
    encrypted = [main[start : start + PAGE] for start in range(0, len(main), PAGE)]
    encrypted += [frames[start + 24 : start + 24 + PAGE] for start in range(32, len(frames), 24 + PAGE)]
    return b"".join(decrypted(page, key) for page in encrypted)


def decrypted(page: bytes, key: bytes) -> bytes:
    vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
    decryptor = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
    return decryptor.update(page[: PAGE - RESERVED]) + decryptor.finalize()


def disguises(words: str) -> list[bytes]:
    plain = words.encode()
    shifted = [base64.b64encode(b" " * shift + plain)[4:-4] for shift in range(3)]
    long_enough = [text for text in shifted if len(text) >= 8]
    return [plain, words.encode("utf-16-le"), words.encode("utf-16-be"), plain.hex().encode(), *long_enough]


def found_in(folder: Path, *words: str) -> list[str]:
    wanted = [disguise for word in words for disguise in disguises(word)]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path.name for path in files for disguise in wanted if disguise in path.read_bytes()]


def a_working_session(tx: Transaction) -> EpisodeId:
    episode = register(tx, MASON)
    draft = drafts.start(tx, episode, RecordKind.ASSESSMENT, FORM, MORNING)
    for second in range(5):
        words = f"{WORDS}, {second} times" if second else WORDS
        drafts.keep(tx, draft, {"d1.behaviour.needs": words}, None, after(second))
    private_notes.keep(tx, episode, "note", NOTE, MORNING)
    records.add(tx, finished(episode))
    return episode


def test_no_word_of_a_working_session_stands_readable_on_the_disk(vault: Vault) -> None:
    with vault.transaction() as tx:
        a_working_session(tx)
    marks = (WORDS, NOTE, "Mason", "d1.behaviour.needs", "CREATE TABLE")
    assert (vault.folder / "vault.db-wal").stat().st_size > 0
    assert found_in(vault.folder, *marks) == []
    vault.checkpoint()
    assert found_in(vault.folder, *marks) == []
    in_the_clear = pages(vault)
    assert all(mark.encode() in in_the_clear for mark in marks)
    vault.lock()
    assert found_in(vault.folder, *marks) == []


_WRITING = """
import sys
from pathlib import Path
from app.storage import sync_state
from app.storage.vault import open_vault
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
n = int(sys.argv[3])
while True:
    n += 1
    with vault.transaction() as tx:
        sync_state.write(tx, "first half", str(n))
        sync_state.write(tx, "second half", str(n))
    sys.stdout.write(f"{n}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_ten_kills_while_it_commits_lose_nothing_that_was_acknowledged(vault: Vault) -> None:
    vault.lock()
    chance = random.Random(7)
    n = 0
    for _ in range(10):
        command = [sys.executable, "-c", _WRITING, str(vault.folder), PASSPHRASE, str(n)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writing:  # noqa: S603 -- our own script
            assert writing.stdout is not None
            for _ in range(chance.randrange(1, 40)):
                acknowledged = int(writing.stdout.readline())
            writing.kill()
            acknowledged = max([acknowledged, *(int(line) for line in writing.stdout if line.endswith("\n"))])
        again = open_vault(vault.folder, PASSPHRASE)
        with again.transaction() as tx:
            halves = sync_state.read(tx, "first half"), sync_state.read(tx, "second half")
        again.lock()
        assert halves[0] == halves[1]
        n = int(halves[0] or 0)
        assert n in {acknowledged, acknowledged + 1}


def test_a_full_disk_is_said_to_be_full_and_loses_nothing_saved(vault: Vault) -> None:
    with vault.transaction() as tx:
        episode = register(tx, MASON)
        draft = drafts.start(tx, episode, RecordKind.ASSESSMENT, FORM, MORNING)
        drafts.keep(tx, draft, {"cm.child": WORDS}, None, MORNING)
    vault._connection.set_authorizer(None)
    count = vault._connection.execute("PRAGMA page_count").fetchone()[0]
    vault._connection.execute(f"PRAGMA max_page_count = {count}")
    with pytest.raises(DiskFull), vault.transaction() as tx:
        drafts.keep(tx, draft, {"cm.child": WORDS * 5000}, None, after(1))
    with vault.transaction() as tx:
        assert drafts.answers(tx, draft) == {"cm.child": WORDS}
    vault._connection.execute("PRAGMA max_page_count = 100000")
    with vault.transaction() as tx:
        drafts.keep(tx, draft, {"cm.child": WORDS * 5000}, None, after(1))
        assert drafts.answers(tx, draft) == {"cm.child": WORDS * 5000}


_RUNNING_OUT = """
import resource, signal, sys
from pathlib import Path
from app.errors import Trouble
from app.storage import sealed, sync_state
from app.storage.vault import open_vault
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
kept = -1
try:
    for n in range(1000):
        with vault.transaction() as tx:
            sync_state.write(tx, f"name {n}", "x" * 3000)
        kept = n
except Trouble as trouble:
    sys.stdout.write(f"{kept} {type(trouble).__name__}")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of one process")
def test_when_files_can_grow_no_more_what_was_acknowledged_is_still_there(vault: Vault) -> None:
    vault.lock()
    command = [sys.executable, "-c", _RUNNING_OUT, str(vault.folder), PASSPHRASE]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own script
    kept, trouble = asked.stdout.split()
    assert int(kept) > 0
    assert trouble in {"DiskFull", "DiskTrouble"}
    again = open_vault(vault.folder, PASSPHRASE)
    with again.transaction() as tx:
        assert all(sync_state.read(tx, f"name {n}") for n in range(int(kept) + 1))
    again.lock()


def two_children_at_once(vault: Vault, chance: random.Random) -> None:
    """Write and clear answers of many lengths for both, so that pages split, join and move between them."""
    with vault.transaction() as tx:
        a_working_session(tx)
        mine = drafts.find(tx, episode_of(tx, MASON), RecordKind.ASSESSMENT)
        hers = drafts.start(tx, register(tx, ELLIE, "Ellie"), RecordKind.ASSESSMENT, FORM, MORNING)
    assert mine is not None
    for n in range(300):
        draft, words = chance.choice([(mine.draft, WORDS), (hers, "Ellie sings")])
        text = None if chance.random() < 0.2 else f"{words} {n} " + "and so on " * chance.choice([0, 2, 10, 40, 250])
        with vault.transaction() as tx:
            drafts.keep(tx, draft, {f"d{chance.randrange(80)}.needs": text}, None, after(100 * n))


def episode_of(tx: Transaction, child: ChildId) -> EpisodeId:
    episode = episodes.of_child(tx, child)
    assert episode is not None
    return episode.episode


@pytest.mark.parametrize("seed", [1, 2])  # without writing the pages afresh, these two leave words behind
def test_an_erased_child_leaves_nothing_in_any_page_and_the_other_child_stays(vault: Vault, seed: int) -> None:
    two_children_at_once(vault, random.Random(seed))
    vault.checkpoint()
    assert WORDS.encode() in pages(vault)
    with vault.transaction() as tx:
        hers = drafts.find(tx, episode_of(tx, ELLIE), RecordKind.ASSESSMENT)
        assert hers is not None
        before = drafts.answers(tx, hers.draft)
        children.erase(tx, MASON)
    assert (vault.folder / "vault.db-wal").stat().st_size == 0
    left = pages(vault)
    assert not [mark for mark in (WORDS, NOTE, "Mason", "mason") if mark.encode() in left]
    with vault.transaction() as tx:
        assert [row.summary.given for row in children.list_all(tx)] == ["Ellie"]
        assert drafts.answers(tx, hers.draft) == before != {}


def test_pages_that_could_not_be_scrubbed_at_once_are_scrubbed_at_the_next_unlock(vault: Vault) -> None:
    with vault.transaction() as tx:
        a_working_session(tx)
    with vault.transaction() as tx:
        children.erase(tx, MASON)
        tx.leaves_no_trace = False  # as when the disk is too full to write the pages afresh
    vault.lock()
    again = open_vault(vault.folder, PASSPHRASE)
    with again.transaction() as tx:
        assert tx.one("SELECT * FROM scrub_due") is None
    assert WORDS.encode() not in pages(again)
    again.lock()


def test_sealed_files_are_read_back_and_erased(vault: Vault) -> None:
    with vault.transaction() as tx:
        sealed.write(tx, vault.sealed, "one.age", b"sealed")
        sealed.write(tx, vault.sealed, "two.age", b"sealed too")
        sealed.write(tx, vault.sealed, "two.age", b"sealed too")
        assert sealed.read(vault.sealed, "two.age") == b"sealed too"
    assert sorted(path.name for path in vault.sealed.iterdir()) == ["one.age", "two.age"]
    sealed.erase(vault.sealed, ["one.age", "one.age"])
    with pytest.raises(SealedFileLost):
        sealed.read(vault.sealed, "one.age")


@pytest.mark.parametrize("name", ["../vault.db", "a/b", "", ".."])
def test_a_sealed_files_name_never_leads_out_of_its_folder(vault: Vault, name: str) -> None:
    with vault.transaction() as tx, pytest.raises(ValueError, match="plain name"):
        sealed.write(tx, vault.sealed, name, b"")

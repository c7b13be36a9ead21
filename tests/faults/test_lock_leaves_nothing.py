"""Locking ends the process that held the key; no process of ours that lives on knows a word of what was in it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from larkrise import Laptop, by_hand, new_office
from lockable import EARLY, LATE
from memory import as_kept, found_in

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage import drafts, keys
from app.storage.vault import open_vault

ROOT = Path(__file__).parent.parent.parent
PASSPHRASE = "quorum thistle gannet velvet osprey"  # noqa: S105 -- it opens nothing but this test's vault
WORDS = {EARLY: "Zephyrine paints herons", LATE: "Zephyrine hides from thunder"}
GONE_SECONDS = 2.0

pytestmark = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a process's memory is read through /proc")


@dataclass(frozen=True)
class Locked:
    """What was seen of one visit that ended in a lock."""

    before: set[str]
    """What stood in memory while the vault was open: the control."""
    seconds: float
    exit_code: int
    left: list[int]
    """The processes of ours that live on."""
    after: set[str]
    on_disk: dict[str, object]
    command: list[str]
    surroundings: str
    open_files: list[str]


def enrolled(home: Path) -> EpisodeId:
    """Make a vault under this test's own passphrase, with a family whose assessment may be written."""
    laptop = Laptop.new(home / "vaults" / "place", by_hand(new_office(home.parent / "office"), "practitioner"))
    visit = laptop.visit()
    visit.start()
    laptop.vault.change_passphrase(PASSPHRASE, keys.ONLY_FOR_TESTS)
    laptop.vault.lock()
    return visit.episode


def marked(home: Path) -> dict[str, tuple[bytes, ...]]:
    """Return everything that must not be left, in each way it is kept."""
    key = keys.unlock(keys.read_keys(home / "vaults" / "place" / "vault.keys"), PASSPHRASE)
    raw = {"vault key": key, "database key": keys.purpose_key(key, "sqlcipher/1")}
    wanted = {name: (secret, *as_kept(secret.hex()), *as_kept(secret.hex().upper())) for name, secret in raw.items()}
    words = {"passphrase": PASSPHRASE, "early words": WORDS[EARLY], "late words": WORDS[LATE]}
    return wanted | {name: as_kept(text) for name, text in words.items()}


def ours(home: Path) -> list[int]:
    """Return every living process that was started with this home folder."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if str(home).encode() in (folder / "cmdline").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return found


def wait_until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def has_window(process: int) -> bool:
    """Say whether a process has come as far as its window."""
    return "libqoffscreen" in Path(f"/proc/{process}/maps").read_text(encoding="utf-8")


def said(process: subprocess.Popen[str], *lines: str) -> str:
    """Tell a process something, and return the next word it says."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(f"{line}\n" for line in lines))
    process.stdin.flush()
    return process.stdout.readline().strip()


def kept(home: Path, episode: EpisodeId) -> dict[str, object]:
    """Return what the vault holds of what was typed."""
    vault = open_vault(home / "vaults" / "place", PASSPHRASE)
    with vault.transaction() as tx:
        draft = drafts.find(tx, episode, RecordKind.ASSESSMENT)
        answers = drafts.answers(tx, draft.draft) if draft is not None else {}
    vault.lock()
    return {path: answers.get(path) for path in WORDS}


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    """Open, type, look into memory, type again, lock, and look into the memory of what is left."""
    home = tmp_path_factory.mktemp("laptop") / "home"
    episode = enrolled(home)
    wanted = marked(home)
    command = [sys.executable, str(ROOT / "tests" / "faults" / "lockable.py"), str(home), episode]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(  # noqa: S603 -- our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    )
    try:
        assert said(process, PASSPHRASE, *WORDS.values()) == "typed"
        try:
            before = found_in(process.pid, wanted)
        except PermissionError:
            pytest.skip("this machine lets nobody look into another process's memory")
        assert said(process, "go on") == "locking"
        began = time.monotonic()
        exit_code = process.wait(20)
        seconds = time.monotonic() - began
        wait_until(lambda: bool(ours(home)))
        left = ours(home)
        wait_until(lambda: all(map(has_window, left)))
        after = set().union(*(found_in(one, wanted) for one in left))
        fresh = Path(f"/proc/{left[0]}")
        yield Locked(
            before,
            seconds,
            exit_code,
            left,
            after,
            kept(home, episode),
            (fresh / "cmdline").read_text(encoding="utf-8").split("\0")[1:-1],
            (fresh / "environ").read_text(encoding="utf-8"),
            [str(link.readlink()) for link in (fresh / "fd").iterdir()],
        )
    finally:
        for one in ours(home):
            os.kill(one, signal.SIGKILL)
        process.communicate()


def test_while_the_vault_is_open_the_same_look_finds_everything(locked: Locked) -> None:
    """The database's own key is looked for too, but SQLCipher keeps that one masked even while it is open."""
    assert locked.before >= {"vault key", "passphrase", "early words", "late words"}


def test_the_process_that_held_the_key_is_gone_within_two_seconds(locked: Locked) -> None:
    assert locked.exit_code == 0
    assert locked.seconds < GONE_SECONDS


def test_one_fresh_process_is_left_to_unlock(locked: Locked) -> None:
    assert len(locked.left) == 1


def test_no_process_of_ours_holds_the_passphrase_the_words_or_a_key(locked: Locked) -> None:
    assert locked.after == set()


def test_words_typed_two_tenths_of_a_second_before_are_on_the_disk(locked: Locked) -> None:
    assert locked.on_disk == WORDS


def test_the_fresh_process_is_told_the_folder_and_nothing_else(locked: Locked) -> None:
    assert locked.command[:3] == ["-m", "app", "--home"]
    assert len(locked.command) == 4
    assert not any(words in locked.surroundings for words in (PASSPHRASE, *WORDS.values()))
    assert not any("vault." in file for file in locked.open_files)

"""Locking loses nothing, and leaves no key and no content in the memory of any process of ours."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from larkrise import Laptop, by_hand, new_office

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage import drafts, keys
from app.storage.vault import open_vault

HERE = Path(__file__).parent
MARKED = "quillfeather"
PASSPHRASE = "marzipan otterbox tumbleweed lampshade crinkle"  # noqa: S105 - opens nothing but this test's vault
STEP = "d1.speech"
PIECE = 1 << 20
GONE_SECONDS = 10.0


@dataclass(frozen=True)
class Locked:
    """What was seen: titles, what stood in memory before and after, how long the old process took to go."""

    titles: tuple[str, ...]
    before: frozenset[str]
    after: frozenset[str]
    old_is_gone: bool
    seconds: float
    kept: str


def in_memory(pid: int, secrets: dict[str, bytes]) -> frozenset[str]:
    """Return which of the secrets stand in a process's memory, as UTF-8, as the text of a window, or as raw bytes."""
    found: set[str] = set()
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            start, end = (int(part, 16) for part in line.split()[0].split("-"))
            if line.split()[1].startswith("rw"):
                found |= in_region(memory.fileno(), start, end, secrets)
    return frozenset(found)


def in_region(memory: int, start: int, end: int, secrets: dict[str, bytes]) -> set[str]:
    """Return which of the secrets stand in one mapped region."""
    found: set[str] = set()
    tail = b""
    for place in range(start, end, PIECE):
        try:
            piece = tail + os.pread(memory, min(PIECE, end - place), place)
        except OSError:
            return found
        found |= {name for name, secret in secrets.items() if secret in piece}
        tail = piece[-200:]
    return found


def spelled(secrets: dict[str, str]) -> dict[str, bytes]:
    """Return each secret as the bytes it would stand in memory as."""
    return {
        f"{name} ({code})": words.encode(code) for name, words in secrets.items() for code in ("utf-8", "utf-16-le")
    }


def prepared(home: Path) -> tuple[Path, EpisodeId]:
    """Return the folder of an enrolled vault under the marked passphrase, and a family on it that agreed to start."""
    folder = home / "vaults" / "place"
    jo = Laptop.new(folder, by_hand(new_office(home / "office"), "practitioner"))
    visit = jo.visit()
    visit.start()
    jo.vault.change_passphrase(PASSPHRASE, keys.ONLY_FOR_TESTS)
    jo.vault.lock()
    return folder, visit.episode


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Locked:
    """Lock a laptop in the middle of a word, and look into every process there is before and after."""
    home = tmp_path_factory.mktemp("locking")
    folder, episode = prepared(home)
    vault_key = keys.unlock(keys.read_keys(folder / "vault.keys"), PASSPHRASE)
    secrets = spelled({"passphrase": PASSPHRASE, "text": MARKED}) | {"vault key": vault_key}
    command = [sys.executable, str(HERE / "keyholder.py"), str(home), episode, STEP]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as program:
        hear, tell = lines_of(program)
        first = hear().split()
        typed = tell(f"{PASSPHRASE}\n{MARKED}")
        before, started = in_memory(program.pid, secrets), time.monotonic()
        fresh = tell("lock").split()
        program.wait(GONE_SECONDS)
        seconds, after = time.monotonic() - started, in_memory(int(fresh[0]), secrets)
        os.kill(int(fresh[0]), signal.SIGKILL)
    titles = (first[1], typed, fresh[1])
    return Locked(titles, before, after, program.returncode == 0, seconds, kept_in(folder, episode))


def lines_of(program: subprocess.Popen[str]) -> tuple[Callable[[], str], Callable[[str], str]]:
    """Return how to hear a line from a program, and how to tell it something and hear its answer."""
    told, said = program.stdin, program.stdout
    assert told is not None
    assert said is not None

    def hear() -> str:
        return said.readline().strip()

    def tell(words: str) -> str:
        told.write(words + "\n")
        told.flush()
        return hear()

    return hear, tell


def kept_in(folder: Path, episode: EpisodeId) -> str:
    """Return what stands on the disk in the box that was typed into."""
    vault = open_vault(folder, PASSPHRASE)
    with vault.transaction() as tx:
        draft = drafts.find(tx, episode, RecordKind.ASSESSMENT)
        kept = drafts.answers(tx, draft.draft).get(f"{STEP}.needs", "") if draft is not None else ""
    vault.lock()
    return str(kept)


def test_the_old_process_ends_itself_and_a_fresh_window_stands(locked: Locked) -> None:
    assert locked.old_is_gone
    assert locked.titles == ("eCAF", "eCAF", "eCAF")


def test_everything_typed_up_to_the_lock_is_on_the_disk(locked: Locked) -> None:
    assert locked.kept == MARKED + "!"


def test_no_process_of_ours_holds_a_key_or_a_word_after_the_lock(locked: Locked) -> None:
    assert "vault key" in locked.before  # the control: this search finds what is there
    assert any(name.startswith("text") for name in locked.before)
    assert locked.after == frozenset()

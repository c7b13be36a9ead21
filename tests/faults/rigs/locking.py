"""Locks a laptop on one screen after another, and looks into the memory of every process of ours that lives on."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from households import grid, identity_of, visited
from larkrise import AGREED_TO_SHARE, PASSPHRASE, Laptop, by_hand, new_office
from memory import as_kept, found_in

from app.clock import SystemClock
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.operations.keeping_keys import keep_recovery_code
from app.storage import asking, keys
from app.storage.recovery_code import new_code, private_key_of, read_code
from authority.office import ESCROW_KEYS, Office
from protocol.codec import encode
from rigs.killing import FAULTS, ROOT
from rigs.screens import EARLY, OURS

NAME = "Zephyrine Featherby"
WRITTEN = "Zephyrine counts herons on the weir"
PIECE, PIECES = 48, 40
"""A PDF is looked for by this many pieces of so many bytes each, from its beginning to its end."""


@dataclass(frozen=True)
class Home:
    """One laptop, a place on it, and the families there."""

    folder: Path
    writing: EpisodeId
    signed: EpisodeId
    code: str
    office: Office

    @classmethod
    def new(cls, folder: Path) -> Home:
        """Return a laptop with a family that is ready to sign and one that has signed."""
        office = new_office(folder / "office")
        laptop = Laptop.new(folder / "home" / "vaults" / "place", by_hand(office, "practitioner"))
        families = [laptop.visit() for _ in range(2)]
        for visit, name in zip(families, ("mason-reid", "noah-marsh"), strict=True):
            visit.write({**visited("mason-reid"), **identity_of(name), EARLY: WRITTEN})
            visit.write(dict(zip(("id.given", "id.family"), NAME.split(), strict=True)))
            visit.start()
            visit.write({**AGREED_TO_SHARE, **grid("mason-reid")}, RecordKind.SHARING)
        families[1].sign()
        code = new_code()
        keep_recovery_code(laptop.vault, code, "practitioner", SystemClock())
        laptop.vault.lock()
        return cls(folder / "home", families[0].episode, families[1].episode, code, office)

    @property
    def place(self) -> Path:
        """The folder of the one place."""
        return self.folder / "vaults" / "place"

    @cached_property
    def secrets(self) -> dict[str, tuple[bytes, ...]]:
        """Everything that no process may know after a lock, in each way it is kept."""
        file = keys.read_keys(self.place / "vault.keys")
        vault_key = keys.unlock(file, PASSPHRASE)
        raw = {
            "vault key": vault_key,
            "database key": keys.database_key(file, vault_key),
            "key of the device's secrets": keys.inner_key(file, vault_key),
            "witness key": keys.witness_key(file, vault_key),
            "key of the recovery code": private_key_of(read_code(self.code)).private_bytes_raw(),
        }
        kept = {name: (key, *as_kept(key.hex()), *as_kept(key.hex().upper())) for name, key in raw.items()}
        words = {"passphrase": PASSPHRASE, "recovery code": self.code, "child's name": NAME, "written words": WRITTEN}
        return kept | {name: as_kept(text) for name, text in words.items()}


@dataclass(frozen=True)
class Lock:
    """What was seen of one visit that ended in a lock."""

    screen: str
    shown: frozenset[str]
    """The names of what stood on the screen or was typed."""
    before: frozenset[str]
    """What stood in memory while the vault was open: the control. Empty where nobody looked."""
    seconds: float
    exit_code: int
    left: tuple[int, ...]
    """The processes of ours that live on."""
    after: frozenset[str]
    command: tuple[str, ...]
    surroundings: str
    open_files: tuple[str, ...]


class Locksmith:
    """Works one laptop after another, each a copy of the first, and locks it."""

    def __init__(self, process: subprocess.Popen[str], home: Home, place: Path) -> None:
        self._process, self._first, self._place = process, home, place

    @contextmanager
    def at_work(self, screen: str, words: str, late: str) -> Iterator[tuple[Home, dict[str, Any]]]:
        """Work on a screen of a fresh copy of the laptop; yield the laptop, and what the process says of itself."""
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._first.folder, self._place / "home")
        home = Home(self._place / "home", self._first.writing, self._first.signed, self._first.code, self._first.office)
        order = {"home": str(home.folder), "screen": screen, "words": words, "late": late}
        about = {"passphrase": PASSPHRASE, "name": NAME, "written": WRITTEN, "code": home.code}
        families = {"writing": str(home.writing), "signed": str(home.signed)}
        files = {"saved": str(self._place / "saved.pdf"), "opened": str(self._answer(home, screen, words))}
        said = self._say(order | about | families | files)
        try:
            yield home, said
        finally:
            for one in (*ours(home.folder), int(said["pid"])):
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)

    def lock(self, screen: str, words: str, late: str, *, control: bool) -> Lock:
        """Work on a screen, look into memory, lock, and look into the memory of what is left."""
        with self.at_work(screen, words, late) as (home, said):
            pid, shown = int(said["pid"]), dict(said["shown"])
            wanted = self._first.secrets | {name: as_kept(text) for name, text in shown.items()}
            wanted |= {"words typed": as_kept(words), "late words": as_kept(late)}
            wanted |= pieces_of(self._place / "saved.pdf")
            before = found_in(pid, wanted) if control else set()
            exit_code, seconds = self.let_lock(home)
            left = ours(home.folder)
            after = set().union(*(found_in(one, wanted) for one in left))
            fresh = Path(f"/proc/{left[0]}")
            return Lock(
                screen,
                frozenset(shown),
                frozenset(before),
                seconds,
                exit_code,
                tuple(left),
                frozenset(after),
                tuple((fresh / "cmdline").read_text(encoding="utf-8").split("\0")[1:-1]),
                (fresh / "environ").read_text(encoding="utf-8"),
                tuple(open_files(fresh)),
            )

    def let_lock(self, home: Home) -> tuple[int, float]:
        """Say to go on and lock, and wait for the fresh window; return how the process ended, in how many seconds."""
        assert self._say() == {"locking": True}
        began = time.monotonic()
        exit_code = int(self._heard()["code"])
        seconds = time.monotonic() - began
        wait_until(lambda: bool(ours(home.folder)))
        wait_until(lambda: all(map(has_window, ours(home.folder))))
        return exit_code, seconds

    def _answer(self, home: Home, screen: str, words: str) -> Path:
        """Have the key holders asked and their answer here, where that is the way in."""
        path = self._place / "answer.json"
        if screen == "holders' answer":
            request = asking.ask(home.place, words, keys.ONLY_FOR_TESTS)
            key = ESCROW_KEYS[0]
            codes = {seat: home.office.codes[key][seat] for seat in "BC"}
            path.write_bytes(encode(home.office.answer_request(request, key, codes)))
        return path

    def _say(self, order: Mapping[str, str] | None = None) -> dict[str, Any]:
        """Give an order, or say to go on, and return the answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps(order) if order is not None else 'go on'}\n")
        self._process.stdin.flush()
        return self._heard()

    def _heard(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        return said


@contextmanager
def locksmith(folder: Path) -> Iterator[Locksmith]:
    """Yield somebody who locks laptops in ``folder``; at the end no process of theirs is left."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{FAULTS}", "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, str(FAULTS / "lockable.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=ROOT,
    )
    try:
        yield Locksmith(process, Home.new(folder / "first"), folder / "locked")
    finally:
        process.kill()
        process.communicate()


def pieces_of(pdf: Path) -> dict[str, tuple[bytes, ...]]:
    """Return pieces of a saved PDF to be looked for; nothing where none was saved."""
    if not pdf.exists():
        return {}
    written = pdf.read_bytes()
    step = max(len(written) // PIECES, PIECE)
    return {"bytes of the PDF": tuple(written[at : at + PIECE] for at in range(PIECE, len(written) - PIECE, step))}


def ours(home: Path) -> list[int]:
    """Return every living process that was started with this home folder, or by one that was."""
    mark = f"{OURS}={home}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = {*(folder / "cmdline").read_bytes().split(b"\0"), *(folder / "environ").read_bytes().split(b"\0")}
            if str(home).encode() in words or mark in words:
                found.append(int(folder.name))
    return found


def open_files(process: Path) -> Iterator[str]:
    """Yield what a process has open; it may close something meanwhile."""
    for link in (process / "fd").iterdir():
        with suppress(FileNotFoundError):
            yield str(link.readlink())


def has_window(process: int) -> bool:
    """Say whether a process has come as far as its window."""
    return "libqoffscreen" in Path(f"/proc/{process}/maps").read_text(encoding="utf-8")


def wait_until(holds: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)

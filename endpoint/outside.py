"""What lies beside the database and outside every backup: its epoch, and what was erased, given and verified."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from endpoint.accounts import Course
from endpoint.settings import POLICY_DAYS, RECEIPT_KEY
from endpoint.storage.given import KINDS, Given
from protocol.codec import convert, decode, encode, parse
from protocol.keeping import SignedErased
from protocol.messages import Message
from protocol.problems import Refused


class Pruned(Message, frozen=True):
    """What was erased of the audit: when, of before which day, the head after it, and which lines of before stayed."""

    at: str
    before: str
    head: str
    kept: tuple[str, ...]


@dataclass(frozen=True)
class Outside:
    """The files of one endpoint that no restore ever takes back to an earlier day."""

    folder: Path

    @property
    def _epoch_file(self) -> Path:
        return self.folder / "store-epoch"

    @property
    def _log_file(self) -> Path:
        return self.folder / "erasures.log"

    @property
    def _given_file(self) -> Path:
        return self.folder / "given.log"

    @property
    def _verified_file(self) -> Path:
        return self.folder / "verified.json"

    @property
    def _pruned_file(self) -> Path:
        return self.folder / "pruned.json"

    @property
    def _courses_file(self) -> Path:
        return self.folder / "courses"

    @property
    def _policy_file(self) -> Path:
        return self.folder / "policy-days"

    def epoch(self) -> str:
        """Return the epoch the store had last; empty where none was ever written."""
        return self._epoch_file.read_text(encoding="ascii").strip() if self._epoch_file.exists() else ""

    def write_epoch(self, epoch: str) -> None:
        """Write the store's epoch, whole or not at all."""
        _replace(self._epoch_file, epoch.encode() + b"\n")

    def write_receipt_key(self, text: str) -> None:
        """Put a new receipt key in the place of the one before, whole or not at all."""
        _replace(self.folder / RECEIPT_KEY, text.encode() + b"\n")

    def log_erased(self, words: tuple[SignedErased, ...]) -> None:
        """Add words to the erasure log; they are on the disk when this returns, before the store hears of them."""
        _append(self._log_file, b"".join(encode(word) + b"\n" for word in words))

    def erased(self) -> Iterator[SignedErased]:
        """Yield each word of the erasure log; a line that a power cut left half is no word, and was never answered."""
        for line in _lines(self._log_file):
            with suppress(Refused):
                yield decode(line, SignedErased)

    def log_given(self, one: Given, at: str) -> None:
        """Write down what an authority or a new device gave, so that no restore forgets it."""
        _append(self._given_file, encode({"at": at, "kind": type(one).__name__, "given": one}) + b"\n")

    def given(self) -> Iterator[tuple[str, Given]]:
        """Yield what was given, with when, in its order."""
        for line in _lines(self._given_file):
            with suppress(Refused, KeyError):
                said = parse(line)
                yield said["at"], convert(said["given"], KINDS[said["kind"]])

    def courses(self) -> tuple[Course, ...]:
        """Return the courses that everybody needed when it was served last; none where it never was."""
        said = self._courses_file.read_text(encoding="ascii").split() if self._courses_file.exists() else []
        return tuple(Course(one) for one in said)

    def write_courses(self, needed: Sequence[Course]) -> None:
        """Write the courses that everybody needs, whole or not at all."""
        _replace(self._courses_file, " ".join(needed).encode() + b"\n")

    def policy_days(self) -> int:
        """Return for how many days it counted, when it was served last, that somebody accepted the use policy."""
        return int(self._policy_file.read_text(encoding="ascii")) if self._policy_file.exists() else POLICY_DAYS

    def write_policy_days(self, days: int) -> None:
        """Write for how many days that counts, whole or not at all."""
        _replace(self._policy_file, f"{days}\n".encode())

    def pruned(self) -> Pruned | None:
        """Return what was erased of the audit last; None where nothing ever was."""
        return decode(self._pruned_file.read_bytes(), Pruned) if self._pruned_file.exists() else None

    def write_pruned(self, pruned: Pruned) -> None:
        """Write what was erased of the audit, whole or not at all."""
        _replace(self._pruned_file, encode(pruned))

    def verified(self) -> dict[str, int]:
        """Return for each epoch up to which place a verified backup holds what was taken."""
        if not self._verified_file.exists():
            return {}
        found: dict[str, int] = json.loads(self._verified_file.read_bytes())["verified"]
        return found

    def write_verified(self, verified: Mapping[str, int], at: str) -> None:
        """Write what the newest verified backup holds."""
        _replace(self._verified_file, json.dumps({"verified": dict(verified), "at": at}).encode())


def _append(file: Path, lines: bytes) -> None:
    """Add whole lines; behind a line that a power cut left half, a new one is begun."""
    with open(file, "ab+", opener=_private) as log:
        size = log.seek(0, os.SEEK_END)
        log.seek(max(0, size - 1))
        log.write(lines if log.read() in {b"", b"\n"} else b"\n" + lines)
        _put_on_the_disk(log)


def _lines(file: Path) -> list[bytes]:
    return [line for line in file.read_bytes().split(b"\n") if line] if file.exists() else []


def _replace(file: Path, content: bytes) -> None:
    beside = file.with_suffix(".new")
    with open(beside, "wb", opener=_private) as new:
        new.write(content)
        _put_on_the_disk(new)
    beside.replace(file)
    _keep_name(file)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _put_on_the_disk(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _keep_name(file: Path) -> None:
    """Put the file's name on the disk, too; Windows has no such call and keeps it with the file."""
    if sys.platform == "win32":
        return
    handle = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

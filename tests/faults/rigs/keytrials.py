"""Tries key files nobody with the key wrote: with the passphrase's result supplied, and whole, on a vault's folder.

None may open, and none may do anything but say in words what is wrong, soon and with little memory.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from unittest.mock import patch

from larkrise import PASSPHRASE

from app.errors import Trouble
from app.storage import keys, recovery_code, slots
from app.storage.folder import KEYS
from app.storage.vault import create_vault, open_vault
from protocol.escrow import EscrowKey
from rigs.keyfuzz import Mutator

HANGS_AFTER_SECONDS = 5.0
HANGS_WHOLE_SECONDS = 60.0
"""A whole one may ask for as much work as the dearest passphrase anybody may have; the machine is a slow one."""
MOST_BYTES = 768 * 1024 * 1024
"""What trying one whole may take above what is in use: more is refused by the system, as on a small laptop."""
_OPENERS = ("passphrase", "passphrase", "passphrase", "recovery code", "vault key")


class Hung(BaseException):
    """It went on too long. No ``Exception``: nothing may take it for something that was wrong with the file."""


@dataclass
class Trials:
    """What came of key files tried; all but the first and the last must stay nought."""

    tried: int = 0
    opened: int = 0
    crashed: int = 0
    hung: int = 0
    changed_something: int = 0
    said_wrong_passphrase: int = 0

    @property
    def harm(self) -> int:
        """How often something was wrong."""
        return self.opened + self.crashed + self.hung + self.changed_something

    def as_figures(self) -> dict[str, int]:
        """Return the figures by name."""
        return asdict(self)


@dataclass(frozen=True)
class Sources:
    """Whole key files to make others from, the first of which is to be opened, and all that opens that one."""

    files: tuple[bytes, ...]
    sealing_key: bytes
    code: str
    vault_key: bytes

    @classmethod
    def new(cls) -> Sources:
        """Make them: of one vault at several times of its life, and of two others."""
        code, escrow = recovery_code.new_code(), EscrowKey.generate()[0].public_text()
        vault_key, first = keys.new_keys(PASSPHRASE, keys.ONLY_FOR_TESTS)
        with_code = keys.with_recovery(first, vault_key, code, "office")
        held = keys.with_escrow(with_code, vault_key, {"north": escrow})
        newest_key, newest = keys.next_epoch(held, vault_key, PASSPHRASE, keys.ONLY_FOR_TESTS)
        other_key, other = keys.new_keys(PASSPHRASE, keys.ONLY_FOR_TESTS)
        others = keys.with_recovery(other, other_key, recovery_code.new_code(), "practitioner")
        _, stranger = keys.new_keys("quite other words than those", keys.ONLY_FOR_TESTS)
        (slot,) = newest.of_type("passphrase")
        sealing_key = slots.stretched(slots.known_slot(slot, slots.PassphraseSlot), PASSPHRASE)
        files = tuple(keys.to_bytes(file) for file in (newest, held, with_code, first, others, stranger))
        return cls(files, sealing_key, code, newest_key)


Report = Callable[[bytes, BaseException | None], None]
"""Told of each file that did what it must not, and what was raised."""


def try_supplied(sources: Sources, seed: str, count: int, report: Report) -> Trials:
    """Try so many with what the passphrase would give supplied: as if whoever made them knew it."""
    made, trials = Mutator(sources.files, Random(seed)), Trials()
    openers = {
        "passphrase": keys.with_passphrase(PASSPHRASE),
        "recovery code": keys.with_recovery_code(sources.code),
        "vault key": keys.with_vault_key(sources.vault_key),
    }
    with patch.object(slots, "stretched", lambda _slot, _passphrase: sources.sealing_key):
        for number in range(count):
            written, opener = made.next(), openers[_OPENERS[number % len(_OPENERS)]]
            _try(trials, written, lambda: opener(keys.parse_keys(written)), HANGS_AFTER_SECONDS, report)  # noqa: B023 -- called before the next
    return trials


def try_whole(folder: Path, seed: str, count: int, report: Report) -> Trials:
    """Try so many in the place of a real vault's key file, by its passphrase; not one byte may change by it."""
    create_vault(folder, PASSPHRASE, keys.ONLY_FOR_TESTS).lock()
    sources = Sources.new()
    own = (folder / KEYS).read_bytes()
    made, trials = Mutator((own, *sources.files), Random(seed)), Trials()
    with _little_memory():
        for _ in range(count):
            written = made.next()
            (folder / KEYS).write_bytes(written)
            before = _hashes(folder)
            _try(trials, written, lambda: open_vault(folder, PASSPHRASE).lock(), HANGS_WHOLE_SECONDS, report)
            trials.changed_something += int(_hashes(folder) != before)
    (folder / KEYS).write_bytes(own)
    open_vault(folder, PASSPHRASE).lock()
    return trials


def _try(trials: Trials, written: bytes, do: Callable[[], object], seconds: float, report: Report) -> None:
    trials.tried += 1
    try:
        with _at_most(seconds):
            do()
    except Trouble as trouble:
        trials.said_wrong_passphrase += int(type(trouble).__name__ == "WrongPassphrase")
    except Hung as hung:
        trials.hung += 1
        report(written, hung)
    except BaseException as fault:  # noqa: BLE001 -- whatever it is, it is no trouble in words
        trials.crashed += 1
        report(written, fault)
    else:
        trials.opened += 1
        report(written, None)


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def watching_for_hangs() -> Iterator[None]:
    """Raise ``Hung`` in the middle of whatever takes too long."""

    def hang(*_: object) -> None:
        raise Hung

    before = signal.signal(signal.SIGALRM, hang)
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _little_memory() -> Iterator[None]:
    import resource  # here, for Windows has none, and these trials are skipped there

    before = resource.getrlimit(resource.RLIMIT_AS)
    in_use = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (in_use + MOST_BYTES, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.is_file()}

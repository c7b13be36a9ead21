"""Flips bytes of a locked vault's files, and puts older ones of them back; says whether the program notices.

Noticed is: it does not open and says why, or it opens and a sign says what was put back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from larkrise import PASSPHRASE

from app.errors import Trouble
from app.sealing.envelopes import sealed_part
from app.storage import audit, keys, outbox, sync_state
from app.storage.folder import DATABASE, KEYS
from app.storage.soundness import lost_files
from app.storage.vault import Vault, open_vault
from app.storage.witness import Witness
from protocol.envelope import check_sender, unpack
from protocol.problems import Refused
from rigs.acts import NEW_PASSPHRASE
from rigs.desk import Desk, opened

JOURNAL, WITNESS = f"{DATABASE}-wal", "vault.witness"
PAGE = 4096
_AT = datetime(2026, 11, 2, 11, 0, tzinfo=UTC)


@dataclass
class Noticed:
    """How often something was tried, and how often it was not noticed, which must stay nought."""

    tried: int = 0
    missed: int = 0

    def note(self, *, noticed: bool) -> None:
        """Count one more."""
        self.tried += 1
        self.missed += int(not noticed)

    def as_figures(self) -> dict[str, int]:
        """Return the figures by name."""
        return asdict(self)


def places(path: Path, every: int, lot: Random) -> range:
    """Return which bytes of a file are flipped: every so many, from one by lot."""
    return range(lot.randrange(every), path.stat().st_size, every)


def key_file_flipped(desk: Desk, every: int, lot: Random) -> Noticed:
    """Flip bytes of the key file, one at a time, and read it."""
    path, found = desk.folder / KEYS, Noticed()
    for _ in flipped(path, places(path, every, lot), lot):
        found.note(noticed=_raises(lambda: keys.read_keys(path)))
    return found


def sealed_copies_flipped(desk: Desk, every: int, lot: Random) -> Noticed:
    """Flip bytes of each sealed copy, one at a time, and look at it as the check of everything and a receiver do.

    That is without opening it: most are sealed to others alone. The header's signature holds, and the rest is what the
    outbox says.
    """
    laptop, found = opened(desk.folder), Noticed()
    with laptop.vault.transaction() as tx:
        expected = outbox.hashes(tx)
    signing = laptop.workplace.certificate.keys.signing
    for path in sorted(laptop.vault.sealed.glob("*.ecaf")):
        only = {path.name: expected[path.name]}
        for _ in flipped(path, places(path, every, lot), lot):
            is_lost = bool(lost_files(laptop.vault.sealed, only, sealed_part))
            found.note(noticed=is_lost or _raises(lambda path=path: _check_header(path, signing)))  # type: ignore[misc]
    laptop.vault.lock()
    return found


def _check_header(path: Path, signing: str) -> None:
    signed, _ = unpack(path.read_bytes())
    check_sender(signed, signing)


def database_flipped(desk: Desk, every: int, lot: Random) -> Noticed:
    """Flip bytes of the database, one at a time, and open it whole."""
    found, file = Noticed(), keys.read_keys(desk.folder / KEYS)
    vault_key, witness = keys.unlock(file, PASSPHRASE), (desk.folder / WITNESS).read_bytes()
    for _ in flipped(desk.folder / DATABASE, places(desk.folder / DATABASE, every, lot), lot):
        found.note(noticed=_is_noticed(lambda: Vault(desk.folder, file, vault_key)))
        _tidy(desk.folder, witness)
    return found


def database_flipped_as_witnessed(desk: Desk, every: int, lot: Random) -> Noticed:
    """Flip bytes of the database, one at a time, and compare as the witness does at each opening; it opens nothing."""
    found, file = Noticed(), keys.read_keys(desk.folder / KEYS)
    key = keys.witness_key(file, keys.unlock(file, PASSPHRASE))
    path = desk.folder / DATABASE
    for _ in flipped(path, places(path, every, lot), lot):
        witness = Witness(desk.folder, path, key, file.mac)
        found.note(noticed=witness._found != witness._mark.pages)
        witness.give_up()
    return found


def flipped(path: Path, at: range, lot: Random) -> Iterator[int]:
    """Flip one bit of each of these bytes, one byte at a time; each is right again before the next."""
    whole = path.read_bytes()
    for place in at:
        number = os.open(path, os.O_WRONLY)
        try:
            os.pwrite(number, bytes([whole[place] ^ 1 << lot.randrange(8)]), place)
            yield place
            os.pwrite(number, whole[place : place + 1], place)
        finally:
            os.close(number)
        if path.stat().st_size != len(whole):  # it was opened, and something was written
            path.write_bytes(whole)
    path.write_bytes(whole)


def put_back(desk: Desk, place: Path, count: int, lot: Random) -> dict[str, Noticed]:
    """Work on in a vault, keep what stood on the disk now and then, and put parts back; return each way's tally."""
    lives = list(_lives(desk, place / "lives"))
    ways: dict[str, Callable[[Path, Path, Random], bool]] = {
        "a page of the database": _put_page,
        "the database": _put(DATABASE),
        "the database and its journal": _put(DATABASE, JOURNAL),
        "the journal": _put(JOURNAL),
        "the witness": _put(WITNESS),
        "the key file": _put(KEYS),
        "the end of the journal cut off": _cut_journal,
        "a byte of the journal": _flip_journal,
    }
    found = {way: Noticed() for way in ways}
    for number in range(count):
        way = list(ways)[number % len(ways)]
        older, newer = sorted(lot.sample(range(len(lives)), 2))
        at = place / "put back"
        shutil.rmtree(at, ignore_errors=True)
        shutil.copytree(lives[newer], at)
        if ways[way](lives[older], at, lot):
            found[way].note(noticed=_is_noticed(lambda: _opened_by_either(at)))  # noqa: B023 -- called before the next
    return found


def _lives(desk: Desk, place: Path) -> Iterator[Path]:
    """Yield copies of a vault from moments of its life: locked, and as a kill would leave it."""
    passphrase = PASSPHRASE
    for life in range(6):
        vault = open_vault(desk.folder, passphrase)
        for number in range(3):
            with vault.transaction() as tx:
                sync_state.write(tx, f"row {number}", f"{life} " * 1_500)
                audit.write(tx, audit.Act.VIEWED, f"{life} {number}", _AT)
        if life == 3:
            vault.change_passphrase(passphrase := NEW_PASSPHRASE, keys.ONLY_FOR_TESTS)
        yield Path(shutil.copytree(desk.folder, place / f"killed {life}"))
        vault.lock()
        yield Path(shutil.copytree(desk.folder, place / f"locked {life}"))


def _put(*names: str) -> Callable[[Path, Path, Random], bool]:
    def put(older: Path, at: Path, _lot: Random) -> bool:
        """Put back these files as they were, and say whether that changed anything."""
        before = [_content(at / name) for name in names]
        for name in names:
            (at / name).unlink(missing_ok=True)
            if (older / name).exists():
                shutil.copy(older / name, at / name)
        return before != [_content(at / name) for name in names]

    return put


def _put_page(older: Path, at: Path, lot: Random) -> bool:
    before, after = _content(older / DATABASE), bytearray(_content(at / DATABASE))
    starts = range(0, min(len(before), len(after)), PAGE)
    changed = [start for start in starts if before[start : start + PAGE] != after[start : start + PAGE]]
    if not changed:
        return False
    start = lot.choice(changed)
    after[start : start + PAGE] = before[start : start + PAGE]
    (at / DATABASE).write_bytes(after)
    return True


def _cut_journal(_older: Path, at: Path, lot: Random) -> bool:
    content = _content(at / JOURNAL)
    if not content:
        return False
    (at / JOURNAL).write_bytes(content[: lot.randrange(len(content))])
    return True


def _flip_journal(_older: Path, at: Path, lot: Random) -> bool:
    content = bytearray(_content(at / JOURNAL))
    if not content:
        return False
    content[lot.randrange(len(content))] ^= 1 << lot.randrange(8)
    (at / JOURNAL).write_bytes(content)
    return True


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _opened_by_either(at: Path) -> Vault:
    try:
        return open_vault(at, PASSPHRASE)
    except Trouble:
        return open_vault(at, NEW_PASSPHRASE)


def _is_noticed(open_it: Callable[[], Vault]) -> bool:
    try:
        vault = open_it()
    except Trouble:
        return True
    signs = vault.signs
    vault._unlocked.detach()
    vault._connection.close()
    vault._witness.give_up()
    return bool(signs)


def _raises(read: Callable[[], object]) -> bool:
    try:
        read()
    except (Trouble, Refused):
        return True
    return False


def _tidy(folder: Path, witness: bytes) -> None:
    (folder / WITNESS).write_bytes(witness)
    (folder / JOURNAL).unlink(missing_ok=True)

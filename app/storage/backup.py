"""A backup: one file that holds a whole vault, sealed as the vault is; read back before it is called done.

Format ``ecaf-backup/1``: a ZIP archive, nothing pressed, of ``vault.keys``, ``vault.db`` (a consistent copy), the files
of ``sealed/`` (those set aside there too) and ``backup.json``, which names each file's hash and each table's rows under
a MAC of the vault key. It opens with the words of the day it was made; no word of it stands in the clear, and nothing
is unpacked that it does not name.
"""

import errno
import os
import re
import shutil
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Literal

import msgspec

from app.storage import keys, sealed
from app.storage.files import PRIVATE_FILE, make_private, sync_folder, write_durably
from app.storage.folder import DATABASE, KEYS, SEALED, holds_vault
from app.storage.keys import KeyFile, Opener
from app.storage.soundness import Progress, go_on
from app.storage.troubles import (
    CopyNotTheSame,
    KeyFileDamaged,
    NotARealBackup,
    Stopped,
    VaultAlreadyHere,
    VaultDamaged,
    in_plain_words,
)
from app.storage.vault import Vault

_LIST = "backup.json"
_MOST_FILES = 100_000
_MOST_LIST_BYTES = 64 * 1024 * 1024
_PIECE = 1024 * 1024
_ASIDE = f"{SEALED}/{sealed.ASIDE}"
_SEALED_FILE = re.compile(rf"({SEALED}|{_ASIDE})/[A-Za-z0-9-]{{1,64}}\.ecaf")


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``backup.json`` says: which vault, when (ISO 8601, UTC), each file's SHA-256, each table's rows."""

    fmt: Literal["ecaf-backup/1"]
    vault: str
    made_at: str
    files: dict[str, str]
    rows: dict[str, int]
    mac: str = ""


@dataclass(frozen=True)
class Backup:
    """A backup that was read back whole: when it was made, its files and its bytes."""

    made_at: str
    files: int
    size: int


def write_backup(vault: Vault, to: Path, made_at: str, progress: Progress = go_on) -> Backup:
    """Write a backup of an open vault to ``to``, and read it back: it gets its name only when it is whole.

    Raises ``CopyNotTheSame``, ``Stopped``, ``DiskFull`` or ``DiskTrouble``; what was at ``to`` before is still there.
    """
    part, copy = to.with_name(to.name + ".part"), vault.folder / f"{DATABASE}.copy"
    try:
        rows = vault.copy_database(copy, lambda done: progress(done * 0.3))
        members = _members(vault, copy)
        hashes = {name: _hash(path) for name, path in members.items()}
        listed = Listed("ecaf-backup/1", vault.vault_id, made_at, hashes, rows)
        listed = msgspec.structs.replace(listed, mac=vault.mac_of(_covered(listed), "backup"))
        with in_plain_words():
            _write(part, members, msgspec.json.encode(listed), lambda done: progress(0.3 + done * 0.3))
        _prove(part, copy, listed, vault, lambda done: progress(0.6 + done * 0.4))
        with in_plain_words():
            part.replace(to)
            sync_folder(to.parent)
    finally:
        for path in (part, copy):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return Backup(made_at, len(members), to.stat().st_size)


def _members(vault: Vault, copy: Path) -> dict[str, Path]:
    files = (path for place in (SEALED, _ASIDE) for path in sorted((vault.folder / place).glob("*.ecaf")))
    return {
        KEYS: vault.folder / KEYS,
        DATABASE: copy,
        **{path.relative_to(vault.folder).as_posix(): path for path in files},
    }


def _write(part: Path, members: dict[str, Path], listed: bytes, progress: Progress) -> None:
    handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, strict_timestamps=False) as archive:
            for done, (name, path) in enumerate(members.items()):
                with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member, path.open("rb") as source:
                    shutil.copyfileobj(source, member, _PIECE)
                _ask(progress, done / len(members))
            archive.writestr(zipfile.ZipInfo(_LIST), listed)
        file.flush()
        os.fsync(file.fileno())


def _prove(part: Path, copy: Path, listed: Listed, vault: Vault, progress: Progress) -> None:
    """Read the whole file back: each member's bytes, and the database in it opened, checked and counted."""
    try:
        with _archive(part) as (archive, found):
            if found != listed:
                raise CopyNotTheSame
            _unpack(archive, listed, {DATABASE: copy}, lambda done: progress(done * 0.5))
    except NotARealBackup:
        raise CopyNotTheSame from None
    if vault.count_in(copy, progress) != listed.rows:
        raise CopyNotTheSame


def read_backup(path: Path, opener: Opener, into: Path, progress: Progress = go_on) -> Vault:
    """Bring a vault back from a backup into a new folder, and return it open: every byte and row was compared.

    Raises ``NotARealBackup``, what ``opener`` raises, ``VaultAlreadyHere``, ``Stopped``, ``DiskFull`` or
    ``DiskTrouble``; nothing is left in ``into`` then.
    """
    if holds_vault(into):
        raise VaultAlreadyHere
    try:
        return _brought_back(path, opener, into, progress)
    except BaseException:
        shutil.rmtree(into, ignore_errors=True)  # nothing stands in it but part of a copy
        raise


def _brought_back(path: Path, opener: Opener, into: Path, progress: Progress) -> Vault:
    with in_plain_words(), _archive(path) as (archive, listed):
        file, vault_key = _opened_keys(archive, listed, opener)
        for folder in (into, into / SEALED, into / _ASIDE):
            make_private(folder)
        places = {name: into / name for name in listed.files if name != KEYS}
        _unpack(archive, listed, places, lambda done: progress(done * 0.7))
    try:
        vault = Vault(into, file, vault_key)
    except VaultDamaged:
        raise NotARealBackup from None
    try:
        _compare(vault.counted(lambda done: progress(0.7 + done * 0.3)), listed.rows)
        with in_plain_words():
            write_durably(into / KEYS, keys.to_bytes(file))  # last of all: now it is a vault
    except BaseException:
        vault.lock()
        raise
    return vault


def _compare(found: dict[str, int], listed: dict[str, int]) -> None:
    if found != listed:
        raise NotARealBackup


def _opened_keys(archive: zipfile.ZipFile, listed: Listed, opener: Opener) -> tuple[KeyFile, bytes]:
    """Return the key file in a backup and its key, which must have written the list too."""
    written = archive.read(KEYS)
    try:
        file = keys.parse_keys(written)
        vault_key = opener(file)
    except KeyFileDamaged:
        raise NotARealBackup from None
    right = keys.mac_of(vault_key, _covered(listed), "backup")
    if file.vault != listed.vault or not keys.same_text(listed.mac, right):
        raise NotARealBackup
    return file, vault_key


@contextmanager
def _archive(path: Path) -> Iterator[tuple[zipfile.ZipFile, Listed]]:
    """Open a backup and hand out the archive and its list. Raises ``NotARealBackup`` for anything else."""
    with _no_other_file(), zipfile.ZipFile(path) as archive:
        yield archive, _list_in(archive)


@contextmanager
def _no_other_file() -> Iterator[None]:
    """Turn all that the archive's own reader makes of other bytes into ``NotARealBackup``."""
    try:
        yield
    except (zipfile.BadZipFile, msgspec.MsgspecError, EOFError, RuntimeError, LookupError, ValueError, struct.error):
        raise NotARealBackup from None
    except OSError as fault:
        if fault.errno == errno.EINVAL:  # it was told to look before the beginning of the file
            raise NotARealBackup from None
        raise


def _list_in(archive: zipfile.ZipFile) -> Listed:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(names) > _MOST_FILES or archive.getinfo(_LIST).file_size > _MOST_LIST_BYTES:
        raise NotARealBackup
    listed = msgspec.json.decode(archive.read(_LIST), type=Listed)
    plain = all(info.compress_type == zipfile.ZIP_STORED for info in infos)
    if sorted(names) != sorted((*listed.files, _LIST)) or not plain or not all(map(_may_be_there, listed.files)):
        raise NotARealBackup
    if not {KEYS, DATABASE} <= listed.files.keys():
        raise NotARealBackup
    return listed


def _may_be_there(name: str) -> bool:
    return name in {KEYS, DATABASE} or bool(_SEALED_FILE.fullmatch(name))


def _unpack(archive: zipfile.ZipFile, listed: Listed, places: dict[str, Path], progress: Progress) -> None:
    """Read every member and compare its hash; write those that have a place."""
    for done, (name, expected) in enumerate(listed.files.items()):
        with archive.open(name) as member:
            found = _copied(member, places.get(name))
        if not keys.same_text(expected, found):
            raise NotARealBackup
        _ask(progress, done / len(listed.files))


def _copied(source: IO[bytes], to: Path | None) -> str:
    hashed = sha256()
    if to is None:
        for piece in _pieces(source):
            hashed.update(piece)
        return hashed.hexdigest()
    handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        for piece in _pieces(source):
            hashed.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return hashed.hexdigest()


def _pieces(source: IO[bytes]) -> Iterable[bytes]:
    while piece := source.read(_PIECE):
        yield piece


def _hash(path: Path) -> str:
    with in_plain_words(), path.open("rb") as file:
        return _copied(file, None)


def _covered(listed: Listed) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(listed, mac=""), order="deterministic")


def _ask(progress: Callable[[float], bool], done: float) -> None:
    if not progress(done):
        raise Stopped

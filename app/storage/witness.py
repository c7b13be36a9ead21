"""What the vault last was, in ``vault.witness`` beside it, so that an older copy or an old page put back is noticed.

The witness may lag behind the database and never runs ahead of it: a crash at any instant raises no alarm. What is
noticed keeps nobody out, and nothing is ever repaired for it (``docs/decisions/0011-a-witness-that-may-lag.md``).
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from hashlib import sha256
from io import FileIO
from pathlib import Path

import msgspec

from app.storage import audit, standing
from app.storage.database import Transaction
from app.storage.files import sync_folder, write_durably
from app.storage.standing import Standing
from app.storage.troubles import VaultInUse

_SLOT_BYTES = 512
"""One sector: a disk writes it whole or not at all."""
_DURABLE_SLOTS, _QUICK_SLOT = 2, 2
_SLOTS = _DURABLE_SLOTS + 1
_READ_BYTES = 1024 * 1024


class Sign(StrEnum):
    """What was noticed: at opening by the witness, or at a sync by the anchor that the endpoint keeps."""

    DATABASE_OLDER = "database-older"
    OTHER_HISTORY = "other-history"
    PAGES_CHANGED = "pages-changed"
    JOURNAL_ADDED = "journal-added"
    WITNESS_OLDER = "witness-older"
    WITNESS_GONE = "witness-gone"
    KEYS_OLDER = "keys-older"
    ANCHOR_BROKEN = "anchor-broken"


class Mark(msgspec.Struct, frozen=True):
    """What one slot says: after ``commits`` commits the audit's newest line was ``n`` with the hash ``head``.

    ``pages`` is the SHA-256 of the database file, empty while its pages are being written; ``journal`` says whether a
    journal may stand beside it; ``signs`` are what was noticed and is not in the audit yet. ``keys`` names the key file
    in use, and while it is being changed the one to come too. The highest ``seq`` counts.
    """

    seq: int = 0
    commits: int = 0
    n: int = 0
    head: str = ""
    pages: str = ""
    journal: bool = False
    signs: tuple[Sign, ...] = ()
    keys: tuple[str, ...] = ()


class Witness:
    """The witness of one vault from its opening to its lock.

    A file that cannot be read or written never stops anything.
    """

    def __init__(self, folder: Path, database: Path, key: bytes, key_file: str) -> None:
        """``key_file`` is the MAC of the key file that has opened the vault."""
        self._path, self._journal = folder / "vault.witness", database.with_name(database.name + "-wal")
        self._key, self._keys = key, (_named(key_file),)
        # Open until after the database is closed: closing any handle of it would give up the locks of this process.
        self._database = database.open("rb", buffering=0)
        self._file: FileIO | None = None
        self._mark = self._read() or Mark()
        self._is_here = self._path.exists() and self._mark.seq > 0
        self._had_journal = _has_content(self._journal)
        self._found = self._pages()
        self._reached = 0

    @property
    def standing(self) -> Standing:
        """Where the vault stands by the newest mark, and the last count that is on the disk."""
        return Standing(self._mark.commits, self._reached, self._mark.n, self._mark.head)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What was noticed and is not in the audit yet."""
        return self._mark.signs

    def begin(self, tx: Transaction) -> None:
        """Compare, once the database is held and before anything is written to it; from then on the mark is ours.

        Raises ``VaultInUse`` when another program wrote the mark in the meantime.
        """
        if (self._read() or Mark()) != self._mark:
            raise VaultInUse
        now = standing.read(tx)
        signs = tuple(dict.fromkeys((*self._mark.signs, *self._noticed(tx, now))))
        self._open_file()
        self._write_durably(now, signs=signs, pages="", journal=True, keys=self._keys)

    def _noticed(self, tx: Transaction, now: Standing) -> Iterator[Sign]:
        mark = self._mark
        if not self._is_here:
            yield from [Sign.WITNESS_GONE] if now.witnessed else []
            return
        if mark.commits < now.witnessed:
            yield Sign.WITNESS_OLDER
        if now.commits < mark.commits or now.n < mark.n:
            yield Sign.DATABASE_OLDER
        elif mark.n and audit.hash_of(tx, mark.n) != mark.head:
            yield Sign.OTHER_HISTORY
        if mark.pages and self._found and mark.pages != self._found:
            yield Sign.PAGES_CHANGED
        if self._had_journal and not mark.journal:
            yield Sign.JOURNAL_ADDED
        if mark.keys and not set(self._keys) <= set(mark.keys):
            yield Sign.KEYS_OLDER

    def settle(self) -> None:
        """Witness the database file as it was found: opening it wrote nothing into it."""
        self._write_durably(pages=self._found)

    def follow(self, now: Standing) -> None:
        """Say how far a commit came, without waiting for the disk: a power cut may lose this, a kill does not."""
        self._write(self._next(now), _QUICK_SLOT)

    def signs_are_kept(self) -> None:
        """Let go of what was noticed: it is in the audit now."""
        self._write_durably(signs=())

    @contextmanager
    def folding(self) -> Iterator[None]:
        """Say that the pages of the database file change, and what they are afterwards."""
        self.unsettle()
        yield
        self._write_durably(pages=self._pages())

    @contextmanager
    def changing_keys(self, key_file: str) -> Iterator[None]:
        """Say which key file comes in the place of the one in use; after a crash in the middle either is right."""
        self._write_durably(keys=(*self._keys, _named(key_file)))
        yield
        self._keys = (_named(key_file),)
        self._write_durably(keys=self._keys)

    def unsettle(self) -> None:
        """Say that the pages of the database file change from now on."""
        self._write_durably(pages="")

    def close(self) -> None:
        """Witness a database that was closed; whoever opened it again in the meantime has the say."""
        if self._is_the_last():
            self._write_durably(pages=self._mark.pages or self._pages(), journal=self._journal_is_left())
        self.give_up()

    def abandon(self) -> None:
        """Let go of a vault that nobody locked: SQLite folds the journal in when the connection is let go of."""
        self.unsettle()
        self.give_up()

    def refuse(self) -> None:
        """Let go of a database that would not open; if closing it folded its journal in, that is no sign of anything.

        SQLite does so even under a wrong key: it moves whole pages and reads none.
        """
        was_whole = bool(self._found) and self._mark.pages == self._found
        if self._file is not None and self._is_the_last():  # it was begun: what stands there now is as it was left
            self._write_durably(pages=self._pages(), journal=self._journal_is_left())
        elif was_whole and self._had_journal and not _has_content(self._journal) and self._is_the_last():
            self._open_file()
            self._write_durably(pages=self._pages())
        self.give_up()

    def _journal_is_left(self) -> bool:
        """Say whether a journal stands there; that one was taken away is put on the disk first, or it may come back."""
        with suppress(OSError):
            sync_folder(self._path.parent)
        return _has_content(self._journal)

    def _is_the_last(self) -> bool:
        last = self._read()
        return last is not None and last.seq == self._mark.seq

    def give_up(self) -> None:
        """Let go of the files and write nothing more."""
        self._database.close()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _next(self, now: Standing | None = None) -> Mark:
        mark = msgspec.structs.replace(self._mark, seq=self._mark.seq + 1)
        return mark if now is None else msgspec.structs.replace(mark, commits=now.commits, n=now.n, head=now.head)

    def _write_durably(self, now: Standing | None = None, **changes: object) -> None:
        mark = msgspec.structs.replace(self._next(now), **changes)
        if self._write(mark, mark.seq % _DURABLE_SLOTS, sync=True):
            self._reached = mark.commits

    def _write(self, mark: Mark, slot: int, *, sync: bool = False) -> bool:
        self._mark = mark
        if self._file is None:
            return False
        try:
            self._file.seek(slot * _SLOT_BYTES)
            self._file.write(self._slot(mark))
            if sync:
                os.fsync(self._file.fileno())
        except OSError:
            self._mark = msgspec.structs.replace(
                mark, seq=mark.seq - 1
            )  # so that what stands there is still known as ours
            return False
        return True

    def _open_file(self) -> None:
        with suppress(OSError):
            if not self._path.exists() or self._path.stat().st_size != _SLOTS * _SLOT_BYTES:
                write_durably(self._path, b" " * _SLOTS * _SLOT_BYTES)
            self._file = self._file or self._path.open("r+b", buffering=0)

    def _read(self) -> Mark | None:
        """Return the newest mark that this vault's key made; none where there is no such file."""
        with suppress(OSError), self._path.open("rb") as file:
            slots = (file.read(_SLOT_BYTES) for _ in range(_SLOTS))
            return max(filter(None, map(self._mark_in, slots)), key=lambda mark: mark.seq, default=None)
        return None

    def _slot(self, mark: Mark) -> bytes:
        body = msgspec.json.encode(mark)
        slot = hmac.digest(self._key, body, "sha256").hex().encode() + b" " + body
        return slot.ljust(_SLOT_BYTES - 1) + b"\n"

    def _mark_in(self, slot: bytes) -> Mark | None:
        mac, _, body = slot.strip().partition(b" ")
        if not hmac.compare_digest(mac, hmac.digest(self._key, body, "sha256").hex().encode()):
            return None
        try:
            return msgspec.json.decode(body, type=Mark)
        except msgspec.MsgspecError:
            return None

    def _pages(self) -> str:
        """Return the hash of the database file; empty where it cannot be read to its end."""
        found = sha256()
        try:
            self._database.seek(0)
            while piece := self._database.read(_READ_BYTES):
                found.update(piece)
        except OSError:
            return ""
        return found.hexdigest()


def _named(mac: str) -> str:
    """Return what the mark calls a key file: 96 bits of its MAC, which nobody can make without its key."""
    return mac[:16]


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0

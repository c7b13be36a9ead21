"""Reads a vault's files as somebody with its passphrase and much patience could: each page, the free ones too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.storage.keys import database_key, read_keys, unlock

PAGE, RESERVED, SALT = 4096, 80, 16
WAL_HEAD, FRAME_HEAD = 32, 24


def bare_pages(seat: Path, passphrase: str) -> bytes:
    """Return every page of the database and of its journal, decrypted and one after the other."""
    file = read_keys(seat / "vault.keys")
    key = database_key(file, unlock(file, passphrase))
    first = (seat / "vault.db").read_bytes()[SALT:PAGE]
    assert _decrypted(first, key), "the database was not opened"
    return b"".join(_decrypted(page, key) for page in _pages(seat))


def _pages(seat: Path) -> Iterator[bytes]:
    database = (seat / "vault.db").read_bytes()
    yield database[SALT:PAGE]
    yield from (database[at : at + PAGE] for at in range(PAGE, len(database), PAGE))
    journal = seat / "vault.db-wal"
    written = journal.read_bytes() if journal.exists() else b""
    for at in range(WAL_HEAD + FRAME_HEAD, len(written), FRAME_HEAD + PAGE):
        page = written[at : at + PAGE]
        if len(page) == PAGE:
            yield page
            yield page[SALT:]  # in case it is a copy of the first page, which begins with the salt


def _decrypted(page: bytes, key: bytes) -> bytes:
    vector = page[-RESERVED : -RESERVED + 16]
    decryptor = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
    return decryptor.update(page[:-RESERVED]) + decryptor.finalize()

"""The pages of a damaged database, each checked by its own seal and decrypted; the file is read and never opened.

SQLCipher 4: a page ends with an initialisation vector of 16 bytes and an HMAC-SHA512 of 64 over content, vector and
number. The first 16 bytes of the file are a salt, from which the key of the seals is made.
"""

import hmac
import os
import struct
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
USABLE = 4016
_VECTOR_END = USABLE + 16
_SALT_BYTES = 16
_SALT_MASK = 0x3A
_HEADER = b"SQLite format 3\0"
_FRAME_HEADER = 24
_LOG_HEADER = 32
_LOG_SALT = slice(16, 24)
_PROBES = 4
"""So many pages are tried to find the key of the seals: one that is whole is enough."""


class Pages:
    """Every page that can be had, by its number from 1; newer ones in the journal stand for those in the file.

    ``damaged`` are the numbers of those that cannot be; ``is_proved`` is false when the salt of the seals is lost, so
    that pages can be read but nothing shows that they are as they were.
    """

    def __init__(self, database: Path, key: bytes) -> None:
        self._key = key
        raw = list(_chunks(database, 0, PAGE))
        log = list(_frames(database.with_name(database.name + "-wal")))
        salts = [page[:_SALT_BYTES] for number, page in [*enumerate(raw[:1], 1), *log] if number == 1]
        self._seal_key = self._find_seal_key(salts, [*enumerate(raw[:_PROBES], 1), *log[:_PROBES]])
        self._pages: dict[int, bytes] = {}
        self._take_in(list(enumerate(raw, 1)))
        self._take_in(log)
        self.count = max([len(raw), *self._pages])
        self.damaged = frozenset(range(1, self.count + 1)) - self._pages.keys()

    @property
    def is_proved(self) -> bool:
        """Whether each page was checked by its seal."""
        return self._seal_key is not None

    def __getitem__(self, number: int) -> bytes | None:
        """Return one page in the clear, or ``None``."""
        return self._pages.get(number)

    def __iter__(self) -> Iterator[int]:
        """Yield the numbers of the pages there are, in order."""
        return iter(sorted(self._pages))

    def _take_in(self, found: list[tuple[int, bytes]]) -> None:
        for number, page in found:
            if len(page) == PAGE and (self._seal_key is None or _holds(page, number, self._seal_key)):
                self._pages[number] = self._decrypted(page, number)

    def _decrypted(self, page: bytes, number: int) -> bytes:
        start = _SALT_BYTES if number == 1 else 0
        cipher = Cipher(algorithms.AES256(self._key), modes.CBC(page[USABLE:_VECTOR_END])).decryptor()
        clear = cipher.update(page[start:USABLE]) + cipher.finalize()
        return (_HEADER + clear if start else clear) + bytes(PAGE - USABLE)

    def _find_seal_key(self, salts: list[bytes], some: list[tuple[int, bytes]]) -> bytes | None:
        """Return the key of the seals, by which some page holds; a salt that is wrong in one byte is found out."""
        for salt in (near for found in salts for near in _near(found)):
            key = _seal_key(self._key, salt)
            if any(_holds(page, number, key) for number, page in some if len(page) == PAGE):
                return key
        return None


def _seal_key(key: bytes, salt: bytes) -> bytes:
    return pbkdf2_hmac("sha512", key, bytes(byte ^ _SALT_MASK for byte in salt), 2, 32)


def _near(salt: bytes) -> Iterator[bytes]:
    """Yield a salt, and every one that differs from it in one byte."""
    yield salt
    for place in range(len(salt)):
        for value in range(256):
            if value != salt[place]:
                yield salt[:place] + bytes([value]) + salt[place + 1 :]


def _holds(page: bytes, number: int, seal_key: bytes) -> bool:
    start = _SALT_BYTES if number == 1 else 0
    sealed = hmac.digest(seal_key, page[start:_VECTOR_END] + struct.pack("<I", number), "sha512")
    return hmac.compare_digest(sealed, page[_VECTOR_END:])


def _chunks(path: Path, start: int, size: int) -> Iterator[bytes]:
    """Yield a file piece by piece, an empty one where the disk does not give it."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return
    try:
        for offset in range(start, os.fstat(number).st_size, size):
            yield _chunk(number, offset, size)
    finally:
        os.close(number)


def _chunk(number: int, offset: int, size: int) -> bytes:
    try:
        os.lseek(number, offset, os.SEEK_SET)
        return os.read(number, size)
    except OSError:
        return b""


def _frames(log: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the pages of a journal up to its last whole commit, oldest first, each with its number."""
    pending: list[tuple[int, bytes]] = []
    salt = next((chunk[_LOG_SALT] for chunk in _chunks(log, 0, _LOG_HEADER)), b"")
    for frame in _chunks(log, _LOG_HEADER, _FRAME_HEADER + PAGE):
        if len(frame) != _FRAME_HEADER + PAGE or frame[8:16] != salt:
            continue
        number, committed = struct.unpack(">II", frame[:8])
        pending.append((number, frame[_FRAME_HEADER:]))
        if committed:
            yield from pending
            pending = []

"""The trees of rows inside decrypted pages, as the SQLite file format lays them down; a branch that is lost is skipped.

https://www.sqlite.org/fileformat2.html, sections 1.6 and 2.1. What is damaged is counted, never guessed.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from app.storage.salvage.pages import PAGE, USABLE, Pages

Value = int | float | str | bytes | None

_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_FIRST_HEADER = 100
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _BLOB, _TEXT = 7, 8, 9, 12, 13
_LEAST = (USABLE - 12) * 32 // 255 - 23
_MOST_IN_TABLE = USABLE - 35
_MOST_IN_INDEX = (USABLE - 12) * 64 // 255 - 23
_VARINT_BYTES = 9


class Unreadable(Exception):
    """A cell, a page or a chain of pages does not hold what its place says."""


@dataclass(frozen=True)
class Cell:
    """One row as it lies in its page: its number (0 in an index) and its values."""

    rowid: int
    values: tuple[Value, ...]


class Tree:
    """The rows under one root that can be reached; ``lost`` are the pages and cells of it that cannot be read."""

    def __init__(self, pages: Pages, root: int) -> None:
        self._pages = pages
        self.seen: set[int] = set()
        self.lost = 0
        self.cells = list(self._walk(root))

    def _walk(self, number: int) -> Iterator[Cell]:
        page = self._pages[number]
        if number in self.seen or page is None or _kind(page, number) not in _KINDS:
            self.lost += 1
            return
        self.seen.add(number)
        for child in _children(page, number):
            yield from self._walk(child)
        found, lost = cells(self._pages, number)
        self.lost += lost
        yield from found


def cells(pages: Pages, number: int) -> tuple[list[Cell], int]:
    """Return the rows on one page that can be read, and how many cannot."""
    page, found, lost = pages[number], [], 0
    if page is None or (kind := _kind(page, number)) not in _KINDS:
        return [], 1
    if kind == _TABLE_INTERIOR:
        return [], 0
    for offset in _pointers(page, number):
        try:
            found.append(_cell(pages, page, offset, kind))
        except (Unreadable, IndexError, struct.error, UnicodeDecodeError):
            lost += 1
    return found, lost


_KINDS = (_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF)


def is_index(pages: Pages, number: int) -> bool:
    """Say whether a page's rows have no number of their own: those of an index, or of a table ``WITHOUT ROWID``."""
    page = pages[number]
    return page is not None and _kind(page, number) in {_INDEX_INTERIOR, _INDEX_LEAF}


def _kind(page: bytes, number: int) -> int:
    return page[_start(number)]


def _start(number: int) -> int:
    return _FIRST_HEADER if number == 1 else 0


def _pointers(page: bytes, number: int) -> list[int]:
    start = _start(number)
    count = int(struct.unpack_from(">H", page, start + 3)[0])
    first = start + (12 if _is_interior(page, number) else 8)
    return [at for (at,) in struct.iter_unpack(">H", page[first : first + 2 * count]) if first < at < USABLE]


def _is_interior(page: bytes, number: int) -> bool:
    return _kind(page, number) in {_INDEX_INTERIOR, _TABLE_INTERIOR}


def _children(page: bytes, number: int) -> list[int]:
    if not _is_interior(page, number):
        return []
    left = [int(struct.unpack_from(">I", page, offset)[0]) for offset in _pointers(page, number)]
    return [*left, int(struct.unpack_from(">I", page, _start(number) + 8)[0])]


def _cell(pages: Pages, page: bytes, offset: int, kind: int) -> Cell:
    if kind == _INDEX_INTERIOR:
        offset += 4
    size, offset = _varint(page, offset)
    rowid = 0
    if kind == _TABLE_LEAF:
        rowid, offset = _varint(page, offset)
    local = _local(size, _MOST_IN_TABLE if kind == _TABLE_LEAF else _MOST_IN_INDEX)
    payload = page[offset : offset + local]
    if local < size:
        payload += _overflow(pages, int(struct.unpack_from(">I", page, offset + local)[0]), size - local)
    if len(payload) != size:
        raise Unreadable
    return Cell(rowid, _record(payload))


def _local(size: int, most: int) -> int:
    if size <= most:
        return size
    fits = _LEAST + (size - _LEAST) % (USABLE - 4)
    return fits if fits <= most else _LEAST


def _overflow(pages: Pages, number: int, size: int) -> bytes:
    found = bytearray()
    while len(found) < size:
        page = pages[number] if number else None
        if page is None:
            raise Unreadable
        number = int(struct.unpack_from(">I", page)[0])
        found += page[4:USABLE]
    return bytes(found[:size])


def _record(payload: bytes) -> tuple[Value, ...]:
    size, offset = _varint(payload, 0)
    at, values = size, []
    while offset < size:
        kind, offset = _varint(payload, offset)
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise Unreadable
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == _FLOAT:
        return float(struct.unpack_from(">d", payload, at)[0]), at + 8
    if kind < _BLOB:
        return {_ZERO: 0, _ONE: 1}.get(kind), at
    end = at + (kind - _BLOB) // 2
    if end > len(payload):
        raise Unreadable
    return (payload[at:end] if kind % 2 == 0 else payload[at:end].decode("utf-8")), end


def _varint(page: bytes, offset: int) -> tuple[int, int]:
    value = 0
    for place in range(_VARINT_BYTES):
        byte = page[offset + place]
        if place == _VARINT_BYTES - 1:
            value = value << 8 | byte
            return (value - (1 << 64) if value >> 63 else value), offset + place + 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follows
            return value, offset + place + 1
    raise Unreadable


__all__ = ["PAGE", "Cell", "Tree", "Unreadable", "Value", "cells", "is_index"]

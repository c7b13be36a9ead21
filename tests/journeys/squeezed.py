"""Looks inside whatever was squeezed: zlib, gzip, zstd, bzip2, xz, and zip's members, wherever they begin."""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

import zstandard

_ZLIB = rb"[\x08\x18\x28\x38\x48\x58\x68\x78][\x00-\x1f\x40-\x5f\x80-\x9f\xc0-\xdf]"
"""The two bytes a zlib stream without a dictionary begins with; not all such pairs are ones (RFC 1950 §2.2)."""
_BEGINS = re.compile(
    rb"(?=(PK\x03\x04)|(\x1f\x8b\x08)|(\x28\xb5\x2f\xfd)|(BZh)|(\xfd7zXZ\x00)|(" + _ZLIB + rb"))", re.DOTALL
)
_PIECE = 512
_MOST = 64 * 1024 * 1024
_FEWEST = 8
_DEPTH = 2
_RAW = -15


class Opener(Protocol):
    """What opens one squeezed stream, piece by piece."""

    def decompress(self, data: bytes, /) -> bytes:
        """Return what comes out of the next piece."""


class _Frames:
    """A zstd stream, told over when its first frame is."""

    def __init__(self) -> None:
        self._inner = zstandard.ZstdDecompressor().decompressobj()
        self.eof = False

    def decompress(self, data: bytes, /) -> bytes:
        out = self._inner.decompress(data)
        self.eof = bool(self._inner.unused_data)
        return out


_OPENERS: tuple[Callable[[], Opener], ...] = (
    lambda: zlib.decompressobj(_RAW),
    lambda: zlib.decompressobj(zlib.MAX_WBITS | 16),
    _Frames,
    bz2.BZ2Decompressor,
    lzma.LZMADecompressor,
    zlib.decompressobj,
)
_FAULTS = (zlib.error, zstandard.ZstdError, OSError, lzma.LZMAError, EOFError, ValueError)


def unsqueezed(content: bytes, depth: int = _DEPTH) -> Iterator[bytes]:
    """Yield what stands in each squeezed stream of ``content``, and in the streams within those; broken ones too."""
    view = memoryview(content)
    for begin in _BEGINS.finditer(content):
        kind = begin.lastindex or 0
        if kind == len(_OPENERS) and int.from_bytes(view[begin.start() : begin.start() + 2]) % 31:
            continue
        at = begin.start() if kind > 1 else _after_zip_header(content, begin.start())
        found = _open(_OPENERS[kind - 1](), view[at:])
        if len(found) >= _FEWEST:
            yield found
            if depth > 1:
                yield from unsqueezed(found, depth - 1)


def _after_zip_header(content: bytes, at: int) -> int:
    """Return where a zip member's data begins (APPNOTE 4.3.7)."""
    lengths = content[at + 26 : at + 30]
    return at + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")


def _open(opener: Opener, view: memoryview) -> bytes:
    """Return what comes out until the stream ends or breaks."""
    out, at = bytearray(), 0
    try:
        while at < len(view) and len(out) < _MOST and not getattr(opener, "eof", False):
            out += opener.decompress(bytes(view[at : at + _PIECE]))
            at += _PIECE
    except _FAULTS:
        pass  # it was no such stream, or it is broken off here
    return bytes(out)

"""A package's bytes made smaller, and whole again (``docs/protocol.md`` §5); no memory is taken that was not said."""

from __future__ import annotations

import io

import zstandard

from protocol.limits import PACKAGE_BYTES

_WINDOW_BYTES = 8 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024


def squeeze(plain: bytes) -> bytes:
    """Return one zstd frame that states its size."""
    return zstandard.ZstdCompressor().compress(plain)


def unsqueeze(squeezed: bytes, largest: int = PACKAGE_BYTES) -> bytes:
    """Return a whole zstd frame's bytes; never takes up more memory than ``largest``, which a package may have.

    Raises ``ValueError`` or ``ZstdError`` when the frame is cut off, larger than its header says, or too large.
    """
    said = zstandard.get_frame_parameters(squeezed).content_size
    if said > largest:
        raise ValueError("too large")
    plain = bytearray()
    with zstandard.ZstdDecompressor(max_window_size=_WINDOW_BYTES).stream_reader(io.BytesIO(squeezed)) as reader:
        while piece := reader.read(_PIECE_BYTES):
            plain += piece
            if len(plain) > said:
                raise ValueError("larger than it says")
    if len(plain) != said:
        raise ValueError("cut off")
    return bytes(plain)

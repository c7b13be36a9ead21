"""The seeker of marked words finds them in every way of writing, or finding nothing would mean nothing."""

from __future__ import annotations

import base64
import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import zstandard
from marked import MARK, found_in


@pytest.mark.parametrize(
    "written",
    [
        f"before {MARK} after".encode(),
        f"before {MARK} after".encode("utf-16-le"),
        f"before {MARK} after".encode("utf-16-be"),
        f"BEFORE {MARK.upper()} AFTER".encode(),
        f"before {MARK} after".encode().hex().encode(),
        *(base64.b64encode(bytes(shift) + f"before {MARK} after".encode()) for shift in range(3)),
        *(base64.urlsafe_b64encode(bytes(shift) + f"before {MARK} after".encode("utf-16-le")) for shift in range(3)),
    ],
)
def test_the_seeker_finds_the_mark_however_it_is_written(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "page").write_bytes(bytes(4096) + written + bytes(range(256)))
    assert found_in(tmp_path, {"mark": MARK}) == ["cache/page: mark"]


def zipped(content: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("page", content)
    return made.getvalue()


SQUEEZES: dict[str, Callable[[bytes], bytes]] = {
    "zlib": zlib.compress,
    "zlib, quickest": lambda content: zlib.compress(content, 1),
    "zlib, best": lambda content: zlib.compress(content, 9),
    "gzip": gzip.compress,
    "zstd": zstandard.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zip": zipped,
}


@pytest.mark.parametrize("squeeze", SQUEEZES)
def test_the_seeker_finds_the_mark_in_whatever_was_squeezed(tmp_path: Path, squeeze: str) -> None:
    noise = Random(1).randbytes(5000)
    squeezed = SQUEEZES[squeeze](noise + f"before {MARK} after".encode("utf-16-le") + noise)
    (tmp_path / "page").write_bytes(noise[:777] + squeezed + noise)
    assert found_in(tmp_path, {"mark": MARK}) == ["page: mark"]


def test_the_seeker_finds_the_mark_in_a_stream_within_a_stream(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(gzip.compress(b"head" + zlib.compress(MARK.encode() * 3)))
    assert found_in(tmp_path, {"mark": MARK}) == ["page: mark"]


def test_the_seeker_finds_the_mark_in_a_stream_that_broke_off(tmp_path: Path) -> None:
    whole = zlib.compress(MARK.encode() + Random(2).randbytes(9000))
    (tmp_path / "page").write_bytes(whole[:4000])
    assert found_in(tmp_path, {"mark": MARK}) == ["page: mark"]


def test_the_seeker_finds_nothing_in_noise(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(Random(3).randbytes(2_000_000))
    assert found_in(tmp_path, {"mark": MARK}) == []


def test_the_seeker_finds_the_mark_in_a_file_name(tmp_path: Path) -> None:
    (tmp_path / f"{MARK}.tmp").touch()
    assert found_in(tmp_path, {"mark": MARK}) == [f"{MARK}.tmp: mark"]

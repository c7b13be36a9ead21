"""The seeker of marked words finds them in every way of writing, or finding nothing would mean nothing."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
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


def test_the_seeker_finds_the_mark_in_a_file_name(tmp_path: Path) -> None:
    (tmp_path / f"{MARK}.tmp").touch()
    assert found_in(tmp_path, {"mark": MARK}) == [f"{MARK}.tmp: mark"]

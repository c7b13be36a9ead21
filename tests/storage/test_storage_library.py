"""The database library has enough quick memory, and keeps what it gives out to itself."""

import sys
from pathlib import Path

import pytest

from app.storage import library


@pytest.mark.skipif(sys.platform == "win32", reason="a library on Windows shows none of its functions")
def test_the_library_took_the_larger_stock() -> None:
    assert library.HAS_LARGE_STOCK


def test_a_library_that_shows_no_functions_stays_as_it_is(tmp_path: Path) -> None:
    assert not library._enlarge_stock(tmp_path / "none.so")


def test_memory_stays_locked_and_wiped_with_the_larger_stock() -> None:
    connection = library.sqlcipher.connect(":memory:")
    connection.execute("PRAGMA cipher_memory_security=ON")
    assert connection.execute("PRAGMA cipher_memory_security").fetchone() == ("1",)
    connection.close()

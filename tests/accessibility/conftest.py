"""A display for every test of a screen reader."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start a display of our own; say loudly what is missing where there can be none."""
    from screen import display as started
    from screen import missing

    if lacking := missing():
        pytest.skip(f"NOT RUN: no screen reader without {lacking}")
    with started() as name:
        yield name

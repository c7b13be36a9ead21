"""What the tests of the whole window need: other folders' laptops and eyes, and the program in its clothes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.look.kit import theme

TESTS = Path(__file__).parent.parent
sys.path.extend(str(TESTS / folder) for folder in ("endpoint", "house", "operations", "sync", "ui"))


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Dress the program as ``main`` does: undressed, it has other fonts, other sizes and no spoken roles."""
    theme.dress(qapp)
    qapp.setCursorFlashTime(0)

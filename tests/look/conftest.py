"""Every test of the look runs in a dressed program that starts light and at normal text size."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.look.theme import theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the program, and undo what a test changes: the look is one for all windows."""
    theme.dress(qapp)
    qapp.setCursorFlashTime(0)
    yield
    if theme.scale != 1 or theme.palette.name != "light":
        theme.set_scale(1)
        theme.set_palette("light")

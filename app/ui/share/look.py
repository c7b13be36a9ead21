"""How a page turned to a family looks: everything at 18 points or more, in short lines, and all of it easy to press."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from app.look.kit import PageColumn

LEAST_SCALE = 1.6
"""At this text size the smallest words of these pages are 24 pixels high, which is 18 points."""
_MEASURE = 500
"""About 60 letters in a line."""


def family_page(*items: QWidget | QLayout | None) -> PageColumn:
    """Return a page with short lines in the middle of the screen."""
    return PageColumn(*items, measure=_MEASURE, centred=True)

"""A made-up language in which every word of ours stands in brackets; what stands outside them was never translated.

What is put into a sentence stands outside too, so that a word of ours among it is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.look.speech import CONTEXT

OPENED, CLOSED = "⟦", "⟧"
_IN_BRACKETS = re.compile(f"{OPENED}[^{OPENED}{CLOSED}]*({CLOSED}|…$)", re.MULTILINE)
_BLANK = re.compile(r"\{[^}]*\}")


class Marked(QTranslator):
    """A language in which every word of ours that goes through ``tr`` stands in brackets."""

    def translate(
        self, context: str, source: str, _disambiguation: str | bytes | None = None, _n: int = -1
    ) -> str | None:
        """Return the words in brackets, their blanks outside; what is marked already stays as it is."""
        if context != CONTEXT or OPENED in source:
            return None
        apart = _BLANK.sub(lambda blank: f"{CLOSED}{blank[0]}{OPENED}", source)
        return f"{OPENED}{apart}{CLOSED}"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there are words."""
        return False


@contextmanager
def marked_everywhere(application: QApplication) -> Iterator[None]:
    """Have every window that is made meanwhile speak the marked language."""
    language = Marked(application)
    assert application.installTranslator(language)
    try:
        yield
    finally:
        application.removeTranslator(language)


def unmarked(words: str) -> str:
    """Return what is left of words once everything in brackets is taken out."""
    return _IN_BRACKETS.sub(" ", words)

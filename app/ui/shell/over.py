"""Pages shown over whatever is open; the way back leads to the very place the keyboard was in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.parts import give_back
from app.ui.shell.sideroom import SideRoom


class Over:
    """Remembers what lies under such a page; one over another leads back to what lay under both."""

    def __init__(self, show: Callable[[QWidget], None]) -> None:
        self._show = show
        self._page: QWidget | None = None
        self._before: QWidget | None = None
        self._had_keyboard: QWidget | None = None

    def cover(self, page: QWidget, before: QWidget) -> None:
        """Show ``page`` over ``before``."""
        if self._page is None or not self._page.isVisible():
            self._before, self._had_keyboard = before, before.focusWidget()
        self._page = page
        self._show(page)

    def uncover(self) -> None:
        """Show again what lies under it; a room beside home begins anew, for it held nothing meanwhile."""
        before, self._page = self._before, None
        if before is not None:
            self._show(before)
            if isinstance(before, SideRoom) and not before.is_busy():
                before.begin()
            give_back(self._had_keyboard)

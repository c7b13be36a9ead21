"""A room beside home, where nobody's record is open: it begins anew each time, and holds nothing once it was left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget


class SideRoom(QStackedWidget):
    """What every such room can be asked. Signals: ``left()`` when somebody goes back."""

    left = Signal()

    def begin(self) -> None:
        """Show the first page, with nothing of what was done here before."""
        raise NotImplementedError

    def forget(self) -> None:
        """Hold nothing any more that was typed or shown."""
        raise NotImplementedError

    def is_busy(self) -> bool:
        """Say whether an act here has the vault to itself: nobody may leave, or ask the vault, till it is over."""
        return False

"""The covers: plain pages that hide everything at once; no child, no record and no name is ever on one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible

from app.look.kit import Button, Card, Column, Heading, Icon, Row, Stage, Text
from app.look.speech import tr
from app.ui.doorway import Middle


class HideCover(Stage):
    """A plain page that says nothing to anyone looking on; made beforehand, so that it is there at once."""

    accessible_role = QAccessible.Role.Pane
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = Button(tr("Back"), None, "quiet")
        self._back.setObjectName("hide.back")
        self._back.clicked.connect(self.back_requested)
        ready, back = Row(None, Text(tr("Ready"), "h2", "ink_3"), None), Row(None, self._back)
        self.setLayout(Column(None, ready, None, back, margin="l"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("own_focus", True)

    def spoken_name(self) -> str:
        """Return what a screen reader calls this page."""
        return tr("Ready")

    def focus_first(self) -> None:
        """Put the keyboard on the page, not on its button: a word half typed must not bring the record back."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class LockedCover(Middle):
    """A plain page for the moment while the program closes the vault."""

    def __init__(self) -> None:
        super().__init__(Card(Icon("lock", "accent", 32), Heading(tr("Locking…")), gap="l", margin="xxl"))

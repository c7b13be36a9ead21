"""What few need on a page, folded at its end behind one button; nothing that holds an answer is ever folded away."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.forms.widgets import wording
from app.look.kit import Button, Column, Row
from app.look.speech import tr


class MoreFold(QWidget):
    """A button and, once it was pressed, the cards under it.

    ``wanted`` comes the first time it opens: whoever hears it puts the cards in with ``fill``. It keeps nobody alive.
    """

    wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._opener = Button(tr(wording.MORE), "chevron-down", "small")
        self._opener.setObjectName(f"{name}:more")
        self._opener.clicked.connect(self._toggle)
        self._body = QWidget()
        self._body.setMinimumWidth(1)
        self._body.hide()
        self.setLayout(Column(Row(self._opener, None), self._body, gap="l"))

    def cards(self) -> Iterable[object]:
        """Return what stands under the button, in order."""
        return self._body.children()

    def fill(self, cards: Iterable[QWidget]) -> None:
        """Put in what was folded."""
        self._body.setLayout(Column(*cards, gap="l"))

    def open(self) -> None:
        """Show what is folded."""
        self._show(is_open=True)

    def tab_stops(self) -> list[QWidget]:
        """Return what takes the focus by itself: the button."""
        return [self._opener]

    def _toggle(self) -> None:
        self._show(is_open=self._body.isHidden())

    def _show(self, *, is_open: bool) -> None:
        if is_open and self._body.layout() is None:
            self.wanted.emit()
        self._body.setVisible(is_open)
        self._opener.say(tr(wording.LESS) if is_open else tr(wording.MORE))
        self._opener.show_icon("chevron-up" if is_open else "chevron-down")

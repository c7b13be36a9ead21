"""The strip over a child's pages: each is one press away, with a picture and its name; it says nothing of answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal

from app.look.kit import Bar, Button, Column, Flow
from app.ui.finishing.knownpeople import short
from app.ui.parts import discard

_LONGEST = 18
Placed = Sequence[tuple[int, str, str]]
"""Where each page is among all of them, its icon, empty for none, and its name."""


class Places(Bar):
    """The pages there are. Signals: ``wanted(int)`` with the place of one of them."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__("top")
        self._shown: Placed = ()
        self._buttons: dict[int, Button] = {}
        self._flow = Flow(gap="xs")
        self.setLayout(Column(self._flow, margin=("l", "s")))
        self.hide()

    def show_places(self, places: Placed, at: int = 0) -> None:
        """Show these, and at which of them somebody is; those that are the same as before stay."""
        if tuple(places) != self._shown:
            self._shown = tuple(places)
            for button in self._buttons.values():
                self._flow.removeWidget(button)
                discard(button)
            self._buttons = {place: self._one(place, icon, name) for place, icon, name in places}
            for button in self._buttons.values():
                self._flow.addWidget(button)
        for place, button in self._buttons.items():
            button.setChecked(place == at)

    def is_used(self) -> bool:
        """Say whether there is anywhere to go."""
        return bool(self._buttons)

    def _one(self, at: int, icon: str, name: str) -> Button:
        button = Button(short(name, _LONGEST), icon or None, "quiet")
        button.setAccessibleName(name)
        button.setObjectName(f"share.place:{at}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(partial(self._press, at))
        return button

    def _press(self, at: int) -> None:
        self.wanted.emit(at)

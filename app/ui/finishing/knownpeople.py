"""Those who may well be signing, each a button with their name and as what; only pressing one is a choice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.knownsigners import KnownSigner
from app.look.kit import Button, Column, Flow
from app.look.speech import noted, told
from app.ui.parts import discard

_LONGEST = 32
"""So many letters of a name stand on its button; a screen reader hears all of it, and all of it is written in."""
CAPACITIES = (("parent", noted("Parent")), ("carer", noted("Carer")), ("young person", noted("Young person")))


class KnownPeople(QWidget):
    """The buttons; nothing where nobody is known. Signals: ``chosen(KnownSigner)``."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._buttons: list[Button] = []
        self._flow = Flow(gap="s")
        self.setLayout(Column(self._flow))
        self.hide()

    def show_people(self, people: tuple[KnownSigner, ...]) -> None:
        """Offer these people in place of those before."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            discard(button)
        self._buttons = [self._one(number, person) for number, person in enumerate(people)]
        for button in self._buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(people))

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        return list(self._buttons)

    def _one(self, number: int, person: KnownSigner) -> Button:
        capacity = dict(told(CAPACITIES)).get(person.capacity, "")
        button = Button(_with(capacity, short(person.name)), "signature")
        button.setAccessibleName(_with(capacity, person.name))
        button.setObjectName(f"sign.known:{number}")
        button.clicked.connect(partial(self._press, person))
        return button

    def _press(self, person: KnownSigner) -> None:
        self.chosen.emit(person)


def _with(capacity: str, name: str) -> str:
    return f"{name}, {capacity.lower()}" if capacity else name


def short(name: str, most: int = _LONGEST) -> str:
    """Return as much of a name as a button has room for."""
    return name if len(name) <= most else f"{name[: most - 1]}…"

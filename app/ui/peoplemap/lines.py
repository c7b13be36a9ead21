"""The map in words: a line for each person, in which everything can be said that the picture shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.peoplemap import Closeness, OnMap
from app.look.kit import Button, Card, Chip, Column, Flow, Row, Text
from app.look.speech import noted, tr
from app.ui.parts import holder
from app.ui.peoplemap.painting import CLOSENESS, words_of

_HELPS, _PRIVATE, _OFF = noted("Helps"), noted("A private matter"), noted("Take off the map")


class PersonLine(Card):
    """One person. Signals: ``said(object)`` with the ``Closeness`` or ``None``; ``helps(bool)``; ``kept(bool)`` when
    they are a private matter, or not any more; ``removed()``.
    """

    said = Signal(object)
    helps = Signal(bool)
    kept = Signal(bool)
    removed = Signal()

    def __init__(self, one: OnMap, *, may_keep: bool) -> None:
        super().__init__(gap="s", margin="l")
        self._name = Text("", "label", wrap=True)
        self._words = Text("", "body", "ink_2", wrap=True)
        self._close = {closeness: Chip(tr(words), "ui") for closeness, words in CLOSENESS.items()}
        self._helps, self._keep = Chip(tr(_HELPS), "ui"), Chip(tr(_PRIVATE), "ui")
        self._off = Button(tr(_OFF), "x", "quiet")
        for closeness, chip in self._close.items():
            chip.setObjectName(f"map.close:{one.row}:{closeness}")
            chip.clicked.connect(self._chooser(closeness))
        for chip, name in ((self._helps, "helps"), (self._keep, "private")):
            chip.setObjectName(f"map.{name}:{one.row}")
        self._off.setObjectName(f"map.off:{one.row}")
        self._helps.clicked.connect(self.helps)
        self._keep.clicked.connect(self.kept)
        self._off.clicked.connect(self.removed)
        self._may_keep = may_keep
        told = Column(self._name, self._words, gap="hair")
        row = Row(told, gap="m")
        kept = (self._keep,) if may_keep else ()
        self.column.add(row, holder(Flow(*self._close.values())), holder(Flow(self._helps, *kept, self._off)))
        self.show_person(one)

    def show_person(self, one: OnMap) -> None:
        """Show what is said of them now."""
        self._name.say(", ".join(filter(None, (one.name, one.who))))
        self._words.say(words_of(one))
        for closeness, chip in self._close.items():
            chip.setChecked(closeness is one.closeness)
            chip.setAccessibleName(f"{one.name}: {tr(CLOSENESS[closeness]).lower()}")
        self._helps.setChecked(one.helps)
        self._keep.setChecked(one.private)
        self._helps.setAccessibleName(f"{one.name} {tr(_HELPS).lower()}")
        self._keep.setAccessibleName(f"{one.name}: {tr(_PRIVATE).lower()}")
        self._off.setAccessibleName(f"{tr(_OFF)}: {one.name}")

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        kept = [self._keep] if self._may_keep else []
        return [*self._close.values(), self._helps, *kept, self._off]

    def focus_first(self) -> None:
        """Put the keyboard on how close they are."""
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chooser(self, closeness: Closeness) -> Callable[[bool], None]:
        return lambda on: self.said.emit(closeness if on else None)

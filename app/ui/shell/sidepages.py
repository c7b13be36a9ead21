"""The pages of a record that are no step of it, with the buttons under the list that lead to them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Column, Row
from app.operations.family import FamilyFile
from app.ui.earlierform import EarlierFormPage
from app.ui.parts import holder
from app.ui.shell.bench import Bench
from app.ui.shell.newerform import NewerForm

EARLIER = "earlier"
"""The page about a newer version of a draft's form."""
_SEE = "This draft uses an earlier form. See what would change."


class SidePages(QObject):
    """Holds them. ``pages`` is each page by its id.

    Signals: ``wanted(str)`` to show one; ``left()`` to go back to the record; ``reread(str, str)`` when the record must
    be read anew: the page to show, and what to say.
    """

    wanted = Signal(str)
    left = Signal()
    reread = Signal(str, str)

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self.earlier = EarlierFormPage()
        self._newer = NewerForm(bench, self.earlier)
        self._newer.moved.connect(lambda said: self.reread.emit(EARLIER, said))
        self.earlier.back_requested.connect(self.left)
        self.pages: dict[str, QWidget] = {EARLIER: self.earlier}
        self._to_earlier = self._button("room.earlier", "", "file-text", EARLIER, _SEE)
        self.buttons = holder(Column(Row(self._to_earlier, None), gap="none"))

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        leads = self._newer.load(file)
        self._to_earlier.say(leads)
        self._to_earlier.setVisible(bool(leads))

    def focus_first(self, page: QWidget | None) -> None:
        """Put the keyboard where a page begins, if it is one of these."""
        if page is self.earlier:
            self.earlier.focus_first()

    def _button(self, name: str, words: str, icon: str, page: str, explained: str) -> Button:
        button = Button(words, icon, "quiet", explained=explained)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.wanted.emit(page))
        return button

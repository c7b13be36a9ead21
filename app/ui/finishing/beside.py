"""What few need at the second gate, folded away: how it was read, for whom they sign, and whether it may be counted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answers, is_blank
from app.forms.definition import FormDefinition
from app.forms.widgets.factory import field_for
from app.forms.widgets.field import ItemField
from app.forms.widgets.fold import MoreFold
from app.look.kit import Card, Column
from app.ui.finishing.stack import fill

_ASKED = ("c2.read", "c2.read_how", "c2.reasons", "c2.for", "c2.research")


class MoreAsked(QWidget):
    """The further questions of the form, where it has them. ``given`` carries (path, answer), ``None`` for none now."""

    given = Signal(str, object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._form: FormDefinition | None = None
        self._answers: Answers = {}
        self._fields: list[ItemField] = []
        self._fold: MoreFold | None = None
        self._column = Column(gap="none")
        self.setLayout(self._column)

    def show_form(self, form: FormDefinition) -> None:
        """Take the questions from this version of the form."""
        self._form, self._fields, self._fold = form, [], None
        if any(link_id in form for link_id in _ASKED):
            self._fold = MoreFold("c2")
            self._fold.wanted.connect(self._fill)
        fill(self._column, *([self._fold] if self._fold is not None else []))

    def load(self, answers: Answers) -> None:
        """Show the answers without reporting them; what was answered is never folded away."""
        self._answers = dict(answers)
        for field in self._fields:
            field.load(answers.get(field.path))
        if self._fold is not None and any(not is_blank(answers.get(path)) for path in _ASKED):
            self._fold.open()

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        opener = self._fold.tab_stops() if self._fold is not None else []
        return [*opener, *(stop for field in self._fields for stop in field.tab_stops())]

    def _fill(self) -> None:
        if self._form is None or self._fold is None:
            return
        for link_id in _ASKED:
            if link_id in self._form:
                field = field_for(self._form.item(link_id), link_id)
                field.load(self._answers.get(link_id))
                field.answered.connect(self.given)
                self._fields.append(field)
        self._fold.fill([Card(*self._fields, gap="xl")])
        self.changed.emit()

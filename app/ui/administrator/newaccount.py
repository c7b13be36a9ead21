"""Opening an account for somebody who is new: who they are, and nothing that has to be seen first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from app.look.kit import Button, Card, ChoiceList, Field, LineBox
from app.look.speech import noted, tr
from app.ui.finishing.stack import side_by_side
from app.ui.pageapart import PageApart

_LEAD = noted(
    "Their check, training and the use policy are recorded on the account afterwards. Until all three are, they cannot "
    "join, send or receive."
)
_LONGEST = 200


class NewAccountPage(PageApart):
    """Signals: ``given(str, str, str, str, str)`` with name, job, agency, role and manager; ``back_requested()``."""

    given = Signal(str, str, str, str, str)
    back_requested = Signal()

    def __init__(self, roles: Sequence[tuple[str, str]]) -> None:
        """``roles`` are the code and the words of each."""
        super().__init__(tr("Open an account"), tr(_LEAD), centred=True)
        self._begin(self._button(tr("Back to all accounts"), "arrow-left", "newaccount.back", self.back_requested))
        self._name, self._job = self._box("name"), self._box("job")
        self._agency, self._manager = self._box("agency"), self._box("manager")
        self._role = ChoiceList()
        self._role.setObjectName("newaccount.role")
        for code, words in roles:
            self._role.addItem(words, code)
        self._keep = Button(tr("Open this account"), "user-plus", "primary")
        self._keep.setObjectName("newaccount.keep")
        self._keep.clicked.connect(self._give)
        self.add(
            Card(
                Field(tr("Name"), tr("As colleagues and families know them: first name and surname."), self._name),
                Field(tr("Job"), tr("Their post, such as health visitor."), self._job),
                Field(tr("Agency"), tr("Whom they work for."), self._agency),
                Field(tr("Role in this program"), "", self._role),
                Field(tr("Line manager"), tr("May stay empty. It helps to find people."), self._manager),
                side_by_side(self._keep),
                gap="l",
            )
        )

    @staticmethod
    def _box(name: str) -> LineBox:
        box = LineBox()
        box.setObjectName(f"newaccount.{name}")
        box.setMaxLength(_LONGEST)
        return box

    def focus_first(self) -> None:
        """Put the keyboard where somebody begins."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty every box."""
        for box in (self._name, self._job, self._agency, self._manager):
            box.load("")
        self._role.setCurrentIndex(0)
        self.forget()

    def _give(self) -> None:
        boxes = (self._name, self._job, self._agency, self._manager)
        name, job, agency, manager = (" ".join(box.text().split()) for box in boxes)
        self.given.emit(name, job, agency, str(self._role.currentData()), manager)

    def _pressable(self) -> Sequence[Button]:
        return (self._keep,)

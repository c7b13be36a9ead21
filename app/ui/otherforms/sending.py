"""What was decided to be shared without agreement, as it goes: only to be read, with a button for each who gets it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Flow, Heading, PageColumn, Text, announce, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.lines import read_card
from app.ui.finishing.remark import Remark, tell_trouble, trouble_notice
from app.ui.finishing.stack import fill, held_in, side_by_side
from app.ui.parts import holder
from app.ui.states import ReadSection

_LEAD = noted(
    "These lines go, with your decision and its reasons. Nothing else does, and nothing of it can be changed here."
)
_NOT_FROM_HERE = noted("This program cannot send to them. Tell them in your own safe way.")
_NOTHING_GOES = noted("Nothing goes to anybody from here.")


@dataclass(frozen=True)
class GoesTo:
    """Somebody who is to have it: their name, whether it can be sent from here, and where it is once it was."""

    name: str
    can_send: bool
    where: str = ""


@dataclass(frozen=True)
class ToSend:
    """What goes, in words: its lines, to whom, why, and whether the family know."""

    sections: tuple[ReadSection, ...]
    to: tuple[GoesTo, ...]
    why: str
    told: str


class SendPage(PageColumn):
    """Signals: ``send_requested(str)`` with the name of who gets it; ``back_requested()``."""

    send_requested = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lead = Text(tr(_LEAD), "body", "ink_2", wrap=True)
        self._to, self._sections, self._trouble = Column(gap="m"), Column(gap="l"), trouble_notice()
        self._why, self._told = Remark("message-circle", "", "ink", "body"), Remark("users", "", "ink", "body")
        self._back = Button(tr("Back to the other forms"), "arrow-left", "quiet")
        self._back.setObjectName("decided.back")
        self._back.clicked.connect(self.back_requested)
        self.head.add(Heading(tr("Send what you decided")), self._lead)
        self.add(held_in(self._to), self._trouble, Card(self._why, self._told), held_in(self._sections))
        self.add(side_by_side(self._back))
        self._buttons: list[Button] = []

    def show_decided(self, shown: ToSend) -> None:
        """Show what goes and to whom, from its top."""
        self._buttons = []
        cards: list[QWidget] = [self._card(one) for one in shown.to]
        fill(self._to, *(cards or [Text(tr(_NOTHING_GOES), "body", wrap=True)]))
        fill(self._sections, *(read_card(section) for section in shown.sections))
        self._lead.setVisible(bool(shown.sections))
        self._why.say("message-circle", shown.why, "ink")
        self._told.say("users", shown.told, "ink")
        self._trouble.hide()
        tab_through([*self._buttons, self._back])
        self.to_top()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong, what is safe and what to do next."""
        tell_trouble(self._trouble, trouble)

    def tell_sent(self, name: str) -> None:
        """Say that it goes."""
        announce(self, tr("It goes to {name} with the next connection.").format(name=name))

    def focus_first(self) -> None:
        """Put the keyboard on what can be done here; the page scrolls with the arrow and page keys from there."""
        (self._buttons[0] if self._buttons else self._back).setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def _card(self, one: GoesTo) -> QWidget:
        card = Card(Text(one.name, "label", wrap=True), gap="s")
        if one.where:
            card.column.add(Remark("send", one.where, "ink_2"))
        elif not one.can_send:
            card.column.add(Remark("phone", tr(_NOT_FROM_HERE), "ink_2"))
        else:
            button = Button(tr("Send it to {name}").format(name=one.name), "send", "primary")
            button.setObjectName(f"decided.send:{one.name}")
            button.clicked.connect(lambda: self.send_requested.emit(one.name))
            self._buttons.append(button)
            card.column.add(holder(Flow(button)))
        return card

"""A code with which somebody joins, shown once and large, with what to do with it; gone when the page is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from app.look.kit import Button, Card, Heading, Text, announce
from app.look.speech import noted, tr
from app.ui.finishing.stack import side_by_side, stacked
from app.ui.newwords import FiveWords
from app.ui.parts import come_into_view

_HAND_OVER = noted(
    "Write both down for {name}, or read them out to them, and to nobody else: whoever has the code can join as them. "
    "They choose “Join your team” on their laptop and type address and code."
)
_ONCE = noted(
    "The code works once, on one laptop, until {until}. It is shown now and never again, and kept nowhere. If it is "
    "lost, make another: that ends this one."
)


@dataclass(frozen=True)
class InvitingShown:
    """How somebody joins, in words; ``may_make`` where a code can be made for them here."""

    words: str = ""
    may_make: bool = False


NOBODY_JOINS = InvitingShown()


class InviteCard(Card):
    """Signal: ``wanted()`` for a code."""

    wanted = Signal()

    def __init__(self) -> None:
        self._words = Text("", "body", wrap=True)
        self._make = Button(tr("Make a code"), "key-round")
        self._make.setObjectName("account.invite")
        self._way = side_by_side(self._make)
        self._code = FiveWords(noted("The code, in groups of four"))
        self._code.setObjectName("account.code")
        self._address, self._told, self._once = (Text("", kind, wrap=True) for kind in ("strong", "body", "body"))
        self._shown = stacked(self._code, self._address, self._told, self._once, gap="m")
        super().__init__(Heading(tr("Joining with a laptop"), "h2"), self._words, self._way, self._shown)
        self._make.clicked.connect(self.wanted)
        self.clear()

    @property
    def buttons(self) -> Sequence[Button]:
        """What rests while something is asked."""
        return (self._make,)

    def show_inviting(self, shown: InvitingShown, *, may: bool) -> None:
        """Show how somebody joins; ``may`` where something can be changed now."""
        self._words.say(shown.words)
        self._way.setVisible(may and shown.may_make)
        self.setVisible(bool(shown.words))

    def show_code(self, code: str, name: str, address: str, until: str) -> None:
        """Show a code, and what to do with it."""
        groups = code.split("-")
        self._code.show_words(" ".join(groups))
        self._address.say(tr("Address: {address}").format(address=address))
        self._told.say(tr(_HAND_OVER).format(name=name))
        self._once.say(tr(_ONCE).format(until=until))
        self._shown.show()
        for part in (self._once, self._code):  # all of it where there is room, else from the code on
            come_into_view(part)
        spelled = ", ".join(" ".join(group) for group in groups)
        announce(self._code, tr("The code: {spelled}").format(spelled=spelled), at_once=True)

    def clear(self) -> None:
        """Hold no code."""
        self._code.show_words("")
        for text in (self._address, self._told, self._once):
            text.say("")
        self._shown.hide()

"""Where it is, in words: on this laptop, waiting, received, opened; it never says more than is known."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Heading, Icon, PageColumn, Row, Text, announce
from app.look.speech import noted, tr
from app.look.tokens import Ink
from app.ui.finishing.copy import FOR
from app.ui.finishing.costchoice import CostChoice
from app.ui.finishing.remark import tell_trouble, trouble_notice
from app.ui.finishing.stack import fill, held_in, side_by_side


class Place(StrEnum):
    """Where a thing is, or that somebody has to do something about it."""

    LAPTOP = "laptop"
    WAITING = "waiting"
    RECEIVED = "received"
    OPENED = "opened"
    TROUBLE = "trouble"


_ICONS: dict[Place, tuple[str, Ink]] = {
    Place.LAPTOP: ("laptop", "ink_2"),
    Place.WAITING: ("clock", "warn"),
    Place.RECEIVED: ("mail-check", "good"),
    Place.OPENED: ("mail-open", "good"),
    Place.TROUBLE: ("triangle-alert", "warn"),
}
_WORDS = {
    Place.LAPTOP: noted("On this laptop"),
    Place.WAITING: noted("Waiting to be sent"),
    Place.RECEIVED: noted("Received"),
    Place.OPENED: noted("Opened"),
    Place.TROUBLE: noted("Not sent yet"),
}


@dataclass(frozen=True)
class WhereLine:
    """One thing that is kept or sent: where it is, what it is in words, and more where there is more to know or do."""

    place: Place
    words: str
    more: str = ""


@dataclass(frozen=True)
class WhereState:
    """Where the whole is: the plain sentence, the ledger in words, each thing by itself, and a trouble if any.

    ``sending`` is where sending stands on this laptop, in the same words as on the bar.
    """

    place: Place
    sentence: str
    ledger: str = ""
    lines: tuple[WhereLine, ...] = ()
    trouble: Trouble | None = None
    sending: str = ""
    may_send: bool = True
    may_hand_in: bool = False
    may_take_back: bool = False
    may_erase: bool = False
    may_change: bool = True
    costly: str = ""


class WherePage(QWidget):
    """Shows where a finished record is; it can be shown anew at any time without moving the keyboard.

    ``copy_requested`` carries for whom a copy is to be left; the page for it asks the rest.
    """

    copy_requested = Signal(str)
    send_now_requested = Signal()
    change_requested = Signal()
    stick_requested = Signal()
    take_back_requested = Signal()
    costly_chosen = Signal(str)
    erase_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("laptop", "ink_2", 32)
        self._sentence = Text("", "h2", wrap=True)
        self._ledger = Text("", "hint", "ink_3", wrap=True)
        self._sending = Text("", "hint", "ink_2", wrap=True)
        self._items = Column(gap="l")
        self._trouble = trouble_notice()
        self._send = Button(tr("Send now"), "send", "primary")
        self._send.setObjectName("where.send_now")
        self._send.clicked.connect(self.send_now_requested)
        self._stick = Button(tr("Hand in on a stick"), "save")
        self._stick.setObjectName("where.stick")
        self._stick.clicked.connect(self.stick_requested)
        self._take_back = Button(tr("Take it back"), "undo-2")
        self._take_back.setObjectName("where.take_back")
        self._take_back.clicked.connect(self.take_back_requested)
        self._erase = Button(tr("Ask for it to be erased"), "trash-2")
        self._erase.setObjectName("where.erase")
        self._erase.clicked.connect(self.erase_requested)
        self._change = Button(tr("Change something (makes a new version)"), "pen-line")
        self._change.setObjectName("where.change")
        self._change.clicked.connect(self.change_requested)
        self._costs = CostChoice()
        self._costs.chosen.connect(self.costly_chosen)
        self._copies = {reader.value: Button(tr(words)) for reader, words in FOR}
        self._copying = self._copy_card()
        self._make_page()

    def show_where(self, state: WhereState) -> None:
        """Show where it is; a sentence that has changed is spoken."""
        self._icon.show_icon(*_ICONS[state.place])
        if state.sentence != self._sentence.words:
            self._sentence.say(state.sentence)
            announce(self, state.sentence)
        self._ledger.say(state.ledger)
        self._ledger.setVisible(bool(state.ledger))
        self._say_sending(
            tr("Sending from this laptop: {sending}").format(sending=state.sending) if state.sending else "",
            tr("Send now"),
        )
        self._show_lines(state.lines)
        self._send.setVisible(state.may_send)
        self._stick.setVisible(state.may_hand_in)
        self._take_back.setVisible(state.may_take_back)
        self._erase.setVisible(state.may_erase)
        self._change.setVisible(state.may_change)
        self._costs.show_chosen(state.costly)
        if state.trouble is None:
            self._trouble.hide()
        else:
            tell_trouble(self._trouble, state.trouble)

    def offer_copies(self, readers: Collection[str]) -> None:
        """Lead on to leaving a copy for these readers; for nobody else, and not at all where there is none."""
        for code, button in self._copies.items():
            button.setVisible(code in readers)
        self._copying.setVisible(bool(readers))

    def _copy_card(self) -> Card:
        for code, button in self._copies.items():
            button.setObjectName(f"where.copy:{code}")
            button.clicked.connect(partial(self._copy, code))
        return Card(
            Heading(tr("Leave a copy"), "h2"), Text(tr("Who is it for?"), "body"), side_by_side(*self._copies.values())
        )

    def _copy(self, code: str) -> None:
        self.copy_requested.emit(code)

    def show_sending(self) -> None:
        """Say that it is being tried; only an answer of the endpoint says more."""
        self._say_sending(tr("Trying to send now. You need not wait: it goes on by itself."), tr("Trying now…"))
        announce(self, tr("Trying to send now"))

    def _say_sending(self, words: str, button: str) -> None:
        self._sending.say(words)
        self._sending.setVisible(bool(words))
        self._send.say(button)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        (self._send if self._send.isVisibleTo(self) else self._change).setFocus()

    def _make_page(self) -> None:
        page = PageColumn()
        page.head.add(Heading(tr("Where it is")))
        row = Row(Column(self._icon, None), Column(self._sentence, self._sending, self._ledger, gap="xs"), gap="l")
        row.setStretch(1, 1)
        self._list = Card()
        self._list.column.add(self._items)
        page.add(
            Card(row),
            self._trouble,
            self._list,
            side_by_side(self._send, self._stick, self._change, self._take_back, self._erase),
            self._costs,
            self._copying,
        )
        self.setLayout(Column(page))

    def _show_lines(self, lines: tuple[WhereLine, ...]) -> None:
        fill(self._items, *(_item(line) for line in lines))
        self._list.setVisible(bool(lines))


def _item(line: WhereLine) -> QWidget:
    icon, ink = _ICONS[line.place]
    told = Column(
        Text(line.words, "body", wrap=True), Text(tr(_WORDS[line.place]), "strong", ink, wrap=True), gap="hair"
    )
    if line.more:
        told.add(Text(line.more, "hint", "ink_2", wrap=True))
    row = Row(Column(Icon(icon, ink, 22), None), told)
    row.setStretch(1, 1)
    return held_in(row)

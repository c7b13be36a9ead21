"""The home page: carry on, what waits to be sent, what went well, and the families; it decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import (
    Button,
    Card,
    Column,
    Field,
    Flow,
    Heading,
    Icon,
    LineBox,
    Notice,
    PageColumn,
    Row,
    Text,
    announce,
)
from app.look.speech import noted, tr
from app.look.tokens import ROOMY
from app.ui.doors import Doors, lookup_button
from app.ui.families import FamilyList
from app.ui.parts import Fold, holder, middling
from app.ui.reminders import Reminders
from app.ui.states import CarryOn, HomeState

_MANY = 8
"""From so many families on there is a box to find one."""
_MEASURE = 860
_NOT_ALL = noted("These are the families you worked with last. A few letters of a name bring any other: Ctrl+K.")
_WORRIES = noted("It stays here until somebody writes down what was done about it.")
_ENDED = noted(
    "A checklist said that none was needed. Each stays on this laptop alone for a while, and goes to nobody."
)


class HomePage(PageColumn):
    """Where a practitioner arrives: two presses at most from here to the last box she typed in."""

    carry_on_requested = Signal()
    family_opened = Signal(str)
    page_opened = Signal(str, str)
    worry_opened = Signal(str)
    register_requested = Signal()
    lookup_requested = Signal()
    send_now_requested = Signal()
    come_back_requested = Signal(str)
    keys_requested = Signal()
    lost_read = Signal()
    find_requested = Signal()
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__(measure=_MEASURE, centred=True)
        self._today, self._greeting = Text("", "caption", "ink_3", wrap=True), Heading(tr("Hello"))
        self.doors = Doors("home")
        self.head.add(Column(self._today, self._greeting, gap="s"), self.doors)
        self._carry_on = _CarryOnCard()
        self._carry_on.button.clicked.connect(self.carry_on_requested)
        self._waiting, self._well = (
            self._waiting_notice(),
            Notice("good", tr("Something that went well"), icon="sprout"),
        )
        self._empty = _empty()
        self._families = FamilyList()
        self._families.opened.connect(self.family_opened)
        self._told = Fold(Column(self._waiting, None), Column(self._well, None), width=ROOMY, wide=(0, 1))
        self._worries = Reminders("home.worry", tr("A question about safety is open"), tr("Open"), tr(_WORRIES))
        self._worries.opened.connect(self.worry_opened)
        self._due = Reminders("home.due", tr("What is due"), tr("Open"))
        self._due.opened.connect(self.family_opened)
        self._due.page_wanted.connect(self.page_opened)
        self._ended = Reminders("home.ended", tr("Ended without an assessment"), tr("Come back to it"), tr(_ENDED))
        self._ended.opened.connect(self.come_back_requested)
        self._keys, self._lost = self._keys_notice(), self._lost_notice()
        self._out_of_touch = Notice("info", tr("Out of touch"), "", icon="clock")
        self._lapses = Notice("info", tr("Please renew in good time"), "", icon="calendar")
        self.add(
            self._worries,
            self._lost,
            self._out_of_touch,
            self._lapses,
            self._carry_on,
            self._keys,
            self._told,
            self._due,
        )
        self.add(self._family_card(), self._ended)
        self.show_home(HomeState("", ""))

    def show_home(self, state: HomeState) -> None:
        """Show all of the page anew; what there is nothing of is not shown."""
        self._today.say(state.today)
        self._greeting.say(tr("Hello {first_name}").format(first_name=state.first_name).strip())
        self._carry_on.show_place(state.carry_on)
        self._waiting.say(state.sending, state.waiting)
        self._show_send(ready=True)
        self._worries.show_lines(state.worries)
        self._due.show_lines(state.due)
        self._ended.show_lines(state.ended)
        self._waiting.setVisible(bool(state.waiting))
        self._well.say(tr("Something that went well"), state.went_well)
        self._well.setVisible(bool(state.went_well))
        self._keys.say(tr("Your place and keys"), state.keys)
        self._keys.setVisible(bool(state.keys))
        self._lost.say(tr("From your other laptop"), state.lost)
        self._lost.setVisible(bool(state.lost))
        self._out_of_touch.say(tr("Out of touch"), state.out_of_touch)
        self._out_of_touch.setVisible(bool(state.out_of_touch))
        self._register.setEnabled(not state.out_of_touch)
        self._lapses.say(tr("Please renew in good time"), state.lapses)
        self._lapses.setVisible(bool(state.lapses))
        self._told.setVisible(bool(state.waiting or state.went_well))
        for index, words in enumerate((state.waiting, state.went_well)):
            self._told.make_wide(index, wide=bool(words))
        self._families.show_families(state.families)
        self._more.setVisible(state.has_more)
        self._find_field.setVisible(len(state.families) >= _MANY and not (state.out_of_touch or state.has_more))
        if self._find_field.isHidden():
            self._find.load("")
        self._none.setVisible(bool(state.families) and self._families.show_only(self._find.text()) == 0)
        self._families.setVisible(bool(state.families))
        self._empty.setVisible(not state.families)

    def show_sending(self) -> None:
        """Say that it is being tried; only an answer of the endpoint says more."""
        self._waiting.say(
            tr("Trying to send now"), tr("You need not wait. It goes on by itself, whatever you do next.")
        )
        self._show_send(ready=False)
        announce(self, tr("Trying to send now"))

    def _show_send(self, *, ready: bool) -> None:
        self._send.say(tr("Send now") if ready else tr("Trying now…"))
        self._send.setProperty("trying", not ready)

    def _ask_to_send(self) -> None:
        if not self._send.property("trying"):
            self.send_now_requested.emit()

    def focus_first(self) -> None:
        """Put the keyboard on Carry on, or on starting with a new child."""
        first: QWidget = self._register if self._carry_on.isHidden() else self._carry_on.button
        first = first if first.isEnabled() else self._families
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_family(self, number: int) -> None:
        """Put the keyboard on one family of the list, counted from 0."""
        self._families.focus_row(number)

    def _waiting_notice(self) -> Notice:
        self._send = Button(tr("Send now"), "send")
        self._send.setObjectName("home.send_now")
        self._send.clicked.connect(self._ask_to_send)
        return Notice("info", tr("Waiting to send"), "", self._send, icon="laptop")

    def _keys_notice(self) -> Notice:
        see = Button(tr("See to it"), "key-round")
        see.setObjectName("home.keys")
        see.clicked.connect(self.keys_requested)
        return Notice("info", tr("Your place and keys"), "", see, icon="key-round")

    def _lost_notice(self) -> Notice:
        read = Button(tr("I have read this"), "check")
        read.setObjectName("home.lost_read")
        read.clicked.connect(self.lost_read)
        return Notice("warn", tr("From your other laptop"), "", read, icon="laptop")

    def _family_card(self) -> QWidget:
        self._register = Button(tr("Start with a new child"), "plus", "primary")
        self._register.setObjectName("home.register")
        self._register.clicked.connect(self.register_requested)
        lookup = lookup_button()
        lookup.setObjectName("home.lookup")
        lookup.clicked.connect(self.lookup_requested)
        self._find = LineBox()
        self._find.setObjectName("home.find")
        self._find.textEdited.connect(self._narrow)
        self._find_field = Field(tr("Find a child"), tr("Part of a name is enough."), self._find)
        self._none = Text(tr("No child here has that name."), "body", "ink_2", wrap=True)
        heading = middling(Heading(tr("Families you work with"), "h2"))
        title = Fold(heading, holder(Flow(lookup, self._register, gap="m")), width=520)
        self._more = self._more_below()
        return Card(title, self._empty, self._find_field, self._none, self._families, self._more, gap="l")

    def _more_below(self) -> QWidget:
        find = Button(tr("Find a child"), "search", explained=tr("By a few letters of the name (Ctrl+K)"))
        find.setObjectName("home.find_child")
        find.clicked.connect(self.find_requested)
        more = Button(tr("Show more"), "chevron-down", "quiet")
        more.setObjectName("home.more")
        more.clicked.connect(self.more_requested)
        return holder(Column(Text(tr(_NOT_ALL), "hint", "ink_2", wrap=True), holder(Flow(find, more)), gap="s"))

    def _narrow(self, part: str) -> None:
        found = self._families.show_only(part)
        self._none.setVisible(found == 0)
        announce(self, tr("{found} shown").format(found=found) if found else self._none.words)


class _CarryOnCard(Card):
    """Where she was when she stopped."""

    def __init__(self) -> None:
        self.button = Button(tr("Carry on"), "arrow-right", icon_at_end=True)
        self.button.setObjectName("home.carry_on")
        self._name, self._where = Text("", "h2", wrap=True), Text("", "body", "ink_2", wrap=True)
        told = Column(
            Text(tr("Carry on where you were"), "caption", "ink_3", wrap=True), self._name, self._where, gap="xs"
        )
        super().__init__(Fold(told, middling(holder(Flow(self.button))), width=520), margin="l")

    def show_place(self, place: CarryOn | None) -> None:
        """Show ``place``, or nothing at all."""
        self.setVisible(place is not None)
        self._name.say(place.name if place else "")
        where = " · ".join(part for part in (place.where, place.saved) if part) if place else ""
        self._where.say(where)
        name = (
            tr("Carry on with {name}: {where}").format(name=place.name, where=place.where) if place else tr("Carry on")
        )
        self.button.setAccessibleName(name)


def _empty() -> QWidget:
    lines = Column(
        Text(tr("No families here yet"), "label", wrap=True),
        Text(
            tr(
                "Start with a new child when you are with the family, or before. You can begin with very little and "
                "add the rest later. Nothing is sent to anyone until the family has agreed to it."
            ),
            "body",
            "ink_2",
            wrap=True,
        ),
        gap="xs",
    )
    row = Row(Column(Icon("heart-handshake", "accent", 28), None), lines, gap="l")
    row.setStretch(1, 1)
    return holder(row)

"""The list of people's accounts: looked through by words and by what lapses; it shows what it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import (
    Button,
    Card,
    ChoiceList,
    Column,
    Field,
    Heading,
    LineBox,
    Notice,
    PageColumn,
    Text,
    announce,
    tab_through,
)
from app.look.speech import noted, tr
from app.look.tokens import Ink
from app.ui.doors import Doors
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.parts import Fold

_LEAD = noted(
    "Who may send and receive here: checks, training, the use policy and laptops. No family’s record is ever shown to "
    "an administrator."
)
_NOBODY = noted("Nobody fits that. Take something away.")
_FILTERS = (
    ("", noted("Everybody")),
    ("due", noted("Lapsed, or lapsing within 30 days")),
    ("not", noted("May not send or receive today")),
)


@dataclass(frozen=True)
class AccountRow:
    """One account in the list: ``key`` is its id, ``standing`` how its person stands, with an icon and its ink."""

    key: str
    name: str
    who: str
    standing: str
    icon: tuple[str, Ink]


@dataclass(frozen=True)
class Fresh:
    """How fresh the list is: a title and words; ``is_old`` where it could not be asked for now."""

    title: str = ""
    words: str = ""
    is_old: bool = False


class AccountsPage(PageColumn):
    """Signals: ``opened(str)`` with an account; ``wanted_changed()``; ``again_requested()``; ``more_requested()``;
    ``new_requested()`` to open one.
    """

    opened = Signal(str)
    wanted_changed = Signal()
    again_requested = Signal()
    more_requested = Signal()
    new_requested = Signal()

    def __init__(self) -> None:
        super().__init__(centred=True)
        self.doors = Doors("accounts", of_families=False)
        self._words, self._filter = LineBox(), ChoiceList()
        self._words.setObjectName("accounts.words")
        self._filter.setObjectName("accounts.filter")
        for code, words in _FILTERS:
            self._filter.addItem(tr(words), code)
        self._words.textEdited.connect(self.wanted_changed)
        self._filter.activated.connect(self.wanted_changed)
        self._again = self._button(tr("Ask again"), "refresh-cw", "accounts.again")
        self._more = self._button(tr("Show more"), "chevron-down", "accounts.more")
        self._again.clicked.connect(self.again_requested)
        self._more.clicked.connect(self.more_requested)
        self._digits = self._button(tr("Give the six digits"), "key-round", "accounts.digits")
        self._digits.clicked.connect(self.doors.to_digits)
        self._new = self._button(tr("Open an account"), "user-plus", "accounts.new")
        self._new.clicked.connect(self.new_requested)
        self._asked_at = Text("", "body", "ink_2", wrap=True)
        self._old = Notice("warn", "", icon="cloud-off")
        self._count, self._rows = Text("", "label", wrap=True), Column(gap="l")
        self._stops: list[QWidget] = []
        self.head.add(
            stacked(self.doors, Heading(tr("People’s accounts")), Text(tr(_LEAD), "body", "ink_2", wrap=True), gap="m")
        )
        self.add(
            self._old,
            self._asked_at,
            side_by_side(self._digits, self._new, self._again),
            self._looked_for(),
            self._count,
        )
        self.add(held_in(self._rows), side_by_side(self._more))
        self.show_fresh(Fresh())
        self.show_digits_asked(asked=False)
        self.show_accounts((), 0)

    def _looked_for(self) -> QWidget:
        words = Field(tr("Find"), tr("Part of a name, a job or an agency."), self._words)
        which = Field(tr("Show"), "", self._filter)
        return Card(Fold(words, which, width=560, wide=(0, 1)))

    @property
    def words(self) -> str:
        """What is looked for."""
        return self._words.text()

    @property
    def only(self) -> str:
        """Which accounts are to be shown: ``due``, ``not``, or empty for all."""
        return str(self._filter.currentData() or "")

    def show_fresh(self, fresh: Fresh) -> None:
        """Say from when the list is, and where it could not be asked for, loudly."""
        self._old.say(fresh.title, fresh.words)
        self._asked_at.say(fresh.title)
        self._old.setVisible(fresh.is_old)
        self._new.setVisible(not fresh.is_old)
        self._asked_at.setVisible(bool(fresh.title) and not fresh.is_old)
        if fresh.is_old:
            announce(self._old, f"{fresh.title} {fresh.words}")

    def show_digits_asked(self, *, asked: bool) -> None:
        """Lead to the six digits while the authority asks for them before it shows or changes anything."""
        self._digits.setVisible(asked)

    def show_accounts(self, rows: Sequence[AccountRow], count: int) -> None:
        """Show the first of the accounts that fit, and how many there are."""
        self._stops = []
        one, many = tr("1 account"), tr("{count} accounts").format(count=count)
        self._count.say(tr(_NOBODY) if not count else one if count == 1 else many)
        fill(self._rows, *map(self._row, rows))
        self._more.setVisible(len(rows) < count)
        tab_through([self._digits, self._new, self._again, self._words, self._filter, *self._stops, self._more])

    def say_count(self) -> None:
        """Have a screen reader say how many fit."""
        announce(self, self._count.words)

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be asked twice."""
        self._again.setEnabled(not busy)
        self._new.setEnabled(not busy)

    def focus_first(self) -> None:
        """Put the keyboard where somebody begins."""
        self.to_top()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_new(self) -> None:
        """Put the keyboard back where an account is opened."""
        self.to_top()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_account(self, key: str) -> None:
        """Put the keyboard back on the account that was open, or where somebody begins."""
        for stop in self._stops:
            if stop.objectName() == f"accounts.open:{key}":
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                self.reveal(stop)
                return
        self.focus_first()

    def _row(self, row: AccountRow) -> QWidget:
        told = stacked(Heading(row.name, "h2"), Text(row.who, "body", "ink_2", wrap=True), gap="hair")
        icon, ink = row.icon
        look = self._button(tr("Open"), "arrow-right", f"accounts.open:{row.key}")
        look.setAccessibleName(tr("Open the account of {name}").format(name=row.name))
        look.clicked.connect(lambda: self.opened.emit(row.key))
        self._stops.append(look)
        return Card(told, Remark(icon, row.standing, ink, "body"), side_by_side(look), gap="m")

    @staticmethod
    def _button(words: str, icon: str, name: str) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        return button

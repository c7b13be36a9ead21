"""A repeating group: a card for each row, to add, open, remove and bring back; no row is ever gone for good at once."""

from collections.abc import Callable, Iterator
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Absent, AbsentReason, Answers, row_path, rows_of
from app.domain.ids import RowId, new_row_id
from app.forms.definition import Item, ItemKind
from app.forms.widgets import wording
from app.forms.widgets.absent import AbsentChoices
from app.forms.widgets.field import ItemField
from app.look.kit import Button, Card, Column, Heading, Row, Text, announce
from app.look.speech import tr

ALL_OPEN = 5
"""Up to this many rows all stand open; of more, each shows its first words until it is opened."""
_FIRST_WORDS = 80
"""How much of a long answer a closed row shows, in letters."""

FieldMaker = Callable[[Item, str], ItemField]
AnswersNow = Callable[[], Answers]


class RowCard(Card):
    """One row: its number, its first words, and its fields once it has been opened."""

    remove_asked = Signal()
    built = Signal()

    def __init__(self, group: Item, row: RowId, make_field: FieldMaker, answers: AnswersNow) -> None:
        super().__init__(gap="l", margin="l")
        self.row, self.fields = row, list[ItemField]()
        self._group, self._make_field, self._answers = group, make_field, answers
        self._title, self._words = Heading("", "label"), Text("", "ui", "ink_2", wrap=True)
        self._title.set_ink("accent")
        self._opener = Button(tr(wording.OPEN), "chevron-down", "small")
        self._opener.setObjectName(f"{group.link_id}/{row}:open")
        self._opener.clicked.connect(self._toggle)
        self._remove = Button(tr(wording.REMOVE), "trash-2", "small")
        self._remove.setObjectName(f"{group.link_id}/{row}:remove")
        self._remove.clicked.connect(self.remove_asked)
        top = Row(self._title, self._opener, self._remove, gap="s")
        top.setStretch(0, 1)
        top.setAlignment(self._title, Qt.AlignmentFlag.AlignVCenter)
        self._body = QWidget()
        self._body.setMinimumWidth(1)
        self._body.setLayout(Column(gap="l"))
        self._body.hide()
        self.column.add(Column(top, self._words, gap="xs"), self._body)
        self.summarise()

    def number(self, place: int) -> None:
        """Show this row as the ``place``-th, counting from 1."""
        name = f"{self._group.text} {place}"
        self._title.say(name)
        self._remove.setAccessibleName(f"{tr(wording.REMOVE)} {name}")
        self._opener.setAccessibleName(f"{self._opener.text()} {name}")

    def name(self) -> str:
        """Return what the row is called on the screen."""
        return self._title.words

    def is_open(self) -> bool:
        """Say whether the row's fields are shown."""
        return not self._body.isHidden()

    def open(self) -> None:
        """Show the row's fields, making them the first time."""
        if not self.fields:
            self._build()
        self._body.show()
        self._words.hide()
        self._offer(tr(wording.CLOSE), "chevron-up")

    def close_up(self) -> None:
        """Show the row's first words instead of its fields."""
        self.summarise()
        self._body.hide()
        self._words.show()
        self._offer(tr(wording.OPEN), "chevron-down")

    def summarise(self) -> None:
        """Take the row's first two answers in words as what it shows while closed."""
        answers, words = self._answers(), list[str]()
        for item in _asked(self._group):
            given = answers.get(row_path(self._group.link_id, self.row, item.link_id))
            if isinstance(given, str) and item.kind is not ItemKind.DATE:
                words.append(shorten(item.display_of(given), _FIRST_WORDS, placeholder="…"))
        self._words.say(", ".join(list(filter(None, words))[:2]) or tr(wording.NOTHING_YET))

    def show_opener(self, *, needed: bool) -> None:
        """Offer to open and close the row, or not where all rows stand open anyway."""
        self._opener.setVisible(needed)

    def tab_stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        return [self._opener, *(stop for field in self.fields for stop in field.tab_stops()), self._remove]

    def focus_first(self) -> None:
        """Take the focus to the row's first field."""
        if self.fields:
            self.fields[0].control.focus_at(None)

    def _offer(self, words: str, icon: str) -> None:
        self._opener.say(words)
        self._opener.setAccessibleName(f"{words} {self.name()}")
        self._opener.show_icon(icon)

    def _toggle(self) -> None:
        if self.is_open():
            self.close_up()
        else:
            self.open()

    def _build(self) -> None:
        layout = self._body.layout()
        for item in _asked(self._group):
            field = self._make_field(item, row_path(self._group.link_id, self.row, item.link_id))
            self.fields.append(field)
            if layout is not None:
                layout.addWidget(field)
        self.built.emit()


def _asked(group: Item) -> Iterator[Item]:
    """Yield what is asked in a row; what a view of its own fills in is not among it."""
    return (item for item in group.items if not item.hidden)


class RowsField(QWidget):
    """A repeating group. ``answered`` carries the group's path and its row ids, or ``None`` when no row is left.

    A removed row leaves a line with Undo in its place until another page is shown; the answers in it are not touched.
    """

    answered = Signal(str, object)
    rows_changed = Signal()

    def __init__(self, item: Item, make_field: FieldMaker, answers: AnswersNow) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.setObjectName(item.link_id)
        self.item, self.path = item, item.link_id
        self._make_field, self._answers = make_field, answers
        self._cards: dict[RowId, RowCard] = {}
        self._removed: dict[RowId, QWidget] = {}
        self._absent = AbsentChoices(self.path, item.text, is_open=False, can_take_away=False)
        self._absent.chosen.connect(self._reasoned)
        self._list = Column(gap="m")
        self._add = Button(tr(wording.ADD_FIRST), "plus")
        self._add.setObjectName(f"{self.path}:add")
        self._add.clicked.connect(self._add_row)
        self._lay_out()
        self.load()

    def load(self) -> None:
        """Show the rows there are now, without reporting anything."""
        rows = rows_of(self._answers(), self.path)
        for row in set(self._cards) - set(rows):
            self._drop(self._cards.pop(row))
        for strip in self._removed.values():
            self._drop(strip)
        self._removed.clear()
        for place, row in enumerate(rows):
            if row in self._cards:
                self._cards[row].show()  # one that was removed, and is there again
            else:
                self._make_card(row, place, is_open=len(rows) <= ALL_OPEN)
        given = self._answers().get(self.path)
        self._absent.show_reason(given.reason if isinstance(given, Absent) else None)
        self._settle()

    def rows(self) -> tuple[RowId, ...]:
        """Return the ids of the rows shown, in their order; removed ones are not among them."""
        placed = sorted(self._cards.items(), key=lambda pair: self._list.indexOf(pair[1]))
        return tuple(row for row, _ in placed if row not in self._removed)

    def fields(self) -> list[ItemField]:
        """Return the fields of every row that has been opened."""
        return [field for row in self.rows() for field in self._cards[row].fields]

    def field_at(self, path: str) -> ItemField | None:
        """Return the field of an item in a row, or ``None`` when it is not shown."""
        return next((field for field in self.fields() if field.path == path), None)

    def open_row(self, path: str) -> None:
        """Open the row that the item at ``path`` stands in."""
        row = RowId(path.removeprefix(f"{self.path}/").partition("/")[0])
        if row in self._cards and path != self.path:
            self._cards[row].open()

    def focus_add(self) -> None:
        """Take the focus to the button that adds a row."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        cards = (stop for row in self.rows() for stop in self._cards[row].tab_stops())
        return [*self._absent.tab_stops(), *cards, self._add]

    def _lay_out(self) -> None:
        top = Row(Heading(self.item.text, "h2"), self._absent.opener, gap="s")
        top.setStretch(0, 1)
        hints = [self.item.hint] if self.item.hint else []
        if self.item.required:
            hints.append(tr(wording.REQUIRED))
        words = Column(top, *(Text(hint, "hint", "ink_3", wrap=True) for hint in hints), self._absent, gap="xs")
        self.setLayout(Column(words, self._list, Row(self._add, None), gap="m"))

    def _make_card(self, row: RowId, place: int, *, is_open: bool) -> RowCard:
        card = RowCard(self.item, row, self._make_field, self._answers)
        card.remove_asked.connect(lambda: self._remove_row(row))
        card.built.connect(self.rows_changed)
        self._list.insertWidget(place, card)
        self._cards[row] = card
        if is_open:
            card.open()
        return card

    def _add_row(self) -> None:
        card = self._make_card(new_row_id(), self._list.count(), is_open=True)
        self._make_room(card)
        self._absent.show_reason(None)
        self._report()
        card.focus_first()

    def _make_room(self, added: RowCard) -> None:
        """Of many rows only the new one stands open, or each keystroke would lay out the whole of a long page anew."""
        if len(self._cards) > ALL_OPEN:
            for card in self._cards.values():
                if card is not added and card.is_open():
                    card.close_up()

    def _remove_row(self, row: RowId) -> None:
        card = self._cards[row]
        words = tr(wording.REMOVED).format(card.name())
        undo = Button(tr(wording.UNDO), "undo-2")
        undo.setObjectName(f"{self.path}/{row}:undo")
        undo.setAccessibleDescription(words)
        undo.clicked.connect(lambda: self._bring_back(row))
        self._removed[row] = _strip(words, undo)
        self._list.insertWidget(self._list.indexOf(card), self._removed[row])
        card.hide()
        self._report()
        undo.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    def _bring_back(self, row: RowId) -> None:
        self._cards[row].show()
        self._drop(self._removed.pop(row))
        self._report()
        self._cards[row].focus_first()

    def _reasoned(self, reason: object) -> None:
        self.answered.emit(self.path, Absent(reason) if isinstance(reason, AbsentReason) else None)

    def _report(self) -> None:
        self._settle()
        self.answered.emit(self.path, self.rows() or None)
        self.rows_changed.emit()

    def _settle(self) -> None:
        """Give the rows their numbers, and offer only what makes sense for this many."""
        rows = self.rows()
        for place, row in enumerate(rows, 1):
            self._cards[row].number(place)
            self._cards[row].show_opener(needed=len(rows) > ALL_OPEN)
        words = tr(wording.ADD_ANOTHER) if rows else tr(wording.ADD_FIRST)
        self._add.say(words)
        self._add.setAccessibleName(f"{words}: {self.item.text}")
        if self._absent.opener is not None:
            self._absent.opener.setVisible(not rows)
        if rows:
            self._absent.hide()

    @staticmethod
    def _drop(widget: QWidget) -> None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


def _strip(words: str, undo: Button) -> Card:
    """Return what stands in the place of a removed row."""
    said = Text(words, "ui", "ink_2", wrap=True)
    row = Row(said, undo)
    row.setStretch(0, 1)
    row.setAlignment(said, Qt.AlignmentFlag.AlignVCenter)
    return Card(row, margin="m")

"""One service in the sharing grid: its own yes or no, its end date, its held-back lines; no answer is presumed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.domain.agencies import has_signed_up
from app.domain.answers import Answer, Answers
from app.domain.ids import RowId
from app.forms.definition import Item, ItemKind, Option
from app.forms.widgets.choice import ListOptions
from app.forms.widgets.control import Control
from app.forms.widgets.date import DateBoxes
from app.look.kit import Button, Card, Column, Field, LineBox, Row, Text, TickBox, announce, leave_undo
from app.look.speech import noted, tr
from app.ui.days import day_in_words
from app.ui.finishing.choices import Choices
from app.ui.finishing.lines import ServiceLines
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import Pair, side_by_side, stacked
from app.ui.states import ReadSection

GROUP = "c2.list"
_SERVICE, _KIND, _MAY_SEE = f"{GROUP}.service", f"{GROUP}.kind", f"{GROUP}.may_see"
_UNTIL, _SENSITIVE, _WITHHELD = f"{GROUP}.until", f"{GROUP}.sensitive", f"{GROUP}.withheld"
PURPOSE = f"{GROUP}.purpose"
_HOLD = noted("Hold lines back from this service")
_NOT_SIGNED = noted(
    "This name is not among those who have signed your authority’s agreement on sharing. The family may still say yes. "
    "Before anything is passed on, ask how: see People to ask."
)
KINDS = (
    ("school", noted("School")),
    ("college", noted("College")),
    ("early years", noted("Early years or children’s centre")),
    ("health visitor", noted("Health visitor")),
    ("school nurse", noted("School nurse")),
    ("midwife", noted("Midwife")),
    ("GP", noted("GP (family doctor)")),
    ("hospital", noted("Hospital")),
    ("CAMHS", noted("CAMHS (child and young people’s mental health)")),
    ("youth", noted("Youth service")),
    ("youth justice", noted("Youth justice")),
    ("police", noted("Police")),
    ("social care", noted("Social care")),
    ("education welfare", noted("Education welfare")),
    ("psychology", noted("Psychology")),
    ("housing", noted("Housing")),
    ("substance misuse", noted("Drugs and alcohol service")),
    ("voluntary sector", noted("Voluntary or community group")),
    ("family support", noted("Family support")),
    ("probation", noted("Probation")),
)
"""The sorts of services, code and words (S4 2.18 and 6; S1 3.16; S2 4(v)); any other may be written in."""


class ServiceRow(QWidget):
    """One row of the grid. ``given`` carries (linkId, answer or ``None``); all signals come by hand."""

    given = Signal(str, object)
    removed = Signal()
    restored = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, row: RowId, *, asks_purpose: bool = False) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.row, self.is_removed, self._asks_purpose = row, False, asks_purpose
        self._answers: dict[str, Answer] = {}
        self._signed_up: tuple[str, ...] = ()
        self._path = f"{GROUP}/{row}"
        self._make_controls()
        self._more = Button(tr("More about it"), "chevron-down", "quiet")
        self._more.setObjectName(f"{self._path}:more")
        self._more.clicked.connect(lambda: self.fold(folded=False))
        self._more.hide()
        *self._asked, self._rest = self._fields()
        self._form = Card(*self._asked, side_by_side(self._more), self._rest, gap="l")
        self._gone = self._farewell()
        self.setLayout(Column(self._form, self._gone))

    def load(self, answers: Answers) -> None:
        """Show the answers of this row, by ``linkId``, without reporting them."""
        self._answers = dict(answers)
        self._name.load(self._text(_SERVICE))
        self._purpose.load(self._text(PURPOSE))
        self._kind.show_answer(answers.get(_KIND))
        self._may_see.load(self._text(_MAY_SEE))
        self._until.show_answer(answers.get(_UNTIL))
        self._sensitive.setChecked(answers.get(_SENSITIVE) is True)
        held = answers.get(_WITHHELD)
        self._lines.load(held if isinstance(held, tuple) else ())
        self._say_state()

    def know_agencies(self, signed_up: tuple[str, ...]) -> None:
        """Take in which agencies have signed the agreement on sharing; where none is known, no one is warned of."""
        self._signed_up = signed_up
        self._say_state()

    def recall(self, code: str) -> None:
        """Say what the family answered about this service last time; nothing is ticked for it."""
        self._may_see.recall(code)

    def show_lines(self, sections: tuple[ReadSection, ...], closed: frozenset[str]) -> None:
        """Show the lines that can be held back from this service."""
        self._lines.show_lines(sections, closed)

    def fold(self, *, folded: bool) -> None:
        """Ask no more than yes or no, and show the rest when it is wanted."""
        self._rest.setHidden(folded)
        self._more.setVisible(folded)
        if not folded and self._more.hasFocus():
            self._kind.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def answers(self) -> Answers:
        """Return the answers of this row by ``linkId``."""
        return self._answers

    def spoken_name(self) -> str:
        """Return the service's name as a screen reader says it."""
        return self._text(_SERVICE) or tr("A service without a name yet")

    def focus_first(self) -> None:
        """Put the keyboard where this row starts, or where it can be brought back."""
        (self._undo if self.is_removed else self._name).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_answer(self) -> None:
        """Put the keyboard on whether they may see it, where the name stands there already."""
        self._may_see.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        asked = [self._name, *self._may_see.stops(), self._more, *self._kind.inputs(), *self._until.inputs()]
        return [*asked, self._purpose, self._sensitive, self._hold, self._remove, *self._lines.stops(), self._undo]

    def _make_controls(self) -> None:
        self._name, self._purpose = LineBox(), LineBox()
        self._kind = ListOptions(self._item(_KIND, ItemKind.OPEN_CHOICE), self._at(_KIND))
        self._may_see = Choices(self._at(_MAY_SEE), tr("May they see it?"))
        self._until = DateBoxes(self._item(_UNTIL, ItemKind.DATE), self._at(_UNTIL))
        self._until_said = Text("", "hint", "ink_3", wrap=True)
        self._sensitive = TickBox(tr("This is a sensitive service, so the others are not told its name"))
        self._hold = Button(tr(_HOLD), "eye-off")
        self._hold.setCheckable(True)
        self._remove = Button(tr("Remove"), "x", "quiet")
        self._lines = ServiceLines(self._at(_WITHHELD))
        self._lines.hide()
        self._not_signed = Remark("triangle-alert", tr(_NOT_SIGNED), "ink_2")
        for control, link_id in ((self._name, _SERVICE), (self._sensitive, _SENSITIVE), (self._hold, _WITHHELD)):
            control.setObjectName(self._at(link_id))
        self._purpose.setObjectName(self._at(PURPOSE))
        leave_undo((self._name, self._purpose, *self._kind.inputs(), *self._until.inputs()))
        self._remove.setObjectName(f"{self._path}:remove")
        self._connect()

    def _connect(self) -> None:
        self._name.textEdited.connect(lambda words: self._give(_SERVICE, words or None))
        self._purpose.textEdited.connect(lambda words: self._give(PURPOSE, words or None))
        self._kind.changed.connect(lambda: self._give(_KIND, self._kind.given()))
        self._may_see.chosen.connect(lambda code: self._give(_MAY_SEE, code))
        self._until.changed.connect(lambda: self._give(_UNTIL, self._until.given()))
        self._sensitive.clicked.connect(lambda ticked: self._give(_SENSITIVE, ticked))
        self._lines.held.connect(lambda link_ids: self._give(_WITHHELD, link_ids))
        self._hold.toggled.connect(self._lines.setVisible)
        self._remove.clicked.connect(self._take_off)

    def _fields(self) -> tuple[QWidget, ...]:
        examples = Text(tr("For instance sexual health, mental health, drugs or alcohol."), "hint", "ink_3", wrap=True)
        until = _labelled(
            tr("Until when?"), tr("If you leave this empty, it is until you change your mind."), self._until
        )
        until.column.add(self._until_said)
        purpose = Field(tr("What is it for?"), tr("In a few words. You may leave it empty."), self._purpose)
        if not self._asks_purpose:
            purpose.hide()
        return (
            stacked(Field(tr("Service"), tr("The name the family knows it by."), self._name), self._not_signed),
            self._may_see,
            stacked(
                Pair(_labelled(tr("What sort of service is it?"), "", self._kind), until),
                purpose,
                stacked(self._sensitive, examples, gap="hair"),
                side_by_side(self._hold, self._remove),
                self._lines,
                gap="l",
            ),
        )

    def _farewell(self) -> Card:
        self._gone_words = Text("", "ui", wrap=True)
        self._undo = Button(tr("Undo"), "undo-2")
        self._undo.setObjectName(f"{self._path}:undo")
        self._undo.clicked.connect(self._bring_back)
        row = Row(Column(None, self._gone_words, None), self._undo)
        row.setStretch(0, 1)
        card = Card(row, margin="l")
        card.hide()
        return card

    def _take_off(self) -> None:
        name = self._text(_SERVICE) or tr("The service")
        self._gone_words.say(tr("{name} is off the list. Nothing goes to them.").format(name=name))
        self._turn(removed=True)
        announce(self, self._gone_words.words)
        self.removed.emit()

    def _bring_back(self) -> None:
        self._turn(removed=False)
        self.restored.emit()

    def _turn(self, *, removed: bool) -> None:
        self.is_removed = removed
        self._gone.setVisible(removed)
        self._form.setVisible(not removed)
        self.focus_first()

    def _give(self, link_id: str, answer: Answer | None) -> None:
        if answer is None:
            self._answers.pop(link_id, None)
        else:
            self._answers[link_id] = answer
        self._say_state()
        self.given.emit(link_id, answer)

    def _say_state(self) -> None:
        name, held = self._text(_SERVICE), self._answers.get(_WITHHELD)
        self._remove.setAccessibleName(tr("Remove {name}").format(name=name or tr("this service")))
        count = len(held) if isinstance(held, tuple) else 0
        known = not name or not self._signed_up or has_signed_up(name, self._signed_up)
        self._not_signed.setVisible(not known)
        self._hold.say(tr("{hold} ({count} held back)").format(hold=tr(_HOLD), count=count) if count else tr(_HOLD))
        self._until_said.say(_end_in_words(self._text(_UNTIL)))
        self._until_said.setVisible(bool(self._until_said.words))

    def _text(self, link_id: str) -> str:
        given = self._answers.get(link_id)
        return given if isinstance(given, str) else ""

    def _at(self, link_id: str) -> str:
        return f"{self._path}/{link_id}"

    @staticmethod
    def _item(link_id: str, kind: ItemKind) -> Item:
        options = tuple(Option(code, tr(words)) for code, words in KINDS) if kind is ItemKind.OPEN_CHOICE else ()
        return Item(link_id, kind, "", options=options)


def _labelled(label: str, hint: str, control: Control) -> Field:
    """Return a control of the forms with its label, both seen and spoken."""
    field = Field(label, hint, control)
    control.describe(label, hint)
    return field


def _end_in_words(until: str) -> str:
    """Say what an end date comes to; what is not a whole day is never taken for "no end"."""
    if not until:
        return ""
    try:
        return tr("Until {day}.").format(day=day_in_words(date.fromisoformat(until)))
    except ValueError:
        return tr("This is not a whole day yet. Until it is, nothing goes to them.")

"""What somebody says while the screen is turned to them: how this is for them, and their own words, as they said it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer, Answers, cells_of, row_path, rows_of
from app.domain.ids import RowId, new_row_id
from app.look.kit import Card, Column, Field, TextBox, tab_through
from app.look.speech import noted, told, tr
from app.ui.finishing.choices import Choices

CHILD, SOMEBODY_ELSE = "child", "other"
_CHILDS, _OTHERS = "fw.child", "fw.says"
_CELLS = {_CHILDS: "fw.child.", _OTHERS: "fw."}
_NUMBERS = tuple((str(number), str(number)) for number in range(11))
_HOW = (
    ("spoken", noted("Spoken")),
    ("signed", noted("Signed, and I understood it")),
    ("interpreted from sign", noted("Signed, and interpreted")),
    ("interpreted", noted("Interpreted from another language")),
    ("written", noted("They wrote it themselves")),
    ("another way", noted("Another way")),
)
_ASSUMED = noted("Known from getting ready. Press another if it was said another way.")


@dataclass(frozen=True)
class Person:
    """Somebody who may say something; ``code`` is ``child``, ``other``, or a number for an adult known by name.

    ``how`` is the way they speak, where it is known that they sign and somebody interprets.
    """

    code: str
    name: str
    how: str = ""


@dataclass
class Saying:
    """One thing somebody said about something. Until it is said who it was, it is kept as the child's own."""

    about: str
    row: RowId = field(default_factory=new_row_id)
    by: str = ""
    name: str = ""
    number: int | None = None
    words: str = ""
    how: str = ""

    def changes(self, answers: Answers) -> Iterator[tuple[str, Answer | None]]:
        """Yield what has to be written for it, given what stands there now."""
        group = _CHILDS if self.by in {"", CHILD} else _OTHERS
        for other in (_CHILDS, _OTHERS):
            if other != group or not self._is_something():
                yield from self._taken_out(answers, other)
        if self._is_something():
            yield from self._put_in(answers, group)

    def _is_something(self) -> bool:
        return self.number is not None or bool(self.words.strip())

    def _taken_out(self, answers: Answers, group: str) -> Iterator[tuple[str, Answer | None]]:
        rows = rows_of(answers, group)
        if self.row in rows:
            yield group, tuple(row for row in rows if row != self.row) or None
            yield from ((path, None) for path in cells_of(answers, group, self.row))

    def _put_in(self, answers: Answers, group: str) -> Iterator[tuple[str, Answer | None]]:
        rows = rows_of(answers, group)
        if self.row not in rows:
            yield group, (*rows, self.row)
        said: dict[str, Answer | None] = {
            "about": self.about,
            "scale": self.number,
            "said": self.words or None,
            "how": self.how or None,
        }
        said |= {"who": self.name or None} if group == _OTHERS else {}
        for cell, given in said.items():
            path = row_path(group, self.row, f"{_CELLS[group]}{cell}")
            if answers.get(path) != given:
                yield path, given


class SayCard(Card):
    """Asks how this is for somebody, their own words, who it was and how they said it; nothing is chosen beforehand.

    But for how somebody speaks of whom it is known: that is shown, said to be so, and changed by one press.

    Signals: ``said()`` at every change of the ``saying`` it holds.
    """

    said = Signal()

    def __init__(self, saying: Saying, people: tuple[Person, ...], *, asks_number: bool) -> None:
        super().__init__(gap="xl")
        self._asks_number = asks_number
        self.saying, self._people = saying, {person.code: person for person in people}
        self._is_assumed = False
        hint = tr("0 is as hard as it could be. 10 is as good as it could be.")
        self._number = Choices("share.number", tr("Pick a number, if you like."), _NUMBERS, hint, across=11)
        self._words = TextBox(3)
        self._words.setObjectName("share.words")
        self._who = Choices("share.who", tr("Who says it?"), tuple((one.code, one.name) for one in people), across=3)
        self._how = Choices("share.how", tr("How was it said?"), told(_HOW))
        self._fill()
        field = Field(tr("In your own words"), tr("Just as you say it."), self._words)
        asked = [self._number] if asks_number else []
        self.column.add(Column(*asked, field, self._who, self._how, gap="xl"))
        self._number.chosen.connect(lambda code: self._take(number=int(code)))
        self._number.picked.connect(lambda _: self._words.setFocus(Qt.FocusReason.OtherFocusReason))
        self._words.textChanged.connect(lambda: self._take(words=self._words.toPlainText()))
        self._who.chosen.connect(self._took_who)
        self._how.chosen.connect(self._took_how)
        if saying.by in self._people:
            self._assume(self._people[saying.by].how)
        tab_through(self.stops())

    def stops(self) -> list[QWidget]:
        """Return everything that takes the keyboard, in order."""
        numbers = self._number.stops() if self._asks_number else []
        return [*numbers, self._words, *self._who.stops(), *self._how.stops()]

    def entry(self) -> QWidget:
        """Return what takes the keyboard first."""
        return self._number.entry() if self._asks_number else self._words

    def _fill(self) -> None:
        saying = self.saying
        self._number.load("" if saying.number is None else str(saying.number))
        self._words.load(saying.words)
        self._who.load(saying.by)
        self._how.load(saying.how)

    def _took_who(self, code: str) -> None:
        self.saying.by, self.saying.name = code, "" if code == SOMEBODY_ELSE else self._people[code].name
        self._assume(self._people[code].how)
        self.said.emit()

    def _assume(self, how: str) -> None:
        """Show how they speak, where it is known and nobody has chosen it by hand."""
        if self.saying.how and not self._is_assumed:
            return
        self._is_assumed, self.saying.how = bool(how), how
        self._how.load(how)
        self._how.note(tr(_ASSUMED) if how else "")

    def _took_how(self, code: str) -> None:
        self._is_assumed = False
        self._how.note("")
        self._take(how=code)

    def _take(self, *, number: int | None = None, words: str | None = None, how: str | None = None) -> None:
        if number is not None:
            self.saying.number = number
        if words is not None:
            self.saying.words = words
        if how is not None:
            self.saying.how = how
        self.said.emit()

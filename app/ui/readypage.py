"""Getting ready for a visit: whom, how to talk with them, and whether the laptop will last; it changes no record."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Heading, PageColumn, Text, TickBox, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.quicknotes import named_button

_LEAD = noted("A minute before you knock. Nothing on this page is part of the record.")
_BLANK = noted("While this visit lasts, open on a page without names")
_BLANK_HINT = noted("For the rest of today: after unlocking nobody’s name is on the screen until you carry on.")
_HERE = noted("Has the interpreter or signer come?")


@dataclass(frozen=True)
class ReadyState:
    """What the page shows, in words; ``laptop`` is each check with whether it is well."""

    people: tuple[str, ...] = ()
    talking: tuple[str, ...] = ()
    has_interpreter: bool = False
    laptop: tuple[tuple[str, bool], ...] = ()
    is_visit: bool = False


class ReadyPage(QWidget):
    """Signals: ``interpreter_said(str)`` with ``here``, ``not yet`` or ``changed``; ``papers_requested()``;
    ``form_requested()`` for the form on paper; ``visit_set(bool)``; ``back_requested()``.
    """

    interpreter_said = Signal(str)
    papers_requested = Signal()
    form_requested = Signal()
    visit_set = Signal(bool)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people, self._talking, self._laptop = Column(gap="s"), Column(gap="s"), Column(gap="s")
        self._answers = tuple(
            self._answer(*one)
            for one in (("here", tr("Here now")), ("not yet", tr("Not yet")), ("changed", tr("Changed")))
        )
        self._asked = stacked(Text(tr(_HERE), "strong", wrap=True), side_by_side(*self._answers))
        self._papers = named_button(
            "ready.papers", tr("Papers to take along"), "printer", "plain", tr("The leaflet, and letters")
        )
        self._visit = TickBox(tr(_BLANK))
        self._visit.setObjectName("ready.visit")
        self._back = named_button("ready.back", tr("Back"), "arrow-left", "quiet", "")
        self._form = named_button(
            "ready.form", tr("The form on paper"), "file-text", "plain", tr("Blank, or to be typed in")
        )
        self._form.clicked.connect(self.form_requested)
        self._papers.clicked.connect(self.papers_requested)
        self._visit.clicked.connect(self.visit_set)
        self._back.clicked.connect(self.back_requested)
        page = PageColumn()
        page.head.add(Heading(tr("Get ready for a visit")), Text(tr(_LEAD), "body", "ink_2", wrap=True))
        page.add(Card(Heading(tr("How to talk with them"), "h2"), held_in(self._talking), self._asked))
        page.add(Card(Heading(tr("Who may be there"), "h2"), held_in(self._people)))
        page.add(
            Card(
                Heading(tr("This laptop"), "h2"),
                held_in(self._laptop),
                self._visit,
                Text(tr(_BLANK_HINT), "hint", "ink_3", wrap=True),
            )
        )
        page.add(side_by_side(self._papers, self._form, self._back))
        self.setLayout(Column(page))
        tab_through([*self._answers, self._visit, self._papers, self._form, self._back])

    def show_state(self, state: ReadyState) -> None:
        """Show all of it anew."""
        nothing = Text(tr("Nothing is written down about it yet."), "body", "ink_2", wrap=True)
        fill(self._talking, *([Text(words, "body", wrap=True) for words in state.talking] or [nothing]))
        nobody = Text(tr("Nobody is written down yet."), "body", "ink_2", wrap=True)
        fill(self._people, *([Text(words, "body", wrap=True) for words in state.people] or [nobody]))
        fill(self._laptop, *(_check(words, is_well=is_well) for words, is_well in state.laptop))
        self._asked.setVisible(state.has_interpreter)
        self._visit.setChecked(state.is_visit)

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        first: QWidget = self._visit if self._asked.isHidden() else self._answers[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, code: str, words: str) -> Button:
        button = named_button(
            f"ready.interpreter:{code}", words, "clock", "plain", tr("Noted with its time in your quick notes")
        )
        button.clicked.connect(lambda: self.interpreter_said.emit(code))
        return button


def _check(words: str, *, is_well: bool) -> QWidget:
    return Remark("circle-check" if is_well else "triangle-alert", words, "ink_2" if is_well else "ink", "body")


class BlankPage(QWidget):
    """What is on the screen after unlocking during a visit. Signals: ``carried_on()``; ``home_requested()``."""

    carried_on = Signal()
    home_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._on = Button(tr("Carry on"), "arrow-right", "primary", icon_at_end=True)
        self._on.setObjectName("blank.on")
        self._home = named_button("blank.home", tr("All families"), "house", "quiet", tr("This shows names"))
        self._on.clicked.connect(self.carried_on)
        self._home.clicked.connect(self.home_requested)
        page = PageColumn(centred=True)
        words = tr("Nothing is lost, and nobody’s name is on this page.")
        page.head.add(Heading(tr("Ready")), Text(words, "body", "ink_2", wrap=True))
        page.add(side_by_side(self._on, self._home))
        self.setLayout(Column(page))

    def focus_first(self) -> None:
        """Put the keyboard on the way on."""
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

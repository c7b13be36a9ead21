"""What a young person who decides alone wants told at home: who, and line by line; nothing is ticked beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Card, Column, Field, Heading, LineBox, PageColumn, Text, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.lines import GoingLines
from app.ui.finishing.remark import trouble_notice
from app.ui.finishing.stack import side_by_side
from app.ui.outside import Leaving, Outside
from app.ui.papernews import PaperNews
from app.ui.quicknotes import named_button
from app.ui.states import ReadSection

_LEAD = noted(
    "Only together with them, and only what they say. Tick each line they want this person to be told. Everything else "
    "stays as it is: nobody at home is told that there is a record. They can take it back at any time."
)
_YES = noted("They say yes to these lines. Then make the paper, and talk about how it is said.")
_PAPER = Leaving(noted("The paper"), noted("It says only the lines that are ticked. Print it, then delete the file."))


class ToldPage(PaperNews, QWidget):
    """Signals: ``chosen(str, object)`` with the person's name and the ``linkId``s they may be told; ``named(str)`` when
    another person was written; ``paper_wanted(bool)`` to be saved or (``False``) printed; ``back_requested()``.
    """

    chosen = Signal(str, object)
    named = Signal(str)
    paper_wanted = Signal(bool)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._outside, self._trouble = Outside(_PAPER), trouble_notice()
        self._person, self._lines, self._count = LineBox(), GoingLines("told"), Text("", "strong", wrap=True)
        self._person.setObjectName("told.person")
        self._save = named_button("told.save", tr("Save as PDF"), "save", "plain", "")
        self._print = named_button("told.print", tr("They say yes: open to print"), "printer", "plain", "")
        self._back = named_button("told.back", tr("Back"), "arrow-left", "quiet", "")
        page = PageColumn()
        page.head.add(Heading(tr("What may be told at home")), Text(tr(_LEAD), "body", "ink_2", wrap=True))
        page.add(self._outside, self._trouble, Field(tr("Who may be told?"), "", self._person), self._lines)
        ways = side_by_side(self._print, self._save)
        page.add(Card(self._count, Text(tr(_YES), "body", "ink_2", wrap=True), ways), side_by_side(self._back))
        self.setLayout(Column(page))
        self._page = page
        self._lines.held.connect(self._choose)
        self._person.editingFinished.connect(lambda: self.named.emit(self.person()))
        self._save.clicked.connect(lambda: self.paper_wanted.emit(True))
        self._print.clicked.connect(lambda: self.paper_wanted.emit(False))
        self._back.clicked.connect(self.back_requested)

    def person(self) -> str:
        """Return who may be told."""
        return self._person.text().strip()

    def show_lines(self, sections: tuple[ReadSection, ...], closed: frozenset[str], person: str) -> None:
        """Show the lines there are, for nobody yet or for the person who may be told something already."""
        self._hide_news()
        self._person.load(person)
        self._lines.load(())
        self._lines.show_lines(sections, closed)
        tab_through([self._person, *self._lines.stops(), self._print, self._save, self._back])
        self._page.to_top()

    def show_told(self, lines: tuple[str, ...], words: str) -> None:
        """Show which lines the person named may be told, and since when in words."""
        self._lines.load(lines)
        self._count.say(words)

    def focus_first(self) -> None:
        """Put the keyboard in the box for the name."""
        self._person.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, lines: tuple[str, ...]) -> None:
        self._hide_news()
        self.chosen.emit(self.person(), lines)

    def _hide_news(self) -> None:
        self._outside.hide()
        self._trouble.hide()

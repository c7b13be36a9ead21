"""The form on paper: to be printed blank, and to be typed in later in the same order, marked as such."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Card, ChoiceList, Column, Field, Heading, PageColumn, Text, TickBox, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.remark import trouble_notice
from app.ui.finishing.stack import side_by_side
from app.ui.outside import Leaving, Outside
from app.ui.papernews import PaperNews
from app.ui.quicknotes import named_button

_BLANK = noted("Every question in the order of the screen, with room to write. No name and no answer is ever on it.")
_WORKING = noted(
    "For you alone: what was written so far, with room for the rest. What is not for paper is left out, and so are "
    "your private notes. Do not leave it with anybody."
)
_ASKED = noted("I have asked them, and it is all right that this is on paper")
_ASK_FIRST = Trouble(
    noted("Please ask the young person first."),
    noted("Nothing was printed."),
    noted("They decide alone about this record, and paper can be found. Then say here that you asked."),
)
_TYPE = noted(
    "The pages come in the order of the paper. Under “When we talked” the record says that it was written on paper."
)
_THE_FORM = Leaving(noted("The form"), noted("There is nothing of anybody on it. Print it before you go."))
_THE_PAPER = Leaving(
    noted("The working paper"), noted("It says what was written about this family. Print it, then delete the file.")
)


class OnPaperPage(PaperNews, QWidget):
    """Signals: ``save_requested()`` and ``print_requested()`` of the blank form; ``working_wanted(bool)`` for the paper
    with what is written so far, to be saved or (``False``) printed; ``typing_begun(date)`` with the day it was written
    on paper; ``back_requested()``.
    """

    save_requested = Signal()
    print_requested = Signal()
    working_wanted = Signal(bool)
    typing_begun = Signal(object)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._blank, self._paper, self._trouble = Outside(_THE_FORM), Outside(_THE_PAPER), trouble_notice()
        self._outside = self._blank
        self._save = named_button("onpaper.save", tr("Save as PDF"), "save", "plain", "")
        self._print = named_button("onpaper.print", tr("Open to print"), "printer", "plain", "")
        self._only_open = TickBox(tr("Room only for what is not answered yet"))
        self._only_open.setObjectName("onpaper.open")
        self._asked = TickBox(tr(_ASKED))
        self._asked.setObjectName("onpaper.asked")
        self._save_working = named_button(
            "onpaper.working.save", tr("Save as PDF"), "save", "plain", tr("The working paper")
        )
        self._print_working = named_button(
            "onpaper.working.print", tr("Open to print"), "printer", "plain", tr("The working paper")
        )
        self._days = ChoiceList()
        self._days.setObjectName("onpaper.day")
        self._begin = named_button("onpaper.begin", tr("Begin to type it in"), "keyboard", "plain", "")
        self._back = named_button("onpaper.back", tr("Back"), "arrow-left", "quiet", "")
        page = PageColumn()
        page.head.add(Heading(tr("The form on paper")))
        page.add(self._blank, self._paper, self._trouble)
        page.add(_card(tr("A blank form"), tr(_BLANK), self._only_open, side_by_side(self._save, self._print)))
        ways = side_by_side(self._save_working, self._print_working)
        self._working = _card(tr("The form with what is written so far"), tr(_WORKING), self._asked, ways)
        page.add(self._working)
        asked = Field(tr("When was it written?"), "", self._days)
        self._typing = _card(tr("Type in what was written"), tr(_TYPE), asked, side_by_side(self._begin))
        page.add(self._typing, side_by_side(self._back))
        self.setLayout(Column(page))
        working = (self._asked, self._save_working, self._print_working)
        tab_through([self._only_open, self._save, self._print, *working, self._days, self._begin, self._back])
        self._connect()

    def _connect(self) -> None:
        self._save.clicked.connect(self.save_requested)
        self._print.clicked.connect(self.print_requested)
        self._save_working.clicked.connect(lambda: self._want(saved=True))
        self._print_working.clicked.connect(lambda: self._want(saved=False))
        self._begin.clicked.connect(lambda: self.typing_begun.emit(self._days.currentData()))
        self._back.clicked.connect(self.back_requested)

    def _want(self, *, saved: bool) -> None:
        """Ask for the working paper; where a young person decides alone, once somebody said that they were asked."""
        if self._asked.isVisible() and not self._asked.isChecked():
            self.show_trouble(_ASK_FIRST)
            self._asked.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.working_wanted.emit(saved)

    def tell_of(self, *, working: bool) -> None:
        """Let what is told next be of the working paper, or of the blank form."""
        self._hide_news()
        self._outside = self._paper if working else self._blank

    def begin(self, days: tuple[tuple[date, str], ...], *, may_type: bool, ask_first: bool = False) -> None:
        """Offer these days, each in words; ``may_type`` says whether the family agreed and it is being written.

        ``ask_first`` says that a young person decides alone about this record.
        """
        self._hide_news()
        self._only_open.setChecked(False)
        self._asked.setChecked(False)
        self._asked.setVisible(ask_first)
        self._working.setVisible(may_type)
        self._days.clear()
        for day, words in days:
            self._days.addItem(words, day)
        self._typing.setVisible(may_type)

    def only_open(self) -> bool:
        """Say whether room is left only for what is not answered yet."""
        return self._only_open.isChecked()

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self._only_open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_news(self) -> None:
        for notice in (self._blank, self._paper, self._trouble):
            notice.hide()


def _card(title: str, words: str, *parts: QWidget) -> Card:
    return Card(Heading(title, "h2"), Text(words, "body", "ink_2", wrap=True), *parts)

"""The form on paper: to be printed blank, and to be typed in later in the same order, marked as such."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Card, ChoiceList, Column, Field, Heading, PageColumn, Text, TickBox, tab_through
from app.ui.finishing.remark import trouble_notice
from app.ui.finishing.stack import side_by_side
from app.ui.outside import Leaving, Outside
from app.ui.papernews import PaperNews
from app.ui.quicknotes import named_button

_BLANK = "Every question in the order of the screen, with room to write. No name and no answer is ever on it."
_TYPE = "The pages come in the order of the paper. Under “When we talked” the record says that it was written on paper."
_THE_FORM = Leaving("The form", "There is nothing of anybody on it. Print it before you go.")


class OnPaperPage(PaperNews, QWidget):
    """Signals: ``save_requested()``, ``print_requested()``; ``typing_begun(date)`` with the day it was written on
    paper; ``back_requested()``.
    """

    save_requested = Signal()
    print_requested = Signal()
    typing_begun = Signal(object)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._outside, self._trouble = Outside(_THE_FORM), trouble_notice()
        self._save = named_button("onpaper.save", "Save as PDF", "save", "plain", "")
        self._print = named_button("onpaper.print", "Open to print", "printer", "plain", "")
        self._only_open = TickBox("Room only for what is not answered yet")
        self._only_open.setObjectName("onpaper.open")
        self._days = ChoiceList()
        self._days.setObjectName("onpaper.day")
        self._begin = named_button("onpaper.begin", "Begin to type it in", "keyboard", "plain", "")
        self._back = named_button("onpaper.back", "Back", "arrow-left", "quiet", "")
        page = PageColumn()
        page.head.add(Heading("The form on paper"))
        page.add(self._outside, self._trouble)
        page.add(_card("A blank form", _BLANK, self._only_open, side_by_side(self._save, self._print)))
        asked = Field("When was it written?", "", self._days)
        self._typing = _card("Type in what was written", _TYPE, asked, side_by_side(self._begin))
        page.add(self._typing, side_by_side(self._back))
        self.setLayout(Column(page))
        tab_through([self._only_open, self._save, self._print, self._days, self._begin, self._back])
        self._connect()

    def _connect(self) -> None:
        self._save.clicked.connect(self.save_requested)
        self._print.clicked.connect(self.print_requested)
        self._begin.clicked.connect(lambda: self.typing_begun.emit(self._days.currentData()))
        self._back.clicked.connect(self.back_requested)

    def begin(self, days: tuple[tuple[date, str], ...], *, may_type: bool) -> None:
        """Offer these days, each in words; ``may_type`` says whether the assessment is being written."""
        self._hide_news()
        self._only_open.setChecked(False)
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
        self._outside.hide()
        self._trouble.hide()


def _card(title: str, words: str, *parts: QWidget) -> Card:
    return Card(Heading(title, "h2"), Text(words, "body", "ink_2", wrap=True), *parts)

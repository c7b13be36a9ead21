"""Leave a copy: it asks who it is for and whether it is safe at home before anything can be made."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.domain.denied import ChildsSay
from app.look.kit import Button, Card, Column, Heading, Notice, PageColumn, Text
from app.ui.finishing.choices import Choices
from app.ui.finishing.remark import Remark, tell, trouble_notice
from app.ui.finishing.stack import side_by_side, stacked
from app.ui.outside import COPY, Outside
from app.ui.papernews import PaperNews
from app.ui.parts import give_back

FOR = (("parent", "A parent or carer"), ("child", "The child"), ("young person", "The young person"))
_LEFT_OUT = (
    "Lines you held back from anyone.",
    "An address that is to stay private.",
    "Notes on whom it is not safe to get in touch with.",
    "What was written under “Worried now?”, and that something was left unsaid.",
    "On a parent’s copy: the child’s own words, unless the child was asked and said yes.",
    "On a child’s own copy: how to reach adults, and what is about them alone.",
)
_SAY = {
    ChildsSay.YES: "The child was asked, and said yes: a parent’s copy shows their own words.",
    ChildsSay.NO: "The child was asked, and said no: no copy shows their own words.",
    ChildsSay.NOT_ASKED: "The child was not asked yet: “May we show this to your parents or carers?” Write their "
    "answer where the family comments. Until then a parent’s copy leaves their words out.",
}
_NOT_HOME = (
    "Then no copy is made for home now, and that is fine.",
    "You can read it together again next time. You can make a copy later, when it is safe.",
)


class CopyPage(PaperNews, QWidget):
    """Asks, then lets a copy be saved or opened to be printed.

    ``save_requested`` and ``print_requested`` carry whom it is for (``parent``, ``child``, …), and come only after
    somebody said that the copy is safe at home. ``safe_at_home_answered`` carries that answer.
    """

    save_requested = Signal(str)
    print_requested = Signal(str)
    safe_at_home_answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._for = Choices("copy.for", "Who is it for?", FOR, across=3)
        hint = "Think of everyone who lives there or visits. Somebody else may read it."
        self._safe = Choices("copy.safe", "Is it safe to have at home?", hint=hint)
        self._save = Button("Save as PDF", "save", "primary")
        self._save.setObjectName("copy.save")
        self._print = Button("Open to print", "printer")
        self._print.setObjectName("copy.print")
        self._pressed = self._save
        self._ask = Remark("info", "", "ink", "body")
        self._not_home = Notice("info", *_NOT_HOME, icon="house")
        self._asked = Remark("ear", "", "ink", "label")
        self._outside, self._trouble = Outside(COPY), trouble_notice()
        self._not_ready, self._busy = Notice("info", ""), Notice("info", "", icon="clock")
        self._make_page()
        self._for.chosen.connect(self._answered)
        self._safe.chosen.connect(self._safety_answered)
        self._save.clicked.connect(lambda: self._wanted(self._save, self.save_requested))
        self._print.clicked.connect(lambda: self._wanted(self._print, self.print_requested))
        self.show_childs_say(None)
        self.clear()

    def show_busy(self, words: str) -> None:
        """Say what is being done, and take no second press meanwhile; no words, and it is over."""
        for button in (self._save, self._print):
            button.setDisabled(bool(words))
        if not words:
            give_back(self._pressed)
        self._hide_news()
        if words:
            tell(self._busy, words)

    def show_not_ready(self, words: str) -> None:
        """Say why there is nothing to copy yet; nothing can be saved until ``clear``."""
        self._hide_news()
        self._buttons.hide()
        tell(self._not_ready, "There is nothing to copy yet", words)

    def show_childs_say(self, say: ChildsSay | None) -> None:
        """Say whether the child was asked about their own words, and what they said; nothing where there are none."""
        self._asked.say("ear", _SAY[say] if say is not None else "", "ink")
        self._asked.setVisible(say is not None)

    def clear(self) -> None:
        """Ask afresh, with nothing chosen."""
        self._for.load("")
        self._safe.load("")
        self._hide_news()
        self._not_home.hide()
        self._buttons.show()

    def focus_first(self) -> None:
        """Put the keyboard on the first question."""
        self._for.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_page(self) -> None:
        page = PageColumn()
        lead = "They can keep it, and show it to whom they like, so that they need not tell it all again."
        page.head.add(Heading("Leave a copy"), Text(lead, "body", "ink_2", wrap=True))
        left_out = Card(
            Heading("What the copy leaves out", "h2"),
            *(Remark("minus", words, "ink", "body") for words in _LEFT_OUT),
            self._asked,
            gap="s",
        )
        self._buttons = stacked(self._ask, side_by_side(self._save, self._print))
        page.add(Card(self._for, self._safe, gap="xl"), left_out, self._not_home, self._buttons)
        page.add(self._busy, self._outside, self._not_ready, self._trouble)
        self.setLayout(Column(page))

    def _answered(self) -> None:
        self._hide_news()

    def _safety_answered(self, code: str) -> None:
        self._hide_news()
        self._buttons.setVisible(code == "yes")
        if code == "no":
            tell(self._not_home, *_NOT_HOME)
        else:
            self._not_home.hide()
        self.safe_at_home_answered.emit(code == "yes")

    def _wanted(self, pressed: Button, requested: SignalInstance) -> None:
        self._hide_news()
        self._pressed = pressed
        for choices, words in ((self._for, "Please choose who it is for."), (self._safe, "Please choose yes or no.")):
            if not choices.code():
                self._ask.say("info", words, "ink")
                self._ask.show()
                choices.entry().setFocus(Qt.FocusReason.OtherFocusReason)
                return
        requested.emit(self._for.code())

    def _hide_news(self) -> None:
        for news in (self._ask, self._outside, self._trouble, self._not_ready, self._busy):
            news.hide()

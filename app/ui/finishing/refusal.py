"""Pages for when it does not go on: a family's no to a computer is honoured plainly, and nobody is talked round."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.refusal import Remarks, Safety
from app.errors import Trouble
from app.look.kit import Button, Card, Column, Field, Heading, Notice, PageColumn, Text, TextBox, tab_through
from app.look.speech import each_told, noted, told, tr
from app.ui.finishing.choices import Choices
from app.ui.finishing.missing import LinkLine
from app.ui.finishing.remark import Remark, tell, tell_trouble, trouble_notice
from app.ui.finishing.stack import fill, side_by_side, stacked
from app.ui.outside import NOTE, Outside

_ERASED = (
    noted("Everything written here about this child, and every earlier version of it."),
    noted("Adults, brothers and sisters written down only for this child. In another child’s record they stay."),
    noted("Private notes about this child, and what was written under “Worried now?”."),
    noted("Anything that was waiting to be sent."),
    noted("The child’s name in the lists and the search on this laptop."),
)
_ELSEWHERE = noted("What was saved as a file, printed or copied before stays where it is. Please see to that yourself.")
_STAYS = noted("Only a count stays: one family said no. It says nothing about who they are.")


_NOTE = noted(
    "It is for your own file, if you want one. It says what was offered and what they chose. It is not kept here."
)
_SAFETY = ((Safety.NO_WORRY, noted("Yes. I have no worry now")), (Safety.WILL_ASK, noted("Yes. I will ask for advice")))


class RefusalNote(Card):
    """A note that can be taken first: three remarks for it, none of them needed, and the buttons that make it.

    Signals: ``note_requested(Remarks)`` to save it, ``print_requested(Remarks)`` to have it opened and printed. What is
    typed here is never stored.
    """

    note_requested = Signal(object)
    print_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._reason, self._next = TextBox(2), TextBox(2)
        self._reason.setObjectName("refusal.reason")
        self._next.setObjectName("refusal.next")
        self._safety = Choices("refusal.safety", tr("Have you thought about the child’s safety?"), told(_SAFETY))
        self._save = Button(tr("Save a note as PDF"), "save")
        self._save.setObjectName("refusal.note")
        self._save.clicked.connect(lambda: self.note_requested.emit(self._remarks()))
        self._print = Button(tr("Open to print"), "printer")
        self._print.setObjectName("refusal.print")
        self._print.clicked.connect(lambda: self.print_requested.emit(self._remarks()))
        self._outside, self._trouble = Outside(NOTE), trouble_notice()
        self.column.add(
            Heading(tr("A note first?"), "h2"),
            Text(tr(_NOTE), "body", "ink_2", wrap=True),
            Field(tr("Their reason, if they gave one"), tr("They need not give one."), self._reason),
            Field(tr("What you will do next"), tr("What you leave empty has lines to write on."), self._next),
            self._safety,
            side_by_side(self._save, self._print),
            self._outside,
            self._trouble,
        )
        self.clear()

    def show_saved(self) -> None:
        """Say that the note is saved, and what is true of the file from now on."""
        self._trouble.hide()
        self._outside.tell_saved()

    def show_shown(self) -> None:
        """Say that another program shows the note, to be printed."""
        self._trouble.hide()
        self._outside.tell_shown()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong, what is safe and what to do next."""
        self._outside.hide()
        tell_trouble(self._trouble, trouble)

    def focus_first(self) -> None:
        """Put the keyboard where the note begins."""
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        self._reason.load("")
        self._next.load("")
        self._safety.load("")
        self._outside.hide()
        self._trouble.hide()

    def _remarks(self) -> Remarks:
        safety = Safety(self._safety.code() or Safety.NOT_SAID)
        return Remarks(self._reason.toPlainText(), self._next.toPlainText(), safety)


class RefusalPage(QWidget):
    """They would rather not have it on a computer: a note first, what will be erased, the one button that does it."""

    erase_confirmed = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._erase = Button(tr("Erase everything about this child here"), "trash-2")
        self._erase.setObjectName("refusal.erase")
        self._erase.clicked.connect(self.erase_confirmed)
        self._back = Button(tr("Back, erase nothing"), "arrow-left", "quiet")
        self._back.setObjectName("refusal.back")
        self._back.clicked.connect(self.back_requested)
        self._lead = Text(tr("That is their choice, and it is fine."), "body", "ink_2", wrap=True)
        self._warning = Notice(
            "bad",
            tr("This cannot be undone"),
            tr("What is erased here is gone from this laptop for good. If you want a note, save it first."),
            self._erase,
            icon="trash-2",
        )
        self.note = RefusalNote()
        self._elsewhere = Notice("warn", tr("What this cannot reach"), tr(_ELSEWHERE), icon="triangle-alert")
        self._erased, self._trouble = Notice("good", ""), trouble_notice()
        self._make_page()
        self.clear()

    def show_elsewhere(self, lines: tuple[str, ...]) -> None:
        """Say what may still hold words about this child afterwards, beside papers that were saved or printed."""
        self._elsewhere.say(tr("What this cannot reach"), "\n".join((*lines, tr(_ELSEWHERE))))

    def show_erased(self, words: str) -> None:
        """Say that everything is gone; there is nothing left to erase."""
        for part in (self._told, self.note, self._elsewhere, self._warning, self._trouble):
            part.hide()
        self._back.say(tr("Back to the start"))
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        tell(self._erased, tr("It is erased"), words)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong, what is safe and what to do next."""
        tell_trouble(self._trouble, trouble)

    def clear(self) -> None:
        """Show the question afresh."""
        self._erased.hide()
        self._trouble.hide()
        self.note.clear()
        for part in (self._told, self.note, self._elsewhere, self._warning):
            part.show()
        self._back.say(tr("Back, erase nothing"))

    def focus_first(self) -> None:
        """Put the keyboard where the note begins, near the top, and never on the button that erases."""
        self.note.focus_first()

    def _make_page(self) -> None:
        page = PageColumn()
        page.head.add(Heading(tr("They would rather not have it on a computer")), self._lead)
        self._told = Card(
            Remark("heart-handshake", tr("The family still gets the help they have now."), "ink", "label"),
            Heading(tr("What will be erased from this laptop"), "h2"),
            stacked(*(Remark("minus", words, "ink", "body") for words in each_told(_ERASED)), gap="xs"),
            Remark("info", tr(_STAYS), "ink_2", "body"),
        )
        page.add(
            self._told, self.note, self._elsewhere, self._warning, self._erased, self._trouble, side_by_side(self._back)
        )
        self.setLayout(Column(page))


class KindStop(QWidget):
    """A page that says kindly why it cannot go on yet, and what is missing.

    ``page_wanted`` carries the page that a missing thing is written on.
    """

    back_requested = Signal()
    page_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Heading("")
        self._sentences = Column(gap="s")
        self._back = Button(tr("Go back"), "arrow-left", "primary")
        self._back.setObjectName("stop.back")
        self._back.clicked.connect(self.back_requested)
        page = PageColumn()
        page.head.add(
            self._title, Text(tr("Nothing is lost. Everything you wrote is safe."), "body", "ink_2", wrap=True)
        )
        self._card = Card()
        self._card.column.add(self._sentences)
        page.add(self._card, side_by_side(self._back))
        self.setLayout(Column(page))

    def show_stop(self, title: str, sentences: tuple[str, ...], pages: tuple[str, ...] = ()) -> None:
        """Show why, one line for each sentence; where each has its page, the line leads to it."""
        self._title.say(title)
        leads = pages or ("",) * len(sentences)
        lines = [self._line(sentence, page) for sentence, page in zip(sentences, leads, strict=True)]
        fill(self._sentences, *lines)
        self._card.setVisible(bool(sentences))
        tab_through([*(line for line in lines if isinstance(line, LinkLine)), self._back])

    def _line(self, sentence: str, page: str) -> QWidget:
        if not page:
            return Remark("circle", tr(sentence), "ink", "body")
        link = LinkLine(tr(sentence))
        link.clicked.connect(lambda: self.page_wanted.emit(page))
        return link

    def focus_first(self) -> None:
        """Put the keyboard on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

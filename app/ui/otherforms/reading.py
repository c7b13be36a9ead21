"""Any form as it is read before it is finished, and after: only what stands in it, and the ways it may go on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, SignalInstance

from app.errors import Trouble
from app.look.buttons import ButtonLook
from app.look.kit import Button, Column, Heading, PageColumn, Text, announce, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.lines import read_card
from app.ui.finishing.remark import tell_trouble, trouble_notice
from app.ui.finishing.stack import fill, held_in, side_by_side
from app.ui.outside import Leaving, Outside
from app.ui.states import ReadSection

FORM = Leaving(noted("The paper"), noted("Check that it is safe to hand over. Print or give it, then delete the file."))


class Stands(StrEnum):
    """How far a form is that is being read."""

    TO_FINISH = noted("to finish")
    TO_PRINT = noted("to print")
    FINISHED = "finished"


_LEADS = {
    Stands.TO_FINISH: noted("Read it through. Once it is finished it cannot be changed; you can always write another."),
    Stands.TO_PRINT: noted(
        "Read it through, then print it. It is not kept: once it is on paper, take it off this laptop."
    ),
    Stands.FINISHED: "",
}


@dataclass(frozen=True)
class FormToRead:
    """A form in words; ``meta`` says who finished it and when, ``where`` where it is.

    ``sends`` says that it is a decision to share, which has a page of its own on what goes.
    """

    title: str
    stands: Stands
    sections: tuple[ReadSection, ...]
    meta: str = ""
    where: str = ""
    sends: bool = False


class FormReading(PageColumn):
    """One form to be read.

    Signals: ``finish_requested``, ``save_requested``, ``print_requested``, ``let_go_requested`` once it is on paper,
    ``send_requested`` to see what a decision lets go, ``back_requested``.
    """

    finish_requested = Signal()
    save_requested = Signal()
    print_requested = Signal()
    let_go_requested = Signal()
    send_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stands = Stands.FINISHED
        self._title, self._lead = Heading(""), Text("", "body", "ink_2", wrap=True)
        self._where = Text("", "hint", "ink_2", wrap=True)
        self._sections, self._outside, self._trouble = Column(gap="l"), Outside(FORM), trouble_notice()
        self._finish = self._button(tr("Finish it"), "check", "finish", self.finish_requested, "primary")
        self._send = self._button(tr("Send what you decided"), "send", "send", self.send_requested, "primary")
        self._print = self._button(tr("Open to print"), "printer", "print", self.print_requested)
        self._save = self._button(tr("Save as PDF"), "save", "save", self.save_requested)
        self._let_go = self._button(tr("It is on paper: take it off"), "trash-2", "let_go", self.let_go_requested)
        self._back = self._button(tr("Back to the other forms"), "arrow-left", "back", self.back_requested, "quiet")
        self._ends = (self._finish, self._send, self._print, self._save, self._let_go, self._back)
        self.head.add(Column(self._title, self._lead, self._where, gap="xs"))
        self.add(held_in(self._sections), self._trouble, self._outside, side_by_side(*self._ends))
        tab_through(list(self._ends))

    def show_form(self, form: FormToRead) -> None:
        """Show a form from its top, with what may be done with it."""
        self._stands = form.stands
        self._title.say(form.title)
        self._lead.say(form.meta or tr(_LEADS[form.stands]))
        self._where.say(form.where)
        self._where.setVisible(bool(form.where))
        fill(self._sections, *(read_card(section) for section in form.sections))
        self._trouble.hide()
        self._outside.hide()
        self._finish.setVisible(form.stands is Stands.TO_FINISH)
        self._send.setVisible(form.sends)
        for button in (self._print, self._save):
            button.setVisible(form.stands is not Stands.TO_FINISH)
        self._let_go.hide()
        self.to_top()

    def show_saved(self) -> None:
        """Say that it stands in a file, and what is true of that file."""
        self._outside.tell_saved()
        self._may_go()

    def show_shown(self) -> None:
        """Say that another program shows it, to be printed."""
        self._outside.tell_shown()
        self._may_go()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong, what is safe and what to do next."""
        self._outside.hide()
        tell_trouble(self._trouble, trouble)

    def focus_first(self) -> None:
        """Put the keyboard where the page ends: its text scrolls with the arrow and page keys from there."""
        first = next((button for button in self._ends if button.isVisibleTo(self)), self._back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def tell_finished(self) -> None:
        """Say that it is finished."""
        announce(self, tr("It is finished."))

    def _may_go(self) -> None:
        self._trouble.hide()
        self._let_go.setVisible(self._stands is Stands.TO_PRINT)

    @staticmethod
    def _button(words: str, icon: str, name: str, tells: SignalInstance, look: ButtonLook = "plain") -> Button:
        button = Button(words, icon, look)
        button.setObjectName(f"form.{name}")
        button.clicked.connect(tells)
        return button

"""Other forms of one record: what is being written, what was finished, what may be begun; it begins nothing itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Flow, Heading, PageColumn, Text, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.remark import Remark, tell_trouble, trouble_notice
from app.ui.finishing.stack import fill, held_in
from app.ui.parts import holder

_LEAD = noted("Most families never need these. What you write here belongs to this record, and is saved as you type.")


@dataclass(frozen=True)
class FormOnShelf:
    """One form: ``key`` says which, ``about`` what it is for, ``why_not`` why it cannot be begun yet.

    ``where`` is where a finished one is.
    """

    key: str
    title: str
    about: str
    for_whom: str = ""
    why_not: str = ""
    where: str = ""


@dataclass(frozen=True)
class ShelfState:
    """What stands on the shelf: forms being written, finished ones, and those that may be begun."""

    writing: tuple[FormOnShelf, ...] = ()
    finished: tuple[FormOnShelf, ...] = ()
    offered: tuple[FormOnShelf, ...] = ()
    reminders: tuple[str, ...] = ()
    """Whom to tell of what, in sentences: a form here does it."""


class ShelfPage(PageColumn):
    """The shelf.

    Signals: ``begun(str)`` to begin a form or go on with it, ``read(str)`` to read a finished one; both with its key.
    """

    begun = Signal(str)
    read = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._groups = Column(gap="xl")
        self._trouble = trouble_notice()
        self._buttons: list[Button] = []
        self._reminders = Remark("info", "", "ink", "body")
        self.head.add(
            Heading(tr("Other forms")), Text(tr(_LEAD), "body", "ink_2", wrap=True), self._reminders, self._trouble
        )
        self.add(held_in(self._groups))

    def show_shelf(self, state: ShelfState) -> None:
        """Show what stands there now."""
        self._trouble.hide()
        self._buttons = []
        groups = (
            (tr("Being written"), tr("Go on with it"), "pen-line", "go-on", state.writing, self.begun),
            (tr("Finished"), tr("Read it"), "file-text", "read", state.finished, self.read),
            (tr("Begin one"), tr("Begin"), "plus", "begin", state.offered, self.begun),
        )
        fill(self._groups, *(self._group(*group) for group in groups if group[4]))
        self._reminders.say("info", "\n".join(state.reminders), "ink")
        self._reminders.setVisible(bool(state.reminders))
        tab_through([button for button in self._buttons if button.isEnabled()])

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what went wrong, what is safe and what to do next."""
        tell_trouble(self._trouble, trouble)
        self.to_top()

    def focus_first(self) -> None:
        """Put the keyboard on the first form."""
        first = next((button for button in self._buttons if button.isEnabled()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def _group(  # noqa: PLR0913, PLR0917 - a heading, a button three ways, what stands there, and whom it tells
        self, title: str, words: str, icon: str, act: str, forms: tuple[FormOnShelf, ...], tells: SignalInstance
    ) -> QWidget:
        cards = [self._card(form, words, icon, act, tells) for form in forms]
        return holder(Column(Heading(title, "h2"), *cards, gap="m"))

    def _card(self, form: FormOnShelf, words: str, icon: str, act: str, tells: SignalInstance) -> QWidget:
        button = Button(words, icon)
        button.setObjectName(f"other.{act}:{form.key}")
        button.setAccessibleName(f"{words}: {form.title}")
        button.clicked.connect(lambda: tells.emit(form.key))
        button.setEnabled(not form.why_not)
        self._buttons.append(button)
        card = Card(Text(form.title, "label", wrap=True), Text(form.about, "ui", "ink_2", wrap=True), gap="s")
        for icon_name, said in (("users", form.for_whom), ("laptop", form.where), ("info", form.why_not)):
            if said:
                card.column.add(Remark(icon_name, said, "ink_2"))
        card.column.add(holder(Flow(button)))
        return card

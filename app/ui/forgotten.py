"""The pages for words that were forgotten: two ways back in, each in plain steps; nothing typed stays on them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Column, Field, Flow, Heading, Icon, LineBox, Notice, Row, Rule, Text, announce
from app.look.speech import noted, tr
from app.ui.doorway import Doorway
from app.ui.newwords import PRIVATE, SecretField
from app.ui.parts import holder
from app.ui.states import Contact

_NEW_PLACE = noted(
    "Meanwhile you can start a new place on this laptop and go on working, with a new letter from your authority. "
    "Your old place stays as it is, and you can open it later."
)

_WidgetT = TypeVar("_WidgetT", bound=QWidget)


class _Way(QWidget):
    """One way back in: what it is, a sentence on what it takes, and its button."""

    def __init__(self, icon: str, title: str, words: str, button: Button) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._words = Text(words, "body", "ink_2", wrap=True)
        told = Column(Heading(title, "h2"), self._words, Flow(button), gap="s")
        row = Row(Column(Icon(icon, "accent", 24), None), told, gap="m")
        row.setStretch(1, 1)
        self.setLayout(row)

    def say(self, words: str) -> None:
        """Say something else under the title."""
        self._words.say(words)


class ForgottenPage(Doorway):
    """Offers the ways back in.

    Signals: ``by_code()``, ``by_holders()``, ``someone_new()``, ``left()``.
    """

    by_code = Signal()
    by_holders = Signal()
    someone_new = Signal()
    left = Signal()

    def __init__(self) -> None:
        self._code = _named(Button(tr("I have my recovery code"), None, "primary"), "forgotten.code")
        self._holders = _named(Button(tr("Ask the key holders")), "forgotten.holders")
        new = _named(Button(tr("Start a new place")), "forgotten.new")
        back = _named(Button(tr("Back"), "arrow-left", "quiet"), "forgotten.back")
        lead = tr("Nothing is lost: everything in your place is still there. There are two ways to open it again.")
        super().__init__("key-round", tr("You have forgotten your words"), lead, self._code)
        self._number = Text("", "hint", "ink_3", wrap=True)
        code = _Way(
            "file-text", tr("With your recovery code"), tr("The paper you made when you started here."), self._code
        )
        self._asking = _Way("users", tr("With the key holders"), "", self._holders)
        meanwhile = _Way("laptop", tr("Go on working"), tr(_NEW_PLACE), new)
        self.card.column.add(self._number, code, Rule(), self._asking, Rule(), meanwhile, Flow(back))
        for button, signal in (
            (self._code, self.by_code),
            (self._holders, self.by_holders),
            (new, self.someone_new),
            (back, self.left),
        ):
            button.clicked.connect(signal)
        self.show_place("", "", waits=False)

    def show_place(self, label: str, number: str, *, waits: bool) -> None:
        """Say whose place it is about; ``waits`` when its key holders have been asked already."""
        place = " · ".join(
            part for part in (label, tr("Place {number}").format(number=number) if number else "") if part
        )
        self._number.say(
            tr("{place}. The same number stands on your recovery paper.").format(place=place) if place else ""
        )
        self._number.setVisible(bool(place))
        self._holders.say(tr("I have asked them") if waits else tr("Ask the key holders"))
        self._asking.say(
            tr("They have been asked. Go on here when their answer has come.")
            if waits
            else tr(
                "Two people at your authority can open it together. It takes a telephone call, and often a day or two."
            )
        )

    def focus_first(self) -> None:
        """Put the keyboard on the first way."""
        self.go_to(self._code)


class CodeEntryPage(Doorway):
    """Asks for the recovery code. Signals: ``code_given(str)``, ``back_requested()``."""

    code_given = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        self._code = LineBox()
        self._go = _named(Button(tr("Go on"), None, "primary"), "recover.go")
        lead = tr("With it you choose new words. Everything in your place is there as you left it.")
        super().__init__("file-text", tr("Your recovery code"), lead, self._go, self._code)
        _named(self._code, "recover.code")
        self._code.setInputMethodHints(PRIVATE)
        back = _named(Button(tr("Back"), "arrow-left", "quiet"), "recover.back")
        hint = tr("28 letters and digits, from your paper. Spaces, dashes and capitals do not matter.")
        self.card.column.add(Field(tr("Recovery code"), hint, self._code), Flow(self._go, back, gap="m"))
        self._go.clicked.connect(self._ask)
        self._code.returnPressed.connect(self._ask)
        back.clicked.connect(self.back_requested)

    def _ask(self) -> None:
        if self._code.isReadOnly():
            return
        if self._code.text().strip():
            self.code_given.emit(self._code.text())
        else:
            self.show_hint(tr("The code is still empty"), tr("It is on the paper: seven groups of four."))


class WaitingPage(Doorway):
    """A request to the key holders that waits for their answer; it can be left and come back to, days later.

    Signals: ``save_requested()`` for the request's file; ``answer_given(str)`` with the new words, when the holders'
    answer is here; ``ask_again()`` to make another request; ``someone_new()``; ``left()``.
    """

    save_requested = Signal()
    answer_given = Signal(str)
    ask_again = Signal()
    someone_new = Signal()
    left = Signal()

    def __init__(self) -> None:
        self._field = SecretField(
            "waiting.words",
            tr("Your new words"),
            tr("The ones you chose when you asked. The old ones still open it too."),
        )
        self._open = _named(Button(tr("I have the answer"), None, "primary"), "waiting.open")
        lead = tr("You can close the program and come back in a day or two. Nothing is lost meanwhile.")
        super().__init__("users", tr("The key holders are asked"), lead, self._open, self._field.box)
        self._letters, self._saved = Heading("", "h1"), Notice("good", tr("The request is saved"))
        self._letters.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        _named(self._letters, "waiting.letters")
        self._contact = (Text(wrap=True), Text(kind="h2", wrap=True), Text(ink="ink_2", wrap=True))
        self._save = _named(Button(tr("Save the request"), "save"), "waiting.save")
        self.card.column.add(self._asking(), Rule(), self._answering(), Rule(), self._rest())
        self._saved.hide()
        self._open.clicked.connect(self._ask)
        self._field.box.returnPressed.connect(self._ask)
        self._save.clicked.connect(self.save_requested)

    def show_request(self, letters: str, contact: Contact) -> None:
        """Show the eight letters of the request, and whom to ring."""
        self._saved.hide()
        self._letters.say(letters)
        self._letters.setAccessibleName(" ".join(letters))
        for line, words in zip(self._contact, (contact.label, contact.number, contact.words), strict=True):
            line.say(words)

    def show_saved(self, name: str) -> None:
        """Say that the request's file is saved, under its name."""
        self._say_nothing()
        words = tr("Send {name} to the key holders by e-mail or on a stick. Nobody can read your work with it.").format(
            name=name
        )
        self._saved.say(tr("The request is saved"), words)
        self._saved.show()
        self.reveal(self._saved)
        announce(self, words)

    def focus_first(self) -> None:
        """Put the keyboard on saving the request."""
        self.go_to(self._save)

    def forget(self) -> None:
        """Take the letters and what was typed off the page."""
        super().forget()
        self._field.cover()
        self._letters.say("")
        self._saved.hide()

    def _asking(self) -> QWidget:
        steps = (
            Text(tr("1. Send them the request"), "label", wrap=True),
            Flow(self._save),
            self._saved,
            Text(tr("2. Ring them, and read these eight letters to them"), "label", wrap=True),
            holder(Column(*self._contact, gap="xs")),
            self._letters,
            Text(tr("They open nothing before they have heard the same letters from you."), "hint", "ink_3", wrap=True),
        )
        return holder(Column(*steps, gap="m"))

    def _answering(self) -> QWidget:
        title = Text(tr("3. When their answer has come"), "label", wrap=True)
        return holder(Column(title, self._field, Flow(self._open), gap="m"))

    def _rest(self) -> QWidget:
        again = _named(Button(tr("Ask again with other words"), "refresh-cw", "quiet"), "waiting.again")
        new = _named(Button(tr("Start a new place meanwhile"), "laptop", "quiet"), "waiting.new")
        back = _named(Button(tr("Back"), "arrow-left", "quiet"), "waiting.back")
        for button, signal in ((again, self.ask_again), (new, self.someone_new), (back, self.left)):
            button.clicked.connect(signal)
        told = Text(tr(_NEW_PLACE), "hint", "ink_3", wrap=True)
        return holder(Column(told, Flow(new, again, back, gap="m"), gap="s"))

    def _ask(self) -> None:
        if self._field.box.isReadOnly():
            return
        if self._field.box.text().strip():
            self.answer_given.emit(self._field.box.text())
        else:
            self.show_hint(tr("Your new words are still empty"), tr("They are the ones you chose when you asked."))


def _named(widget: _WidgetT, name: str) -> _WidgetT:
    widget.setObjectName(name)
    return widget

"""Choosing new words: five generated ones to write down and type back, or an own passphrase typed twice.

What is shown or typed here is forgotten when the page is left.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from app.look.kit import Button, Card, Column, Field, Flow, LineBox, Text, TickBox
from app.look.speech import noted, tr
from app.storage.passphrase import same_words
from app.ui.doorway import Doorway
from app.ui.parts import discard, holder

PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
PLAIN = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase

_WRITE, _TYPE, _OWN = "write", "type", "own"
_SEE_AGAIN, _TAKE_FIVE = noted("See the words again"), noted("Take five words instead")


class FiveWords(Card):
    """The generated words, large and apart, in the order they are typed."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, spoken: str = noted("Your five words")) -> None:
        self._flow = Flow(gap="xl")
        super().__init__(self._flow, margin="xl")
        self._shown: list[Text] = []
        self._spoken = tr(spoken)

    def show_words(self, words: str) -> None:
        """Show ``words``, which are separated by spaces, in place of those before."""
        for text in self._shown:
            text.say("")
            self._flow.removeWidget(text)
            discard(text)
        self._shown = [Text(word, "h1") for word in words.split()]
        for text in self._shown:
            self._flow.addWidget(text)
            text.show()

    def words(self) -> str:
        """Return the words shown, with one space between them."""
        return " ".join(text.words for text in self._shown)

    def spoken_name(self) -> str:
        """Return what a screen reader calls the words."""
        return self._spoken


class SecretField(Field):
    """A labelled box whose letters are covered until somebody asks to see them; ``name`` names the controls."""

    def __init__(self, name: str, label: str, hint: str) -> None:
        self.box, self._show = LineBox(), TickBox(tr("Show what I type"))
        super().__init__(label, hint, self.box)
        self.box.setObjectName(name)
        self.box.setInputMethodHints(PRIVATE | PLAIN)
        self._show.setObjectName(f"{name.rsplit('.', 1)[0]}.show")
        self._show.toggled.connect(self._uncover)
        self._uncover(False)
        self.column.add(self._show)

    def cover(self) -> None:
        """Cover the letters again."""
        self._show.setChecked(False)

    def _uncover(self, shown: bool) -> None:  # noqa: FBT001  Qt's signal brings a bare boolean
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class NewWordsPage(Doorway):
    """A page on which new words are chosen; ``name`` names its controls, ``create`` is what its main button says.

    Signals: ``accepted(str)`` with the words, known to be written right; ``another_requested()`` for other five words;
    ``own_offered(str)`` for an own passphrase whose strength is to be looked at, to be answered with ``accept_own`` or
    ``show_trouble``; ``back_requested()``.
    """

    accepted = Signal(str)
    another_requested = Signal()
    own_offered = Signal(str)
    back_requested = Signal()

    def __init__(self, name: str, heading: str, lead: str, create: str, back: str = "") -> None:
        self._name = name
        self.words, self.again = FiveWords(), self._box("again")
        self._own, self._own_again = self._box("own"), self._box("own_again")
        self._create = self._button("create", create, None, "primary")
        super().__init__("key-round", heading, lead, self._create, self.again, self._own, self._own_again)
        self._parts = {_WRITE: self._writing(), _TYPE: self._typing(), _OWN: self._owning()}
        self._buttons = self._last_buttons()
        self.card.column.add(*self._parts.values(), self._buttons)
        self._back = self._button("back", back, "arrow-left", "quiet")
        self._back.clicked.connect(self.back_requested)
        self.card.column.add(Flow(self._back))
        self.offer_back(shown=bool(back))
        self._show_step(_WRITE)

    def show_passphrase(self, words: str) -> None:
        """Show ``words``, five of them separated by spaces, to be written down."""
        self.forget()
        self.words.show_words(words)

    def offer_back(self, *, shown: bool) -> None:
        """Offer a way back, or none where there is nothing to go back to."""
        self._back.setVisible(shown)

    def accept_own(self) -> None:
        """Take the own passphrase that was offered: it is hard enough to guess."""
        if self._own.text():
            self.accepted.emit(self._own.text())

    def focus_first(self) -> None:
        """Put the keyboard where the step goes on."""
        self.go_to({_WRITE: self._written, _TYPE: self.again, _OWN: self._own}[self._step])

    def forget(self) -> None:
        """Take the words and what was typed off the page."""
        super().forget()
        self.words.show_words("")
        self._show_step(_WRITE)

    def _box(self, name: str) -> LineBox:
        box = LineBox()
        box.setObjectName(f"{self._name}.{name}")
        box.setInputMethodHints(PRIVATE | PLAIN)
        box.returnPressed.connect(self._compare)
        return box

    def _button(self, name: str, words: str, icon: str | None, look: str) -> Button:
        button = Button(words, icon, "primary" if look == "primary" else "quiet")
        button.setObjectName(f"{self._name}.{name}")
        return button

    def _writing(self) -> QWidget:
        self.words.setObjectName(f"{self._name}.words")
        self._written = self._button("written", tr("I have written them down"), "pen-line", "primary")
        self._written.clicked.connect(lambda: self._show_step(_TYPE))
        another = self._button("another", tr("Give me other words"), "refresh-cw", "quiet")
        another.clicked.connect(self.another_requested)
        own = self._button("choose_own", tr("I would rather choose my own"), "keyboard", "quiet")
        own.clicked.connect(lambda: self._show_step(_OWN))
        return holder(Column(self.words, Flow(self._written, another, own, gap="m"), gap="l"))

    def _typing(self) -> QWidget:
        hint = tr("From your paper. Capitals and extra spaces do not matter.")
        return holder(Column(Field(tr("Type your five words"), hint, self.again)))

    def _owning(self) -> QWidget:
        hint = tr("Four or more words that do not belong together. Not a saying, a song, a name or a date.")
        first = Field(tr("Your own passphrase"), hint, self._own)
        second = Field(
            tr("The same once more"), tr("So that a slip of the finger does not lock you out."), self._own_again
        )
        self._shown = TickBox(tr("Show what I type"))
        self._shown.setObjectName(f"{self._name}.own.show")
        self._shown.toggled.connect(self._uncover)
        self._uncover(False)
        return holder(Column(first, second, self._shown, gap="l"))

    def _uncover(self, shown: bool) -> None:  # noqa: FBT001  Qt's signal brings a bare boolean
        for box in (self._own, self._own_again):
            box.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _last_buttons(self) -> QWidget:
        self._create.clicked.connect(self._compare)
        self._look = self._button("look", tr(_SEE_AGAIN), "undo-2", "quiet")
        self._look.clicked.connect(lambda: self._show_step(_WRITE))
        return holder(Flow(self._create, self._look, gap="m"))

    def _show_step(self, step: str) -> None:
        self._step = step
        self._say_nothing()
        for name, part in self._parts.items():
            part.setVisible(name == step)
        for box in (self.again, self._own, self._own_again):
            box.load("")
        self._shown.setChecked(False)
        self._buttons.setVisible(step != _WRITE)
        self._look.say(tr(_TAKE_FIVE) if step == _OWN else tr(_SEE_AGAIN))
        if self.isVisible():
            self.focus_first()

    def _compare(self) -> None:
        if self.again.isReadOnly():
            return
        if self._step == _OWN:
            self._compare_own()
            return
        given = self.words.words()
        if given and same_words(self.again.text()) == same_words(given):
            self.accepted.emit(given)
        elif given:
            self.show_hint(
                tr("These are not quite the same yet"),
                tr("Look at each word on your paper, and at the order. You can see the words again if you need to."),
            )

    def _compare_own(self) -> None:
        own, again = self._own.text(), self._own_again.text()
        if not own.strip():
            self.show_hint(tr("There is nothing here yet"), tr("Type the passphrase you chose, twice."))
        elif own != again:
            self.show_hint(
                tr("The two are not the same yet"), tr("Please type your passphrase once more in both boxes.")
            )
        else:
            self.own_offered.emit(own)

    def _set_ready(self, *, ready: bool) -> None:
        super()._set_ready(ready=ready)
        for button in (self._look, self._back):
            button.setEnabled(ready)

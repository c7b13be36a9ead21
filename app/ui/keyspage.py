"""Your place and keys: who can open this place, and what its owner can change about that; no key is ever shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import (
    Button,
    Card,
    Column,
    Field,
    Flow,
    Heading,
    Icon,
    LineBox,
    Notice,
    PageColumn,
    Row,
    Text,
    announce,
)
from app.look.speech import noted, tr
from app.storage.seats import LONGEST_LABEL
from app.ui.doorway import Doorway
from app.ui.newwords import SecretField
from app.ui.parts import holder

_SECOND_MS = 1000
_LABEL_HINT = noted(
    "Only if several people use this laptop. It is shown before anybody has typed a word, so anybody can read it. "
    "Never a child’s name."
)


@dataclass(frozen=True)
class KeysState:
    """The page in words. ``code_words`` and ``key_words`` say what there is; ``reminders`` what is to be seen to."""

    number: str
    label: str
    code_words: str
    code_is_there: bool
    holders_words: str
    key_words: str
    reminders: tuple[str, ...] = ()


class KeysPage(PageColumn):
    """Who can open this place, and the ways to change it.

    Signals: ``words_requested()``, ``code_requested()``, ``key_requested()``, ``label_given(str)``, ``left()``.
    """

    words_requested = Signal()
    code_requested = Signal()
    key_requested = Signal()
    label_given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(centred=True)
        self._back = _button(tr("Back"), "arrow-left", "keys.back", self.left)
        self._number = Text("", "body", "ink_2", wrap=True)
        self.head.add(Column(Flow(self._back), Heading(tr("Your place and keys")), self._number, gap="m"))
        self._done, self._trouble, self._due = (
            Notice("good", ""),
            Notice("bad", ""),
            Notice("warn", tr("To be seen to")),
        )
        self._code_words, self._holders = (Text("", "body", "ink_2", wrap=True) for _ in range(2))
        self._key_words = Text("", "body", "ink_2", wrap=True)
        self._words = _button(tr("Change your words"), "key-round", "keys.words", self.words_requested)
        self._code = _button("", "file-text", "keys.code", self.code_requested)
        self._key = _button(tr("Change the key now"), "refresh-cw", "keys.key", self.key_requested)
        self.add(self._done, self._trouble, self._due, self._who(), self._key_card(), self._label_card())
        for notice in (self._done, self._trouble):
            notice.hide()

    def show_keys(self, state: KeysState) -> None:
        """Show who can open this place now."""
        self._number.say(tr("Place {number} on this laptop").format(number=state.number))
        self._code_words.say(state.code_words)
        self._code.say(tr("Make a new recovery code") if state.code_is_there else tr("Make a recovery code"))
        self._holders.say(state.holders_words)
        self._key_words.say(state.key_words)
        self._label.load(state.label)
        self._due.say(tr("To be seen to"), " ".join(state.reminders))
        self._due.setVisible(bool(state.reminders))

    def show_done(self, title: str, words: str = "") -> None:
        """Say what was changed."""
        self._tell(self._done, title, words)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next."""
        self._tell(
            self._trouble,
            tr(trouble.what),
            " ".join(part for part in (tr(trouble.safe), tr(trouble.next_step)) if part),
        )

    def say_nothing(self) -> None:
        """Take what was told before off the page."""
        for notice in (self._done, self._trouble):
            notice.hide()
            notice.say("")

    def focus_first(self) -> None:
        """Put the keyboard on the way back, so that the top of the page, and what it tells, is in view."""
        self.verticalScrollBar().setValue(0)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, notice: Notice, title: str, words: str) -> None:
        self.say_nothing()
        notice.say(title, words)
        notice.show()
        announce(self, f"{title} {words}".strip(), at_once=True)
        QTimer.singleShot(0, notice, lambda: self.reveal(notice))

    def _who(self) -> QWidget:
        yours = Text(tr("The words on your paper, or the passphrase you chose."), "body", "ink_2", wrap=True)
        return Card(
            Heading(tr("Who can open this place"), "h2"),
            _opener("user", tr("You, with your words"), yours, self._words),
            _opener("file-text", tr("Your recovery code"), self._code_words, self._code),
            _opener("users", tr("Your authority’s key holders"), self._holders),
            gap="l",
        )

    def _key_card(self) -> QWidget:
        lead = Text(
            tr(
                "Everything here is encrypted under one key. Changing it writes everything anew under another, so "
                "that a key somebody may have copied opens nothing any more. Your words and your recovery code stay "
                "the same."
            ),
            "body",
            wrap=True,
        )
        return Card(Heading(tr("The key of this place"), "h2"), lead, self._key_words, Flow(self._key), gap="m")

    def _label_card(self) -> QWidget:
        self._label = LineBox(LONGEST_LABEL)
        self._label.setObjectName("keys.label")
        self._label.setMaxLength(LONGEST_LABEL)
        self._label.returnPressed.connect(self._give_label)
        keep = Button(tr("Keep this name"), "check")
        keep.setObjectName("keys.label_keep")
        keep.clicked.connect(self._give_label)
        return Card(Field(tr("A name for this place"), tr(_LABEL_HINT), self._label), Flow(keep), gap="m")

    def _give_label(self) -> None:
        self.label_given.emit(self._label.text())


def _button(words: str, icon: str, name: str, signal: object) -> Button:
    button = Button(words, icon)
    button.setObjectName(name)
    button.clicked.connect(signal)
    return button


def _opener(icon: str, title: str, words: Text, *buttons: Button) -> QWidget:
    told = Column(Column(Text(title, "label", wrap=True), words, gap="hair"), gap="s")
    if buttons:
        told.add(Flow(*buttons))
    row = Row(Column(Icon(icon, "accent", 22), None), told, gap="m")
    row.setStretch(1, 1)
    return holder(row)


class ProofPage(Doorway):
    """Asks for the passphrase before its keys are changed: an open laptop alone must not be enough.

    Signals: ``given(str)``, ``back_requested()``.
    """

    given = Signal(str)
    back_requested = Signal()

    def __init__(self, heading: str, lead: str, go: str) -> None:
        self._field = SecretField(
            "proof.words", tr("Your words as they are now"), tr("So that nobody else can do this.")
        )
        self._go, self._back = Button(go, None, "primary"), Button(tr("Back"), "arrow-left", "quiet")
        super().__init__("key-round", heading, lead, self._go, self._field.box)
        self._far, self._seconds = Text("", "body", "ink_2", wrap=True), 0
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self._count)
        self._go.setObjectName("proof.go")
        self._back.setObjectName("proof.back")
        self.card.column.add(self._field, self._far, Flow(self._go, self._back, gap="m"))
        self._far.hide()
        self._go.clicked.connect(self._ask)
        self._field.box.returnPressed.connect(self._ask)
        self._back.clicked.connect(self.back_requested)

    def show_far(self, words: str) -> None:
        """Say how far a long act is, and count the seconds, so that nobody thinks it stands still."""
        self._words_far, self._seconds = words, 0
        self._far.say(words)
        self._far.show()
        self.reveal(self._far)
        self._clock.start()
        announce(self, words)

    def forget(self) -> None:
        """Take what was typed off the page."""
        super().forget()
        self._field.cover()

    def _count(self) -> None:
        self._seconds += 1
        self._far.say(
            tr("{words_far} {seconds} s. Please leave the laptop switched on.").format(
                words_far=tr(self._words_far), seconds=self._seconds
            )
        )

    def _set_ready(self, *, ready: bool) -> None:
        super()._set_ready(ready=ready)
        self._back.setEnabled(ready)
        if ready:
            self._clock.stop()
            self._far.hide()
            self._far.say("")

    def _ask(self) -> None:
        if self._field.box.isReadOnly():
            return
        if self._field.box.text().strip():
            self.given.emit(self._field.box.text())
        else:
            self.show_hint(tr("Your words are still empty"), tr("They are the ones you opened your place with."))

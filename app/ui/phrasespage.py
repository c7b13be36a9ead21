"""A practitioner's own phrases and spellings: kept here, and taken away again; no child is named on this page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import (
    Button,
    Card,
    Column,
    Field,
    Flow,
    Heading,
    LineBox,
    PageColumn,
    Text,
    TextBox,
    tab_through,
)
from app.look.speech import noted, tr
from app.ui.finishing.stack import fill, held_in, side_by_side
from app.ui.parts import say_or_hide

_LEAD = noted(
    "Type ; and the letters in any box for words, and then a space. What is inserted has dots under it until you "
    "change it: make it fit this child. None come with the program, and none are shared."
)
_NONE = noted("You keep no phrases yet.")
_NO_WORDS = noted("You keep no spellings yet. Press a word with a line under it to keep it as spelled right.")


class PhrasesPage(PageColumn):
    """Signals: ``kept(str, str)`` (letters, words); ``removed(str)`` (letters); ``word_removed(str)``; ``left()``."""

    kept = Signal(str, str)
    removed = Signal(str)
    word_removed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(centred=True)
        self._phrases: dict[str, str] = {}
        self._back = _button(tr("Back"), "arrow-left", "phrases.back", "quiet")
        self._letters, self._words = LineBox(14), TextBox(2)
        self._letters.setObjectName("phrases.letters")
        self._words.setObjectName("phrases.words")
        self._keep = _button(tr("Keep this phrase"), "plus", "phrases.keep", "plain")
        self._said = Text("", "body", "ink_2", wrap=True)
        self._lines, self._spelled = Column(gap="l"), Column(gap="xs")
        self._buttons, self._word_buttons = list[Button](), list[Button]()
        self.head.add(
            Column(Flow(self._back), Heading(tr("Your phrases")), gap="m"), Text(tr(_LEAD), "body", "ink_2", wrap=True)
        )
        new = Card(
            Heading(tr("A new phrase"), "h2"),
            Field(tr("Letters"), tr("Up to twelve, for instance bed."), self._letters),
            Field(tr("Words"), tr("What these letters bring."), self._words),
            side_by_side(self._keep),
            self._said,
        )
        self.add(new, Card(Heading(tr("What you keep"), "h2"), held_in(self._lines)))
        self.add(Card(Heading(tr("Your spellings"), "h2"), held_in(self._spelled)))
        self._back.clicked.connect(self.left)
        self._keep.clicked.connect(lambda: self.kept.emit(self._letters.text(), self._words.toPlainText()))
        self.show_phrases({})
        self.show_words(())

    def show_phrases(self, phrases: dict[str, str]) -> None:
        """Show what is kept."""
        self._phrases = dict(phrases)
        self._buttons = []
        lines = [self._line(letters, words) for letters, words in phrases.items()]
        fill(self._lines, *(lines or [Text(tr(_NONE), "body", "ink_2", wrap=True)]))
        self._order_tabs()

    def show_words(self, words: Iterable[str]) -> None:
        """Show which words she said are spelled right, each with its way to be taken away."""
        self._word_buttons = [self._word(word) for word in sorted(words)]
        none = () if self._word_buttons else (Text(tr(_NO_WORDS), "body", "ink_2", wrap=True),)
        fill(self._spelled, *self._word_buttons, *none)
        self._order_tabs()

    def _word(self, word: str) -> Button:
        button = _button(tr("Take away: {word}").format(word=word), "x", f"phrases.unlearn:{word}", "quiet")
        button.clicked.connect(lambda: self.word_removed.emit(word))
        return button

    def _order_tabs(self) -> None:
        stops = [self._back, self._letters, self._words, self._keep]
        tab_through([*stops, *self._buttons, *self._word_buttons])

    def begin(self) -> None:
        """Show nothing of what was typed here before."""
        self._letters.load("")
        self._words.load("")
        self.say("")

    def put_back(self, letters: str) -> None:
        """Have what was taken away stand in the boxes again: one press keeps it once more."""
        self._letters.load(letters)
        self._words.load(self._phrases.get(letters, ""))

    def say(self, words: str) -> None:
        """Say what became of it."""
        say_or_hide(self, self._said, words)

    def focus_first(self) -> None:
        """Put the keyboard where a new phrase begins."""
        self._letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, letters: str, words: str) -> QWidget:
        remove = _button(tr("Take away"), "x", f"phrases.remove:{letters}", "quiet")
        remove.setAccessibleName(tr("Take away: {letters}").format(letters=letters))
        remove.clicked.connect(lambda: self.removed.emit(letters))
        self._buttons.append(remove)
        told = Column(Text(f";{letters}", "strong", wrap=True), Text(words, "body", wrap=True), gap="hair")
        return held_in(Column(told, Flow(remove), gap="xs"))


def _button(words: str, icon: str, name: str, look: str) -> Button:
    button = Button(words, icon, "quiet" if look == "quiet" else "plain")
    button.setObjectName(name)
    return button

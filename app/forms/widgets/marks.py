"""What helps while somebody writes in a box: whose a passage is, her own phrases, and words that may be misspelled.

No word is changed by itself but the letters of a phrase, which are asked for by typing them. Mistakes are not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu

from app.domain.phrases import inserted_in, insertion
from app.domain.spelling import looked_up
from app.domain.voices import marks_in
from app.forms.widgets.wording import KEEP_WORD, NO_OTHER
from app.look.kit import TextBox, theme
from app.look.speech import tr


class Spelling(Protocol):
    """What knows how words are spelled."""

    def knows(self, word: str) -> bool:
        """Say whether a word is spelled right."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant; this may take a quarter of a second."""

    def learn(self, word: str) -> None:
        """Take a word as spelled right from now on."""


@dataclass
class WritingHelp:
    """What is hers: the phrases by their letters, and how words are spelled, once that was loaded.

    ``names`` are those of the family that is open, in small letters. One of these is shared by all boxes of a window; a
    box without one, as in a view that is turned to a family, shows no mistakes.
    """

    phrases: dict[str, str] = field(default_factory=dict)
    spelling: Spelling | None = None
    names: frozenset[str] = frozenset()

    def misspelled(self, line: str) -> Iterator[tuple[int, str]]:
        """Yield where each word stands that may be misspelled, and the word."""
        if self.spelling is not None:
            yield from ((at, word) for at, word in looked_up(line, self.names) if not self.spelling.knows(word))


class Marks(QSyntaxHighlighter):
    """Looks at a text line by line, as it is typed."""

    def __init__(self, box: TextBox) -> None:
        super().__init__(box.document())
        self.hers = WritingHelp()
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        for at, word in self.hers.misspelled(text):
            self.setFormat(at, len(word), _wavy())
        for at, length in inserted_in(text, self.hers.phrases):
            self.setFormat(at, length, _inserted())
        for at, length, _voice in marks_in(text):
            self.setFormat(at, length, _strong())


class Inserting(QObject):
    """Brings a phrase where its letters were typed."""

    def __init__(self, box: TextBox, marks: Marks) -> None:
        super().__init__(box)
        self._box, self._marks = box, marks
        box.textChanged.connect(self._typed)

    def _typed(self) -> None:
        if not self._marks.hers.phrases:
            return
        cursor = self._box.textCursor()
        found = insertion(self._box.toPlainText()[: cursor.position()], self._marks.hers.phrases)
        if found is not None:
            cursor.setPosition(found.start)
            cursor.setPosition(found.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(found.words)


class Suggesting(QObject):
    """Offers other spellings: by the menu on a word, and by F7 for the next one from the caret on."""

    def __init__(self, box: TextBox, marks: Marks) -> None:
        super().__init__(box)
        self._box, self._marks = box, marks
        box.installEventFilter(self)
        box.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard  # then it comes to the box itself
            if by_key or watched is self._box.viewport():
                at = self._box.textCursor() if by_key else self._box.cursorForPosition(event.pos())
                return self._offer(self._word_at(at))
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F7:
            return self._offer(self._next())
        return super().eventFilter(watched, event)

    def _words(self) -> list[tuple[int, str]]:
        at, found = 0, []
        for line in self._box.toPlainText().split("\n"):
            found += [(at + start, word) for start, word in self._marks.hers.misspelled(line)]
            at += len(line) + 1
        return found

    def _word_at(self, cursor: QTextCursor) -> tuple[int, str] | None:
        place = cursor.position()
        return next(((at, word) for at, word in self._words() if at <= place <= at + len(word)), None)

    def _next(self) -> tuple[int, str] | None:
        words, place = self._words(), self._box.textCursor().selectionStart()
        return next((one for one in words if one[0] + len(one[1]) >= place), next(iter(words), None))

    def _offer(self, found: tuple[int, str] | None) -> bool:
        """Show the menu for a word; say whether there was one to show."""
        spelling = self._marks.hers.spelling
        if found is None or spelling is None:
            return False
        at, word = found
        cursor = self._box.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + len(word), QTextCursor.MoveMode.KeepAnchor)
        self._box.setTextCursor(cursor)
        menu = QMenu(self._box)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for other in spelling.suggest(word):
            menu.addAction(other).triggered.connect(lambda _on=False, other=other: cursor.insertText(other))
        if menu.isEmpty():
            menu.addAction(tr(NO_OTHER)).setEnabled(False)
        menu.addSeparator()
        menu.addAction(tr(KEEP_WORD).format(word)).triggered.connect(lambda: self._learn(word))
        menu.popup(self._box.viewport().mapToGlobal(self._box.cursorRect(cursor).bottomLeft()))
        return True

    def _learn(self, word: str) -> None:
        if self._marks.hers.spelling is not None:
            self._marks.hers.spelling.learn(word)
            self._marks.rehighlight()


def helped(box: TextBox) -> Marks:
    """Help with writing in a box from now on, and return what says whose words and phrases they are."""
    marks = Marks(box)
    Inserting(box, marks)
    Suggesting(box, marks)
    return marks


def _wavy() -> QTextCharFormat:
    wavy = QTextCharFormat()
    wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wavy.setUnderlineColor(theme.colour("bad"))
    return wavy


def _strong() -> QTextCharFormat:
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    strong.setForeground(theme.colour("accent"))
    return strong


def _inserted() -> QTextCharFormat:
    dotted = QTextCharFormat()
    dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    dotted.setUnderlineColor(theme.colour("accent"))
    return dotted

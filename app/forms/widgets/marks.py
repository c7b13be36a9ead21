"""What helps while somebody writes in a box: whose a passage is stands out, and her own phrases come by their letters.

No word is changed by itself but the letters of a phrase, which are asked for by typing them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor

from app.domain.phrases import inserted_in, insertion
from app.domain.voices import marks_in
from app.look.kit import TextBox, theme


@dataclass
class WritingHelp:
    """What is hers: the phrases by their letters. One of these is shared by all boxes of a window."""

    phrases: dict[str, str] = field(default_factory=dict)


class Marks(QSyntaxHighlighter):
    """Looks at a text line by line, as it is typed."""

    def __init__(self, box: TextBox) -> None:
        super().__init__(box.document())
        self.hers = WritingHelp()
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
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


def helped(box: TextBox) -> Marks:
    """Help with writing in a box from now on, and return what says whose words and phrases they are."""
    marks = Marks(box)
    Inserting(box, marks)
    return marks


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

"""Long text: a box that grows; every keystroke is reported and no letter is ever cut off."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer
from app.domain.phrases import inserted_in
from app.domain.voices import ASK_FOR_FACT, Voice, asks_for_fact, marked, next_speaker
from app.forms.definition import Item
from app.forms.validation import LONGEST_TEXT
from app.forms.widgets import wording
from app.forms.widgets.control import Control
from app.forms.widgets.marks import WritingHelp, helped
from app.look.kit import Column, Text, TextBox, set_aside
from app.look.speech import tr


class LongText(Control):
    """The control of a ``text`` item; an answer of another shape is shown as its words."""

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self._box = TextBox()
        self._box.setObjectName(path)
        self._too_long = Text("", "hint", "ink_2", wrap=True)
        self._too_long.hide()
        self._ask = Text(ASK_FOR_FACT, "hint", "ink_2", wrap=True)
        self._ask.hide()
        self._inserted = Text(tr(wording.INSERTED), "hint", "ink_2", wrap=True)
        self._inserted.hide()
        self._marks, self._said = helped(self._box), ""
        column = Column(self._box, self._too_long, self._ask, self._inserted)
        column.setStretch(0, 1)
        self.setLayout(column)
        self._box.textChanged.connect(self._typed)
        self._box.cursorPositionChanged.connect(lambda: self.caret_moved.emit(self.caret()))

    def given(self) -> Answer | None:
        return self._box.toPlainText() or None

    def show_answer(self, answer: Answer | None) -> None:
        self._said = answer if isinstance(answer, str) else ""
        self._box.load(self._said)
        self._measure()

    def dim(self, *, aside: bool) -> None:
        set_aside(self._box, aside=aside)

    def entry(self) -> QWidget:
        return self._box

    def caret(self) -> int:
        return self._box.textCursor().position()

    def focus_at(self, caret: int | None) -> None:
        cursor = self._box.textCursor()
        end = self._box.document().characterCount() - 1
        cursor.setPosition(end if caret is None else min(max(caret, 0), end), QTextCursor.MoveMode.MoveAnchor)
        self._box.setTextCursor(cursor)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def help_with(self, hers: WritingHelp) -> None:
        """Bring her own phrases by their letters."""
        self._marks.hers = hers

    def mark(self, voice: Voice, who: str = "") -> None:
        """Say whose the line is that the caret is in; marked so already, the mark is taken off."""
        text, caret = marked(self._box.toPlainText(), self.caret(), voice, who)
        cursor = self._box.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.focus_at(caret)

    def next_of(self, names: tuple[str, ...]) -> str:
        """Return whose words the caret's line is to be marked as, going from one name to the next."""
        return next_speaker(self._box.toPlainText(), self.caret(), names)

    def _typed(self) -> None:
        said = self._box.toPlainText()
        if said == self._said:
            return  # only its look has changed
        self._said = said
        self._measure()
        self.changed.emit()

    def _measure(self) -> None:
        if self._ask.isHidden() is asks_for_fact(self._said):
            self._ask.setVisible(asks_for_fact(self._said))
        is_inserted = any(True for _ in inserted_in(self._said, self._marks.hers.phrases))
        if self._inserted.isHidden() is is_inserted:
            self._inserted.setVisible(is_inserted)
        room = self.item.max_length or LONGEST_TEXT
        letters = self._box.document().characterCount() - 1
        if letters > room:  # the document counts some letters twice (emoji)
            letters = len(self._box.toPlainText())
        is_over = letters > room
        if is_over:
            self._too_long.say(tr(wording.TOO_LONG).format(room, letters))
        if self._too_long.isHidden() == is_over:
            self._too_long.setVisible(is_over)

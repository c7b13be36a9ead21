"""Sorting quick notes into the record: one piece at a time beside the topics; a press is enough, and none is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.look.kit import Button, Column, Heading, PageColumn, Row, Text, tab_through, theme
from app.look.speech import tr
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.quicknotes import Jotted, named_button, piece_shown

_BESIDE_FROM = 760
"""From this width on, in pixels at 100 % text size, the piece stands beside the topics, else above them."""
Topic = tuple[str, tuple[tuple[str, str], ...]]
"""A topic's title, and its questions: the path of each answer and what is asked."""


class SortPage(QWidget):
    """One piece after another beside the topics; a press drops it into an answer, where Undo finds it.

    Signals: ``dropped(str, str)`` with the piece and the path; ``left_for_now(str)``; ``back_requested()``.
    """

    dropped = Signal(str, str)
    left_for_now = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._note, self._targets = "", dict[str, Button]()
        self._piece, self._topics = Column(gap="s"), Column(gap="l")
        self._later = named_button(
            "sort.later", tr("Not this one now"), "arrow-right", "quiet", tr("It stays in your notes")
        )
        self._back = named_button("sort.back", tr("Back to your notes"), "arrow-left", "quiet", "")
        self._later.clicked.connect(lambda: self.left_for_now.emit(self._note))
        self._back.clicked.connect(self.back_requested)
        self._said = Text("", "body", "ink_2", wrap=True)
        piece = PageColumn()
        piece.head.add(Heading(tr("Sort your notes")), self._said)
        piece.add(held_in(self._piece), side_by_side(self._later, self._back))
        topics = PageColumn(held_in(self._topics))
        self._beside = Row(piece, topics, gap="none")
        self._beside.setStretch(0, 2)
        self._beside.setStretch(1, 3)
        self.setLayout(self._beside)
        theme.changed.connect(self._reflow)

    def show_topics(self, topics: tuple[Topic, ...]) -> None:
        """Show the topics, each with its questions: the path of the answer and what is asked."""
        self._targets = {}
        fill(self._topics, *(self._topic(title, questions) for title, questions in topics))
        self._order()

    def show_piece(self, one: Jotted | None, left: int, said: str = "") -> None:
        """Show the piece to be sorted now; ``None`` when none is left. ``left`` is how many, this one among them."""
        self._note = one.note if one is not None else ""
        told = (
            tr("{left} to sort.").format(left=left)
            if left
            else tr("All of them are sorted. Each still stands among your quick notes.")
        )
        self._said.say(f"{said} {told}".strip())
        fill(self._piece, *([piece_shown(one)] if one is not None else []))
        for button in (*self._targets.values(), self._later):
            button.setEnabled(one is not None)

    def focus_first(self) -> None:
        """Put the keyboard on the first topic; the last one used keeps it."""
        if not any(button.hasFocus() for button in self._targets.values()):
            first = next((button for button in self._targets.values() if button.isEnabled()), self._back)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _topic(self, title: str, questions: tuple[tuple[str, str], ...]) -> QWidget:
        buttons = []
        for path, asked in questions:
            button = named_button(f"sort.to:{path}", asked, "plus", "plain", f"{title}: {asked}")
            button.clicked.connect(lambda _on=False, path=path: self.dropped.emit(self._note, path))
            self._targets[path] = button
            buttons.append(button)
        return stacked(Text(title, "strong", wrap=True), side_by_side(*buttons), gap="s")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        directions = QBoxLayout.Direction
        beside = self.width() / theme.scale >= _BESIDE_FROM
        self._beside.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _order(self) -> None:
        tab_through([*self._targets.values(), self._later, self._back])

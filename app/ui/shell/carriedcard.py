"""What the checklist may bring to a topic, as questions: "Still true?"; no line becomes an answer before a yes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.checklist import CarriedLine
from app.look.kit import Button, Column, Heading, Notice, Text
from app.look.speech import noted, tr
from app.ui.finishing.stack import fill, held_in

_HINT = noted(
    "Ask first. A yes puts the words into the box, where you can change them. Until then they are in no record."
)


class CarriedCard(QWidget):
    """Lines carried forward from the checklist to one page; they look like a message, and never like an answer.

    Signals: ``answered(CarriedLine, bool)``, with whether the line is still true.
    """

    answered = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._lines = Column(gap="m")
        head = Column(Heading(tr("Still true?"), "h2"), Text(tr(_HINT), "hint", "ink_3", wrap=True), gap="hair")
        self.setLayout(Column(head, held_in(self._lines), gap="s"))
        self.hide()

    def show_lines(self, lines: tuple[tuple[CarriedLine, str], ...], source: str) -> None:
        """Show these lines, each with the question it would go to; ``source`` says who wrote them and when."""
        fill(self._lines, *(self._line(line, asked, source) for line, asked in lines))
        self.setVisible(bool(lines))

    def _line(self, line: CarriedLine, asked: str, source: str) -> Notice:
        yes, no = Button(tr("Still true, put it in"), "check"), Button(tr("Not any more"), "x")
        for button, name, still in ((yes, "yes", True), (no, "no", False)):
            button.setObjectName(f"carried.{name}:{line.source}")
            button.setAccessibleDescription(f"{line.words} ({source})")
            button.clicked.connect(lambda _on=False, still=still: self.answered.emit(line, still))
        return Notice(
            "info",
            tr("{source}, about “{asked}”").format(source=source, asked=asked),
            line.words,
            yes,
            no,
            icon="file-text",
        )

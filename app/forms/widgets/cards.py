"""The cards fields stand on; a card of which every item is hidden is hidden with them."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.forms.widgets.field import ItemField
from app.look import tokens
from app.look.kit import Card, Column, Icon, Row, Text, theme

_SIDE_BY_SIDE_FROM = 620
"""Two long texts stand side by side in a card at least this wide, in pixels at 100 % text size."""
_DOT = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}·  "
"""Between two prompts that run on: a line may end with the dot, and never begins with it."""


class FieldsCard(Card):
    """One or a few fields, one under another."""

    def __init__(self, fields: Sequence[ItemField]) -> None:
        super().__init__(*fields, gap="xl")
        self.fields = tuple(fields)

    def settle(self) -> None:
        """Show the card if any of its fields is asked now."""
        self.setVisible(any(not field.isHidden() for field in self.fields))


class PairCard(FieldsCard):
    """Two long texts of equal height, side by side where there is room, else one under another."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() / theme.scale >= _SIDE_BY_SIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self.column.direction() != direction:
            self.column.setDirection(direction)
        for place in range(len(self.fields)):
            self.column.setStretch(place, 1 if beside else 0)


class Prompts(QWidget):
    """Short things the family could talk about; they ask for nothing to be filled in.

    In a panel at the side each has a line of its own; where the panel is wide they run on, to leave room for the page.
    """

    def __init__(self, title: str, prompts: Sequence[str]) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.setAccessibleName(title)
        self._run_on = Text(_DOT.join(prompts), "hint", "ink_2", wrap=True)
        self._lines = QWidget()
        self._lines.setMinimumWidth(1)
        self._lines.setLayout(Column(*(Text(prompt, "hint", "ink_2", wrap=True) for prompt in prompts), gap="s"))
        top = Row(Icon("lightbulb", "accent", 18), Text(title, "strong"), None, gap="s")
        self.setLayout(Column(top, self._lines, self._run_on, gap="s"))
        self._run_on.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        runs_on = self.width() / theme.scale > 2 * tokens.PROMPTS_WIDTH
        self._run_on.setVisible(runs_on)
        self._lines.setVisible(not runs_on)

"""The page: one scrolling column of cards that reflows and never scrolls sideways; and the labelled field."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from app.look import tokens
from app.look.icons import Icon
from app.look.layouts import Column, Row
from app.look.text import Text
from app.look.theme import theme
from app.look.tokens import Ink

_ROOM_AROUND = 64
"""How much of the page to keep in view above and below what has the focus, in pixels."""


class PageColumn(QScrollArea):
    """A page that scrolls up and down: ``head`` on top, ``column`` under it, and a panel at its side where it is wide.

    Give ``measure`` to make the column wider than text should be, for a table. Where nothing stands beside the page,
    ``centred`` puts the column in the middle. What has the focus, and the caret in a
    long box, are kept in view.
    """

    def __init__(self, *items: QWidget | QLayout | None, measure: int = tokens.MEASURE, centred: bool = False) -> None:
        super().__init__()
        self._measure = measure
        self._side: QWidget | None = None
        self._side_row = 1
        self._followed: QTextEdit | None = None
        self.head, self.column = Column(gap="s"), Column(*items, gap="l")
        self._head, self._column = _holder(self.head), _holder(self.column)
        self._grid = QGridLayout()
        self._grid.addWidget(self._head, 0, 1)
        self._grid.addWidget(self._column, 2, 1)
        for column, stretch in enumerate((int(centred), 10, 0, 1)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setRowStretch(4, 1)
        self._body = _holder(self._grid)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setMinimumWidth(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A box that grows under the caret makes the page longer: that is when the caret goes out of view.
        self.verticalScrollBar().rangeChanged.connect(self._reveal_caret)
        theme.changed.connect(self._reflow)
        self._reflow()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def add(self, *items: QWidget | QLayout | None) -> None:
        """Add to the column."""
        self.column.add(*items)

    def set_side(self, panel: QWidget | None, *, last: bool = False) -> None:
        """Show ``panel`` at the side of the column; the old one goes.

        Where the page is narrow it stands under the head, or as the ``last`` thing of all.
        """
        self._side_row = 3 if last else 1
        if self._side is not None:
            self._side.hide()
            self._side.setParent(None)
            self._side.deleteLater()
        self._side = panel
        self._reflow()

    def is_wide(self) -> bool:
        """Say whether there is room for a panel at the side."""
        return self.width() / theme.scale >= tokens.WIDE

    def is_roomy(self) -> bool:
        """Say whether two boxes may stand side by side in the column."""
        return self.width() / theme.scale >= tokens.ROOMY

    def to_top(self) -> None:
        """Show the page from its beginning."""
        self.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget, within: QRect | None = None) -> None:
        """Scroll so far that ``widget``, or the part ``within`` it, is in view; what has left the page is let go."""
        if not self._body.isAncestorOf(widget):
            return
        part = within or widget.rect()
        top = widget.mapTo(self._body, QPoint(0, part.top())).y()
        self.ensureVisible(0, top, 0, _ROOM_AROUND)
        if part.height() < self.viewport().height():
            self.ensureVisible(0, top + part.height(), 0, _ROOM_AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        wide, roomy = self.is_wide(), self.is_roomy()
        self._column.setMaximumWidth(round(self._measure * (1 + (theme.scale - 1) * 0.8)))
        self._head.setMaximumWidth(self._column.maximumWidth())
        margin = theme.space("xxl" if roomy else "l")
        self._grid.setContentsMargins(margin, theme.space("xxl"), margin, theme.space("xxl"))
        self._grid.setHorizontalSpacing(theme.space("xxl"))
        self._grid.setVerticalSpacing(theme.space("l"))
        if self._side is not None:
            self._place_side(self._side, wide=wide)

    def _place_side(self, panel: QWidget, *, wide: bool) -> None:
        self._grid.removeWidget(panel)
        if wide:
            self._grid.addWidget(panel, 2, 2, Qt.AlignmentFlag.AlignTop)
            panel.setFixedWidth(theme.px(tokens.PROMPTS_WIDTH))
        else:
            panel.setMinimumWidth(1)
            panel.setMaximumWidth(self._column.maximumWidth())
            self._grid.addWidget(panel, self._side_row, 1)
        panel.show()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._followed is not None and isValid(self._followed):
            self._followed.cursorPositionChanged.disconnect(self._reveal_caret)
        self._followed = None
        if new is None or not self._body.isAncestorOf(new):
            return
        if isinstance(new, QTextEdit):
            self._followed = new
            new.cursorPositionChanged.connect(self._reveal_caret)
            self._reveal_caret()
        else:
            self.reveal(new)

    def _reveal_caret(self) -> None:
        if self._followed is not None and isValid(self._followed):
            self.reveal(self._followed, self._followed.cursorRect())


def _holder(layout: QLayout) -> QWidget:
    """Return a plain widget that holds ``layout`` and may be as narrow as it must."""
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    holder.setMinimumWidth(1)
    return holder


class Field(QWidget):
    """A label, a hint and a control as one: the label names the control, the hint describes it.

    ``icon`` is a name and an ink for an icon before the label. What follows the control goes into ``column``.
    """

    def __init__(self, label: str, hint: str, control: QWidget, icon: tuple[str, Ink] | None = None) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.control = control
        self.label = Text(label, "label", wrap=True)
        self.label.setBuddy(control)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        self.column = Column(title(self.label, hint, icon), control, gap="s")
        self.setLayout(self.column)


def title(label: Text, hint: str, icon: tuple[str, Ink] | None = None) -> QLayout:
    """Return a label with its icon before it and its hint close under it."""
    top: QLayout | QWidget = label
    if icon is not None:
        top = Row(Icon(*icon), label, gap="s")
        top.setStretch(1, 1)
    return Column(top, Text(hint, "hint", "ink_3", wrap=True), gap="hair") if hint else Column(top)

"""The ground that every page outside the main window's frame stands on: one card in the middle, and nothing about a
child on it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Heading, Icon, LineBox, Notice, Row, Stage, Text, announce, theme
from app.look.speech import tr
from app.ui.parts import holder, upright

_WIDTH = 560
"""The widest a card here gets, in pixels at 100 % text size."""


class Middle(Stage):
    """A whole page with one card in its middle; it scrolls up and down where the window is too small for the card."""

    def __init__(self, card: QWidget) -> None:
        super().__init__()
        self._card = card
        row = Row(None, card, None, margin="l")
        row.setStretch(1, 1000)
        self._scroll = upright(holder(Column(None, row, None)))
        self.setLayout(Column(self._scroll))
        theme.changed.connect(self._rescale)
        self._rescale()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so far that ``widget`` is in view, once what was just shown has found its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget))

    def _rescale(self) -> None:
        self._card.setMaximumWidth(round(_WIDTH * (1 + (theme.scale - 1) * 0.8)))


class Doorway(Middle):
    """A page with a few words, one or two boxes and one main button, that can be busy and can have trouble.

    ``primary`` is the main button; it and the ``boxes`` rest while the page is busy. Each page adds its parts to the
    column of ``card``. Signals: ``cancelled()`` when somebody would rather not wait any longer;
    ``step_requested()`` when the step offered under a trouble is taken.
    """

    cancelled = Signal()
    step_requested = Signal()

    def __init__(self, icon: str, heading: str, lead: str, primary: Button, *boxes: LineBox) -> None:
        self.card = Card(Icon(icon, "accent", 32), Heading(heading), gap="l", margin="xxl")
        super().__init__(self.card)
        self._hint, self._offered = Notice("info", ""), Button("")
        self._offered.setObjectName("doorway.step")
        self._offered.clicked.connect(self.step_requested)
        self._trouble = Notice("bad", "", "", self._offered)
        self._busy, self._cancel = self._busy_notice()
        self.card.column.add(Text(lead, "body", "ink_2", wrap=True), self._hint, self._trouble, self._busy)
        self._boxes, self._primary, self._primary_words = boxes, primary, primary.accessibleName()
        self._say_nothing()

    def focus_first(self) -> None:
        """Put the keyboard in the first box, and the box in view."""
        self.go_to(self._boxes[0])

    def go_to(self, control: QWidget) -> None:
        """Put the keyboard on ``control``, and it in view."""
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(control)

    def _busy_notice(self) -> tuple[Notice, Button]:
        cancel = Button(tr("Stop waiting"), "x")
        cancel.setObjectName("busy.cancel")
        cancel.clicked.connect(self.cancelled)
        return Notice("info", "", "", cancel, icon="clock"), cancel

    def show_working(self, title: str, words: str) -> None:
        """Say what goes on, where it may take longer than anybody likes to wait; it can be stopped then."""
        self._busy.say(title, words)
        self._busy.show()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(self._busy)
        announce(self, f"{title} {words}")

    def show_stopped(self, title: str, words: str) -> None:
        """Say that nobody waits any longer, and be ready again."""
        self.show_ready()
        self.show_hint(title, words)

    def show_busy(self, words: str) -> None:
        """Say what is being done on the main button, which cannot be pressed meanwhile; the keyboard stays at hand."""
        self._say_nothing()
        if self._primary.hasFocus():
            self._boxes[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self._primary.say(words)
        self._set_ready(ready=False)
        announce(self, words)

    def show_far(self, words: str) -> None:
        """Say on the main button how far it is, while the page is busy."""
        if not self._primary.isEnabled():
            self._primary.say(words)

    def show_ready(self) -> None:
        """Be ready to be filled in again."""
        self._primary.say(self._primary_words)
        self._set_ready(ready=True)

    def is_ready(self) -> bool:
        """Say whether the page waits to be filled in, and for nothing else."""
        return self._primary.isEnabled()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next; what was typed stays, ready to be typed over."""
        self.show_ready()
        self._say(
            self._trouble,
            tr(trouble.what),
            " ".join(part for part in (tr(trouble.safe), tr(trouble.next_step)) if part),
        )

    def offer_step(self, words: str) -> None:
        """Offer the next step as a button under the trouble just shown; with no words, none."""
        self._offered.say(words)
        self._offered.setVisible(bool(words))

    def show_hint(self, title: str, words: str) -> None:
        """Say kindly what to look at again."""
        self._say(self._hint, title, words)

    def forget(self) -> None:
        """Be as new: nothing that was typed or shown is left on the page."""
        self._say_nothing()
        self.show_ready()
        for box in self._boxes:
            box.load("")

    def _set_ready(self, *, ready: bool) -> None:
        self._primary.setEnabled(ready)
        for box in self._boxes:
            box.setReadOnly(not ready)

    def _say(self, notice: Notice, title: str, words: str) -> None:
        self._say_nothing()
        notice.say(title, words)
        notice.show()
        announce(self, f"{title} {words}", at_once=True)
        asked = next((box for box in self._boxes if box.isVisible()), None)
        if asked is not None:
            asked.selectAll()
            self.go_to(asked)
        else:
            self.reveal(notice)

    def _say_nothing(self) -> None:
        for notice in (self._hint, self._trouble, self._busy):
            notice.hide()
            notice.say("")
        self.offer_step("")

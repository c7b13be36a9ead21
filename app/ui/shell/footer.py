"""The strip under every page of a record: take back, save, turn it to the family, the way on; always in one place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from app.look.kit import Bar, Button, Column, Row, Text, announce, theme
from app.look.speech import tr
from app.ui.words import clock_time

_ROOM_FOR_WORDS = 200
"""From so much room on, in pixels at 100 % text size, what was just done is said in the line of the buttons."""
_LARGE = 1.4
"""From this text size on the bar on top has no room for when everything was saved: it is said here."""


class Footer(Bar):
    """Undo, redo, save and share view on the left, back and on on the right; between them what was just done, in words.

    Signals: ``undo_requested``, ``redo_requested``, ``save_requested``, ``turn_requested`` (to the family),
    ``back_requested``, ``next_requested``.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    save_requested = Signal()
    turn_requested = Signal()
    back_requested = Signal()
    next_requested = Signal()

    def __init__(self) -> None:
        super().__init__("bottom")
        self._make_buttons()
        self._next_title, self._saved = Text("", "ui", "ink_2"), Text("", "ui", "ink_2")
        self._said, self._said_below = Text("", "ui", "ink_2", wrap=True), Text("", "ui", "ink_2", wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row = Row(*self._keeping, self._saved, self._said, None, self._next_title, *self._ways, gap="s")
        self._row.setStretch(self._row.indexOf(self._said), 1)
        self.setLayout(Column(self._said_below, self._row, gap="xs", margin=("xl", "s")))
        self.show_steps(undo=False, redo=False)
        theme.changed.connect(self._reflow)
        self._reflow()

    def _make_buttons(self) -> None:
        self._undo = Button(tr("Undo"), "undo-2", "quiet", explained=tr("Take back what was done last (Ctrl+Z)"))
        self._redo = Button(tr("Redo"), "redo-2", "quiet", explained=tr("Do again what was taken back (Ctrl+Shift+Z)"))
        self._save = Button(
            tr("Save"), "save", "quiet", explained=tr("Everything is saved by itself; this says so (Ctrl+S)")
        )
        self._turn = Button(tr("Share view"), "users", "quiet", explained=tr("Turn the screen to the family (F9)"))
        self._back = Button(tr("Back"), "arrow-left", "quiet")
        self._next = Button(tr("Continue"), "arrow-right", "primary", icon_at_end=True)
        self._keeping, self._ways = (self._undo, self._redo, self._save, self._turn), (self._back, self._next)
        for button, name, signal in (
            (self._undo, "step.undo", self.undo_requested),
            (self._redo, "step.redo", self.redo_requested),
            (self._save, "step.save", self.save_requested),
            (self._turn, "step.turn", self.turn_requested),
            (self._back, "step.back", self.back_requested),
            (self._next, "step.next", self.next_requested),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
        self._words = {button: button.accessibleName() for button in (*self._keeping, self._back)}

    def show_steps(self, *, undo: bool, redo: bool) -> None:
        """Offer to take back and to do again, as far as there is anything."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def show_way(self, *, back: bool, following: str) -> None:
        """Offer the way back, and the way on to what is called ``following``; empty where there is none."""
        self._back.setEnabled(back)
        self._next.setEnabled(bool(following))
        self._next_title.say(tr("Next: {following}").format(following=following) if following else "")
        self._reflow()

    def show_ways(self, *, shown: bool) -> None:
        """Offer the ways back and on, or not on pages that have their own."""
        for button in self._ways:
            button.setVisible(shown)
        self._reflow()

    def say(self, words: str) -> None:
        """Say what was just done; nothing takes the words away again."""
        for text in (self._said, self._said_below):
            text.say(words)
        self._reflow()
        if words:
            announce(self, words)

    def show_saved(self, at: datetime) -> None:
        """Say quietly when everything was last on disk, where the text is too large for it to be said on top."""
        self._saved.say(tr("Saved {time}").format(time=clock_time(at)))
        self._reflow()

    def words(self) -> str:
        """Return what was just done, in words."""
        return self._said.words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        self._saved.hide()
        for button, words in self._words.items():
            button.say(words)
        self._turn.show()
        if self._room() < 0:
            self._fold(*self._keeping)
        if self._room() < 0:
            self._fold(self._back)
        self._turn.setVisible(self._room() >= 0)  # only while the list stands over a narrow page; F9 turns it too
        said = bool(self._said.words)
        fits = self._room() >= self._saved.sizeHint().width() + 3 * theme.space("s")
        self._saved.setVisible(bool(self._saved.words) and theme.scale >= _LARGE and fits and not said)
        room, two_lines = self._room() - theme.space("s"), 2 * theme.line("ui")
        beside = room >= theme.px(_ROOM_FOR_WORDS) and self._said.heightForWidth(room // 2) <= two_lines
        self._said.setVisible(said and beside)
        self._said_below.setVisible(said and not beside)
        titled = not said and self._room() >= self._next_title.sizeHint().width() + theme.space("s")
        self._next_title.setVisible(bool(self._next_title.words) and self._next.isVisibleTo(self) and titled)

    def _fold(self, *buttons: Button) -> None:
        """Leave the pictures alone of these buttons; a screen reader still hears their names."""
        for button in buttons:
            button.say("")
            button.setAccessibleName(self._words[button])

    def _room(self) -> int:
        """Return the pixels that the buttons leave."""
        shown = [one for one in (*self._keeping, self._saved, *self._ways) if one.isVisibleTo(self)]
        taken = sum(one.sizeHint().width() + theme.space("s") for one in shown)
        return self.width() - taken - 2 * theme.space("xl")

"""The strip on top of every page: whose record, saved when, where it is, and the ways out that must always be there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent

from app.look import tokens
from app.look.kit import Avatar, Bar, Button, Column, Pill, Row, StatusLine, Text, announce, theme
from app.sync.status import Reach, SyncStatus

_ROOM_FOR_SAVED = 1240
_ROOM_FOR_WORDS = 1040
_ROOM_FOR_SYNC = 860
_ROOM_FOR_META = 700


class TopBar(Bar):
    """Home, banner, status, and the three ways out.

    Signals: ``home_requested``, ``worried``, ``hide_now``, ``lock_requested``, ``list_requested`` (the task list, where
    it is folded away).
    """

    home_requested = Signal()
    worried = Signal()
    hide_now = Signal()
    lock_requested = Signal()
    list_requested = Signal()

    def __init__(self) -> None:
        super().__init__("top")
        self._avatar, self._name = Avatar(""), Text("", "label")
        self._meta = Text("", "caption", "ink_2")
        self._saved = StatusLine("circle-check", "Nothing typed yet", "ink_2")
        self.sync = Pill("Works without a connection", "good", "laptop")
        self._buttons = self._make_buttons()
        row = Row(*self._buttons[:2], self._avatar, Column(self._name, self._meta, gap="none"), None)
        row.add(self._saved, self.sync, *self._buttons[2:])
        row.setContentsMargins(theme.space("l"), 0, theme.space("l"), 0)
        self.setLayout(row)
        theme.changed.connect(self._reflow)
        self.show_nobody("")

    def _make_buttons(self) -> list[Button]:
        made = []
        for name, words, icon, explained, signal in (
            ("bar.list", "Topics", "list-checks", "Show or hide the list of topics (F6)", self.list_requested),
            ("bar.home", "Home", "house", "Back to all children (Ctrl+H)", self.home_requested),
            ("bar.worried", "Worried now?", "shield-alert", "What to do if a child may not be safe", self.worried),
            ("bar.hide", "Hide now", "eye-off", "Hide the screen at once (press Shift three times)", self.hide_now),
            ("bar.lock", "Lock", "lock", "Lock (Ctrl+L). Nothing is lost", self.lock_requested),
        ):
            button = Button(words, icon, "quiet" if name in {"bar.list", "bar.home"} else "plain", explained=explained)
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.clicked.connect(signal)
            made.append(button)
        return made

    def show_child(self, name: str, meta: str, initials: str) -> None:
        """Show whose record this is: name, and what one must know to talk with them."""
        self._name.say(name)
        self._meta.say(meta)
        self._avatar.show_initials(initials)
        self._avatar.show()
        self._reflow()

    def show_nobody(self, words: str) -> None:
        """Show that no child's record is open; ``words`` may name the place."""
        self._name.say(words)
        self._meta.say("")
        self._avatar.hide()
        self._reflow()

    def show_list_button(self, *, shown: bool) -> None:
        """Offer the task list as a button, where there is no room for it beside the page."""
        self._buttons[0].setVisible(shown)

    def show_saved(self, words: str) -> None:
        """Say quietly when everything was last on disk."""
        self._saved.show_state("circle-check", words, "ink_2", "good")

    def show_not_saved(self, words: str) -> None:
        """Say loudly that what was typed is not on disk yet."""
        self._saved.show_state("triangle-alert", words, "bad", "bad")
        self._saved.show()
        announce(self, words, at_once=True)

    def show_sync(self, status: SyncStatus) -> None:
        """Say where the work is: waiting, sent, or what is wrong."""
        tone = "bad" if status.set_aside else "warn" if status.waiting else "good"
        icon = "cloud-off" if status.reach is Reach.NO_CONNECTION else "circle-alert" if status.set_aside else "send"
        icon = "circle-check" if tone == "good" and status.reach is Reach.REACHED else icon
        self.sync.show_state(self._sync_words(status), tone, icon)  # type: ignore[arg-type]  # one of the three tones
        self.sync.setToolTip(status.trouble)

    @staticmethod
    def _sync_words(status: SyncStatus) -> str:
        if status.reach is Reach.NO_CONNECTION and status.waiting:
            return f"No connection · {status.waiting} waiting"
        return status.words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def sizeHint(self) -> QSize:
        return QSize(1, theme.px(tokens.TOP_BAR_HEIGHT))

    def _reflow(self) -> None:
        room = self.width() / theme.scale
        self.setFixedHeight(theme.px(tokens.TOP_BAR_HEIGHT))
        self._meta.setVisible(bool(self._meta.words) and room > _ROOM_FOR_META)
        self._saved.setVisible(room > _ROOM_FOR_SAVED or "ot saved" in self._saved.words())
        for button in self._buttons:
            button.say(
                button.accessibleName() if room > _ROOM_FOR_WORDS or button.objectName() == "bar.worried" else ""
            )

"""The strip on top of every page: whose record, saved when, where it is, and the ways out that must always be there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent

from app.look import tokens
from app.look.kit import Avatar, Bar, Button, Column, Pill, Row, StatusLine, Text, announce, theme
from app.look.speech import tr
from app.look.tokens import Tone
from app.sync.status import Reach, SyncStatus

_BANNER, _LEAST_BANNER = 180, 40
"""The room a name and the words under it keep before anything else gives way, and after; in pixels at 100 %."""
_ROUNDING = 2
"""So many pixels may be lost between what a text is measured to need and what it takes."""
_SHORTEST_NAME = 120
"""With less room for the name than this, in pixels at 100 % text size, something else gives way."""


class TopBar(Bar):
    """Home, banner, status, the way to one's keys where no child's record is open, and the three ways out.

    Signals: ``home_requested``, ``keys_requested``, ``worried``, ``hide_now``, ``lock_requested``, ``list_requested``
    (the task list, where it is folded away).
    """

    home_requested = Signal()
    keys_requested = Signal()
    worried = Signal()
    hide_now = Signal()
    lock_requested = Signal()
    list_requested = Signal()

    def __init__(self) -> None:
        super().__init__("top")
        self._avatar, self._name = Avatar(""), Text("", "label")
        self._meta = Text("", "caption", "ink_2")
        self._saved = StatusLine("circle-check", "", "ink_2")
        self.sync = Pill(SyncStatus().words(), "good", "laptop")
        self._sync_words, self._sync_short = tr(SyncStatus().words()), tr(SyncStatus().in_short())
        self._sync_look: tuple[Tone, str] = ("good", "laptop")
        self._has_child, self._full_name, self._full_meta = False, "", ""
        self._buttons = self._make_buttons()
        self._banner = Column(None, self._name, self._meta, None, gap="none")
        first, last = list(self._buttons)[:2], list(self._buttons)[2:]
        banner = (self._avatar, self._banner)
        self._row = Row(*first, *banner, None, self._saved, self.sync, *last, margin=("l", "none"))
        self._sync_place = self._row.indexOf(self.sync)
        self._below = Row(margin=("l", "none"))
        self.setLayout(Column(self._row, self._below, gap="none"))
        theme.changed.connect(self._reflow)
        self.show_nobody("")

    def _make_buttons(self) -> dict[Button, str]:
        made = {}
        for name, words, icon, explained, signal in (
            ("bar.list", tr("Topics"), "list-checks", tr("Show or hide the list of topics (F6)"), self.list_requested),
            ("bar.home", tr("Home"), "house", tr("Back to all children (Ctrl+H)"), self.home_requested),
            (
                "bar.keys",
                tr("Place and keys"),
                "key-round",
                tr("Who can open this place (Ctrl+Shift+K)"),
                self.keys_requested,
            ),
            (
                "bar.worried",
                tr("Worried now?"),
                "shield-alert",
                tr("What to do if a child may not be safe"),
                self.worried,
            ),
            (
                "bar.hide",
                tr("Hide now"),
                "eye-off",
                tr("Hide the screen at once (press Shift three times)"),
                self.hide_now,
            ),
            ("bar.lock", tr("Lock"), "lock", tr("Lock (Ctrl+L). Nothing is lost"), self.lock_requested),
        ):
            button = Button(
                words, icon, "quiet" if name in {"bar.list", "bar.home", "bar.keys"} else "plain", explained=explained
            )
            button.setObjectName(name)
            button.clicked.connect(signal)
            made[button] = words
        return made

    def show_child(self, name: str, meta: str, initials: str) -> None:
        """Show whose record this is: name, and what one must know to talk with them."""
        self._has_child, self._full_name, self._full_meta = True, name, meta
        for text, words in ((self._name, name), (self._meta, meta)):
            text.setToolTip(words)
            text.setAccessibleName(words)
        self._avatar.show_initials(initials)
        self._reflow()

    def show_nobody(self, words: str) -> None:
        """Show that no child's record is open; ``words`` may name the place."""
        self._has_child, self._full_name, self._full_meta = False, words, ""
        self._name.setToolTip("")
        self._name.setAccessibleName(words)
        self._reflow()

    def show_nothing(self) -> None:
        """Show that no child's record is open, and say nothing about saving."""
        self.show_nobody("")
        self.show_saved("")

    def show_list_button(self, *, shown: bool) -> None:
        """Offer the task list as a button, where there is no room for it beside the page."""
        button = next(iter(self._buttons))
        if button.isHidden() is shown:
            button.setVisible(shown)
            self._reflow()

    def show_where(self, words: str) -> None:
        """Say quietly where the record stands that is open; nothing was just saved."""
        self._saved.show_state("laptop", words, "ink_2", "ink_2")
        self._reflow()

    def show_keys_due(self, *, due: bool) -> None:
        """Say on the way to one's keys that something about them is to be seen to."""
        button = next(button for button in self._buttons if button.objectName() == "bar.keys")
        self._buttons[button] = tr("See to your keys") if due else tr("Place and keys")
        button.show_icon("triangle-alert" if due else "key-round")
        self._reflow()

    def show_saved(self, words: str) -> None:
        """Say quietly when everything was last on disk."""
        self._saved.show_state("circle-check", words, "ink_2", "good")
        self._reflow()

    def saved_words(self) -> str:
        """Return what is said about saving, or about where the record stands."""
        return self._saved.words()

    def show_not_saved(self, words: str) -> None:
        """Say loudly that what was typed is not on disk yet."""
        self._saved.show_state("triangle-alert", words, "bad", "bad")
        self._reflow()
        announce(self, words, at_once=True)

    def show_sync(self, status: SyncStatus) -> None:
        """Say where the work is: waiting, sent, or what is wrong."""
        troubled = status.waiting or status.reach is Reach.TROUBLE
        tone: Tone = "bad" if status.set_aside else "warn" if troubled else "good"
        icon = "cloud-off" if status.reach is Reach.NO_CONNECTION else "circle-alert" if status.set_aside else "send"
        icon = "circle-check" if tone == "good" and status.reach is Reach.REACHED else icon
        self._sync_look, self._sync_words = (tone, icon), tr(status.words())
        self._sync_short = tr(status.in_short())
        self.sync.setToolTip(tr(status.trouble))
        self._reflow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def sizeHint(self) -> QSize:
        return QSize(1, self._height())

    def _height(self) -> int:
        below = self.sync.sizeHint().height() + theme.space("s") if self._is_below() else 0
        return theme.px(tokens.TOP_BAR_HEIGHT) + below

    def _reflow(self) -> None:
        """Show as much as there is room for, at once: nothing is drawn cut off in between."""
        self._show_all()
        self._fold_what_does_not_fit()
        self.setFixedHeight(self._height())
        self._row.invalidate()
        self._below.invalidate()
        whole = self.layout()
        if whole is not None:
            whole.activate()

    def _fold_what_does_not_fit(self) -> None:
        """Put away what matters least first; "Worried now?" and Lock never."""
        for save_room in (self._shorten, self._fold_ways, self._fold_saved, self._fold_exits, self._fold_picture):
            if self._fits():
                return
            save_room()
        if not self._fits():
            self._fold_sync()
        if not self._fits() and self._room_for_name() < theme.px(_SHORTEST_NAME):
            self._put_sync_below()
        self._shorten(_LEAST_BANNER)

    def _fits(self) -> bool:
        return self._needed() <= self.width()

    def _needed(self) -> int:
        """Return the width all that is shown needs; asked now, where Qt would forget the old sizes only later."""
        self._saved.updateGeometry()
        self.sync.updateGeometry()
        self._banner.invalidate()
        self._row.invalidate()
        return self._row.totalSizeHint().width()

    def _is_below(self) -> bool:
        return self._below.indexOf(self.sync) >= 0

    def _put_sync_below(self) -> None:
        """Give where the work is a line of its own, with all its words, before anything of it is lost."""
        self._row.removeWidget(self.sync)
        self._below.addWidget(self.sync)
        self._below.addStretch(1)
        self._say_sync(self._sync_words)

    def _put_sync_above(self) -> None:
        if self._is_below():
            while self._below.count():
                self._below.takeAt(0)
            self._row.insertWidget(self._sync_place, self.sync)

    def _show_all(self) -> None:
        self._put_sync_above()
        for button, words in self._buttons.items():
            button.say(words)
            if button.objectName() == "bar.keys":
                button.setVisible(not self._has_child)
        self._meta.say(self._full_meta)
        self._meta.setVisible(bool(self._full_meta))
        self._saved.setVisible(bool(self._saved.words()))
        self._avatar.setVisible(self._has_child)
        self._name.say(self._full_name)
        self._say_sync(self._sync_words)

    def _fold(self, *names: str) -> None:
        for button, words in self._buttons.items():
            if button.objectName() in names:
                button.say("")
                button.setAccessibleName(words)

    def _fold_ways(self) -> None:
        self._fold("bar.list", "bar.home", "bar.keys")

    def _fold_exits(self) -> None:
        self._fold("bar.hide", "bar.lock")

    def _fold_saved(self) -> None:
        self._saved.hide()

    def _fold_picture(self) -> None:
        self._avatar.hide()

    def _fold_sync(self) -> None:
        self._say_sync(self._sync_short)

    def _shorten(self, least: int = _BANNER) -> None:
        """Shorten a long name, and long words under it, with dots; a tool tip and a screen reader say all of it."""
        if not self._fits():
            wide = max(self._name.sizeHint().width(), self._meta.sizeHint().width())
            room = max(wide - (self._needed() - self.width()) - _ROUNDING, theme.px(least))
            for text, words in ((self._name, self._full_name), (self._meta, self._full_meta)):
                metrics = QFontMetrics(theme.font(text.kind))
                text.say(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))

    def _room_for_name(self) -> int:
        return self._name.sizeHint().width() - (self._needed() - self.width()) - _ROUNDING

    def _say_sync(self, words: str) -> None:
        tone, icon = self._sync_look
        self.sync.show_state(words, tone, icon)

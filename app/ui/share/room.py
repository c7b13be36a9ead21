"""The window turned to a family: one page at a time, and the strip under it; no list, no bar, no news and no shortcut.

It stands in the place of the workroom, so that none of the workroom's keys works and nothing of it can be reached.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.errors import Trouble
from app.look.kit import Bar, Button, Column, Flow, Stage, Text, announce
from app.look.speech import tr
from app.ui.parts import discard
from app.ui.share.leaving import LeavePage, PinPage
from app.ui.share.pages import PausePage
from app.ui.share.places import Placed, Places


class Screen(Protocol):
    """A page that knows where the keyboard begins."""

    def focus_first(self) -> None:
        """Put the keyboard there."""


Screens = Sequence[Callable[[], QWidget]]
"""What makes each page, in order; a page is made when it is shown and ended when it is left.

A page with a signal ``moves_on`` goes on to the next by itself, when what it asks was answered with a press.
"""


class ShareRoom(Stage):
    """Shows the pages it is given.

    Signals: ``leave_typed(str)`` with what may be the PIN; ``pin_chosen(str)``; ``pin_cancelled()``; ``hide_now()``;
    ``lock_requested()``; ``shown(int)`` with the place of the page that is shown.
    """

    leave_typed = Signal(str)
    pin_chosen = Signal(str)
    pin_cancelled = Signal()
    hide_now = Signal()
    lock_requested = Signal()
    shown = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._screens: Screens = ()
        self._placed: Callable[[], Placed] = tuple
        self._at = 0
        self._page: QWidget | None = None
        self.leaving, self.pin, self._pause = LeavePage(), PinPage(), PausePage()
        self._pages = QStackedWidget()
        for page in (self.leaving, self.pin, self._pause):
            self._pages.addWidget(page)
        self._saved = Text("", "hint", "ink_2", wrap=True)
        self._saved.hide()
        self._bar, self._places = self._make_bar(), Places()
        self._places.wanted.connect(self.show_page)
        down = Column(self._places, self._pages, self._bar, gap="none")
        down.setStretch(1, 1)
        self.setLayout(down)
        self._connect()

    def _make_bar(self) -> Bar:
        self._back = _button(tr("Back"), "arrow-left", "share.back", self._go_back)
        self._next = _button(tr("Next"), "arrow-right", "share.next", self._go_on, at_end=True)
        self._paused = _button(tr("Pause"), "hand", "share.pause", self.pause)
        self._hide = _button(tr("Hide now"), "eye-off", "share.hide", self.hide_now.emit)
        self._lock = _button(tr("Lock"), "lock", "share.lock", self.lock_requested.emit)
        self._leave = _button(tr("Leave"), "lock-open", "share.leave", self._ask_to_leave)
        bar = Bar("bottom")
        buttons = Flow(self._back, self._next, self._paused, self._hide, self._lock, self._leave, gap="m")
        bar.setLayout(Column(self._saved, buttons, gap="xs", margin=("l", "s")))
        return bar

    def _connect(self) -> None:
        self.leaving.typed.connect(self.leave_typed)
        self.leaving.stay.connect(self._show_again)
        self.pin.chosen.connect(self.pin_chosen)
        self.pin.cancelled.connect(self.pin_cancelled)
        self._pause.go_on.connect(self._show_again)
        for keys, act in (
            ("Ctrl+L", self.lock_requested.emit),
            ("Alt+Right", self._next.click),
            ("Alt+Left", self._back.click),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def ask_for_pin(self) -> None:
        """Have the PIN chosen before the screen is turned the first time."""
        self._bar.hide()
        self._places.hide()
        self._pages.setCurrentWidget(self.pin)
        self.pin.begin()

    def show_screens(self, screens: Screens, at: int = 0, places: Callable[[], Placed] = tuple) -> None:
        """Show these pages from one of them on; ``places`` says which of them one press leads to."""
        self._screens, self._placed = screens, places
        self._bar.show()
        self.show_page(at)

    def show_page(self, at: int) -> None:
        """Show one of the pages."""
        self._at = min(max(at, 0), len(self._screens) - 1)
        self._let_go()
        page = self._screens[self._at]()
        self._page = page
        if (moves_on := getattr(page, "moves_on", None)) is not None:
            moves_on.connect(self._go_on)
        self._pages.addWidget(page)
        self._places.show_places(self._placed(), self._at)
        self._show_again()
        self.shown.emit(self._at)

    def pause(self) -> None:
        """Show nothing to read until somebody goes on."""
        self._pages.setCurrentWidget(self._pause)
        self._show_ways(shown=False)
        self._pause.focus_first()

    def forget(self) -> None:
        """Hold nothing of the family any more."""
        self._screens, self._placed = (), tuple
        self._places.show_places(())
        self._let_go()
        self.leaving.forget()
        self.pin.forget()
        self._say("")

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why the screen was not given back."""
        self.leaving.show_trouble(trouble)

    def show_saved(self) -> None:
        """Take away what was said about saving: all is well."""
        self._say("")

    def show_not_saved(self) -> None:
        """Say it where what was typed is not on the disk yet."""
        self._say(tr("Not saved yet. Every word is still here, and it is tried again."))

    def _say(self, words: str) -> None:
        self._saved.say(words)
        self._saved.setVisible(bool(words))
        if words:
            announce(self, words, at_once=True)

    def _let_go(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            self._pages.removeWidget(page)
            discard(page)

    def _show_again(self) -> None:
        self.leaving.forget()
        if self._page is not None:
            self._pages.setCurrentWidget(self._page)
            self._show_ways(shown=True)
            self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard where the page shown begins."""
        page: QWidget | None = self._pages.currentWidget()
        begin = getattr(page, "focus_first", None) or getattr(page, "begin", None)
        if begin is not None:
            begin()
        if page is self._page and page is not None and not _has_keyboard(page):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)  # there is nothing on the page but to be read

    def _show_ways(self, *, shown: bool) -> None:
        for button in (self._back, self._next, self._paused):
            button.setVisible(shown)
        self._places.setVisible(shown and self._places.is_used())
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at < len(self._screens) - 1)

    def _go_back(self) -> None:
        self.show_page(self._at - 1)

    def _go_on(self) -> None:
        self.show_page(self._at + 1)

    def _ask_to_leave(self) -> None:
        self._pages.setCurrentWidget(self.leaving)
        self._show_ways(shown=False)
        self.leaving.begin()


def _button(words: str, icon: str, name: str, act: Callable[[], None], *, at_end: bool = False) -> Button:
    button = Button(words, icon, icon_at_end=at_end)
    button.setObjectName(name)
    button.clicked.connect(act)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _has_keyboard(page: QWidget) -> bool:
    """Say whether the keyboard is on the page, or on something in it."""
    on = QApplication.focusWidget()
    if on is page:
        return bool(page.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return on is not None and page.isAncestorOf(on)

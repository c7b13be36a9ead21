"""Copies and checks: a backup of this place to a file, and a look at every page of it; no name is ever on this page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Flow, Heading, Notice, PageColumn, Text, announce
from app.look.speech import noted, tr

_BACKUP = noted(
    "Everything in this place goes into one sealed file, on a stick or another disk. It is read back before it is "
    "called done. It opens with the words you have today, also on another laptop, so keep the stick apart from the "
    "paper with your words."
)
_CHECK = noted(
    "Looks at every page of this place and at every sealed copy beside it, and changes nothing. It may take a minute; "
    "you can stop it at any time."
)


class CarePage(PageColumn):
    """Signals: ``backup_requested()``, ``check_requested()``, ``stop_requested()``, ``left()``."""

    backup_requested = Signal()
    check_requested = Signal()
    stop_requested = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(centred=True)
        self._back = _button(tr("Back"), "arrow-left", "care.back")
        self._backup = _button(tr("Make a backup"), "save", "care.backup")
        self._check = _button(tr("Check everything"), "shield-check", "care.check")
        self._stop = _button(tr("Stop"), "x", "care.stop")
        self._good, self._bad, self._busy = (
            Notice("good", ""),
            Notice("bad", ""),
            Notice("info", "", "", self._stop),
        )
        self.head.add(Column(Flow(self._back), Heading(tr("Copies and checks")), gap="m"))
        self.add(self._good, self._bad, self._busy, _card(tr("A backup"), tr(_BACKUP), self._backup))
        self.add(_card(tr("Is everything well?"), tr(_CHECK), self._check))
        self._back.clicked.connect(self.left)
        self._backup.clicked.connect(self.backup_requested)
        self._check.clicked.connect(self.check_requested)
        self._stop.clicked.connect(self.stop_requested)
        self.begin()

    def begin(self) -> None:
        """Say nothing of what was done before."""
        for notice in (self._good, self._bad, self._busy):
            notice.hide()
        for button in (self._backup, self._check, self._back):
            button.setEnabled(True)

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, words: str) -> None:
        """Say how far it is; only stopping it can be asked for meanwhile."""
        first = self._busy.isHidden()
        self.begin()
        self._busy.say(words)
        self._busy.show()
        for button in (self._backup, self._check, self._back):
            button.setEnabled(False)
        if first:
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, words)

    def show_done(self, title: str, words: str, *, well: bool = True) -> None:
        """Say what came of it."""
        self.begin()
        notice = self._good if well else self._bad
        notice.say(title, words)
        notice.show()
        announce(self, f"{title} {words}", at_once=True)
        self.focus_first()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next."""
        words = " ".join(part for part in (tr(trouble.safe), tr(trouble.next_step)) if part)
        self.show_done(tr(trouble.what), words, well=False)


def _button(words: str, icon: str, name: str) -> Button:
    button = Button(words, icon)
    button.setObjectName(name)
    return button


def _card(title: str, words: str, button: Button) -> QWidget:
    return Card(Heading(title, "h2"), Text(words, "body", wrap=True), Flow(button), gap="m")

"""What is done as the battery runs down: a quiet offer at first, and at the last the record is saved and put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.charge import Power
from app.look.kit import Button, Notice, announce
from app.look.speech import noted, tr
from app.ui.battery import AskCharge, Battery
from app.ui.shell.onpaper import ON_PAPER
from app.ui.shell.steps import SIGN, is_open

if TYPE_CHECKING:
    from app.ui.shell.workroom import Workroom

_LOW = noted(
    "Everything is saved. You could sign what you have now, or print or fill in a paper form and type it in later."
)
_LAST = noted(
    "Everything is saved, and the record is put away safely. Please plug in before you go on, or go on on paper."
)
_NOT_SAFE = noted("What you typed last could not be saved yet, so the record stays open. Please plug in now.")


class PowerCare(QObject):
    """Stands beside a room for as long as it is open. ``fold_in`` settles the vault's files."""

    def __init__(self, room: Workroom, ask: AskCharge, flush: Callable[[], bool], fold_in: Callable[[], None]) -> None:
        super().__init__(room)
        self._room, self._flush, self._fold_in = room, flush, fold_in
        self._sign = Button(tr("Sign what we have"), "signature")
        self._papers = Button(tr("The form on paper"), "printer")
        self._sign.setObjectName("power.sign")
        self._papers.setObjectName("power.papers")
        self._sign.clicked.connect(lambda: self._go(SIGN))
        self._papers.clicked.connect(lambda: self._go(ON_PAPER))
        later = Button(tr("I know"), "check", "quiet")
        later.setObjectName("power.later")
        self._notice = Notice("warn", "", "", self._sign, self._papers, later, icon="clock")
        later.clicked.connect(self._notice.hide)
        room.beside.stack.currentChanged.connect(lambda: QTimer.singleShot(0, self, self._offer))
        self._notice.hide()
        room.standing.layout_of_notices.addWidget(self._notice)
        self.battery = Battery(ask, self)
        self.battery.changed.connect(self._say)

    def _say(self, power: Power, percent: int) -> None:
        if power is Power.ENOUGH:
            self._notice.hide()
            return
        words = tr(_LOW) if power is Power.LOW else tr(_LAST) if self._put_away() else tr(_NOT_SAFE)
        title = tr("The battery is at {percent} per cent.").format(percent=percent)
        self._notice.say(title, words)
        self._offer()
        self._notice.show()
        announce(self._notice, f"{title} {words}")

    def _offer(self) -> None:
        """Offer what can be done in the record that is open, if one is."""
        file = self._room.file
        self._sign.setVisible(file is not None and is_open(file, SIGN))
        self._papers.setVisible(file is not None)

    def _put_away(self) -> bool:
        """Save, close the record and settle the vault; say whether all of it is safe."""
        if not self._flush():
            return False
        self._room.go_home()
        self._fold_in()
        return True

    def _go(self, step: str) -> None:
        if self._room.file is not None:
            self._room.family.go(step)

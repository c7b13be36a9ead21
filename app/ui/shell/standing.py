"""What stands under the bar in every room until it is over or was read: work not saved, an older copy, a full disk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Trouble
from app.look.kit import Button, Notice, announce
from app.look.speech import tr
from app.ui.shell.noticedwords import TITLE


class Standing(QWidget):
    """Notices, the gravest first; nothing at all, most days.

    Signals: ``noticed_read()`` when somebody has read about the older copy.
    """

    noticed_read = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._unsafe = Notice("bad", "")
        read = Button(tr("I have read this"), "check")
        read.setObjectName("noticed.read")
        read.clicked.connect(self.noticed_read)
        self._noticed = Notice("warn", tr(TITLE), "", read)
        self._low, self._told_of_room = Notice("warn", ""), ""
        down = self.layout_of_notices = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        for notice in (self._unsafe, self._noticed, self._low):
            notice.hide()
            down.addWidget(notice)

    def say_not_saved(self, trouble: Trouble) -> None:
        """Say it loudly and whole: nothing matters more now than what is on the screen."""
        self._unsafe.say(
            tr("Not saved yet. {what}").format(what=tr(trouble.what)), f"{tr(trouble.safe)} {tr(trouble.next_step)}"
        )
        self._unsafe.show()

    def say_saved(self) -> None:
        """Take back that something was not saved."""
        self._unsafe.hide()

    def say_noticed(self, words: str) -> None:
        """Say that something looks like an older copy, until somebody has read it; nothing without ``words``."""
        if words and self._noticed.isHidden():
            announce(self, f"{tr(TITLE)}. {words}", at_once=True)
        self._noticed.say(tr(TITLE), words)
        self._noticed.setVisible(bool(words))

    def say_room(self, title: str, words: str) -> None:
        """Say that there is little room on the disk; nothing without a ``title``."""
        if title and (self._low.isHidden() or self._told_of_room != title):
            announce(self, f"{title} {words}")
        self._told_of_room = title
        self._low.say(title, words)
        self._low.setVisible(bool(title))

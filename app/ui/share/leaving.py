"""Leaving share view, and choosing the PIN for it; nothing typed here stays on the page once it was taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Field, Flow, Heading, LineBox, Notice, Text
from app.look.speech import noted, tr
from app.ui.finishing.remark import tell_trouble, trouble_notice
from app.ui.parts import holder
from app.ui.share.look import family_page

_ABOUT_PIN = noted(
    "You leave share view with it, and with nothing else it can do. It does not open this place: your five words do, "
    "and they leave share view too."
)


class _Secret(LineBox):
    """A box whose words nobody can read on the screen or hear."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setObjectName(name)


class LeavePage(QWidget):
    """Asks for the PIN. Signals: ``typed(str)`` with what was typed; ``stay()`` to go on with the family."""

    typed = Signal(str)
    stay = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box, self._trouble = _Secret("leave.pin"), trouble_notice()
        self._leave = Button(tr("Leave share view"), "lock-open", "primary")
        self._leave.setObjectName("leave.go")
        self._stay = Button(tr("Go on together"), "arrow-left")
        self._stay.setObjectName("leave.stay")
        self._leave.clicked.connect(self._go)
        self._box.returnPressed.connect(self._go)
        self._stay.clicked.connect(self.stay)
        page = family_page(
            Card(Field("PIN", tr("Or your five words."), self._box), holder(Flow(self._leave, self._stay)), gap="l"),
            self._trouble,
        )
        page.head.add(Heading(tr("For the worker")))
        self.setLayout(Column(page))

    def begin(self) -> None:
        """Ask afresh."""
        self.forget()
        self._trouble.hide()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Take what was typed off the page."""
        self._box.load("")
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """Take no second press while the first is looked at."""
        for button in (self._leave, self._stay):
            button.setDisabled(busy)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why it was not left."""
        self.begin()
        tell_trouble(self._trouble, trouble)

    def _go(self) -> None:
        if self._box.text():
            self.set_busy(busy=True)
            self.typed.emit(self._box.text())


class PinPage(QWidget):
    """Has the worker choose the PIN, twice the same. Signals: ``chosen(str)``; ``cancelled()``."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._one, self._two, self._trouble = _Secret("pin.one"), _Secret("pin.two"), trouble_notice()
        self._differ = Notice("warn", tr("The two are not the same"), tr("Please type it again in both."))
        self._keep = Button(tr("Keep this PIN and turn the screen"), "check", "primary")
        self._keep.setObjectName("pin.keep")
        self._cancel = Button(tr("Not now"), "arrow-left")
        self._cancel.setObjectName("pin.cancel")
        self._keep.clicked.connect(self._go)
        self._two.returnPressed.connect(self._go)
        self._cancel.clicked.connect(self.cancelled)
        page = family_page(
            Card(
                Field("PIN", tr("Four digits or more."), self._one),
                Field(tr("The same once more"), "", self._two),
                holder(Flow(self._keep, self._cancel)),
                gap="l",
            ),
            self._differ,
            self._trouble,
        )
        page.head.add(Heading(tr("Choose a PIN first")), Text(tr(_ABOUT_PIN), "body", "ink_2", wrap=True))
        self.setLayout(Column(page))

    def begin(self) -> None:
        """Ask afresh."""
        self.forget()
        for notice in (self._differ, self._trouble):
            notice.hide()
        self._one.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Take what was typed off the page."""
        for box in (self._one, self._two):
            box.load("")
        self._keep.setEnabled(True)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why it was not kept."""
        self.begin()
        tell_trouble(self._trouble, trouble)

    def _go(self) -> None:
        if self._one.text() != self._two.text():
            self.begin()
            self._differ.show()
        elif self._one.text():
            self._keep.setDisabled(True)
            self.chosen.emit(self._one.text())

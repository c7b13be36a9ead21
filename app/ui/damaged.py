"""The page of a place that could not be read: copy it aside, give back what can be read, ask for help; never delete."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Flow, Heading, Icon, Notice, Row, Text, announce
from app.look.speech import noted, tr
from app.ui.doorway import Middle
from app.ui.parts import holder

_LEAD = noted(
    "Every byte of it is still there, and nothing is deleted. You can do these three things, best one after another. "
    "You can also put the laptop aside and do none of them."
)


class DamagedPage(Middle):
    """Three ways on from a place that could not be read, and what came of each.

    Signals: ``copy_requested()``, ``rescue_requested()``, ``stop_requested()``, ``open_requested()`` once something was
    given back, ``back_requested()``.
    """

    copy_requested = Signal()
    rescue_requested = Signal()
    stop_requested = Signal()
    open_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        self._copy = _button(tr("Copy it to another disk"), "save", "damaged.copy")
        self._rescue = _button(tr("Give back what can be read"), "sprout", "damaged.rescue")
        self._back = _button(tr("Back"), "arrow-left", "damaged.back")
        self._stop = _button(tr("Stop"), "x", "damaged.stop")
        self._open = _button(tr("Open my new place"), "lock-open", "damaged.open", primary=True)
        self._good, self._bad = Notice("good", ""), Notice("bad", "")
        self._list, self._busy = Text("", "body", wrap=True), Text("", "body", "ink_2", wrap=True)
        self._help = Text("", "body", "ink_2", wrap=True)
        self._ways = holder(Column(*self._three_ways(), gap="l"))
        self.card = Card(
            Icon("shield-alert", "accent", 32),
            Heading(tr("This place could not be read")),
            Text(tr(_LEAD), "body", "ink_2", wrap=True),
            self._good,
            self._bad,
            self._list,
            Flow(self._open),
            self._busy,
            Flow(self._stop),
            self._ways,
            Flow(self._back),
            gap="l",
            margin="xxl",
        )
        super().__init__(self.card)
        self._connect()
        self.begin("")

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_requested)
        self._rescue.clicked.connect(self.rescue_requested)
        self._stop.clicked.connect(self.stop_requested)
        self._open.clicked.connect(self.open_requested)
        self._back.clicked.connect(self.back_requested)

    def _three_ways(self) -> tuple[QWidget, ...]:
        return (
            _way(
                "save",
                tr("Copy it aside"),
                tr("The whole of it, to a stick or another disk, compared with what was written. Do this first."),
                self._copy,
            ),
            _way(
                "sprout",
                tr("Give back what can be read"),
                tr(
                    "Makes a new place that opens with the same words, and brings over all that can be read; "
                    "finished work also from its sealed copies. It says what could not be read. The damaged place "
                    "stays as it is."
                ),
                self._rescue,
            ),
            _way("message-circle", tr("Ask for help"), self._help),
        )

    def begin(self, for_support: str) -> None:
        """Show the three ways; ``for_support`` is what to read out to a support desk."""
        self._say_nothing()
        self._help.say(
            tr("Your support desk can do more with a copy. Please tell them: {for_support}").format(
                for_support=for_support
            )
        )
        for part in (self._open, self._stop):
            part.hide()
        self._ways.show()
        self._back.show()

    def focus_first(self) -> None:
        """Put the keyboard on the first way, or on what came of it."""
        first = self._open if self._open.isVisibleTo(self) else self._copy
        first.setFocus()
        self.reveal(first)

    def show_busy(self, words: str, *, can_stop: bool) -> None:
        """Say what is being done; nothing else can be asked for meanwhile."""
        if self._busy.isHidden():
            self._say_nothing()
            announce(self, words)
        self._busy.say(words)
        self._busy.show()
        self._stop.setVisible(can_stop)
        for button in (self._copy, self._rescue, self._back):
            button.setEnabled(False)

    def show_copied(self, title: str, words: str) -> None:
        """Say where the copy is and that it was compared."""
        self._say_nothing()
        self._tell(self._good, title, words)

    def show_rescued(self, title: str, words: str, lines: tuple[str, ...]) -> None:
        """Say what came back and, line by line, what did not; the way on leads into the new place."""
        self._say_nothing()
        self._list.say("\n".join(f"•  {line}" for line in lines))
        self._list.show()
        self._open.show()
        self._ways.hide()
        self._back.hide()
        self._tell(self._good, title, words)
        self._open.setFocus()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next."""
        self._say_nothing()
        self._tell(
            self._bad, tr(trouble.what), " ".join(part for part in (tr(trouble.safe), tr(trouble.next_step)) if part)
        )

    def forget(self) -> None:
        """Take every name off the page."""
        self.begin("")

    def _tell(self, notice: Notice, title: str, words: str) -> None:
        notice.say(title, words)
        notice.show()
        announce(self, f"{title} {words}", at_once=True)
        self.reveal(notice)

    def _say_nothing(self) -> None:
        for notice in (self._good, self._bad):
            notice.hide()
            notice.say("")
        for text in (self._list, self._busy):
            text.hide()
            text.say("")
        self._stop.hide()
        for button in (self._copy, self._rescue, self._back):
            button.setEnabled(True)


def _button(words: str, icon: str, name: str, *, primary: bool = False) -> Button:
    button = Button(words, icon, "primary" if primary else "plain")
    button.setObjectName(name)
    return button


def _way(icon: str, title: str, words: str | Text, *buttons: Button) -> QWidget:
    said = words if isinstance(words, Text) else Text(words, "body", "ink_2", wrap=True)
    told = Column(Text(title, "label", wrap=True), said, gap="xs")
    if buttons:
        told.add(Flow(*buttons))
    row = Row(Column(Icon(icon, "accent", 22), None), told, gap="m")
    row.setStretch(1, 1)
    return holder(row)

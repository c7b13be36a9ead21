"""The coordinator's inbox: what families released to the desk, newest first; only what the envelope's outside says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Card, Column, Flow, Heading, Icon, Notice, Row, Stage, Text, announce
from app.look.speech import noted, tr
from app.ui.coordinator.table import InboxModel, InboxTable
from app.ui.doors import Doors
from app.ui.parts import Fold, holder, middling, upright
from app.ui.states import InboxState

_COLLECT = noted("Collect now")
_DIGITS = noted("Your authority asks for six digits from your phone")
_DIGITS_WORDS = noted(
    "Then it shows what families released since, and the child index. What has come already can be read as ever."
)


class InboxPage(Stage):
    """Assessments families have released to the desk, to be collected and read."""

    opened = Signal(str)
    collect_requested = Signal()
    stick_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model, self.doors = InboxModel(), Doors("inbox", is_desk=True)
        self._table = InboxTable(self._model)
        self._table.setObjectName("inbox.table")
        self._table.installEventFilter(self)
        self._table.doubleClicked.connect(self._open)
        self._table.selectionModel().selectionChanged.connect(self._allow_reading)
        self._told = Text("", "hint", "ink_2", wrap=True)
        self._trouble, self._empty = Notice("bad", ""), _empty()
        self._trouble.hide()
        self._digits = self._digits_notice()
        self._card = Card(self._table, margin="s")
        column = Column(self._top(), self._digits, self._trouble, self._card, self._empty, gap="m", margin=("xxl", "l"))
        column.setStretch(3, 1000)
        column.addStretch(1)
        self._area = upright(holder(column))
        self.setLayout(Column(self._area))
        self.show_inbox(InboxState())

    def show_inbox(self, state: InboxState) -> None:
        """Show these lines; the chosen one stays chosen if it is still there."""
        chosen = self.chosen()
        self.show_ready()
        self._model.show_lines(state.lines)
        self._told.say(_told(state))
        self._card.setVisible(bool(state.lines))
        self._empty.setVisible(not state.lines)
        self.choose(chosen)
        self._allow_reading()

    def choose(self, envelope_id: str) -> None:
        """Choose the line of an envelope; nothing happens when it is not there."""
        row = self._model.row_of(envelope_id)
        if row is not None:
            self._table.choose_row(row)

    def chosen(self) -> str:
        """Return the envelope whose line is chosen, or nothing."""
        rows = self._table.selectionModel().selectedRows()
        return self._model.lines[rows[0].row()].envelope_id if rows else ""

    def focus_first(self) -> None:
        """Put the keyboard in the list, or on collecting when the list is empty."""
        if not self._model.lines:
            self._collect.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.chosen():
            self._table.choose_row(0)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self._table)

    def show_busy(self, words: str) -> None:
        """Say on the button that the desk is being asked."""
        self._trouble.hide()
        if self._collect.hasFocus() and self._model.lines:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._collect.say(words)
        self._collect.setEnabled(False)
        announce(self, words)

    def show_ready(self) -> None:
        """Be ready to collect again."""
        self._trouble.hide()
        self._collect.say(tr(_COLLECT))
        self._collect.setEnabled(True)

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened, what is safe and what to do next; the list stays as it was."""
        self.show_ready()
        more = " ".join(part for part in (tr(trouble.safe), tr(trouble.next_step)) if part)
        self._trouble.say(tr(trouble.what), more)
        self._trouble.show()
        announce(self, tr(trouble.sentences()), at_once=True)

    def show_digits_asked(self, *, asked: bool) -> None:
        """Say that the authority shows nothing new before six digits were given, or say it no more."""
        if asked and self._digits.isHidden():
            announce(self, tr(_DIGITS))
        self._digits.setVisible(asked)

    def asks_digits(self) -> bool:
        """Say whether six digits have to be given before anything new is shown."""
        return not self._digits.isHidden()

    def _digits_notice(self) -> Notice:
        give = Button(tr("Give the six digits"), "key-round", "primary")
        give.setObjectName("inbox.digits")
        give.clicked.connect(self.doors.to_digits)
        notice = Notice("info", tr(_DIGITS), tr(_DIGITS_WORDS), give, icon="key-round")
        notice.hide()
        return notice

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the chosen line with Enter while the list has the keyboard."""
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return True
        return super().eventFilter(watched, event)

    def _top(self) -> QWidget:
        self._collect = Button(tr(_COLLECT), "refresh-cw")
        self._collect.setObjectName("inbox.collect")
        self._collect.clicked.connect(self.collect_requested)
        self._stick = Button(tr("Take in from a stick"), "save", "quiet")
        self._stick.setObjectName("inbox.stick")
        self._stick.clicked.connect(self.stick_requested)
        self._read = Button(tr("Read"), None, "primary", explained=tr("Read the chosen assessment"))
        self._read.setObjectName("inbox.read")
        self._read.clicked.connect(self._open)
        acts = Flow(self._stick, self._collect, self._read, gap="m")
        told = Column(Heading(tr("Assessments families have released to your desk")), self._told)
        return holder(Column(Fold(told, middling(holder(acts)), width=960), self.doors))

    def _open(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.opened.emit(chosen)

    def _allow_reading(self) -> None:
        self._read.setEnabled(bool(self.chosen()))


def _told(state: InboxState) -> str:
    new = sum(line.state == "new" for line in state.lines)
    refused = sum(line.state == "refused" for line in state.lines)
    counts = tr("{number} here, {new} new.").format(number=len(state.lines), new=new) if state.lines else ""
    blocked = tr("{refused} could not be opened; the row says why.").format(refused=refused) if refused else ""
    return " ".join(part for part in (counts, blocked, state.collected) if part)


def _empty() -> QWidget:
    words = tr(
        "When a family agrees to share an assessment with your team, it comes here with the next collection. "
        "You will see only what they agreed to."
    )
    said = Column(
        Text(tr("Nothing is waiting for you"), "label", wrap=True), Text(words, "body", "ink_2", wrap=True), gap="xs"
    )
    row = Row(Column(Icon("inbox", "accent", 28), None), said, gap="l")
    row.setStretch(1, 1)
    card = Card()
    card.column.addLayout(row)
    return card

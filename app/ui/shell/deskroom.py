"""The early help desk: the coordinator's inbox and reading page; opening one tells its author."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.ids import EnvelopeId
from app.errors import Trouble
from app.look.speech import tr
from app.operations.desk import read_released
from app.sync.status import SyncStatus
from app.ui.coordinator.deskwords import look_at_inbox, read_inbox, reading_state
from app.ui.coordinator.inbox import InboxPage
from app.ui.coordinator.reading import ReadingPage
from app.ui.doors import Doors
from app.ui.shell.bench import Bench
from app.ui.shell.sticks import TakingIn


class DeskRoom(QStackedWidget):
    """Inbox and reading page.

    Signals: ``reading(str)`` with the child's name for the banner, or an empty string back at the inbox.
    """

    reading = Signal(str)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.inbox, self.page = InboxPage(), ReadingPage()
        self.addWidget(self.inbox)
        self.addWidget(self.page)
        self.sticks = TakingIn(bench, self)
        self.addWidget(self.sticks.page)
        self.inbox.collect_requested.connect(self._collect)
        self.inbox.stick_requested.connect(self._show_stick)
        self.sticks.page.back_requested.connect(self.show_inbox)
        self.inbox.opened.connect(self.read)
        self.page.back_requested.connect(self.show_inbox)

    @property
    def title(self) -> str:
        """What the bar calls this place."""
        return tr("Early help desk")

    @property
    def doors(self) -> Doors:
        """The ways to the rooms beside it."""
        return self.inbox.doors

    def begin(self) -> None:
        """Begin with the inbox."""
        self.show_inbox()

    def show_inbox(self) -> None:
        """Show what has come."""
        workplace = self._bench.workplace
        self.inbox.show_inbox(self._bench.tasks.ask(lambda tx: look_at_inbox(tx, workplace)))
        self.setCurrentWidget(self.inbox)
        self.inbox.focus_first()
        self.reading.emit("")

    def _show_stick(self) -> None:
        self.setCurrentWidget(self.sticks.page)
        self.sticks.begin()

    def hear(self, status: SyncStatus) -> None:
        """Say whether six digits are asked for before anything new is shown."""
        self.inbox.show_digits_asked(asked=status.asks_digits)

    def _collect(self) -> None:
        if self.inbox.asks_digits():
            self.inbox.doors.to_digits.emit()
        else:
            self._bench.send_anyway()

    def refresh(self) -> None:
        """Read the inbox anew: the courier brought something."""
        self.inbox.show_inbox(self._bench.tasks.ask(read_inbox))

    def read(self, envelope: str) -> None:
        """Open one assessment, with every seal and signature checked again."""
        workplace = self._bench.workplace
        try:
            found = self._bench.tasks.ask(lambda tx: read_released(tx, workplace, EnvelopeId(envelope)))
        except Trouble as trouble:
            self.inbox.show_trouble(trouble)
            return
        self._bench.send_now()
        state = reading_state(workplace, found)
        self.page.show_reading(state)
        self.setCurrentWidget(self.page)
        self.page.focus_first()
        self.reading.emit(state.title)

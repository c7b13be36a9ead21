"""The doings of finding: a search when somebody stops typing for a moment; no letter stays once it was left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from app.domain.people import Role
from app.look.speech import noted, tr
from app.operations.searching import search, search_desk
from app.storage.children import ChildRow
from app.storage.inbox import InboxRow
from app.ui.coordinator.deskwords import called_at_desk
from app.ui.finding import AT_DESK, HERE, FindPage
from app.ui.shell.bench import Bench
from app.ui.shell.homeroom import next_words
from app.ui.shell.sideroom import SideRoom
from app.ui.shell.ways import Way, line_of, meant
from app.ui.states import FoundLine
from app.ui.words import ALONE, day_and_time, name_of, who_of

ENDED = noted("Ended without an assessment. Open it to come back to it.")
_PAUSE_MS = 150
"""So long nobody types before a search: each leaves a line in the audit, and one for every letter would drown it."""


class FindRoom(SideRoom):
    """The page and what it asks for.

    Signals: ``chosen(str)`` with the episode to open, at a desk with the envelope; ``way_chosen(object)`` with the
    ``Way`` to go.
    """

    chosen = Signal(str)
    way_chosen = Signal(object)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._is_desk = bench.workplace.worker.role is Role.COORDINATOR
        self.page = FindPage(AT_DESK if self._is_desk else HERE)
        self.addWidget(self.page)
        self._is_open = False
        self._ways: tuple[Way, ...] = ()
        self._used: list[str] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.search_now)
        self.page.typed.connect(lambda _: self._pause.start())
        self.page.enter_pressed.connect(self._enter)
        self.page.chosen.connect(self.chosen)
        self.page.way_chosen.connect(self._take)
        self.page.back_requested.connect(self.left)

    def offer(self, ways: tuple[Way, ...]) -> None:
        """Take in what can be done from where somebody is."""
        self._ways = ways

    def begin(self) -> None:
        """Show the children last worked with, and wait for letters."""
        self._is_open = True
        self.search_now()
        self.page.focus_first()

    def forget(self) -> None:
        """Hold nothing any more."""
        self._is_open, self._ways = False, ()
        self._pause.stop()
        self.page.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no name under a cover: a screen reader goes into the cells of a table that nobody sees."""
        self._pause.stop()
        self.page.show_found(())
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again for what is typed, when a cover was taken away."""
        super().showEvent(event)
        if self._is_open:
            self.search_now()

    def search_now(self) -> None:
        """Look for what is typed, without waiting for another letter."""
        self._pause.stop()
        found = self._came() if self._is_desk else self._here()
        ways = meant(self._ways, self.page.words, self._used)
        self.page.show_found((*found, *(line_of(way) for way in ways)))
        self.page.say_found()

    def _here(self) -> tuple[FoundLine, ...]:
        workplace, vault, typed = self._bench.workplace, self._bench.tasks.vault_thread.vault, self.page.words
        rows = self._bench.tasks.ask(lambda tx: search(tx, workplace, vault, typed))
        today = workplace.clock.now().astimezone().date()
        return tuple(_line(row, today) for row in rows)

    def _came(self) -> tuple[FoundLine, ...]:
        workplace, vault, typed = self._bench.workplace, self._bench.tasks.vault_thread.vault, self.page.words
        rows = self._bench.tasks.ask(lambda tx: search_desk(tx, workplace, vault, typed))
        return tuple(_line_at_desk(row) for row in rows)

    def _take(self, words: str) -> None:
        way = next(way for way in self._ways if way.words == words)
        self._used = [words, *(used for used in self._used if used != words)]
        self.way_chosen.emit(way)

    def _enter(self) -> None:
        if self._pause.isActive():  # what is on the page answers other letters
            self.search_now()
        self.page.open_chosen()


def _line_at_desk(row: InboxRow) -> FoundLine:
    came, author = day_and_time(row.imported_at), row.author
    return FoundLine(row.envelope, called_at_desk(row), came, f"{author.name}, {author.agency}")


def _line(row: ChildRow, today: date) -> FoundLine:
    next_ = tr(ENDED) if row.ended_at is not None else next_words(row)
    words = f"{next_} · {tr(ALONE)}" if row.restricted else next_
    return FoundLine(row.episode or "", name_of(row.summary), who_of(row.summary, today), words)

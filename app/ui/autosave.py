"""Every keystroke on disk within a second, unbroken typing included; what could not be written is never let go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import Clock
from app.domain.answers import Answer
from app.domain.ids import DraftId, EpisodeId
from app.errors import Trouble
from app.operations.keeping import Unsaved, keep
from app.storage.drafts import Place
from app.storage.troubles import DiskFull
from app.ui.tasks import Tasks

WAIT_MS = 250
"""From the first unsaved keystroke to the write. The timer is never started anew by typing on."""
RETRY_MS = 1000


class Autosave(QObject):
    """Gathers what is typed and writes it, one write at a time.

    ``make_room`` frees what was kept back for a full disk, and says whether there was any: it is asked for once a save
    has failed for want of room, so that the save of what is open is the last thing to fail.
    Signals: ``saved(datetime)`` when everything up to then is on disk; ``failed(Trouble)`` when it is not yet.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        clock: Clock,
        crashed: Callable[[Exception], None],
        make_room: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._tasks, self._clock, self._crashed, self._make_room = tasks, clock, crashed, make_room
        self._unsaved, self._in_flight = Unsaved(), Unsaved()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write)

    def note_answer(self, draft: DraftId, path: str, answer: Answer | None) -> None:
        """Take in one change of one answer."""
        self._unsaved.note_answer(draft, path, answer)
        self._soon(WAIT_MS)

    def note_place(self, draft: DraftId, path: str, caret: int) -> None:
        """Take in where somebody is writing, so that they come back to the same spot."""
        self._unsaved.places[draft] = Place(path, caret)
        self._soon(WAIT_MS)

    def note_page(self, draft: DraftId, page: str, *, done: bool) -> None:
        """Take in that somebody says a page is done, or that it is not after all."""
        self._unsaved.pages[draft, page] = done
        self._soon(WAIT_MS)

    def note_private(self, episode: EpisodeId, note: str, text: str) -> None:
        """Take in a change of a private note."""
        self._unsaved.notes[episode, note] = text
        self._soon(WAIT_MS)

    def note_quick(self, episode: EpisodeId, note: str, text: str, begun_at: datetime) -> None:
        """Take in a change of a quick note, which was begun at a time."""
        self._unsaved.quick[episode, note] = (text, begun_at)
        self._soon(WAIT_MS)

    def note_reason(self, episode: EpisodeId, rule: int, why: str) -> None:
        """Take in a change of the reason for going on although a rule (by its number) spoke."""
        self._unsaved.reasons[episode, rule] = why
        self._soon(WAIT_MS)

    def is_clear(self) -> bool:
        """Say whether everything typed is on disk."""
        return not self._unsaved and not self._in_flight

    def flush(self) -> bool:
        """Write everything now and wait for it; say whether it is on disk. What is not is kept and tried again."""
        if self.is_clear():
            return True
        self._timer.stop()
        self._unsaved.take_back(self._in_flight)
        unsaved, self._unsaved, self._in_flight = self._unsaved, Unsaved(), Unsaved()
        try:
            at = self._tasks.ask(lambda tx: keep(tx, unsaved, self._clock.now()))
        except Trouble as trouble:
            self._unsaved.take_back(unsaved)
            if isinstance(trouble, DiskFull) and self._make_room():
                return self.flush()
            self._say_failed(trouble)
            return False
        if unsaved:
            self.saved.emit(at)
        return True

    def _soon(self, wait_ms: int) -> None:
        if not self._timer.isActive() and not self._in_flight:
            self._timer.start(wait_ms)

    def _write(self) -> None:
        if not self._unsaved or self._in_flight:
            return
        self._in_flight, self._unsaved = self._unsaved, Unsaved()
        unsaved = self._in_flight
        self._tasks.start(
            lambda tx: keep(tx, unsaved, self._clock.now()),
            lambda at: self._on_kept(unsaved, at),
            lambda trouble: self._on_trouble(unsaved, trouble),
        )

    def _on_kept(self, written: Unsaved, at: object) -> None:
        if written is not self._in_flight:
            return  # a flush has written it again, with all that came after
        self._in_flight = Unsaved()
        self.saved.emit(at)
        if self._unsaved:
            self._soon(WAIT_MS)

    def _on_trouble(self, unwritten: Unsaved, trouble: Exception) -> None:
        if unwritten is self._in_flight:
            self._unsaved.take_back(unwritten)
            self._in_flight = Unsaved()
        if isinstance(trouble, DiskFull) and self._make_room():
            self._soon(0)
        elif isinstance(trouble, Trouble):
            self._say_failed(trouble)
        else:
            self._crashed(trouble)

    def _say_failed(self, trouble: Trouble) -> None:
        self.failed.emit(trouble)
        self._soon(RETRY_MS)

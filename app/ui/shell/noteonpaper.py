"""The note of a refusal, saved or shown to be printed while the record still stands; nothing of it is kept here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.ids import EpisodeId
from app.domain.refusal import Remarks
from app.errors import Trouble
from app.look.speech import tr
from app.operations.leaving import Way
from app.operations.refusing import make_refusal_note
from app.ui.finishing.refusal import RefusalNote
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench

NOTE_NAME = "note.pdf"


class NoteOnPaper(QObject):
    """Does what is asked for on the card of the note, for the episode that ``of`` says is open."""

    def __init__(self, bench: Bench, card: RefusalNote, of: Callable[[], EpisodeId | None]) -> None:
        super().__init__(card)
        self._bench, self._card, self._of = bench, card, of
        card.note_requested.connect(self._save)
        card.print_requested.connect(self._print)

    def _save(self, remarks: Remarks) -> None:
        """Write the note where somebody chooses."""
        path = self._bench.choose_file(NOTE_NAME)
        if path is not None:
            self._make(remarks, Way.SAVED, lambda pdf: self._saved(path, pdf))

    def _saved(self, path: Path, pdf: bytes) -> None:
        write_privately(path, pdf, tr("The note"))
        self._card.show_saved()

    def _print(self, remarks: Remarks) -> None:
        """Have another program show the note, to be printed."""
        self._make(remarks, Way.SHOWN, self._shown)

    def _shown(self, pdf: bytes) -> None:
        self._bench.show_paper(pdf)
        self._card.show_shown()

    def _make(self, remarks: Remarks, way: Way, then: Callable[[bytes], None]) -> None:
        episode, workplace = self._of(), self._bench.workplace
        if episode is None:
            return
        try:
            then(self._bench.tasks.ask(lambda tx: make_refusal_note(tx, workplace, episode, remarks, way)))
        except Trouble as trouble:
            self._card.show_trouble(trouble)

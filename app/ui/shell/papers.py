"""Making the papers of the open record: saved where somebody chose, or laid in the tray to be printed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.ids import EpisodeId
from app.domain.letter import LetterKind
from app.errors import Trouble
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.operations.leaving import Way
from app.operations.letters import letter_languages, letters_ready, make_letter
from app.ui.paperspage import PapersPage
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench

LETTER_NAME = "letter.pdf"
"""One name for every letter: a file's name says nothing of whom it is about, nor what it is."""


class Papers(QObject):
    """Fills the page and does what is asked for on it."""

    def __init__(self, bench: Bench, page: PapersPage) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        self._episode: EpisodeId | None = None
        page.save_requested.connect(self._save)
        page.print_requested.connect(self._print)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none: nothing said about another family stays."""
        self._episode = file.episode if file is not None else None
        self._page.clear()
        spoken = (letter_languages(self._bench.policy, kind) for kind in LetterKind)
        self._page.show_languages(tuple(dict.fromkeys(code for codes in spoken for code in codes)))

    def refresh(self) -> None:
        """Show which papers can be made, after what was typed is written."""
        episode, workplace = self._episode, self._bench.workplace
        if episode is not None and self._bench.autosave.flush():
            self._page.show_ready(self._bench.tasks.ask(lambda tx: letters_ready(tx, workplace, episode)))

    def _save(self, kind: LetterKind) -> None:
        path = self._bench.choose_file(LETTER_NAME)
        if path is None:
            return
        try:
            write_privately(path, self._made(kind, Way.SAVED), tr("The letter"))
        except Trouble as trouble:
            self._page.show_trouble(trouble)
        else:
            self._page.show_saved()

    def _print(self, kind: LetterKind) -> None:
        try:
            self._bench.show_paper(self._made(kind, Way.SHOWN))
        except Trouble as trouble:
            self._page.show_trouble(trouble)
        else:
            self._page.show_shown()

    def _made(self, kind: LetterKind, way: Way) -> bytes:
        episode, bench, passing, language = self._episode, self._bench, self._page.passing(), self._page.language()
        if episode is None:
            raise LookupError("no record is open")
        place, policy = bench.workplace, bench.policy
        return bench.tasks.ask(lambda tx: make_letter(tx, place, policy, episode, kind, way, passing, language))

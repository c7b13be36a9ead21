"""The page on which a restriction is lifted line by line, of the record that is open; each tick is written at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.errors import Trouble
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.leaving import Way
from app.operations.lifting import ToTell, let_be_told, print_told, read_to_tell
from app.ui.counting import counted
from app.ui.days import day_in_words
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench
from app.ui.toldpage import ToldPage
from app.ui.words import reading_of

TOLD = "told-at-home"
"""The page about what may be told at home."""
TOLD_NAME = "what-may-be-told.pdf"
_NOBODY = noted("Nothing may be told yet.")


class TellingHome(QObject):
    """Holds the page. Signals: ``left()``."""

    left = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._file: FamilyFile | None = None
        self._found: ToTell | None = None
        self.page = ToldPage()
        self.page.named.connect(self._show)
        self.page.chosen.connect(self._choose)
        self.page.paper_wanted.connect(self._make)
        self.page.back_requested.connect(self.left)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._file, self._found = file, None
        self.page.show_lines((), frozenset(), "")
        self.page.show_told((), tr(_NOBODY))

    def is_there(self) -> bool:
        """Say whether the open record is a young person's own, and signed."""
        return self._file is not None and self._file.restricted and self._file.finished is not None

    def refresh(self) -> None:
        """Show the lines, and what may be told to whoever was named last."""
        self._read()
        found = self._found
        if found is not None:
            person = next(reversed(found.told), "")
            self.page.show_lines(reading_of(found.form, found.answers), found.closed, person)
            self._show(person)

    def _read(self) -> None:
        file, workplace = self._file, self._bench.workplace
        if file is not None and self._bench.autosave.flush():
            self._found = self._bench.tasks.ask(lambda tx: read_to_tell(tx, workplace, file.episode))

    def _show(self, person: str) -> None:
        told = self._found.told.get(person, {}) if self._found is not None else {}
        words = (
            tr("{person} may be told {count}, since {day}.").format(
                person=person, count=counted(len(told), "line"), day=day_in_words(max(told.values()))
            )
            if told
            else ""
        )
        self.page.show_told(tuple(told), words or tr(_NOBODY))

    def _choose(self, person: str, lines: tuple[str, ...]) -> None:
        file, workplace = self._file, self._bench.workplace
        if file is None:
            return
        try:
            self._bench.tasks.ask(lambda tx: let_be_told(tx, workplace, file.episode, person, lines))
        except Trouble as trouble:
            self.page.show_trouble(trouble)
            self.page.focus_first()
        self._read()
        self._show(person)

    def _make(self, saved: bool) -> None:  # noqa: FBT001 -- Qt's signal brings it
        """Save the paper with these lines, or open it to be printed."""
        file, workplace, person = self._file, self._bench.workplace, self.page.person()
        path = self._bench.choose_file(TOLD_NAME) if saved else None
        if file is None or (saved and path is None):
            return
        way = Way.SAVED if saved else Way.SHOWN
        try:
            pdf = self._bench.tasks.ask(lambda tx: print_told(tx, workplace, file.episode, person, way))
            if path is not None:
                write_privately(path, pdf, tr("The paper"))
                self.page.show_saved()
            else:
                self._bench.show_paper(pdf)
                self.page.show_shown()
        except Trouble as trouble:
            self.page.show_trouble(trouble)

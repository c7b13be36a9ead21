"""The form on paper, of the open record: blank or a working paper, and typed in later as one step that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from app.domain.answers import is_blank, link_id_of
from app.domain.gates import FirstGate
from app.domain.ids import RowId, new_id
from app.domain.keyed_in import SESSIONS, on_paper
from app.errors import Trouble
from app.look.speech import tr
from app.operations.blanks import make_blank, make_working_paper
from app.operations.family import FamilyFile
from app.operations.leaving import Way
from app.sealing.words import day_in_words
from app.ui.onpaperpage import OnPaperPage
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench
from app.ui.shell.steps import own_steps
from app.ui.shell.writing import Writing

ON_PAPER = "on-paper"
"""The page about the form on paper."""
BLANK_NAME = "form.pdf"
WORKING_NAME = "working-paper.pdf"
_DAYS = 28


class OnPaper(QObject):
    """Holds the page. Signals: ``to_answer(OpenDraft, str, str)`` to go there, and what to say; ``left()``."""

    to_answer = Signal(object, str, str)
    left = Signal()

    def __init__(self, bench: Bench, writing: Writing, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._writing = bench, writing
        self._file: FamilyFile | None = None
        self.page = OnPaperPage()
        self.page.save_requested.connect(self._save)
        self.page.print_requested.connect(self._print)
        self.page.working_wanted.connect(self._make_working)
        self.page.typing_begun.connect(self._begin)
        self.page.back_requested.connect(self.left)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._file = file

    def refresh(self) -> None:
        """Offer the days of the last weeks; nothing is typed in before the family agreed to it."""
        days = tuple((day, day_in_words(day)) for day in (self._today() - timedelta(days=n) for n in range(_DAYS)))
        restricted = self._file is not None and self._file.restricted
        self.page.begin(days, may_type=self._may_type(), ask_first=restricted)

    def _may_type(self) -> bool:
        file = self._file
        is_written = file is not None and file.gate is FirstGate.AGREED and file.assessment is not None
        return is_written and file is not None and file.assessment is not None and SESSIONS in file.assessment.form

    def _today(self) -> date:
        return self._bench.workplace.clock.now().astimezone().date()

    def _save(self) -> None:
        self.page.tell_of(working=False)
        self._save_as(BLANK_NAME, tr("The form"), self._made)

    def _print(self) -> None:
        self.page.tell_of(working=False)
        self._show(self._made)

    def _make_working(self, saved: bool) -> None:  # noqa: FBT001 -- Qt's signal brings it
        """Save the paper with what is written so far, or open it to be printed."""
        self.page.tell_of(working=True)
        if not self._bench.autosave.flush():
            return
        if saved:
            self._save_as(WORKING_NAME, tr("The working paper"), self._working)
        else:
            self._show(self._working)

    def _save_as(self, name: str, what: str, made: Callable[[Way], bytes]) -> None:
        path = self._bench.choose_file(name)
        if path is None:
            return
        try:
            write_privately(path, made(Way.SAVED), what)
        except Trouble as trouble:
            self.page.show_trouble(trouble)
        else:
            self.page.show_saved()

    def _show(self, made: Callable[[Way], bytes]) -> None:
        try:
            self._bench.show_paper(made(Way.SHOWN))
        except Trouble as trouble:
            self.page.show_trouble(trouble)
        else:
            self.page.show_shown()

    def _working(self, way: Way) -> bytes:
        file, workplace = self._file, self._bench.workplace
        if file is None:
            raise LookupError("no record is open")
        pages = [found.page for found in own_steps(file).values()]
        return self._bench.tasks.ask(lambda tx: make_working_paper(tx, workplace, file.episode, pages, way))

    def _made(self, way: Way) -> bytes:
        file, workplace = self._file, self._bench.workplace
        if file is None:
            raise LookupError("no record is open")
        pages = [found.page for found in own_steps(file).values()]
        answered = frozenset(_answered(file)) if self.page.only_open() else frozenset()
        return self._bench.tasks.ask(lambda tx: make_blank(tx, workplace, pages, way, answered))

    def _begin(self, written: date) -> None:
        draft = self._file.assessment if self._file is not None else None
        if draft is None:
            return
        said = on_paper(draft.answers, RowId(new_id()), written, day_in_words(self._today()))
        self._writing.begin_step()
        for path, answer in said.items():
            self._writing.write(draft, path, answer)
        self._writing.begin_step()
        where = next(path for path in said if "/" in path)
        self.to_answer.emit(draft, where, f"Written on paper on {day_in_words(written)}, typed today.")


def _answered(file: FamilyFile) -> Iterator[str]:
    """Yield every question that has an answer, or a reason for none, in what is being written."""
    for draft in (file.assessment, file.checklist, file.start):
        given = draft.answers.items() if draft is not None else ()
        yield from (link_id_of(path) for path, answer in given if not is_blank(answer))

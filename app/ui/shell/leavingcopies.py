"""The doings of leaving a copy: made for one reader, let go the way that was chosen; it decides nothing of consent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from app.domain.carers import carers_named
from app.domain.copyfor import CopyFor
from app.domain.denied import childs_map, childs_say, own_words
from app.domain.sharing import THEMSELVES
from app.errors import Trouble
from app.look.speech import tr
from app.operations.copies import (
    CopyTo,
    TheirOwnCopy,
    copies_so_far,
    copy_languages,
    make_family_copy,
    write_not_at_home,
)
from app.operations.family import FamilyFile
from app.operations.leaving import Leave, Paper, Way
from app.ui.finishing.copy import CopyPage
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench

COPY_NAME = "family-copy.pdf"
NO_COPY = 36
"""The number of the rule that a family gets a copy, unless that is a risk."""


def readers_of(file: FamilyFile) -> frozenset[str]:
    """Return for whom a copy can be left: with a young person who decides alone for nobody but them."""
    if file.finished is None:
        return frozenset()
    return THEMSELVES if file.restricted else frozenset(reader.value for reader in CopyFor)


class LeavingCopies(QObject):
    """Brings the page up to date, makes what is asked for on it, and says what became of it."""

    def __init__(self, bench: Bench, page: CopyPage, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._page = bench, page
        self._file: FamilyFile | None = None
        page.save_requested.connect(self._save_copy)
        page.print_requested.connect(self._show_copy)
        page.not_home_requested.connect(self._not_at_home)
        page.explained.connect(self._explain_no_copy)

    def load(self, file: FamilyFile) -> None:
        """Take in another family's record, or the same one anew."""
        self._file = file
        self._page.clear()
        self._page.show_why(file.reasons.get(NO_COPY, ""))
        agreed = file.finished.answers if file.finished is not None else {}
        own, named = own_words(agreed) | childs_map(agreed), () if file.restricted else carers_named(agreed)
        self._page.know_carers({name: childs_say(agreed, name) if own else None for name in named})
        self._page.show_childs_say(childs_say(agreed) if own else None)

    def begin(self) -> None:
        """Show what became of earlier copies, and the languages each reader's can be given in."""
        self._tell_copies()
        if self._file is not None and self._file.finished is not None:
            place, record = self._bench.workplace, self._file.finished
            self._page.know_languages({reader: copy_languages(place, record, reader) for reader in CopyFor})

    def _tell_copies(self) -> None:
        if self._file is not None:
            episode = self._file.episode
            self._page.show_notes(self._bench.tasks.ask(lambda tx: copies_so_far(tx, episode)))

    def _not_at_home(self, for_whom: str) -> None:
        """Write down that a copy is not for home."""
        if self._file is None:
            return
        episode, workplace = self._file.episode, self._bench.workplace
        try:
            self._bench.tasks.ask(lambda tx: write_not_at_home(tx, workplace, episode, CopyFor(for_whom)))
        except Trouble as trouble:
            self._page.show_trouble(trouble)
            return
        self._tell_copies()
        self._page.show_written_down()

    def _save_copy(self, for_whom: str) -> None:
        path = self._bench.choose_file(COPY_NAME) if self._may_copy(for_whom) else None
        if path is not None:
            self._make_copy(Leave(Paper.COPY, Way.SAVED, for_whom), lambda pdf: self._saved(path, pdf))

    def _saved(self, path: Path, pdf: bytes) -> None:
        write_privately(path, pdf, tr("The copy"))
        self._page.show_saved()

    def _show_copy(self, for_whom: str) -> None:
        if self._may_copy(for_whom):
            self._make_copy(Leave(Paper.COPY, Way.SHOWN, for_whom), self._shown)

    def _shown(self, pdf: bytes) -> None:
        self._bench.show_paper(pdf)
        self._page.show_shown()

    def _may_copy(self, for_whom: str) -> bool:
        if self._file is not None and self._file.restricted and for_whom not in THEMSELVES:
            self._page.show_trouble(TheirOwnCopy())
            return False
        return self._file is not None

    def _make_copy(self, leave: Leave, then: Callable[[bytes], None]) -> None:
        """Make the copy, write down which way it leaves, and let it go ``then``."""
        if self._file is None:
            return
        episode, workplace = self._file.episode, self._bench.workplace
        to = CopyTo(self._page.person(), self._page.language())

        def made(pdf: bytes) -> None:
            self._page.show_busy("")
            self._tell_copies()
            try:
                then(pdf)
            except Trouble as trouble:
                self._page.show_trouble(trouble)

        self._page.show_busy(tr("Making the copy…"))
        self._bench.tasks.start(lambda tx: make_family_copy(tx, workplace, episode, leave, to), made, self._no_copy)

    def _no_copy(self, fault: Exception) -> None:
        self._page.show_busy("")
        if not isinstance(fault, Trouble):
            raise fault
        self._page.show_not_ready(tr(fault.sentences()))

    def _explain_no_copy(self, why: str) -> None:
        """Keep why no copy was left."""
        if self._file is not None:
            self._file.reasons[NO_COPY] = why
            self._bench.autosave.note_reason(self._file.episode, NO_COPY, why)

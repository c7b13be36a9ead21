"""What the answers of the open record said before: shown beside one answer, brought back as a step of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.answers import link_id_of
from app.errors import Trouble
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.operations.versions import Before, keep_version, said_before
from app.ui.earlierwords import EarlierWords, EarlierWordsPage
from app.ui.shell.bench import Bench
from app.ui.shell.writing import Writing
from app.ui.words import answer_in_words, day_and_time, saved_words

BEFORE = "before"
"""The page with what one answer said before."""


class WordsBefore(QObject):
    """Holds the page.

    Signals: ``wanted(str)`` to show it; ``to_answer(OpenDraft, str, str)`` to go back to an answer, and what to say.
    """

    wanted = Signal(str)
    to_answer = Signal(object, str, str)

    def __init__(self, bench: Bench, writing: Writing, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._writing = bench, writing
        self._file: FamilyFile | None = None
        self._at: tuple[OpenDraft, str] | None = None
        self._versions: tuple[Before, ...] = ()
        self.page = EarlierWordsPage()
        self.page.brought_back.connect(self._bring_back)
        self.page.back_requested.connect(lambda: self._return(""))

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._file, self._at, self._versions = file, None, ()
        self.page.show_versions("", "", ())

    def begin(self, draft: OpenDraft, path: str) -> None:
        """Show what the answer at a path said before."""
        if self._bench.autosave.flush():
            self._at = (draft, path)
            self._show_before()
            self.wanted.emit(BEFORE)

    def save_version(self, page: str) -> str:
        """Keep everything as it stands, named after the page somebody is on; return what is to be said of it."""
        file = self._file
        if file is None or not file.drafts:
            return ""
        try:
            at = self._bench.tasks.ask(lambda tx: keep_version(tx, self._bench.workplace, file.episode, page))
        except Trouble as trouble:
            return tr(trouble.sentences())
        return tr("{saved}. This version stands under “Earlier words”.").format(saved=saved_words(at))

    def _show_before(self) -> None:
        if self._at is None:
            return
        draft, path = self._at
        now = draft.answers.get(path)
        self._versions = self._bench.tasks.ask(lambda tx: said_before(tx, draft.draft, path, now))
        item = draft.form.item(link_id_of(path))
        page = draft.form.page_of(item.link_id).title
        self.page.show_versions(
            f"{page}: {item.text}",
            answer_in_words(item, now) if now is not None else "",
            tuple(EarlierWords(_when(one), answer_in_words(item, one.answer)) for one in self._versions),
        )

    def _bring_back(self, number: int) -> None:
        if self._at is None:
            return
        draft, path = self._at
        self._writing.begin_step()
        self._writing.write(draft, path, self._versions[number].answer)
        self._writing.begin_step()
        self._return(
            tr("The earlier words are back. Undo takes them out again; what stood there stays in “Earlier words”.")
        )

    def _return(self, said: str) -> None:
        if self._at is not None:
            self.to_answer.emit(*self._at, said)


def _when(one: Before) -> str:
    if one.saved_on:
        return tr("As you saved it at {when}, on “{saved_on}”").format(when=day_and_time(one.at), saved_on=one.saved_on)
    return tr("Until {when}").format(when=day_and_time(one.at))

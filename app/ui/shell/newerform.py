"""What a newer version of a form would change in the drafts of an open record, and the moving; only when asked to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.ids import DraftId
from app.errors import Trouble
from app.forms.newer import Fate, came_from, from_earlier
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.operations.newer_form import move_back, move_to_newer, what_would_change
from app.operations.opendrafts import OpenDraft
from app.operations.workplace import Workplace
from app.storage.database import Transaction
from app.ui.earlierform import EarlierFormPage, EarlierState, FormChange
from app.ui.shell.bench import Bench


class NewerForm(QObject):
    """Fills the page and does what is asked for on it.

    Signals: ``moved(str)`` when the record must be read anew, with what to say.
    """

    moved = Signal(str)

    def __init__(self, bench: Bench, page: EarlierFormPage) -> None:
        super().__init__(page)
        self._bench, self._page = bench, page
        page.move_requested.connect(lambda draft: self._do(move_to_newer, draft, tr("It uses the newer form now.")))
        page.return_requested.connect(lambda draft: self._do(move_back, draft, tr("It uses the earlier form again.")))
        page.copy_requested.connect(lambda words: QGuiApplication.clipboard().setText(words))

    def load(self, file: FamilyFile | None) -> str:
        """Show what there is for a record, and return what leads to it: empty when there is nothing."""
        state = self._state(file.drafts) if file is not None else EarlierState()
        self._page.show_state(state)
        if state.changes:
            return tr("A newer form is here")
        return tr("The earlier form") if state else ""

    def _state(self, drafts: tuple[OpenDraft, ...]) -> EarlierState:
        changes = (change for draft in drafts if (change := self._change(draft)) is not None)
        moved = ((draft.draft, draft.form.title) for draft in drafts if came_from(draft.answers))
        words = ((one.asked, one.said) for draft in drafts for one in from_earlier(draft.answers))
        return EarlierState(tuple(changes), tuple(moved), tuple(words))

    def _change(self, draft: OpenDraft) -> FormChange | None:
        found = what_would_change(self._bench.workplace.forms, draft)
        if found is None:
            return None
        return FormChange(
            draft=draft.draft,
            title=draft.form.title,
            stays=len(found.of(Fate.KEPT)),
            moves=tuple((line.asked.rstrip("?:. "), line.why) for line in found.of(Fate.MOVED)),
            no_place=tuple((line.asked.rstrip("?:. "), line.said) for line in found.of(Fate.ORPHANED)),
            new_questions=len(found.asked_anew),
        )

    def _do(self, act: Callable[[Transaction, Workplace, DraftId], bool], draft: str, said: str) -> None:
        """Move one draft, after everything typed is written."""
        if not self._bench.autosave.flush():
            return
        workplace = self._bench.workplace
        try:
            self._bench.tasks.ask(lambda tx: act(tx, workplace, DraftId(draft)))
        except Trouble as trouble:
            self.moved.emit(tr(trouble.sentences()))
        else:
            self.moved.emit(said)

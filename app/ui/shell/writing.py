"""The one way an answer of an open record changes: shown, on its way to the disk, and among the steps to take back.

What cannot be taken back (signing, sending, erasing) never passes here.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import Clock
from app.domain.answers import Answer, cells_of, rows_of
from app.domain.ids import DraftId
from app.forms.undoing import DONE, Change, Past, Step
from app.operations.opendrafts import OpenDraft
from app.operations.recalling import NOT_A_STEP
from app.ui.autosave import Autosave


class Writing(QObject):
    """The open drafts of one family, and what was done in them.

    Signals: ``stepped()`` when what can be taken back, or done again, has changed; ``turned(Step, bool)`` when a step
    was taken back, or (``True``) done again.
    """

    stepped = Signal()
    turned = Signal(object, bool)

    def __init__(self, autosave: Autosave, clock: Clock) -> None:
        super().__init__()
        self._autosave, self._clock = autosave, clock
        self._drafts: dict[DraftId, OpenDraft] = {}
        self._past, self._act, self._resting = Past(), 0, False
        self._act_ends = QTimer(self, singleShot=True, interval=0)
        self._act_ends.timeout.connect(self._next_act)

    def open(self, drafts: Iterable[OpenDraft], past: tuple[Step, ...]) -> None:
        """Begin with the drafts of one family, and with the steps known from before."""
        self._drafts = {draft.draft: draft for draft in drafts}
        self._past.remember(past)
        self._resting = False
        self.stepped.emit()

    def take_in(self, drafts: Iterable[OpenDraft]) -> None:
        """Go on with the drafts that are open now; those that were stay the same ones, and so do the steps."""
        self._drafts |= {draft.draft: draft for draft in drafts}

    def forget(self, draft: DraftId) -> None:
        """Let go of a draft that was signed, or that is not written in here any more, and of what was done in it."""
        self._drafts.pop(draft, None)
        self._past.forget(draft)
        self.stepped.emit()

    def close(self) -> None:
        """Let go of every answer and every step."""
        self.open((), ())

    def write(self, draft: OpenDraft, path: str, answer: Answer | None) -> None:
        """Take in an answer given by hand; ``None`` clears it."""
        if path not in NOT_A_STEP:
            self._note(Change(draft.draft, path, draft.answers.get(path), answer))
        self._put(draft, path, answer)

    def begin_step(self) -> None:
        """Let what comes next be a step of its own, however soon it comes."""
        self._past.end_burst()

    def mark(self, draft: OpenDraft, page: str, *, done: bool) -> None:
        """Take in that somebody says a page is done, or that it is not after all."""
        self._note(Change(draft.draft, DONE + page, page in draft.done or None, done or None))
        self._put_page(draft, page, done=done)

    def rest(self, *, resting: bool) -> None:
        """Take nothing back while the answers are being signed; or do so again."""
        self._resting = resting
        self.stepped.emit()

    def can_undo(self) -> bool:
        """Say whether there is something to take back."""
        return self._past.can_undo() and not self._resting

    def can_redo(self) -> bool:
        """Say whether something taken back can be done again."""
        return self._past.can_redo() and not self._resting

    def undo(self) -> None:
        """Take the newest step back."""
        if self.can_undo():
            self._turn(self._past.undo(), again=False)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self.can_redo():
            self._turn(self._past.redo(), again=True)

    def draft(self, change: Change) -> OpenDraft:
        """Return the draft a change was made in."""
        return self._drafts[change.draft]

    def _note(self, change: Change) -> None:
        self._past.note(change, self._clock.elapsed(), self._act)
        self._act_ends.start()
        self.stepped.emit()

    def _next_act(self) -> None:
        """End the act: what comes with the next key or press is another one."""
        self._act += 1

    def _turn(self, step: Step | None, *, again: bool) -> None:
        if step is None:
            return
        for change in step.changes:
            draft = self._drafts[change.draft]
            if change.path.startswith(DONE):
                self._put_page(draft, change.path.removeprefix(DONE), done=change.after is True)
            else:
                self._put(draft, change.path, change.after)
        self.stepped.emit()
        self.turned.emit(step, again)

    def _put(self, draft: OpenDraft, path: str, answer: Answer | None) -> None:
        before = rows_of(draft.answers, path)
        if answer is None:
            draft.answers.pop(path, None)
        else:
            draft.answers[path] = answer
        self._autosave.note_answer(draft.draft, path, answer)
        after = rows_of(draft.answers, path)
        for row in {*before} ^ {*after} if "/" not in path else ():
            for cell, given in cells_of(draft.answers, path, row).items():
                self._autosave.note_answer(draft.draft, cell, given if row in after else None)

    def _put_page(self, draft: OpenDraft, page: str, *, done: bool) -> None:
        (draft.done.add if done else draft.done.discard)(page)
        self._autosave.note_page(draft.draft, page, done=done)

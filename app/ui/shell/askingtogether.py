"""Asking at the first gate about every child of a household at once; each answer goes into that child's own draft."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.answers import Answer, text_of
from app.domain.ids import EpisodeId
from app.domain.knownsigners import capacity_of
from app.look.speech import tr
from app.operations.asking_together import DO, AskedEach, ToAsk, children_to_ask, question_of
from app.operations.family import FamilyFile
from app.operations.keeping import summary_of
from app.operations.opendrafts import OpenDraft
from app.storage.children import ChildSummary
from app.ui.shell.bench import Bench
from app.ui.shell.eachchild import ChildAsked, EachChild
from app.ui.shell.writing import Writing
from app.ui.words import name_of

GIVER, AS_WHAT = "c1.giver", "c1.capacity"


class AskingTogether:
    """Fills the list of children; ``own`` is told what was answered for the open record's child.

    As what somebody agrees whom the record knows by this very name is shown, and stays to be changed.
    """

    def __init__(self, bench: Bench, writing: Writing, own: Callable[[str, str | None], None]) -> None:
        self._bench, self._writing, self._own = bench, writing, own
        self._file: FamilyFile | None = None
        self._as_what = ""
        self._others: dict[str, ToAsk] = {}
        self._drafts: dict[str, OpenDraft] = {}
        self._open: EpisodeId | None = None
        self._each: EachChild | None = None

    def show(self, each: EachChild, file: FamilyFile, asking: OpenDraft) -> None:
        """Show every child that is still to be asked about, the open record's first; ``asking`` is its own draft."""
        if each is not self._each:
            self._each = each
            each.answered.connect(self._answered)
        self._open, self._file = file.episode, file
        workplace = self._bench.workplace
        self._bench.autosave.flush()
        others = self._bench.tasks.ask(lambda tx: children_to_ask(tx, workplace, file.episode))
        self._others = {one.episode: one for one in others}
        self._drafts = {one.episode: _open(one, asking) for one in others}
        self._writing.take_in(self._drafts.values())
        each.show_children(self._listed(file) if others else ())

    def forget(self) -> None:
        """Let go of the family that was asked."""
        self._others, self._drafts, self._open, self._each = {}, {}, None, None
        self._file, self._as_what = None, ""

    def _listed(self, file: FamilyFile) -> list[ChildAsked]:
        summary = summary_of(file.assessment.answers) if file.assessment is not None else file.summary
        said = text_of(file.start.answers, DO) if file.start is not None else ""
        own = ChildAsked(file.episode, question_of(name_of(summary)), said)
        return [
            own,
            *(ChildAsked(key, question_of(name_of(one.summary)), one.answer) for key, one in self._others.items()),
        ]

    def take_in(self, path: str, answer: Answer | None) -> None:
        """Take in what was answered in the questions above: about the open record's child, and who agrees."""
        if path == GIVER:
            self._show_as_what(answer if isinstance(answer, str) else "")
        if path == DO and self._each is not None and self._open is not None:
            self._each.load(self._open, answer if isinstance(answer, str) else "")

    def show_again(self) -> None:
        """Show every other child's answer as it is now, after a step was taken back or done again."""
        for key, draft in self._drafts.items():
            if self._each is not None:
                self._each.load(key, text_of(draft.answers, DO))

    def focus_on(self, draft: OpenDraft) -> bool:
        """Take the keyboard to another child's answer; False for a draft that is none of theirs."""
        found = [key for key, one in self._drafts.items() if one.draft == draft.draft]
        if found and self._each is not None:
            self._each.focus_on(found[0])
        return bool(found)

    def called(self, draft: OpenDraft) -> str:
        """Return what another child's answer is called when it is taken back; empty for any other draft."""
        found = [self._others[key].summary for key, one in self._drafts.items() if one.draft == draft.draft]
        return tr("the answer for {name}").format(name=_first(found[0])) if found else ""

    def _show_as_what(self, name: str) -> None:
        """Show as what they agree, where the record says so and nobody has chosen anything else."""
        if self._file is None or self._file.start is None or self._file.assessment is None:
            return
        known, said = capacity_of(name, self._file.assessment.answers), text_of(self._file.start.answers, AS_WHAT)
        if said in {"", self._as_what} and said != known:
            self._as_what = known
            self._own(AS_WHAT, known or None)

    def shown(self) -> dict[EpisodeId, str]:
        """Return the questions as they stand on the screen, by episode."""
        return {EpisodeId(key): words for key, words in self._each.shown().items()} if self._each is not None else {}

    def _answered(self, key: str, code: str) -> None:
        if key in self._drafts:
            self._writing.write(self._drafts[key], DO, code)
        else:
            self._own(DO, code)


def _open(one: ToAsk, asking: OpenDraft) -> OpenDraft:
    """Return another child's agreement to start as it is answered beside the open record's."""
    answers: dict[str, Answer] = {DO: one.answer} if one.answer else {}
    return OpenDraft(one.draft, asking.form, answers, set(), None, asking.changed_at)


def each_words(asked: AskedEach) -> str:
    """Return what was written down for the other children, in words; empty where nobody else was asked about."""
    yes = [tr("{name}: yes.").format(name=_first(one)) for one in asked.agreed]
    no = [
        tr("{name}: no. Open that record to keep a note and erase it.").format(name=_first(one))
        for one in asked.declined
    ]
    return " ".join((*yes, *no))


def _first(summary: ChildSummary) -> str:
    return summary.likes_to_be_called or summary.given or name_of(summary)

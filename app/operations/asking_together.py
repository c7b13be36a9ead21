"""The first gate for several children at once: each by name, each with a yes or a no of its own, and none presumed.

Each child's answer becomes a record of its own that names no other child, so that a no for one leaves nothing of it
with the others. A restricted record is never asked about here.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.answers import Answer, Answers, is_blank, text_of
from app.domain.gates import FirstGate
from app.domain.ids import DraftId, EpisodeId
from app.domain.record import RecordKind
from app.operations.families import draft_of
from app.operations.keeping import Unsaved, keep
from app.operations.living_together import circle_of
from app.operations.starting import agree_to_start, where_at_first_gate
from app.operations.workplace import Workplace
from app.storage import audit, children, drafts, episodes
from app.storage.audit import Act
from app.storage.children import ChildSummary
from app.storage.database import Transaction

DO, SHOWN = "c1.do", "c1.shown"
_OWN = frozenset({DO, SHOWN})
"""What is each child's own; all else was said once, by whoever answers for them."""
_IF_SAID = ("c1.limits", "c1.contact_others")
"""What may have been asked for about one child before: where it was, it stands."""
_SIGNED = frozenset({"c1.strokes", "c1.witness", "c1.interpreter", "c1.pr", "c1.pr_note"})
"""What goes with whoever answers: nothing of it stays from somebody who was asked before."""


@dataclass(frozen=True)
class ToAsk:
    """A child to ask about: the draft of the agreement to start, and what was answered so far."""

    episode: EpisodeId
    summary: ChildSummary
    draft: DraftId
    answer: str


@dataclass(frozen=True)
class AskedEach:
    """Where the open record's child stands now, and the others a yes, or a no, was written down for."""

    gate: FirstGate
    agreed: tuple[ChildSummary, ...] = ()
    declined: tuple[ChildSummary, ...] = ()


def question_of(name: str) -> str:
    """Return the words that are shown beside a child's yes and no, and kept with the answer."""
    return f"Do they agree to this for {name}?"


def children_to_ask(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[ToAsk, ...]:
    """Return the other children of the household nobody has agreed for yet; each look is written into the audit."""
    found = _to_ask(tx, workplace, episode)
    for one in found:
        audit.write(tx, Act.VIEWED, one.episode, workplace.clock.now())
    return found


def _to_ask(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[ToAsk, ...]:
    circle = circle_of(tx, episode)
    beside = (drafts.get(tx, one.draft) for one in circle.beside) if circle is not None else ()
    others = (draft.episode for draft in beside if draft is not None)
    return tuple(
        _one(tx, workplace, other) for other in others if where_at_first_gate(tx, other) is FirstGate.NOT_ASKED
    )


def _one(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> ToAsk:
    draft, found = draft_of(tx, workplace, episode, RecordKind.START), episodes.get(tx, episode)
    row = children.get(tx, found.child) if found is not None else None
    summary = row.summary if row is not None else ChildSummary()
    return ToAsk(episode, summary, draft, text_of(drafts.answers(tx, draft), DO))


def agree_for_each(tx: Transaction, workplace: Workplace, episode: EpisodeId, shown: dict[EpisodeId, str]) -> AskedEach:
    """Write down what was answered for the open record's child and for each other one that was answered for.

    ``shown`` is the question as it stood on the screen, by episode. Raises ``NotSaidYet`` when something is missing;
    then nothing is written for anybody.
    """
    own = _started(tx, episode)
    agreed, declined = list[ChildSummary](), list[ChildSummary]()
    for one in _to_ask(tx, workplace, episode):
        if one.answer in {"yes", "no"} and one.episode in shown:
            _answer(tx, workplace, one.draft, own, shown[one.episode])
            gate = agree_to_start(tx, workplace, one.episode)
            (agreed if gate is FirstGate.AGREED else declined).append(one.summary)
    if episode in shown:
        _note(tx, workplace, draft_of(tx, workplace, episode, RecordKind.START), {SHOWN: shown[episode]})
    return AskedEach(agree_to_start(tx, workplace, episode), tuple(agreed), tuple(declined))


def _answer(tx: Transaction, workplace: Workplace, draft: DraftId, own: Answers, shown: str) -> None:
    """Write into one child's agreement what was said once for all of them: who answers, how, and what was explained."""
    before = drafts.answers(tx, draft)
    standing = tuple(path for path in _IF_SAID if not is_blank(before.get(path)))
    said: dict[str, Answer | None] = {
        path: given for path, given in own.items() if path not in _OWN and path.partition("/")[0] not in standing
    }
    gone: dict[str, Answer | None] = {path: None for path in before if path in _SIGNED and path not in said}
    _note(tx, workplace, draft, {**gone, **said, SHOWN: shown})


def _note(tx: Transaction, workplace: Workplace, draft: DraftId, changes: dict[str, Answer | None]) -> None:
    keep(tx, Unsaved(answers={draft: changes}), workplace.clock.now())


def _started(tx: Transaction, episode: EpisodeId) -> Answers:
    draft = drafts.find(tx, episode, RecordKind.START)
    return drafts.answers(tx, draft.draft) if draft is not None else {}

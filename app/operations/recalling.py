"""Steps that can still be taken back after a record was closed: what the vault kept of overwritten answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from app.domain.answers import Answer, Answers, rows_of
from app.domain.ids import DraftId, EpisodeId
from app.forms.undoing import MOST_STEPS, Change, Step
from app.operations.newer_form import was_moved_at
from app.operations.opendrafts import OpenDraft
from app.storage import drafts
from app.storage.database import Transaction
from app.storage.drafts import Overwritten

NOT_A_STEP = frozenset(
    {"c1.strokes", "c2.strokes", "ch.strokes", "c2.wording", "c2.wording_version", "c2.wording_language"}
)
"""What is never taken back this way: a signature has its own way, and the wording is not the writer's."""

Kept = tuple[DraftId, Overwritten]


def recalled(tx: Transaction, written: Iterable[OpenDraft], episode: EpisodeId) -> tuple[Step, ...]:
    """Return the steps the history knows, the oldest first; what was kept at one moment is one step.

    What was written before a draft moved to another version of its form comes back by taking that move back.
    """
    open_drafts = tuple(written)
    now = {draft.draft: dict(draft.answers) for draft in open_drafts}
    moved = {draft.draft: at for draft in open_drafts if (at := was_moved_at(draft)) is not None}
    kept = [
        (draft, old)
        for draft, old in drafts.recent(tx, episode, MOST_STEPS)
        if draft in now and old.path not in NOT_A_STEP and not (draft in moved and old.at <= moved[draft])
    ]
    moments = groupby(kept, key=lambda pair: (pair[0], pair[1].at))
    steps = [Step(tuple(_changes(list(together), now))) for _, together in moments]
    return tuple(step for step in reversed(steps) if step.changes)


def _changes(together: list[Kept], now: dict[DraftId, dict[str, Answer]]) -> Iterator[Change]:
    """Yield what changed at one moment, a group before what stands in its rows; ``now`` goes back with it."""
    for draft, old in sorted(together, key=lambda pair: "/" in pair[1].path):
        if not _is_listed(now[draft], old.path):
            continue
        after = now[draft].get(old.path)
        now[draft][old.path] = old.answer
        if after != old.answer:
            yield Change(draft, old.path, old.answer, after)


def _is_listed(answers: Answers, path: str) -> bool:
    """Say whether an answer is outside of every row, or in a row that is there: none comes back without its row."""
    group, _, rest = path.partition("/")
    return not rest or rest.partition("/")[0] in rows_of(answers, group)

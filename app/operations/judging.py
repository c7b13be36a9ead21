"""How a young person was judged able to decide alone: asked for at both gates, kept, and released to nobody."""

from __future__ import annotations

from app.domain.ages import Ages
from app.domain.answers import Answers, text_of
from app.domain.deciding import age_of, missing_to_begin, missing_to_end
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.operations.workplace import Workplace
from app.storage import drafts, episodes, records
from app.storage.database import Transaction

PAGE = "cp"
"""The page of the form on which it is written."""


def missing_at_start(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[str, ...]:
    """Return, in words, what is to be written before a young person starts alone; nothing where a parent decides."""
    return missing_to_begin(*_judged(tx, workplace, episode)) if _decides_alone(tx, episode) else ()


def missing_at_signing(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[str, ...]:
    """Return, in words, what is to be written before a young person signs alone; nothing where a parent decides."""
    return missing_to_end(*_judged(tx, workplace, episode)) if _decides_alone(tx, episode) else ()


def _decides_alone(tx: Transaction, episode: EpisodeId) -> bool:
    found = episodes.get(tx, episode)
    return found is not None and found.restricted


def _judged(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> tuple[Answers, int | None, Ages]:
    today = workplace.clock.now().astimezone().date()
    written = _newest(tx, episode, RecordKind.ASSESSMENT)
    return (
        _newest(tx, episode, RecordKind.COMPETENCE),
        age_of(text_of(written, "id.dob"), today),
        workplace.policy.years,
    )


def _newest(tx: Transaction, episode: EpisodeId, kind: RecordKind) -> Answers:
    draft = drafts.find(tx, episode, kind)
    if draft is not None:
        return drafts.answers(tx, draft.draft)
    record = records.newest(tx, episode, kind)
    return record.answers if record is not None else {}

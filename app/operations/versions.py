"""What an answer said before: whatever was typed over, and how it stood when somebody pressed Save; nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.answers import Answer, is_blank
from app.domain.ids import DraftId, EpisodeId
from app.operations.workplace import Workplace
from app.storage import draft_answers
from app.storage.database import Transaction


@dataclass(frozen=True)
class Before:
    """One answer as it was: until it was changed at ``at``; or, where ``saved_on`` names a page, as it was saved."""

    answer: Answer
    at: datetime
    saved_on: str = ""


def keep_version(tx: Transaction, workplace: Workplace, episode: EpisodeId, name: str) -> datetime:
    """Keep all answers as they stand, under the name of the page somebody was on, and return when."""
    at = workplace.clock.now()
    draft_answers.save_all(tx, episode, name, at)
    return at


def said_before(tx: Transaction, draft: DraftId, path: str, now: Answer | None) -> tuple[Before, ...]:
    """Return what an answer said before, the newest first; what it says ``now`` is not among it, and nothing twice."""
    found = [Before(one.answer, one.at) for one in draft_answers.history(tx, draft, path)]
    found += [Before(one.answer, one.at, one.name) for one in draft_answers.saved(tx, draft, path)]
    kept: list[Before] = []
    for one in sorted(found, key=lambda before: before.at, reverse=True):
        if not is_blank(one.answer) and one.answer != now and not _is_told(one, kept):
            kept.append(one)
    return tuple(kept)


def _is_told(one: Before, kept: list[Before]) -> bool:
    """Say whether the same words stand there already: a version that was saved by hand is told of all the same."""
    return not one.saved_on and any(other.answer == one.answer for other in kept)

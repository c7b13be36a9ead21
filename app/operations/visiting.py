"""Whether a visit is on: for the rest of that day the program opens on a page that names nobody."""

from __future__ import annotations

from app.domain.ids import EpisodeId
from app.operations.workplace import Workplace
from app.storage import episodes, sync_state
from app.storage.database import Transaction

_VISIT = "visit"


def begin_visit(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> None:
    """Remember that this family is being visited today."""
    sync_state.write(tx, _VISIT, f"{_today(workplace)} {episode}")


def end_visit(tx: Transaction) -> None:
    """Remember no visit any more."""
    sync_state.forget(tx, _VISIT)


def visit_of_today(tx: Transaction, workplace: Workplace) -> EpisodeId | None:
    """Return whom today's visit is to; ``None`` where none is on, and where their record is here no more."""
    day, _, episode = (sync_state.read(tx, _VISIT) or "").partition(" ")
    is_here = day == _today(workplace) and episodes.get(tx, EpisodeId(episode)) is not None
    return EpisodeId(episode) if is_here else None


def _today(workplace: Workplace) -> str:
    return workplace.clock.now().astimezone().date().isoformat()

"""What the endpoint was told of open assessments, as it was signed, and what it answered; gone with the child."""

import json
from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId
from app.storage import sync_state
from app.storage.database import Transaction
from app.storage.moments import moment, moment_or_none, stored, stored_or_none

_NOTICE = "notice "


@dataclass(frozen=True)
class KeptNotice:
    """One notice: ``signed`` as it is sent (JSON), when the family had read it, and the answer.

    ``another`` is empty until there is an answer, which came at ``asked_at``; while that is None it is to be asked.
    ``found`` is how a coordinator settled it, as the endpoint said (JSON), and empty while nobody did.
    """

    signed: str
    told_at: datetime
    another: str = ""
    asked_at: datetime | None = None
    found: str = ""


def get(tx: Transaction, episode: EpisodeId) -> KeptNotice | None:
    """Return an episode's newest notice, or None."""
    kept = sync_state.read(tx, _NOTICE + episode)
    return _read(kept) if kept is not None else None


def keep(tx: Transaction, episode: EpisodeId, one: KeptNotice) -> None:
    """Keep a notice in the place of the one before."""
    written = [one.signed, stored(one.told_at), one.another, stored_or_none(one.asked_at), one.found]
    sync_state.write(tx, _NOTICE + episode, json.dumps(written, ensure_ascii=False))


def forget(tx: Transaction, episode: EpisodeId) -> None:
    """Forget a notice: the endpoint has heard that the assessment is open no more."""
    sync_state.forget(tx, _NOTICE + episode)


def all_kept(tx: Transaction) -> dict[EpisodeId, KeptNotice]:
    """Return every notice, by episode."""
    found = sync_state.beginning_with(tx, _NOTICE)
    return {EpisodeId(name.removeprefix(_NOTICE)): _read(kept) for name, kept in found.items()}


def _read(kept: str) -> KeptNotice:
    signed, told_at, another, asked_at, *found = json.loads(kept)  # the last was not written before there was one
    return KeptNotice(signed, moment(told_at), another, moment_or_none(asked_at), *found)

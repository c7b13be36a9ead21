"""Which erasures were asked for from here, as they were signed, and when each was done; ids and codes, and no name."""

import json
from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EpisodeId
from app.storage import sync_state
from app.storage.database import Transaction
from app.storage.moments import moment, moment_or_none, stored, stored_or_none

_ASKED = "erasure asked "


@dataclass(frozen=True)
class AskedErasure:
    """One erasure: ``signed`` as it is sent (JSON), who asked and why as codes, and how many envelopes it is about.

    ``done_at`` is when the endpoint's signed word for each had come; ``trouble`` a problem's code where it was refused.
    """

    id: str
    episode: EpisodeId
    signed: str
    who: str
    why: str
    envelopes: int
    asked_at: datetime
    done_at: datetime | None = None
    trouble: str = ""


def keep(tx: Transaction, one: AskedErasure) -> None:
    """Keep an erasure, in the place of what was known of it before."""
    said = [one.episode, one.signed, one.who, one.why, one.envelopes, stored(one.asked_at), stored_or_none(one.done_at)]
    sync_state.write(tx, _ASKED + one.id, json.dumps([*said, one.trouble]))


def all_asked(tx: Transaction) -> list[AskedErasure]:
    """Return every erasure that was asked for, the oldest first."""
    found = sync_state.beginning_with(tx, _ASKED).items()
    return sorted((_read(name.removeprefix(_ASKED), kept) for name, kept in found), key=lambda one: one.asked_at)


def of_episode(tx: Transaction, episode: EpisodeId) -> AskedErasure | None:
    """Return the erasure that was asked for last of an episode, or None."""
    return next((one for one in reversed(all_asked(tx)) if one.episode == episode), None)


def _read(name: str, kept: str) -> AskedErasure:
    episode, signed, who, why, envelopes, asked_at, done_at, trouble = json.loads(kept)
    asked, done = moment(asked_at), moment_or_none(done_at)
    return AskedErasure(name, EpisodeId(episode), signed, who, why, envelopes, asked, done, trouble)

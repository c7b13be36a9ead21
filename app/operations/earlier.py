"""Whether a child has an open assessment already, as far as this laptop knows; never that there is none anywhere."""

from __future__ import annotations

from app.domain.earlier import Check
from app.domain.ids import EpisodeId
from app.storage import children, episodes
from app.storage.database import Transaction


def check_here(tx: Transaction, episode: EpisodeId) -> Check:
    """Return what is known on this laptop: an open assessment of a child of the same names and birth date, or nothing.

    Without a connection nothing else can be looked at. A record about which a young person decides alone is no match
    for anybody (S2 s3; S0 l.462).
    """
    found = episodes.get(tx, episode)
    is_open = found is not None and children.has_started_namesake(tx, found.child)
    return Check.OPEN_HERE if is_open else Check.NOT_CHECKED

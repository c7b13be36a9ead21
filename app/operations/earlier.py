"""Whether a child has an open assessment already, as far as this laptop knows; never that there is none anywhere."""

from __future__ import annotations

from app.domain.earlier import Check, not_checked
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage import children, drafts, episodes
from app.storage.database import Transaction


def check_here(tx: Transaction, episode: EpisodeId) -> Check:
    """Return what is known on this laptop: an open assessment of a child of the same names and birth date, or nothing.

    Without a connection nothing else can be looked at: "none found" is what the family or the local team said, as the
    checklist has it. A record about which a young person decides alone is no match for anybody (S2 s3; S0 l.462).
    """
    found = episodes.get(tx, episode)
    if found is not None and children.has_started_namesake(tx, found.child):
        return Check.OPEN_HERE
    written = drafts.find(tx, episode, RecordKind.CHECKLIST)
    how = drafts.answers(tx, written.draft).get("pre.existing") if written is not None else None
    return Check.NOT_CHECKED if not_checked(how) else Check.NONE_FOUND

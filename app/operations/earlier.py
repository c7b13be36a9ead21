"""What is known here of other assessments of a child, and what the local team was told; never that there is none."""

from __future__ import annotations

from app.domain.earlier import Check, Notice, not_checked
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.operations.workplace import Workplace
from app.storage import children, drafts, episodes, records
from app.storage.database import Transaction

_EVENTS = {"about to start": Notice.STARTING, "CAF done": Notice.DONE, "TAC in place": Notice.TEAM_IN_PLACE}
"""What a notice to the local team says has happened, as its form has it."""


def notices_told(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> frozenset[Notice]:
    """Return what the local team was told of an episode: the notices that were finished, by what they say."""
    url = workplace.forms.by_name("start-notice").url
    found = (records.get(tx, one.record, one.version) for one in records.of_form(tx, episode, url))
    said = (record.answers.get("sn.event") for record in found if record is not None)
    return frozenset(_EVENTS[event] for event in said if isinstance(event, str) and event in _EVENTS)


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

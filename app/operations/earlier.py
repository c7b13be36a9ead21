"""What is known here of other assessments of a child, and what the local team was told; never that there is none."""

from __future__ import annotations

from app.domain.answers import text_of
from app.domain.earlier import Check, Notice, not_checked
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.operations.noticing import Elsewhere, told_elsewhere
from app.operations.workplace import Workplace
from app.sealing.words import day_in_words
from app.storage import children, drafts, episodes, reasons, records
from app.storage.database import Transaction

_EVENTS = {"about to start": Notice.STARTING, "CAF done": Notice.DONE, "TAC in place": Notice.TEAM_IN_PLACE}
"""What a notice to the local team says has happened, as its form has it."""


def notices_told(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> frozenset[Notice]:
    """Return what the local team was told of an episode: the notices that were finished, by what they say."""
    url = workplace.forms.by_name("start-notice").url
    found = (records.get(tx, one.record, one.version) for one in records.of_form(tx, episode, url))
    said = (record.answers.get("sn.event") for record in found if record is not None)
    return frozenset(_EVENTS[event] for event in said if isinstance(event, str) and event in _EVENTS)


_FOUND = {
    "none": Check.NONE_FOUND,
    "closed CAF": Check.NONE_FOUND,
    "open CAF elsewhere": Check.OPEN_ELSEWHERE,
    "start already signalled": Check.OPEN_ELSEWHERE,
}
"""What a request says was found, as its form has it."""


def _answer(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> str:
    """Return what the request being written says was found, else the one finished last."""
    url = workplace.forms.by_name("caf-request").url
    draft = drafts.find(tx, episode, RecordKind.FORM, url)
    if draft is not None:
        return text_of(drafts.answers(tx, draft.draft), "reg.check")
    finished = records.of_form(tx, episode, url)
    record = records.get(tx, finished[-1].record, finished[-1].version) if finished else None
    return text_of(record.answers, "reg.check") if record is not None else ""


def note_unchecked(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> None:
    """Write down, with the day, that nobody has checked elsewhere, where that is so and no reason was given yet."""
    known = {one.rule for one in reasons.of_episode(tx, episode)}
    if NOT_CHECKED not in known and check_here(tx, workplace, episode) is Check.NOT_CHECKED:
        now = workplace.clock.now()
        day = day_in_words(now.astimezone().date())
        reasons.keep(tx, episode, NOT_CHECKED, f"Not checked elsewhere when they agreed to start, on {day}.", now)


NOT_CHECKED = 66
"""The number of the rule that one asks first whether there is an assessment already."""


def check_here(tx: Transaction, workplace: Workplace, episode: EpisodeId) -> Check:
    """Return what is known on this laptop: an open assessment of a child of the same names and birth date, or nothing.

    What the endpoint answered last, that another is open, counts too, until it answers otherwise or a coordinator
    has settled it so that this one goes on.

    Without a connection nothing else can be looked at: "none found" is what the family or the local team said, as the
    checklist or a request has it. A record about which a young person decides alone is no match for anybody (S2 s3;
    S0 l.462).
    """
    found = episodes.get(tx, episode)
    if found is not None and children.has_started_namesake(tx, found.child):
        return Check.OPEN_HERE
    told = told_elsewhere(tx, episode)
    if told.is_open:
        return Check.OPEN_ELSEWHERE
    if told.elsewhere is Elsewhere.SETTLED:
        return Check.NONE_FOUND
    if (asked := _FOUND.get(_answer(tx, workplace, episode))) is not None:
        return asked
    written = drafts.find(tx, episode, RecordKind.CHECKLIST)
    how = drafts.answers(tx, written.draft).get("pre.existing") if written is not None else None
    return Check.NOT_CHECKED if not_checked(how) else Check.NONE_FOUND

"""Registering a child and the people at home; held provisionally until the family agree to be recorded."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import ChildId, DraftId, EpisodeId, new_id
from app.domain.record import RecordKind
from app.errors import Trouble
from app.forms.definition import FormDefinition, FormLibrary
from app.operations.leasing import check_lease
from app.operations.living_together import draw_back, part
from app.operations.noticing import take_back_notices
from app.operations.safekeeping import let_go
from app.operations.workplace import Workplace
from app.storage import audit, children, drafts, episodes, outbox, records, sealed
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind

FORMS = {
    RecordKind.ASSESSMENT: "caf-assessment",
    RecordKind.CHECKLIST: "checklist",
    RecordKind.START: "agreement-to-start",
    RecordKind.SHARING: "agreement-to-share",
    RecordKind.CONCERN: "significant-harm",
    RecordKind.COMPETENCE: "competence",
    RecordKind.ALSO_AGREED: "also-agrees",
}
"""Which form each kind of record answers; the newest version on this laptop is taken for a new draft."""


@dataclass(frozen=True)
class Started:
    """A child just registered, the episode opened for them, and the draft of the assessment."""

    child: ChildId
    episode: EpisodeId
    draft: DraftId


def register_child(tx: Transaction, workplace: Workplace, *, restricted: bool = False) -> Started:
    """Begin with a new child: an empty entry, an episode and a draft. Nothing has to be known yet, not even a name.

    Raises ``LeaseEnded`` on a laptop that has not heard from its authority for too long.
    """
    check_lease(tx, workplace.clock)
    at = workplace.clock.now()
    child = ChildId(new_id())
    children.add(tx, child, at)
    episode = episodes.open_episode(tx, child, at, restricted=restricted)
    audit.write(tx, Act.CHILD_ADDED, child, at)
    audit.write(tx, Act.EPISODE_OPENED, episode, at)
    return Started(child, episode, draft_of(tx, workplace, episode, RecordKind.ASSESSMENT))


class TheirsToSay(Trouble):
    """A young person agreed to start alone, so nobody else opens their record to the family."""

    def __init__(self) -> None:
        super().__init__(
            "This record stays the young person’s own.",
            "Nothing was changed.",
            "Talk with them first about what may be told at home.",
        )


def decide(tx: Transaction, workplace: Workplace, episode: EpisodeId, *, young_person: bool) -> None:
    """Mark that the young person decides alone, or that they do not after all. The same again changes nothing.

    Raises ``TheirsToSay`` when it was marked and they have agreed to start under it (S2 §7).
    """
    found = episodes.get(tx, episode)
    if found is None or found.restricted is young_person:
        return
    if found.restricted and records.newest(tx, episode, RecordKind.START) is not None:
        raise TheirsToSay
    if young_person:
        draw_back(tx, episode)
        take_back_notices(tx, workplace, [episode])
    episodes.set_restricted(tx, episode, restricted=young_person)
    act = Act.RESTRICTED if young_person else Act.UNRESTRICTED
    audit.write(tx, act, episode, workplace.clock.now())


def draft_of(tx: Transaction, workplace: Workplace, episode: EpisodeId, kind: RecordKind) -> DraftId:
    """Return the episode's draft of this kind, started now when there is none."""
    found = drafts.find(tx, episode, kind)
    if found is not None:
        return found.draft
    at = workplace.clock.now()
    draft = drafts.start(tx, episode, kind, form_for(workplace.forms, kind).ref, at)
    audit.write(tx, Act.DRAFT_STARTED, draft, at)
    return draft


def form_for(forms: FormLibrary, kind: RecordKind) -> FormDefinition:
    """Return the newest form for a kind of record."""
    return forms.by_name(FORMS[kind])


def erase_child(tx: Transaction, workplace: Workplace, child: ChildId) -> tuple[str, ...]:
    """Erase everything of a child and of people entered only for them, after a refusal of electronic recording.

    Only an unidentified count remains, in the audit (S4 4.18). Returns the sealed files to erase once this is
    committed: see ``erase_sealed``.
    """
    take_back_notices(tx, workplace, [one.episode for one in episodes.all_of_child(tx, child)])
    said_of_it = part(tx, child, workplace.clock.now())
    sealed_beside = [file for draft in said_of_it for file in outbox.supersede(tx, OutboxKind.DRAFT, draft)]
    files = (*sealed_beside, *let_go(tx, workplace, child), *children.erase(tx, child))
    audit.write(tx, Act.ERASED, "", workplace.clock.now())
    return files


def erase_sealed(workplace: Workplace, files: tuple[str, ...]) -> None:
    """Erase sealed files of a child whose rows are gone."""
    sealed.erase(workplace.sealed, files)

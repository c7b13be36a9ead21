"""Registering a child and the people at home; held provisionally until the family agree to be recorded."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import ChildId, DraftId, EpisodeId, new_id
from app.domain.record import RecordKind
from app.forms.definition import FormDefinition, FormLibrary
from app.operations.leasing import check_lease
from app.operations.safekeeping import let_go
from app.operations.workplace import Workplace
from app.storage import audit, children, drafts, episodes, sealed
from app.storage.audit import Act
from app.storage.database import Transaction

FORMS = {
    RecordKind.ASSESSMENT: "caf-assessment",
    RecordKind.CHECKLIST: "checklist",
    RecordKind.START: "agreement-to-start",
    RecordKind.SHARING: "agreement-to-share",
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
    files = (*let_go(tx, workplace, child), *children.erase(tx, child))
    audit.write(tx, Act.ERASED, "", workplace.clock.now())
    return files


def erase_sealed(workplace: Workplace, files: tuple[str, ...]) -> None:
    """Erase sealed files of a child whose rows are gone."""
    sealed.erase(workplace.sealed, files)

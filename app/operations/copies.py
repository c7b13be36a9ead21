"""The family's copy on paper: made offline from the version they agreed to, and only from what was released."""

from __future__ import annotations

from app.domain.agreement import agreement_of
from app.domain.ids import EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import THEMSELVES, in_family, released, released_agreement
from app.errors import Trouble
from app.operations.leaving import Leave, Paper
from app.operations.workplace import Workplace
from app.storage import audit, episodes, records
from app.storage.audit import Act
from app.storage.database import Transaction

_SAVED = Leave(Paper.COPY)


class NothingAgreedYet(Trouble):
    """There is no version the family has agreed to."""

    def __init__(self) -> None:
        super().__init__(
            "There is no copy to make yet.",
            "Everything you wrote is saved.",
            "A copy is made of the version that the family has read and agreed to.",
        )


class TheirOwnCopy(Trouble):
    """A copy for a parent was asked for, of a record about which the young person decides alone."""

    def __init__(self) -> None:
        super().__init__(
            "This record is the young person’s own, so there is no copy for a parent or carer.",
            "Nothing was saved.",
            "You can make a copy for the young person, if they have a safe place for it.",
        )


def agreed_version_of(tx: Transaction, episode: EpisodeId) -> tuple[FinishedRecord, FinishedRecord] | None:
    """Return the newest assessment with the agreement about exactly that version, or ``None``."""
    record = records.newest(tx, episode, RecordKind.ASSESSMENT)
    header = records.agreeing_to(tx, record.statement.root) if record is not None else None
    sharing = records.get(tx, header.record, header.version) if header is not None else None
    return (record, sharing) if record is not None and sharing is not None else None


def read_agreed(
    tx: Transaction, workplace: Workplace, episode: EpisodeId
) -> tuple[FinishedRecord, FinishedRecord] | None:
    """Return the agreed version and its agreement to be read; the look is written into the audit."""
    agreed = agreed_version_of(tx, episode)
    if agreed is not None:
        audit.write(tx, Act.VIEWED, agreed[0].statement.record, workplace.clock.now())
    return agreed


def make_family_copy(
    tx: Transaction, workplace: Workplace, episode: EpisodeId, leave: Leave = _SAVED, person: str = ""
) -> bytes:
    """Return the family's copy as PDF bytes; that it leaves stands in the audit.

    ``person`` is whom it is for by name, where the child was asked about each of them.

    Raises ``NothingAgreedYet``, and ``TheirOwnCopy`` for anybody but the young person who decides alone (S2 §7).
    """
    from app.documents.family_copy import family_copy  # what lays out pages is heavy, and most days make none

    found, agreed = episodes.get(tx, episode), agreed_version_of(tx, episode)
    if found is not None and found.restricted and leave.reader not in THEMSELVES:
        raise TheirOwnCopy
    if agreed is None:
        raise NothingAgreedYet
    (record, sharing), at = agreed, workplace.clock.now()
    agreement, form = agreement_of(sharing), record.statement.form
    reader = in_family(leave.reader, person)
    view = released(record, agreement, reader, today=at.date())
    agreed_view = released_agreement(sharing, agreement, reader, today=at.date())
    audit.write(tx, Act.PRINTED, record.statement.record, at, leave.code())
    return family_copy(view, agreed_view, workplace.forms.by_ref(form.url, form.version), made_at=at)

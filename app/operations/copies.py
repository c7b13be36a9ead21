"""The family's copy on paper: made offline from the version they agreed to, and only from what was released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.documents.language import OWN, languages
from app.domain.agreement import agreement_of
from app.domain.copyfor import CopyFor
from app.domain.ids import EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import THEMSELVES, in_family, released, released_agreement
from app.errors import Trouble
from app.operations.leaving import Leave, Paper, Way
from app.operations.workplace import Workplace
from app.storage import audit, audit_lines, episodes, records
from app.storage.audit import Act
from app.storage.audit_lines import AuditLine
from app.storage.database import Transaction

_SAVED = Leave(Paper.COPY)


@dataclass(frozen=True)
class CopyNote:
    """What became of a copy, and when: the way it left, or none where it was not for home; ``reader`` may be empty."""

    at: datetime
    reader: str
    way: Way | None


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


@dataclass(frozen=True)
class CopyTo:
    """Whom a copy is for: a ``person`` by name, where the child was asked about each of them, and their language."""

    person: str = ""
    language: str = OWN


_ANYBODY = CopyTo()


def copy_languages(workplace: Workplace, record: FinishedRecord, reader: CopyFor) -> tuple[str, ...]:
    """Return the languages a reader's copy may be given in: our own, and those whose every word on it is reviewed.

    The short copies have no words of the form on them; the long ones need the form in that language too.
    """
    form = workplace.forms.by_ref(record.statement.form.url, record.statement.form.version)
    return tuple(code for code in languages() if code == OWN or reader.is_short or code in form.languages)


def make_family_copy(
    tx: Transaction, workplace: Workplace, episode: EpisodeId, leave: Leave = _SAVED, to: CopyTo = _ANYBODY
) -> bytes:
    """Return the family's copy as PDF bytes, for the reader of ``leave``; that it leaves stands in the audit.

    Raises ``NothingAgreedYet``, and ``TheirOwnCopy`` for anybody but the young person who decides alone (S2 §7).
    """
    from app.documents.family_copy import (  # what lays out pages is heavy, and most days make none
        CopyTerms,
        family_copy,
    )

    found, agreed = episodes.get(tx, episode), agreed_version_of(tx, episode)
    if found is not None and found.restricted and leave.reader not in THEMSELVES:
        raise TheirOwnCopy
    if agreed is None:
        raise NothingAgreedYet
    (record, sharing), at = agreed, workplace.clock.now()
    agreement = agreement_of(sharing)
    for_whom = CopyFor(leave.reader) if leave.reader else CopyFor.PARENT
    reader = in_family(for_whom.person if leave.reader else "", "" if leave.reader in THEMSELVES else to.person)
    view = released(record, agreement, reader, today=at.date())
    agreed_view = released_agreement(sharing, agreement, reader, today=at.date())
    audit.write(tx, Act.PRINTED, record.statement.record, at, leave.code())
    own = workplace.forms.by_ref(record.statement.form.url, record.statement.form.version)
    offered = to.language if to.language in copy_languages(workplace, record, for_whom) else OWN
    terms = CopyTerms(for_whom, languages()[offered], workplace.policy.letters.phone)
    return family_copy(view, agreed_view, own.languages.get(offered, own), made_at=at, terms=terms)


def write_not_at_home(tx: Transaction, workplace: Workplace, episode: EpisodeId, for_whom: CopyFor) -> None:
    """Write down that this copy is not to be on paper at home; that is a good answer. Raises ``NothingAgreedYet``."""
    agreed = agreed_version_of(tx, episode)
    if agreed is None:
        raise NothingAgreedYet
    audit.write(tx, Act.NOT_AT_HOME, agreed[0].statement.record, workplace.clock.now(), for_whom)


def copies_so_far(tx: Transaction, episode: EpisodeId) -> tuple[CopyNote, ...]:
    """Return what became of the copies of this record, the newest first: which left, and which were not for home."""
    found = audit_lines.lines(tx, episodes=[episode])
    return tuple(note for line in found if (note := _note(line)) is not None)


def _note(line: AuditLine) -> CopyNote | None:
    if line.act == Act.NOT_AT_HOME:
        return CopyNote(line.at, line.why, None)
    paper, _, rest = line.why.partition(":")
    if line.act != Act.PRINTED or paper != Paper.COPY:
        return None
    way, _, reader = rest.partition(":")
    return CopyNote(line.at, reader, Way(way))

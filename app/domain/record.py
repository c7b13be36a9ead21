"""Finished records: one form version and its answers, frozen; nothing here can change one.

Each answer is a *leaf* with a random salt and a digest; the root over all digests is what the device and the family
sign. Decoy digests, which stand for nothing, hide how many answers were withheld (``docs/protocol.md`` §4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.answers import Answer, Answers
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker


class RecordKind(StrEnum):
    """What a record is, in the chain from checklist to closure."""

    ASSESSMENT = "assessment"
    CHECKLIST = "checklist"
    START = "agreement-to-start"
    SHARING = "agreement-to-share"
    CONCERN = "significant-harm"
    COMPETENCE = "competence"
    FORM = "form"
    """Any other form: its address says which."""
    FORM_SHARING = "agreement-to-share-form"
    """The family's agreement about a form that is neither of these."""
    ALSO_AGREED = "also-agreed"
    """Another person's signature under an assessment that was agreed to already; it changes no choice."""


AGREEMENTS = frozenset({RecordKind.SHARING, RecordKind.FORM_SHARING})
"""The family's agreements to share: each names the one version it is about."""
OTHER_FORMS = frozenset({RecordKind.FORM, RecordKind.FORM_SHARING})
"""Of these an episode has one draft for each form they are about, and no dates that lists remind of."""


@dataclass(frozen=True)
class FormRef:
    """Which form a record answers: its canonical address, its version, and the SHA-256 of the file (hex)."""

    url: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Leaf:
    """One answer of a finished record with its 32-byte salt and 32-byte digest."""

    path: str
    answer: Answer
    salt: bytes
    digest: bytes


@dataclass(frozen=True)
class Statement:
    """What the device signs of a record: everything but the answers, which the root stands for.

    ``parents`` are the roots (hex) of the versions this one follows; ``agrees_to`` is, for an agreement, the root of
    the record that was shown and agreed to; ``finished_at`` is the laptop's own time in UTC, a claim and no more.
    """

    record: RecordId
    version: int
    parents: tuple[str, ...]
    kind: RecordKind
    episode: EpisodeId
    form: FormRef
    root: str
    agrees_to: str
    author: Worker
    device: DeviceId
    finished_at: datetime


@dataclass(frozen=True)
class FinishedRecord:
    """A frozen version of a record: statement, device signature (64 bytes), leaves and decoy digests."""

    statement: Statement
    signature: bytes
    leaves: tuple[Leaf, ...]
    decoys: tuple[bytes, ...]

    @property
    def answers(self) -> Answers:
        """The record's answers by their path."""
        return {leaf.path: leaf.answer for leaf in self.leaves}

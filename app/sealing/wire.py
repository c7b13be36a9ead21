"""How a statement, a view and a package look as JSON (``docs/protocol.md`` §4, §5); anything else is refused.

Nothing is read leniently here: what has two spellings could be changed without breaking a signature.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

import msgspec

from app.domain.answers import from_json, to_json
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Role, Worker
from app.domain.record import FormRef, Leaf, RecordKind, Statement
from app.sealing.leaves import leaf_digest
from protocol.codec import to_bytes, to_text
from protocol.messages import Certificate, Message, Opened, Withdrawal

_BYTES = 32
_SIGNATURE_BYTES = 64


class WireForm(Message, frozen=True):
    """Which form a record answers."""

    url: str
    version: str
    sha256: str


class WireAuthor(Message, frozen=True):
    """Who wrote a record."""

    name: str
    job: str
    agency: str
    role: str


class WireStatement(Message, frozen=True):
    """What is signed of a record; ``finished_at`` is ISO, UTC, with microseconds and ``Z``."""

    record: str
    version: int
    parents: tuple[str, ...]
    kind: str
    episode: str
    form: WireForm
    root: str
    agrees_to: str
    author: WireAuthor
    device: str
    finished_at: str


class WireLeaf(Message, frozen=True):
    """One disclosed answer; ``answer`` is in the JSON form of ``app.domain.answers``."""

    path: str
    answer: Any
    salt: str


class WireView(Message, frozen=True):
    """One record as one recipient may see it: leaves by path, other digests in ascending order."""

    statement: WireStatement
    signature: str
    leaves: tuple[WireLeaf, ...]
    withheld: tuple[str, ...]


class WireEpisode(Message, frozen=True):
    """Where records belong: their episode, its child, and whether it is restricted. It goes to safe keeping alone."""

    episode: str
    child: str
    restricted: bool
    opened_at: str


class WireReason(Message, frozen=True):
    """Why somebody went on although a rule (by its number) spoke, and when that was written."""

    rule: int
    why: str
    at: str


class WireNote(Message, frozen=True):
    """A quick note: when it was begun, its words, and the path it was sorted into, if it was."""

    note: str
    begun_at: str
    text: str
    sorted_to: str


class WireShared(Message, frozen=True):
    """A row entered once for a whole household; ``own`` says that it was entered for the child it comes with."""

    path: str
    own: bool


class WireHousehold(Message, frozen=True):
    """Which household a child belongs to, who they are among its people, and the rows it shares."""

    household: str
    row: str
    was_known: bool
    joined_at: str
    shared: tuple[WireShared, ...]


class WireStep(Message, frozen=True):
    """A step of the plan that is done, by its row: on which day (ISO), by whom, and when that was written down."""

    step: str
    on: str
    by: str
    at: str


class WireTakenBack(Message, frozen=True):
    """A record's release that somebody took back, up to a version; ``why`` is ``withdrawn`` or ``in-error``."""

    record: str
    version: int
    by: str
    agency: str
    why: str
    at: str


class Beside(Message, frozen=True):
    """What belongs to an episode and stands in none of its records; ``household`` is never a restricted one's."""

    device: str
    at: str
    episode: WireEpisode
    reasons: tuple[WireReason, ...] = ()
    notes: tuple[WireNote, ...] = ()
    taken_back: tuple[WireTakenBack, ...] = ()
    steps: tuple[WireStep, ...] = ()
    household: WireHousehold | None = None


class SignedBeside(Message, frozen=True):
    """What stands beside records, signed by the device whose certificate is around it."""

    beside: Beside
    signature: str


class WireBeside(Message, frozen=True):
    """What stands beside records, alone."""

    format: Literal["ecaf-beside/1"]
    certificate: Certificate
    beside: Beside
    signature: str


class WirePackage(Message, frozen=True, omit_defaults=True):
    """A record and what it stands on, with the certificate of the device that sends both.

    ``others`` are certificates of that person's earlier devices, where one of them signed a record here. ``episode``
    and ``beside`` are only ever in what is kept. ``restricted`` says to whom it was released that a young person
    decides alone. ``also_agreed`` says that it holds a signature added later: first what it is under, with no answer.
    """

    format: Literal["ecaf-package/1"]
    certificate: Certificate
    records: tuple[WireView, ...]
    others: tuple[Certificate, ...] = ()
    episode: WireEpisode | None = None
    restricted: bool = False
    beside: SignedBeside | None = None
    also_agreed: bool = False


class WireOpened(Message, frozen=True):
    """Word to an author that a record was opened, with the certificate of the device that says so."""

    format: Literal["ecaf-opened/1"]
    certificate: Certificate
    opened: Opened


class WireWithdrawal(Message, frozen=True):
    """What takes a release back, with the certificate of the device that signs it."""

    format: Literal["ecaf-withdrawal/1"]
    certificate: Certificate
    withdrawal: Withdrawal
    signature: str


class LedgerLine(Message, frozen=True):
    """One piece of work on a laptop that nobody else may have: whose, what, since which day (ISO), and its state."""

    child: str
    episode: str
    kind: str
    day: str
    state: Literal["draft", "finished"]
    record: str = ""
    version: int = 0


class Ledger(Message, frozen=True):
    """What stood on a laptop at its last contact. ``unnamed`` counts families who had not agreed to be recorded."""

    device: str
    at: str
    lines: tuple[LedgerLine, ...]
    unnamed: int


class WireLedger(Message, frozen=True):
    """A ledger, signed by the device it is about."""

    format: Literal["ecaf-ledger/1"]
    certificate: Certificate
    ledger: Ledger
    signature: str


class CarriedDraft(Message, frozen=True):
    """A draft as it is carried to another laptop of its author; answers are by path, in their JSON form.

    ``base`` is the record and version it follows, or nothing. ``withdrawn`` says that there is none any more.
    """

    draft: str
    device: str
    changed_at: str
    withdrawn: bool
    episode: WireEpisode | None = None
    kind: str = ""
    form: WireForm | None = None
    answers: dict[str, Any] = msgspec.field(default_factory=dict)
    base: tuple[str, int] | None = None
    started_at: str = ""
    pages_done: tuple[str, ...] = ()


class WireDraft(Message, frozen=True, omit_defaults=True):
    """A carried draft, signed by the device it was written on; ``agreement`` is the one to start that it stands on."""

    format: Literal["ecaf-draft/1"]
    certificate: Certificate
    draft: CarriedDraft
    signature: str
    agreement: WirePackage | None = None
    beside: SignedBeside | None = None


def statement_out(statement: Statement) -> WireStatement:
    """Return a statement as it is signed and sent. Raises ``ValueError`` for a time without a zone."""
    return WireStatement(
        record=statement.record,
        version=statement.version,
        parents=statement.parents,
        kind=statement.kind.value,
        episode=statement.episode,
        form=WireForm(statement.form.url, statement.form.version, statement.form.sha256),
        root=statement.root,
        agrees_to=statement.agrees_to,
        author=author_out(statement.author),
        device=statement.device,
        finished_at=moment_out(statement.finished_at),
    )


def author_out(author: Worker) -> WireAuthor:
    """Return an author as sent."""
    return WireAuthor(author.name, author.job, author.agency, author.role.value)


def statement_in(wire: WireStatement) -> Statement:
    """Return a statement as received. Raises ``ValueError`` when it is not spelled in its one way."""
    statement = Statement(
        record=RecordId(wire.record),
        version=wire.version,
        parents=wire.parents,
        kind=RecordKind(wire.kind),
        episode=EpisodeId(wire.episode),
        form=FormRef(wire.form.url, wire.form.version, wire.form.sha256),
        root=wire.root,
        agrees_to=wire.agrees_to,
        author=Worker(wire.author.name, wire.author.job, wire.author.agency, Role(wire.author.role)),
        device=DeviceId(wire.device),
        finished_at=datetime.fromisoformat(wire.finished_at),
    )
    if statement_out(statement) != wire:
        raise ValueError("not spelled in its one way")
    return statement


def moment_out(when: datetime) -> str:
    """Return a moment as the wire spells it: UTC, microseconds, ``Z``. Raises ``ValueError`` without a zone."""
    if when.tzinfo is None:
        raise ValueError("a time without a zone")
    return when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def leaf_out(leaf: Leaf) -> WireLeaf:
    """Return a disclosed answer as sent."""
    return WireLeaf(leaf.path, to_json(leaf.answer), to_text(leaf.salt))


def leaf_in(wire: WireLeaf) -> Leaf:
    """Return a disclosed answer as received, its digest worked out anew. Raises ``ValueError`` or ``Refused``.

    Text not in Unicode NFC is refused: it would have the digest of other text.
    """
    answer, salt = from_json(wire.answer), to_bytes(wire.salt, _BYTES)
    if to_json(answer) != wire.answer:
        raise ValueError("not in Unicode NFC")
    return Leaf(wire.path, answer, salt, leaf_digest(wire.path, answer, salt))


def digest_in(text: str) -> bytes:
    """Return a withheld digest as received. Raises ``Refused``."""
    return to_bytes(text, _BYTES)


def signature_in(text: str) -> bytes:
    """Return a record's signature as received. Raises ``Refused``."""
    return to_bytes(text, _SIGNATURE_BYTES)

"""How a statement, a view and a package look as JSON (``docs/protocol.md`` §4, §5); anything else is refused.

Nothing is read leniently here: what has two spellings could be changed without breaking a signature.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

from app.domain.answers import from_json, to_json
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Role, Worker
from app.domain.record import FormRef, Leaf, RecordKind, Statement
from app.sealing.leaves import leaf_digest
from protocol.codec import to_bytes, to_text
from protocol.messages import Certificate, Message, Opened

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


class WirePackage(Message, frozen=True):
    """A record and what it stands on, with the certificate of the device that signed both."""

    format: Literal["ecaf-package/1"]
    certificate: Certificate
    records: tuple[WireView, ...]


class WireOpened(Message, frozen=True):
    """Word to an author that a record was opened, with the certificate of the device that says so."""

    format: Literal["ecaf-opened/1"]
    certificate: Certificate
    opened: Opened


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

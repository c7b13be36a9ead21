"""Signing a finished record, and checking a view of one; no answer is ever named in what does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.answers import Answers
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord, FormRef, Leaf, RecordKind, Statement
from app.sealing.genuine import NotGenuine
from app.sealing.leaves import freeze, leaf_digest, root_of
from app.sealing.wire import WireAuthor, author_out, statement_out
from protocol import statements
from protocol.codec import to_bytes, to_text
from protocol.messages import Certificate
from protocol.problems import Refused
from protocol.statements import Kind


def finish(  # noqa: PLR0913 - all that the device vouches for, each named at the call
    answers: Answers,
    *,
    record: RecordId,
    version: int,
    kind: RecordKind,
    episode: EpisodeId,
    form: FormRef,
    author: Worker,
    device: DeviceId,
    finished_at: datetime,
    signing_key: Ed25519PrivateKey,
    parents: tuple[str, ...] = (),
    agrees_to: str = "",
) -> FinishedRecord:
    """Return the answers frozen under one root and signed by this device.

    ``parents`` are the roots of the versions this one follows; ``agrees_to`` is, for an agreement, the root that was
    shown. Raises ``CannotFreeze`` when an answer has no exact form, ``ValueError`` for a time without a zone.
    """
    frozen = freeze(answers)
    statement = Statement(
        record=record,
        version=version,
        parents=parents,
        kind=kind,
        episode=episode,
        form=form,
        root=frozen.root,
        agrees_to=agrees_to,
        author=author,
        device=device,
        finished_at=finished_at,
    )
    signature = to_bytes(statements.sign(Kind.RECORD, statement_out(statement), signing_key))
    return FinishedRecord(statement, signature, frozen.leaves, frozen.decoys)


def check_view(
    statement: Statement, signature: bytes, disclosed: Sequence[Leaf], withheld: Sequence[bytes], signing_key: str
) -> None:
    """Raise ``NotGenuine`` unless this device (its public key as text) signed exactly what is shown here."""
    _check_leaves(disclosed)
    if root_of([*(leaf.digest for leaf in disclosed), *withheld]) != statement.root:
        raise NotGenuine("Something in this record was changed after it was signed.")
    try:
        statements.check(Kind.RECORD, statement_out(statement), to_text(signature), signing_key)
    except (Refused, ValueError):
        raise NotGenuine("The signature on this record is not the one of the laptop it names.") from None


def check_signer(statement: Statement, certificate: Certificate) -> None:
    """Raise ``NotGenuine`` unless author and device are the ones this certificate is for."""
    person = certificate.invitation
    enrolled = WireAuthor(person.name, person.job, person.agency, person.role)
    if author_out(statement.author) != enrolled or statement.device != certificate.keys.device:
        raise NotGenuine("This record names another author or laptop than the one that signed it.")


def holds_together(record: FinishedRecord) -> bool:
    """Say whether a record's answers are those its root stands for; whose signature it bears is asked elsewhere."""
    try:
        _check_leaves(record.leaves)
    except NotGenuine:
        return False
    return root_of([*(leaf.digest for leaf in record.leaves), *record.decoys]) == record.statement.root


def _check_leaves(disclosed: Sequence[Leaf]) -> None:
    if len({leaf.path for leaf in disclosed}) != len(disclosed):
        raise NotGenuine("This record holds two answers to one question.")
    if not all(_agrees(leaf) for leaf in disclosed):
        raise NotGenuine("Something in this record was changed after it was signed.")


def _agrees(leaf: Leaf) -> bool:
    try:
        return leaf_digest(leaf.path, leaf.answer, leaf.salt) == leaf.digest
    except ValueError:
        return False

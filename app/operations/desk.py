"""The early help desk: reading what a family released to it, and letting the author know that it was opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.ids import EnvelopeId
from app.errors import Trouble
from app.operations.posting import post_opened
from app.operations.workplace import Workplace
from app.said import said
from app.sealing.checks import Check
from app.sealing.genuine import NotGenuine
from app.sealing.opening import OpenedPackage, OtherWords, open_package
from app.sealing.wire import moment_out
from app.storage import audit, inbox, later_signatures
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.inbox import InboxRow
from app.storage.later_signatures import Under
from app.storage.troubles import SealedFileLost
from protocol.messages import Opened


class TakenBack(Trouble):
    """Its author took it back: nothing of it is here any more."""

    def __init__(self, author: str) -> None:
        super().__init__(
            "This was taken back, and is not here any more.",
            "Nothing of it is shown.",
            said("Please ask {author} if you need to know more.", author=author),
        )


@dataclass(frozen=True)
class Read:
    """An imported assessment, opened and checked again each time it is read.

    ``later`` says of each signature that was added since whether it is under these very words.
    """

    row: InboxRow
    package: OpenedPackage
    later: tuple[Check, ...] = ()


def read_released(tx: Transaction, workplace: Workplace, envelope: EnvelopeId) -> Read:
    """Open an imported envelope to read it. The first time, word goes to its author in the same transaction.

    Raises ``NotGenuine`` when anything about it does not hold; nothing is shown then.
    """
    row, body = inbox.get(tx, envelope), inbox.body(tx, envelope)
    if row is not None and row.taken_back:
        raise TakenBack(row.author.name)
    if row is None or body is None:
        raise SealedFileLost
    package, at = open_package(body, workplace.identities, root=workplace.root), workplace.clock.now()
    audit.write(tx, Act.VIEWED, row.record, at)
    if inbox.mark_opened(tx, envelope, at):
        audit.write(tx, Act.OPENED, row.record, at)
        said = Opened(envelope=envelope, record=row.record, version=row.version, opened_at=moment_out(at))
        post_opened(tx, workplace, said, package.certificate.keys)
    later = tuple(_later(tx, workplace, row, package))
    later_signatures.mark_read(tx, under(row), at)
    return Read(row, package, later)


def under(row: InboxRow) -> Under:
    """Return what of an imported view a later signature has to be under."""
    return Under(row.record, row.version, row.author.name, row.author.agency)


def _later(tx: Transaction, workplace: Workplace, row: InboxRow, package: OpenedPackage) -> Iterator[Check]:
    """Yield what holds of each signature that came later; one under other words is never told as if it counted."""
    for body in later_signatures.under(tx, under(row)):
        try:
            found = open_package(body, workplace.identities, root=workplace.root)
            if not found.also_agreed or found.record.statement.root != package.record.statement.root:
                raise OtherWords
        except NotGenuine as fault:
            yield Check(fault.what, ok=False)
        else:
            yield from found.checks

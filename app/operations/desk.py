"""The early help desk: reading what a family released to it, and letting the author know that it was opened."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import EnvelopeId
from app.errors import Trouble
from app.operations.posting import post_opened
from app.operations.workplace import Workplace
from app.said import said
from app.sealing.opening import OpenedPackage, open_package
from app.sealing.wire import moment_out
from app.storage import audit, inbox
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.inbox import InboxRow
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
    """An imported assessment, opened and checked again each time it is read."""

    row: InboxRow
    package: OpenedPackage


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
    return Read(row, package)

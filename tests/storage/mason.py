"""Mason Reid's invented family, and a cheap vault to keep it in, for the tests of this folder."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from app.domain.answers import Absent, AbsentReason, Answer
from app.domain.ids import ChildId, DeviceId, EnvelopeId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord, FormRef, Leaf, RecordKind, Statement
from app.storage import children, episodes, outbox
from app.storage.children import ChildSummary
from app.storage.database import Transaction
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.vault import Vault, create_vault

PASSPHRASE = "copper lantern meadow biscuit harbour"  # noqa: S105 -- it opens nothing but these tests' vaults
MORNING = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FORM = FormRef("https://ecaf.example/forms/caf", "1.0", "ab" * 32)
MASON = ChildId("mason")
ELLIE = ChildId("ellie")
JO = Worker("Jo Whitfield", "Family support worker", "Ambleton Early Help")
WORDS = "Mason hides under the table when the door bangs"


def after(seconds: float) -> datetime:
    """Return the time so many seconds into the visit."""
    return MORNING + timedelta(seconds=seconds)


def new_vault(folder: Path) -> Vault:
    """Make a vault that opens quickly."""
    return create_vault(folder, PASSPHRASE, ONLY_FOR_TESTS)


def register(tx: Transaction, child: ChildId, given: str = "Mason") -> EpisodeId:
    """Add a child with an open episode."""
    children.add(tx, child, MORNING)
    children.update_summary(tx, child, ChildSummary(given=given, family="Reid"))
    return episodes.open_episode(tx, child, MORNING, restricted=False)


def finished(  # noqa: PLR0913 -- each test names the one thing it is about
    episode: EpisodeId,
    record: str = "record",
    version: int = 1,
    *,
    words: str = WORDS,
    kind: RecordKind = RecordKind.ASSESSMENT,
    at: datetime = MORNING,
    agrees_to: str = "",
) -> FinishedRecord:
    """Return a finished record of two answers; its digests and signature are not checked in storage."""
    given: tuple[tuple[str, Answer], ...] = (
        ("d1.behaviour.needs", words),
        ("d1.speech.needs", Absent(AbsentReason.NOT_TALKED_ABOUT)),
        ("ac", ("4f1c22ab",)),
        ("ac/4f1c22ab/ac.done", True),
        ("fh.rooms", 3),
    )
    leaves = tuple(Leaf(path, answer, b"s" * 32, sha256(path.encode()).digest()) for path, answer in given)
    root = sha256(f"{record}{version}".encode()).hexdigest()
    statement = Statement(
        record=RecordId(record),
        version=version,
        parents=(),
        kind=kind,
        episode=episode,
        form=FORM,
        root=root,
        agrees_to=agrees_to,
        author=JO,
        device=DeviceId("device"),
        finished_at=at,
    )
    return FinishedRecord(statement, b"g" * 64, leaves, (b"d" * 32,))


def queued(tx: Transaction, envelope: str, record: str = "record", file: str = "") -> outbox.OutboxRow:
    """Queue an envelope of a record and return its row."""
    row = outbox.OutboxRow(
        envelope=EnvelopeId(envelope),
        device_seq=outbox.next_device_seq(tx),
        kind=outbox.OutboxKind.KEPT,
        record=RecordId(record),
        version=1,
        recipient="the authority's safe",
        file=file or f"{envelope}.age",
        sha256="cd" * 32,
        size=7,
        queued_at=MORNING,
    )
    outbox.add(tx, row)
    return row

"""An invented authority, two enrolled laptops and Mason's record, for the tests of sealing; all keys are fresh."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.agreement import agreement_of
from app.domain.answers import Answers
from app.domain.ids import DeviceId, EnvelopeId, EpisodeId, RecordId, new_id
from app.domain.people import Role, Worker
from app.domain.record import FinishedRecord, FormRef, RecordKind
from app.domain.sharing import Recipient, RecipientKind, ReleasedView, kept, released, released_agreement
from app.sealing.device import DeviceSecrets, device_keys, new_device_secrets
from app.sealing.envelopes import new_envelope
from app.sealing.packages import Readers, SealablePackage, desk, keepers, package_kept, package_released, seal
from app.sealing.records import finish
from protocol import statements
from protocol.messages import Certificate, Directory, Invitation
from protocol.statements import Kind, public_text

NOON = datetime(2026, 10, 6, 11, 0, tzinfo=UTC)
TODAY = date(2026, 10, 6)
DESK = Recipient(RecipientKind.DESK, "Ambleton Early Help")
JO = Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School")
PRIYA = Worker("Priya Nair", "coordinator", "Ambleton Early Help", Role.COORDINATOR)
FORM = FormRef("https://ecaf.example/forms/caf-assessment", "1.0.0", "ab" * 32)
EPISODE = EpisodeId("6f0f2b1e-3d1c-4d43-9a53-0f4b6f1f6a10")

MASON: Answers = {
    "id.given": "Mason",
    "d1.behaviour.strengths": "Calm and kind with smaller children at playtime.",
    "d2.guidance.needs": "Bedtime is a row most nights.",
    "d1.participation.scale": 4,
    "id.unborn": False,
    "ac": ("4f1c22ab",),
    "ac/4f1c22ab/ac.who": "School nurse",
}
YES: Answers = {
    "c2.store": "yes",
    "c2.share": "yes",
    "c2.desk": "yes",
    "c2.withheld": ("d2.guidance.needs",),
    "c2.signer": "Carly Reid",
    "c2.capacity": "parent",
}


def age_identity() -> str:
    """Return a fresh age identity."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the age recipient of an identity."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


@dataclass(frozen=True)
class Laptop:
    """One enrolled person's laptop."""

    worker: Worker
    device: DeviceId
    secrets: DeviceSecrets
    certificate: Certificate

    def finish(self, answers: Answers, kind: RecordKind = RecordKind.ASSESSMENT, agrees_to: str = "") -> FinishedRecord:
        """Return answers as a record finished at noon on this laptop."""
        return finish(
            answers,
            record=RecordId(new_id()),
            version=1,
            kind=kind,
            episode=EPISODE,
            form=FORM,
            author=self.worker,
            device=self.device,
            finished_at=NOON,
            signing_key=self.secrets.signing,
            agrees_to=agrees_to,
        )

    def agree(self, record: FinishedRecord, choices: Answers = YES) -> FinishedRecord:
        """Return the family's agreement about exactly this record."""
        return self.finish(choices, RecordKind.SHARING, record.statement.root)


@dataclass(frozen=True)
class Authority:
    """An authority with its root, its desk and its escrow."""

    root_key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    desk: str = field(default_factory=age_identity)
    escrow: str = field(default_factory=age_identity)
    receipt_key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def root(self) -> str:
        """The pinned public key."""
        return public_text(self.root_key)

    @property
    def directory(self) -> Directory:
        """Whose keys may be sealed to."""
        return Directory(
            authority="E06000099",
            name="Ambleton",
            practice=True,
            serial=1,
            desk={"desk-1": recipient_of(self.desk)},
            escrow={"escrow-1": recipient_of(self.escrow)},
            receipt_keys=(public_text(self.receipt_key),),
        )

    def enrol(self, worker: Worker = JO) -> Laptop:
        """Return a laptop whose keys this authority vouches for."""
        invitation_key, secrets, device = Ed25519PrivateKey.generate(), new_device_secrets(), DeviceId(new_id())
        invitation = Invitation(
            authority="E06000099",
            key=public_text(invitation_key),
            name=worker.name,
            job=worker.job,
            agency=worker.agency,
            role=worker.role.value,
            issued_at="2026-10-01T09:00:00Z",
        )
        keys = device_keys(secrets, device=device, invitation=invitation.key)
        certificate = Certificate(
            invitation=invitation,
            invitation_signature=statements.sign(Kind.INVITATION, invitation, self.root_key),
            keys=keys,
            keys_signature=statements.sign(Kind.DEVICE, keys, invitation_key),
        )
        return Laptop(worker, device, secrets, certificate)

    def released(self, jo: Laptop, record: FinishedRecord, agreed: FinishedRecord | None = None) -> bytes:
        """Return the envelope by which the desk gets what the family released of this record."""
        agreed = agreed or jo.agree(record)
        package = package_released(jo.certificate, released_views(record, agreed))
        return self.envelope(jo, record, package, desk(self.directory))

    def kept(self, jo: Laptop, record: FinishedRecord) -> bytes:
        """Return the envelope by which the whole record is kept."""
        package = package_kept(jo.certificate, [kept(record)])
        return self.envelope(jo, record, package, keepers(jo.certificate.keys, self.directory))

    def envelope(self, jo: Laptop, record: FinishedRecord, package: SealablePackage, readers: Readers) -> bytes:
        """Return a package sealed and in its envelope."""
        return new_envelope(
            seal(package, readers),
            id=EnvelopeId(new_id()),
            record=record.statement.record,
            version=record.statement.version,
            parents=(),
            device=jo.device,
            device_seq=1,
            signing_key=jo.secrets.signing,
        )


def released_views(record: FinishedRecord, agreed: FinishedRecord) -> list[ReleasedView]:
    """Return what the desk may see of a record and of its agreement."""
    agreement = agreement_of(agreed)
    return [
        released(record, agreement, DESK, today=TODAY),
        released_agreement(agreed, agreement, DESK, today=TODAY),
    ]

"""Who is at work on this laptop, and with which keys and forms; made after unlocking and gone with the process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.clock import Clock
from app.domain.ids import DeviceId, new_id
from app.domain.people import Worker
from app.forms.definition import FormLibrary
from app.operations.policy import Policy, own_policy
from app.sealing.auditkey import new_audit_key
from app.sealing.device import DeviceSecrets, device_secrets_from, new_device_secrets
from app.storage import audit, enrolment, other_devices, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.enrolment import DESK, Enrolment
from app.storage.vault import Vault
from protocol.codec import decode, encode
from protocol.messages import Certificate, Directory, SignedDirectory

DEVICE = "device"
"""Under this name, and for this purpose alone, the device's own secrets are wrapped."""
_NEW_DEVICE = "new device"


@dataclass(frozen=True)
class Workplace:
    """One enrolled person's place: device, keys, the authority's directory and policy, the forms, the sealed folder.

    ``directory`` is the one of this opening (``newest_directory`` is what is sealed by). ``desk`` holds the desk's keys
    by id; one of a further epoch is put into it while the vault is open, and opens what comes from then on.
    """

    worker: Worker
    device: DeviceId
    endpoint: str
    certificate: Certificate
    directory: SignedDirectory
    secrets: DeviceSecrets = field(repr=False)
    desk: dict[str, str] = field(repr=False)
    sealed: Path
    forms: FormLibrary
    clock: Clock
    policy: Policy = field(default_factory=own_policy)

    @property
    def identities(self) -> tuple[str, ...]:
        """The reading keys held here: the device's own, and for a coordinator the desk's."""
        return (self.secrets.reading, *self.desk.copy().values())

    def hold_desk_key(self, key: str, identity: str) -> None:
        """Read with a desk key of a further epoch too, from now on; it is in the vault by then."""
        self.desk[key] = identity

    @property
    def root(self) -> str:
        """The authority's root, pinned at enrolment."""
        return self.directory.root


def newest_directory(tx: Transaction, workplace: Workplace) -> Directory:
    """Return the newest directory that was believed: what is sealed goes to its keys from the moment it is."""
    kept = enrolment.directory(tx)
    believed = decode(kept.encode(), SignedDirectory).directory if kept is not None else workplace.directory.directory
    return max(workplace.directory.directory, believed, key=lambda one: one.serial)


def earlier_devices(tx: Transaction) -> tuple[Certificate, ...]:
    """Return the certificates of this person's other devices: some records here were signed on one of them."""
    return tuple(decode(one.encode(), Certificate) for one in other_devices.certificates(tx))


@dataclass(frozen=True)
class NewDevice:
    """A device that is not enrolled yet: its id and keys stand in the vault before the endpoint hears of them."""

    device: DeviceId
    secrets: DeviceSecrets = field(repr=False)


def new_device(tx: Transaction, vault: Vault) -> NewDevice:
    """Return this vault's device keys, made once: so a lost answer to an enrolment can be asked for again."""
    found = sync_state.read(tx, _NEW_DEVICE)
    if found is not None:
        device, wrapped = found.split(" ")
        return NewDevice(DeviceId(device), device_secrets_from(vault.unwrap_secret(bytes.fromhex(wrapped), DEVICE)))
    fresh = NewDevice(DeviceId(new_id()), new_device_secrets())
    wrapped = vault.wrap_secret(fresh.secrets.to_bytes(), DEVICE).hex()
    sync_state.write(tx, _NEW_DEVICE, f"{fresh.device} {wrapped}")
    return fresh


@dataclass(frozen=True)
class Joined:
    """What the authority and endpoint said to a device that enrolled."""

    endpoint: str
    worker: Worker
    certificate: Certificate
    directory: SignedDirectory
    desk: Mapping[str, str] = field(repr=False)


def keep_enrolment(tx: Transaction, vault: Vault, new: NewDevice, joined: Joined, clock: Clock) -> None:
    """Write the enrolment, its secrets wrapped, and its audit line."""
    desk = {key: vault.wrap_secret(identity.encode(), DESK) for key, identity in joined.desk.items()}
    kept = Enrolment(
        worker=joined.worker,
        device=new.device,
        endpoint=joined.endpoint,
        certificate=encode(joined.certificate).decode(),
        authority=encode(joined.directory).decode(),
        secrets={DEVICE: vault.wrap_secret(new.secrets.to_bytes(), DEVICE)},
        desk_secrets=desk,
    )
    enrolment.save(tx, kept)
    vault.change_escrow(joined.directory.directory.vault_escrow)
    begin_audit_key(tx, joined.directory)
    audit.write(tx, Act.ENROLLED, new.device, clock.now())


def begin_audit_key(tx: Transaction, directory: SignedDirectory) -> None:
    """Begin to seal the audit's lines with a key that is hashed forward, where that has not begun."""
    if not audit.sealed_key(tx):
        audit.begin_key(tx, *new_audit_key(directory.directory))


def load_workplace(tx: Transaction, vault: Vault, forms: FormLibrary, clock: Clock) -> Workplace | None:
    """Return the enrolled person's place, or ``None`` when this vault is not enrolled yet."""
    kept = enrolment.load(tx)
    if kept is None:
        return None
    desk = {key: vault.unwrap_secret(wrapped, DESK).decode() for key, wrapped in kept.desk_secrets.items()}
    return Workplace(
        worker=kept.worker,
        device=kept.device,
        endpoint=kept.endpoint,
        certificate=decode(kept.certificate.encode(), Certificate),
        directory=decode(kept.authority.encode(), SignedDirectory),
        secrets=device_secrets_from(vault.unwrap_secret(kept.secrets[DEVICE], DEVICE)),
        desk=desk,
        sealed=vault.sealed,
        forms=forms,
        clock=clock,
    )

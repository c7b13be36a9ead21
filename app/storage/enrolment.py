"""Who this vault's owner is to the authority, and this device's secrets: wrapped, never a key in the clear."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.ids import DeviceId
from app.domain.people import Role, Worker
from app.storage.database import Row, Transaction

DESK = "desk"
"""Whose secrets the desk's keys are, and the purpose for which ``Vault.wrap_secret`` wraps them."""


@dataclass(frozen=True)
class Enrolment:
    """An enrolment as the authority gave it.

    ``certificate`` and ``authority`` are JSON as they were received; ``secrets`` (this device's) and
    ``desk_secrets`` (the coordinators' shared ones) are by name, each wrapped by ``Vault.wrap_secret``.
    """

    worker: Worker
    device: DeviceId
    endpoint: str
    certificate: str
    authority: str
    secrets: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    desk_secrets: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def save(tx: Transaction, enrolment: Enrolment) -> None:
    """Put this enrolment, secrets and all, in the place of any before it."""
    worker = enrolment.worker
    tx.run(
        "INSERT OR REPLACE INTO enrolment VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            worker.name,
            worker.job,
            worker.agency,
            worker.role,
            enrolment.device,
            enrolment.endpoint,
            enrolment.certificate,
            enrolment.authority,
        ),
    )
    tx.run("DELETE FROM wrapped_secrets")
    _save_secrets(tx, "device", enrolment.secrets)
    _save_secrets(tx, DESK, enrolment.desk_secrets)


def change_directory(tx: Transaction, authority: str) -> None:
    """Put the authority's newer directory (its signed JSON) in the place of the one learnt before."""
    tx.run("UPDATE enrolment SET authority = ?", (authority,))


def desk_key_names(tx: Transaction) -> frozenset[str]:
    """Return the ids of the desk keys that are held here."""
    return frozenset(_secrets(tx, DESK))


def add_desk_secret(tx: Transaction, name: str, wrapped: bytes) -> None:
    """Keep a desk key of a further epoch beside those before it, wrapped as they are."""
    _save_secrets(tx, DESK, {name: wrapped})


def is_at_desk(tx: Transaction) -> bool:
    """Say whether this is a coordinator's laptop."""
    row = tx.one("SELECT worker_role FROM enrolment")
    return row is not None and Role(row["worker_role"]) is Role.COORDINATOR


def directory(tx: Transaction) -> str | None:
    """Return the newest directory that was believed here (its signed JSON); None before there is an enrolment."""
    row = tx.one("SELECT authority FROM enrolment")
    return str(row["authority"]) if row is not None else None


def load(tx: Transaction) -> Enrolment | None:
    """Return the enrolment, or None before there is one."""
    row = tx.one("SELECT * FROM enrolment")
    return _enrolment(row, _secrets(tx, "device"), _secrets(tx, DESK)) if row else None


def _save_secrets(tx: Transaction, owner: str, secrets: Mapping[str, bytes]) -> None:
    rows = [(owner, name, secret) for name, secret in secrets.items()]
    tx.run_each("INSERT INTO wrapped_secrets VALUES (?, ?, ?)", rows)


def _secrets(tx: Transaction, owner: str) -> dict[str, bytes]:
    rows = tx.all("SELECT name, secret FROM wrapped_secrets WHERE owner = ?", (owner,))
    return {row["name"]: bytes(row["secret"]) for row in rows}


def _enrolment(row: Row, secrets: dict[str, bytes], desk_secrets: dict[str, bytes]) -> Enrolment:
    return Enrolment(
        Worker(row["worker_name"], row["worker_job"], row["worker_agency"], Role(row["worker_role"])),
        DeviceId(row["device"]),
        row["endpoint"],
        row["certificate"],
        row["authority"],
        secrets,
        desk_secrets,
    )

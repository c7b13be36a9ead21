"""What an authority tells its laptops, signed with its root: orders to one of them, rules and directories for all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from authority.keys import read_signing_key
from authority.office import Office
from protocol.codec import encode
from protocol.messages import Directory, SignedDirectory
from protocol.orders import Order, OrderKind, Policy, SignedOrder, SignedPolicy, check_order, check_policy
from protocol.statements import Kind, public_text, sign


def give_order(office: Office, device: str, what: OrderKind, *, by: Sequence[str], why: str = "") -> SignedOrder:
    """Return an order to one device. Raises ``Refused`` for ``wipe-now`` without two people and a reason."""
    order = Order(
        id=str(uuid4()),
        authority=office.directory().directory.authority,
        device=device,
        what=what,
        why=why,
        by=tuple(by),
        issued_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    root = read_signing_key(office.offline / "root.key")
    signed = SignedOrder(order, sign(Kind.ORDER, order, root))
    check_order(signed, public_text(root))
    return signed


def give_policy(office: Office, text: str, serial: int) -> SignedPolicy:
    """Return a policy file, signed. Raises ``Refused`` for one that is too large."""
    root = read_signing_key(office.offline / "root.key")
    policy = Policy(office.directory().directory.authority, serial, text)
    signed = SignedPolicy(policy, sign(Kind.POLICY, policy, root))
    check_policy(signed, public_text(root))
    return signed


def renew_directory(office: Office, **changed: object) -> SignedDirectory:
    """Return the directory with something changed and the next serial, and keep it as the office's own."""
    held: Directory = office.directory().directory
    root = read_signing_key(office.offline / "root.key")
    renewed = msgspec.structs.replace(held, serial=held.serial + 1, **changed)
    signed = SignedDirectory(renewed, public_text(root), sign(Kind.DIRECTORY, renewed, root))
    write(signed, office.for_the_endpoint / "directory.json")
    return signed


def write(signed: SignedOrder | SignedPolicy | SignedDirectory, file: Path) -> Path:
    """Write what was signed into a file for the endpoint."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(encode(signed))
    return file

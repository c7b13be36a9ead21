"""What an authority tells its laptops, signed with its root: orders to one of them, rules and directories for all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from authority.keys import new_signing_key, read_signing_key
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


def renew_receipt_key(office: Office, out: Path) -> SignedDirectory:
    """Make the endpoint a new receipt key, and a directory that names it first and those before it after it.

    What was signed with an earlier key is believed as long as the directory names that key. Both files are written
    into ``out``, a folder that is not there yet. Raises ``FileExistsError``, changing nothing.
    """
    out.mkdir(mode=0o700)
    key = public_text(new_signing_key(out / "receipt.key"))
    signed = renew_directory(office, receipt_keys=(key, *office.directory().directory.receipt_keys))
    write(signed, out / "directory.json")
    return signed


def write(signed: SignedOrder | SignedPolicy | SignedDirectory, file: Path) -> Path:
    """Write what was signed into a file for the endpoint."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(encode(signed))
    return file

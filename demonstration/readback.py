"""Reads back what is true after the play, from the vaults and the endpoint themselves; nothing is taken on trust."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.clock import SystemClock
from app.domain.record import RecordKind
from app.errors import Trouble
from app.forms.definition import FormLibrary
from app.operations.workplace import Workplace, load_workplace
from app.paths import resources
from app.sealing.envelopes import check_receipt
from app.sealing.opening import open_package
from app.storage import children, inbox, openings, outbox, records
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow, OutboxState
from app.storage.seats import seat_folder
from app.storage.vault import open_vault
from protocol.codec import decode
from protocol.messages import SignedReceipt


def read_author(home: Path, passphrase: str) -> dict[str, Any]:
    """Return what the practitioner's vault holds of the record, and whether every receipt in it verifies."""
    vault = open_vault(seat_folder(home, ""), passphrase)
    try:
        with vault.transaction() as tx:
            workplace = load_workplace(tx, vault, FormLibrary(resources() / "forms"), SystemClock())
            if workplace is None:
                return {}
            return _author(tx, workplace)
    finally:
        vault.lock()


def _author(tx: Transaction, workplace: Workplace) -> dict[str, Any]:
    rows = [row for row in children.list_all(tx) if row.episode is not None]
    headers = [header for row in rows if row.episode for header in records.of_episode(tx, row.episode)]
    finished = [header for header in headers if header.kind is RecordKind.ASSESSMENT]
    sent = [one for header in finished for one in outbox.of_record(tx, header.record)]
    return {
        "finished": len(finished),
        "agreed": sum(records.agreeing_to(tx, header.root) is not None for header in finished),
        "envelopes": {one.envelope: one.kind.value for one in sent},
        "received": [one.envelope for one in sent if has_good_receipt(one, workplace)],
        "opened": sum(len(openings.of_record(tx, header.record)) for header in finished),
    }


def has_good_receipt(row: OutboxRow, workplace: Workplace) -> bool:
    """Say whether an envelope's receipt is there and verifies with the authority's directory."""
    if row.state is not OutboxState.RECEIVED:
        return False
    receipt = decode(row.receipt.encode(), SignedReceipt)
    try:
        check_receipt(receipt, workplace.directory.directory, id=row.envelope, sha256=row.sha256)
    except Trouble:
        return False
    return True


def read_desk(home: Path, passphrase: str) -> dict[str, Any]:
    """Return what the coordinator's vault holds, and whether seal, signature and consent of each verify again."""
    vault = open_vault(seat_folder(home, ""), passphrase)
    try:
        with vault.transaction() as tx:
            workplace = load_workplace(tx, vault, FormLibrary(resources() / "forms"), SystemClock())
            if workplace is None:
                return {}
            rows = inbox.list_all(tx)
            bodies = {row.envelope: inbox.body(tx, row.envelope) for row in rows}
            verified = [one for one, body in bodies.items() if body and all_hold(body, workplace)]
            return {"imported": list(bodies), "verified": verified, "read": [r.envelope for r in rows if r.opened_at]}
    finally:
        vault.lock()


def all_hold(body: bytes, workplace: Workplace) -> bool:
    """Say whether every check of an imported envelope holds."""
    try:
        package = open_package(body, workplace.identities, root=workplace.root)
    except Trouble:
        return False
    return bool(package.checks) and all(check.ok for check in package.checks)


def report(author: dict[str, Any], desk: dict[str, Any], ledger: dict[str, Any]) -> dict[str, Any]:
    """Return the report's facts: each true only when vaults and endpoint agree on it."""
    envelopes: dict[str, str] = author.get("envelopes", {})
    released = {one for one, kind in envelopes.items() if kind == OutboxKind.RELEASED.value}
    kept = {one["id"] for one in ledger["envelopes"]}
    received = set(author.get("received", []))
    return {
        "finished": author.get("finished", 0) > 0 and author.get("agreed", 0) == author.get("finished", 0),
        "sent": bool(envelopes) and set(envelopes) <= kept,
        "received": bool(envelopes) and received == set(envelopes),
        "imported": bool(released) and released <= set(desk.get("imported", [])),
        "verified": bool(released) and released <= set(desk.get("verified", [])),
        "opened": author.get("opened", 0) > 0,
    }

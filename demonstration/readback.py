"""Reads back what is true after the play, from the vaults and the endpoint themselves; nothing is taken on trust."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.clock import SystemClock
from app.domain.answers import Answers, link_id_of
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.errors import Trouble
from app.forms.definition import FormLibrary
from app.operations.workplace import Workplace, load_workplace
from app.paths import resources
from app.sealing.envelopes import check_receipt
from app.sealing.opening import open_package
from app.storage import children, drafts, inbox, openings, outbox, private_notes, records
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow, OutboxState
from app.storage.seats import seat_folder
from app.storage.vault import open_vault
from demonstration.asgiven import before_signing, told_after, told_before, unlike
from demonstration.case import Case
from protocol.codec import decode
from protocol.messages import SignedReceipt

NOT_ABOUT_FAMILIES = frozenset({"audit", "enrolment", "wrapped_secrets", "sync_state", "device_counter", "standing"})
"""Tables about the laptop and whoever works on it. The audit holds ids of what is gone, and no words."""


def read_author(home: Path, passphrase: str, case: Case) -> dict[str, Any]:
    """Return what the practitioner's vault holds of the case, and whether every receipt in it verifies."""
    vault = open_vault(seat_folder(home, ""), passphrase)
    try:
        with vault.transaction() as tx:
            workplace = load_workplace(tx, vault, FormLibrary(resources() / "forms"), SystemClock())
            if workplace is None:
                return {}
            return _author(tx, workplace, case)
    finally:
        vault.lock()


def _author(tx: Transaction, workplace: Workplace, case: Case) -> dict[str, Any]:
    rows = [row for row in children.list_all(tx) if row.episode is not None]
    headers = [header for row in rows if row.episode for header in records.of_episode(tx, row.episode)]
    finished = [header for header in headers if header.kind is RecordKind.ASSESSMENT]
    sent = [one for header in finished for one in outbox.of_record(tx, header.record)]
    return {
        "children": len(rows),
        "restricted": [row.restricted for row in rows],
        "finished": len(finished),
        "agreed": sum(records.agreeing_to(tx, header.root) is not None for header in finished),
        "envelopes": {one.envelope: one.kind.value for one in sent},
        "received": [one.envelope for one in sent if has_good_receipt(one, workplace)],
        "opened": sum(len(openings.of_record(tx, header.record)) for header in finished),
        "differs": [one for row in rows if row.episode for one in differing(tx, workplace.forms, row.episode, case)],
        "left": left_over(tx),
    }


def differing(tx: Transaction, forms: FormLibrary, episode: EpisodeId, case: Case) -> list[str]:
    """Return the questions whose answer in the vault is not what the case said; drafts count like finished records."""
    passed = records.newest(tx, episode, RecordKind.START) is not None
    told = told_after(case, forms) if passed else told_before(case, forms)
    if records.newest(tx, episode, RecordKind.ASSESSMENT) is None and RecordKind.SHARING in told:
        told[RecordKind.SHARING] = before_signing(told[RecordKind.SHARING])
    found = [link_id for kind in told for link_id in unlike(forms, kind, told[kind], kept_of(tx, episode, kind))]
    notes = {note.text for note in private_notes.list_for(tx, episode)}
    return found + ["private_notes"] * (not set(case.private_notes) <= notes)


def kept_of(tx: Transaction, episode: EpisodeId, kind: RecordKind) -> Answers:
    """Return the answers of a kind of record, from its draft, else from its newest finished version."""
    draft, finished = drafts.find(tx, episode, kind), records.newest(tx, episode, kind)
    if draft is not None:
        return drafts.answers(tx, draft.draft)
    return finished.answers if finished is not None else {}


def left_over(tx: Transaction) -> list[str]:
    """Return the tables that hold anything about any family; after an erasure there are none."""
    tables = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    about_people = [name for name in tables if not name.startswith("sqlite_") and name not in NOT_ABOUT_FAMILIES]
    return [name for name in about_people if tx.one(f"SELECT 1 FROM {name} LIMIT 1") is not None]  # noqa: S608 -- the schema's own names


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
            disclosed = {one: disclosed_in(body, workplace) for one, body in bodies.items() if one in verified and body}
            return {"imported": list(bodies), "verified": verified, "disclosed": disclosed}
    finally:
        vault.lock()


def all_hold(body: bytes, workplace: Workplace) -> bool:
    """Say whether every check of an imported envelope holds."""
    try:
        package = open_package(body, workplace.identities, root=workplace.root)
    except Trouble:
        return False
    return bool(package.checks) and all(check.ok for check in package.checks)


def disclosed_in(body: bytes, workplace: Workplace) -> set[str]:
    """Return the questions whose answers an imported envelope holds."""
    package = open_package(body, workplace.identities, root=workplace.root)
    return {link_id for path in package.record.answers for link_id in (path.split("/", 1)[0], link_id_of(path))}


def report(
    author: dict[str, Any], desk: dict[str, Any], ledger: dict[str, Any], withheld: frozenset[str]
) -> dict[str, Any]:
    """Return the report's facts: each true only when vaults and endpoint agree on it.

    ``released`` says whether the family let anything go to the desk; where they did not, nothing can be imported.
    ``as_given`` says that every answer in the vault is the case's; ``differs`` names the questions where it is not.
    """
    envelopes: dict[str, str] = author.get("envelopes", {})
    released = {one for one, kind in envelopes.items() if kind == OutboxKind.RELEASED.value}
    kept = {one["id"] for one in ledger["envelopes"]}
    received = set(author.get("received", []))
    disclosed: dict[str, set[str]] = desk.get("disclosed", {})
    return {
        "finished": author.get("finished", 0) > 0 and author.get("agreed", 0) == author.get("finished", 0),
        "sent": bool(envelopes) and set(envelopes) <= kept,
        "received": bool(envelopes) and received == set(envelopes),
        "released": bool(released),
        "imported": bool(released) and released <= set(desk.get("imported", [])),
        "verified": bool(released) and released <= set(desk.get("verified", [])),
        "held_back": not any(seen & withheld for seen in disclosed.values()),
        "opened": author.get("opened", 0) > 0,
        "as_given": author.get("children", 0) > 0 and not author.get("differs"),
        "differs": author.get("differs", []),
        "restricted": any(author.get("restricted", ())),
        "erased": author.get("children") == 0 and not author.get("left"),
    }

"""Staying sure that the endpoint has what it receipted: a contact at each round, and a comparison month by month.

What it has no more, as after a restored backup, waits again under its own id; nothing is ever sealed anew for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from app.clock import Clock
from app.domain.ids import EnvelopeId
from app.log import LOGGER
from app.storage import outbox, sync_state
from app.storage.database import Transaction
from app.storage.moments import stored
from app.storage.outbox import OutboxKind
from app.storage.sync_state import CONTACTED
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.fetching import moment_in
from protocol.codec import decode
from protocol.keeping import RECONCILED, Contact, Standing, month_digest, month_of
from protocol.messages import PROTOCOL_VERSION, SignedReceipt
from protocol.problems import Problem

TOKEN, EPOCH, COMPARED = "sync token", "store epoch", "compared at"
OFTEN_ENOUGH = timedelta(days=1)
OLDER = frozenset({Problem.NOT_FOUND, Problem.METHOD_NOT_ALLOWED})
"""What an endpoint of version 1 answers to what it does not know."""
_KINDS = (*(kind.value for kind in RECONCILED), OutboxKind.SIGNATURE.value)
"""A later signature is of a kind of its own in the vault alone; at the endpoint it is released like any other."""

Held = dict[str, str]
"""Envelopes by id, with the SHA-256 of their sealed bytes."""


def make_contact(vault: VaultThread, client: EndpointClient) -> Standing | None:
    """Begin a round: say who is there, and keep the token for the next time. ``None`` from an older endpoint."""
    contact = vault.ask(_contact)
    try:
        standing = client.contact(contact)
    except EndpointRefused as fault:
        if fault.problem in OLDER:
            return None
        raise
    vault.ask(lambda tx: _note_contact(tx, standing))
    return standing


def _note_contact(tx: Transaction, standing: Standing) -> None:
    sync_state.write(tx, TOKEN, standing.sync_token)
    sync_state.write(tx, CONTACTED, stored(moment_in(standing.at)))


def _contact(tx: Transaction) -> Contact:
    return Contact(PROTOCOL_VERSION, sync_state.read(tx, TOKEN) or "", outbox.last_device_seq(tx))


def reconcile(vault: VaultThread, client: EndpointClient, standing: Standing, clock: Clock) -> int:
    """Compare receipts with what the endpoint has, after a restore or once a day; return how many wait again.

    What was compared is noted only once all of it was: a line that is cut half-way begins anew.
    """
    if not vault.ask(lambda tx: _is_due(tx, standing.store_epoch, clock.now())):
        return 0
    ours = vault.ask(_receipted)
    theirs = {month.month: month.digest for month in client.months().months}
    missing: Held = {}
    for month, held in ours.items():
        if theirs.get(month) != month_digest(held):
            there = _month(client, month)
            missing |= {one: sha256 for one, sha256 in held.items() if there.get(one) != sha256}
    vault.ask(lambda tx: _note(tx, standing.store_epoch, clock.now(), missing))
    if missing:
        LOGGER.info("the endpoint has lost %d envelopes; they are sent again", len(missing))
    return len(missing)


def _is_due(tx: Transaction, epoch: str, at: datetime) -> bool:
    compared = sync_state.read(tx, COMPARED)
    if compared is None or sync_state.read(tx, EPOCH) != epoch:
        return True
    return abs(at - moment_in(compared)) >= OFTEN_ENOUGH


def _receipted(tx: Transaction) -> Mapping[str, Held]:
    """Return what has a receipt, month by month as the receipts say."""
    found: dict[str, Held] = defaultdict(dict)
    for row in outbox.receipted(tx, _KINDS):
        receipt = decode(row.receipt.encode(), SignedReceipt).receipt
        found[month_of(receipt.received_at)][row.envelope] = row.sha256
    return found


def _month(client: EndpointClient, month: str) -> Held:
    held: Held = {}
    more = True
    while more:
        part = client.month(month, max(held, default=""))
        held |= part.held
        more = part.more and bool(part.held)
    return held


def _note(tx: Transaction, epoch: str, at: datetime, missing: Held) -> None:
    outbox.wait_again(tx, [EnvelopeId(one) for one in missing])
    sync_state.write(tx, EPOCH, epoch)
    sync_state.write(tx, COMPARED, at.isoformat())

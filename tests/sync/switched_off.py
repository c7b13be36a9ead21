"""The rules of the protocol, each switched off in the real code by putting another function in its place.

What takes its place is what somebody might have written who did not know of the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from model import Rule

from app.clock import Clock
from app.domain.ids import EnvelopeId
from app.storage import inbox, outbox, sync_state
from app.storage.database import Transaction
from app.storage.inbox import InboxRow
from app.storage.outbox import OutboxRow
from app.storage.thread import VaultThread
from app.sync import engine, fetching, purging, sending
from app.sync.client import EndpointClient
from app.sync.fetching import CURSOR, Reader, step_for
from endpoint import keeping
from endpoint.outside import Outside
from endpoint.resources import changes
from endpoint.storage import database
from endpoint.storage.envelopes import Place, give_place, insert_envelope
from protocol.limits import CHANGES_AT_ONCE
from protocol.messages import EnvelopeHeader, SignedHeader, SignedReceipt

ROOM = 50
Patch = pytest.MonkeyPatch


def without_id_as_key(patch: Patch) -> None:
    """Let the endpoint number what comes: an envelope that comes again is another one."""
    numbers = count(1)

    def insert(tx: database.Transaction, signed: SignedHeader, sealed: bytes | None, receipt: SignedReceipt) -> bool:
        if insert_envelope(tx, signed, sealed, receipt):
            return True
        another = msgspec.structs.replace(signed.header, id=str(uuid4()), device_seq=-next(numbers) - 1_000_000)
        return insert_envelope(tx, SignedHeader(another, signed.signature), sealed, receipt)

    patch.setattr(keeping, "insert_envelope", insert)


def without_dedupe(patch: Patch) -> None:
    """Import whatever is listed."""
    add = inbox.add

    def add_always(tx: Transaction, row: InboxRow, body: bytes) -> bool:
        return add(tx, row, body) or add(tx, replace(row, envelope=EnvelopeId(str(uuid4()))), body)

    patch.setattr(inbox, "add", add_always)


def without_epoch(patch: Patch) -> None:
    """Have a cursor be a place and nothing else, whatever was put back since."""
    patch.setattr(changes, "_store", lambda _: "the store")


@dataclass
class Early:
    """Gives places to a request when it begins: of two that come together, the second is committed first.

    So every other request leaves room before its own places for the one that is committed after it.
    """

    tx: database.Transaction | None = None
    room: int = 0
    next: int = 0

    def place(self, tx: database.Transaction, header: EnvelopeHeader) -> Place:
        """Return a place as if it had been given too early."""
        given = give_place(tx, header)
        if tx is not self.tx:
            self.tx = tx
            self.room, self.next = (0, self.room) if self.room else (given.server_seq, given.server_seq + ROOM)
        self.next += 1
        return replace(given, server_seq=self.next - 1)


def without_commit_order(patch: Patch) -> None:
    """Give a place when an envelope begins to come, and not when it is committed."""
    patch.setattr(keeping, "give_place", Early().place)


def without_log_outside(patch: Patch) -> None:
    """Know of erasures what the store itself knows, and after a restore what the backup knows."""

    def nothing(_: Outside) -> Iterator[Any]:
        return iter(())

    patch.setattr(Outside, "erased", nothing)


def without_horizon(patch: Patch) -> None:
    """Let go of a file as soon as there is a receipt."""
    patch.setattr(purging, "may_purge", lambda *_: True)


def without_withdrawal_first(patch: Patch) -> None:
    """Send in the order of queueing."""
    waiting = outbox.waiting

    def in_order(tx: Transaction, at: Any) -> list[OutboxRow]:
        return sorted(waiting(tx, at), key=lambda row: row.device_seq)

    patch.setattr(outbox, "waiting", in_order)


def without_consent_again(patch: Patch) -> None:
    """Send what was once agreed to."""
    patch.setattr(sending, "may_still_go", lambda *_: True)


def without_cursor_with_rows(patch: Patch) -> None:
    """Keep the place first, then fetch what stood before it."""

    def fetch(vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> int:
        page = client.changes(vault.ask(lambda tx: sync_state.read(tx, CURSOR)) or "", CHANGES_AT_ONCE)
        vault.ask(lambda tx: sync_state.write(tx, CURSOR, page.cursor))
        steps = [step_for(signed.header, client, reader, clock.now()) for signed in page.headers]
        return vault.ask(lambda tx: fetching.take_in(tx, steps, page.cursor))

    patch.setattr(engine, "fetch", fetch)


OFF: dict[Rule, Callable[[Patch], None]] = {
    Rule.ID_IS_KEY: without_id_as_key,
    Rule.DEDUPE: without_dedupe,
    Rule.EPOCH: without_epoch,
    Rule.COMMIT_ORDER: without_commit_order,
    Rule.LOG_OUTSIDE: without_log_outside,
    Rule.HORIZON: without_horizon,
    Rule.WITHDRAWAL_FIRST: without_withdrawal_first,
    Rule.CONSENT_AGAIN: without_consent_again,
    Rule.CURSOR_WITH_ROWS: without_cursor_with_rows,
}

"""The rules of the protocol, each switched off in the real code by putting another function in its place.

What takes its place is what somebody might have written who did not know of the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
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
from endpoint.storage.arriving import NewEnvelope, Place, find_places, insert_envelopes
from endpoint.storage.envelopes import find_envelope
from protocol.limits import CHANGES_AT_ONCE
from protocol.messages import EnvelopeHeader, SignedHeader

ROOM = 50
Patch = pytest.MonkeyPatch


def without_id_as_key(patch: Patch) -> None:
    """Let the endpoint number what comes: an envelope that comes again is another one."""
    numbers = count(1)

    def another(one: NewEnvelope) -> NewEnvelope:
        header = one.signed.header
        other = msgspec.structs.replace(header, id=str(uuid4()), device_seq=-next(numbers) - 1_000_000)
        return replace(one, signed=SignedHeader(other, one.signed.signature))

    def insert(tx: database.Transaction, several: Sequence[NewEnvelope]) -> None:
        insert_envelopes(tx, [another(one) if find_envelope(tx, one.signed.header.id) else one for one in several])

    def find(tx: database.Transaction, headers: Sequence[EnvelopeHeader]) -> tuple[int, list[Place]]:
        last, places = find_places(tx, headers)
        return last, [replace(place, is_taken=False) for place in places]

    patch.setattr(keeping, "insert_envelopes", insert)
    patch.setattr(keeping, "find_places", find)


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

    def find(self, tx: database.Transaction, headers: Sequence[EnvelopeHeader]) -> tuple[int, list[Place]]:
        """Return the last place that was given out as if it had been asked for too early."""
        last, places = find_places(tx, headers)
        if tx is not self.tx:
            self.tx = tx
            self.room, self.next = (0, self.room) if self.room else (last + 1, last + 1 + ROOM)
        begun, self.next = self.next, self.next + len(headers)
        return begun - 1, places


def without_commit_order(patch: Patch) -> None:
    """Give a place when an envelope begins to come, and not when it is committed."""
    patch.setattr(keeping, "find_places", Early().find)


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
    in_turn = outbox.in_turn

    def in_order(tx: Transaction, at: datetime) -> Generator[OutboxRow, None, None]:
        yield from sorted(in_turn(tx, at), key=lambda row: row.device_seq)

    patch.setattr(outbox, "in_turn", in_order)


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

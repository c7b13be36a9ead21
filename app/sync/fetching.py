"""Fetching what is addressed to this device; a bad envelope is put aside, and never blocks or passes for a good one."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from app.clock import Clock
from app.domain.answers import text_of
from app.domain.ids import EnvelopeId, RecordId
from app.errors import Trouble
from app.sealing.genuine import NotGenuine
from app.sealing.opening import OpenedPackage, open_notice, open_package
from app.storage import audit, inbox, openings, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.inbox import InboxRow
from app.storage.openings import Opening
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient
from protocol.limits import CHANGES_AT_ONCE
from protocol.messages import EnvelopeHeader, EnvelopeKind, SignedDirectory

CURSOR = "cursor"
PUT_ASIDE = "put aside"

Step = Callable[[Transaction], bool]


class Reader(Protocol):
    """Who reads here: their keys, and the authority they believe."""

    @property
    def identities(self) -> tuple[str, ...]:
        """The age identities held here."""
        ...

    @property
    def root(self) -> str:
        """The public key of the authority's root, pinned at enrolment."""
        ...

    @property
    def directory(self) -> SignedDirectory:
        """The authority's directory, checked when it was taken in."""
        ...


def fetch(vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> int:
    """Fetch all there is since the last time, and return how many were new. Each page commits with its cursor."""
    new, more = 0, True
    while more:
        cursor = vault.ask(lambda tx: sync_state.read(tx, CURSOR)) or ""
        page = client.changes(cursor, CHANGES_AT_ONCE)
        steps = [step_for(signed.header, client, reader, clock.now()) for signed in page.headers]
        new += vault.ask(lambda tx, steps=steps, page=page: take_in(tx, steps, page.cursor))  # type: ignore[misc]
        more = page.more
    return new


def take_in(tx: Transaction, steps: list[Step], cursor: str) -> int:
    """Write one page of what came, and where to go on from, together."""
    new = sum(step(tx) for step in steps)
    sync_state.write(tx, CURSOR, cursor)
    return new


def step_for(header: EnvelopeHeader, client: EndpointClient, reader: Reader, at: datetime) -> Step:
    """Fetch and check one envelope, and return how to write it down."""
    if header.kind is EnvelopeKind.KEPT:
        return lambda _tx: False  # our own work, which is here
    body = client.get(header.id)
    try:
        return released(header, body, reader, at) if header.kind is EnvelopeKind.RELEASED else opened(body, reader)
    except NotGenuine as fault:
        return put_aside(header, fault)


def released(header: EnvelopeHeader, body: bytes, reader: Reader, at: datetime) -> Step:
    """Return how to import a released assessment, after its seal and every signature were checked."""
    package = open_package(body, reader.identities, root=reader.root)
    row = inbox_row(EnvelopeId(header.id), package, at)

    def write(tx: Transaction) -> bool:
        is_new = inbox.add(tx, row, body)
        if is_new:
            audit.write(tx, Act.IMPORTED, row.record, at)
        return is_new

    return write


def inbox_row(envelope: EnvelopeId, package: OpenedPackage, at: datetime) -> InboxRow:
    """Return what the inbox's list shows of an imported assessment."""
    statement, answers = package.record.statement, package.record.answers
    return InboxRow(
        envelope=envelope,
        record=statement.record,
        version=statement.version,
        kind=statement.kind,
        episode=statement.episode,
        child_name=f"{text_of(answers, 'id.given')} {text_of(answers, 'id.family')}".strip(),
        author=statement.author,
        finished_at=statement.finished_at,
        imported_at=at,
    )


def opened(body: bytes, reader: Reader) -> Step:
    """Return how to write down that somebody opened a record of ours."""
    notice = open_notice(body, reader.identities, root=reader.root)
    said = notice.opened
    by = notice.certificate.invitation.name
    opening = Opening(RecordId(said.record), said.version, by, datetime.fromisoformat(said.opened_at))
    return lambda tx: openings.add(tx, opening)


def put_aside(header: EnvelopeHeader, fault: Trouble) -> Step:
    """Return how to remember an envelope that does not hold, so that somebody can ask for it again."""

    def write(tx: Transaction) -> bool:
        known = json.loads(sync_state.read(tx, PUT_ASIDE) or "{}")
        sync_state.write(tx, PUT_ASIDE, json.dumps({**known, header.id: fault.what}))
        return True

    return write

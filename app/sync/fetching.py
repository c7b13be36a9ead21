"""Fetching what is addressed to this device; a bad envelope is put aside, and never blocks or passes for a good one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Protocol

from app.clock import Clock
from app.domain.answers import Answers, text_of
from app.domain.ids import DeviceId, EnvelopeId, RecordId
from app.domain.people import Role
from app.errors import Trouble
from app.sealing.genuine import NotGenuine
from app.sealing.opening import OpenedPackage, OtherWords, open_notice, open_package, open_withdrawal
from app.storage import audit, erased, inbox, later_signatures, openings, sync_state, withdrawals
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.inbox import PUT_ASIDE, InboxRow
from app.storage.later_signatures import LaterSignature
from app.storage.openings import Opening
from app.storage.thread import VaultThread
from app.storage.withdrawals import Withdrawn
from app.sync.client import EndpointClient, EndpointRefused
from protocol.envelope import unpack
from protocol.limits import CHANGES_AT_ONCE
from protocol.messages import EnvelopeHeader, EnvelopeKind, SignedDirectory
from protocol.problems import Problem, Refused

CURSOR = "cursor"
ASKED_AGAIN = "asked again"
A_SIGNATURE = "a later signature"
"""What the audit says of a signature that came after the record it is under."""
NOW_AND_THEN = timedelta(minutes=15)

Step = Callable[[Transaction], bool]


class Reader(Protocol):
    """Who reads here: their device, their keys, and the authority they believe."""

    @property
    def device(self) -> DeviceId:
        """This laptop."""
        ...

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

    def hold_desk_key(self, key: str, identity: str) -> None:
        """Read with a desk key of a further epoch too."""
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
    if header.kind in {EnvelopeKind.KEPT, EnvelopeKind.LEDGER, EnvelopeKind.DRAFT}:
        return lambda _tx: False  # our own work, which is here
    try:
        body = asked_for(header, client.get(header.id))
        return _or_aside(header, _step(header, body, reader, at))
    except (NotGenuine, EndpointRefused) as fault:
        if isinstance(fault, EndpointRefused) and fault.problem is Problem.FACTOR_NEEDED:
            raise  # nothing is wrong with it: it is fetched once the digits were given
        return put_aside(header, fault)


def _or_aside(header: EnvelopeHeader, step: Step) -> Step:
    """Return a step that puts aside what does not hold beside what is here already."""

    def write(tx: Transaction) -> bool:
        try:
            return step(tx)
        except NotGenuine as fault:
            return put_aside(header, fault)(tx)

    return write


def _step(header: EnvelopeHeader, body: bytes, reader: Reader, at: datetime) -> Step:
    match header.kind:
        case EnvelopeKind.RELEASED:
            return released(header, body, reader, at)
        case EnvelopeKind.WITHDRAWAL:
            return taken_back(body, reader, at)
    return opened(body, reader)


def asked_for(header: EnvelopeHeader, body: bytes) -> bytes:
    """Return the envelope, if it is the one that was listed. Raises ``NotGenuine``."""
    try:
        signed, _ = unpack(body)
    except Refused:
        raise NotGenuine("This envelope is damaged, or is not one of ours.") from None
    if signed.header != header:
        raise NotGenuine("The endpoint sent another envelope than the one it listed.")
    return body


def released(header: EnvelopeHeader, body: bytes, reader: Reader, at: datetime) -> Step:
    """Return how to import a released assessment, after its seal and every signature were checked."""
    package = open_package(body, reader.identities, root=reader.root)
    if package.also_agreed:
        return signed_later(package, body, reader, at)
    row = inbox_row(EnvelopeId(header.id), package, at)

    def write(tx: Transaction) -> bool:
        may_stand = not erased.is_erased(tx, row.envelope)
        may_stand = may_stand and withdrawals.by_author(tx, row.record, row.version, row.author) is None
        is_new = may_stand and inbox.add(tx, row, body)
        if is_new:
            audit.write(tx, Act.IMPORTED, row.record, at)
        return is_new

    return write


def taken_back(body: bytes, reader: Reader, at: datetime) -> Step:
    """Return how to stop showing what its author took back; it counts for what comes later, too."""
    opened_word = open_withdrawal(body, reader.identities, root=reader.root)
    said, author = opened_word.withdrawal, opened_word.certificate.invitation
    one = Withdrawn(RecordId(said.record), author.name, author.agency, said.version, said.why.value, at)

    def write(tx: Transaction) -> bool:
        is_new = withdrawals.add(tx, one)
        later_signatures.take_back(tx, one)
        if inbox.take_back(tx, one):
            audit.write(tx, Act.WITHDRAWN, one.record, at, one.why)
        return is_new

    return write


def signed_later(package: OpenedPackage, body: bytes, reader: Reader, at: datetime) -> Step:
    """Return how to keep a signature that was added later, once; it never stands beside other words.

    The step raises ``OtherWords`` where what came of that version is not what was signed.
    """
    one = _later_signature(package, at)

    def write(tx: Transaction) -> bool:
        if erased.is_erased(tx, one.envelope) or withdrawals.by_author(
            tx, one.record, one.version, package.record.statement.author
        ):
            return False
        for came in inbox.of_version(tx, *one.under):
            if open_package(came, reader.identities, root=reader.root).record.statement.root != one.root:
                raise OtherWords
        is_new = later_signatures.add(tx, one, body)
        if is_new:
            audit.write(tx, Act.IMPORTED, one.record, at, A_SIGNATURE)
        return is_new

    return write


def _later_signature(package: OpenedPackage, at: datetime) -> LaterSignature:
    under, signature = (record.statement for record in package.records)
    return LaterSignature(
        EnvelopeId(package.header.id),
        signature.record,
        under.record,
        under.version,
        under.root,
        under.author.name,
        under.author.agency,
        at,
    )


def inbox_row(envelope: EnvelopeId, package: OpenedPackage, at: datetime) -> InboxRow:
    """Return what the inbox's list shows of an imported assessment."""
    statement = package.record.statement
    return InboxRow(
        envelope=envelope,
        record=statement.record,
        version=statement.version,
        kind=statement.kind,
        episode=statement.episode,
        child_name="" if package.restricted else name_sent(package),
        author=statement.author,
        finished_at=statement.finished_at,
        imported_at=at,
        restricted=package.restricted,
    )


def name_sent(package: OpenedPackage) -> str:
    """Return the child's name as it stands in what came; empty where it was not sent."""
    return next((name for one in package.records if (name := named_in(one.answers))), "")


def named_in(answers: Answers) -> str:
    """Return the child's name as it was released; empty where it was not, or for a baby without one."""
    return f"{text_of(answers, 'id.given')} {text_of(answers, 'id.family')}".strip()


def opened(body: bytes, reader: Reader) -> Step:
    """Return how to write down that somebody opened a record of ours."""
    notice = open_notice(body, reader.identities, root=reader.root)
    said, invited = notice.opened, notice.certificate.invitation
    if invited.role != Role.COORDINATOR.value:
        raise NotGenuine("Only a coordinator's laptop can say that a record was opened.")
    opening = Opening(RecordId(said.record), said.version, invited.name, moment_in(said.opened_at))
    return lambda tx: openings.add(tx, opening)


def moment_in(text: str) -> datetime:
    """Return a time from the wire. Raises ``NotGenuine`` unless it is one, with its zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise NotGenuine("The time in this envelope is not a time.") from None
    if moment.tzinfo is None:
        raise NotGenuine("The time in this envelope is not a time.")
    return moment


def ask_again(vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> int:
    """Ask once more, now and then, for what was put aside: it may have been the network that spoilt it.

    Returns how many are new. What still does not hold stays aside.
    """
    aside = vault.ask(lambda tx: _due_again(tx, clock.now()))
    steps = {envelope: _step_again(envelope, client, reader, clock.now()) for envelope in aside}
    good = {envelope: step for envelope, step in steps.items() if step is not None}
    return vault.ask(lambda tx: _taken_at_last(tx, good)) if good else 0


def ask_again_soon(tx: Transaction, at: datetime) -> None:
    """Let what was put aside be asked for again in this very round: there may be a key for it now."""
    sync_state.write(tx, ASKED_AGAIN, (at - NOW_AND_THEN).isoformat())


def _taken_at_last(tx: Transaction, good: Mapping[str, Step]) -> int:
    """Write down what holds by now, and return how many are new; what does not hold beside what is here stays aside."""
    new, done = 0, list[str]()
    for envelope, step in good.items():
        with suppress(NotGenuine):
            new += step(tx)
            done.append(envelope)
    _no_more_aside(tx, done)
    return new


def _due_again(tx: Transaction, at: datetime) -> list[str]:
    known: dict[str, str] = json.loads(sync_state.read(tx, PUT_ASIDE) or "{}")
    tried = sync_state.read(tx, ASKED_AGAIN) if known else None
    if known and (tried is None or abs(at - moment_in(tried)) >= NOW_AND_THEN):
        sync_state.write(tx, ASKED_AGAIN, at.isoformat())
    return list(known) if tried is not None and abs(at - moment_in(tried)) >= NOW_AND_THEN else []


def _step_again(envelope: str, client: EndpointClient, reader: Reader, at: datetime) -> Step | None:
    try:
        body = client.get(envelope)
        header = unpack(body)[0].header
        return _step(header, body, reader, at) if header.id == envelope else None
    except (NotGenuine, EndpointRefused, Refused):
        return None


def _no_more_aside(tx: Transaction, good: Iterable[str]) -> None:
    known: dict[str, str] = json.loads(sync_state.read(tx, PUT_ASIDE) or "{}")
    sync_state.write(tx, PUT_ASIDE, json.dumps({one: why for one, why in known.items() if one not in set(good)}))


def put_aside(header: EnvelopeHeader, fault: Trouble) -> Step:
    """Return how to remember an envelope that does not hold, so that somebody can ask for it again."""

    def write(tx: Transaction) -> bool:
        known = json.loads(sync_state.read(tx, PUT_ASIDE) or "{}")
        sync_state.write(tx, PUT_ASIDE, json.dumps({**known, header.id: fault.what}))
        return True

    return write

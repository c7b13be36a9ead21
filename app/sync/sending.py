"""Sending what waits, in batches, withdrawals first; one that is not taken never blocks or loses another.

The queue is read anew before each batch: what was queued meanwhile and must go first, does, and consent is asked again.
While a batch is on its way, what was answered to the one before is taken in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from dataclasses import dataclass
from random import Random

from app.clock import Clock
from app.domain.ids import EnvelopeId
from app.errors import Trouble
from app.sealing.envelopes import check_erased, check_receipt
from app.sealing.genuine import NotGenuine
from app.storage import audit, outbox, sealed
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.thread import VaultThread
from app.storage.troubles import SealedFileLost
from app.sync.client import AnswerUnreadable, EndpointClient, EndpointRefused, EndpointTrouble, Unreachable
from app.sync.consent import let_go, may_still_go
from app.sync.fetching import Reader
from app.sync.piecewise import LARGE_BYTES, Piecewise
from app.sync.policy import next_try
from protocol.batches import ROOM_BYTES, Verdict, packed_bytes
from protocol.codec import encode
from protocol.limits import BATCH_BYTES, BATCH_ENVELOPES
from protocol.messages import SignedReceipt
from protocol.problems import Problem

PASSING_STATUSES = frozenset({401, 424, 429, 503, 507})
"""Refusals that a corrected clock, a renewed enrolment or a little time may mend: such an envelope goes on waiting."""

NOT_EVERYWHERE = frozenset({OutboxKind.LEDGER, OutboxKind.DRAFT})
"""Kinds an older endpoint does not know and refuses: nobody has to look at that, and nothing finished hangs on it."""

NO_BATCHES = frozenset({Problem.NOT_FOUND, Problem.METHOD_NOT_ALLOWED})
"""What an endpoint of version 1 answers to a batch."""

HEAD_START_SECONDS = 0.003
"""How long nothing else is done here once a batch was begun: Python runs one thread at a time, and this one would hold
it back from being signed and sent for as long as five thousandths of a second.
"""

_BY_CODE = {problem.code: problem for problem in Problem}


@dataclass(frozen=True)
class _Letter:
    """An envelope on its way: its row and its bytes."""

    row: OutboxRow
    body: bytes

    @property
    def is_large(self) -> bool:
        """Whether it goes alone, in pieces."""
        return self.row.size > LARGE_BYTES


_Answered = tuple[Sequence[_Letter], Sequence[Verdict]]
"""A batch, and a verdict for each of it."""

Allowed = Callable[[OutboxRow], bool]
"""Whether an envelope may go over the connection there is now; one that may not goes on waiting."""


def _whatever(_: OutboxRow) -> bool:
    return True


class Sending:
    """Sends what waits in one open vault to one endpoint."""

    def __init__(
        self, vault: VaultThread, client: EndpointClient, *, reader: Reader, clock: Clock, random: Random
    ) -> None:
        self._vault, self._client, self._reader = vault, client, reader
        self._clock, self._random = clock, random
        self._piecewise = Piecewise(client)
        self._has_batches = True
        self._allowed: Allowed = _whatever
        self._unheard: _Answered = ((), ())
        self._read_ahead: dict[EnvelopeId, bytes] = {}

    def push(self, allowed: Allowed = _whatever) -> int:
        """Send each envelope that waits once, and return how many. Whatever goes wrong with one stands in its row.

        Raises ``Unreachable``, and ``EndpointRefused`` where nothing may be sent for this person just now.
        """
        self._allowed = allowed
        seen: set[EnvelopeId] = set()
        with ThreadPoolExecutor(1, thread_name_prefix="sending") as line:
            try:
                self._push(seen, line)
            finally:
                self._read_ahead = {}
                self._hear()
        return len(seen)

    def _push(self, seen: set[EnvelopeId], line: Executor) -> None:
        while letters := self._next(seen) or self._next_once_heard(seen):
            seen |= {letter.row.envelope for letter in letters}
            if self._has_batches and len(letters) > 1:
                self._send_batch(letters, line, seen)
            else:
                self._send_each(letters)

    def _next_once_heard(self, seen: set[EnvelopeId]) -> list[_Letter]:
        """Return what may go only now that what was sent last is received: a signature that was added to it."""
        if not self._unheard[0]:
            return []
        self._hear()
        return self._next(seen)

    def _next(self, seen: set[EnvelopeId]) -> list[_Letter]:
        """Return the next envelopes that may go and fit into one batch; what may not go any more is let go."""
        rows, files = self._vault.ask(lambda tx: self._choose(tx, seen))
        self.erase(files)
        letters = list(self._letters(rows, seen))
        self._read_ahead = {}
        return letters if letters or not rows else self._next(seen)

    def _letters(self, rows: Iterable[OutboxRow], seen: set[EnvelopeId]) -> Iterator[_Letter]:
        """Yield those that go together, in their order. One whose file is lost is set aside."""
        room, is_first = ROOM_BYTES, True
        for row in rows:
            letter = self._read(row)
            if letter is None:
                seen.add(row.envelope)
                continue
            room -= packed_bytes(len(letter.body))
            if not is_first and (letter.is_large or room < 0):
                return
            yield letter
            if letter.is_large:
                return
            is_first = False

    def _choose(self, tx: Transaction, seen: set[EnvelopeId]) -> tuple[list[OutboxRow], list[str]]:
        chosen, given_up = list[OutboxRow](), list[OutboxRow]()
        size, at = 0, self._clock.now()
        with closing(outbox.in_turn(tx, at)) as waiting:
            for row in waiting:
                if row.envelope in seen:
                    continue
                if not may_still_go(tx, row, at.date()):
                    given_up.append(row)
                elif not self._allowed(row):
                    continue
                elif len(chosen) < BATCH_ENVELOPES and (not chosen or size + row.size <= BATCH_BYTES):
                    chosen.append(row)
                    size += row.size
                else:
                    break
        return chosen, [let_go(tx, row, at) for row in given_up]

    def _read(self, row: OutboxRow) -> _Letter | None:
        try:
            body = self._read_ahead.get(row.envelope) or sealed.read(self._vault.vault.sealed, row.file)
            return _Letter(row, body)
        except SealedFileLost:
            self._set_aside(row, "sealed file lost")
            return None

    def _send_batch(self, letters: Sequence[_Letter], line: Executor, seen: set[EnvelopeId]) -> None:
        try:
            verdicts = self._asked(tuple(letter.body for letter in letters), line, seen)
        except Unreachable:
            raise
        except EndpointRefused as fault:
            _check_may_send(fault)
            self._has_batches = fault.problem not in NO_BATCHES
            self._send_each(letters)
        except Trouble:
            self._send_each(letters)
        else:
            if len(verdicts) == len(letters):
                self._unheard = (letters, verdicts)
            else:
                self._send_each(letters)

    def _asked(self, bodies: tuple[bytes, ...], line: Executor, seen: set[EnvelopeId]) -> Sequence[Verdict]:
        """Send a batch; while it is on its way, hear what was answered to the one before, and read files ahead."""
        if not self._unheard[0]:
            return self._client.put_batch(bodies).verdicts
        answer = line.submit(self._client.put_batch, bodies)
        wait([answer], HEAD_START_SECONDS)
        self._hear()
        self._read_more(seen)
        return answer.result().verdicts

    def _read_more(self, seen: set[EnvelopeId]) -> None:
        """Have the bytes of what may go next at hand. What does go is asked again when its turn has come."""
        rows, files = self._vault.ask(lambda tx: self._choose(tx, seen))
        self.erase(files)
        for row in rows:
            with suppress(SealedFileLost):
                self._read_ahead[row.envelope] = sealed.read(self._vault.vault.sealed, row.file)

    def _hear(self) -> None:
        """Believe each verdict for its own envelope, once."""
        (letters, verdicts), self._unheard = self._unheard, ((), ())
        good: list[tuple[OutboxRow, SignedReceipt]] = []
        for letter, verdict in zip(letters, verdicts, strict=True):
            if verdict.id not in {"", letter.row.envelope}:
                self._try_later(letter.row, AnswerUnreadable())
            elif verdict.receipt is not None:
                good += self._believed(letter.row, verdict.receipt)
            else:
                self._refused(letter.row, _trouble_of(verdict))
        self._settle(good)

    def _send_each(self, letters: Iterable[_Letter]) -> None:
        for letter in letters:
            try:
                receipt = self._put(letter)
            except Unreachable:
                raise
            except Trouble as fault:
                _check_may_send(fault)
                self._refused(letter.row, fault)
            else:
                self._settle(self._believed(letter.row, receipt))

    def _put(self, letter: _Letter) -> SignedReceipt:
        by = self._piecewise.send if letter.is_large else self._client.put
        return by(letter.body, letter.row.envelope)

    def _believed(self, row: OutboxRow, receipt: SignedReceipt) -> list[tuple[OutboxRow, SignedReceipt]]:
        """Return the receipt with its row once it holds; otherwise the envelope goes on waiting."""
        try:
            check_receipt(receipt, self._reader.directory.directory, id=row.envelope, sha256=row.sha256)
        except NotGenuine as fault:
            self._try_later(row, fault)
            return []
        return [(row, receipt)]

    def _settle(self, receipts: Sequence[tuple[OutboxRow, SignedReceipt]]) -> None:
        def settle(tx: Transaction) -> None:
            at = self._clock.now()
            for row, receipt in receipts:
                outbox.settle(tx, row.envelope, encode(receipt).decode(), at)
                audit.write(tx, Act.RECEIVED, row.envelope, at)

        if receipts:
            self._vault.ask(settle)

    def _refused(self, row: OutboxRow, fault: Trouble) -> None:
        if not isinstance(fault, EndpointRefused) or fault.problem.status in PASSING_STATUSES:
            self._try_later(row, fault)
        elif self._is_erased(row, fault):
            self._let_go_erased(row)
        elif row.kind in NOT_EVERYWHERE:
            self._void(row)
        else:
            self._set_aside(row, fault.problem.code)

    def _is_erased(self, row: OutboxRow, fault: EndpointRefused) -> bool:
        """Say whether the endpoint's signed word that it erased this envelope holds."""
        said = fault.erased if fault.problem is Problem.ENVELOPE_ERASED else None
        return said is not None and check_erased(said, self._reader.directory.directory, row.envelope)

    def _void(self, row: OutboxRow) -> None:
        self.erase([self._vault.ask(lambda tx: let_go(tx, row, self._clock.now()))])

    def _let_go_erased(self, row: OutboxRow) -> None:
        def let_go_erased(tx: Transaction) -> str:
            audit.write(tx, Act.VOIDED, row.envelope, self._clock.now())
            return outbox.let_go_erased(tx, row.envelope)

        self.erase([self._vault.ask(let_go_erased)])

    def erase(self, files: Iterable[str]) -> None:
        """Erase the sealed files that were given up."""
        if given_up := [file for file in files if file]:
            sealed.erase(self._vault.vault.sealed, given_up)

    def _set_aside(self, row: OutboxRow, why: str) -> None:
        self._vault.ask(lambda tx: outbox.set_aside(tx, row.envelope, why))

    def _try_later(self, row: OutboxRow, fault: Trouble) -> None:
        when = next_try(self._clock.now(), row.attempts, self._random)
        self._vault.ask(lambda tx: outbox.tried(tx, row.envelope, type(fault).__name__, when))


def _check_may_send(fault: Trouble) -> None:
    """Raise a refusal that is about the person and about no envelope: each of them waits as it is."""
    if isinstance(fault, EndpointRefused) and fault.problem is Problem.ACCOUNT_NOT_READY:
        raise fault


def _trouble_of(verdict: Verdict) -> Trouble:
    problem = _BY_CODE.get(verdict.problem)
    if problem is None or problem is Problem.ENDPOINT_TROUBLE:
        return EndpointTrouble()
    return EndpointRefused(problem, verdict.erased)

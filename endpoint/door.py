"""How any request is answered: one transaction, its access written down in it, the answer only after the commit."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import repeat
from pathlib import Path

from endpoint.accounts import WhyNot, why_not
from endpoint.audit import access_of
from endpoint.authentication import Judge, authenticate, authenticate_all
from endpoint.ids import is_id
from endpoint.loglines import log_kind
from endpoint.pace import Pace
from endpoint.permissions import check_may_ask
from endpoint.proving import check_proved
from endpoint.resources import OpenResource, Resource, SharedResource, SignedResource
from endpoint.senders import Senders
from endpoint.storage.accesses import insert_access, insert_accesses
from endpoint.storage.accounts import find_account_of_device
from endpoint.storage.database import Store, Transaction, is_full
from endpoint.storage.devices import Device
from endpoint.visit import Answer, Asked, House, SignedVisit, Visit, problem_answer, refusal_answer
from protocol.problems import Problem, Refused

FULL_SECONDS = 300
"""When to come again where there was no room: somebody has to make some first."""


@dataclass(frozen=True)
class Door:
    """The one way in: whose endpoint, its store, its clock, how much a device may do, and who brought something."""

    house: House
    store: Store
    now: Callable[[], datetime]
    pace: Pace
    senders: Senders = field(default_factory=Senders)

    def close(self) -> None:
        """Let the database go."""
        self.store.engine.dispose()

    def respond(self, resource: Resource, asked: Asked) -> Answer:
        """Return the answer to a request, whatever happens; nothing is kept of a request that ends in trouble."""
        try:
            with self.store.transaction() as tx:
                return self._answer(tx, resource, asked)
        except Refused as refusal:
            return refusal_answer(refusal)
        except Exception as fault:  # noqa: BLE001 the last door: a fault of ours is answered too, and its words kept back
            log_fault(fault)
            return _trouble(fault)

    def respond_together(self, resource: SharedResource, several: Sequence[Asked]) -> list[Answer]:
        """Return the answers to requests, kept in one commit; where that fails, each has its own."""
        answers = self._together(resource, several) if len(several) > 1 else None
        if answers is None:
            return [self.respond(resource, asked) for asked in several]
        return answers

    def _together(self, resource: SharedResource, several: Sequence[Asked]) -> list[Answer] | None:
        """Return the answers, or None where nothing was kept because one of these requests came to grief."""
        answers: list[Answer] = []
        try:
            with self.store.transaction() as tx:
                answers += self._answer_shared(tx, resource, several)
        except Exception as fault:  # noqa: BLE001 as below
            log_fault(fault)
            return [_trouble(fault)] * len(several) if answers else None
        return answers

    def _answer_shared(self, tx: Transaction, resource: SharedResource, several: Sequence[Asked]) -> list[Answer]:
        now = self.now()
        devices = authenticate_all(tx, several, Judge(self.house.receipt_key, self.pace, now), self.senders.known(now))
        visits = [
            SignedVisit(tx, self.house, asked, now, device)
            for asked, device in zip(several, devices, strict=True)
            if isinstance(device, Device)
        ]
        kept_out = {id(one): refusal for one in visits if (refusal := _refusal(one, resource)) is not None}
        may = [one for one in visits if id(one) not in kept_out]
        said = {id(one): answer for one, answer in zip(may, resource.answer_all(tx, may), strict=True)}
        self.senders.forget(one.device for one in visits if id(one) in kept_out)
        answers = [_told(visit, resource, (kept_out | said)[id(visit)]) for visit in visits]
        insert_accesses(tx, [access_of(*pair) for pair in zip(visits, repeat(resource.action), answers)])
        rest = iter(answers)
        return [refusal_answer(one) if isinstance(one, Refused) else next(rest) for one in devices]

    def _answer(self, tx: Transaction, resource: Resource, asked: Asked) -> Answer:
        if isinstance(resource, SharedResource):
            return self._answer_shared(tx, resource, [asked])[0]
        visit = Visit(tx, self.house, asked, self.now())
        if isinstance(resource, SignedResource):
            return _answer_signed(visit, resource, self.pace)
        return _answer_open(visit, resource)


def _answer_open(visit: Visit, resource: OpenResource) -> Answer:
    answer = resource.answer(visit)
    if resource.action is not None:
        insert_access(visit.tx, access_of(visit, resource.action, answer))
    return answer


def _answer_signed(visit: Visit, resource: SignedResource, pace: Pace) -> Answer:
    device = authenticate(visit.tx, visit.asked, Judge(visit.house.receipt_key, pace, visit.now))
    signed = SignedVisit(visit.tx, visit.house, visit.asked, visit.now, device)
    try:
        check_may_ask(device, resource, visit.now.date().isoformat())
        if resource.proves:
            check_proved(signed)
        with visit.tx.attempt():
            answer = resource.answer(signed)
    except Refused as refusal:
        # What a device was refused is written down too, and its nonce stays spent.
        resource.refused(signed, refusal)
        answer = _refused(signed, refusal)
    insert_access(visit.tx, access_of(signed, resource.action, answer))
    return answer


def _refusal(visit: SignedVisit, resource: SharedResource) -> Refused | None:
    try:
        check_may_ask(visit.device, resource, visit.now.date().isoformat())
    except Refused as refusal:
        return refusal
    return None


def _told(visit: SignedVisit, resource: SharedResource, answer: Answer | Refused) -> Answer:
    if not isinstance(answer, Refused):
        return answer
    resource.refused(visit, answer)
    return _refused(visit, answer)


def _refused(visit: SignedVisit, refusal: Refused) -> Answer:
    named = visit.asked.path.get("id", "")  # which may be anything that somebody wrote there, a name too
    return refusal_answer(_explained(visit, refusal), about=named if is_id(named) else "")


def _explained(visit: SignedVisit, refusal: Refused) -> Refused:
    """Return a refusal with what keeps its owner from sending and receiving, where that is why."""
    if refusal.problem is not Problem.ACCOUNT_NOT_READY:
        return refusal
    account = find_account_of_device(visit.tx, visit.device.id)
    today = visit.now.date().isoformat()
    why = why_not(account, today, visit.house.needed) if account is not None else None
    return Refused(refusal.problem, why=why or WhyNot.CHECK_MISSING)


def _trouble(fault: Exception) -> Answer:
    if is_full(fault):
        return problem_answer(Problem.ENDPOINT_FULL, members={"retry_after": FULL_SECONDS})
    return problem_answer(Problem.ENDPOINT_TROUBLE)


def log_fault(fault: BaseException) -> None:
    """Log an exception by its kind and its places, never its message."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    log_kind(type(fault).__name__, places)

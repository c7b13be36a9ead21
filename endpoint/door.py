"""How any request is answered: one transaction, its access written down in it, the answer only after the commit."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from endpoint.audit import write_access
from endpoint.authentication import authenticate
from endpoint.permissions import check_may_ask
from endpoint.resources import OpenResource, Resource, SignedResource
from endpoint.storage.database import Store, Transaction, is_full
from endpoint.visit import Answer, Asked, House, SignedVisit, Visit, problem_answer, refusal_answer
from protocol.problems import Problem, Refused

LOGGER = logging.getLogger("ecaf.endpoint")


@dataclass(frozen=True)
class Door:
    """The one way in: whose endpoint, its store and its clock."""

    house: House
    store: Store
    now: Callable[[], datetime]

    def close(self) -> None:
        """Let the database go."""
        self.store.engine.dispose()

    def respond(self, resource: Resource, asked: Asked) -> Answer:
        """Return the answer to a request, whatever happens; nothing is kept of a request that ends in trouble."""
        answer = self._respond(resource, asked)
        LOGGER.info("%s %s %d %d bytes", resource.method, resource.path, answer.status, len(asked.body))
        return answer

    def _respond(self, resource: Resource, asked: Asked) -> Answer:
        try:
            with self.store.transaction() as tx:
                return self._answer(tx, resource, asked)
        except Refused as refusal:
            return refusal_answer(refusal)
        except Exception as fault:  # noqa: BLE001 the last door: a fault of ours is answered too, and its words kept back
            log_fault(fault)
            return problem_answer(Problem.ENDPOINT_FULL if is_full(fault) else Problem.ENDPOINT_TROUBLE)

    def _answer(self, tx: Transaction, resource: Resource, asked: Asked) -> Answer:
        visit = Visit(tx, self.house, asked, self.now())
        if isinstance(resource, SignedResource):
            return _answer_signed(visit, resource)
        return _answer_open(visit, resource)


def _answer_open(visit: Visit, resource: OpenResource) -> Answer:
    answer = resource.answer(visit)
    if resource.action is not None:
        write_access(visit, resource.action, answer)
    return answer


def _answer_signed(visit: Visit, resource: SignedResource) -> Answer:
    device = authenticate(visit.tx, visit.asked, visit.house.receipt_key, visit.now)
    signed = SignedVisit(visit.tx, visit.house, visit.asked, visit.now, device)
    try:
        check_may_ask(device, reads=resource.reads)
        with visit.tx.attempt() if resource.undoes else nullcontext():
            answer = resource.answer(signed)
    except Refused as refusal:
        # What a device was refused is written down too, and its nonce stays spent.
        resource.refused(signed, refusal)
        answer = refusal_answer(refusal, about=visit.asked.path.get("id", ""))
    write_access(signed, resource.action, answer)
    return answer


def log_fault(fault: BaseException) -> None:
    """Log an exception by its kind and its places, never its message."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    LOGGER.error("%s at %s", type(fault).__name__, places)

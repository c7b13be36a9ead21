"""Looking a child up through the courier: on a thread beside its rounds, at the real endpoint's index."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from queue import SimpleQueue
from random import Random
from typing import Any, TypeVar

import pytest
from ambleton import Town
from couriers import Courier

from app.sync.client import EndpointClient
from app.sync.lookingup import (
    NotAnswered,
    NotShown,
    held,
    open_entry,
    override,
    overrides,
    review,
    said_of,
    search,
    settle,
)
from app.sync.proving import said_of as said_of_digits
from app.sync.troubles import ComeAgain, EndpointRefused, EndpointTrouble, Intercepted, Unreachable
from app.sync.worker import SyncWorker
from endpoint.index.entry import Contact, ContactKind, Entry
from endpoint.index.likeness import Named
from endpoint.office import open_door
from endpoint.settings import Settings
from endpoint.storage.index import put_entry
from protocol import keeping
from protocol.childindex import LooksLike, LookWhy, Outcome, Settled, SettledHow, Sought
from protocol.problems import Problem

T = TypeVar("T")
CHILD = "0b7f1f7e-5f0b-4a53-9a55-2f3d7b6f9a11"
WHY = LookWhy("The school asked who else helps", "", warned=False)
KNOWN = Sought("Mason", "Larkspurling", "2011-03-05", "", "", "", WHY.reason, "")


@pytest.fixture
def shielded(ambleton_running: Town) -> str:
    """Put a shielded child into the index."""
    door = open_door(Settings(ambleton_running.folder))
    with door.store.transaction() as tx:
        put_entry(
            tx,
            Entry(
                child=CHILD,
                names=(Named("Mason", "Larkspurling"),),
                born=date(2011, 3, 5),
                address="3 Weir Lane",
                is_shielded=True,
                contacts=(Contact(ContactKind.CARER, "Carly Reid"),),
            ),
        )
    door.close()
    return CHILD


@pytest.fixture
def working(priya: Courier) -> Iterator[SyncWorker]:
    """Have the coordinator's courier at work."""
    worker = SyncWorker(priya.engine(), Random(7))
    worker._thread.start()  # without listening to this machine's own network
    yield worker
    worker.stop()


def asked(worker: SyncWorker, work: Callable[[EndpointClient], T]) -> T:
    """Return what came of an errand; what went wrong is raised as it is said."""
    came: SimpleQueue[Any] = SimpleQueue()
    worker.ask(work, came.put, lambda fault: came.put(said_of(fault)))
    answer = came.get(timeout=20)
    if isinstance(answer, Exception):
        raise answer
    return answer  # type: ignore[no-any-return] # it is what the work returned


def test_a_child_is_found_opened_and_by_a_coordinator_who_was_warned_opened_whole(
    working: SyncWorker, shielded: str
) -> None:
    assert asked(working, lambda _: threading.current_thread().name) == "errands"
    found = asked(working, lambda client: search(client, KNOWN))
    assert found.child is not None
    assert (found.outcome, found.child.child, found.child.looks_like) == (Outcome.ONE, shielded, LooksLike.LIKELY)
    entry = asked(working, lambda client: open_entry(client, shielded, WHY))
    assert (entry.is_shielded, entry.address, entry.contacts) == (True, "", ())
    with pytest.raises(NotShown, match="shielded"):
        asked(working, lambda client: override(client, shielded, WHY))
    whole = asked(working, lambda client: override(client, shielded, LookWhy("She fled", "", warned=True)))
    assert (whole.address, whole.contacts[0].name) == ("3 Weir Lane", "Carly Reid")
    (waits,) = [one for one in asked(working, overrides).overrides if one.child == shielded]
    assert waits.reason == "She fled"
    with pytest.raises(NotShown, match="It was you"):
        asked(working, lambda client: review(client, waits.look, "Right"))
    assert not any(KNOWN.family in repr(pair) for pair in asked(working, held).pairs)
    with pytest.raises(NotShown, match="nothing of this"):
        asked(working, lambda client: settle(client, CHILD, Settled(CHILD, SettledHow.DIFFERENT, family_agreed=False)))


def test_nobody_waits_for_a_courier_that_has_stopped(priya: Courier) -> None:
    worker, slow = SyncWorker(priya.engine(), Random(7)), threading.Event()
    came: SimpleQueue[Any] = SimpleQueue()
    worker.ask(lambda _: slow.wait(20), came.put, came.put)
    worker.ask(lambda _: "asked", came.put, came.put)
    worker.stop(seconds=0)
    worker.ask(lambda _: "asked", came.put, came.put)
    assert [type(came.get(timeout=20)) for _ in range(2)] == [Unreachable, Unreachable]
    slow.set()
    assert came.get(timeout=20)  # what was being asked is answered
    worker.stop()


class Held(EndpointClient):
    """A cable on which a round is held up at its beginning."""

    begun: threading.Event
    goes_on: threading.Event

    def contact(self, contact: keeping.Contact) -> keeping.Standing:
        """Say that the round has begun, and wait."""
        self.begun.set()
        assert self.goes_on.wait(20)
        return super().contact(contact)


def test_a_look_does_not_wait_for_the_round_in_hand_and_a_round_follows_it(priya: Courier) -> None:
    cable = priya.cable(Held)
    cable.begun, cable.goes_on = threading.Event(), threading.Event()
    worker = SyncWorker(priya.engine(cable), Random(7))
    worker._thread.start()
    assert cable.begun.wait(20)
    try:
        assert asked(worker, held).pairs is not None
        assert not cable.goes_on.is_set()
        cable.begun.clear()
    finally:
        cable.goes_on.set()
    assert cable.begun.wait(20)
    worker.stop()


def test_while_the_endpoint_asks_to_be_left_in_peace_nothing_is_asked(priya: Courier) -> None:
    engine = priya.engine()
    engine._patience.hear(ComeAgain(90))
    worker, was_asked = SyncWorker(engine, Random(7)), list[str]()
    with pytest.raises(NotAnswered, match="come again later"):
        asked(worker, lambda _: was_asked.append("asked"))
    came: SimpleQueue[Any] = SimpleQueue()
    worker.ask(lambda _: was_asked.append("asked"), came.put, lambda fault: came.put(said_of_digits(fault)))
    assert "come again later" in came.get(timeout=20).what
    assert was_asked == []
    worker.stop()


@pytest.mark.parametrize("fault", [Unreachable(), Intercepted(), ComeAgain(60), EndpointTrouble()])
def test_where_nothing_came_back_it_is_never_said_that_it_goes_by_itself_later(fault: Exception) -> None:
    said = said_of(fault)
    assert isinstance(said, NotAnswered)
    assert "by itself" not in said.sentences()
    assert "not saved" in said.safe


def test_what_the_index_refuses_is_said_in_its_own_words_and_our_own_mistakes_stay_mistakes() -> None:
    refused = said_of(EndpointRefused(Problem.INDEX_TOO_LITTLE))
    assert isinstance(refused, NotShown)
    assert "too little" in refused.what
    lapsed = said_of(EndpointRefused(Problem.ACCOUNT_NOT_READY, missing="check-lapsed"))
    assert "check has lapsed" in str(lapsed)
    mistake = KeyError()
    assert said_of(mistake) is mistake

"""An endpoint that asks to be left in peace is; nothing is lost, and what waits keeps its place."""

from __future__ import annotations

from couriers import Courier
from impostor import Impostor, answering

from app.sync.client import EndpointClient
from app.sync.status import Reach
from app.sync.troubles import ComeAgain
from protocol.batches import Verdicts
from protocol.problems import Problem


class Busy(EndpointClient):
    """A cable to an endpoint that takes no envelopes for a while."""

    seconds = 0

    def put_batch(self, envelopes: tuple[bytes, ...]) -> Verdicts:
        """Send them, unless it asks to come again."""
        if self.seconds:
            raise ComeAgain(self.seconds)
        return super().put_batch(envelopes)


def test_what_waits_keeps_its_place_and_goes_when_it_is_time(jo: Courier) -> None:
    busy = jo.cable(Busy)
    engine, busy.seconds, before = jo.engine(busy), 120, jo.rows()
    first = engine.run_round()
    assert (first.status.reach, first.status.waiting, first.wait) == (Reach.COME_AGAIN, 2, 120)
    assert "asks us to come again at" in first.status.trouble
    assert jo.rows() == before  # not even an attempt is counted
    busy.seconds = 0
    jo.watch.wait(seconds=119)
    early = engine.run_round()
    assert (early.status, early.wait, early.changed) == (first.status, 1, False)
    assert jo.states() == ["waiting", "waiting"]
    jo.watch.wait(seconds=1)
    assert engine.run_round().status.reach is Reach.REACHED
    assert jo.states() == ["received", "received"]


def test_until_then_nothing_at_all_is_asked(jo: Courier) -> None:
    impostor = Impostor(status=Problem.TOO_FAST.status, headers={"Retry-After": "60"})
    with answering(impostor) as address:
        engine = jo.engine(jo.cable(EndpointClient, address))
        for _ in range(3):
            assert engine.run_round().status.reach is Reach.COME_AGAIN
        assert impostor.asked == ["POST /v1/contact"]
        jo.watch.wait(seconds=60)
        engine.run_round()
    assert impostor.asked == ["POST /v1/contact"] * 2

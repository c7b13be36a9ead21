"""The endpoint holds on to the head of each device's audit, and a device that does not go on from it cannot hide it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from ambleton import Laptop, Town

from app.sync.client import AnswerUnreadable, EndpointClient, EndpointRefused
from endpoint.office import ledger, open_door
from protocol.codec import encode
from protocol.messages import Anchor, SignedAnchor
from protocol.problems import Problem
from protocol.statements import Kind, sign

NOTHING = (0, "")


@dataclass
class Audit:
    """A laptop that speaks of its audit."""

    laptop: Laptop
    client: EndpointClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.laptop.client()

    def says(
        self, n: int, letter: str, after: tuple[int, str] = NOTHING, *, goes_on: bool = True, key: str = "a2V5"
    ) -> tuple[int, str]:
        head = letter * 64
        self.client.put_anchor(Anchor(self.laptop.id, n, head, *after, goes_on, key))
        return n, head

    def refused(self, *said: object, **more: object) -> Problem:
        with pytest.raises(EndpointRefused) as refusal:
            self.says(*said, **more)  # type: ignore[arg-type]
        return refusal.value.problem

    def kept(self) -> tuple[int, str] | None:
        found = self.client.anchor()
        return (found.n, found.head) if found is not None else None


@pytest.fixture
def audit(priya: Laptop) -> Iterator[Audit]:
    speaking = Audit(priya)
    yield speaking
    speaking.client.close()


def breaks_of(town: Town, laptop: Laptop) -> int:
    door = open_door(town.settings)
    shown = json.loads(json.dumps(ledger(door)))
    door.close()
    return [one["device"] for one in shown["anchor_breaks"]].count(laptop.id)


def test_the_last_anchor_is_kept_and_handed_back_to_its_device_alone(audit: Audit, town: Town) -> None:
    assert audit.kept() is None
    first = audit.says(3, "a")
    second = audit.says(7, "b", first)
    assert audit.kept() == second
    assert audit.says(7, "b", first) == second
    with town.enrolled().client() as stranger:
        assert stranger.anchor() is None
    assert breaks_of(town, audit.laptop) == 0


def test_an_anchor_that_follows_another_than_the_one_kept_is_refused(audit: Audit, town: Town) -> None:
    first = audit.says(3, "a")
    second = audit.says(7, "b", first)
    for said in ((9, "c"), (9, "c", first), (9, "c", (7, "d" * 64))):
        assert audit.refused(*said) is Problem.ANCHOR_DIFFERENT
    assert audit.kept() == second
    assert breaks_of(town, audit.laptop) == 0


def test_no_number_that_is_not_greater_can_be_said_to_go_on(audit: Audit) -> None:
    first = audit.says(7, "a")
    assert audit.refused(7, "b", first) is Problem.ANCHOR_DIFFERENT
    assert audit.refused(5, "b", first) is Problem.ANCHOR_DIFFERENT


def test_a_laptop_that_says_it_does_not_go_on_is_kept_and_flagged(audit: Audit, town: Town) -> None:
    first = audit.says(7, "a")
    broken = audit.says(5, "b", first, goes_on=False)
    assert audit.kept() == broken
    assert breaks_of(town, audit.laptop) == 1
    audit.says(6, "c", broken)
    assert breaks_of(town, audit.laptop) == 1


def test_another_first_key_is_flagged_too(audit: Audit, town: Town) -> None:
    first = audit.says(7, "a")
    audit.says(8, "b", first, key="b3RoZXI")
    assert breaks_of(town, audit.laptop) == 1


def test_an_anchor_of_another_device_or_under_another_key_is_refused(audit: Audit, town: Town) -> None:
    stranger = town.laptop()
    anchor = Anchor(stranger.id, 1, "a" * 64, *NOTHING, True, "")
    own = Anchor(audit.laptop.id, 1, "a" * 64, *NOTHING, True, "")
    for signed in (
        SignedAnchor(anchor, sign(Kind.ANCHOR, anchor, audit.laptop.key)),
        SignedAnchor(own, sign(Kind.ANCHOR, own, stranger.key)),
        SignedAnchor(own, sign(Kind.RECEIPT, own, audit.laptop.key)),
    ):
        with pytest.raises(EndpointRefused) as refusal:
            audit.client._ask("PUT", "/v1/anchor", 9999, body=encode(signed))
        assert refusal.value.problem is Problem.UNREADABLE
    assert audit.kept() is None


def test_a_laptop_believes_no_anchor_that_it_did_not_sign(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    forged = Anchor(audit.laptop.id, 1, "a" * 64, *NOTHING, True, "")
    answer = encode(SignedAnchor(forged, "A" * 86))
    monkeypatch.setattr(audit.client, "_ask", lambda *_: answer)
    with pytest.raises(AnswerUnreadable):
        audit.client.anchor()

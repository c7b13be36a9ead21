"""Requests that share one commit: each is judged by itself, and none hears anything before all of it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager

import pytest
from ambleton import Laptop, Town

from endpoint.door import Door
from endpoint.office import open_door
from endpoint.resources import RESOURCES, SharedResource
from endpoint.storage.database import Store, Transaction
from endpoint.storage.letting_go import settle_bytes
from endpoint.visit import Answer, Asked
from protocol.codec import decode
from protocol.keeping import receipt_hash
from protocol.messages import EnvelopeHeader, Receipt, SignedReceipt

(PUT,) = (one for one in RESOURCES if isinstance(one, SharedResource))


@pytest.fixture
def door(town: Town) -> Iterator[Door]:
    with closing(open_door(town.settings)) as opened:
        yield opened


def asking(laptop: Laptop, envelope: str, body: bytes) -> Asked:
    request = laptop.signed_request("PUT", f"/v1/envelopes/{envelope}", body, ecaf_version="2")
    return Asked("PUT", str(request.url), request.headers, {"id": envelope}, {}, body)


def together(door: Door, *several: Asked) -> list[Answer]:
    return door.respond_together(PUT, several)


def receipt_in(answer: Answer) -> Receipt:
    return decode(answer.body, SignedReceipt).receipt


def test_each_of_several_is_answered_as_if_it_had_come_alone(town: Town, door: Door, priya: Laptop) -> None:
    other, stranger = town.enrolled(), town.laptop()
    first, second, others = priya.envelope(), priya.envelope(), other.envelope()
    taken = priya.envelope(device_seq=1)
    said = asking(priya, *first)
    answers = together(
        door,
        said,
        said,  # the very same request: its nonce is spent by the one before it
        asking(priya, *first),
        asking(priya, *second),
        asking(stranger, *stranger.envelope()),
        asking(other, *second),
        asking(priya, *taken),
        asking(other, *others),
    )
    assert [one.status for one in answers] == [201, 401, 200, 201, 401, 422, 409, 201]
    assert answers[0].body == answers[2].body
    one, two, three = (receipt_in(answers[number]) for number in (0, 3, 7))
    assert (one.prev, two.prev, three.prev) == ("", receipt_hash(one), "")
    assert one.server_seq < two.server_seq < three.server_seq
    written = town.rows(
        "select about, status from accesses where device = :it and action = 'envelope.put'", it=priya.id
    )
    assert sorted(written) == sorted([(first[0], 201), (first[0], 200), (second[0], 201), (taken[0], 409)])


def test_one_that_comes_to_grief_takes_none_of_the_others_with_it(
    town: Town, door: Door, priya: Laptop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    good, bad, last = priya.envelope(), priya.envelope(), priya.envelope()

    def stumble(tx: Transaction, header: EnvelopeHeader, same_person: Collection[str]) -> None:
        if header.id == bad[0]:
            raise OSError
        settle_bytes(tx, header, same_person)

    monkeypatch.setattr("endpoint.keeping.settle_bytes", stumble)
    answers = together(door, *(asking(priya, *one) for one in (good, bad, last)))
    assert [one.status for one in answers] == [201, 500, 201]
    caplog.clear()
    kept = {row[0] for row in town.rows("select id from envelopes where device = :it", it=priya.id)}
    assert kept == {good[0], last[0]}


def test_nobody_gets_a_receipt_where_the_commit_fails(
    town: Town, door: Door, priya: Laptop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begin = Store.transaction

    @contextmanager
    def failing(store: Store) -> Iterator[Transaction]:
        with begin(store) as tx:
            yield tx
            raise OSError

    monkeypatch.setattr(Store, "transaction", failing)
    answers = together(door, *(asking(priya, *priya.envelope()) for _ in range(3)))
    assert [one.status for one in answers] == [500, 500, 500]
    caplog.clear()
    assert town.rows("select count(*) from envelopes where device = :it", it=priya.id) == [(0,)]
    assert town.rows("select count(*) from nonces where device = :it", it=priya.id) == [(0,)]

"""A batch is as good as its envelopes one by one: each is kept or refused for itself, and has its own receipt."""

from __future__ import annotations

import pytest
from ambleton import Laptop, Town, ask, problem_of

from protocol.batches import Verdict, Verdicts, pack_batch
from protocol.codec import decode
from protocol.keeping import receipt_hash
from protocol.messages import EnvelopeKind, SignedReceipt
from protocol.statements import Kind, check


def send(laptop: Laptop, *envelopes: bytes) -> tuple[Verdict, ...]:
    answer = laptop.ask("POST", "/v1/envelopes", pack_batch(envelopes))
    assert answer.status_code == 200
    return decode(answer.content, Verdicts).verdicts


def test_each_of_fifty_has_its_receipt_and_the_same_again_gets_the_same(town: Town, priya: Laptop) -> None:
    sent = [priya.envelope() for _ in range(50)]
    first = send(priya, *(body for _, body in sent))
    assert [(one.id, one.status) for one in first] == [(envelope, 201) for envelope, _ in sent]
    key = town.office.directory().directory.receipt_keys[0]
    for verdict in first:
        assert verdict.receipt is not None
        check(Kind.RECEIPT, verdict.receipt.receipt, verdict.receipt.signature, key)
    again = send(priya, *(body for _, body in sent))
    assert [one.status for one in again] == [200] * 50
    assert [one.receipt for one in again] == [one.receipt for one in first]


def test_one_that_is_refused_takes_no_other_with_it(priya: Laptop, desk: Laptop) -> None:
    good, bad, after = priya.envelope(), desk.envelope(), priya.envelope()
    verdicts = send(priya, good[1], bad[1], b"nonsense", after[1])
    assert [(one.id, one.status, one.problem) for one in verdicts] == [
        (good[0], 201, ""),
        (bad[0], 422, "body.unreadable"),
        ("", 422, "body.unreadable"),
        (after[0], 201, ""),
    ]
    assert {good[0], after[0]} <= set(listed(desk))


def listed(laptop: Laptop) -> list[str]:
    ids, cursor, more = [], "", True
    with laptop.client() as client:
        while more:
            page = client.changes(cursor)
            ids += [one.header.id for one in page.headers]
            cursor, more = page.cursor, page.more
    return ids


def test_a_receipt_names_the_one_before_it_by_number(priya: Laptop) -> None:
    receipts = [one.receipt for one in send(priya, *(priya.envelope()[1] for _ in range(3)))]
    chain = [one.receipt for one in receipts if one is not None]
    assert [one.prev for one in chain] == ["", receipt_hash(chain[0]), receipt_hash(chain[1])]


def test_a_laptop_of_version_1_hears_nothing_that_it_cannot_read(town: Town, priya: Laptop) -> None:
    reader = town.enrolled()
    for _ in range(2):
        envelope, body = priya.envelope(reader.id)
        answer = ask(priya.signed_request("PUT", f"/v1/envelopes/{envelope}", body))
        assert decode(answer.content, SignedReceipt).receipt.prev == ""
    taken_back, body = priya.envelope(reader.id, kind=EnvelopeKind.WITHDRAWAL)
    assert priya.ask("PUT", f"/v1/envelopes/{taken_back}", body).status_code == 201
    old = ask(reader.signed_request("GET", "/v1/changes?limit=200")).json()
    assert len(old["headers"]) == 2
    # Once it has learnt version 2, the old cursor begins again, so that the withdrawal reaches it after all.
    new = reader.ask("GET", f"/v1/changes?cursor={old['cursor']}").json()
    assert [one["header"]["id"] for one in new["headers"]][-1] == taken_back
    assert reader.ask("GET", f"/v1/changes?cursor={new['cursor']}").json()["headers"] == []


def test_the_receipt_of_a_put_names_the_one_before_only_to_who_knows_that(priya: Laptop) -> None:
    first, second = (priya.envelope() for _ in range(2))
    receipts = [
        decode(priya.ask("PUT", f"/v1/envelopes/{envelope}", body).content, SignedReceipt).receipt
        for envelope, body in (first, second)
    ]
    assert receipts[1].prev == receipt_hash(receipts[0])


@pytest.mark.parametrize("body", [b"", b"ecaf-batch/1\n", b"ecaf-batch/1\n9\nab"])
def test_what_is_no_batch_is_refused_whole(priya: Laptop, body: bytes) -> None:
    assert problem_of(priya.ask("POST", "/v1/envelopes", body)) == "request.malformed"


def test_a_number_used_twice_in_one_batch_is_told_and_marks_the_laptop(priya: Laptop) -> None:
    one, other = priya.envelope(device_seq=7), priya.envelope(device_seq=7)
    assert [verdict.problem for verdict in send(priya, one[1], other[1])] == ["", "device_seq.different"]
    said = priya.ask("POST", "/v1/contact", b'{"protocol":2,"sync_token":"","device_seq":7}').json()
    assert said["standing"] == "copied"
    assert send(priya, priya.envelope()[1])[0].status == 201

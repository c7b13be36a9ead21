"""How laptop and endpoint stay sure of each other: contact, copies, clocks, and what is kept month by month."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from ambleton import Laptop, Town, ask, problem_of
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
from http_message_signatures.httpx2 import adapt_message

from protocol.codec import decode, encode
from protocol.keeping import Contact, MonthHeld, Months, Standing, month_digest, month_of
from protocol.messages import EnvelopeKind, SignedReceipt
from protocol.requests import COVERED, NONCE_HEADER, TAG


def contact(laptop: Laptop, token: str = "") -> Standing:
    answer = laptop.ask("POST", "/v1/contact", encode(Contact(2, token, 0)))
    assert answer.status_code == 200
    return decode(answer.content, Standing)


def test_a_laptop_hears_how_it_stands(town: Town, priya: Laptop) -> None:
    said = contact(priya)
    with priya.client() as client:
        assert said.store_epoch == client.health().store_epoch
    assert (said.protocol, said.standing, said.orders) == (3, "good", ())
    assert said.directory_serial == town.office.directory().directory.serial
    assert abs(datetime.fromisoformat(said.at) - datetime.now(UTC)) < timedelta(minutes=1)


def test_tokens_go_on_and_a_lost_answer_is_asked_for_again(priya: Laptop) -> None:
    first = contact(priya).sync_token
    assert contact(priya).sync_token == first  # the answer was lost, and the laptop has none yet
    second = contact(priya, first).sync_token
    assert second != first
    assert contact(priya, first).sync_token == second  # lost again
    third = contact(priya, second)
    assert third.sync_token not in {first, second}
    assert third.standing == "good"


def test_a_laptop_that_comes_with_a_token_of_long_ago_may_be_a_copy_and_is_still_heard(priya: Laptop) -> None:
    first = contact(priya).sync_token
    contact(priya, contact(priya, first).sync_token)
    copy = contact(priya, first)
    assert copy.standing == "copied"
    assert contact(priya, copy.sync_token).standing == "copied"
    assert priya.send("desk-1")


def test_a_token_of_another_epoch_tells_of_a_restored_endpoint_and_not_of_a_copy(priya: Laptop) -> None:
    contact(priya, contact(priya).sync_token)
    assert contact(priya, "another-epoch.abc").standing == "good"


def signed_at(laptop: Laptop, minutes: int, nonce: str) -> httpx2.Request:
    request = httpx2.Request("GET", f"{laptop.address}/v1/changes?limit=1")
    keys = MappingKeyResolver(public_keys={}, private_keys={laptop.id: laptop.key})
    HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=keys).sign(
        adapt_message(request),
        key_id=laptop.id,
        created=datetime.now(UTC) + timedelta(minutes=minutes),
        nonce=nonce,
        tag=TAG,
        label="ecaf",
        covered_component_ids=COVERED,
        body=None,
    )
    return request


@pytest.mark.parametrize("minutes", [-60 * 24 * 365, 6])
def test_a_laptop_with_a_wrong_clock_is_believed_with_the_endpoints_own_nonce_once(
    priya: Laptop, desk: Laptop, minutes: int
) -> None:
    refused = ask(signed_at(priya, minutes, "n" * 20))
    assert problem_of(refused) == "signature.wrong"
    nonce = refused.headers[NONCE_HEADER]
    assert problem_of(ask(signed_at(desk, minutes, nonce))) == "signature.wrong"  # it is for this laptop alone
    assert ask(signed_at(priya, minutes, nonce)).status_code == 200
    assert problem_of(ask(signed_at(priya, minutes, nonce))) == "signature.wrong"
    forged = nonce[:-2] + ("AA" if nonce[-2:] != "AA" else "BB")
    assert problem_of(ask(signed_at(priya, minutes, forged))) == "signature.wrong"


def test_nobody_else_is_given_a_nonce(town: Town, priya: Laptop) -> None:
    stranger = town.laptop()
    assert NONCE_HEADER not in ask(signed_at(stranger, 60, "n" * 20)).headers
    altered = signed_at(priya, 60, "n" * 20)
    altered.url = httpx2.URL(f"{priya.address}/v1/changes?limit=2")
    assert NONCE_HEADER not in ask(altered).headers


def test_the_digest_of_a_month_is_that_of_the_receipts(priya: Laptop, desk: Laptop) -> None:
    assert decode(priya.ask("GET", "/v1/reconcile").content, Months).months == ()
    held, month = {}, ""
    for kind in (EnvelopeKind.RELEASED, EnvelopeKind.KEPT, EnvelopeKind.DRAFT, EnvelopeKind.WITHDRAWAL):
        envelope, body = priya.envelope(priya.id, kind=kind)
        receipt = decode(priya.ask("PUT", f"/v1/envelopes/{envelope}", body).content, SignedReceipt).receipt
        month = month_of(receipt.received_at)
        if kind is not EnvelopeKind.DRAFT:
            held[envelope] = receipt.sha256
    desk.send("desk-1")
    (found,) = decode(priya.ask("GET", "/v1/reconcile").content, Months).months
    assert (found.month, found.count, found.digest) == (month, 3, month_digest(held))
    assert decode(priya.ask("GET", f"/v1/reconcile/{month}").content, MonthHeld) == MonthHeld(
        month, dict(sorted(held.items())), more=False
    )
    last = max(held)
    assert decode(priya.ask("GET", f"/v1/reconcile/{month}?after={last}").content, MonthHeld).held == {}
    assert decode(priya.ask("GET", "/v1/reconcile/1999-01").content, MonthHeld).held == {}
    assert problem_of(priya.ask("GET", "/v1/reconcile/1999-13")) == "request.malformed"

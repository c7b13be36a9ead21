"""An envelope is kept once, receipted for ever, and handed only to those it is addressed to."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from ambleton import Laptop, Town, ask

from app.sync.client import EndpointRefused
from protocol import limits
from protocol.envelope import pack, unpack
from protocol.messages import SignedHeader, SignedReceipt
from protocol.problems import Problem
from protocol.statements import Kind, check, sign


def put(laptop: Laptop, envelope: str, body: bytes) -> SignedReceipt:
    with laptop.client() as client:
        return client.put(body, envelope)


def refusal_of(laptop: Laptop, envelope: str, body: bytes) -> Problem:
    with pytest.raises(EndpointRefused) as refusal:
        put(laptop, envelope, body)
    return refusal.value.problem


def test_a_receipt_says_what_was_kept_and_is_signed_by_the_key_in_the_directory(town: Town, priya: Laptop) -> None:
    envelope, body = priya.envelope()
    signed = put(priya, envelope, body)
    assert signed.receipt.id == envelope
    assert signed.receipt.sha256 == unpack(body)[0].header.sha256
    assert (signed.key,) == town.office.directory().directory.receipt_keys
    check(Kind.RECEIPT, signed.receipt, signed.signature, signed.key)


def test_sending_twice_has_one_effect_and_one_receipt(priya: Laptop, desk: Laptop) -> None:
    envelope, body = priya.envelope()
    first = ask(priya.signed_request("PUT", f"/v1/envelopes/{envelope}", body))
    second = ask(priya.signed_request("PUT", f"/v1/envelopes/{envelope}", body))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.content == second.content
    with desk.client() as client:
        assert client.get(envelope) == body


def test_other_bytes_under_a_kept_id_are_refused_and_the_first_stay(priya: Laptop, desk: Laptop) -> None:
    envelope, body = priya.envelope()
    put(priya, envelope, body)
    _, other = priya.envelope(sealed=b"other", envelope=envelope)
    assert refusal_of(priya, envelope, other) is Problem.ENVELOPE_DIFFERENT
    with desk.client() as client:
        assert client.get(envelope) == body


def test_a_number_used_for_another_envelope_betrays_a_copied_laptop(priya: Laptop) -> None:
    put(priya, *priya.envelope(device_seq=7))
    assert refusal_of(priya, *priya.envelope(device_seq=7)) is Problem.DEVICE_SEQ_DIFFERENT


def test_two_laptops_may_use_the_same_numbers(town: Town, priya: Laptop) -> None:
    put(priya, *priya.envelope(device_seq=7))
    other = town.enrolled()
    assert put(other, *other.envelope(device_seq=7)).receipt.server_seq > 0


def test_a_practitioner_can_neither_open_nor_list_what_is_for_the_desk(town: Town, priya: Laptop) -> None:
    envelope = priya.send("desk-1")
    stranger = town.enrolled()
    for laptop in (priya, stranger):
        with laptop.client() as client, pytest.raises(EndpointRefused) as refusal:
            client.get(envelope)
        assert refusal.value.problem is Problem.NOT_FOUND
        with laptop.client() as client:
            assert client.changes().headers == ()


def test_the_desk_cannot_open_what_is_kept_for_the_author(priya: Laptop, desk: Laptop) -> None:
    envelope = priya.send(priya.id, "escrow-1")
    with desk.client() as client, pytest.raises(EndpointRefused) as refusal:
        client.get(envelope)
    assert refusal.value.problem is Problem.NOT_FOUND
    with priya.client() as client:
        assert unpack(client.get(envelope))[1] == b"sealed"


def test_what_is_not_there_answers_like_what_is_forbidden(priya: Laptop) -> None:
    forbidden = ask(priya.signed_request("GET", f"/v1/envelopes/{priya.send('desk-1')}"))
    absent = ask(priya.signed_request("GET", f"/v1/envelopes/{priya.envelope()[0]}"))
    assert forbidden.content == absent.content
    assert forbidden.status_code == absent.status_code == 404


def test_an_envelope_signed_by_another_device_is_refused(town: Town, priya: Laptop) -> None:
    other = town.enrolled()
    assert refusal_of(priya, *other.envelope()) is Problem.UNREADABLE
    forged = replace(other, id=priya.id)
    assert refusal_of(priya, *forged.envelope()) is Problem.UNREADABLE


def test_an_envelope_under_another_id_than_its_own_is_refused(priya: Laptop) -> None:
    _, body = priya.envelope()
    other, _ = priya.envelope()
    assert refusal_of(priya, other, body) is Problem.UNREADABLE


def test_an_envelope_whose_bytes_were_changed_on_the_way_is_refused(priya: Laptop) -> None:
    envelope, body = priya.envelope()
    assert refusal_of(priya, envelope, body[:-1] + b"?") is Problem.UNREADABLE


def test_a_header_that_is_no_message_is_refused(priya: Laptop) -> None:
    envelope, body = priya.envelope()
    assert refusal_of(priya, envelope, body.replace(b'"version":1', b'"version":1.0')) is Problem.MALFORMED
    assert refusal_of(priya, envelope, b"not an envelope") is Problem.UNREADABLE


def test_the_largest_envelope_is_kept_and_one_byte_more_is_not(priya: Laptop, desk: Laptop) -> None:
    around = len(priya.envelope(sealed=b"12345678", device_seq=1)[1]) - 8 + len("8380000") - len("8")
    envelope, largest = priya.envelope(sealed=bytes(limits.ENVELOPE_BYTES - around))
    assert len(largest) == limits.ENVELOPE_BYTES
    put(priya, envelope, largest)
    with desk.client() as client:
        assert client.get(envelope) == largest
    envelope, larger = priya.envelope(sealed=bytes(limits.ENVELOPE_BYTES - around + 1))
    assert refusal_of(priya, envelope, larger) is Problem.TOO_LARGE


def test_an_envelope_for_nobody_is_refused(priya: Laptop) -> None:
    _, body = priya.envelope()
    signed, sealed = unpack(body)
    header = msgspec.structs.replace(signed.header, recipients=())
    nobody = pack(SignedHeader(header, sign(Kind.ENVELOPE, header, priya.key)), sealed)
    assert refusal_of(priya, header.id, nobody) is Problem.UNREADABLE

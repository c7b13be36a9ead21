"""An envelope's bytes say exactly one thing, or they are refused."""

from __future__ import annotations

import hashlib

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from protocol import limits
from protocol.envelope import MAGIC, check_sender, pack, unpack
from protocol.messages import EnvelopeHeader, EnvelopeKind, SignedHeader
from protocol.problems import Problem, Refused
from protocol.statements import Kind, public_text, sign

SEALED = b"age-encryption.org/v1\nnot really"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))


def signed_header(sealed: bytes = SEALED) -> SignedHeader:
    header = EnvelopeHeader(
        id="8c054152-f18e-4917-b87f-0b92d12a9e38",
        record="5b1f6f3e-8b53-4c11-9d0c-0d2f1f4f9c11",
        version=1,
        parents=(),
        kind=EnvelopeKind.KEPT,
        sha256=hashlib.sha256(sealed).hexdigest(),
        size=len(sealed),
        blobs=(),
        device="7ae586d7-e6ea-4462-a3a8-ac6251c98001",
        device_seq=1,
        recipients=("7ae586d7-e6ea-4462-a3a8-ac6251c98001", "escrow-1"),
    )
    return SignedHeader(header, sign(Kind.ENVELOPE, header, KEY))


def problem_with(envelope: bytes) -> Problem:
    with pytest.raises(Refused) as refusal:
        unpack(envelope)
    return refusal.value.problem


def test_what_is_packed_is_unpacked() -> None:
    assert unpack(pack(signed_header(), SEALED)) == (signed_header(), SEALED)


def test_sealed_bytes_may_hold_anything_even_lines_and_magic() -> None:
    sealed = b"\n\n" + MAGIC
    assert unpack(pack(signed_header(sealed), sealed))[1] == sealed


@pytest.mark.parametrize("sealed", [b"", SEALED[:-1], SEALED + b"x", SEALED[:-1] + b"x"])
def test_sealed_bytes_other_than_the_header_says_are_refused(sealed: bytes) -> None:
    assert problem_with(pack(signed_header(), sealed)) is Problem.UNREADABLE


def test_every_cut_of_an_envelope_is_refused() -> None:
    whole = pack(signed_header(), SEALED)
    for end in range(len(whole)):
        assert problem_with(whole[:end]) in {Problem.UNREADABLE, Problem.MALFORMED}


def test_a_header_written_in_any_other_way_is_refused() -> None:
    spaced = MAGIC + msgspec.json.format(msgspec.json.encode(signed_header()), indent=-1) + b"\n" + SEALED
    assert problem_with(spaced) is Problem.UNREADABLE
    assert problem_with(pack(signed_header(), SEALED).replace(b'{"header":', b'{"header": ')) is Problem.UNREADABLE


def test_a_header_with_more_in_it_than_the_protocol_knows_is_refused() -> None:
    assert problem_with(pack(signed_header(), SEALED).replace(b'"blobs":[]', b'"blobs":[],"child":"x"')) is (
        Problem.MALFORMED
    )


def test_a_header_line_longer_than_its_limit_is_refused() -> None:
    assert problem_with(MAGIC + b" " * limits.HEADER_BYTES + b"\n") is Problem.UNREADABLE


def test_an_envelope_larger_than_its_limit_is_refused_before_it_is_read() -> None:
    assert problem_with(bytes(limits.ENVELOPE_BYTES + 1)) is Problem.TOO_LARGE


def test_only_the_sending_devices_signature_is_believed() -> None:
    check_sender(signed_header(), public_text(KEY))
    with pytest.raises(Refused):
        check_sender(signed_header(), public_text(Ed25519PrivateKey.generate()))
    moved = msgspec.structs.replace(signed_header().header, recipients=("desk-1",))
    with pytest.raises(Refused):
        check_sender(SignedHeader(moved, signed_header().signature), public_text(KEY))

"""A batch comes apart exactly as it was put together, and anything else is refused whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol import limits
from protocol.batches import MAGIC, ROOM_BYTES, pack_batch, packed_bytes, unpack_batch
from protocol.problems import Problem, Refused

ENVELOPES = st.lists(st.binary(min_size=1, max_size=200), min_size=1, max_size=limits.BATCH_ENVELOPES)


@given(ENVELOPES)
def test_envelopes_come_out_as_they_went_in(envelopes: list[bytes]) -> None:
    packed = pack_batch(tuple(envelopes))
    assert len(packed) == len(MAGIC) + sum(packed_bytes(len(one)) for one in envelopes)
    assert unpack_batch(packed) == tuple(envelopes)


@given(ENVELOPES, st.integers(min_value=1, max_value=50))
def test_a_batch_cut_off_anywhere_loses_no_envelope_in_silence(envelopes: list[bytes], cut: int) -> None:
    whole = pack_batch(tuple(envelopes))
    try:
        read = unpack_batch(whole[:-cut])
    except Refused:
        return
    assert read == tuple(envelopes[: len(read)])
    assert pack_batch(read) == whole[:-cut]  # cut exactly between two: the ones before are whole


@pytest.mark.parametrize(
    "body",
    [
        b"",
        MAGIC,
        b"ecaf-batch/2\n1\na",
        MAGIC + b"0\n",
        MAGIC + b"01\na",
        MAGIC + b"2\na",
        MAGIC + b"-1\na",
        MAGIC + b"1 \na",
    ],
)
def test_what_is_no_batch_is_malformed(body: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        unpack_batch(body)
    assert refusal.value.problem is Problem.MALFORMED


def test_one_envelope_or_one_byte_too_many_is_refused() -> None:
    many = (b"a",) * (limits.BATCH_ENVELOPES + 1)
    with pytest.raises(Refused):
        unpack_batch(pack_batch(many))
    large = limits.BATCH_BYTES - len(MAGIC) - len(b"1048000\n")
    assert packed_bytes(large) == ROOM_BYTES
    assert unpack_batch(pack_batch((bytes(large),))) == (bytes(large),)
    with pytest.raises(Refused) as refusal:
        unpack_batch(pack_batch((bytes(large + 1),)))
    assert refusal.value.problem is Problem.TOO_LARGE

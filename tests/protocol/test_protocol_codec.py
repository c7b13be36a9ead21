"""What goes on the wire comes back as it was, and what is not exactly a message is refused."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.codec import canonical, decode, encode, parse, to_bytes, to_text
from protocol.messages import Changes, EnvelopeHeader, EnvelopeKind, Health, Message, SignedHeader
from protocol.problems import Problem, Refused


class Desks(Message, frozen=True):
    """A message with names of anybody's choice in it."""

    desk: dict[str, str]


class Number(Message, frozen=True):
    """A message such as there is none, with a number in it."""

    value: float | int


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBER = st.integers(0, 2**53 - 1)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
HEADERS = st.builds(
    EnvelopeHeader,
    id=TEXT,
    record=TEXT,
    version=NUMBER,
    parents=TEXTS,
    kind=st.sampled_from(EnvelopeKind),
    sha256=TEXT,
    size=NUMBER,
    blobs=TEXTS,
    device=TEXT,
    device_seq=NUMBER,
    recipients=TEXTS,
)
CHANGES = st.builds(
    Changes,
    headers=st.lists(st.builds(SignedHeader, header=HEADERS, signature=TEXT), max_size=3).map(tuple),
    cursor=TEXT,
    more=st.booleans(),
)


@given(CHANGES)
@settings(max_examples=60, deadline=None)
def test_every_message_comes_back_as_it_was(changes: Changes) -> None:
    assert decode(encode(changes), Changes) == changes
    assert decode(canonical(changes), Changes) == changes


@given(CHANGES)
@settings(max_examples=30, deadline=None)
def test_the_canonical_form_does_not_depend_on_how_a_message_was_written(changes: Changes) -> None:
    assert canonical(decode(encode(changes), Changes)) == canonical(changes)


PLAIN = st.text(st.characters(min_codepoint=32, max_codepoint=127, exclude_characters='\\"'), max_size=20)


@given(st.one_of(HEADERS, CHANGES, st.builds(Desks, desk=st.dictionaries(st.one_of(PLAIN, TEXT), TEXT, max_size=4))))
@settings(max_examples=200, deadline=None)
def test_the_quick_way_to_the_canonical_form_leads_to_the_very_same(message: Message) -> None:
    assert canonical(message) == rfc8785.dumps(msgspec.to_builtins(message))


@pytest.mark.parametrize("value", [1.5, 1e30, 2**53, -(2**53), 10**20])
def test_a_number_that_not_every_reader_reads_alike_never_goes_the_quick_way(value: float) -> None:
    try:
        expected = rfc8785.dumps({"value": value})
    except rfc8785.CanonicalizationError:
        with pytest.raises(rfc8785.CanonicalizationError):
            canonical(Number(value))
    else:
        assert canonical(Number(value)) == expected


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_bytes_that_are_no_message_are_refused_and_never_worse(body: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        decode(body, Health)
    assert refusal.value.problem is Problem.MALFORMED


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=10,
    )
)
@settings(max_examples=100, deadline=None)
def test_whatever_is_accepted_has_a_canonical_form(value: Any) -> None:
    try:
        accepted = parse(json.dumps(value).encode())
    except Refused:
        return
    assert parse(canonical(accepted)) == accepted


@pytest.mark.parametrize(
    "body",
    [
        b'{"status":"ok","status":"ok","store_epoch":"e"}',
        b'{"status":"ok","store_epoch":"e","more":1}',
        b'{"status":"ok"}',
        b'{"status":"ok","store_epoch":1}',
        b'{"status":"ok","store_epoch":null}',
        b'["ok","e"]',
        b'{"status":"\\ud800","store_epoch":"e"}',
        '{"status":"ok","store_epoch":"e"}'.encode("utf-16"),
        b'\xef\xbb\xbf{"status":"ok","store_epoch":"e"}',
    ],
)
def test_what_is_not_exactly_the_message_is_refused(body: bytes) -> None:
    with pytest.raises(Refused):
        decode(body, Health)


@pytest.mark.parametrize(
    "body", [b"1.0", b"1e2", b"NaN", b"Infinity", b"9007199254740992", b"-9007199254740992", b"9" * 5000, b"[" * 33]
)
def test_numbers_and_nesting_that_two_readers_might_read_differently_are_refused(body: bytes) -> None:
    with pytest.raises(Refused):
        parse(body)


def test_the_deepest_nesting_allowed_is_read() -> None:
    assert parse(b"[" * 31 + b"]" * 31) is not None
    with pytest.raises(Refused):
        parse(b"[" * 33 + b"]" * 33)


@given(st.binary(max_size=70))
@settings(deadline=None)
def test_bytes_have_one_spelling_as_text(raw: bytes) -> None:
    assert to_bytes(to_text(raw)) == raw


@pytest.mark.parametrize("text", ["YQ==", "YR", "Y", "Y Q", "YQ\n", "+/+/", "é"])
def test_any_other_spelling_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        to_bytes(text)


def test_a_length_that_is_not_the_one_expected_is_refused() -> None:
    with pytest.raises(Refused):
        to_bytes(to_text(b"31 bytes"), 32)

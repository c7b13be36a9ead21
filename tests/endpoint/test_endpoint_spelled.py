"""A signature that is read quickly is one the library believes too; nothing else is ever read quickly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ambleton import Laptop

from endpoint.spelled import spelled
from endpoint.visit import Asked
from protocol.statements import public_text

LAPTOP = Laptop("http://127.0.0.1:8081")
SIGNING = public_text(LAPTOP.key)


def asked(method: str = "PUT", path: str = "/v1/envelopes/x?a=b%20c", body: bytes = b"hello") -> Asked:
    request = LAPTOP.signed_request(method, path, body)
    return Asked(method, str(request.url), dict(request.headers), {}, {}, body)


@pytest.mark.parametrize("one", [asked(), asked("GET", "/v1/changes?limit=1", b"")])
def test_what_our_laptops_sign_is_read_and_is_theirs(one: Asked) -> None:
    said = spelled(one)
    assert said is not None
    assert said.device == LAPTOP.id
    assert said.is_by(SIGNING)
    assert not said.is_by(public_text(Laptop("").key))


@pytest.mark.parametrize(
    "changed", [{"method": "POST"}, {"url": "http://127.0.0.1:8081/v1/envelopes/y"}, {"url": "http://elsewhere:8081/"}]
)
def test_another_request_under_the_same_signature_is_not_theirs(changed: dict[str, str]) -> None:
    said = spelled(replace(asked(), **changed))  # type: ignore[arg-type]
    assert said is not None
    assert not said.is_by(SIGNING)


def test_another_body_or_digest_is_not_read_at_all() -> None:
    one = asked()
    other = asked(body=b"other")
    assert spelled(replace(one, body=b"other")) is None
    assert spelled(replace(one, body=b"")) is None
    with_other = {**dict(one.headers.items()), "content-digest": dict(other.headers.items())["content-digest"]}
    swapped = spelled(replace(one, body=b"other", headers=with_other))
    assert swapped is not None
    assert not swapped.is_by(SIGNING)
    bare = asked("GET", "/v1/changes", b"")
    assert spelled(replace(bare, body=b"hello")) is None
    assert spelled(replace(bare, headers={**dict(bare.headers.items()), "content-digest": "sha-256=:AA==:"})) is None


@pytest.mark.parametrize(
    ("line", "was", "now"),
    [
        ("signature-input", "ecaf=(", "other=("),
        ("signature-input", 'tag="ecaf-v1"', 'tag="ecaf-v2"'),
        ("signature-input", '"@method" ', ""),
        ("signature-input", "created=", "expires="),
        ("signature-input", 'alg="ed25519"', 'alg="hmac-sha256"'),
        ("signature-input", 'tag="ecaf-v1"', 'tag="ecaf-v1", x=()'),
        ("signature", "ecaf=:", "ecaf=:!"),
        ("signature", "==:", "==:, x=:AA==:"),
    ],
)
def test_what_is_spelled_otherwise_is_left_to_the_library(line: str, was: str, now: str) -> None:
    one = asked()
    headers = dict(one.headers.items())
    assert was in headers[line]
    assert spelled(replace(one, headers={**headers, line: headers[line].replace(was, now)})) is None


@pytest.mark.parametrize(("was", "now"), [("created=1", "created=2"), ('nonce="', 'nonce="x')])
def test_what_a_signature_says_of_itself_is_signed_too(was: str, now: str) -> None:
    one = asked()
    headers = dict(one.headers.items())
    changed = headers["signature-input"].replace(was, now, 1)
    said = spelled(replace(one, headers={**headers, "signature-input": changed}))
    assert said is not None
    assert not said.is_by(SIGNING)

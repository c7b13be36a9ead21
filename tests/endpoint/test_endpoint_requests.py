"""A request is believed when an enrolled device signed it, just now, and never before; all else is a problem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from ambleton import Laptop, Town, ask, problem_of

from app.sync.client import EndpointClient, EndpointRefused
from protocol import limits
from protocol.problems import Problem


@dataclass(frozen=True)
class WrongClock:
    """A laptop's clock that is off by this much."""

    off: timedelta

    def now(self) -> datetime:
        return datetime.now(UTC) + self.off

    def elapsed(self) -> float:
        return 0.0


def request(town: Town, method: str, path: str, body: bytes = b"") -> httpx2.Response:
    return ask(httpx2.Request(method, town.address + path, content=body))


def test_an_unsigned_request_is_refused(town: Town) -> None:
    response = request(town, "GET", "/v1/changes")
    assert problem_of(response) == "signature.missing"
    assert response.status_code == 401


def test_a_device_that_is_not_enrolled_is_refused(town: Town) -> None:
    assert problem_of(ask(town.laptop().signed_request("GET", "/v1/changes"))) == "device.unknown"


def test_a_request_signed_with_another_devices_key_is_refused(town: Town, priya: Laptop) -> None:
    with EndpointClient(town.address, priya.id, town.laptop().key) as client:
        with pytest.raises(EndpointRefused) as refusal:
            client.changes()
        assert refusal.value.problem is Problem.SIGNATURE_WRONG


def test_a_request_sent_a_second_time_is_refused(priya: Laptop) -> None:
    signed = priya.signed_request("GET", "/v1/changes")
    assert ask(signed).status_code == 200
    assert problem_of(ask(signed)) == "signature.wrong"


def test_a_request_that_was_refused_cannot_be_sent_a_second_time_either(priya: Laptop) -> None:
    signed = priya.signed_request("GET", f"/v1/envelopes/{priya.envelope()[0]}")
    assert problem_of(ask(signed)) == "not.found"
    assert problem_of(ask(signed)) == "signature.wrong"


@pytest.mark.parametrize("minutes", [-4, 4])
def test_a_clock_a_little_wrong_is_forgiven(priya: Laptop, minutes: int) -> None:
    with EndpointClient(priya.address, priya.id, priya.key, clock=WrongClock(timedelta(minutes=minutes))) as client:
        assert client.changes().headers == ()


@pytest.mark.parametrize("minutes", [-6, 6])
def test_a_request_too_old_or_from_the_future_is_refused(priya: Laptop, minutes: int) -> None:
    with EndpointClient(priya.address, priya.id, priya.key, clock=WrongClock(timedelta(minutes=minutes))) as client:
        request = client._http.build_request("GET", "/v1/changes")
        client._sign(request, b"")
        assert problem_of(ask(request)) == "signature.wrong"
        assert client.changes().headers == ()  # signed again with the nonce that came with the refusal


def test_a_body_altered_on_the_way_is_refused(priya: Laptop) -> None:
    envelope, body = priya.envelope()
    path = f"/v1/envelopes/{envelope}"
    signed = priya.signed_request("PUT", path, body)
    altered = httpx2.Request("PUT", signed.url, headers=signed.headers, content=body[:-1] + b"?")
    assert problem_of(ask(altered)) == "signature.wrong"


def test_a_signature_for_one_request_does_not_fit_another(priya: Laptop) -> None:
    signed = priya.signed_request("GET", "/v1/changes?limit=1")
    other = httpx2.Request("GET", f"{priya.address}/v1/changes?limit=2", headers=signed.headers)
    assert problem_of(ask(other)) == "signature.wrong"


def test_a_signature_that_leaves_out_what_it_must_cover_is_refused(priya: Laptop) -> None:
    signed = priya.signed_request("GET", "/v1/changes")
    signed.headers["Signature-Input"] = signed.headers["Signature-Input"].replace(' "@target-uri"', "")
    assert problem_of(ask(signed)) == "signature.wrong"


@pytest.mark.parametrize(
    "line", ["ecaf", 'ecaf=("@method"', "ecaf=();created=1", "ecaf=?1", 'ecaf=("@method");created="x"']
)
def test_signature_lines_that_are_none_are_refused(priya: Laptop, line: str) -> None:
    signed = priya.signed_request("GET", "/v1/changes")
    signed.headers["Signature-Input"] = line
    assert ask(signed).status_code == 401


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"a":1,"a":1}', b"\xff", b'{"keys":1.5}', b"[" * 5000, b'"\\ud800"']
)
def test_an_enrolment_that_is_no_message_is_malformed(town: Town, body: bytes) -> None:
    assert problem_of(request(town, "POST", "/v1/enrolments", body)) == "request.malformed"


def test_a_body_larger_than_its_limit_is_refused_while_it_is_read(town: Town) -> None:
    response = request(town, "POST", "/v1/enrolments", b" " * (limits.ENVELOPE_BYTES + 1))
    assert problem_of(response) == "body.too_large"


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/people", "/v1/envelopes/", "/v2/health"])
def test_what_the_protocol_does_not_know_is_not_found(town: Town, path: str) -> None:
    assert problem_of(request(town, "GET", path)) == "not.found"


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/v1/envelopes/x"), ("POST", "/v1/changes")])
def test_a_method_the_protocol_does_not_know_is_refused(town: Town, method: str, path: str) -> None:
    response = request(town, method, path)
    assert problem_of(response) == "method.not_allowed"
    assert response.headers["allow"]


def test_health_and_authority_are_open_to_anybody_and_name_nobody(town: Town) -> None:
    with town.laptop().client() as client:
        assert client.health().status == "ok"
        assert client.authority() == town.office.directory()

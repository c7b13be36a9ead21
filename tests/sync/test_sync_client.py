"""Whatever a network does, the client says one of a few plain things, and sends nothing where it should not."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from impostor import Impostor, answering

from app.errors import Trouble
from app.sync.client import (
    AnswerUnreadable,
    EndpointClient,
    EndpointRefused,
    EndpointTrouble,
    Unreachable,
    UnsafeAddress,
)
from app.sync.policy import COME_AGAIN_SECONDS
from app.sync.troubles import ComeAgain, Intercepted
from protocol import limits
from protocol.codec import encode
from protocol.messages import Health
from protocol.problems import Problem

DEVICE = str(uuid4())
KEY = Ed25519PrivateKey.generate()
WELL = encode(Health("ok", "epoch"))


def client_of(address: str, timeout: float = 5.0) -> EndpointClient:
    return EndpointClient(address, DEVICE, KEY, timeout=timeout)


def trouble_with(impostor: Impostor) -> Trouble:
    with answering(impostor) as address, client_of(address) as client, pytest.raises(Trouble) as trouble:
        client.health()
    return trouble.value


@pytest.fixture
def closed_port() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.mark.parametrize(
    "address",
    [
        "http://ecaf.ambleton.example",
        "http://192.168.1.20:8000",
        "http://127.0.0.1.ambleton.example",
        "http://localhost.ambleton.example",
        "http://127.0.0.1@ambleton.example",
        "https://someone:secret@ecaf.ambleton.example",
        "https://ecaf.ambleton.example/elsewhere",
        "https://ecaf.ambleton.example?x=1",
        "https://ecaf.ambleton.example:port",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "ecaf.ambleton.example",
        "https://",
        "http://[::1",
        "",
    ],
)
def test_an_address_that_is_not_safe_is_refused_before_anything_is_sent(address: str) -> None:
    with pytest.raises(UnsafeAddress) as trouble:
        client_of(address)
    assert "https://" in trouble.value.sentences()
    assert "ambleton" not in trouble.value.sentences()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://ecaf.ambleton.example", "https://ecaf.ambleton.example"),
        (" https://ecaf.ambleton.example/ ", "https://ecaf.ambleton.example"),
        ("https://ecaf.ambleton.example:8443", "https://ecaf.ambleton.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_as_in_the_letter_is_taken(typed: str, meant: str) -> None:
    with client_of(typed) as client:
        assert client.address == meant


def test_nobody_listening_is_unreachable_and_the_work_is_safe(closed_port: int) -> None:
    with client_of(f"http://127.0.0.1:{closed_port}") as client, pytest.raises(Unreachable) as trouble:
        client.health()
    assert "safe on this laptop" in trouble.value.safe


def test_silence_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with client_of(address, timeout=0.2) as client, pytest.raises(Unreachable):
            client.health()


def test_an_answer_cut_off_in_the_middle_is_unreachable() -> None:
    assert isinstance(trouble_with(Impostor(body=WELL[:5], promised=len(WELL))), Unreachable)


@pytest.mark.parametrize("body", [b"<html>Sign in to the hotel</html>", b"", b"{}", b"[]", b"\xff", WELL[:-1]])
def test_a_sign_in_page_is_not_taken_for_the_endpoint(body: bytes) -> None:
    trouble = trouble_with(Impostor(body=body))
    assert isinstance(trouble, AnswerUnreadable)
    assert "sign in" in trouble.next_step


def test_a_redirect_is_never_followed() -> None:
    elsewhere = Impostor(body=WELL)
    with answering(elsewhere) as address:
        trouble = trouble_with(Impostor(status=307, headers={"Location": f"{address}/v1/health"}))
    assert isinstance(trouble, AnswerUnreadable)
    assert elsewhere.asked == []


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_an_endpoint_that_cannot_just_now_is_tried_again_later(status: int) -> None:
    trouble = trouble_with(Impostor(status=status, body=b"<html>busy</html>"))
    assert isinstance(trouble, EndpointTrouble)
    assert "by itself later" in trouble.next_step


@pytest.mark.parametrize("problem", [problem for problem in Problem if problem is not Problem.ENDPOINT_TROUBLE])
def test_a_refusal_is_told_by_its_reason(problem: Problem) -> None:
    body = encode({"type": problem.urn, "title": problem.sentence, "status": problem.status})
    trouble = trouble_with(Impostor(status=problem.status, body=body))
    assert isinstance(trouble, EndpointRefused)
    assert trouble.problem is problem
    assert trouble.what
    assert trouble.next_step


@pytest.mark.parametrize("problem", [Problem.TOO_FAST, Problem.ENDPOINT_BUSY, Problem.ENDPOINT_FULL])
def test_an_endpoint_that_asks_to_come_again_is_heard_whatever_else_it_says(problem: Problem) -> None:
    trouble = trouble_with(Impostor(status=problem.status, body=b"busy", headers={"Retry-After": "90"}))
    assert isinstance(trouble, ComeAgain)
    assert (trouble.seconds, trouble.full) == (90, problem is Problem.ENDPOINT_FULL)
    noon = datetime(2026, 11, 24, 12, 0, 30).astimezone()
    said = trouble.at(noon + timedelta(seconds=90))
    assert "asks us to come again at 12:02." in said
    assert "safe on this laptop" in said
    assert ("no room left" in said) is trouble.full


def test_nobody_can_ask_a_laptop_to_wait_for_a_day() -> None:
    trouble = trouble_with(Impostor(status=503, headers={"Retry-After": "999999999"}))
    assert isinstance(trouble, ComeAgain)
    assert trouble.seconds == COME_AGAIN_SECONDS


@pytest.mark.parametrize("said", ["", "0", "soon", "-5", "1.5", "²", "9" * 40, "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_an_endpoint_that_asks_for_no_number_of_seconds_is_tried_as_usual(said: str) -> None:
    trouble = trouble_with(Impostor(status=503, headers={"Retry-After": said.encode("utf-8").decode("latin-1")}))
    assert type(trouble) is EndpointTrouble


def test_a_refusal_for_a_reason_nobody_knows_is_not_taken_for_the_endpoints() -> None:
    body = encode({"type": "urn:ecaf:problem:unheard.of", "title": "", "status": 409})
    assert isinstance(trouble_with(Impostor(status=409, body=body)), AnswerUnreadable)


def test_an_answer_larger_than_any_is_not_read_to_its_end() -> None:
    assert isinstance(trouble_with(Impostor(body=b" " * 70_000)), AnswerUnreadable)


def test_a_small_answer_that_unpacks_to_a_large_one_is_not_unpacked() -> None:
    bomb = Impostor(body=gzip.compress(b" " * 10_000_000), headers={"Content-Encoding": "gzip"})
    assert isinstance(trouble_with(bomb), AnswerUnreadable)


def test_an_envelope_larger_than_any_is_not_read_to_its_end() -> None:
    huge = Impostor(body=bytes(limits.ENVELOPE_BYTES + 1))
    with answering(huge) as address, client_of(address) as client, pytest.raises(AnswerUnreadable):
        client.get(str(uuid4()))


def test_a_proxy_named_in_the_environment_never_sees_what_stays_on_this_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proxy = Impostor(body=WELL)
    with answering(proxy) as proxy_address, answering(Impostor(body=WELL)) as address:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy_address)
        with client_of(address) as client:
            assert client.health() == Health("ok", "epoch")
    assert proxy.asked == []


def test_an_id_cannot_lead_the_request_elsewhere() -> None:
    impostor = Impostor(body=b"x")
    with answering(impostor) as address, client_of(address) as client:
        client.get("../health?x=1")
    assert impostor.asked == ["GET /v1/envelopes/..%2Fhealth%3Fx%3D1"]


def test_no_trouble_carries_words_of_the_answer() -> None:
    for status in (200, 409, 500):
        trouble = trouble_with(Impostor(status=status, body=b"Mason Reid"))
        assert "Mason" not in trouble.sentences() + str(trouble)


def self_signed(folder: Path) -> ssl.SSLContext:
    """Return the context of a server whose certificate nobody vouches for, as a box that opens connections shows."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1))
    pem = made.sign(key, SHA256()).public_bytes(Encoding.PEM)
    (folder / "pem").write_bytes(pem + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "pem")
    return context


@pytest.mark.parametrize("newest", [ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_2])
def test_a_box_that_opens_secure_connections_is_named_and_the_way_round_it(
    tmp_path: Path, newest: ssl.TLSVersion
) -> None:
    """By its certificate, or by speaking nothing newer than TLS 1.2."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        context = self_signed(tmp_path)
        context.maximum_version = newest

        def greet() -> None:
            with suppress(OSError), context.wrap_socket(server.accept()[0], server_side=True):
                pass

        greeting = threading.Thread(target=greet)
        greeting.start()
        with client_of(f"https://127.0.0.1:{server.getsockname()[1]}") as client, pytest.raises(Intercepted) as told:
            client.health()
        greeting.join(10)
    assert isinstance(told.value, Unreachable)
    assert "opens secure connections" in told.value.sentences()
    assert "hand it in on a stick" in told.value.sentences()

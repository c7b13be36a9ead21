"""The library that signs our requests gives the very signatures that RFC 9421 prints (appendix B.2.6)."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from http_message_signatures import (
    HTTPMessageSigner,
    HTTPMessageVerifier,
    InvalidSignature,
    MappingKeyResolver,
    algorithms,
)
from http_message_signatures.httpx2 import adapt_message

KEY_ID = "test-key-ed25519"
CREATED = datetime.fromtimestamp(1618884473, UTC)
COVERED = ("date", "@method", "@path", "@authority", "content-type", "content-length")
INPUT = (
    'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length")'
    ';created=1618884473;keyid="test-key-ed25519"'
)
SIGNATURE = "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:"


def request_of_the_rfc() -> httpx2.Request:
    return httpx2.Request(
        "POST",
        "https://example.com/foo?param=Value&Pet=dog",
        headers={
            "Date": "Tue, 20 Apr 2021 02:07:55 GMT",
            "Content-Type": "application/json",
            "Content-Digest": "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwE"
            "mTHWXvJwew==:",
        },
        content=b'{"hello": "world"}',
    )


def keys() -> MappingKeyResolver:
    key = load_pem_private_key(
        b"-----BEGIN PRIVATE KEY-----\n"
        b"MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n"
        b"-----END PRIVATE KEY-----\n",
        password=None,
    )
    assert isinstance(key, Ed25519PrivateKey)
    return MappingKeyResolver(public_keys={KEY_ID: key.public_key()}, private_keys={KEY_ID: key})


def test_a_request_is_signed_as_the_rfc_prints_it() -> None:
    request = request_of_the_rfc()
    HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=keys()).sign(
        adapt_message(request),
        key_id=KEY_ID,
        created=CREATED,
        label="sig-b26",
        covered_component_ids=COVERED,
        include_alg=False,
        use_existing_digest=True,
    )
    assert request.headers["signature-input"] == INPUT
    assert request.headers["signature"] == SIGNATURE


@pytest.mark.parametrize("changed", ["", "method", "path", "date", "signature"])
def test_what_the_rfc_signed_is_believed_and_nothing_else(changed: str) -> None:
    request = request_of_the_rfc()
    request.headers.update({"Signature-Input": INPUT, "Signature": SIGNATURE})
    match changed:
        case "method":
            request.method = "PUT"
        case "path":
            request.url = httpx2.URL("https://example.com/bar")
        case "date":
            request.headers["date"] = "Tue, 20 Apr 2021 02:07:56 GMT"
        case "signature":
            request.headers["signature"] = SIGNATURE.replace("wqc", "wqd")
    verifier = HTTPMessageVerifier(signature_algorithm=algorithms.ED25519, key_resolver=keys())
    message = adapt_message(request)
    if not changed:
        assert len(verifier.verify(message, max_age=None)) == 1
        return
    with pytest.raises(InvalidSignature):
        verifier.verify(message, max_age=None)

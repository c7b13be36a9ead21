"""A request's signature read quickly, where it is spelled exactly as our laptops spell it; anything else is left alone.

What comes of it can only ever be believed when the device's own signature verifies over what this request truly is.
Whatever is not, or is spelled otherwise, goes to the library, which reads all of RFC 9421 and has the last word.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from endpoint.visit import Asked
from protocol.codec import to_bytes
from protocol.requests import COVERED, TAG

_COVERED = " ".join(f'"{name}"' for name in COVERED)
_INPUT = re.compile(
    rf'ecaf=(\({_COVERED}(?P<digest> "content-digest")?\)'
    r';created=(?P<created>[0-9]{1,12});keyid="(?P<device>[0-9a-f-]{36})";alg="ed25519"'
    rf';nonce="(?P<nonce>[A-Za-z0-9_-]{{16,64}})";tag="{TAG}")'
)
_SIGNATURE = re.compile(r"ecaf=:([A-Za-z0-9+/]{86}==):")


@dataclass(frozen=True)
class Spelled:
    """What a signature says of itself, and what it must be over; none of it is believed yet."""

    device: str
    created: int
    nonce: str
    base: bytes
    signature: bytes

    def is_by(self, signing: str) -> bool:
        """Say whether this device key made the signature, over this very request."""
        try:
            Ed25519PublicKey.from_public_bytes(to_bytes(signing, 32)).verify(self.signature, self.base)
        except InvalidSignature:
            return False
        return True


def spelled(asked: Asked) -> Spelled | None:
    """Return the signature of a request, or None where it is not spelled as our laptops spell it."""
    said = _INPUT.fullmatch(asked.header("signature-input"))
    signature = _SIGNATURE.fullmatch(asked.header("signature"))
    digest = _digest(asked)
    if said is None or signature is None or bool(said["digest"]) != bool(digest) or digest is None:
        return None
    values = (asked.method, urlsplit(asked.url).netloc, asked.url)
    lines = [f'"{name}": {value}' for name, value in zip(COVERED, values, strict=True)]
    lines += [f'"content-digest": {digest}'] if digest else []
    base = "\n".join([*lines, f'"@signature-params": {said[1]}'])
    return Spelled(said["device"], int(said["created"]), said["nonce"], base.encode(), base64.b64decode(signature[1]))


def _digest(asked: Asked) -> str | None:
    """Return the digest carried, if it is the one of the body; empty without a body, None where it is wrong."""
    carried = asked.header("content-digest")
    if not asked.body:
        return None if any(name.lower() == "content-digest" for name, _ in asked.headers.items()) else ""
    truly = f"sha-256=:{base64.b64encode(hashlib.sha256(asked.body).digest()).decode()}:"
    return truly if carried == truly else None

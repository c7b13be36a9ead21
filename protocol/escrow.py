"""How an authority's key holders open a vault whose passphrase was forgotten; no key of theirs is ever on a laptop.

The laptop seals its vault key to each escrow key. It asks with those slots and a fresh public key; two holders open a
slot and seal the vault key to that public key. What is sealed is bound to the question, so that no answer fits another.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from protocol.codec import canonical, to_bytes, to_text
from protocol.messages import Message
from protocol.problems import Problem, Refused

_HYBRID = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_CLASSIC = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_MLKEM_PUBLIC_BYTES = 1184
_MLKEM_SEED_BYTES = 64
_X25519_BYTES = 32
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FINGERPRINT_LETTERS = 8


class EscrowSlot(Message, frozen=True):
    """A vault key sealed to one escrow key, by its name in the directory; it stands in the laptop's key file.

    The encapsulation is hybrid (ML-KEM-768 with X25519): a disk stolen today may be kept until X25519 alone is weak.
    """

    id: str
    kem: Literal["MLKEM768_X25519"]
    key: str
    pub: str
    ct: str = ""
    type: Literal["escrow"] = "escrow"


class EscrowRequest(Message, frozen=True):
    """A laptop asking for its vault key: its escrow slots, and the public key the answer is to be sealed to."""

    fmt: Literal["ecaf-escrow-request/1"]
    vault: str
    slots: tuple[EscrowSlot, ...]
    reply_to: str


class EscrowAnswer(Message, frozen=True):
    """The holders' answer: what each slot they could open holds, sealed to the laptop's public key."""

    fmt: Literal["ecaf-escrow-answer/1"]
    request: str
    sealed: tuple[str, ...]


class EscrowKey:
    """One escrow key, whole; only ever in the memory of the holders' own computer."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != _MLKEM_SEED_BYTES + _X25519_BYTES:
            raise Refused(Problem.MALFORMED)
        self._mlkem = MLKEM768PrivateKey.from_seed_bytes(secret[:_MLKEM_SEED_BYTES])
        self._x25519 = X25519PrivateKey.from_private_bytes(secret[_MLKEM_SEED_BYTES:])

    @classmethod
    def generate(cls) -> tuple[EscrowKey, bytes]:
        """Return a fresh key, and its secret to be wrapped for the holders."""
        mlkem, x25519 = MLKEM768PrivateKey.generate(), X25519PrivateKey.generate()
        secret = mlkem.private_bytes_raw() + x25519.private_bytes_raw()
        return cls(secret), secret

    def public_text(self) -> str:
        """Return the public half as the directory names it."""
        return to_text(self._mlkem.public_key().public_bytes_raw() + self._x25519.public_key().public_bytes_raw())

    def open(self, vault: str, slot: EscrowSlot) -> bytes:
        """Return the vault key in a slot. Raises ``Refused`` when it was sealed to another key, or changed."""
        private = MLKEM768X25519PrivateKey(self._mlkem, self._x25519)
        return _decrypted(_HYBRID, slot.ct, private, bound(vault, slot))


def seal_slot(vault: str, vault_key: bytes, slot_id: str, name: str, public: str) -> EscrowSlot:
    """Return the slot that opens to the escrow key called ``name``. Raises ``Refused`` for a malformed public key."""
    raw = to_bytes(public, _MLKEM_PUBLIC_BYTES + _X25519_BYTES)
    mlkem = MLKEM768PublicKey.from_public_bytes(raw[:_MLKEM_PUBLIC_BYTES])
    key = MLKEM768X25519PublicKey(mlkem, X25519PublicKey.from_public_bytes(raw[_MLKEM_PUBLIC_BYTES:]))
    slot = EscrowSlot(id=slot_id, kem="MLKEM768_X25519", key=name, pub=public)
    return msgspec.structs.replace(slot, ct=to_text(_HYBRID.encrypt(vault_key, key, info=bound(vault, slot))))


def bound(vault: str, slot: Message) -> bytes:
    """Return what a slot's ciphertext is bound to: the key file's format, its vault, and the slot's own header."""
    header = {name: value for name, value in msgspec.to_builtins(slot).items() if name != "ct"}
    return canonical({"fmt": "ecaf-vault-keys/1", "vault": vault, "slot": header})


def answer(request: EscrowRequest, vault_keys: tuple[bytes, ...]) -> EscrowAnswer:
    """Return vault keys sealed to whoever asked. Raises ``Refused`` for a malformed request."""
    public = X25519PublicKey.from_public_bytes(to_bytes(request.reply_to, _X25519_BYTES))
    asked = request_hash(request)
    sealed = tuple(to_text(_CLASSIC.encrypt(key, public, info=asked)) for key in vault_keys)
    return EscrowAnswer("ecaf-escrow-answer/1", asked.hex(), sealed)


def read_answer(request: EscrowRequest, given: EscrowAnswer, private: X25519PrivateKey) -> tuple[bytes, ...]:
    """Return the vault keys in an answer. Raises ``Refused`` when it answers another question, or was changed."""
    asked = request_hash(request)
    if given.request != asked.hex():
        raise Refused(Problem.SIGNATURE_WRONG)
    return tuple(_decrypted(_CLASSIC, sealed, private, asked) for sealed in given.sealed)


def request_hash(request: EscrowRequest) -> bytes:
    """Return the SHA-256 of a request: what an answer is bound to."""
    return hashlib.sha256(b"ecaf/escrow-request/1\0" + canonical(request)).digest()


def fingerprint(request: EscrowRequest) -> str:
    """Return the eight letters two people read to each other by telephone before anybody opens anything: ``7K2M-Q9XD``.

    They are 40 bits: somebody who swaps the request on its way would have to find another with the same letters.
    """
    number = int.from_bytes(request_hash(request)[:5], "big")
    letters = "".join(_LETTERS[number >> shift & 31] for shift in range(35, -5, -5))
    return f"{letters[:4]}-{letters[4:_FINGERPRINT_LETTERS]}"


def _decrypted(suite: Suite, sealed: str, private: Any, info: bytes) -> bytes:
    try:
        return bytes(suite.decrypt(to_bytes(sealed), private, info=info))
    except (InvalidTag, ValueError) as fault:
        raise Refused(Problem.SIGNATURE_WRONG) from fault

"""Whose request this is (RFC 9421, ``docs/protocol.md`` §6); a request is believed once, and only while it is fresh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
    InvalidSignature,
    algorithms,
)

from endpoint.nonces import given_at, new_nonce
from endpoint.pace import Pace
from endpoint.spelled import Spelled, spelled
from endpoint.storage.database import Transaction
from endpoint.storage.devices import Device, find_device, find_devices
from endpoint.storage.nonces import spend_nonces
from endpoint.visit import Asked
from protocol import limits
from protocol.codec import to_bytes
from protocol.problems import Problem, Refused
from protocol.requests import COVERED, TAG

_NONCE_LETTERS = range(16, 65)


class _EnrolledKeys(HTTPSignatureKeyResolver):
    """Finds a device's key, and remembers whether anybody was found."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self.stranger = False
        self.device: Device | None = None

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey | None:
        """Return the device's public key, or None for a stranger."""
        self.device = find_device(self._tx, key_id)
        self.stranger = self.device is None
        return Ed25519PublicKey.from_public_bytes(to_bytes(self.device.signing, 32)) if self.device else None


class _Verifier(HTTPMessageVerifier):
    """Verifies a signature whatever its time; how fresh it is is judged afterwards, when it is known to be genuine."""

    def __init__(self, keys: _EnrolledKeys) -> None:
        super().__init__(signature_algorithm=algorithms.ED25519, key_resolver=keys)

    def validate_created_and_expires(self, sig_input: Any, max_age: object = None) -> None:  # noqa: ARG002 the library's shape
        """Raise unless the signature says when it was made."""
        if type(sig_input.params.get("created")) is not int:
            raise InvalidSignature


@dataclass(frozen=True)
class _Believed:
    """A request that is genuine and fresh: its device, and its nonce with the time that counts for it."""

    device: Device
    nonce: str
    made: int


@dataclass(frozen=True)
class Judge:
    """By what requests are judged: the key that nonces are made of, how much a device may do, and the time."""

    receipt_key: Ed25519PrivateKey
    pace: Pace
    now: datetime


def authenticate(tx: Transaction, asked: Asked, judge: Judge) -> Device:
    """Return the device that signed this request, and spend the request's nonce. Raises ``Refused``.

    A request that is genuine and has only its time against it is refused with a nonce to sign instead.
    """
    (one,) = authenticate_all(tx, [asked], judge, {})
    if isinstance(one, Refused):
        raise one
    return one


def authenticate_all(
    tx: Transaction, several: Sequence[Asked], judge: Judge, known: dict[str, Device]
) -> list[Device | Refused]:
    """Return of each request which device signed it, its nonce spent, or why it is refused; nothing else is written.

    Devices in ``known`` are not looked up again, and those that were are added to it: keys never change, but whether
    the authority gave an order about a device since is not known of these.
    """
    claims = [spelled(asked) for asked in several]
    if strangers := {claim.device for claim in claims if claim is not None} - known.keys():
        known.update(find_devices(tx, strangers))

    def believed(asked: Asked, claim: Spelled | None) -> _Believed | Refused:
        try:
            signed = _quickly(known, claim) or _by_the_library(tx, asked)
            one = _believe(*signed, judge)
            judge.pace.check(one.device.id, len(asked.body))
        except Refused as refusal:
            return refusal
        return one

    each = [believed(asked, claim) for asked, claim in zip(several, claims, strict=True)]
    return [
        one if isinstance(one, Refused) else _kept_to(judge.pace, one, len(asked.body))
        for one, asked in zip(_spent(tx, each), several, strict=True)
    ]


def _kept_to(pace: Pace, device: Device, body: int) -> Device | Refused:
    try:
        pace.take(device.id, body)
    except Refused as refusal:
        return refusal
    return device


def _spent(tx: Transaction, several: Sequence[_Believed | Refused]) -> list[Device | Refused]:
    nonces = {(one.device.id, one.nonce): one.made for one in several if isinstance(one, _Believed)}
    fresh = spend_nonces(tx, nonces)
    answers: list[Device | Refused] = []
    for one in several:
        if isinstance(one, Refused):
            answers.append(one)
        elif (nonce := (one.device.id, one.nonce)) in fresh:
            fresh.remove(nonce)  # for the first of two that carry the same
            answers.append(one.device)
        else:
            answers.append(Refused(Problem.SIGNATURE_WRONG))
    return answers


def _quickly(known: Mapping[str, Device], claim: Spelled | None) -> tuple[Device, str, int] | None:
    device = known.get(claim.device) if claim is not None else None
    if claim is None or device is None or not claim.is_by(device.signing):
        return None
    return device, claim.nonce, claim.created


def _by_the_library(tx: Transaction, asked: Asked) -> tuple[Device, str, int]:
    keys = _EnrolledKeys(tx)
    try:
        (result,) = _Verifier(keys).verify(
            asked, max_age=None, expect_tag=TAG, require_components=COVERED, body=asked.body
        )
    except (HTTPMessageSignaturesException, ValueError) as fault:
        raise Refused(_what_is_wrong(asked, keys)) from fault
    if keys.device is None:
        raise Refused(Problem.DEVICE_UNKNOWN)
    return keys.device, str(result.parameters.get("nonce", "")), int(result.parameters["created"])


def _believe(device: Device, nonce: str, created: int, judge: Judge) -> _Believed:
    made = _made_at(device, nonce, created, judge)
    if made is None:
        raise Refused(Problem.SIGNATURE_WRONG, nonce=new_nonce(judge.receipt_key, device.id, judge.now))
    if len(nonce) not in _NONCE_LETTERS:
        raise Refused(Problem.SIGNATURE_WRONG)
    return _Believed(device, nonce, made)


def _made_at(device: Device, nonce: str, created: int, judge: Judge) -> int | None:
    if abs(created - judge.now.timestamp()) <= limits.REQUEST_AGE_SECONDS:
        return created
    return given_at(judge.receipt_key, device.id, nonce, judge.now)


def _what_is_wrong(asked: Asked, keys: _EnrolledKeys) -> Problem:
    if not asked.header("signature-input"):
        return Problem.SIGNATURE_MISSING
    return Problem.DEVICE_UNKNOWN if keys.stranger else Problem.SIGNATURE_WRONG

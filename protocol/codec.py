"""Bytes in, messages out, strictly: only I-JSON without floats, unknown keys or deep nesting is accepted."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any, TypeVar

import msgspec
import rfc8785

from protocol.messages import Message
from protocol.problems import Problem, Refused

MessageT = TypeVar("MessageT")
_DEPTH = 32
_ODD_NUMBER = re.compile(rb"[:\[,]-?[0-9]+([0-9]{15}|[.eE])")
"""What may be a fraction, or larger than every reader reads alike."""

_LARGEST = 2**53 - 1  # RFC 7493 §2.2: beyond this two readers need not read the same number


def canonical(message: Any) -> bytes:
    """Return the RFC 8785 form of a message or of plain JSON values.

    A message of the protocol holds no fraction. Where it needs no escape and nothing beyond ASCII, its sorted JSON is
    that form already, and is had in a hundredth of the time.
    """
    if isinstance(message, Message):
        plain = msgspec.json.encode(message, order="sorted")
        if plain.isascii() and b"\\" not in plain and not _ODD_NUMBER.search(plain):
            return plain
    return rfc8785.dumps(msgspec.to_builtins(message))


def encode(message: Any) -> bytes:
    """Return a message as JSON bytes for the wire."""
    return msgspec.json.encode(message)


def decode(body: bytes, kind: type[MessageT]) -> MessageT:
    """Return the message of ``kind`` that ``body`` holds. Raises ``Refused`` when it is anything else."""
    return convert(parse(body), kind)


def convert(value: Any, kind: type[MessageT]) -> MessageT:
    """Return plain JSON values as a message of ``kind``. Raises ``Refused`` when they do not fit."""
    try:
        return msgspec.convert(value, kind, strict=True)
    except (msgspec.ValidationError, ValueError) as fault:
        raise Refused(Problem.MALFORMED) from fault


def parse(body: bytes) -> Any:
    """Return the JSON values in ``body``: I-JSON (RFC 7493) without floats, at most 32 deep. Raises ``Refused``."""
    try:
        value = json.loads(
            body.decode(), object_pairs_hook=_unique, parse_float=_no_float, parse_int=_exact, parse_constant=_no_float
        )
        _check_plain(value, _DEPTH)
    except (ValueError, RecursionError) as fault:
        raise Refused(Problem.MALFORMED) from fault
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _no_float(_text: str) -> Any:
    raise ValueError("not an integer")


def _exact(digits: str) -> int:
    number = int(digits)
    if abs(number) > _LARGEST:
        raise ValueError("larger than every reader reads alike")
    return number


def _check_plain(value: Any, depth: int) -> None:
    if depth == 0:
        raise ValueError("nested too deep")
    if isinstance(value, str):
        value.encode()  # half a surrogate pair has no UTF-8 form, and so no canonical one
    elif isinstance(value, dict):
        for name, inner in value.items():
            _check_plain(name, depth)
            _check_plain(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            _check_plain(inner, depth - 1)


def to_text(raw: bytes) -> str:
    """Return bytes as unpadded URL-safe base64 text."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def to_bytes(text: str, length: int | None = None) -> bytes:
    """Return the bytes of unpadded URL-safe base64 ``text``. Raises ``Refused`` for any other spelling or length."""
    try:
        raw = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (ValueError, binascii.Error) as fault:
        raise Refused(Problem.MALFORMED) from fault
    if to_text(raw) != text or (length is not None and len(raw) != length):
        raise Refused(Problem.MALFORMED)
    return raw

"""The escrow keys and the three who hold each: any two of them open it together, and never one alone.

Each holder has a code on paper and nothing else. The key's secret is wrapped once for each pair, under both codes; what
lies in the authority's folder opens nothing by itself. Every opening is written down in a chained log.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from os import urandom
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage import x25519

from authority.keys import write_private
from protocol.codec import canonical, decode, encode, to_bytes, to_text
from protocol.codes import new_code, read_code
from protocol.escrow import EscrowAnswer, EscrowKey, EscrowRequest, answer
from protocol.messages import Message
from protocol.problems import Problem, Refused

SEATS = ("A", "B", "C")
"""The three places a holder can have; who sits in which is on their paper."""

_NONCE_BYTES = 12


class WrongCodes(Exception):
    """The two codes do not open this escrow key together; nobody is told which of them is wrong."""


class Wrapped(Message, frozen=True):
    """An escrow key as it is kept: its public halves, and its secret for each pair of holders."""

    name: str
    recipient: str
    vault_public: str
    pairs: dict[str, str]


class _Secret(Message, frozen=True):
    """What a pair opens: the age identity for sealed records, and the secret of the key for vaults."""

    identity: str
    vault: str


@dataclass(frozen=True)
class Opened:
    """An escrow key in the memory of the holders' computer, for as long as it takes to answer."""

    identity: str
    vault_key: EscrowKey


def make(name: str) -> tuple[Wrapped, dict[str, str]]:
    """Return a fresh escrow key, wrapped, and each holder's code by their seat; the codes are kept nowhere."""
    vault_key, secret = EscrowKey.generate()
    identity = x25519.Identity.generate()
    codes = {seat: new_code() for seat in SEATS}
    inner = encode(_Secret(str(identity), to_text(secret)))
    pairs = {a + b: _wrap(name, a + b, _pair_key(codes[a], codes[b]), inner) for a, b in combinations(SEATS, 2)}
    return Wrapped(name, str(identity.to_public()), vault_key.public_text(), pairs), codes


def open_with(wrapped: Wrapped, codes: dict[str, str]) -> Opened:
    """Return an escrow key opened by two holders, given their codes by seat.

    Raises ``WrongCodes``, and ``MistypedCode`` when one of them is no code at all.
    """
    pair = "".join(sorted(codes))
    if len(codes) != 2 or pair not in wrapped.pairs:  # noqa: PLR2004 - two of three is the rule
        raise WrongCodes
    sealed = to_bytes(wrapped.pairs[pair])
    first, second = (codes[seat] for seat in sorted(codes))
    try:
        inner = AESGCM(_pair_key(first, second)).decrypt(
            sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _bound(wrapped.name, pair)
        )
    except InvalidTag:
        raise WrongCodes from None
    secret = decode(inner, _Secret)
    return Opened(secret.identity, EscrowKey(to_bytes(secret.vault)))


def reply(opened: Opened, name: str, request: EscrowRequest) -> EscrowAnswer:
    """Return the answer to a laptop's request: the keys in the slots that are sealed to this escrow key.

    Raises ``Refused`` when there is none, or it does not open.
    """
    mine = [slot for slot in request.slots if slot.key == name]
    found = tuple(opened.vault_key.open(request.vault, slot) for slot in mine)
    if not found:
        raise Refused(Problem.NOT_FOUND)
    return answer(request, found)


def save(folder: Path, wrapped: Wrapped) -> None:
    """Keep an escrow key in the authority's folder. Raises ``FileExistsError``."""
    write_private(folder / f"{wrapped.name}.escrow", encode(wrapped).decode())


def load(folder: Path, name: str) -> Wrapped:
    """Return an escrow key as it is kept. Raises ``FileNotFoundError``."""
    return decode((folder / f"{name}.escrow").read_bytes().strip(), Wrapped)


def write_down(folder: Path, act: str, about: str, seats: str, at: datetime | None = None) -> None:
    """Add one line to the log of openings, chained to the line before; ``about`` is a hash or an id, never a name."""
    file = folder / "escrow-log.jsonl"
    lines = file.read_text(encoding="ascii").splitlines() if file.exists() else []
    line: dict[str, str | int] = {
        "n": len(lines) + 1,
        "prev": _hash(lines[-1]) if lines else "",
        "at": (at or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "act": act,
        "about": about,
        "holders": seats,
    }
    with file.open("a", encoding="ascii") as out:
        out.write(canonical(line).decode() + "\n")


def log_is_whole(folder: Path) -> bool:
    """Say whether every line of the log follows the one before it."""
    file = folder / "escrow-log.jsonl"
    prev = ""
    for number, line in enumerate(file.read_text(encoding="ascii").splitlines() if file.exists() else [], start=1):
        said = json.loads(line)
        if (said["n"], said["prev"]) != (number, prev):
            return False
        prev = _hash(line)
    return True


def _hash(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def _pair_key(first: str, second: str) -> bytes:
    both = read_code(first) + b"\0" + read_code(second)
    return HKDF(SHA256(), 32, None, b"ecaf/escrow-pair/1").derive(both)


def _wrap(name: str, pair: str, key: bytes, inner: bytes) -> str:
    nonce = urandom(_NONCE_BYTES)
    return to_text(nonce + AESGCM(key).encrypt(nonce, inner, _bound(name, pair)))


def _bound(name: str, pair: str) -> bytes:
    return f"ecaf/escrow-pair/1/{name}/{pair}".encode()

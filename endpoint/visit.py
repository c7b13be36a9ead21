"""One request and all that may be known while it is answered; no web framework, no SQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from endpoint.storage.database import Transaction
from endpoint.storage.devices import Device
from protocol.codec import encode
from protocol.messages import SignedDirectory
from protocol.problems import Problem


class Headers(Protocol):
    """A request's header lines, as they came."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Return name and value of each line."""
        ...


@dataclass(frozen=True)
class Asked:
    """A request: ``url`` whole, ``path`` and ``query`` its parts by name, ``body`` within its limit."""

    method: str
    url: str
    headers: Headers
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What is sent back. ``about`` is the id the access is written down under: an id, never a name."""

    status: int
    body: bytes
    media_type: str = "application/json"
    about: str = ""


@dataclass(frozen=True)
class House:
    """Whose endpoint this is: the signed directory, the receipt key and the epoch of the store."""

    directory: SignedDirectory
    receipt_key: Ed25519PrivateKey
    store_epoch: str


@dataclass(frozen=True)
class Visit:
    """A request being answered: in which transaction, for whom, and when."""

    tx: Transaction
    house: House
    asked: Asked
    now: datetime


@dataclass(frozen=True)
class SignedVisit(Visit):
    """The same, of a device that signed it."""

    device: Device


def problem_answer(problem: Problem, about: str = "") -> Answer:
    """Return a problem as RFC 9457 wants it."""
    body: dict[str, Any] = {"type": problem.urn, "title": problem.sentence, "status": problem.status}
    return Answer(problem.status, encode(body), "application/problem+json", about)

"""One request and all that may be known while it is answered; no web framework, no SQL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from endpoint.accounts import NEEDED, Course
from endpoint.childindex import ChildIndex, OwnIndex
from endpoint.outside import Outside
from endpoint.secondfactor import FactorRule
from endpoint.settings import POLICY_DAYS
from endpoint.storage.database import Transaction
from endpoint.storage.devices import Device
from protocol.codec import encode
from protocol.messages import SignedDirectory
from protocol.problems import Problem, Refused
from protocol.requests import NONCE_HEADER, OFFSET_HEADER, RETRY_HEADER, VERSION_HEADER


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

    def header(self, name: str) -> str:
        """Return a header line's value; empty where there is none, or more than one."""
        found = self._lines.get(name, [])
        return found[0] if len(found) == 1 else ""

    @cached_property
    def _lines(self) -> Mapping[str, list[str]]:
        lines: dict[str, list[str]] = {}
        for name, value in self.headers.items():
            lines.setdefault(name.lower(), []).append(value)
        return lines

    @property
    def version(self) -> int:
        """The newest version of the protocol that whoever asked understands."""
        said = self.header(VERSION_HEADER)
        return int(said) if re.fullmatch("[1-9][0-9]?", said) else 1


@dataclass(frozen=True)
class Answer:
    """What is sent back. ``about`` is the id the access is written down under: an id, never a name.

    ``problem`` is the code of what went wrong, for the log; empty where nothing did.
    """

    status: int
    body: bytes
    media_type: str = "application/json"
    about: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True)
class House:
    """Whose endpoint this is: the directory as it was at the start, the receipt key, the epoch of the store, its files.

    ``index`` is the child index that answers. ``needed`` is what everybody is trained in who sends and receives,
    ``warn_days`` how many days before something of an account lapses its owner is told.
    ``policy_days`` is how many days it counts that somebody accepted the use policy, 0 for ever.
    ``factor`` says of whom a second factor is asked.

    The directory in force, which may have come since, is in the store.
    """

    directory: SignedDirectory
    receipt_key: Ed25519PrivateKey
    store_epoch: str
    outside: Outside
    index: ChildIndex = field(default_factory=OwnIndex)
    needed: tuple[Course, ...] = NEEDED
    warn_days: int = 30
    policy_days: int = POLICY_DAYS
    factor: FactorRule = field(default_factory=FactorRule)


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


_SAID_IN_HEADERS = {"nonce": NONCE_HEADER, "offset": OFFSET_HEADER, "retry_after": RETRY_HEADER}


def problem_answer(problem: Problem, about: str = "", members: Mapping[str, Any] | None = None) -> Answer:
    """Return a problem as RFC 9457 wants it, with what else is said beside it."""
    body: dict[str, Any] = {"type": problem.urn, "title": problem.sentence, "status": problem.status}
    said = dict(members or {})
    headers = {_SAID_IN_HEADERS[name]: str(said.pop(name)) for name in _SAID_IN_HEADERS if name in said}
    content = encode({**body, **said})
    return Answer(problem.status, content, "application/problem+json", about, headers, problem.code)


def refusal_answer(refusal: Refused, about: str = "") -> Answer:
    """Return the answer that a refusal comes to."""
    return problem_answer(refusal.problem, about, refusal.members)

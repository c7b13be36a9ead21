"""The whole of what the endpoint answers, as one table; what is not in it does not exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from endpoint.audit import Action
from endpoint.resources import anchor, authority, changes, enrolments, envelopes, health, lease
from endpoint.visit import Answer, SignedVisit, Visit
from protocol import limits

_ENROLMENT_BYTES = 16 * 1024


@dataclass(frozen=True)
class OpenResource:
    """What anybody may ask; ``action`` is None where nothing of anybody is touched."""

    method: str
    path: str
    body_limit: int
    action: Action | None
    answer: Callable[[Visit], Answer]


@dataclass(frozen=True)
class SignedResource:
    """What only an enrolled device may ask, and each time it is written down."""

    method: str
    path: str
    body_limit: int
    action: Action
    answer: Callable[[SignedVisit], Answer]


Resource = OpenResource | SignedResource

RESOURCES: tuple[Resource, ...] = (
    OpenResource("GET", "/v1/health", 0, None, health.get),
    OpenResource("GET", "/v1/authority", 0, None, authority.get),
    OpenResource("POST", "/v1/enrolments", _ENROLMENT_BYTES, Action.DEVICE_ENROL, enrolments.post),
    SignedResource("PUT", "/v1/envelopes/{id}", limits.ENVELOPE_BYTES, Action.ENVELOPE_PUT, envelopes.put),
    SignedResource("GET", "/v1/envelopes/{id}", 0, Action.ENVELOPE_GET, envelopes.get),
    SignedResource("GET", "/v1/changes", 0, Action.CHANGES_LIST, changes.get),
    SignedResource("GET", "/v1/anchor", 0, Action.ANCHOR_GET, anchor.get),
    SignedResource("PUT", "/v1/anchor", limits.ANCHOR_BYTES, Action.ANCHOR_PUT, anchor.put),
    SignedResource("GET", "/v1/lease", 0, Action.LEASE_GET, lease.get),
)

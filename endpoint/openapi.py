"""The contract as OpenAPI 3.1: each request with its message, its answers and its problems; nothing is decided here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from endpoint.resources import RESOURCES, OpenResource, Resource, SignedResource
from endpoint.resources.health import Ready
from protocol import accounts, childindex, factor, keeping, notices, orders, requests
from protocol import messages as says
from protocol.batches import Verdicts
from protocol.deskkeys import DeskKeys
from protocol.problems import Problem
from protocol.requests import RETRY_HEADER
from protocol.services import SignedEdition

BYTES = "application/octet-stream"
_REF = "#/components/schemas/{name}"


@dataclass(frozen=True)
class Shape:
    """What a request takes and gives: a message, the media type of bytes, or None for nothing; and how it can fail."""

    takes: type | str | None
    gives: dict[int, type | str | None]
    problems: tuple[Problem, ...] = ()
    query: tuple[str, ...] = ()


_KEEPING = (Problem.ENVELOPE_DIFFERENT, Problem.DEVICE_SEQ_DIFFERENT, Problem.ENVELOPE_ERASED, Problem.UNREADABLE)
_ENROLLING = (
    Problem.ACCOUNT_NOT_READY,
    Problem.INVITATION_WRONG,
    Problem.INVITATION_USED,
    Problem.INVITATION_EXPIRED,
    Problem.SIGNATURE_WRONG,
)
_KNOCKING = (Problem.NOT_FOUND, Problem.ACCOUNT_OWN)
_SHUTTING = (*_KNOCKING, Problem.ACCOUNT_LAST)
_RECORDING = (*_SHUTTING, Problem.ACCOUNT_NOT_RIGHT)
_LIST = ("cursor", "limit")

SHAPES: dict[tuple[str, str], Shape] = {
    ("GET", "/v1/health"): Shape(None, {200: says.Health}),
    ("GET", "/health"): Shape(None, {200: says.Health}),
    ("GET", "/ready"): Shape(None, {200: Ready, 503: Ready}),
    ("GET", "/v1/authority"): Shape(None, {200: says.SignedDirectory}),
    ("GET", "/openapi.json"): Shape(None, {200: "application/json"}),
    ("POST", "/v1/enrolments"): Shape(says.Enrolment, {200: says.Enrolled, 201: says.Enrolled}, _ENROLLING),
    ("POST", "/v1/envelopes"): Shape(BYTES, {200: Verdicts}),
    ("PUT", "/v1/envelopes/{id}"): Shape(
        BYTES, {200: says.SignedReceipt, 201: says.SignedReceipt}, (*_KEEPING, Problem.BLOB_MISSING)
    ),
    ("GET", "/v1/envelopes/{id}"): Shape(None, {200: BYTES, 206: BYTES}, (Problem.NOT_FOUND,)),
    ("HEAD", "/v1/blobs/{sha256}"): Shape(None, {200: None}),
    ("PATCH", "/v1/blobs/{sha256}"): Shape(
        requests.PIECE_TYPE, {204: None}, (Problem.BLOB_OFFSET, Problem.BLOB_DIFFERENT)
    ),
    ("GET", "/v1/changes"): Shape(None, {200: says.Changes}, query=_LIST),
    ("GET", "/v1/erasures"): Shape(None, {200: keeping.ErasedList}, query=_LIST),
    ("PUT", "/v1/erasures/{id}"): Shape(
        keeping.SignedErasure, {200: keeping.ErasedList}, (Problem.NOT_FOUND, Problem.UNREADABLE)
    ),
    ("POST", "/v1/contact"): Shape(keeping.Contact, {200: keeping.Standing}),
    ("PUT", "/v1/orders/{id}"): Shape(
        orders.SignedDone, {200: orders.SignedDone}, (Problem.NOT_FOUND, Problem.UNREADABLE)
    ),
    ("GET", "/v1/policy"): Shape(None, {200: orders.SignedPolicy}, (Problem.NOT_FOUND,)),
    ("GET", "/v1/desk-keys"): Shape(None, {200: DeskKeys}, (Problem.NOT_FOUND,)),
    ("GET", "/v1/services"): Shape(None, {200: SignedEdition}, (Problem.NOT_FOUND,)),
    ("GET", "/v1/services/{sha256}"): Shape(None, {200: BYTES}, (Problem.NOT_FOUND,)),
    ("GET", "/v1/reconcile"): Shape(None, {200: keeping.Months}),
    ("GET", "/v1/reconcile/{month}"): Shape(None, {200: keeping.MonthHeld}, query=("after",)),
    ("PUT", "/v1/notices/{episode}"): Shape(
        notices.SignedNotice, {200: notices.NoticeAnswer}, (Problem.NOTICE_DIFFERENT, Problem.UNREADABLE)
    ),
    ("GET", "/v1/notices"): Shape(None, {200: childindex.FoundOuts}),
    ("POST", "/v1/index/searches"): Shape(
        childindex.Sought, {200: childindex.SearchAnswer}, (Problem.INDEX_NO_REASON, Problem.INDEX_TOO_LITTLE)
    ),
    ("POST", "/v1/index/children/{child}/looks"): Shape(
        childindex.LookWhy, {200: childindex.IndexEntry}, (Problem.INDEX_NO_REASON, Problem.NOT_FOUND)
    ),
    ("POST", "/v1/index/children/{child}/overrides"): Shape(
        childindex.LookWhy,
        {200: childindex.IndexEntry},
        (Problem.INDEX_NO_REASON, Problem.INDEX_SHIELDED, Problem.NOT_FOUND),
    ),
    ("PUT", "/v1/index/cafs/{episode}"): Shape(
        childindex.CafNote, {200: childindex.CafNoted}, (Problem.NOTICE_DIFFERENT, Problem.NOT_FOUND)
    ),
    ("GET", "/v1/index/reviews"): Shape(None, {200: childindex.Overrides}, (Problem.NOT_FOUND,)),
    ("PUT", "/v1/index/reviews/{look}"): Shape(
        childindex.Review,
        {200: childindex.Review},
        (Problem.INDEX_NO_REASON, Problem.INDEX_OWN_LOOK, Problem.NOT_FOUND),
    ),
    ("GET", "/v1/index/held"): Shape(None, {200: childindex.HeldPairs}, (Problem.NOT_FOUND,)),
    ("PUT", "/v1/index/held/{episode}"): Shape(
        childindex.Settled, {200: childindex.Settled}, (Problem.INDEX_NOT_AGREED, Problem.NOT_FOUND)
    ),
    ("GET", "/v1/index/settled"): Shape(None, {200: childindex.SettledPairs}, (Problem.NOT_FOUND,)),
    ("GET", "/v1/accounts"): Shape(None, {200: accounts.Accounts}, (Problem.NOT_FOUND,), query=("after",)),
    ("POST", "/v1/accounts"): Shape(
        accounts.NewAccount,
        {200: accounts.Account},
        (Problem.ACCOUNT_OWN, Problem.ACCOUNT_NOT_RIGHT, Problem.NOT_FOUND),
    ),
    ("GET", "/v1/accounts/{account}/changes"): Shape(
        None, {200: accounts.AccountChanges}, (Problem.NOT_FOUND,), query=("before",)
    ),
    ("POST", "/v1/accounts/{account}/invitations"): Shape(
        says.SignedInvitation,
        {200: accounts.Account},
        (*_RECORDING[:2], Problem.ACCOUNT_NOT_RIGHT, Problem.ACCOUNT_TWO),
    ),
    ("POST", "/v1/accounts/{account}/checks"): Shape(accounts.Vetted, {200: accounts.Account}, _RECORDING),
    ("POST", "/v1/accounts/{account}/trainings"): Shape(accounts.Trained, {200: accounts.Account}, _RECORDING),
    ("POST", "/v1/accounts/{account}/acceptances"): Shape(accounts.Accepted, {200: accounts.Account}, _RECORDING),
    ("PUT", "/v1/accounts/{account}/state"): Shape(accounts.Turned, {200: accounts.Account}, _SHUTTING),
    ("POST", "/v1/accounts/{account}/factor/resets"): Shape(
        accounts.FactorAnew,
        {200: accounts.Account},
        (*_KNOCKING, Problem.ACCOUNT_NOT_RIGHT),
    ),
    ("PUT", "/v1/accounts/{account}/revocations/{device}"): Shape(None, {200: accounts.Account}, _SHUTTING),
    ("GET", "/v1/anchor"): Shape(None, {200: says.SignedAnchor}, (Problem.NOT_FOUND,)),
    ("PUT", "/v1/anchor"): Shape(
        says.SignedAnchor, {200: says.SignedAnchor}, (Problem.ANCHOR_DIFFERENT, Problem.UNREADABLE)
    ),
    ("GET", "/v1/lease"): Shape(None, {200: says.SignedLease}),
    ("GET", "/v1/senders/{id}"): Shape(None, {200: says.SenderStanding}, (Problem.NOT_FOUND,)),
    ("GET", "/v1/factor"): Shape(None, {200: factor.FactorStanding}),
    ("POST", "/v1/factor/proofs"): Shape(
        factor.FactorCode,
        {200: factor.FactorStanding},
        (Problem.FACTOR_WRONG, Problem.FACTOR_WAIT, Problem.NOT_FOUND),
    ),
    ("POST", "/v1/factor/secrets"): Shape(None, {201: factor.FactorSecret}, (Problem.FACTOR_SET_UP, Problem.NOT_FOUND)),
}

_ALWAYS = (Problem.MALFORMED, Problem.ENDPOINT_TROUBLE, Problem.ENDPOINT_BUSY, Problem.ENDPOINT_FULL)
_SIGNED = (Problem.SIGNATURE_MISSING, Problem.SIGNATURE_WRONG, Problem.DEVICE_UNKNOWN, Problem.TOO_FAST)
_COME_AGAIN = {
    RETRY_HEADER: {"description": "in how many seconds to come again", "required": True, "schema": {"type": "integer"}}
}
_LATER = {Problem.TOO_FAST.status, Problem.ENDPOINT_BUSY.status, Problem.ENDPOINT_FULL.status}


@cache
def description() -> dict[str, Any]:
    """Return the whole contract."""
    messages = [kind for shape in SHAPES.values() for kind in (shape.takes, *shape.gives.values()) if _is_message(kind)]
    _, components = msgspec.json.schema_components(messages, ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for resource in RESOURCES:
        paths.setdefault(resource.path, {})[resource.method.lower()] = _operation(resource)
    return {
        "openapi": "3.1.0",
        "info": {"title": "eCAF endpoint", "version": str(says.PROTOCOL_VERSION)},
        "paths": paths,
        "components": {"schemas": {**components, "Problem": _PROBLEM}},
    }


_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"enum": [problem.urn for problem in Problem]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
    },
}


def _is_message(kind: type | str | None) -> bool:
    return isinstance(kind, type)


def _operation(resource: Resource) -> dict[str, Any]:
    shape = SHAPES[resource.method, resource.path]
    answers = {str(status): _content("kept or shown", kind) for status, kind in shape.gives.items()}
    failures = _failures(resource)
    for status in answers.keys() & failures.keys():
        failures[status]["content"].update(answers[status].get("content", {}))
    operation: dict[str, Any] = {
        "parameters": _parameters(resource, shape),
        "responses": {**answers, **failures},
    }
    if shape.takes is not None:
        operation["requestBody"] = {**_content("", shape.takes), "required": True}
        del operation["requestBody"]["description"]
    return operation


def _content(description: str, kind: type | str | None) -> dict[str, Any]:
    if kind is None:
        return {"description": description}
    if isinstance(kind, str):
        return {"description": description, "content": {kind: {}}}
    schema = {"$ref": _REF.format(name=kind.__name__)}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


_ID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
_SPELLED = {
    "account": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "month": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
}
"""How the parts of a path are spelled that are no id."""


def _parameters(resource: Resource, shape: Shape) -> list[dict[str, Any]]:
    names = [part[1:-1] for part in resource.path.split("/") if part.startswith("{")]
    inside = [{"name": name, "in": "path", "required": True, "schema": _SPELLED.get(name, _ID)} for name in names]
    return inside + [{"name": name, "in": "query", "schema": {"type": "string"}} for name in shape.query]


def _failures(resource: Resource) -> dict[str, Any]:
    """Return how a request can fail, by status; several problems may share one."""
    by_status: dict[int, list[str]] = {}
    for problem in problems_of(resource):
        by_status.setdefault(problem.status, []).append(problem.code)
    schema = {"$ref": _REF.format(name="Problem")}
    return {
        str(status): {
            "description": ", ".join(codes),
            **({"headers": _COME_AGAIN} if status in _LATER else {}),
            "content": {"application/problem+json": {"schema": schema}},
        }
        for status, codes in sorted(by_status.items())
    }


def problems_of(resource: Resource) -> tuple[Problem, ...]:
    """Return each way in which a request can fail."""
    signed = _SIGNED if not isinstance(resource, OpenResource) else ()
    revoked = (Problem.DEVICE_REVOKED,) if not isinstance(resource, OpenResource) and resource.reads else ()
    is_shut = not isinstance(resource, OpenResource) and resource.exchanges
    accounts = (Problem.ACCOUNT_NOT_READY,) if is_shut else ()
    is_proved = isinstance(resource, SignedResource) and resource.proves
    proves = (Problem.FACTOR_NEEDED,) if is_proved else ()
    large = (Problem.TOO_LARGE,) if resource.body_limit else ()
    own = SHAPES[resource.method, resource.path].problems
    return tuple(dict.fromkeys((*_ALWAYS, *signed, *revoked, *accounts, *proves, *large, *own)))

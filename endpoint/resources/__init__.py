"""The whole of what the endpoint answers, as one table; what is not in it does not exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from endpoint.audit import Action
from endpoint.keeping import note_refusal
from endpoint.looking import refused_as
from endpoint.permissions import AT_THE_DESK, EVERYBODY, OF_ACCOUNTS, WITH_FAMILIES
from endpoint.resources import (
    accountinviting,
    accountopening,
    accounts,
    anchor,
    authority,
    blobs,
    changes,
    contact,
    contract,
    deskkeys,
    enrolments,
    envelopes,
    erasures,
    factor,
    health,
    index,
    indexreview,
    lease,
    notices,
    orders,
    policy,
    reconcile,
    senders,
    services,
)
from endpoint.storage.database import Transaction
from endpoint.storage.looks import NOTE, OVERRIDE
from endpoint.visit import Answer, SignedVisit, Visit
from protocol import limits
from protocol.problems import Refused

_ENROLMENT_BYTES = 16 * 1024


def _no_more(_visit: SignedVisit, _refusal: Refused) -> None:
    """Write nothing down beside the access itself."""


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
    """What only an enrolled device may ask, and each time it is written down.

    ``reads``: it hands out what a device that was revoked may no longer have; what it brings is taken for ever.
    ``exchanges``: it sends or receives families' work, which needs a check and training on record (B10 129-130).
    ``proves``: it hands out other people's records, for which some roles prove a second factor (``endpoint.proving``).
    ``roles``: whose business it is; to everybody else it is not there.
    ``refused`` writes down what a refusal says, beside that there was one.
    """

    method: str
    path: str
    body_limit: int
    action: Action
    answer: Callable[[SignedVisit], Answer]
    reads: bool = False
    exchanges: bool = False
    proves: bool = False
    roles: frozenset[str] = EVERYBODY
    refused: Callable[[SignedVisit, Refused], None] = _no_more


@dataclass(frozen=True)
class SharedResource:
    """What many devices bring at once, and is answered for all of them together, in the order they came.

    ``answer_all`` writes nothing for one that it refuses; ``refused`` writes down what a refusal says of the device.
    """

    method: str
    path: str
    body_limit: int
    action: Action
    answer_all: Callable[[Transaction, Sequence[SignedVisit]], list[Answer | Refused]]
    refused: Callable[[SignedVisit, Refused], None]
    reads = False
    exchanges = True
    roles = WITH_FAMILIES


Resource = OpenResource | SignedResource | SharedResource

_BATCH, _PIECE = limits.BATCH_BYTES, limits.PIECE_BYTES


def _work(  # noqa: PLR0913 - a line of the table below
    method: str,
    path: str,
    limit: int,
    action: Action,
    answer: Callable[[SignedVisit], Answer],
    *,
    reads: bool = False,
    proves: bool = False,
) -> SignedResource:
    """Return what brings or fetches families' work."""
    return SignedResource(
        method, path, limit, action, answer, reads=reads, exchanges=True, proves=proves, roles=WITH_FAMILIES
    )


def _account(
    method: str, path: str, answer: Callable[[SignedVisit], Answer], limit: int = limits.ACCOUNT_BYTES
) -> SignedResource:
    """Return what an administrator asks about people's accounts, or does there."""
    action = Action.ACCOUNT_CHANGE if method != "GET" else Action.ACCOUNTS_LIST
    path = f"/v1/accounts{path}"
    return SignedResource(
        method, path, limit, action, answer, reads=True, exchanges=True, proves=True, roles=OF_ACCOUNTS
    )


def _look(
    method: str,
    path: str,
    act: str,
    answer: Callable[[SignedVisit], Answer],
    roles: frozenset[str] = WITH_FAMILIES,
) -> SignedResource:
    """Return a look into the index: what is asked for and what is refused stands in its own log too."""
    limit = limits.INDEX_BYTES if method != "GET" else 0
    return SignedResource(
        method,
        f"/v1/index/{path}",
        limit,
        Action.INDEX_LOOK,
        answer,
        reads=True,
        exchanges=True,
        proves=act != NOTE,
        roles=roles,
        refused=refused_as(act),
    )


RESOURCES: tuple[Resource, ...] = (
    OpenResource("GET", "/v1/health", 0, None, health.get),
    OpenResource("GET", "/health", 0, None, health.get),
    OpenResource("GET", "/ready", 0, None, health.get_ready),
    OpenResource("GET", "/v1/authority", 0, None, authority.get),
    OpenResource("GET", "/openapi.json", 0, None, contract.get),
    OpenResource("POST", "/v1/enrolments", _ENROLMENT_BYTES, Action.DEVICE_ENROL, enrolments.post),
    _work("POST", "/v1/envelopes", _BATCH, Action.BATCH_PUT, envelopes.post),
    SharedResource(
        "PUT", "/v1/envelopes/{id}", limits.ENVELOPE_BYTES, Action.ENVELOPE_PUT, envelopes.put_all, note_refusal
    ),
    _work("GET", "/v1/envelopes/{id}", 0, Action.ENVELOPE_GET, envelopes.get, reads=True, proves=True),
    _work("HEAD", "/v1/blobs/{sha256}", 0, Action.BLOB_LOOK, blobs.head),
    _work("PATCH", "/v1/blobs/{sha256}", _PIECE, Action.BLOB_PUT, blobs.patch),
    _work("GET", "/v1/changes", 0, Action.CHANGES_LIST, changes.get, reads=True, proves=True),
    SignedResource("GET", "/v1/erasures", 0, Action.ERASURES_LIST, erasures.get),
    SignedResource(
        "PUT", "/v1/erasures/{id}", limits.ERASURE_BYTES, Action.ERASURE_PUT, erasures.put, roles=WITH_FAMILIES
    ),
    SignedResource("POST", "/v1/contact", limits.CONTACT_BYTES, Action.CONTACT_MAKE, contact.post),
    SignedResource("PUT", "/v1/orders/{id}", limits.CONTACT_BYTES, Action.ORDER_DONE, orders.put),
    SignedResource("GET", "/v1/policy", 0, Action.POLICY_GET, policy.get, reads=True),
    SignedResource(
        "GET", "/v1/desk-keys", 0, Action.DESK_KEYS_GET, deskkeys.get, reads=True, exchanges=True, roles=AT_THE_DESK
    ),
    SignedResource("GET", "/v1/services", 0, Action.SERVICES_GET, services.get, reads=True),
    SignedResource("GET", "/v1/services/{sha256}", 0, Action.SERVICES_GET, services.get_page, reads=True),
    SignedResource("GET", "/v1/reconcile", 0, Action.RECONCILE_LIST, reconcile.get),
    SignedResource("GET", "/v1/reconcile/{month}", 0, Action.RECONCILE_LIST, reconcile.get_month),
    _work("PUT", "/v1/notices/{episode}", limits.NOTICE_BYTES, Action.NOTICE_PUT, notices.put, reads=True),
    _work("GET", "/v1/notices", 0, Action.NOTICES_LIST, notices.get, reads=True),
    _look("POST", "searches", index.SEARCH, index.search),
    _look("POST", "children/{child}/looks", index.OPEN, index.open_entry),
    _look("POST", "children/{child}/overrides", OVERRIDE, index.override, AT_THE_DESK),
    _look("PUT", "cafs/{episode}", NOTE, index.note),
    _look("GET", "reviews", indexreview.REVIEWS, indexreview.list_reviews, AT_THE_DESK),
    _look("PUT", "reviews/{look}", indexreview.REVIEW, indexreview.review, AT_THE_DESK),
    _look("GET", "held", indexreview.HELD, indexreview.list_pairs, AT_THE_DESK),
    _look("PUT", "held/{episode}", indexreview.SETTLE, indexreview.settle_pair, AT_THE_DESK),
    _look("GET", "settled", indexreview.SETTLED, indexreview.list_settled_pairs, AT_THE_DESK),
    _account("GET", "", accounts.get, 0),
    _account("POST", "", accountopening.post),
    _account("GET", "/{account}/changes", accountopening.get_changes, 0),
    _account("POST", "/{account}/invitations", accountinviting.post, _ENROLMENT_BYTES),
    _account("POST", "/{account}/checks", accounts.post_check),
    _account("POST", "/{account}/trainings", accounts.post_training),
    _account("POST", "/{account}/acceptances", accounts.post_acceptance),
    _account("PUT", "/{account}/state", accounts.put_state),
    _account("POST", "/{account}/factor/resets", accounts.post_factor_reset),
    _account("PUT", "/{account}/revocations/{device}", accounts.put_revocation, 0),
    SignedResource("GET", "/v1/anchor", 0, Action.ANCHOR_GET, anchor.get),
    SignedResource("PUT", "/v1/anchor", limits.ANCHOR_BYTES, Action.ANCHOR_PUT, anchor.put),
    SignedResource("GET", "/v1/lease", 0, Action.LEASE_GET, lease.get, reads=True),
    SignedResource(
        "GET", "/v1/senders/{id}", 0, Action.SENDER_ASK, senders.get, reads=True, exchanges=True, roles=AT_THE_DESK
    ),
    SignedResource("GET", "/v1/factor", 0, Action.FACTOR_LOOK, factor.get, reads=True),
    SignedResource(
        "POST", "/v1/factor/proofs", limits.CONTACT_BYTES, Action.FACTOR_PROVE, factor.post_proof, reads=True
    ),
    SignedResource("POST", "/v1/factor/secrets", 0, Action.FACTOR_BEGIN, factor.post_secret, reads=True),
)

"""``/v1/policy``: the authority's local rules as its root signed them; the endpoint reads nothing in them."""

from __future__ import annotations

from endpoint.storage.authorities import find_policy
from endpoint.visit import Answer, SignedVisit
from protocol.codec import encode
from protocol.problems import Problem, Refused


def get(visit: SignedVisit) -> Answer:
    """Show the policy in force."""
    policy = find_policy(visit.tx)
    if policy is None:
        raise Refused(Problem.NOT_FOUND)
    return Answer(200, encode(policy), about=f"policy {policy.policy.serial}")

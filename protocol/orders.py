"""What an authority orders and gives out, signed by its root (``docs/protocol.md`` §8); nothing is carried out here."""

from __future__ import annotations

from enum import StrEnum

from protocol import limits
from protocol.messages import Message
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check

_TWO_PEOPLE = 2


class OrderKind(StrEnum):
    """What a laptop is ordered to do.

    ``revoke``: hand in what is sealed; read nothing more. ``push-then-wipe``: the same, and erase its keys once all is
    receipted. ``wipe-now``: erase its keys at once; what was not handed in is lost.
    """

    REVOKE = "revoke"
    PUSH_THEN_WIPE = "push-then-wipe"
    WIPE_NOW = "wipe-now"


class Order(Message, frozen=True):
    """One order to one device. ``by`` gave it: two people at least for ``wipe-now``, which needs a ``why``."""

    id: str
    authority: str
    device: str
    what: OrderKind
    why: str
    by: tuple[str, ...]
    issued_at: str


class SignedOrder(Message, frozen=True):
    """An order and the root's signature."""

    order: Order
    signature: str


class Done(Message, frozen=True):
    """A device saying that it carried an order out; ``unsent`` is how many envelopes had no receipt then."""

    order: str
    device: str
    unsent: int
    done_at: str


class SignedDone(Message, frozen=True):
    """The same, signed by the device before its keys were erased."""

    done: Done
    signature: str


class Policy(Message, frozen=True):
    """An authority's local rules: ``text`` is a policy file, whole. A lower serial than the one held is never taken."""

    authority: str
    serial: int
    text: str


class SignedPolicy(Message, frozen=True):
    """A policy and the root's signature."""

    policy: Policy
    signature: str


def check_order(signed: SignedOrder, root: str) -> None:
    """Raise ``Refused`` unless this root gave the order, and two people did where all would be lost."""
    check(Kind.ORDER, signed.order, signed.signature, root)
    people = {name.strip() for name in signed.order.by} - {""}
    if not people or (signed.order.what is OrderKind.WIPE_NOW and not _two_with_a_reason(people, signed.order.why)):
        raise Refused(Problem.MALFORMED)


def _two_with_a_reason(people: set[str], why: str) -> bool:
    return len(people) >= _TWO_PEOPLE and bool(why.strip())


def check_policy(signed: SignedPolicy, root: str) -> None:
    """Raise ``Refused`` unless this root signed the policy, and it is no larger than it may be."""
    if len(signed.policy.text.encode()) > limits.POLICY_BYTES:
        raise Refused(Problem.TOO_LARGE)
    check(Kind.POLICY, signed.policy, signed.signature, root)

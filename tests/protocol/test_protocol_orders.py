"""An order is the root's, and nobody alone can have a laptop wiped with work on it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from protocol import limits
from protocol.keeping import month_digest, month_of, receipt_hash
from protocol.messages import Receipt
from protocol.orders import Order, OrderKind, Policy, SignedOrder, SignedPolicy, check_order, check_policy
from protocol.problems import Problem, Refused
from protocol.statements import Kind, public_text, sign

ORDER = Order(
    id="1b4e28ba-2fa1-41d2-883f-0016d3cca427",
    authority="E06000099",
    device="0b6f2b1e-3d1c-4d43-9a53-0f4b6f1f6a10",
    what=OrderKind.WIPE_NOW,
    why="stolen from a car",
    by=("A. Holder", "B. Holder"),
    issued_at="2026-11-26T09:30:05Z",
)


@dataclass(frozen=True)
class Root:
    """A root and its public text."""

    key: Ed25519PrivateKey
    public: str

    def order(self, **changed: object) -> SignedOrder:
        """Return an order this root signed."""
        order = msgspec.structs.replace(ORDER, **changed)
        return SignedOrder(order, sign(Kind.ORDER, order, self.key))


@pytest.fixture(scope="module")
def root() -> Root:
    """Make a root."""
    key = Ed25519PrivateKey.generate()
    return Root(key, public_text(key))


def test_an_order_of_two_people_with_a_reason_is_believed(root: Root) -> None:
    check_order(root.order(), root.public)
    check_order(root.order(what=OrderKind.PUSH_THEN_WIPE, by=("A. Holder",), why=""), root.public)


@pytest.mark.parametrize(
    "changed",
    [{"by": ("A. Holder",)}, {"by": ("A. Holder", "A. Holder ")}, {"by": ()}, {"why": " "}, {"by": ("", "B")}],
)
def test_nothing_is_wiped_on_one_persons_word_or_without_a_reason(root: Root, changed: dict[str, object]) -> None:
    with pytest.raises(Refused) as refusal:
        check_order(root.order(**changed), root.public)
    assert refusal.value.problem is Problem.MALFORMED


def test_an_order_that_another_root_signed_or_that_was_changed_is_refused(root: Root) -> None:
    with pytest.raises(Refused):
        check_order(root.order(), public_text(Ed25519PrivateKey.generate()))
    signed = root.order(what=OrderKind.REVOKE)
    with pytest.raises(Refused):
        check_order(msgspec.structs.replace(signed, order=ORDER), root.public)


def test_a_policy_is_the_roots_and_no_larger_than_it_may_be(root: Root) -> None:
    policy = Policy("E06000099", 2, "x" * limits.POLICY_BYTES)
    check_policy(SignedPolicy(policy, sign(Kind.POLICY, policy, root.key)), root.public)
    larger = msgspec.structs.replace(policy, text=policy.text + "x")
    with pytest.raises(Refused) as refusal:
        check_policy(SignedPolicy(larger, sign(Kind.POLICY, larger, root.key)), root.public)
    assert refusal.value.problem is Problem.TOO_LARGE


def test_the_digest_of_a_month_hangs_on_every_id_and_hash_and_on_no_order() -> None:
    held = {"a": "1", "b": "2"}
    assert month_digest(held) == month_digest({"b": "2", "a": "1"})
    assert len({month_digest(one) for one in (held, {"a": "1"}, {"a": "2", "b": "1"}, {"ab": "12"}, {})}) == 5
    assert month_of("2026-11-26T09:30:05Z") == "2026-11"


def test_a_receipt_of_version_1_has_no_word_of_the_one_before() -> None:
    receipt = Receipt("e", "h", "epoch", 7, "2026-11-26T09:30:05Z")
    assert "prev" not in msgspec.to_builtins(receipt)
    after = msgspec.structs.replace(receipt, prev=receipt_hash(receipt))
    assert msgspec.to_builtins(after)["prev"] == receipt_hash(receipt) != receipt_hash(after)

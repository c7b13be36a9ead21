"""Freezing answers: each a salted leaf, decoys beside them, one root over all (``docs/protocol.md`` §4).

A salt never leaves with a digest whose answer is withheld: without it no guess at the answer can be confirmed.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

import rfc8785

from app.domain.answers import Answer, Answers, from_json, is_blank, to_json
from app.domain.record import Leaf
from app.errors import Trouble
from protocol.codec import to_text
from protocol.limits import LEAF_MULTIPLE

_BYTES = 32


class CannotFreeze(Trouble):
    """An answer has no exact form to sign; ``path`` says where it stands, never what it is."""

    def __init__(self, path: str) -> None:
        super().__init__(
            "One answer holds a number or a character that cannot be kept exactly.",
            "Everything you wrote is still in the draft.",
            "Please write that answer again, then finish.",
        )
        self.path = path


@dataclass(frozen=True)
class Frozen:
    """Answers as they will be signed: leaves by path, 32-byte decoys in ascending order, and the root (hex)."""

    leaves: tuple[Leaf, ...]
    decoys: tuple[bytes, ...]
    root: str


def freeze(answers: Answers) -> Frozen:
    """Return the answers frozen; blank ones are left out. Raises ``CannotFreeze``."""
    given = {path: answer for path, answer in answers.items() if not is_blank(answer)}
    leaves = tuple(_leaf(path, given[path]) for path in sorted(given))
    decoys = tuple(sorted(secrets.token_bytes(_BYTES) for _ in range(_decoys_for(len(leaves)))))
    return Frozen(leaves, decoys, root_of([leaf.digest for leaf in leaves] + list(decoys)))


def _leaf(path: str, answer: Answer) -> Leaf:
    salt = secrets.token_bytes(_BYTES)
    try:
        return Leaf(path, from_json(to_json(answer)), salt, leaf_digest(path, answer, salt))
    except ValueError:
        raise CannotFreeze(path) from None  # the fault itself would quote the answer


def _decoys_for(count: int) -> int:
    return LEAF_MULTIPLE - count % LEAF_MULTIPLE


def leaf_digest(path: str, answer: Answer, salt: bytes) -> bytes:
    """Return the 32-byte digest of one answer. Raises ``ValueError`` when RFC 8785 has no form for it."""
    leaf = {"answer": to_json(answer), "path": path, "salt": to_text(salt)}
    return hashlib.sha256(b"ecaf/leaf/1\0" + rfc8785.dumps(leaf)).digest()  # type: ignore[arg-type]  # JSON by to_json


def root_of(digests: Iterable[bytes]) -> str:
    """Return the root (hex) over digests of leaves and decoys alike, in whatever order they are given."""
    return hashlib.sha256(b"ecaf/root/1\0" + b"".join(sorted(digests))).hexdigest()

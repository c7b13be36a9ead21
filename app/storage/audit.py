"""The append-only log of acts, each line bound to the one before by its hash; ids and codes only, never content.

The chain shows any line edited, taken out or put elsewhere, and (by the count the database itself keeps) a shortened
tail. Whoever holds the vault's key could write the whole chain anew: only ``head``, kept elsewhere, shows that.
"""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

import rfc8785

from app.storage.database import Transaction
from app.storage.moments import stored

_DOMAIN = b"ecaf/audit/v1\0"
_START = "0" * 64


class Act(StrEnum):
    """What was done."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    WRONG_PASSPHRASE = "wrong-passphrase"  # noqa: S105 -- the name of an act
    PASSPHRASE_CHANGED = "passphrase-changed"  # noqa: S105 -- the name of an act
    RECOVERY_CODE_MADE = "recovery-code-made"
    RECOVERED = "recovered"
    KEY_CHANGED = "key-changed"
    ENROLLED = "enrolled"
    CHILD_ADDED = "child-added"
    EPISODE_OPENED = "episode-opened"
    DRAFT_STARTED = "draft-started"
    VIEWED = "viewed"
    SEARCHED = "searched"
    FINISHED = "finished"
    SIGNED = "signed"
    PRINTED = "printed"
    EXPORTED = "exported"
    SEALED = "sealed"
    VOIDED = "voided"
    RECEIVED = "received"
    IMPORTED = "imported"
    MOVED_OUT = "moved-out"
    MOVED_IN = "moved-in"
    OPENED = "opened"
    REFUSED = "refused"
    ERASED = "erased"


class _Line(NamedTuple):
    n: int
    prev: str
    at: str
    act: str
    object: str
    why: str


def write(tx: Transaction, act: Act, object_id: str, at: datetime, why: str = "") -> None:
    """Write one line in the transaction of the act itself, so that neither stands without the other.

    ``object_id`` is the id of what was acted on; ``why`` is the reason given where one is asked for.
    """
    n, prev = head(tx) or (0, _START)
    line = _Line(n + 1, prev, stored(at), act.value, object_id, why)
    tx.run("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", (*line, _hash(line)))


def head(tx: Transaction) -> tuple[int, str] | None:
    """Return the number and hash (hex) of the newest line, or None: what an anchor elsewhere holds on to."""
    row = tx.one("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1")
    return (row["n"], row["hash"]) if row else None


def verify(tx: Transaction) -> int | None:
    """Return the number of the first line that is missing or not as it was written; None when the log is whole."""
    prev, expected = _START, 1
    for row in tx.all("SELECT * FROM audit ORDER BY n"):
        line = _Line(expected, prev, row["at"], row["act"], row["object"], row["why"])
        if (row["n"], row["hash"]) != (expected, _hash(line)):
            return expected
        prev, expected = row["hash"], expected + 1
    return None if _written(tx) == expected - 1 else expected


def _written(tx: Transaction) -> int:
    """Return how many lines were ever written, as the database itself counts them."""
    row = tx.one("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
    return int(row["seq"]) if row else 0


def _hash(line: _Line) -> str:
    return sha256(_DOMAIN + rfc8785.dumps(dict(line._asdict()))).hexdigest()

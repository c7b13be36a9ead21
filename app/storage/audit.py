"""The append-only log of acts, each line bound to the one before by its hash; ids and codes only, never content.

The chain shows any line edited, taken out or put elsewhere, and (by the count the database itself keeps) a shortened
tail. From enrolment on each line has a MAC too, under a key that is hashed into the next and then forgotten: whoever
takes the laptop over later cannot write anew what came before. The first key is sealed to the authority's escrow.
"""

import hmac
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple, cast

from app.storage.database import Row, Transaction
from app.storage.moments import moment, stored

_DOMAIN, _DOMAIN_ABOUT = b"ecaf/audit/v1\0", b"ecaf/audit/v2\0"
_START = "0" * 64
CLOCK_LEEWAY = timedelta(minutes=1)
"""A clock corrected by less is no jump."""


class Act(StrEnum):
    """What was done."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    WRONG_PASSPHRASE = "wrong-passphrase"  # noqa: S105 -- the name of an act
    PASSPHRASE_CHANGED = "passphrase-changed"  # noqa: S105 -- the name of an act
    RECOVERY_CODE_MADE = "recovery-code-made"
    RECOVERED = "recovered"
    HOLDERS_ASKED = "holders-asked"
    GIVEN_BACK = "given-back"
    CHECKED = "checked"
    BACKED_UP = "backed-up"
    BROUGHT_BACK = "brought-back"
    KEY_CHANGED = "key-changed"
    ENROLLED = "enrolled"
    CHILD_ADDED = "child-added"
    EPISODE_OPENED = "episode-opened"
    RESTRICTED = "restricted"
    UNRESTRICTED = "unrestricted"
    DRAFT_STARTED = "draft-started"
    WRITTEN = "written"
    FORM_CHANGED = "form-changed"
    LISTED = "listed"
    VIEWED = "viewed"
    TURNED = "turned"
    TURNED_BACK = "turned-back"
    SEARCHED = "searched"
    FINISHED = "finished"
    SIGNED = "signed"
    PRINTED = "printed"
    EXPORTED = "exported"
    NOT_AT_HOME = "not-at-home"
    SEALED = "sealed"
    DECIDED = "decided"
    VOIDED = "voided"
    RECEIVED = "received"
    IMPORTED = "imported"
    MOVED_OUT = "moved-out"
    MOVED_IN = "moved-in"
    OPENED = "opened"
    REFUSED = "refused"
    ERASED = "erased"
    LET_GO = "let-go"
    REVIEWED = "reviewed"
    WORRY_BEGUN = "worry-begun"
    WORRY_ENDED = "worry-ended"
    POLICY_CHANGED = "policy-changed"
    CLOCK_SET_BACK = "clock-set-back"
    NOTICED = "noticed"
    ACKNOWLEDGED = "acknowledged"
    WITHDRAWN = "withdrawn"
    STEP_MARKED = "step-marked"
    LIFTED = "lifted"
    ORDERED = "ordered"
    TOLD = "told"
    LOOKED_UP = "looked-up"
    ADMINISTERED = "administered"
    ERASURE_ASKED = "erasure-asked"
    DESK_KEY_TAKEN = "desk-key-taken"


_WEIGHTY = frozenset({Act.ENROLLED, Act.FINISHED, Act.SIGNED, Act.SEALED, Act.ERASED, Act.RECOVERED, Act.NOTICED})
"""Acts after which the witness goes to the disk at once."""
_EPISODE_OF = """
SELECT episode FROM episodes WHERE episode = :id
UNION ALL SELECT episode FROM drafts WHERE draft = :id
UNION ALL SELECT episode FROM records WHERE record = :id
UNION ALL SELECT episode FROM records JOIN outbox USING (record, version) WHERE envelope = :id
UNION ALL SELECT episode FROM inbox WHERE envelope = :id
UNION ALL SELECT episode FROM inbox WHERE record = :id
LIMIT 1
"""


class Line(NamedTuple):
    """One line as it is hashed. ``about`` is the episode it belongs to, empty where there is none."""

    n: int
    prev: str
    at: str
    act: str
    object: str
    why: str
    about: str = ""


@dataclass
class Chain:
    """The newest line's number, hash and time, the key of the next, and the latest time ever seen, as of now.

    The vault writes key and time down as the transaction commits.
    """

    n: int
    head: str
    at: str
    key: bytes
    latest_at: str


def write(tx: Transaction, act: Act, object_id: str, at: datetime, why: str = "") -> None:
    """Write one line in the transaction of the act itself, so that neither stands without the other.

    ``object_id`` is the id of what was acted on; ``why`` is the reason given where one is asked for. A clock that was
    set back since the last line has a line of its own before it.
    """
    chain = _chain(tx)
    back = moment(chain.at) - at if chain.at else timedelta()
    if back > CLOCK_LEEWAY:
        _append(tx, chain, Act.CLOCK_SET_BACK, "", at, f"{back // timedelta(seconds=1)} seconds")
    _append(tx, chain, act, object_id, at, why)


def _append(tx: Transaction, chain: Chain, act: Act, object_id: str, at: datetime, why: str) -> None:  # noqa: PLR0913, PLR0917 - a line
    line = Line(chain.n + 1, chain.head, stored(at), act.value, object_id, why, _episode_of(tx, object_id))
    digest = _hash(line)
    mac = _mac(chain.key, digest) if chain.key else ""
    tx.run("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*line[:6], digest, line.about, mac))
    chain.n, chain.head, chain.at = line.n, digest, line.at
    chain.key = sha256(chain.key).digest() if chain.key else b""
    chain.latest_at = max(chain.latest_at, line.at)
    if act in _WEIGHTY:
        tx.weigh()


def _chain(tx: Transaction) -> Chain:
    if tx.chain is None:
        last = tx.one("SELECT n, hash, at FROM audit ORDER BY n DESC LIMIT 1")
        kept = tx.one("SELECT coalesce(audit_key, x'') AS audit_key, latest_at FROM standing")
        key, latest_at = (bytes(kept["audit_key"]), kept["latest_at"]) if kept else (b"", "")
        n, head, at = (last["n"], last["hash"], last["at"]) if last else (0, _START, "")
        tx.chain = Chain(n, head, at, key, latest_at)
    return cast(Chain, tx.chain)


def _episode_of(tx: Transaction, object_id: str) -> str:
    row = tx.one(_EPISODE_OF, {"id": object_id}) if object_id else None
    return str(row["episode"]) if row else ""


def _mac(key: bytes, digest: str) -> str:
    return hmac.digest(key, bytes.fromhex(digest), "sha256").hex()


def begin_key(tx: Transaction, key: bytes, sealed: bytes) -> None:
    """Have every line from the next one on carry a MAC; ``sealed`` is the first key, sealed to the escrow."""
    chain = _chain(tx)
    tx.run("UPDATE standing SET sealed_key = ?, keyed_from = ?", (sealed, chain.n + 1))
    chain.key = key


def sealed_key(tx: Transaction) -> bytes:
    """Return the first key as it was sealed to the escrow; empty before there is one."""
    row = tx.one("SELECT sealed_key FROM standing")
    return bytes(row["sealed_key"] or b"") if row else b""


def latest_time(tx: Transaction) -> datetime | None:
    """Return the latest time that any line ever had: a clock that was set back does not change it."""
    latest = _chain(tx).latest_at
    return moment(latest) if latest else None


def head(tx: Transaction) -> tuple[int, str] | None:
    """Return the number and hash (hex) of the newest line, or None: what an anchor elsewhere holds on to."""
    row = tx.one("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1")
    return (row["n"], row["hash"]) if row else None


def hash_of(tx: Transaction, n: int) -> str:
    """Return the hash (hex) of a line; empty where there is no such line."""
    row = tx.one("SELECT hash FROM audit WHERE n = ?", (n,))
    return str(row["hash"]) if row else ""


def verify(tx: Transaction, first_key: bytes = b"") -> int | None:
    """Return the number of the first line that is missing or not as it was written; None when the log is whole.

    With the first key, which only the authority's holders can open, the MAC of every line is checked too.
    """
    prev, expected, macs = _START, 1, _Macs(tx, first_key)
    for row in tx.all("SELECT * FROM audit ORDER BY n"):
        line = Line(expected, prev, row["at"], row["act"], row["object"], row["why"], row["about"])
        if (row["n"], row["hash"]) != (expected, _hash(line)) or not macs.agree(row):
            return expected
        prev, expected = row["hash"], expected + 1
    return None if _written(tx) == expected - 1 else expected


class _Macs:
    """Goes along the lines with the key that each had."""

    def __init__(self, tx: Transaction, first_key: bytes) -> None:
        row = tx.one("SELECT keyed_from FROM standing")
        self._from = row["keyed_from"] if row and first_key else None
        self._key = first_key

    def agree(self, row: Row) -> bool:
        """Say whether a line's MAC is right, and go on to the next key."""
        if self._from is None or row["n"] < self._from:
            return True
        expected = _mac(self._key, row["hash"])
        self._key = sha256(self._key).digest()
        return hmac.compare_digest(str(row["mac"]).encode(), expected.encode())


def _written(tx: Transaction) -> int:
    """Return how many lines were ever written, as the database itself counts them."""
    row = tx.one("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
    return int(row["seq"]) if row else 0


def _hash(line: Line) -> str:
    """Return a line's hash; one about no episode is hashed as it was before lines were about any."""
    told = dict(line._asdict())
    if not line.about:
        del told["about"]
        return sha256(_DOMAIN + _canonical(told)).hexdigest()
    return sha256(_DOMAIN_ABOUT + _canonical(told)).hexdigest()


def _canonical(told: dict[str, str | int]) -> bytes:
    """Return what is hashed, as RFC 8785 has it: for texts and whole numbers that is what JSON of Python's own is.

    It is written with each look at anybody, and a fifth as dear as the library that knows the whole of that rule.
    """
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

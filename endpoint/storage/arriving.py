"""Taking envelopes in: what must be known before, and writing them down, many at once; only in the authority's turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, text

from endpoint.storage.database import Transaction
from endpoint.storage.envelopes import ERASED
from endpoint.storage.tables import BODIES, ENVELOPES, RECIPIENTS
from endpoint.storage.written import Written
from protocol.codec import encode
from protocol.messages import EnvelopeHeader, EnvelopeKind, SignedHeader, SignedReceipt

_BEFORE = f"""
SELECT device_seq, receipt FROM envelopes
WHERE authority = :authority AND device = one.device AND device_seq <= one.device_seq AND device_seq > 0
AND (kind <> '{ERASED}' OR device_seq = one.device_seq) ORDER BY device_seq DESC LIMIT 1
"""  # noqa: S608 - a word of our own
"""The envelope next before by number; where the number itself is taken, the one that has it."""

_KNOWN = f"""
EXISTS (SELECT 1 FROM envelopes WHERE authority = :authority AND id = one.id),
EXISTS (
  SELECT 1 FROM envelopes WHERE authority = :authority AND device = one.device
  AND kind = '{EnvelopeKind.WITHDRAWAL}' AND record = one.record AND device_seq > one.device_seq
)
"""  # noqa: S608 - a word of our own
_LAST = "SELECT COALESCE(MAX(server_seq), 0) FROM envelopes WHERE authority = :authority"
_PLACES = Written(
    text(f"""
SELECT ({_LAST}), before.device_seq, before.receipt, {_KNOWN}
FROM unnest(
  CAST(:ids AS text[]), CAST(:devices AS text[]), CAST(:numbers AS bigint[]), CAST(:records AS text[])
) WITH ORDINALITY AS one (id, device, device_seq, record, turn)
LEFT JOIN LATERAL ({_BEFORE}) AS before ON true ORDER BY one.turn
""")  # noqa: S608 - our own words
)
"""All that must be known of envelopes before they are kept, in one journey, on PostgreSQL.

Each is looked for by itself along an index: a plan made while the table was small is as good when it is large.
"""

_PLACE = Written(
    text(f"""
WITH one (id, device, device_seq, record) AS (SELECT :id, :device, :number, :record)
SELECT ({_LAST}), before.device_seq, before.receipt, {_KNOWN} FROM one LEFT JOIN envelopes AS before
ON before.authority = :authority AND before.device = one.device AND before.device_seq = (
  SELECT device_seq FROM ({_BEFORE})
)
""")  # noqa: S608 - our own words
)
"""The same of one."""

_NAMES = [column.name for column in ENVELOPES.c if column.name != "authority"]
_TYPES = [
    "bigint[]"
    if name in {"server_seq", "device_seq", "size"}
    else "bytea[]"
    if name in {"header", "receipt"}
    else "text[]"
    for name in _NAMES
]
_INSERT_ALL = Written(
    text(f"""
WITH kept AS (
  INSERT INTO envelopes (authority, {", ".join(_NAMES)})
  SELECT :authority, {", ".join(_NAMES)} FROM unnest(
    {", ".join(f"CAST(:{name} AS {kind})" for name, kind in zip(_NAMES, _TYPES, strict=True))}
  ) AS one ({", ".join(_NAMES)})
), body AS (
  INSERT INTO bodies (authority, id, sealed)
  SELECT :authority, one.id, one.sealed
  FROM unnest(CAST(:with_bytes AS text[]), CAST(:sealed AS bytea[])) AS one (id, sealed)
)
INSERT INTO recipients (authority, key_id, server_seq)
SELECT :authority, one.key_id, one.server_seq
FROM unnest(CAST(:told AS text[]), CAST(:told_of AS bigint[])) AS one (key_id, server_seq)
""")  # noqa: S608 - the names of our own columns
)
"""All rows of all envelopes in one journey, on PostgreSQL: each is made while everybody else waits for the turn."""

_INSERT, _INSERT_BODY, _INSERT_RECIPIENT = (Written(insert(table)) for table in (ENVELOPES, BODIES, RECIPIENTS))


@dataclass(frozen=True)
class Place:
    """What is known of an envelope before it is kept.

    ``is_taken``: its id or its device's number was used already. ``receipt_before`` is the receipt of its device's
    next lower number, which is ``number_before``, 0 where there is none. ``is_withdrawn``: it was released, and its
    own device had taken it back before it came.
    """

    is_taken: bool
    number_before: int
    receipt_before: bytes | None
    is_withdrawn: bool


@dataclass(frozen=True)
class NewEnvelope:
    """An envelope to be kept, with its receipt; without ``sealed`` it is kept like one whose bytes were let go."""

    signed: SignedHeader
    sealed: bytes | None
    receipt: SignedReceipt

    def row(self) -> dict[str, Any]:
        """Return its row, but for whose it is."""
        header, receipt = self.signed.header, self.receipt.receipt
        return {
            "id": header.id,
            "server_seq": receipt.server_seq,
            "device": header.device,
            "device_seq": header.device_seq,
            "kind": str(header.kind),
            "size": header.size,
            "header": encode(self.signed),
            "receipt": encode(self.receipt),
            "received_at": receipt.received_at,
            "record": header.record,
            "sha256": header.sha256,
        }

    def recipients(self) -> list[tuple[str, int]]:
        """Return each key it is addressed to, with its place."""
        return [(key_id, self.receipt.receipt.server_seq) for key_id in sorted(set(self.signed.header.recipients))]


def find_places(tx: Transaction, headers: Sequence[EnvelopeHeader]) -> tuple[int, list[Place]]:
    """Return the last place that was given out, and what is known of each of these envelopes; in turn alone."""
    if tx.is_postgresql:
        asked = {
            "ids": [one.id for one in headers],
            "devices": [one.device for one in headers],
            "numbers": [one.device_seq for one in headers],
            "records": [one.record for one in headers],
        }
        rows = _PLACES.run(tx, asked)
    else:
        rows = [row for one in headers for row in _PLACE.run(tx, _asked(one))]
    return rows[0][0], [_place(header, row) for header, row in zip(headers, rows, strict=True)]


def _asked(header: EnvelopeHeader) -> dict[str, Any]:
    return {"id": header.id, "device": header.device, "number": header.device_seq, "record": header.record}


def _place(header: EnvelopeHeader, row: tuple[Any, ...]) -> Place:
    _, number, receipt, is_here, is_withdrawn = row
    taken_back = header.kind is EnvelopeKind.RELEASED and bool(is_withdrawn)
    return Place(bool(is_here) or number == header.device_seq, number or 0, receipt, taken_back)


def insert_envelopes(tx: Transaction, several: Sequence[NewEnvelope]) -> None:
    """Keep envelopes whose places were found just before, in the same turn; it fails where one of them was taken."""
    if not several:
        return
    rows = [one.row() for one in several]
    bodies = [(one.signed.header.id, one.sealed) for one in several if one.sealed is not None]
    told = [recipient for one in several for recipient in one.recipients()]
    if tx.is_postgresql:
        columns = {name: [row[name] for row in rows] for name in _NAMES}
        with_bytes, sealed = [envelope for envelope, _ in bodies], [raw for _, raw in bodies]
        whom = {"told": [key_id for key_id, _ in told], "told_of": [place for _, place in told]}
        _INSERT_ALL.run_each(tx, [{**columns, "with_bytes": with_bytes, "sealed": sealed, **whom}])
        return
    _INSERT.run_each(tx, rows)
    _INSERT_BODY.run_each(tx, [{"id": envelope, "sealed": raw} for envelope, raw in bodies])
    _INSERT_RECIPIENT.run_each(tx, [{"key_id": key_id, "server_seq": place} for key_id, place in told])

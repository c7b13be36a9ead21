"""Which requests were already made; a nonce is forgotten only when its request is too old to be accepted anyway."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, text

from endpoint.storage.database import Transaction
from endpoint.storage.tables import NONCES
from endpoint.storage.written import Written

_INSERT = Written(
    text(
        "INSERT INTO nonces (authority, device, nonce, created) VALUES (:authority, :device, :nonce, :created)"
        " ON CONFLICT DO NOTHING RETURNING device, nonce"
    )
)
_INSERT_ALL = Written(
    text("""
INSERT INTO nonces (authority, device, nonce, created)
SELECT :authority, device, nonce, created
FROM unnest(CAST(:devices AS text[]), CAST(:nonces AS text[]), CAST(:times AS bigint[])) AS one (device, nonce, created)
ON CONFLICT DO NOTHING RETURNING device, nonce
""")
)
"""Many in one journey, on PostgreSQL."""

_FORGET = delete(NONCES).where(
    NONCES.c.authority == bindparam("authority"), NONCES.c.created < bindparam("created_before")
)


def spend_nonces(tx: Transaction, nonces: Mapping[tuple[str, str], int]) -> set[tuple[str, str]]:
    """Mark nonces as used, each of a device and with its time, and return those that were fresh.

    They are taken in one order by everybody, so that two who bring the same ones never wait for each other.
    """
    ordered = [(device, nonce, created) for (device, nonce), created in sorted(nonces.items())]
    if len(ordered) > 1 and tx.is_postgresql:
        devices, words, times = map(list, zip(*ordered, strict=True))
        return set(_INSERT_ALL.run(tx, {"devices": devices, "nonces": words, "times": times}))
    rows = [dict(zip(("device", "nonce", "created"), one, strict=True)) for one in ordered]
    return {fresh for row in rows for fresh in _INSERT.run(tx, row)}


def forget_nonces(tx: Transaction, created_before: int) -> None:
    """Forget the nonces of requests made before this time (seconds since 1970)."""
    tx.connection.execute(_FORGET, {"authority": tx.authority, "created_before": created_before})

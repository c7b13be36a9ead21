"""Which requests were already made; a nonce is forgotten only when its request is too old to be accepted anyway."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, insert
from sqlalchemy.exc import IntegrityError

from endpoint.storage.database import Transaction
from endpoint.storage.tables import NONCES

_INSERT = insert(NONCES)
_FORGET = delete(NONCES).where(
    NONCES.c.authority == bindparam("authority"), NONCES.c.created < bindparam("created_before")
)


def spend_nonce(tx: Transaction, device: str, nonce: str, created: int) -> bool:
    """Mark a nonce as used and say whether it was fresh; if it was not, the caller gives up the transaction."""
    row = {"authority": tx.authority, "device": device, "nonce": nonce, "created": created}
    try:
        tx.connection.execute(_INSERT, row)
    except IntegrityError:
        return False
    return True


def forget_nonces(tx: Transaction, created_before: int) -> None:
    """Forget the nonces of requests made before this time (seconds since 1970)."""
    tx.connection.execute(_FORGET, {"authority": tx.authority, "created_before": created_before})

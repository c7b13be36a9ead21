"""What the desk said it took in from a stick; each once, and the endpoint's word is still waited for."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from app.domain.ids import EnvelopeId
from app.storage.database import Transaction
from app.storage.moments import moment, stored


@dataclass(frozen=True)
class HandIn:
    """The desk has an envelope: ``by`` is the label people read, ``at`` the desk's time, ``receipt`` which it was."""

    envelope: EnvelopeId
    by: str
    at: datetime
    receipt: str


def add(tx: Transaction, hand_in: HandIn) -> bool:
    """Keep the desk's word; False when it is known already, or the envelope is not (or no longer) here."""
    return bool(
        tx.run(
            "INSERT OR IGNORE INTO hand_ins SELECT envelope, ?, ?, ? FROM outbox WHERE envelope = ?",
            (hand_in.by, stored(hand_in.at), hand_in.receipt, hand_in.envelope),
        )
    )


def of_envelopes(tx: Transaction, wanted: Collection[EnvelopeId]) -> dict[EnvelopeId, HandIn]:
    """Return what the desk said of these envelopes, by envelope."""
    query = "SELECT * FROM hand_ins WHERE envelope IN (SELECT value FROM json_each(?))"
    rows = tx.all(query, (json.dumps(list(wanted)),)) if wanted else []
    found = (HandIn(EnvelopeId(row["envelope"]), row["by"], moment(row["at"]), row["receipt"]) for row in rows)
    return {one.envelope: one for one in found}

"""Of which envelopes the endpoint said that they are erased for ever: none of them is kept or shown here again."""

from app.domain.ids import EnvelopeId
from app.storage import later_signatures, outbox, sync_state
from app.storage.database import Transaction

_ERASED = "erased "
_COUNT = "erased at the desk"


def is_erased(tx: Transaction, envelope: EnvelopeId) -> bool:
    """Say whether it was erased: what comes late, or on a stick, is not taken in again."""
    return sync_state.read(tx, _ERASED + envelope) is not None


def from_desk(tx: Transaction) -> int:
    """Return how many that had come to this desk were erased since."""
    return int(sync_state.read(tx, _COUNT) or 0)


def let_go(tx: Transaction, envelope: EnvelopeId, why: str) -> tuple[bool, str]:
    """Keep the word and nothing else of it; say whether anything was here, and return a sealed file to erase."""
    if is_erased(tx, envelope):
        return False, ""
    sync_state.write(tx, _ERASED + envelope, why)
    tx.run("DELETE FROM inbox_bodies WHERE envelope = ?", (envelope,))
    was_signature = later_signatures.forget(tx, envelope)
    was_at_desk = bool(tx.run("DELETE FROM inbox WHERE envelope = ?", (envelope,)))
    if was_at_desk:
        sync_state.write(tx, _COUNT, str(from_desk(tx) + 1))
    if was_at_desk or was_signature:
        tx.leave_no_trace()
    file = outbox.let_go_erased(tx, envelope)
    return was_at_desk or was_signature or bool(file), file

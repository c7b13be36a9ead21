"""The PIN that leaves share view and nothing else; kept as a slow hash inside the vault, and it opens no vault.

Here too stands whether the screen is turned to a family: after a lock it is turned to them again, never to the record.
"""

from __future__ import annotations

import secrets
from datetime import datetime

import msgspec

from app.domain.ids import EpisodeId
from app.errors import Trouble
from app.said import said
from app.storage import guesses, sync_state
from app.storage.database import Transaction
from app.storage.guesses import Guesses
from app.storage.slots import Cost, slow_hash

_PIN, _WRONG, _TURNED = "leave pin", "leave pin wrong", "turned to"
_SALT_BYTES = 16

_MINUTE = 60


class WrongPin(Trouble):
    """What was typed is neither the PIN nor the passphrase."""

    def __init__(self) -> None:
        super().__init__("That was not it.", "Nothing is lost.", "Try again. Your five words leave share view too.")


class TooManyPins(Trouble):
    """Wrong ones were typed too fast one after another."""

    def __init__(self, seconds: int) -> None:
        wait = said("{seconds} seconds", seconds=seconds)
        if seconds >= _MINUTE:
            wait = said("{minutes} minutes", minutes=-(-seconds // _MINUTE))
        super().__init__(
            "That was not it several times in a row.", "Nothing is lost.", said("Please wait {wait}.", wait=wait)
        )


class _Pin(msgspec.Struct, frozen=True):
    """The hash of a PIN, its salt, and what making it cost."""

    hashed: bytes
    salt: bytes
    m: int
    t: int
    p: int


class Turned(msgspec.Struct, frozen=True):
    """To which family the screen is turned, from which step of the record, and which of their pages is shown."""

    episode: str
    step: str
    page: int = 0


def choose(tx: Transaction, pin: str, cost: Cost) -> None:
    """Leave by ``pin`` from now on, and by one from before no more."""
    salt = secrets.token_bytes(_SALT_BYTES)
    hashed = slow_hash(pin, salt, cost)
    kept = _Pin(hashed, salt, cost.memory_kib, cost.passes, cost.lanes)
    sync_state.write(tx, _PIN, msgspec.json.encode(kept).decode())
    sync_state.forget(tx, _WRONG)


def is_chosen(tx: Transaction) -> bool:
    """Say whether there is a PIN."""
    return sync_state.read(tx, _PIN) is not None


def forget(tx: Transaction) -> None:
    """Forget the PIN, so that a new one is asked for: its owner had to use the passphrase."""
    sync_state.forget(tx, _PIN)
    sync_state.forget(tx, _WRONG)


def is_right(tx: Transaction, typed: str) -> bool:
    """Say whether ``typed`` is the PIN; slow on purpose."""
    written = sync_state.read(tx, _PIN)
    if written is None:
        return False
    kept = msgspec.json.decode(written, type=_Pin)
    again = slow_hash(typed, kept.salt, Cost("stored", kept.m, kept.t, kept.p))
    return secrets.compare_digest(again, kept.hashed)


def check_wait(tx: Transaction, now: datetime) -> None:
    """Raise ``TooManyPins`` while there is a wait."""
    left = guesses.left(_wrong(tx), now)
    if left > 0:
        raise TooManyPins(left)


def note_wrong(tx: Transaction, now: datetime) -> int:
    """Count one more wrong one, and return how many there were in a row."""
    wrong = _wrong(tx).wrong + 1
    sync_state.write(tx, _WRONG, msgspec.json.encode(Guesses(wrong, now)).decode())
    return wrong


def forget_wrong(tx: Transaction) -> int:
    """Begin afresh after a right one; return how many wrong ones there were."""
    wrong = _wrong(tx).wrong
    sync_state.forget(tx, _WRONG)
    return wrong


def _wrong(tx: Transaction) -> Guesses:
    written = sync_state.read(tx, _WRONG)
    return msgspec.json.decode(written, type=Guesses) if written else Guesses()


def turn(tx: Transaction, episode: EpisodeId, step: str) -> None:
    """Remember that the screen is turned to this family."""
    sync_state.write(tx, _TURNED, msgspec.json.encode(Turned(episode, step)).decode())


def note_page(tx: Transaction, page: int) -> None:
    """Remember which page the family is on, while the screen is turned to them."""
    found = turned(tx)
    if found is not None:
        sync_state.write(tx, _TURNED, msgspec.json.encode(Turned(found.episode, found.step, page)).decode())


def turned(tx: Transaction) -> Turned | None:
    """Return to whom the screen is turned; ``None`` when to nobody."""
    written = sync_state.read(tx, _TURNED)
    return msgspec.json.decode(written, type=Turned) if written else None


def turn_back(tx: Transaction) -> None:
    """Remember that the screen is the worker's again."""
    sync_state.forget(tx, _TURNED)

"""Turning the screen to a family and back: each stands in the audit, and the way back asks for PIN or passphrase."""

from __future__ import annotations

from typing import Literal

from app.domain.ids import EpisodeId
from app.errors import Trouble
from app.operations.workplace import Workplace
from app.storage import audit, episodes, leave_pin
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.leave_pin import Turned, WrongPin
from app.storage.slots import Cost
from app.storage.troubles import WrongPassphrase
from app.storage.vault import Vault

Shown = Literal["record", "agreement", "child"]
"""What the family sees: their record, the explaining before they agree to start, or the child's own page."""
SHORTEST_PIN = 4


class PinTooPlain(Trouble):
    """Too short, or one that anybody would try first."""

    def __init__(self) -> None:
        super().__init__(
            "Anybody would try this one.", "Nothing was kept.", "Choose four digits or more that are not all alike."
        )


def turn(tx: Transaction, workplace: Workplace, episode: EpisodeId, step: str, shown: Shown) -> None:
    """Turn the screen to a family; after a lock it is turned to them again."""
    leave_pin.turn(tx, episode, step)
    audit.write(tx, Act.TURNED, episode, workplace.clock.now(), shown)


def note_page(tx: Transaction, page: int) -> None:
    """Remember which page they are on, so that a lock brings them back to it."""
    leave_pin.note_page(tx, page)


def turned_to(tx: Transaction) -> Turned | None:
    """Return to whom the screen is turned; ``None`` when to nobody, or to a record that was erased since."""
    found = leave_pin.turned(tx)
    return found if found is not None and episodes.get(tx, EpisodeId(found.episode)) is not None else None


def has_pin(tx: Transaction) -> bool:
    """Say whether a PIN was chosen."""
    return leave_pin.is_chosen(tx)


def choose_pin(vault: Vault, pin: str, cost: Cost) -> None:
    """Leave share view by ``pin`` from now on. Raises ``PinTooPlain``."""
    if len(pin) < SHORTEST_PIN or not pin.isdigit() or len(set(pin)) == 1 or pin in "0123456789876543210":
        raise PinTooPlain
    with vault.transaction() as tx:
        leave_pin.choose(tx, pin, cost)


def turn_back(vault: Vault, typed: str, workplace: Workplace) -> None:
    """Give the screen back to the worker, who typed the PIN or the passphrase.

    Raises ``WrongPin`` or ``TooManyPins``. Whoever had to use the passphrase has forgotten the PIN: it is let go, and
    a new one is asked for the next time.
    """
    now = workplace.clock.now()
    with vault.transaction() as tx:
        leave_pin.check_wait(tx, now)
        is_pin = leave_pin.is_right(tx, typed)
    if not is_pin and not _is_passphrase(vault, typed):
        with vault.transaction() as tx:
            leave_pin.note_wrong(tx, now)
        raise WrongPin
    with vault.transaction() as tx:
        wrong, found = leave_pin.forget_wrong(tx), leave_pin.turned(tx)
        if not is_pin:
            leave_pin.forget(tx)
        leave_pin.turn_back(tx)
        why = f"after {wrong} wrong tries" if wrong else ""
        audit.write(tx, Act.TURNED_BACK, found.episode if found is not None else "", now, why)


def _is_passphrase(vault: Vault, typed: str) -> bool:
    if typed.isdigit():
        return False  # no passphrase is a number; a wrong PIN need not wait for it
    try:
        vault.check_passphrase(typed)
    except WrongPassphrase:
        return False
    return True

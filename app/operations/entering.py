"""Opening somebody's vault at the start of the day: guesses are slowed down, and a weak slot is made dearer on the way.

A failure here never wipes, remakes or blocks anything but the next guess.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.clock import Clock
from app.errors import Trouble
from app.log import LOGGER
from app.storage import guesses
from app.storage.slots import FLOOR, Cost
from app.storage.strength import is_weaker
from app.storage.troubles import WrongPassphrase
from app.storage.vault import Vault, open_vault

QUICK_SECONDS = 0.5
"""An unlock that was done sooner guards too little: it ought to take about a second."""


def enter(folder: Path, passphrase: str, clock: Clock, cost: Callable[[], Cost]) -> Vault:
    """Return the vault in ``folder``, opened by its passphrase.

    ``cost`` says what a guess ought to cost on this laptop; it is asked only where the slot was opened too quickly.
    Raises ``TooManyGuesses``, or whatever ``open_vault`` raises.
    """
    guesses.check(folder, clock.now())
    started = clock.elapsed()
    try:
        vault = open_vault(folder, passphrase)
    except WrongPassphrase:
        guesses.note_wrong(folder, clock.now())
        raise
    if clock.elapsed() - started < QUICK_SECONDS or vault.slot_cost.work < FLOOR.work:
        _strengthen(vault, passphrase, cost)
    return vault


def wait_before_next(folder: Path, clock: Clock) -> int:
    """Return how many seconds the next guess at this vault has to wait; others on the laptop never wait for it."""
    try:
        guesses.check(folder, clock.now())
    except guesses.TooManyGuesses as wait:
        return wait.seconds
    return 0


def _strengthen(vault: Vault, passphrase: str, cost: Callable[[], Cost]) -> None:
    """Wrap the passphrase's slot anew where that makes a guess dearer; there is always another day for it."""
    wanted = cost()
    if not is_weaker(vault.slot_cost, wanted):
        return
    try:
        vault.change_passphrase(passphrase, wanted)
    except Trouble as trouble:
        LOGGER.info("the slot was not strengthened: %s", type(trouble).__name__)

"""A day's work in one vault, quick to look at afterwards: saves of every kind, and its keys changed in between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from larkrise import PASSPHRASE

from app.storage.keys import ONLY_FOR_TESTS
from app.storage.recovery_code import new_code
from app.storage.vault import Vault, create_vault, open_vault
from rigs.loop import Finding, looked_at, save

CHANGED = "walnut pepper bridge lantern otter"
SAVES = 36
KINDS = ("write",) * 8 + ("sign", "fold", "erase")


class Day:
    """Somebody's vault, and the words that open it now."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._words = folder, PASSPHRASE
        self.vault: Vault = open_vault(folder, PASSPHRASE)

    def steps(self) -> list[tuple[str, Callable[[], object]]]:
        """Return the day's steps, each called by the number of the last save in it."""
        lot = Random("a day's work")
        steps: list[tuple[str, Callable[[], object]]] = []
        between = {8: self._change_code, 14: self._change_words, 20: self._change_key, 26: self._again}
        for number in range(1, SAVES + 1):
            steps.append((str(number), partial(self._save, number, lot.choice(KINDS))))
            if number in between:
                steps.append((str(number), between[number]))
        return steps

    def lock(self) -> None:
        """Lock the vault that is open now."""
        self.vault.lock()

    def _save(self, number: int, kind: str) -> None:
        with self.vault.transaction() as tx:
            save(tx, number, kind)
        if kind == "fold":
            self.vault.checkpoint()

    def _change_code(self) -> None:
        self.vault.change_recovery_code(new_code(), "office")

    def _change_words(self) -> None:
        self.vault.change_passphrase(CHANGED, ONLY_FOR_TESTS)
        self._words = CHANGED

    def _change_key(self) -> None:
        self.vault.change_key(self._words, ONLY_FOR_TESTS)

    def _again(self) -> None:
        self.vault.lock()
        self.vault = open_vault(self._folder, self._words)


def new_place(folder: Path) -> None:
    """Make the vault."""
    create_vault(folder, PASSPHRASE, ONLY_FOR_TESTS).lock()


def found_in(folder: Path) -> Finding:
    """Return what is found there, whichever words open it."""
    found = looked_at(folder)
    return looked_at(folder, CHANGED) if found.refused == "WrongPassphrase" else found

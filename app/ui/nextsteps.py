"""Which next step is offered under a trouble at the unlock page: never words alone."""

from __future__ import annotations

from enum import Enum

from app.errors import Trouble
from app.look.speech import noted
from app.storage.troubles import (
    DiskFull,
    DiskTrouble,
    KeyFileDamaged,
    NotEnoughMemory,
    OnlyOlderKeys,
    SecretDamaged,
    VaultDamaged,
    VaultInUse,
    VaultTooNew,
)


class Step(Enum):
    """What can be done next; its value is the button's words."""

    NONE = ""
    AGAIN = noted("Try again")
    DAMAGED = noted("See what can be done")
    CLOSE = noted("Close the program")


_STEPS: dict[type[Trouble], Step] = {
    DiskFull: Step.AGAIN,
    DiskTrouble: Step.AGAIN,
    NotEnoughMemory: Step.AGAIN,
    VaultInUse: Step.AGAIN,
    KeyFileDamaged: Step.DAMAGED,
    OnlyOlderKeys: Step.DAMAGED,
    SecretDamaged: Step.DAMAGED,
    VaultDamaged: Step.DAMAGED,
    VaultTooNew: Step.CLOSE,
}


def step_for(trouble: Trouble, before: type[Trouble] | None) -> Step:
    """Return the step for a trouble; a disk that did not read twice running is treated as a damaged place."""
    if isinstance(trouble, DiskTrouble) and before is DiskTrouble:
        return Step.DAMAGED
    return _STEPS.get(type(trouble), Step.NONE)

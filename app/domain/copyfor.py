"""For whom a family's copy is made: each reader has a copy of their own; it decides nothing about what they may see."""

from __future__ import annotations

from enum import StrEnum


class CopyFor(StrEnum):
    """Whose copy it is. Which person that is for consent says ``person``: an easier copy shows nobody more."""

    PARENT = "parent"
    EASY = "easy read"
    CHILD = "child"
    YOUNG = "young person"

    @property
    def is_short(self) -> bool:
        """Whether it is the plan and no more; who reads it is told that there is a long one."""
        return self in {CopyFor.EASY, CopyFor.CHILD}

    @property
    def person(self) -> str:
        """Return who at home reads it, as ``domain.sharing.in_family`` names them."""
        return CopyFor.PARENT.value if self is CopyFor.EASY else self.value

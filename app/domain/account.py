"""What was done with one child's records, when and by whom: the answer to somebody who asks to see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Done:
    """One thing that was done, in words."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True)
class Account:
    """Everything that was done with one child's records on one laptop, oldest first; never of a restricted episode."""

    child: str
    laptop_of: str
    done: tuple[Done, ...]

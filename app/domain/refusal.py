"""A family's no to a record on a computer: what a note for the worker's own file may say, and nothing else (S4 4.16).

It is made for one moment, from what was said at the first gate, and is kept nowhere: see ``operations.refusing``.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.gates import FirstGate
from app.domain.people import Worker


class Safety(StrEnum):
    """Whether the worker has thought about the child's safety, as they say themselves; nothing is presumed."""

    NO_WORRY = "no worry"
    WILL_ASK = "will ask"
    NOT_SAID = "not said"


@dataclass(frozen=True)
class Remarks:
    """What the worker adds for their own file; each part may stay empty, to be written by hand."""

    reason: str = ""
    next_step: str = ""
    safety: Safety = Safety.NOT_SAID


@dataclass(frozen=True)
class Refusal:
    """What a family answered at the first gate; ``chose`` and ``explained`` hold the form's words."""

    gate: FirstGate
    child: str
    who: str
    chose: tuple[tuple[str, str], ...]
    explained: tuple[str, ...]
    worker: Worker
    remarks: Remarks

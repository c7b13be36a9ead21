"""How a paper left the vault, written into the audit: which paper, which way and for whom; never what stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.clock import Clock
from app.domain.letter import LetterKind
from app.storage import audit
from app.storage.audit import Act
from app.storage.database import Transaction


class Way(StrEnum):
    """Which way a paper left."""

    SAVED = "saved"
    """As a file, where somebody chose."""
    SHOWN = "shown"
    """To another program, to be printed."""


class Paper(StrEnum):
    """Which paper it was."""

    BUNDLE = "bundle"
    BUNDLE_FILE = "bundle-file"
    COPY = "family-copy"
    NOTE = "refusal-note"
    SHEET = "recovery-sheet"
    FORM = "form"
    WORKING = "working-paper"
    TOLD = "told-lines"


@dataclass(frozen=True)
class Leave:
    """One paper's way out, and whom it was for where that was said."""

    paper: Paper | LetterKind
    way: Way = Way.SAVED
    reader: str = ""

    def code(self) -> str:
        """Return it as it stands in the audit, after ``printed``."""
        return ":".join(filter(None, (self.paper, self.way, self.reader)))


def note_sheet(tx: Transaction, way: Way, clock: Clock) -> None:
    """Write down that the sheet with a recovery code left; the code is nowhere in the line."""
    audit.write(tx, Act.PRINTED, "", clock.now(), Leave(Paper.SHEET, way).code())

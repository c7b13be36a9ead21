"""Writing a paper where somebody chose to have it; only they can read it, and it is never written anywhere else."""

from __future__ import annotations

import os
from pathlib import Path

from app.errors import Trouble
from app.look.speech import tr


class NotWritten(Trouble):
    """A paper could not be written where it was to go; ``what`` names it."""

    def __init__(self, what: str, fault: OSError) -> None:
        super().__init__(
            tr("{what} could not be saved there.").format(what=what),
            tr("Nothing is lost."),
            tr("Choose another place. ({strerror})").format(strerror=fault.strerror),
        )


def write_privately(path: Path, body: bytes, what: str) -> None:
    """Write a file that only this person may read. Raises ``NotWritten``."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(body)
    except OSError as fault:
        raise NotWritten(what, fault) from fault

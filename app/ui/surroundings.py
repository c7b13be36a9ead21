"""What the program is given from outside: folders, forms, the clock, ways to ask for a file; nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.clock import Clock
from app.forms.definition import FormLibrary
from app.operations.policy import Policy
from app.storage.keys import Cost
from app.storage.room import FreeSpace, no_end
from app.ui.battery import AskCharge, no_battery


def nothing_chosen(_title: str) -> Path | None:
    """Choose nothing: where nobody is there to be asked."""
    return None


def shown_by_none(_file: Path) -> bool:
    """Show nothing: where no program shows files."""
    return False


@dataclass(frozen=True)
class Surroundings:
    """All of it, the same from start to lock.

    ``relaunch`` starts the fresh unlock process; ``leave`` ends this one without another word; ``choose_file`` asks
    where a copy goes, ``open_file`` and ``choose_folder`` (under a title of a few words) which file to read and which
    folder to fill; ``show_file`` has another program show a PDF, and says whether one does; ``cost`` is what deriving a
    key costs, where it is not to be what takes a second here; ``free`` asks how much room the disk has, and so much of
    it as ``ballast_bytes`` is kept back for what is open; ``charge`` asks how full the battery is.
    """

    home: Path
    forms: FormLibrary
    policy: Policy
    clock: Clock
    relaunch: Callable[[], None]
    leave: Callable[[int], None]
    choose_file: Callable[[str], Path | None]
    cost: Cost | None = None
    free: FreeSpace = no_end
    ballast_bytes: int = 0
    open_file: Callable[[str], Path | None] = nothing_chosen
    choose_folder: Callable[[str], Path | None] = nothing_chosen
    show_file: Callable[[Path], bool] = shown_by_none
    charge: AskCharge = no_battery

"""What every room of the window works with: the vault's tasks, the autosave, who is at work, and the outside world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.operations.policy import Policy
from app.operations.workplace import Workplace
from app.ui.autosave import Autosave
from app.ui.tasks import Tasks


def nothing_chosen(_title: str) -> Path | None:
    """Choose nothing: where nobody is there to be asked."""
    return None


@dataclass(frozen=True)
class Bench:
    """Handed to every room when it is made.

    ``send_now`` wakes the courier; ``choose_file`` asks where a copy is to be saved, offering a name, and returns
    ``None`` when the person thought better of it; ``open_file`` and ``choose_folder`` ask for one that is there.
    """

    tasks: Tasks
    autosave: Autosave
    workplace: Workplace
    policy: Policy
    send_now: Callable[[], None]
    choose_file: Callable[[str], Path | None]
    open_file: Callable[[str], Path | None] = nothing_chosen
    choose_folder: Callable[[str], Path | None] = nothing_chosen

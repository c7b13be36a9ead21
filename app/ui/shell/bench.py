"""What every room of the window works with: the vault's tasks, the autosave, who is at work, and the outside world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.forms.widgets.marks import WritingHelp
from app.operations.policy import Policy
from app.operations.workplace import Workplace
from app.storage.keys import Cost
from app.storage.room import Room
from app.sync.errands import AskEndpoint, ask_nobody
from app.ui.autosave import Autosave
from app.ui.battery import AskCharge, no_battery
from app.ui.surroundings import nothing_chosen
from app.ui.tasks import Tasks
from app.ui.tray import cannot_show


def nothing_sent() -> None:
    """Send nothing: there is no courier."""


@dataclass(frozen=True)
class Bench:
    """Handed to every room when it is made.

    ``send_now`` wakes the courier, ``send_anyway`` does because somebody said so, whatever the connection costs;
    ``choose_file`` asks where a copy is to be saved, offering a name, and returns ``None`` when the person thought
    better of it. ``cost`` says what a guess at a passphrase is to cost here;
    ``crashed`` takes our own mistakes; ``room`` is what is left on the disk; ``open_file`` and ``choose_folder`` ask
    for one that is there; ``show_paper`` lays a PDF in the tray and has another program show it; ``hers`` is what is
    the practitioner's own while she writes; ``charge`` asks how full the battery is; ``ask_endpoint`` has
    the courier ask what somebody waits for, and is answered on the courier's own thread.
    """

    tasks: Tasks
    autosave: Autosave
    workplace: Workplace
    policy: Policy
    send_now: Callable[[], None]
    choose_file: Callable[[str], Path | None]
    cost: Callable[[], Cost]
    crashed: Callable[[Exception], None]
    room: Room
    open_file: Callable[[str], Path | None] = nothing_chosen
    choose_folder: Callable[[str], Path | None] = nothing_chosen
    show_paper: Callable[[bytes], None] = cannot_show
    charge: AskCharge = no_battery
    send_anyway: Callable[[], None] = nothing_sent
    ask_endpoint: AskEndpoint = ask_nobody
    hers: WritingHelp = field(default_factory=WritingHelp)

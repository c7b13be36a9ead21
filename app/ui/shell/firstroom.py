"""Which room somebody starts in: the desk, people's accounts, or home, which needs no room of its own here."""

from __future__ import annotations

from app.domain.people import Role
from app.ui.shell.accountsroom import AccountsRoom
from app.ui.shell.bench import Bench
from app.ui.shell.deskroom import DeskRoom

FirstRoom = DeskRoom | AccountsRoom


def first_room(bench: Bench) -> FirstRoom | None:
    """Return the room of this person's role; None for whoever starts at home, among the children."""
    match bench.workplace.worker.role:
        case Role.COORDINATOR:
            return DeskRoom(bench)
        case Role.ADMINISTRATOR:
            return AccountsRoom(bench)
    return None

"""The ways from a room to those beside home; it knows which there are, and nothing of what they do."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.doors import Doors
from app.ui.shell.sideroom import SideRoom
from app.ui.shell.siderooms import SideRooms
from app.ui.shell.takingback import TakingBack


class BesideHome(TakingBack):
    """A room with others ``beside`` it."""

    beside: SideRooms

    def show_beside(self, room: Callable[[], SideRoom]) -> None:
        """Show a room beside home, after what was typed is written."""
        raise NotImplementedError

    def follow(self, doors: Doors) -> None:
        """Let each door lead to its room."""
        for door, show in (
            (doors.to_looks, self.show_looks),
            (doors.to_care, self.show_care),
            (doors.to_ledger, self.show_ledger),
            (doors.to_move, self.show_move),
            (doors.to_phrases, self.show_phrases),
            (doors.to_services, self.show_services),
            (doors.to_lookup, self.show_lookup),
            (doors.to_settling, self.show_settling),
            (doors.to_digits, self.show_digits),
        ):
            door.connect(show)

    def show_looks(self) -> None:
        """Show who did what."""
        self.show_beside(lambda: self.beside.looks)

    def show_ledger(self) -> None:
        """Show what was sent, and how far it came."""
        self.show_beside(lambda: self.beside.ledger)

    def show_care(self) -> None:
        """Show copies and checks."""
        self.show_beside(lambda: self.beside.care)

    def show_phrases(self) -> None:
        """Show her own phrases."""
        self.show_beside(lambda: self.beside.phrases)

    def show_services(self) -> None:
        """Show services that may help."""
        self.show_beside(lambda: self.beside.services)

    def show_lookup(self) -> None:
        """Show the page on which a child is looked up at the authority."""
        self.show_beside(lambda: self.beside.lookup)

    def show_settling(self) -> None:
        """Show what waits for a coordinator in the child index."""
        self.show_beside(lambda: self.beside.settling)

    def show_digits(self) -> None:
        """Show the page for six digits from a phone."""
        self.show_beside(lambda: self.beside.digits)

    def show_move(self) -> None:
        """Show how to move to a new laptop, or from an old one."""
        self.show_beside(lambda: self.beside.move)

    def show_keys(self) -> None:
        """Show who can open this place."""
        self.show_beside(lambda: self.beside.keys)

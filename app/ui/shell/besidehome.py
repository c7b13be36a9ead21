"""The ways from a room to those beside home; it knows which there are, and nothing of what they do."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.shell.sideroom import SideRoom
from app.ui.shell.siderooms import SideRooms
from app.ui.shell.takingback import TakingBack


class BesideHome(TakingBack):
    """A room with others ``beside`` it."""

    beside: SideRooms

    def show_beside(self, room: Callable[[], SideRoom]) -> None:
        """Show a room beside home, after what was typed is written."""
        raise NotImplementedError

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

    def show_move(self) -> None:
        """Show how to move to a new laptop, or from an old one."""
        self.show_beside(lambda: self.beside.move)

    def show_keys(self) -> None:
        """Show who can open this place."""
        self.show_beside(lambda: self.beside.keys)

"""The rooms beside home, each made when somebody first goes there; none knows of another."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.operations.visiting import visit_of_today
from app.ui.shell.bench import Bench
from app.ui.shell.careroom import CareRoom
from app.ui.shell.digitsroom import DigitsRoom
from app.ui.shell.findroom import FindRoom
from app.ui.shell.gettingready import BlankRoom
from app.ui.shell.keysroom import KeysRoom
from app.ui.shell.ledgerroom import LedgerRoom
from app.ui.shell.looksroom import LooksRoom
from app.ui.shell.lookuproom import LookUpRoom
from app.ui.shell.moveroom import MoveRoom
from app.ui.shell.phraseroom import PhraseRoom, load_phrases
from app.ui.shell.servicesroom import ServicesRoom
from app.ui.shell.settlingroom import SettlingRoom
from app.ui.shell.sideroom import SideRoom

Room = TypeVar("Room", bound=SideRoom)


class SideRooms(QObject):
    """Makes the rooms and adds them to the stack that shows them.

    Signals: ``left()`` when somebody goes back; ``put_away()`` when finding a child is put away, which stands over
    whatever is open; ``found(str)`` with the episode of who was found; ``way_found(object)`` with the ``Way`` to go.
    """

    left = Signal()
    put_away = Signal()
    found = Signal(str)
    carried_on = Signal()
    """To go on with today's visit in the very field."""
    visit_begun = Signal(str)
    """To begin with today's visit where it is got ready for: nothing of it was written yet."""
    way_found = Signal(object)

    def __init__(self, bench: Bench, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._bench, self.stack = bench, stack
        load_phrases(bench)

    @cached_property
    def keys(self) -> KeysRoom:
        """Who can open this place."""
        return self._add(KeysRoom(self._bench))

    @cached_property
    def looks(self) -> LooksRoom:
        """Who did what."""
        return self._add(LooksRoom(self._bench))

    @cached_property
    def ledger(self) -> LedgerRoom:
        """What was sent, and how far it came."""
        return self._add(LedgerRoom(self._bench))

    @cached_property
    def care(self) -> CareRoom:
        """Copies and checks."""
        return self._add(CareRoom(self._bench))

    @cached_property
    def move(self) -> MoveRoom:
        """Moving to a new laptop."""
        return self._add(MoveRoom(self._bench))

    @cached_property
    def blank(self) -> BlankRoom:
        """What stands there after unlocking during a visit."""
        room = self._add(BlankRoom(self._bench))
        room.carried_on.connect(self.carried_on)
        room.opened.connect(self.visit_begun)
        return room

    def begin_visit(self) -> bool:
        """Show the page without names, where a visit is on today; say whether it is."""
        if self._bench.tasks.ask(lambda tx: visit_of_today(tx, self._bench.workplace)) is None:
            return False
        self.stack.setCurrentWidget(self.blank)
        self.blank.begin()
        return True

    @cached_property
    def phrases(self) -> PhraseRoom:
        """Her own phrases."""
        return self._add(PhraseRoom(self._bench))

    @cached_property
    def services(self) -> ServicesRoom:
        """Services that may help."""
        return self._add(ServicesRoom(self._bench))

    @cached_property
    def lookup(self) -> LookUpRoom:
        """Looking a child up at the authority."""
        return self._add(LookUpRoom(self._bench))

    @cached_property
    def settling(self) -> SettlingRoom:
        """What waits for a coordinator in the child index."""
        return self._add(SettlingRoom(self._bench))

    @cached_property
    def digits(self) -> DigitsRoom:
        """Six digits from a phone, before the authority shows what others wrote."""
        return self._add(DigitsRoom(self._bench))

    @cached_property
    def find(self) -> FindRoom:
        """Finding a child."""
        room = FindRoom(self._bench)
        room.left.connect(self.put_away)
        room.chosen.connect(self.found)
        room.way_chosen.connect(self.way_found)
        self.stack.addWidget(room)
        return room

    def _add(self, room: Room) -> Room:
        room.left.connect(self.left)
        self.stack.addWidget(room)
        return room

    @property
    def shown(self) -> SideRoom | None:
        """The room that is on the screen; None when it is none of these."""
        room = self.stack.currentWidget()
        return room if isinstance(room, SideRoom) else None

    def is_busy(self) -> bool:
        """Say whether one of them has the vault to itself: whoever asked the vault for anything now would wait."""
        return any(room.is_busy() for room in vars(self).values() if isinstance(room, SideRoom))

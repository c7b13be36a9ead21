"""The ways into a place when the words alone do not open it: forgotten words, a damaged place, a backup.

Each page is made when somebody first needs it, and holds what was typed no longer than it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from app.errors import Trouble
from app.look.speech import tr
from app.operations.caring import bring_back
from app.storage import keys
from app.storage.keys import Cost
from app.storage.seats import new_seat_folder, seat_folder
from app.ui.bringback import BringBackPage
from app.ui.mending import Mending, MendingNeeds
from app.ui.surroundings import Surroundings
from app.ui.tasks import Tasks
from app.ui.wayback import WayBack, WayBackNeeds
from app.ui.window import ProgramWindow


class WaysIn(QObject):
    """Pages and doings in front of the lock.

    Signals: ``opened(Vault)`` when a place stands open; ``names_shown()`` when names are on the screen before that;
    ``left()`` when somebody goes back to the unlock page.
    """

    opened = Signal(object)
    names_shown = Signal()
    left = Signal()

    def __init__(
        self,
        window: ProgramWindow,
        tasks: Tasks,
        around: Surroundings,
        cost: Callable[[], Cost],
        crashed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._window, self._tasks, self._around, self._cost, self._crashed = window, tasks, around, cost, crashed

    @cached_property
    def forgotten(self) -> WayBack:
        """The ways back in for whoever forgot the passphrase."""
        around = self._around
        room = WayBack(
            WayBackNeeds(
                tasks=self._tasks,
                clock=around.clock,
                cost=self._cost,
                choose_file=around.choose_file,
                open_file=around.open_file,
                contact=around.policy.key_holders,
                tried_first=around.policy.tried_first,
                crashed=self._crashed,
            )
        )
        room.opened.connect(self.opened)
        room.someone_new.connect(self._window.show_beginning)
        room.left.connect(self.left)
        self._window.add_stage(room)
        return room

    @cached_property
    def mending(self) -> Mending:
        """What can be done with a place that could not be read."""
        around = self._around
        mending = Mending(
            self._window.damaged,
            MendingNeeds(
                tasks=self._tasks,
                clock=around.clock,
                forms=around.forms,
                home=around.home,
                cost=self._cost,
                choose_folder=around.choose_folder,
                crashed=self._crashed,
            ),
        )
        mending.given_back.connect(self.names_shown)
        mending.opened.connect(self.opened)
        mending.left.connect(self.left)
        return mending

    @cached_property
    def backup(self) -> BringBackPage:
        """Bringing a place back from a backup."""
        page = self._window.bring_back
        page.given.connect(self._bring_back)
        page.back_requested.connect(self._leave_backup)
        return page

    def find_words(self) -> None:
        """Show the ways back for whoever forgot the words of the place chosen on the unlock page."""
        folder = seat_folder(self._around.home, self._window.unlock.chosen_seat())
        self._window.unlock.forget()
        self.forgotten.begin(folder)
        self._window.show_stage(self.forgotten)

    def mend(self, trouble: Trouble) -> None:
        """Show what can be done with the place chosen on the unlock page, which did not open for this trouble."""
        page = self._window.unlock
        words, folder = page.typed(), seat_folder(self._around.home, page.chosen_seat())
        page.forget()
        self.mending.begin(folder, words, trouble)
        self._window.show_stage(self._window.damaged)

    def show_backup(self) -> None:
        """Show how a place is brought back from a backup."""
        self._window.show_stage(self.backup)

    def forget(self) -> None:
        """Take every word off the pages that were shown."""
        if "backup" in vars(self):
            self.backup.forget()

    def _bring_back(self, words: str) -> None:
        page, clock = self.backup, self._around.clock
        path, into = self._around.open_file(tr("The backup")), new_seat_folder(self._around.home)
        if path is None:
            return
        page.show_busy(tr("Bringing it back…"))
        tell = self._tasks.telling(
            lambda done: page.show_far(tr("Bringing it back… {percent}").format(percent=f"{done:.0%}"))
        )

        def progress(done: float) -> bool:
            tell(done)
            return True

        opener = keys.with_passphrase(words)
        self._tasks.open(lambda: bring_back(path, opener, into, clock, progress), self.opened.emit, self._not_back)

    def _not_back(self, fault: Exception) -> None:
        if isinstance(fault, Trouble):
            self.backup.show_trouble(fault)
        else:
            self._crashed(fault)

    def _leave_backup(self) -> None:
        self.backup.forget()
        self.left.emit()

"""The notices under the bar as the vault and the disk have them now; what is shown is read afresh each time."""

from __future__ import annotations

from app.storage import noticed
from app.ui.shell.bench import Bench
from app.ui.shell.noticedwords import noticed_words
from app.ui.shell.roomwords import room_words
from app.ui.shell.standing import Standing


class Notices(Standing):
    """Says what was noticed until somebody has read it, and that there is little room while there is."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.noticed_read.connect(self._acknowledge)

    def look_for_noticed(self) -> None:
        """Say what looked like an older copy; nothing where nothing did, or it was read."""
        self.say_noticed(noticed_words(self._bench.tasks.ask(noticed.standing)))

    def look_at_room(self) -> None:
        """Say it while there is little room on the disk, and what was given up for what is open."""
        room = self._bench.room
        self.say_room(*(room_words(given_up=room.is_given_up) if room.is_low else ("", "")))

    def _acknowledge(self) -> None:
        workplace = self._bench.workplace
        self._bench.tasks.ask(lambda tx: noticed.acknowledge(tx, workplace.device, workplace.clock.now()))
        self.look_for_noticed()

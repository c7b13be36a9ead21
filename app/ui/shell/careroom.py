"""The room behind Copies and checks: each is done on the vault's own thread, can be stopped, and is told in words."""

from __future__ import annotations

from app.errors import Trouble
from app.look.kit import announce
from app.operations.caring import back_up, check_everything
from app.storage.backup import Backup
from app.storage.soundness import Progress, Soundness
from app.ui.carepage import CarePage
from app.ui.shell.bench import Bench
from app.ui.words import counted

_MEGABYTE = 1024 * 1024


class CareRoom(CarePage):
    """The page and its doings."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench, self._goes_on = bench, True
        self.backup_requested.connect(self._back_up)
        self.check_requested.connect(self._look)
        self.stop_requested.connect(self._stop_it)

    def _back_up(self) -> None:
        clock = self._bench.workplace.clock
        offered = f"eCAF backup {clock.now().astimezone().date().isoformat()}.ecafbackup"
        to = self._bench.choose_file(offered)
        if to is None or not self._bench.autosave.flush():
            return
        progress = self._progress("Making a backup…")
        self._bench.tasks.hold(lambda vault: back_up(vault, to, clock, progress), self._backed_up, self._failed)

    def _backed_up(self, done: Backup) -> None:
        size = max(1, round(done.size / _MEGABYTE))
        words = f"{counted(done.files, 'file')}, {size} MB, read back and compared. It opens with the words of today."
        self.show_done("The backup is made.", words)

    def _look(self) -> None:
        clock = self._bench.workplace.clock
        progress = self._progress("Looking at everything…")
        self._bench.tasks.hold(lambda vault: check_everything(vault, clock, progress), self._looked, self._failed)

    def _looked(self, found: Soundness) -> None:
        if found.is_sound:
            self.show_done(
                "Everything is well.", f"{counted(found.pages, 'page')} and every sealed copy were looked at."
            )
            return
        copies = counted(len(found.lost_files), "sealed copy").replace("copys", "copies")
        words = f"{counted(len(found.faults), 'fault')} in the database, {copies} lost or changed. Nothing was changed."
        next_step = "Make a backup now, then lock this place and ask your support desk before you go on."
        self.show_done("Something is damaged.", f"{words} {next_step}", well=False)

    def _progress(self, words: str) -> Progress:
        self._goes_on = True
        self.show_busy(words)
        tell = self._bench.tasks.telling(self.show_busy)

        def progress(done: float) -> bool:
            tell(f"{words} {done:.0%}")
            return self._goes_on

        return progress

    def _stop_it(self) -> None:
        self._goes_on = False

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, Trouble):
            raise fault
        announce(self, fault.what)
        self.show_trouble(fault)

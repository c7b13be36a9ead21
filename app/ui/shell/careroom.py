"""The room behind Copies and checks: each is done on the vault's own thread, can be stopped, and is told in words."""

from __future__ import annotations

from typing import TypeVar

from app.errors import Trouble
from app.look.kit import announce
from app.look.speech import tr
from app.operations.caring import back_up, check_everything
from app.storage.backup import Backup
from app.storage.soundness import Progress, Soundness
from app.ui.carepage import CarePage
from app.ui.counting import counted
from app.ui.outside import BACKUP
from app.ui.shell.bench import Bench
from app.ui.shell.sideroom import SideRoom

T = TypeVar("T")

_MEGABYTE = 1024 * 1024


class CareRoom(SideRoom):
    """The page and its doings."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._goes_on = True
        self.page = CarePage()
        self.addWidget(self.page)
        self.page.backup_requested.connect(self._back_up)
        self.page.check_requested.connect(self._look)
        self.page.stop_requested.connect(self._stop_it)
        self.page.left.connect(self.left)

    def begin(self) -> None:
        """Show what can be done, with nothing of what was done before."""
        self.page.begin()
        self.page.focus_first()

    def forget(self) -> None:
        """Say nothing of what was done."""
        self.page.begin()

    def _back_up(self) -> None:
        clock = self._bench.workplace.clock
        offered = f"eCAF backup {clock.now().astimezone().date().isoformat()}.ecafbackup"
        to = self._bench.choose_file(offered)
        if to is None or not self._bench.autosave.flush():
            return
        progress = self._progress(tr("Making a backup…"))
        self._hold(lambda vault: back_up(vault, to, clock, progress), self._backed_up, self._failed)

    def _backed_up(self, done: Backup) -> None:
        size = max(1, round(done.size / _MEGABYTE))
        words = tr("{count}, {size} MB, read back and compared. {words}").format(
            count=counted(done.files, "file"), size=size, words=BACKUP.words()
        )
        self.page.show_done(tr("The backup is made."), words)

    def _look(self) -> None:
        clock = self._bench.workplace.clock
        progress = self._progress(tr("Looking at everything…"))
        self._hold(lambda vault: check_everything(vault, clock, progress), self._looked, self._failed)

    def _looked(self, found: Soundness) -> None:
        if found.is_sound:
            self.page.show_done(
                tr("Everything is well."),
                tr("{count} and every sealed copy were looked at.").format(count=counted(found.pages, "page")),
            )
            return
        copies = counted(len(found.lost_files), "sealed copy")
        words = tr("{count} in the database, {copies} lost or changed. Nothing was changed.").format(
            count=counted(len(found.faults), "fault"), copies=copies
        )
        next_step = tr("Make a backup now, then lock this place and ask your support desk before you go on.")
        self.page.show_done(tr("Something is damaged."), f"{words} {next_step}", well=False)

    def _progress(self, words: str) -> Progress:
        self._goes_on = True
        self.page.show_busy(words)
        tell = self._bench.tasks.telling(self.page.show_busy)

        def progress(done: float) -> bool:
            tell(f"{words} {done:.0%}")
            return self._goes_on

        return progress

    def _stop_it(self) -> None:
        self._goes_on = False

    def _failed(self, trouble: Trouble) -> None:
        announce(self, tr(trouble.what))
        self.page.show_trouble(trouble)

"""Moving to a new laptop, done: files are asked for and read here; every check of them is in the operations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.errors import Trouble
from app.look.speech import tr
from app.operations.moving import (
    CERTIFICATE_FILE,
    CarriedOut,
    Successor,
    TakenIn,
    carry_out,
    new_laptop_file,
    own_letters,
    read_successor,
    take_in_each,
)
from app.ui.counting import counted
from app.ui.movepage import MovePage
from app.ui.outside import CARRIED
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench
from app.ui.shell.sideroom import SideRoom
from protocol.moving import SUFFIX


class MoveRoom(SideRoom):
    """The page of a new laptop."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = MovePage()
        self._to: Successor | None = None
        self.addWidget(self.page)
        self.page.file_requested.connect(self._save_file)
        self.page.bring_requested.connect(self._bring)
        self.page.laptop_requested.connect(self._choose_laptop)
        self.page.carry_requested.connect(self._carry)
        self.page.back_requested.connect(self.left)

    def begin(self) -> None:
        """Show the page afresh."""
        self._to = None
        self.page.forget()
        self.page.show_letters(own_letters(self._bench.workplace))
        self.page.focus_first()

    def forget(self) -> None:
        """Hold nothing of the other laptop any more."""
        self._to = None
        self.page.forget()

    def _save_file(self) -> None:
        path = self._bench.choose_file(CERTIFICATE_FILE)
        if path is None:
            return
        try:
            write_privately(path, new_laptop_file(self._bench.workplace), tr("The file"))
        except Trouble as trouble:
            self.page.show_trouble(trouble)
        else:
            self.page.say(
                tr("The file is saved."), tr("Take it to your old laptop, or to your authority’s key holders.")
            )

    def _choose_laptop(self) -> None:
        path = self._bench.open_file(tr("The new laptop’s file"))
        if path is None:
            return
        try:
            self._to = read_successor(self._bench.workplace, path.read_bytes())
        except OSError:
            self.page.say(tr("That file could not be read."), tr("Nothing was carried. Please choose it again."))
        except Trouble as trouble:
            self.page.show_trouble(trouble)
        else:
            self.page.show_successor(self._to.letters)

    def _carry(self, with_drafts: bool) -> None:  # noqa: FBT001 - as the signal carries it
        folder, to, workplace = (
            self._bench.choose_folder(tr("A folder for the new laptop")),
            self._to,
            self._bench.workplace,
        )
        if folder is None or to is None:
            return
        self._work(tr("Carrying…"))
        self._bench.autosave.flush()
        self._bench.tasks.start(
            lambda tx: carry_out(tx, workplace, to, folder, with_drafts=with_drafts), self._carried, self._failed
        )

    def _carried(self, out: CarriedOut) -> None:
        self.page.forget()
        self._to = None
        self._over()
        records, drafts = counted(out.records, "finished record"), counted(out.drafts, "draft")
        what = tr("In the folder: {records}, {drafts}.").format(records=records, drafts=drafts)
        waits = (
            tr("Some work still waits to be sent: leave this laptop connected until it has gone.")
            if out.waiting
            else ""
        )
        self.page.say(tr("Ready for your new laptop."), f"{what} {CARRIED.words()} {waits}".strip())

    def _bring(self) -> None:
        folder = self._bench.choose_folder(tr("The folder made for this laptop"))
        if folder is None:
            return
        self._work(tr("Taking it in…"))
        ask, workplace = self._bench.tasks.ask, self._bench.workplace
        self._bench.tasks.start_elsewhere(
            lambda: take_in_each(ask, workplace, _files_in(folder)), self._taken, self._failed
        )

    def _taken(self, taken: TakenIn) -> None:
        self._over()
        records, drafts = counted(taken.records, "finished record"), counted(taken.drafts, "draft")
        what = tr("{records} and {drafts} are new on this laptop.").format(records=records, drafts=drafts)
        left = (
            tr("{count} could not be taken in. Please ask for it again.").format(count=counted(len(taken.left), "file"))
            if taken.left
            else ""
        )
        self.page.say(tr("Taken in.") if not left else tr("Some of it was taken in."), f"{what} {left}".strip())

    def _over(self) -> None:
        self._busy = False
        self.page.show_busy(busy=False)

    def _work(self, words: str) -> None:
        self._busy = True
        self.page.show_busy(busy=True)
        self.page.say(words)

    def _failed(self, fault: Exception) -> None:
        self._over()
        if isinstance(fault, OSError):
            self.page.say(tr("The folder could not be read."), tr("What was taken in stays. Please try again."))
        elif isinstance(fault, Trouble):
            self.page.show_trouble(fault)
        else:
            self._bench.crashed(fault)


def _files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each file in its turn, so that no more than one is in memory."""
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        yield file.name, file.read_bytes()

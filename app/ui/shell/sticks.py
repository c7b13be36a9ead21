"""Handing in on a stick and taking in from one, done: files are chosen here; every check is in the courier's room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.errors import Trouble
from app.look.speech import noted, tr
from app.storage.outbox import OutboxKind
from app.sync.handing_in import Acknowledged, Handed, hand_in, read_receipt, take_receipt, waiting_for_desk
from app.sync.taking_in import TakenIn, take_in, write_receipt
from app.ui.coordinator.stick import DeskStickPage
from app.ui.counting import counted
from app.ui.finishing.stick import StickPage
from app.ui.shell.bench import Bench
from protocol.limits import PARCEL_HEAD_BYTES
from protocol.parcel import SignedTaken

STICK = noted("The USB stick")
_NOT_ASKED = noted("There was no connection to ask whether its author may send just now.")
_TAKEN_BACK = noted("The word that something was taken back goes with it.")


class ReceiptUnreadable(Trouble):
    """The receipt's file could not be read."""

    def __init__(self) -> None:
        super().__init__(
            tr("The receipt could not be read."),
            tr("Nothing was changed."),
            tr("Is the stick still in? Please choose it again."),
        )


class HandingIn(QObject):
    """The laptop's page."""

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self.page = bench, StickPage()
        self.page.write_requested.connect(self._write)
        self.page.receipt_requested.connect(self._take_receipt)

    def begin(self) -> None:
        """Show the page afresh."""
        self.page.forget()
        self._count()
        self.page.focus_first()

    def _count(self) -> None:
        rows = self._bench.tasks.ask(waiting_for_desk)
        waits, later = (sum(row.kind is kind for row in rows) for kind in (OutboxKind.RELEASED, OutboxKind.SIGNATURE))
        verb = "waits" if waits == 1 else "wait"
        words = (
            tr("{count} {verb} for the desk.").format(count=counted(waits, "assessment"), verb=verb) if waits else ""
        )
        back = tr(_TAKEN_BACK) if waits + later < len(rows) else ""
        said = " ".join(filter(None, (words, _signatures_wait(later), back)))
        words = said or tr("Nothing waits for the desk.")
        self.page.show_waiting(words, any_waits=bool(rows))

    def _write(self) -> None:
        folder, bench = self._bench.choose_folder(tr(STICK)), self._bench
        if folder is None:
            return
        self.page.show_busy(busy=True)
        bench.tasks.start_elsewhere(
            lambda: hand_in(bench.tasks.vault_thread, bench.workplace, bench.workplace.clock, folder),
            self._written,
            self._failed,
        )

    def _written(self, handed: Handed) -> None:
        self._over()
        inside = [counted(handed.inside, "assessment")] if handed.inside or not handed.signatures else []
        inside += [counted(handed.signatures, "later signature")] if handed.signatures else []
        title = tr("{count} on the stick, written and read back.").format(count=", ".join(inside))
        too = tr("The word that something was taken back is in it too.") if handed.taken_back else ""
        take = tr("The file is called {name}. Take the stick to the desk, and bring back the receipt.")
        left = tr("{left} had no room in it: bring the receipt, then write another.") if handed.left else ""
        words = (too, take.format(name=handed.path.name), left.format(left=handed.left))
        self.page.say(title, " ".join(filter(None, words)))

    def _take_receipt(self) -> None:
        path, bench = self._bench.open_file(tr("The receipt on the stick")), self._bench
        if path is None:
            return
        try:
            signed = read_receipt(_small(path), bench.workplace.root)
            done = bench.tasks.ask(lambda tx: take_receipt(tx, signed, bench.workplace.clock.now()))
        except Trouble as trouble:
            self.page.show_trouble(trouble)
        else:
            self._received(done)

    def _received(self, done: Acknowledged) -> None:
        self._count()
        if done.new:
            self.page.say(
                tr("The desk has {count} from this laptop.").format(count=counted(done.new, "envelope")),
                tr("It says so at “Where it is” now."),
            )
        else:
            self.page.say(tr("This receipt was taken in before."), tr("Nothing has changed."))

    def _over(self) -> None:
        self.page.show_busy(busy=False)
        if self._bench.tasks.vault_thread.is_open:
            self._count()

    def _failed(self, fault: Exception) -> None:
        self._over()
        if not isinstance(fault, Trouble):
            self._bench.crashed(fault)
        else:
            self.page.show_trouble(fault)


class TakingIn(QObject):
    """The desk's page."""

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self.page = bench, DeskStickPage()
        self._receipt: SignedTaken | None = None
        self._title = ""
        self.page.file_requested.connect(self._choose)
        self.page.receipt_requested.connect(self._write_elsewhere)

    def begin(self) -> None:
        """Show the page afresh."""
        self._receipt = None
        self.page.forget()
        self.page.focus_first()

    def _choose(self) -> None:
        path, bench = self._bench.open_file(tr("The file on the stick")), self._bench
        if path is None:
            return
        self.page.show_busy(busy=True)
        bench.tasks.start_elsewhere(
            lambda: take_in(bench.tasks.vault_thread, bench.workplace, bench.workplace.clock, path),
            lambda taken: self._taken(taken, path.parent),
            self._failed,
        )

    def _taken(self, taken: TakenIn, folder: Path) -> None:
        self.page.forget()
        self.page.show_busy(busy=False)
        self._receipt, self._title = taken.receipt, _taken_words(taken)
        self.page.say(self._title)
        self._write(folder)

    def _write(self, folder: Path) -> None:
        if self._receipt is None:
            return
        try:
            write_receipt(self._receipt, folder)
        except Trouble as trouble:
            told = Trouble(
                tr("The receipt could not be written."), tr("What was taken in is safe here."), tr(trouble.next_step)
            )
            self.page.show_trouble(told, lacks_receipt=True)
        else:
            self.page.show_receipt_written()
            self.page.say(self._title, tr("Please give the stick back: the receipt on it is for their laptop."))

    def _write_elsewhere(self) -> None:
        folder = self._bench.choose_folder(tr(STICK))
        if folder is not None:
            self._write(folder)

    def _failed(self, fault: Exception) -> None:
        self.page.show_busy(busy=False)
        if isinstance(fault, Trouble):
            self.page.show_trouble(fault)
        else:
            self._bench.crashed(fault)


def _signatures_wait(count: int) -> str:
    if count == 1:
        return tr("1 signature that was added afterwards waits for the desk.")
    return tr("{count} signatures that were added afterwards wait for the desk.").format(count=count) if count else ""


def _taken_words(taken: TakenIn) -> str:
    said = [tr("{new} new").format(new=taken.new)] if taken.new or not taken.known else [tr("nothing new")]
    said += [tr("{known} here already").format(known=taken.known)] * bool(taken.known)
    said += [tr("{left} could not be opened").format(left=taken.left)] * bool(taken.left)
    words = tr("Taken in: {names}.").format(names=", ".join(said))
    return words if taken.asked else f"{words} {tr(_NOT_ASKED)}"


def _small(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ReceiptUnreadable
        with path.open("rb") as file:
            return file.read(PARCEL_HEAD_BYTES + 1)
    except OSError:
        raise ReceiptUnreadable from None

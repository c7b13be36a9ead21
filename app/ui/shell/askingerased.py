"""The page on which an erasure is asked for, of the record that is open, and what is said of one that was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.ids import EpisodeId
from app.errors import Trouble
from app.look.speech import each_told, noted, tr
from app.operations.erasing import AskedBy, NothingToErase, WouldErase, ask_erasure, would_erase
from app.storage.asked_erasures import AskedErasure
from app.ui.counting import counted
from app.ui.finishing.eraseask import EraseAskPage, EraseShown
from app.ui.shell.bench import Bench
from app.ui.shell.failurewords import failure_words
from app.ui.words import day_and_time
from protocol.keeping import ErasureWhy

_ALWAYS = (
    noted("What was printed, saved to a file or carried on a stick."),
    noted("What somebody remembers, or wrote down elsewhere."),
    noted("Backups of your authority, until they are let go of. What is put back from one is erased again at once."),
    noted("What another laptop of yours sent: please ask there too."),
    noted("Your own record here, which stays as long as your authority’s rules say."),
)


class AskingErased(QObject):
    """Holds the page. Signals: ``left()``; ``done()`` when it was asked for."""

    left = Signal()
    done = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self.page = bench, EraseAskPage()
        self._episode: EpisodeId | None = None
        self.page.asked.connect(self._ask)
        self.page.back_requested.connect(self.left)

    def begin(self, episode: EpisodeId) -> None:
        """Show the page afresh, of this record."""
        self._episode = episode
        found = self._bench.tasks.ask(lambda tx: would_erase(tx, episode))
        self.page.begin(erase_shown(found, self._bench.workplace.directory.directory.name))
        if found is None:
            self.page.show_trouble(NothingToErase())

    def _ask(self, who: str, why: str) -> None:
        episode, workplace = self._episode, self._bench.workplace
        if episode is None:
            return
        try:
            self._bench.tasks.ask(lambda tx: ask_erasure(tx, workplace, episode, AskedBy(who), ErasureWhy(why)))
        except Trouble as trouble:
            self.page.show_trouble(trouble)
            return
        self._bench.send_now()
        self.done.emit()


def erase_shown(found: WouldErase | None, authority: str) -> EraseShown:
    """Return what the page says goes, and what stays."""
    if found is None:
        return EraseShown((tr("Nothing: no copy of it is anywhere but here."),), tuple(each_told(_ALWAYS)))
    goes = [
        tr("{authority}: {copies}, for safe keeping and for the desk.").format(
            authority=authority, copies=counted(found.at_authority, "sealed copy")
        )
    ]
    goes += [tr("The early help desk: what came there is shown to nobody any more, from its next collection on.")]
    goes += (
        [tr("This laptop: {copies} not sent yet. It never goes.").format(copies=counted(found.waiting, "sealed copy"))]
        if found.waiting
        else []
    )
    goes += [tr("This laptop: the sealed files, once your authority has answered.")]
    read = tr("What {names} has read already.").format(names=" and ".join(found.opened_by)) if found.opened_by else ""
    return EraseShown(tuple(goes), tuple(filter(None, (read, *each_told(_ALWAYS)))))


def erasure_words(asked: AskedErasure | None, authority: str) -> str:
    """Return where an erasure stands, in a sentence; nothing where none was asked for."""
    if asked is None:
        return ""
    if asked.done_at is not None:
        return tr("{authority} erased every copy for ever at {when}.").format(
            authority=authority, when=day_and_time(asked.done_at)
        )
    if asked.trouble:
        return tr("It could not be erased yet. {failure_words}").format(failure_words=failure_words(asked.trouble))
    return tr("Asked at {when} that every copy is erased. It goes before anything else that waits.").format(
        when=day_and_time(asked.asked_at)
    )

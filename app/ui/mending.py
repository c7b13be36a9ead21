"""What is done at the page of a place that could not be read; its words are held no longer than the page is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.clock import Clock
from app.errors import Trouble
from app.forms.definition import FormLibrary
from app.look.speech import tr
from app.operations.rescuing import Rescue, rescue
from app.storage import keys
from app.storage.aside import CopiedAside, copy_aside
from app.storage.seats import new_seat_folder
from app.storage.slots import Cost
from app.storage.vault import Vault
from app.ui.counting import counted
from app.ui.damaged import DamagedPage
from app.ui.rescuewords import came_back, did_not
from app.ui.tasks import Tasks

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class MendingNeeds:
    """What mending is given: ``choose_folder`` asks (under a few words) where a copy goes."""

    tasks: Tasks
    clock: Clock
    forms: FormLibrary
    home: Path
    cost: Callable[[], Cost]
    choose_folder: Callable[[str], Path | None]
    crashed: Callable[[Exception], None]


class Mending(QObject):
    """Signals: ``given_back()`` when what came back is on the screen, ``opened(Vault)`` with the new place; ``left()``
    when somebody goes back.
    """

    given_back = Signal()
    opened = Signal(object)
    left = Signal()

    def __init__(self, page: DamagedPage, needs: MendingNeeds) -> None:
        super().__init__()
        self._page, self._needs = page, needs
        self._folder, self._words, self._goes_on = Path(), "", True
        self._vault: Vault | None = None
        page.copy_requested.connect(self._copy)
        page.rescue_requested.connect(self._rescue)
        page.stop_requested.connect(self._stop)
        page.open_requested.connect(self._open)
        page.back_requested.connect(self._leave)

    def begin(self, folder: Path, words: str, trouble: Trouble) -> None:
        """Begin with a place that did not open with these words, and what the trouble was."""
        self._folder, self._words = folder, words
        self._page.begin(tr("“{name}”, and this folder: {folder}").format(name=type(trouble).__name__, folder=folder))

    def _copy(self) -> None:
        chosen = self._needs.choose_folder(tr("Where the copy goes"))
        if chosen is None:
            return
        to, self._goes_on = _fresh(chosen, self._needs.clock.now().date()), True
        self._page.show_busy(tr("Copying…"), can_stop=True)
        tell = self._needs.tasks.telling(self._show_far)

        def progress(done: float) -> bool:
            tell(tr("Copying and comparing… {percent}").format(percent=f"{done:.0%}"))
            return self._goes_on

        self._needs.tasks.start_elsewhere(lambda: copy_aside(self._folder, to, progress), self._copied, self._or_crash)

    def _show_far(self, words: str) -> None:
        self._page.show_busy(words, can_stop=True)

    def _copied(self, done: CopiedAside) -> None:
        size = max(1, round(done.size / _MEGABYTE))
        words = tr("{count}, {size} MB, compared with what was written. It is in {folder}.").format(
            count=counted(done.files, "file"), size=size, folder=done.folder
        )
        unread = sum(done.unread.values())
        if unread:
            lost = tr("The disk did not give {count}: there are zeros in their place.")
            words = f"{words} {lost.format(count=counted(unread, 'byte'))}"
        self._page.show_copied(tr("The copy is made."), words)

    def _rescue(self) -> None:
        self._page.show_busy(tr("Reading what can be read…"), can_stop=False)
        needs, folder, words = self._needs, self._folder, self._words
        told: list[Rescue] = []

        def work() -> Vault:
            vault, said = rescue(
                folder,
                keys.with_passphrase(words),
                into=new_seat_folder(needs.home),
                passphrase=words,
                cost=needs.cost,
                forms=needs.forms,
                clock=needs.clock,
            )
            told.append(said)
            return vault

        needs.tasks.open(work, lambda vault: self._rescued(vault, told[0]), self._or_crash)

    def _rescued(self, vault: Vault, told: Rescue) -> None:
        self._vault = vault
        self.given_back.emit()
        self._page.show_rescued(tr("This is what could be read."), came_back(told), did_not(told))

    def _open(self) -> None:
        vault, self._vault, self._words = self._vault, None, ""
        self._page.forget()
        if vault is not None:
            self.opened.emit(vault)

    def _stop(self) -> None:
        self._goes_on = False

    def _leave(self) -> None:
        self._words = ""
        self._page.forget()
        self.left.emit()

    def _or_crash(self, fault: Exception) -> None:
        if isinstance(fault, Trouble):
            self._page.show_trouble(fault)
        else:
            self._needs.crashed(fault)


def _fresh(chosen: Path, today: date) -> Path:
    """Return a name of a folder that is not there yet; it says nothing of anybody."""
    name = f"eCAF copy {today.isoformat()}"
    numbered = (chosen / (name if number == 1 else f"{name} ({number})") for number in range(1, 1000))
    return next(path for path in numbered if not path.exists())

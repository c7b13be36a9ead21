"""The doings of the recovery code page: a fresh code, its sheet, and the vault that opens to it from now on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from app.clock import Clock
from app.errors import Trouble
from app.look.speech import tr
from app.operations.keeping_keys import Held, keep_recovery_code, place_number
from app.operations.leaving import Way, note_sheet
from app.storage.recovery_code import new_code
from app.storage.vault import Vault
from app.ui.codepage import RecoveryCodePage
from app.ui.saving import write_privately
from app.ui.tasks import Tasks

SHEET_NAME = "recovery-code.pdf"


class CodeMaking(QObject):
    """Works one page.

    Signals: ``made()`` when the vault opens to the code on the paper; ``put_off()``.
    """

    made = Signal()
    put_off = Signal()

    def __init__(  # noqa: PLR0913, PLR0917 - the page, and each way out of it
        self,
        page: RecoveryCodePage,
        tasks: Tasks,
        clock: Clock,
        choose_file: Callable[[str], Path | None],
        show_paper: Callable[[bytes], None],
        crashed: Callable[[Exception], None],
    ) -> None:
        super().__init__(page)
        self._page, self._tasks, self._clock = page, tasks, clock
        self._choose_file, self._show_paper, self._crashed = choose_file, show_paper, crashed
        page.sheet_requested.connect(self._save_sheet)
        page.print_requested.connect(self._show_sheet)
        page.proved.connect(self._keep)
        page.put_off.connect(self._put_off)

    def begin(self) -> None:
        """Show a fresh code; the one before goes on opening the vault until this one is on paper."""
        self._page.show_code(new_code())

    def _put_off(self) -> None:
        self._page.forget()
        self.put_off.emit()

    def _keep(self, held: str) -> None:
        code, clock, page = self._page.whole_code(), self._clock, self._page
        page.show_busy(tr("Keeping it…"))
        self._tasks.hold(
            lambda vault: keep_recovery_code(vault, code, cast(Held, held), clock),
            lambda _: self._kept(),
            self._or_say(page.show_trouble),
        )

    def _kept(self) -> None:
        self._page.forget()
        self.made.emit()

    def _save_sheet(self, held: str) -> None:
        path = self._choose_file(SHEET_NAME)
        if path is not None:
            self._make_sheet(held, Way.SAVED, lambda pdf: self._saved(path, pdf))

    def _saved(self, path: Path, pdf: bytes) -> None:
        write_privately(path, pdf, tr("The sheet"))
        self._page.show_saved()

    def _show_sheet(self, held: str) -> None:
        self._make_sheet(held, Way.SHOWN, self._shown)

    def _shown(self, pdf: bytes) -> None:
        if self._page.whole_code():
            self._show_paper(pdf)
            self._page.show_shown()

    def _make_sheet(self, held: str, way: Way, then: Callable[[bytes], None]) -> None:
        """Make the sheet and let it go ``then``; that it does is written down first."""
        code, clock, say = self._page.whole_code(), self._clock, self._or_say(self._page.show_trouble)
        if not code:
            return
        number = place_number(self._vault().vault_id)
        day = clock.now().astimezone().date()

        def make() -> bytes:
            from app.documents.recovery_sheet import recovery_sheet  # the maker of PDFs is heavy, and seldom needed

            return recovery_sheet(code, number=number, made_on=day, held=held)

        def leave(pdf: bytes) -> None:
            try:
                self._tasks.ask(lambda tx: note_sheet(tx, way, clock))
                then(pdf)
            except Trouble as trouble:
                say(trouble)

        self._tasks.start_elsewhere(make, leave, say)

    def _vault(self) -> Vault:
        return self._tasks.vault_thread.vault

    def _or_say(self, show: Callable[[Trouble], None]) -> Callable[[Exception], None]:
        return lambda fault: show(fault) if isinstance(fault, Trouble) else self._crashed(fault)

"""The doings of the recovery code page: a fresh code, its sheet, and the vault that opens to it from now on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from app.clock import Clock
from app.errors import Trouble
from app.operations.keeping_keys import Held, keep_recovery_code, place_number
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

    def __init__(
        self,
        page: RecoveryCodePage,
        tasks: Tasks,
        clock: Clock,
        choose_file: Callable[[str], Path | None],
        crashed: Callable[[Exception], None],
    ) -> None:
        super().__init__(page)
        self._page, self._tasks, self._clock = page, tasks, clock
        self._choose_file, self._crashed = choose_file, crashed
        page.sheet_requested.connect(self._save_sheet)
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
        page.show_busy("Keeping it…")
        self._tasks.hold(
            lambda vault: keep_recovery_code(vault, code, cast(Held, held), clock),
            lambda _: self._kept(),
            self._or_say(page.show_trouble),
        )

    def _kept(self) -> None:
        self._page.forget()
        self.made.emit()

    def _save_sheet(self, held: str) -> None:
        path, code = self._choose_file(SHEET_NAME), self._page.whole_code()
        if path is None or not code:
            return
        number = place_number(self._vault().vault_id)
        day = self._clock.now().astimezone().date()

        def make() -> None:
            from app.documents.recovery_sheet import recovery_sheet  # the maker of PDFs is heavy, and seldom needed

            write_privately(path, recovery_sheet(code, number=number, made_on=day, held=held), "The sheet")

        page = self._page
        self._tasks.start_elsewhere(make, lambda _: page.show_saved(), self._or_say(page.show_trouble))

    def _vault(self) -> Vault:
        return self._tasks.vault_thread.vault

    def _or_say(self, show: Callable[[Trouble], None]) -> Callable[[Exception], None]:
        return lambda fault: show(fault) if isinstance(fault, Trouble) else self._crashed(fault)

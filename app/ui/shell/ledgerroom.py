"""The room with the ledger, the same for a practitioner and for a coordinator."""

from __future__ import annotations

from app.operations.accounting import look_at_ledger
from app.ui.ledgerpage import LedgerPage, LedgerShown
from app.ui.shell.bench import Bench
from app.ui.shell.ledgerwords import ledger_shown
from app.ui.shell.sideroom import SideRoom


class LedgerRoom(SideRoom):
    """One page."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = LedgerPage()
        self.page.back_requested.connect(self.left)
        self.addWidget(self.page)

    def begin(self) -> None:
        """Show the ledger as it is now."""
        workplace = self._bench.workplace
        self.page.show_ledger(ledger_shown(self._bench.tasks.ask(lambda tx: look_at_ledger(tx, workplace))))
        self.page.to_top()
        self.page.focus_first()

    def forget(self) -> None:
        """Hold nothing any more."""
        self.page.show_ledger(LedgerShown())

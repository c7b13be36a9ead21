"""The room behind Services that may help, where nobody's record is open: what is looked for goes when it is left."""

from __future__ import annotations

from app.ui.servicespage import ServicesPage
from app.ui.shell.bench import Bench
from app.ui.shell.lookingforhelp import LookingForHelp
from app.ui.shell.sideroom import SideRoom


class ServicesRoom(SideRoom):
    """The page and its doings."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = ServicesPage()
        self._looking = LookingForHelp(bench, self.page)
        self.addWidget(self.page)
        self.page.back_requested.connect(self.left)

    def begin(self) -> None:
        """Show the whole directory."""
        self._looking.begin()
        self.page.focus_first()

    def forget(self) -> None:
        """Hold nothing that was typed or found."""
        self._looking.forget()

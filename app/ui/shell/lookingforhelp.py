"""The doings of Services that may help, wherever that page stands: it is asked of the vault, and of nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QObject

from app.domain.services import Wanted
from app.operations.directory import directory_held, find_services
from app.ui.servicespage import ServicesPage
from app.ui.shell.bench import Bench
from app.ui.shell.serviceswords import card_of, lead_words
from protocol.services import Service

_AT_FIRST = 10


class LookingForHelp(QObject):
    """Keeps a page in step with what is looked for. ``taken`` returns the names that stand in the plan by now."""

    def __init__(self, bench: Bench, page: ServicesPage, taken: Callable[[], Collection[str]] = tuple) -> None:
        super().__init__(page)
        self._bench, self._page, self._taken = bench, page, taken
        self._most, self._shown = _AT_FIRST, tuple[Service, ...]()
        page.wanted_changed.connect(self._look_anew)
        page.more_requested.connect(self._show_more)

    def begin(self, *, need: str = "", age: int | None = None) -> None:
        """Show the directory as it is on this laptop now."""
        held = self._bench.tasks.ask(directory_held)
        needs, levels = (held.needs, held.levels) if held is not None else ({}, {})
        self._page.show_choices(needs, levels, lead_words(held))
        self._page.begin(need=need, age=age)
        self._most = _AT_FIRST
        self.look()

    def forget(self) -> None:
        """Hold nothing that was typed or found."""
        self._shown = ()
        self._page.begin()
        self._page.show_services((), 0)

    def name_of(self, key: str) -> str:
        """Return the name of a service that is shown."""
        return next((one.name for one in self._shown if one.id == key), "")

    def look(self) -> None:
        """Show what fits what is looked for."""
        page, most = self._page, self._most
        wanted = Wanted(page.need, page.level, page.age, page.where, page.words)
        found = self._bench.tasks.ask(lambda tx: find_services(tx, wanted, most))
        self._shown, taken = found.first, self._taken()
        page.show_services(tuple(card_of(one, self._today(), taken) for one in found.first), found.count)

    def _look_anew(self) -> None:
        self._most = _AT_FIRST
        self._page.say("")
        self.look()
        self._page.say_count()

    def _show_more(self) -> None:
        before, self._most = self._most, self._most + _AT_FIRST
        self.look()
        if before < len(self._shown):
            self._page.focus_service(self._shown[before].id)

    def _today(self) -> date:
        return self._bench.workplace.clock.now().astimezone().date()

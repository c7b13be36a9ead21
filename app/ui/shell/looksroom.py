"""The doings of the page "Who did what": reading what is wanted, and saving a child's account where somebody chose."""

from __future__ import annotations

from datetime import date, timedelta

from app.errors import Trouble
from app.look.speech import if_ours, tr
from app.operations.reviewing import MOST_LINES, Review, Told, Wanted, make_account, review
from app.ui.bundlepage import BundlePage
from app.ui.counting import counted
from app.ui.days import day_in_words, short_day
from app.ui.looks import LooksPage
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench
from app.ui.shell.bundling import Bundling
from app.ui.shell.sideroom import SideRoom
from app.ui.states import LookLine, LooksState
from app.ui.words import clock_time

ACCOUNT_NAME = "what-was-done.pdf"


class LooksRoom(SideRoom):
    """The page and what it asks for."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page, self.bundle = LooksPage(), BundlePage()
        self.addWidget(self.page)
        self.addWidget(self.bundle)
        self._bundling = Bundling(bench, self.bundle)
        self.page.bundle_requested.connect(self._show_bundle)
        self.bundle.back_requested.connect(self._back_to_list)
        self.page.wanted_changed.connect(self.refresh)
        self.page.save_requested.connect(self._save)
        self.page.back_requested.connect(self.left)

    def begin(self) -> None:
        """Show the newest lines, of every child and everybody."""
        self.page.clear()
        self.setCurrentWidget(self.page)
        self.refresh()
        self.page.focus_first()

    def forget(self) -> None:
        """Hold nothing any more."""
        self.page.clear()
        self._bundling.forget()

    def refresh(self) -> None:
        """Read what is wanted now; the look is written down."""
        page, workplace = self.page, self._bench.workplace
        wanted = Wanted(page.child(), page.person(), page.day(), page.only_looked(), page.only_left())
        found = self._bench.tasks.ask(lambda tx: review(tx, workplace, wanted))
        page.show_looks(looks_state(found, workplace.clock.now().astimezone().date()))
        page.say_count()

    def _show_bundle(self) -> None:
        """Show everything held about the chosen child, once it is said who asks."""
        self.setCurrentWidget(self.bundle)
        self._bundling.begin(self.page.child(), self.page.child_name())

    def _back_to_list(self) -> None:
        self._bundling.forget()
        self.setCurrentWidget(self.page)
        self.refresh()
        self.page.focus_first()

    def _save(self) -> None:
        child, workplace = self.page.child(), self._bench.workplace
        path = self._bench.choose_file(ACCOUNT_NAME)
        if path is None or not child:
            return
        try:
            pdf = self._bench.tasks.ask(lambda tx: make_account(tx, workplace, child))
            write_privately(path, pdf, tr("The list"))
        except Trouble as trouble:
            self.page.show_trouble(trouble)
        else:
            self.page.show_saved()


def looks_state(found: Review, today: date) -> LooksState:
    """Return what the page shows."""
    lines = tuple(_line(told) for told in found.told)
    count = (
        counted(len(lines), "line")
        if found.is_all
        else tr("The newest {most_lines} lines. Choose a child or a day.").format(most_lines=MOST_LINES)
    )
    days = tuple((day, day_said(day, today)) for day in found.days)
    children = tuple((key, if_ours(name)) for key, name in found.children)
    return LooksState(lines, children, found.people, days, count if lines else "")


def day_said(day: date, today: date) -> str:
    """Return a day as people say it."""
    said = {today: tr("Today"), today - timedelta(days=1): tr("Yesterday")}
    return f"{said[day]}, {short_day(day)}" if day in said else day_in_words(day)


def _line(told: Told) -> LookLine:
    at = told.at.astimezone()
    return LookLine(f"{clock_time(at)}, {short_day(at.date())}", if_ours(told.who), tr(told.what), if_ours(told.child))

"""Saying where it matters that another assessment of the child is open, and whom to ask; whose it is stands nowhere."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance

from app.forms.definition import Page
from app.forms.view import FormView
from app.look.kit import Button, Notice
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.noticing import Elsewhere, told_elsewhere
from app.ui.shell.asking import ANOTHER, HELD, found_out
from app.ui.shell.bench import Bench
from app.ui.words import day_and_time

WHERE_IT_MATTERS = frozenset({"id", "sv"})
"""The pages that say it: where the record begins, and who helps already."""
_ASK = noted(
    "Somebody else holds one of this child; whose it is, nobody is told here. With the family’s yes, please ask your "
    "coordinator at {authority}, who will bring the two of you together. Nothing of yours is refused or lost."
)
_SETTLED = noted("Settled at {when}.")
_SINCE = noted("Your authority said so at {when}, and is asked again each day.")


class OpenElsewhere(Notice):
    """The notice; it is not there unless the last answer was that another is open."""

    def __init__(self, bench: Bench, place: str, wanted: SignalInstance) -> None:
        """``wanted`` is told the page to go to; ``place`` begins the name of the button that leads there."""
        see = Button(tr("See what was asked"), "arrow-right", icon_at_end=True)
        see.setObjectName(f"{place}.another")
        see.clicked.connect(lambda: wanted.emit(ANOTHER))
        super().__init__("warn", tr(HELD), "", see, icon="triangle-alert")
        self._bench = bench
        self.setObjectName(f"{place}.elsewhere")
        self.hide()

    def show_for(self, file: FamilyFile | None) -> None:
        """Show how it stands with the record that is open; without one there is nothing to say."""
        told = self._bench.tasks.ask(lambda tx: told_elsewhere(tx, file.episode)) if file is not None else None
        is_held = told is not None and told.elsewhere is Elsewhere.HELD
        if told is not None and is_held:
            words = tr(_ASK).format(authority=self._bench.workplace.directory.directory.name)
            since = tr(_SINCE).format(when=day_and_time(told.at)) if told.at is not None else ""
            self.say(tr(HELD), f"{words} {since}".strip())
        self.setVisible(is_held)


class SettledElsewhere(Notice):
    """How a coordinator settled it; it is not there while nobody did."""

    def __init__(self, bench: Bench, place: str) -> None:
        super().__init__("info", "", icon="handshake")
        self._bench = bench
        self.setObjectName(f"{place}.settled")
        self.hide()

    def show_for(self, file: FamilyFile | None) -> None:
        """Show how it was settled for the record that is open."""
        told = self._bench.tasks.ask(lambda tx: told_elsewhere(tx, file.episode)) if file is not None else None
        if told is not None and told.found is not None:
            known, to_do = found_out(told.found)
            when = day_and_time(told.at) if told.at is not None else ""
            self.say(tr(known), f"{tr(to_do)} {tr(_SETTLED).format(when=when)}")
        self.setVisible(told is not None and told.found is not None)


def say_open_elsewhere(view: FormView, page: Page, bench: Bench, file: FamilyFile | None, to: SignalInstance) -> None:
    """Say it on the pages where it matters, and on no other."""
    matters = page.link_id in WHERE_IT_MATTERS
    notice, settled = view.findChild(OpenElsewhere), view.findChild(SettledElsewhere)
    if matters and (notice is None or settled is None):
        notice, settled = OpenElsewhere(bench, "record", to), SettledElsewhere(bench, "record")
        for one in (settled, notice):
            view.above.insertWidget(0, one)
    if notice is not None and settled is not None:
        notice.show_for(file if matters else None)
        settled.show_for(file if matters else None)

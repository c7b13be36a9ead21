"""The page that asks whether another assessment of the child is open, of the record that is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.errors import Trouble
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.noticing import Elsewhere, ToldElsewhere, WhatGoes, tell, told_elsewhere, what_goes
from app.ui.days import short_day
from app.ui.noticepage import NoticePage, NoticeShown
from app.ui.shell.bench import Bench
from app.ui.words import day_and_time
from protocol.childindex import FoundOut, GoesOn, SettledHow

ANOTHER = "another"
"""The page that asks whether another assessment is open."""
HELD = noted("Another assessment of this child is open.")
TO_DO = noted(
    "Nothing of yours is refused or lost: go on as before. With the family’s yes, please ask your coordinator, who "
    "will bring the two of you together. Whose it is, nobody is told here."
)
_KNOWN = {
    Elsewhere.NOT_ASKED: (noted("Not asked yet."), noted("This is not checked. It never means that there is none.")),
    Elsewhere.NOT_CHECKED: (noted("Not checked yet."), noted("It is asked by itself when there is a connection.")),
    Elsewhere.NOT_HELD: (noted("No other is known to be open."), noted("It is asked again by itself each day.")),
    Elsewhere.HELD: (HELD, TO_DO),
}


_JOINED = noted("Your coordinator has brought the two of you together, with the family’s yes.")
_FOUND = {
    (SettledHow.JOINED, GoesOn.THIS): (
        _JOINED,
        noted("This assessment goes on. What the other one holds is brought into it with the family."),
    ),
    (SettledHow.JOINED, GoesOn.OTHER): (
        _JOINED,
        noted("The other assessment goes on. Nothing of yours is lost; please do no more on this one than was agreed."),
    ),
    (SettledHow.JOINED, GoesOn.BOTH): (_JOINED, noted("Both assessments go on, each as was agreed.")),
}
_SETTLED = {
    SettledHow.DIFFERENT: (
        noted("It was about another child."),
        noted("Your coordinator found that out. There is nothing you need to do."),
    ),
    SettledHow.DECLINED: (
        noted("The family did not want the two of you brought together."),
        noted("Both assessments stay as they are. If the family think otherwise, please tell your coordinator."),
    ),
}


def found_out(found: FoundOut) -> tuple[str, str]:
    """Return how another open assessment was settled, and what that means for this one, to be said with ``tr``."""
    return _FOUND.get((found.how, found.goes_on)) or _SETTLED.get(found.how, (HELD, TO_DO))


class AskingElsewhere(QObject):
    """Holds the page. Signals: ``left()``."""

    left = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self.page = bench, NoticePage()
        self._file: FamilyFile | None = None
        self._shown: WhatGoes | None = None
        self.page.told.connect(self._tell)
        self.page.back_requested.connect(self.left)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._file = file
        self.page.forget()

    def is_there(self) -> bool:
        """Say whether the authority wants to know, and may be told of this child or was."""
        if self._file is None or not self._bench.policy.tells_of_open_assessments:
            return False
        goes, told = self._read()
        return goes is not None or told.elsewhere is not Elsewhere.NOT_ASKED

    def _read(self) -> tuple[WhatGoes | None, ToldElsewhere]:
        if self._file is None:
            return None, ToldElsewhere()
        episode, workplace = self._file.episode, self._bench.workplace
        return self._bench.tasks.ask(lambda tx: (what_goes(tx, workplace, episode), told_elsewhere(tx, episode)))

    def refresh(self) -> None:
        """Show how things stand now."""
        self._shown, told = self._read()
        self.page.show_notice(notice_shown(self._shown, told))

    def _tell(self) -> None:
        file, shown, workplace = self._file, self._shown, self._bench.workplace
        if file is None or shown is None:
            return
        try:
            self._bench.tasks.ask(lambda tx: tell(tx, workplace, file.episode, shown))
        except Trouble as trouble:
            self.page.show_trouble(trouble)
            return
        self._bench.send_now()
        self.refresh()
        self.page.say(tr("It is asked now, or when there is a connection."), tr("You need not wait."))
        self.page.focus_first()  # the button that was pressed is gone


def notice_shown(goes: WhatGoes | None, told: ToldElsewhere) -> NoticeShown:
    """Return all that the page says."""
    known, to_do = map(tr, found_out(told.found) if told.found is not None else _KNOWN[told.elsewhere])
    if told.at is not None and told.elsewhere is Elsewhere.SETTLED:
        known = tr("{known} Settled at {when}.").format(known=known, when=day_and_time(told.at))
    if told.at is not None and told.elsewhere in {Elsewhere.HELD, Elsewhere.NOT_HELD}:
        known = tr("{known} Asked at {when}.").format(known=known, when=day_and_time(told.at))
    is_held = told.elsewhere is Elsewhere.HELD
    return NoticeShown(
        goes=_lines(goes) if goes is not None else (),
        known=known,
        to_do=to_do,
        icon=("triangle-alert", "warn") if is_held else ("info", "ink_2"),
        may_ask=goes is not None and told.elsewhere is Elsewhere.NOT_ASKED,
        is_told=told.elsewhere is not Elsewhere.NOT_ASKED,
    )


def _lines(goes: WhatGoes) -> tuple[tuple[str, str], ...]:
    born = short_day(date.fromisoformat(goes.born))
    return (tr("First name"), goes.given), (tr("Family name"), goes.family), (tr("Born"), born)

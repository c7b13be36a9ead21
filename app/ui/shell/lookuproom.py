"""The room behind Look a child up: what was found goes when it is left; what was typed, once it was answered.

Till then, as where there was no connection, what was typed stands there until the lock: in the boxes, and nowhere else.
"""

from __future__ import annotations

from app.domain.people import Role
from app.errors import Trouble
from app.forms.fhir import is_date
from app.look.speech import tr
from app.operations.lookingup import Asked
from app.sync.lookingup import open_entry, override, search
from app.ui.lookuppage import LookUpPage, Typed
from app.ui.shell.bench import Bench
from app.ui.shell.indexasking import IndexAsking
from app.ui.shell.lookupwords import entry_shown, found_shown
from app.ui.shell.sideroom import SideRoom
from protocol.childindex import IndexEntry, LookWhy, SearchAnswer, Sought

_LONGEST_REASON = 500
_WHOLE_DATE = len("2026-10-06")


class TooLittle(Trouble):
    """Too little was typed to look for one child and no other."""


class LookUpRoom(SideRoom):
    """The page and what it asks for."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = LookUpPage()
        self.addWidget(self.page)
        self._index = IndexAsking(bench)
        self._is_answered, self._child = False, ""
        self._why = LookWhy("", "", warned=False)
        self.page.asked.connect(self._look)
        self.page.confirmed.connect(self._open)
        self.page.cleared.connect(self._clear)
        self.page.entry.whole_wanted.connect(self._open_whole)
        self.page.back_requested.connect(self.left)

    def begin(self) -> None:
        """Show the page, with nothing found; what was typed and not answered stands there still."""
        self.page.to_top()
        self.page.focus_first()

    def forget(self) -> None:
        """Hold nothing that was found, and what was typed only until it was answered."""
        self._index.let_go()
        self._child, self._why = "", LookWhy("", "", warned=False)
        self.page.forget()
        if self._is_answered:
            self.page.clear_boxes()
            self._is_answered = False

    def _clear(self) -> None:
        self._is_answered = True
        self.forget()
        self.page.focus_first()

    def _look(self) -> None:
        typed = self.page.typed()
        self.page.forget()
        try:
            check_enough(typed)
        except TooLittle as trouble:
            self.page.show_trouble(trouble)
            return
        self.page.show_asking()
        self._why, sought = LookWhy(typed.reason, typed.on_behalf, warned=False), sought_in(typed)
        self._is_answered = False
        self._index.ask(Asked.SEARCH, lambda client: search(client, sought), self._found, self.page.show_trouble)

    def _found(self, answer: SearchAnswer) -> None:
        self._is_answered = True
        self._child = answer.child.child if answer.child is not None else ""
        self.page.show_ready()
        self.page.show_found(found_shown(answer))

    def _open(self) -> None:
        child, why = self._child, self._why
        self.page.show_asking()
        self._index.ask(Asked.ENTRY, lambda client: open_entry(client, child, why), self._show, self.page.show_trouble)

    def _show(self, entry: IndexEntry) -> None:
        is_desk = self._bench.workplace.worker.role is Role.COORDINATOR
        self.page.show_ready()
        self.page.show_entry(entry_shown(entry, is_whole=not entry.is_shielded, may_override=is_desk))

    def _open_whole(self) -> None:
        card, child = self.page.entry, self._child
        try:
            check_override(card.reason, has_read=card.has_read)
        except TooLittle as trouble:
            self.page.show_trouble(trouble)
            return
        why = LookWhy(card.reason, self._why.on_behalf, warned=True)
        self.page.show_asking()
        self._index.ask(
            Asked.OVERRIDE, lambda client: override(client, child, why), self._show_whole, self.page.show_trouble
        )

    def _show_whole(self, entry: IndexEntry) -> None:
        self.page.show_ready()
        self.page.show_entry(entry_shown(entry, is_whole=True, may_override=False))


def check_enough(typed: Typed) -> None:
    """Raise ``TooLittle`` where one child could not be told from others, or no reason is said."""
    safe = tr("Nothing was asked yet.")
    if typed.born and not (is_date(typed.born) and len(typed.born) == _WHOLE_DATE):
        raise TooLittle(tr("That is not a whole birth date."), safe, tr("Please give day, month and year, or none."))
    has_name = bool(typed.given and typed.family and (typed.born or typed.postcode))
    if not (has_name or typed.number):
        next_step = tr("Please give both names with a birth date or a postcode, or a number.")
        raise TooLittle(tr("That is too little to look for one child."), safe, next_step)
    _check_reason(typed.reason)


def check_override(reason: str, *, has_read: bool) -> None:
    """Raise ``TooLittle`` where the warning was not read, or no reason is said."""
    if not has_read:
        raise TooLittle(tr("Please read the warning first."), "", tr("Then tick that you have read it."))
    _check_reason(reason)


def _check_reason(reason: str) -> None:
    safe = tr("Nothing was asked yet.")
    if not reason:
        raise TooLittle(tr("Nobody looks without a reason."), safe, tr("Please say why, in your own words."))
    if len(reason) > _LONGEST_REASON:
        raise TooLittle(tr("That reason is longer than the index takes."), safe, tr("A sentence or two is enough."))


def sought_in(typed: Typed) -> Sought:
    """Return what is asked of the index."""
    return Sought(
        typed.given, typed.family, typed.born, "", typed.number, typed.postcode, typed.reason, typed.on_behalf
    )

"""The room behind What waits in the child index: a coordinator's, read anew each time and gone when it is left."""

from __future__ import annotations

from app.errors import Trouble
from app.look.speech import noted, tr
from app.operations.lookingup import Asked
from app.sync.client import EndpointClient
from app.sync.lookingup import held, open_entry, overrides, review, settle, settled_pairs
from app.sync.noticing import ask_again_what_is_held
from app.ui.coordinator.settling import Settling, SettlingPage
from app.ui.shell.bench import Bench
from app.ui.shell.indexasking import IndexAsking
from app.ui.shell.settlingwords import name_shown, waiting_shown
from app.ui.shell.sideroom import SideRoom
from protocol.childindex import HeldPairs, LookWhy, Overrides, Review, Settled, SettledHow, SettledPairs

_LONGEST = 500
_TO_REVIEW = noted("To review that this entry was opened")


class NotYet(Trouble):
    """Something is still to be said before it is written down."""


class SettlingRoom(SideRoom):
    """The page and what it asks for."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = SettlingPage()
        self.addWidget(self.page)
        self._index = IndexAsking(bench)
        self.page.again_requested.connect(self._read)
        self.page.reviewed.connect(self._review)
        self.page.settled.connect(self._settle)
        self.page.named.connect(self._name)
        self.page.back_requested.connect(self.left)

    def begin(self) -> None:
        """Ask what waits now."""
        self.page.focus_first()
        self._read()

    def forget(self) -> None:
        """Hold nothing of anybody."""
        self._index.let_go()
        self.page.forget()

    def _read(self) -> None:
        self.page.show_asking()
        self._index.ask(Asked.WAITING, waiting, self._show, self._trouble)

    def _review(self, look: str, words: str) -> None:
        if not words or len(words) > _LONGEST:
            self.page.show_trouble(
                NotYet(tr("Nothing was written down yet."), "", tr("Please say in a sentence or two what you found."))
            )
            return
        self.page.show_asking()
        self._index.ask(Asked.REVIEW, lambda client: review(client, look, words), self._written, self._trouble)

    def _name(self, look: str, child: str) -> None:
        """Show whose entry was opened, as anybody may see it: a look of its own."""
        self.page.show_busy(busy=True)
        why = LookWhy(tr(_TO_REVIEW), "", warned=False)
        self._index.ask(
            Asked.ENTRY,
            lambda client: open_entry(client, child, why),
            lambda entry: self.page.show_name(look, name_shown(entry)),
            self._trouble,
        )

    def _settle(self, what: Settling) -> None:
        is_joined = what.how == SettledHow.JOINED
        if is_joined and (missing := _missing(what)) is not None:
            self.page.show_trouble(missing)
            return
        goes_on = what.goes_on if is_joined else ""
        said = Settled(what.other, SettledHow(what.how), family_agreed=what.agreed and is_joined, goes_on=goes_on)
        self.page.show_asking()
        self._index.ask(Asked.SETTLE, lambda client: settle(client, what.one, said), self._heard, self._trouble)

    def _heard(self, answer: Settled) -> None:
        self._bench.tasks.ask(ask_again_what_is_held)
        self._written(answer)

    def _written(self, _answer: Review | Settled) -> None:
        """Say so once what still waits is known, which no longer has what was just settled in it."""
        self.page.forget()
        self._index.ask(Asked.WAITING, waiting, self._done, self._trouble)

    def _show(self, now: Waiting) -> None:
        self.page.show_waiting(waiting_shown(*now))

    def _done(self, now: Waiting) -> None:
        self._show(now)
        self.page.say(tr("It is written down at your authority."), tr("What still waits stands below."))
        self.page.focus_first()

    def _trouble(self, trouble: Trouble) -> None:
        self.page.show_busy(busy=False)
        self.page.show_trouble(trouble)
        self.page.focus_first()


def _missing(what: Settling) -> NotYet | None:
    """Return what is still to be said before two are brought together."""
    if not what.agreed:
        next_step = tr("Please ask the family, and tick that they said yes.")
        return NotYet(tr("People are brought together only with the family’s yes."), "", next_step)
    if not what.said:
        return NotYet(
            tr("It is not said yet which one goes on."), "", tr("Please say what was agreed with the family.")
        )
    return None


Waiting = tuple[Overrides, HeldPairs, SettledPairs]


def waiting(client: EndpointClient) -> Waiting:
    """Ask for all that waits, and what was settled."""
    return overrides(client), held(client), settled_pairs(client)

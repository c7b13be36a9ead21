"""The room behind What waits in the child index: a coordinator's, read anew each time and gone when it is left."""

from __future__ import annotations

from app.errors import Trouble
from app.look.speech import tr
from app.operations.lookingup import Asked
from app.sync.client import EndpointClient
from app.sync.lookingup import held, overrides, review, settle
from app.ui.coordinator.settling import SettlingPage
from app.ui.shell.bench import Bench
from app.ui.shell.indexasking import IndexAsking
from app.ui.shell.settlingwords import waiting_shown
from app.ui.shell.sideroom import SideRoom
from protocol.childindex import HeldPairs, Overrides, Review, Settled, SettledHow

_LONGEST = 500


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

    def _settle(self, one: str, other: str, how: str, agreed: bool) -> None:  # noqa: FBT001 - as the page's signal says it
        if how == SettledHow.JOINED and not agreed:
            self.page.show_trouble(
                NotYet(
                    tr("People are brought together only with the family’s yes."),
                    "",
                    tr("Please ask the family, and tick that they said yes."),
                )
            )
            return
        said = Settled(other, SettledHow(how), family_agreed=agreed and how == SettledHow.JOINED)
        self.page.show_asking()
        self._index.ask(Asked.SETTLE, lambda client: settle(client, one, said), self._written, self._trouble)

    def _written(self, _answer: Review | Settled) -> None:
        """Say so once what still waits is known, which no longer has what was just settled in it."""
        self.page.forget()
        self._index.ask(Asked.WAITING, waiting, self._done, self._trouble)

    def _show(self, now: tuple[Overrides, HeldPairs]) -> None:
        self.page.show_waiting(waiting_shown(*now))

    def _done(self, now: tuple[Overrides, HeldPairs]) -> None:
        self._show(now)
        self.page.say(tr("It is written down at your authority."), tr("What still waits stands below."))
        self.page.focus_first()

    def _trouble(self, trouble: Trouble) -> None:
        self.page.show_busy(busy=False)
        self.page.show_trouble(trouble)
        self.page.focus_first()


def waiting(client: EndpointClient) -> tuple[Overrides, HeldPairs]:
    """Ask for all that waits."""
    return overrides(client), held(client)

"""The room behind Six digits: asks the endpoint how it stands, shows a key once, gives the digits; nothing is kept."""

from __future__ import annotations

import re
from datetime import datetime

from app.errors import Trouble
from app.look.speech import tr
from app.sync.proving import NotProved, address_of, factor_standing, fresh_secret, give_digits, said_of
from app.ui.coordinator.digits import DigitsPage
from app.ui.shell.bench import Bench
from app.ui.shell.endpointasking import EndpointAsking
from app.ui.shell.sideroom import SideRoom
from app.ui.words import day_and_time
from protocol.factor import FactorSecret, FactorStanding

_DIGITS = re.compile(r"[0-9]{6}", re.ASCII)


class DigitsRoom(SideRoom):
    """The page and what it asks for."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = DigitsPage()
        self.addWidget(self.page)
        self._endpoint = EndpointAsking(bench, said_of)
        self.page.key_wanted.connect(self._show_key)
        self.page.given.connect(self._give)
        self.page.back_requested.connect(self.left)

    def begin(self) -> None:
        """Ask how it stands."""
        self.page.forget()
        self.page.to_top()
        self.page.show_asking()
        self._endpoint.ask(factor_standing, self._stands, self._not_known)

    def forget(self) -> None:
        """Hold neither key nor digits."""
        self._endpoint.let_go()
        self.page.forget()

    def _stands(self, standing: FactorStanding) -> None:
        if not standing.needed:
            self.page.show_not_asked()
        elif standing.until:
            self._proved(standing)
        else:
            self.page.show_linked(linked=standing.set_up)

    def _not_known(self, trouble: Trouble) -> None:
        self.page.show_linked(linked=True)  # the digits can be given as soon as there is a connection
        self.page.show_trouble(trouble)

    def _show_key(self) -> None:
        self.page.show_asking()
        self._endpoint.ask(fresh_secret, self._key_came, self.page.show_trouble)

    def _key_came(self, secret: FactorSecret) -> None:
        self.page.show_key(secret.secret, address_of(secret))

    def _give(self, typed: str) -> None:
        digits = re.sub(r"[\s-]", "", typed)
        if not _DIGITS.fullmatch(digits):
            trouble = NotProved(tr("Those are not six digits."), "", tr("Please type all six that your phone shows."))
            self.page.show_trouble(trouble)
            return
        self.page.show_asking()
        self._endpoint.ask(lambda client: give_digits(client, digits), self._proved, self.page.show_trouble)

    def _proved(self, standing: FactorStanding) -> None:
        self.page.show_proved(day_and_time(datetime.fromisoformat(standing.until)))

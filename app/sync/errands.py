"""What somebody waits for at the screen: asked beside the courier’s rounds, one after the other, each answered once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition
from typing import Protocol, TypeVar

from app.sync.client import EndpointClient
from app.sync.troubles import Unreachable

T = TypeVar("T")


class AskEndpoint(Protocol):
    """A way to have something asked. ``then`` or ``trouble`` is called on whatever thread comes by its answer."""

    def __call__(
        self, work: Callable[[EndpointClient], T], then: Callable[[T], None], trouble: Callable[[Exception], None], /
    ) -> None:
        """Have it asked; this returns at once."""


def ask_nobody(
    _work: Callable[[EndpointClient], T], _then: Callable[[T], None], trouble: Callable[[Exception], None], /
) -> None:
    """Answer as where there is no connection: there is no courier."""
    trouble(Unreachable())


@dataclass(frozen=True)
class _Errand:
    """One thing to ask, and what is to be done where nobody asks it any more; one of the two happens, once."""

    run: Callable[[EndpointClient], None]
    give_up: Callable[[], None]


def _errand(
    work: Callable[[EndpointClient], T], then: Callable[[T], None], trouble: Callable[[Exception], None]
) -> _Errand:
    def run(client: EndpointClient) -> None:
        try:
            answer = work(client)
        except Exception as fault:  # noqa: BLE001 - whatever it is, whoever asked decides about it
            trouble(fault)
        else:
            then(answer)

    return _Errand(run, lambda: trouble(Unreachable()))


class Errands:
    """The errands that wait. Whoever puts one may be on any thread; one thread alone runs them."""

    def __init__(self) -> None:
        self._waiting, self._turn, self._is_over = deque[_Errand](), Condition(), False

    def put(
        self, work: Callable[[EndpointClient], T], then: Callable[[T], None], trouble: Callable[[Exception], None]
    ) -> None:
        """Have it run next; where the courier has ended, it is answered at once as without a connection."""
        errand = _errand(work, then, trouble)
        with self._turn:
            if not self._is_over:
                self._waiting.append(errand)
                self._turn.notify()
                return
        errand.give_up()

    def run_next(self, client: EndpointClient) -> bool:
        """Wait for one and ask it; say whether there was one, or none is taken any more."""
        with self._turn:
            self._turn.wait_for(lambda: self._waiting or self._is_over)
        errand = self._next()
        if errand is not None:
            errand.run(client)
        return errand is not None

    def close(self) -> None:
        """Give up what waits, and all that is put from now on."""
        with self._turn:
            self._is_over = True
            self._turn.notify_all()
        while errand := self._next():
            errand.give_up()

    def _next(self) -> _Errand | None:
        with self._turn:
            return self._waiting.popleft() if self._waiting else None

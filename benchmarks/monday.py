"""A Monday: what practitioners ask for comes by chance, at half of what can be sustained; how long do they wait?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median, quantiles
from uuid import uuid4

from benchmarks.children import MadeUp, made_up
from benchmarks.matching import fill
from benchmarks.measure import Comparison, Result, Sample, compare
from benchmarks.openloop import poisson, send_when_due
from benchmarks.wire import AUTHORITY, Endpoint, Request, Sender, bare, databases, send_all, serving_all
from endpoint.storage.database import Store, open_engine
from protocol.childindex import Sought
from protocol.codec import encode

_SIZE, _PAGE = 30_000, 20
_CHILDREN, _FEW_CHILDREN = 10_000, 100
_DEVICES, _FEW_DEVICES = 20, 2
_SEED = 8
_WAITED = {number: f"{number}th of 100 answers, ms" for number in (50, 95, 99)}
_SENT, _SUSTAINED = "sent in a second", "sustained in a second"
_MIX = {"submit": 60, "pull": 25, "receipt": 10, "look-up": 5}
"""What is asked for, of a hundred requests."""


@dataclass(frozen=True)
class _Size:
    """How much is measured: requests for the sustained rate and how often, seconds of a Monday, and turns."""

    lot: int
    lots: int
    seconds: float
    turns: int


_WHOLE, _QUICK = _Size(1_200, 3, 6.0, 4), _Size(40, 1, 0.4, 1)


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield a result for each database; ``quick`` is for seeing that this still runs."""
    children = made_up(_SEED, _FEW_CHILDREN if quick else _CHILDREN)
    size = _QUICK if quick else _WHOLE
    with databases(folder) as found:
        for kind, (ours, floor) in found.items():
            with serving_all(folder / kind, ours) as endpoint, bare(floor) as (address, _):
                _fill_index(endpoint, children)
                senders = [endpoint.sender() for _ in range(_FEW_DEVICES if quick else _DEVICES)]
                day = _Day(_Town(endpoint, children, senders), address, size)
                yield compare(_words(kind), day.ours, day.floor, size.turns)


def _words(kind: str) -> Comparison:
    mix = ", ".join(f"{many} % {what}" for what, many in _MIX.items())
    return Comparison(
        f"monday-{kind.lower()}",
        f"A Monday, on {kind}",
        f"open loop, at times drawn by chance beforehand, half of the rate sustained just before; {mix}: envelopes of "
        f"30 kB, pages of {_PAGE} headers, receipts asked for by bringing an envelope again, children looked for among "
        f"{_CHILDREN:,}; how long after it was due each answer was there",
        "a bare handler on the same server, at the same times over the same client: the body of each request kept as "
        f"one row in {kind}, one durable commit",
        budget=10.0,
        judged=_WAITED[95],
    )


def _fill_index(endpoint: Endpoint, children: Sequence[MadeUp]) -> None:
    store = Store(open_engine(endpoint.settings.database_url), AUTHORITY)
    fill(store, children)
    store.engine.dispose()


@dataclass
class _Town:
    """The practitioners of a town, and what they ask for."""

    endpoint: Endpoint
    children: Sequence[MadeUp]
    senders: Sequence[Sender]
    chance: Random = field(default_factory=lambda: Random(_SEED))  # noqa: S311 - seeded, so that the same come again

    def __post_init__(self) -> None:
        """Bring each of them something to pull, and to ask a receipt of."""
        self._earlier = {one.id: [one.envelope(_SIZE, one.id) for _ in range(_PAGE)] for one in self.senders}
        send_all(
            self.endpoint.address,
            [
                one.request("PUT", f"/v1/envelopes/{envelope}", body)
                for one in self.senders
                for envelope, body in self._earlier[one.id]
            ],
        )
        self._in_turn = cycle(self.senders)

    def ask(self, many: int) -> list[Request]:
        """Return so many fresh requests, one practitioner after another."""
        acts = {"submit": self._submit, "pull": self._pull, "receipt": self._receipt, "look-up": self._look_up}
        wanted = self.chance.choices(list(_MIX), list(_MIX.values()), k=many)
        return [acts[what](next(self._in_turn)) for what in wanted]

    def _submit(self, sender: Sender) -> Request:
        envelope, body = sender.envelope(_SIZE)
        return sender.request("PUT", f"/v1/envelopes/{envelope}", body)

    def _pull(self, sender: Sender) -> Request:
        return sender.request("GET", f"/v1/changes?limit={_PAGE}")

    def _receipt(self, sender: Sender) -> Request:
        envelope, body = self.chance.choice(self._earlier[sender.id])
        return sender.request("PUT", f"/v1/envelopes/{envelope}", body)

    def _look_up(self, sender: Sender) -> Request:
        known = self.chance.choice(self.children).known
        named, born = known.names[0], known.born.isoformat() if known.born else ""
        sought = Sought(named.given, named.family, born, known.gender, "", known.postcode, "A new referral", "")
        return sender.request("POST", "/v1/index/searches", encode(sought))


class _Day:
    """One database's Monday: first how much can be sustained, then half of that, at the same times for both sides."""

    def __init__(self, town: _Town, bare_address: str, size: _Size) -> None:
        self._town, self._address, self._bare = town, town.endpoint.address, bare_address
        self._sustained = median(_rate(self._address, self._asked(size.lot)) for _ in range(size.lots))
        self._of_floor = median(_rate(bare_address, self._plain(size.lot)) for _ in range(size.lots))
        self._due = poisson(self._sustained / 2, size.seconds, _SEED)
        self._sent = len(self._due) / size.seconds

    def ours(self) -> Sample:
        """Return how long our endpoint lets people wait."""
        late = send_when_due(self._address, self._asked(len(self._due)), self._due)
        return self._sample(late, self._sustained)

    def floor(self) -> Sample:
        """Return the same of the bare handler."""
        late = send_when_due(self._bare, self._plain(len(self._due)), self._due)
        return self._sample(late, self._of_floor)

    def _asked(self, many: int) -> list[Request]:
        return self._town.ask(many)

    def _plain(self, many: int) -> list[Request]:
        return [Request("PUT", f"/{uuid4()}", {}, one.body) for one in self._town.ask(many)]

    def _sample(self, late: Sequence[float], sustained: float) -> Sample:
        hundredths = quantiles((one * 1000 for one in late), n=100)
        waited = {words: hundredths[number - 1] for number, words in _WAITED.items()}
        return {**waited, _SENT: self._sent, _SUSTAINED: sustained}


def _rate(address: str, requests: Sequence[Request]) -> float:
    """Return how many of these are answered in a second, each line asking again as soon as it was answered."""
    return len(requests) / send_all(address, requests)

"""A town where more happens: months pass, agreements end, backups are verified, and something is erased for ever.

It is looked at more closely, too: what lies at the endpoint, and in which order and with whose agreement things went.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import httpx2
from larkrise import MORNING, Watch
from simulation import AGREED_FOR_DAYS, Cable, Furnished, Run, client_on
from sqlalchemy import select

from app.domain.ids import EpisodeId, RecordId
from app.domain.record import RecordKind
from app.storage import outbox, records
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind
from endpoint.restoring import take_backup, verify_backup
from endpoint.storage.envelopes import find_sealed
from endpoint.storage.tables import ENVELOPES
from protocol.batches import unpack_batch
from protocol.codec import encode
from protocol.envelope import split
from protocol.keeping import Erasure, ErasureWhy, SignedErasure
from protocol.messages import EnvelopeHeader, EnvelopeKind
from protocol.statements import Kind, sign

AGREED_UNTIL = MORNING.date() + timedelta(days=AGREED_FOR_DAYS)
MONTH = timedelta(days=31)


@dataclass
class WiderRun(Run):
    """One run in which time passes at the endpoint too, as its own clock says."""

    time: Watch = field(default_factory=Watch)
    sure_of: int = 0
    erased: dict[EpisodeId, str] = field(default_factory=dict)
    faults: set[str] = field(default_factory=set)
    ends: str = ""
    went: list[EnvelopeHeader] = field(default_factory=list)

    @classmethod
    def of(cls, town: Furnished, folder: Path, seed: int) -> WiderRun:
        """Begin from a copy of the town, with an endpoint whose time is the town's."""
        run = super().of(town, folder, seed)
        assert isinstance(run, WiderRun)
        run.time = Watch(town.watch.at)
        run.server.watch = run.time
        run.server.restart()
        run.ends = run.jo.thread.ask(lambda tx: _record(tx, run.ending))
        run.jo.cable.watched = run._see
        return run

    @property
    def ending(self) -> EpisodeId:
        """The family whose agreement ends."""
        return self.episodes[-1]

    def _let_pass(self, much: timedelta) -> None:
        for watch in (self.jo.watch, self.time):
            watch.at += much

    def _step(self, chance: Random) -> None:
        self._let_pass(timedelta(minutes=chance.randint(1, 40)))
        match chance.randrange(14):
            case 0 | 1:
                self._restore(chance)
            case 2:
                self.jo.watch.wait(hours=chance.choice([-3, 5]))
            case 3:
                self._take_back(chance)
            case 4:
                self._back_up()
            case 5:
                verify_backup(self.server.door, self.backups[-1])
                self.sure_of = len(self.backups) - 1
            case 6:
                self._let_pass(MONTH)
            case 7:
                self._erase(chance)
            case 8 | 9 | 10:
                self.priya.round()
            case _:
                self.jo.round()

    def _restore(self, chance: Random) -> None:
        """Put back a backup no older than the one that was verified; those after it are let go."""
        chosen = chance.randrange(self.sure_of, len(self.backups))
        self.server.restore(self.backups[chosen])
        self.backups = self.backups[: chosen + 1]

    def _back_up(self) -> None:
        self.seen["backup"] += 1
        self.backups.append(self.backups[0].with_name(f"backup-{self.seen['backup']}"))
        take_backup(self.server.door, self.backups[-1])

    def _erase(self, chance: Random) -> None:
        """Ask that what was released of a family is erased for ever, over a line that is good for once."""
        episode = chance.choice(self.episodes)
        envelope = self.jo.thread.ask(lambda tx: _released(tx, episode))
        place = self.jo.workplace
        asked = Erasure(str(UUID(int=chance.getrandbits(128), version=4)), place.device, (envelope,), ErasureWhy.ASKED)
        signed = SignedErasure(asked, sign(Kind.ERASURE, asked, place.secrets.signing))
        client = client_on(Cable(self.server, chance), place.device, place.secrets, self.jo.watch)
        client._ask("PUT", f"/v1/erasures/{asked.id}", 64 * 1024, body=encode(signed))
        self.erased[episode] = envelope

    def _see(self, request: httpx2.Request) -> None:
        """See what a laptop means to send: whatever the line does to it then, that is not the laptop's doing."""
        path = request.url.path
        if path == "/v1/contact":
            self.went = []
        if not path.startswith("/v1/envelopes") or not request.content:
            return
        bodies = unpack_batch(request.content) if request.method == "POST" else [request.content]
        for header in (split(body)[0].header for body in bodies):
            self._judge(header)
            self.went.append(header)

    def _judge(self, header: EnvelopeHeader) -> None:
        others = [one for one in self.went if one.kind is not EnvelopeKind.WITHDRAWAL]
        if header.kind is EnvelopeKind.WITHDRAWAL and others and header not in self.went:
            self.faults.add("overtaken")
        over = self.jo.watch.now().date() > AGREED_UNTIL
        if over and header.kind is EnvelopeKind.RELEASED and header.record == self.ends:
            self.faults.add("unagreed")

    def wrong_about(self, episode: EpisodeId, times: int) -> set[str]:
        """Return what is wrong; what was erased stands nowhere, and what nobody agrees to any more need not stand."""
        if episode in self.erased:
            return {"resurrected"} if times else set()
        wrong = super().wrong_about(episode, times)
        return wrong - {"lost"} if episode == self.ending and self.time.at.date() > AGREED_UNTIL else wrong

    def verdict(self) -> set[str]:
        """Return what is not as it must be, at the endpoint and on the way too."""
        with self.server.door.store.transaction() as tx:
            query = select(ENVELOPES.c.sha256).where(ENVELOPES.c.sha256 != "")
            held = list(tx.connection.execute(query).scalars())
            again = any(find_sealed(tx, one) is not None for one in self.erased.values())
        wrong = {"resurrected"} if again else set()
        wrong |= {"doubled"} if len(held) > len(set(held)) else set()
        return super().verdict() | self.faults | wrong


def _record(tx: Transaction, episode: EpisodeId) -> RecordId:
    return records.newest_of_each(tx, [episode], RecordKind.ASSESSMENT)[0].record


def _released(tx: Transaction, episode: EpisodeId) -> str:
    rows = outbox.of_record(tx, _record(tx, episode))
    return next(row.envelope for row in rows if row.kind is OutboxKind.RELEASED)

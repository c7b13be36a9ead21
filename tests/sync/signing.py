"""A town in which people also sign later, when what they sign may be on its way, at the desk, or taken back."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from simulation import Run
from sqlalchemy import select

from app.domain.answers import Answers
from app.domain.ids import EpisodeId, RecordId
from app.domain.record import RecordKind
from app.operations.cosigning import also_agree
from app.operations.families import draft_of
from app.operations.keeping import Unsaved, keep
from app.storage import later_signatures, outbox, records
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxRow, OutboxState
from endpoint.storage.tables import ENVELOPES

SIGNED: Answers = {
    "c2.signer": "Dean Marsh",
    "c2.capacity": "parent",
    "c2.route": "typed",
    "c2.typed_name": "Dean Marsh",
}


@dataclass
class SigningRun(Run):
    """One run in which, besides all else, somebody signs an assessment that was agreed to already."""

    def _step(self, chance: Random) -> None:
        if chance.randrange(4):
            super()._step(chance)
            return
        self.seen["signed later"] += 1
        episode = chance.choice(self.episodes)
        self.jo.thread.ask(lambda tx: self._sign_later(tx, episode))

    def _sign_later(self, tx: Transaction, episode: EpisodeId) -> None:
        draft = draft_of(tx, self.jo.workplace, episode, RecordKind.ALSO_AGREED)
        keep(tx, Unsaved(answers={draft: dict(SIGNED)}), self.jo.watch.now())
        also_agree(tx, self.jo.workplace, episode, {})

    def verdict(self) -> set[str]:
        """Return what is not as it must be, of signatures too: one before what it is under is ``overtaken``."""
        wrong = super().verdict()
        for episode in self.episodes:
            wrong |= self._wrong_with_signatures(episode)
        return wrong

    def _wrong_with_signatures(self, episode: EpisodeId) -> set[str]:
        record = self.jo.thread.ask(lambda tx: _record(tx, episode))
        rows = self.jo.thread.ask(lambda tx: outbox.of_record(tx, record))
        sent = [row for row in rows if row.kind is OutboxKind.SIGNATURE and row.state is OutboxState.RECEIVED]
        here = [one for one in self.priya.thread.ask(later_signatures.all_here) if one.record == record]
        if episode in self.withdrawn:
            return {"resurrected"} if here else set()
        wrong = {"lost"} if len(here) < len(sent) else {"doubled"} if len(here) > len(sent) else set()
        return wrong | self._at_endpoint(rows, sent)

    def _at_endpoint(self, rows: list[OutboxRow], sent: list[OutboxRow]) -> set[str]:
        """Return whether the endpoint lacks a signature it gave a receipt for, or has it from before its record.

        Where a backup was put back, it may: its laptop has the record's receipt, and has not heard of it yet.
        """
        with self.server.door.store.transaction() as tx:
            query = select(ENVELOPES.c.id, ENVELOPES.c.server_seq)
            place = {str(row[0]): int(row[1]) for row in tx.connection.execute(query)}
        (release,) = (row for row in rows if row.kind is OutboxKind.RELEASED)
        if any(row.envelope not in place for row in sent):
            return {"lost"}
        behind = all(place[row.envelope] > place[release.envelope] for row in sent)
        return set() if behind or self.seen["restored"] else {"overtaken"}


def _record(tx: Transaction, episode: EpisodeId) -> RecordId:
    record = records.newest(tx, episode, RecordKind.ASSESSMENT)
    assert record is not None
    return record.statement.record

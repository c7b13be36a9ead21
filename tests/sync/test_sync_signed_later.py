"""A signature added after the record went reaches the desk once, behind it, and for no other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, LosesReplies, author, coordinator, kept_at_endpoint

from app.domain.answers import Answers
from app.domain.ids import EnvelopeId, EpisodeId, RecordId, new_id
from app.domain.record import FinishedRecord, RecordKind
from app.operations.accounting import look_at_ledger
from app.operations.cosigning import SHOWN, also_agree
from app.operations.desk import read_released
from app.operations.erasing import AskedBy, ask_erasure
from app.operations.families import draft_of
from app.operations.keeping import Unsaved, keep
from app.operations.posting import post_signature
from app.operations.whereabouts import ledger, whereabouts
from app.operations.withdrawing import take_back
from app.sealing.checks import Check
from app.sealing.opening import OtherWords
from app.sealing.records import finish
from app.storage import audit, inbox, later_signatures, records
from app.storage.database import Transaction
from app.storage.later_signatures import LaterSignature
from app.storage.outbox import OutboxKind, OutboxRow, OutboxState
from app.sync.handing_in import hand_in
from app.sync.taking_in import take_in
from app.ui.coordinator.deskwords import read_inbox, reading_state
from app.ui.shell.ledgerwords import entry_words, to_do
from app.ui.shell.wherewords import where_state
from protocol.keeping import ErasureWhy
from protocol.messages import WithdrawalWhy

SIGNED: Answers = {
    "c2.signer": "Dean Marsh",
    "c2.capacity": "parent",
    "c2.route": "typed",
    "c2.typed_name": "Dean Marsh",
}
TOLD = {"c2.wording": "I agree.", SHOWN: "Version 1\nThe refuge: yes"}
ADDED = "A signature that was added afterwards"
TOO = "Somebody else signed it too"


@dataclass(frozen=True)
class Family:
    """One of Jo's families, whose assessment was agreed to and released; the desk is the same for all."""

    jo: Courier
    which: int

    @property
    def episode(self) -> EpisodeId:
        """Their episode."""
        return self.jo.visits[self.which].episode

    @property
    def signed(self) -> tuple[FinishedRecord, FinishedRecord]:
        """Their assessment and the agreement about it."""
        return self.jo.visits[self.which].signed[0]

    @property
    def record(self) -> RecordId:
        """Which assessment it is."""
        return self.signed[0].statement.record

    def of_kind(self, kind: OutboxKind) -> list[OutboxRow]:
        """Return the envelopes of a kind about their assessment."""
        return [row for row in self.jo.rows() if row.record == self.record and row.kind is kind]

    def sign_later(self) -> None:
        """Have Dean sign too."""

        def sign(tx: Transaction) -> None:
            draft = draft_of(tx, self.jo.workplace, self.episode, RecordKind.ALSO_AGREED)
            keep(tx, Unsaved(answers={draft: dict(SIGNED)}), self.jo.watch.now())
            also_agree(tx, self.jo.workplace, self.episode, TOLD)

        self.jo.watch.wait(minutes=1)
        self.jo.ask(sign)

    def at_desk(self, priya: Courier) -> list[LaterSignature]:
        """Return the signatures under their assessment that came to the desk."""
        return [one for one in priya.ask(later_signatures.all_here) if one.record == self.record]

    def words_at_desk(self, priya: Courier) -> str:
        """Return what the desk's list says of their assessment."""
        (envelope,) = (row.envelope for row in self.of_kind(OutboxKind.RELEASED))
        return next(line.words for line in priya.ask(read_inbox).lines if line.envelope_id == envelope)

    def read(self, priya: Courier) -> tuple[Check, ...]:
        """Read it at the desk, and return what is said of later signatures."""
        (envelope,) = (row.envelope for row in self.of_kind(OutboxKind.RELEASED))
        found = priya.ask(lambda tx: read_released(tx, priya.workplace, envelope))
        assert len(reading_state(priya.workplace, found).checks) == len(found.package.checks) + len(found.later)
        return found.later

    def ledger_line(self, one: Courier) -> tuple[str, str]:
        """Return what somebody's ledger says of it, and what there is to do."""
        entries = one.ask(lambda tx: look_at_ledger(tx, one.workplace)).entries
        (entry,) = (each for each in entries if each.record == self.record)
        return entry_words(entry), to_do(entry)


@pytest.fixture(scope="module")
def pair(ambleton_running: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Courier, Courier]]:
    """Return Jo, whose families' assessments have gone, and Priya at the desk, who has them."""
    folder = tmp_path_factory.mktemp("signed-later")
    jo, priya = author(ambleton_running, folder / "jo", families=3), coordinator(ambleton_running, folder / "priya")
    jo.round()
    priya.round()
    yield jo, priya
    for one in (jo, priya):
        one.close()


def test_it_follows_the_record_once_and_both_read_the_same_of_it(pair: tuple[Courier, Courier]) -> None:
    jo, priya = pair
    family = Family(jo, 0)
    family.sign_later()
    assert "1 signature that was added since waits to be sent." in family.ledger_line(jo)[1]
    jo.round(jo.cable(LosesReplies))
    jo.watch.wait(minutes=30)
    jo.round()
    priya.round()
    (signature,) = family.of_kind(OutboxKind.SIGNATURE)
    assert (signature.state, kept_at_endpoint(jo.town).count(signature.envelope)) == (OutboxState.RECEIVED, 1)
    found = jo.ask(lambda tx: whereabouts(tx, family.episode))
    lines = {line.words: line.more for line in where_state(found, jo.ask(ledger), "Ambleton").lines}
    assert lines[ADDED].startswith("By Ambleton at ")
    assert [one.envelope for one in family.at_desk(priya)] == [signature.envelope]
    assert TOO in family.words_at_desk(priya)
    (said,) = family.read(priya)
    assert TOO not in family.words_at_desk(priya)
    assert said.words.startswith("Also agreed to by Dean Marsh, parent, on ")
    assert said.ok
    priya.round()
    jo.round()
    assert family.ledger_line(priya) == family.ledger_line(jo)
    assert family.ledger_line(jo)[0].endswith("1 signature was added since, and received")
    jo.ask(lambda tx: ask_erasure(tx, jo.workplace, family.episode, AskedBy.PARENT, ErasureWhy.ASKED))
    family.sign_later()
    assert len(family.of_kind(OutboxKind.SIGNATURE)) == 1  # nothing new goes there any more
    jo.round()
    priya.round()
    assert family.at_desk(priya) == []
    assert all(one.ask(audit.verify) is None for one in pair)


def test_what_is_taken_back_takes_its_signatures_along(pair: tuple[Courier, Courier]) -> None:
    jo, priya = pair
    family = Family(jo, 1)
    for _ in range(2):
        priya.round()
        jo.round()
        family.sign_later()
    priya.round()
    waiting = family.of_kind(OutboxKind.SIGNATURE)[-1]
    assert (waiting.state, len(family.at_desk(priya))) == (OutboxState.WAITING, 1)
    jo.ask(lambda tx: take_back(tx, jo.workplace, family.episode, WithdrawalWhy.WITHDRAWN))
    assert jo.row(waiting.envelope).state is OutboxState.VOIDED
    family.sign_later()
    assert len(family.of_kind(OutboxKind.SIGNATURE)) == 2
    jo.round()
    priya.round()
    assert family.at_desk(priya) == []
    assert waiting.envelope not in kept_at_endpoint(jo.town)


def forged(family: Family, kind: RecordKind, answers: Answers, record: str, agrees_to: str = "") -> FinishedRecord:
    """Return a record as a laptop could make it whose program was altered."""
    return finish(
        answers,
        record=RecordId(record),
        version=1,
        kind=kind,
        episode=family.episode,
        form=family.signed[0].statement.form,
        author=family.jo.workplace.worker,
        device=family.jo.workplace.device,
        finished_at=family.jo.watch.now(),
        signing_key=family.jo.workplace.secrets.signing,
        agrees_to=agrees_to,
    )


def test_one_under_other_words_is_set_aside_in_words_and_stays_there(pair: tuple[Courier, Courier]) -> None:
    jo, priya = pair
    family = Family(jo, 2)
    record, sharing = family.signed
    other = forged(family, RecordKind.ASSESSMENT, {"id.given": "Ellie"}, family.record)
    agreed = forged(family, RecordKind.SHARING, sharing.answers, new_id(), other.statement.root)
    later = forged(family, RecordKind.ALSO_AGREED, SIGNED, new_id(), other.statement.root)
    before = priya.ask(inbox.put_aside)
    jo.ask(lambda tx: post_signature(tx, jo.workplace, other, agreed, later))
    jo.round()
    for _ in range(2):
        priya.round()
        assert priya.ask(inbox.put_aside) == before + 1
        priya.watch.wait(minutes=20)
    assert family.at_desk(priya) == []
    assert family.read(priya) == ()
    assert "could not be opened" in priya.ask(read_inbox).collected
    assert jo.ask(lambda tx: records.get(tx, family.record, 1)) == record


def test_on_a_stick_it_comes_behind_its_record_and_online_it_is_here_already(
    jo: Courier, pair: tuple[Courier, Courier], tmp_path: Path
) -> None:
    priya, family = pair[1], Family(jo, 0)
    family.sign_later()
    handed = hand_in(jo.thread, jo.workplace, jo.watch, tmp_path)
    assert (handed.inside, handed.signatures, handed.taken_back) == (1, 1, 0)
    taken = take_in(priya.thread, priya.workplace, priya.watch, handed.path)
    assert (taken.new, taken.known, taken.left) == (2, 0, 0)
    assert [one.id for one in taken.receipt.taken.envelopes][-1] == family.of_kind(OutboxKind.SIGNATURE)[0].envelope
    again = take_in(priya.thread, priya.workplace, priya.watch, handed.path)
    assert (again.new, again.known, again.left) == (0, 2, 0)
    family.sign_later()
    jo.round()
    priya.round()
    assert [check.ok for check in family.read(priya)] == [True, True]
    assert len(family.at_desk(priya)) == 2


def test_one_that_comes_before_its_record_waits_for_it_and_counts_for_no_other(pair: tuple[Courier, Courier]) -> None:
    priya, at = pair[1], pair[1].watch.now()
    family, worker = Family(pair[0], 2), pair[0].workplace.worker
    whose = (worker.name, worker.agency)
    came = priya.ask(lambda tx: inbox.of_version(tx, family.record, 1, *whose))
    early = LaterSignature(EnvelopeId(new_id()), RecordId(new_id()), RecordId(new_id()), 1, "ab" * 32, *whose, at)
    priya.ask(lambda tx: later_signatures.add(tx, early, came[0]))
    assert "1 signature came whose assessment is not here yet." in priya.ask(read_inbox).collected
    under = replace(early, envelope=EnvelopeId(new_id()), signature=RecordId(new_id()), record=family.record)
    priya.ask(lambda tx: later_signatures.add(tx, under, came[0]))
    assert [(check.words, check.ok) for check in family.read(priya)] == [(OtherWords().what, False)]
    priya.ask(lambda tx: [later_signatures.forget(tx, one.envelope) for one in (early, under)])

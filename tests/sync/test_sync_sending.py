"""What is sealed goes once, is never called received without a good receipt, and is never lost on the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from ambleton import Town
from couriers import Courier, Forges, LosesReplies, author, kept_at_endpoint, over_the_network
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from impostor import Impostor, answering
from larkrise import AGREED_TO_SHARE, PASSPHRASE, Laptop, Watch, days_later

from app.domain.answers import Answers
from app.domain.ids import EpisodeId
from app.operations.whereabouts import send_again
from app.sealing.envelopes import check_receipt
from app.storage import audit, outbox
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind, OutboxState
from app.storage.vault import open_vault
from app.sync.client import EndpointClient
from app.sync.status import Reach
from protocol.codec import decode, encode
from protocol.messages import SignedReceipt
from protocol.problems import Problem
from protocol.statements import Kind, public_text, sign

CLOSED = "http://127.0.0.1:9"


def test_all_that_waits_is_sent_once_and_each_receipt_holds(jo: Courier, ambleton_running: Town) -> None:
    done = jo.round()
    assert (done.status.reach, done.status.waiting, done.changed) == (Reach.REACHED, 0, True)
    assert done.status.last_contact == jo.watch.now()
    for row in jo.rows():
        receipt = decode(row.receipt.encode(), SignedReceipt)
        check_receipt(receipt, jo.workplace.directory.directory, id=row.envelope, sha256=row.sha256)
        assert kept_at_endpoint(ambleton_running).count(row.envelope) == 1
    assert jo.states() == ["received", "received"]


def test_a_second_round_sends_nothing_again(jo: Courier) -> None:
    engine = jo.engine()
    engine.run_round()
    receipts = [row.receipt for row in jo.rows()]
    assert not engine.run_round().changed
    assert [row.receipt for row in jo.rows()] == receipts


def test_each_receipt_is_in_an_audit_that_is_whole(jo: Courier) -> None:
    jo.round()
    lines = jo.ask(lambda tx: tx.all("SELECT object FROM audit WHERE act = 'received' ORDER BY n"))
    assert [line["object"] for line in lines] == [row.envelope for row in jo.rows()]
    assert jo.ask(audit.verify) is None


def test_a_lost_reply_is_asked_for_again_and_has_one_effect(jo: Courier, ambleton_running: Town) -> None:
    lost = jo.round(jo.cable(LosesReplies))
    assert (lost.status.reach, lost.status.waiting) == (Reach.NO_CONNECTION, 2)
    assert kept_at_endpoint(ambleton_running).count(jo.rows()[0].envelope) == 1
    assert jo.states() == ["waiting", "waiting"]
    jo.round()
    assert jo.states() == ["received", "received"]
    kept = kept_at_endpoint(ambleton_running)
    assert [kept.count(row.envelope) for row in jo.rows()] == [1, 1]


def signed_by_another(said: SignedReceipt) -> SignedReceipt:
    key = Ed25519PrivateKey.generate()
    return SignedReceipt(said.receipt, public_text(key), sign(Kind.RECEIPT, said.receipt, key))


def signed_by_another_in_their_name(said: SignedReceipt) -> SignedReceipt:
    return msgspec.structs.replace(said, signature=sign(Kind.RECEIPT, said.receipt, Ed25519PrivateKey.generate()))


def with_another_hash(said: SignedReceipt) -> SignedReceipt:
    return msgspec.structs.replace(said, receipt=msgspec.structs.replace(said.receipt, sha256="0" * 64))


def with_another_id(said: SignedReceipt) -> SignedReceipt:
    return msgspec.structs.replace(said, receipt=msgspec.structs.replace(said.receipt, id=said.receipt.store_epoch))


@pytest.mark.parametrize(
    "change", [signed_by_another, signed_by_another_in_their_name, with_another_hash, with_another_id]
)
def test_a_false_receipt_is_not_believed_and_the_envelope_waits(
    jo: Courier, change: Callable[[SignedReceipt], SignedReceipt]
) -> None:
    cable = jo.cable(Forges)
    cable.change = change
    assert jo.round(cable).status.waiting == 2
    assert [(row.receipt, row.received_at, row.attempts) for row in jo.rows()] == [("", None, 1)] * 2
    jo.watch.wait(minutes=1)
    jo.round()
    assert jo.states() == ["received", "received"]


def test_the_true_receipt_of_another_envelope_is_not_believed(jo: Courier) -> None:
    cable, heard = jo.cable(Forges), list[SignedReceipt]()

    def the_first_again(receipt: SignedReceipt) -> SignedReceipt:
        heard.append(receipt)
        return heard[0]

    cable.change = the_first_again
    jo.round(cable)
    assert jo.states() == ["received", "waiting"]


def test_with_the_endpoint_down_everything_waits_and_nothing_is_lost(jo: Courier) -> None:
    down = jo.cable(EndpointClient, CLOSED)
    bodies = [jo.sealed_file(row).read_bytes() for row in jo.rows()]
    engine = jo.engine(down)
    for _ in range(3):
        done = engine.run_round()
        assert (done.status.reach, done.status.waiting, done.changed) == (Reach.NO_CONNECTION, 2, False)
    assert "safe on this laptop" in done.status.trouble
    assert done.status.last_contact is None
    assert [jo.sealed_file(row).read_bytes() for row in jo.rows()] == bodies
    assert [row.attempts for row in jo.rows()] == [0, 0]
    jo.round()
    assert jo.states() == ["received", "received"]


def test_an_endpoint_in_trouble_is_left_alone_for_a_while(jo: Courier) -> None:
    with answering(Impostor(status=503)) as address:
        engine = jo.engine(jo.cable(EndpointClient, address))
        assert engine.run_round().status.reach is Reach.TROUBLE
        tried = [row.attempts for row in jo.rows()]
        engine.run_round()
    assert tried == [1, 1] == [row.attempts for row in jo.rows()]
    assert all(row.next_try_at and row.next_try_at > jo.watch.now() for row in jo.rows())
    jo.watch.wait(minutes=16)
    jo.round()
    assert jo.states() == ["received", "received"]


@pytest.mark.parametrize("problem", [Problem.SIGNATURE_WRONG, Problem.DEVICE_UNKNOWN])
def test_a_laptop_that_is_not_recognised_goes_on_waiting(jo: Courier, problem: Problem) -> None:
    body = encode({"type": problem.urn, "title": problem.sentence, "status": problem.status})
    with answering(Impostor(status=problem.status, body=body)) as address:
        jo.round(jo.cable(EndpointClient, address))
    assert jo.states() == ["waiting", "waiting"]


def test_an_envelope_damaged_on_the_disk_is_set_aside_and_the_next_one_goes(jo: Courier) -> None:
    first, _second = jo.rows()
    body = jo.sealed_file(first).read_bytes()
    jo.sealed_file(first).write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
    assert jo.round().status.set_aside == 1
    assert jo.states() == ["set_aside", "received"]
    assert jo.row(first.envelope).last_trouble == Problem.UNREADABLE.code


def test_a_sealed_file_that_is_gone_is_set_aside_and_the_next_one_goes(jo: Courier) -> None:
    first, _second = jo.rows()
    jo.sealed_file(first).unlink()
    jo.round()
    assert jo.states() == ["set_aside", "received"]


def test_a_copied_laptop_is_set_aside_where_it_clashes_and_goes_on_with_the_rest(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]
) -> None:
    laptop = Laptop.new(tmp_path / "jo", over_the_network(ambleton_running, "practitioner"))
    laptop.vault.lock()
    shutil.copytree(tmp_path / "jo", tmp_path / "copy")
    couriers = []
    for name, families in (("jo", 1), ("copy", 2)):
        vault = open_vault(tmp_path / name, PASSPHRASE)
        workplace = replace(laptop.workplace, sealed=vault.sealed)
        for _ in range(families):
            Laptop(vault, workplace, Watch()).finished_visit()
        couriers.append(closing(Courier.of(ambleton_running, Laptop(vault, workplace, Watch()))))
    first, copy = couriers
    first.round()
    done = copy.round()
    assert first.states() == ["received", "received"]
    assert copy.states() == ["set_aside", "set_aside", "received", "received"]
    assert copy.rows()[0].last_trouble == Problem.DEVICE_SEQ_DIFFERENT.code
    assert "could not be sent" in done.status.words()


ENDS_SOON: Answers = {**AGREED_TO_SHARE, "c2.expires": days_later(3)}


@pytest.mark.parametrize(("days", "states"), [(3, ["received", "received"]), (4, ["received", "voided"])])
def test_an_agreement_that_has_ended_is_never_sent_and_its_last_day_still_counts(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier], days: int, states: list[str]
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo", ENDS_SOON))
    jo.watch.wait(days=days)
    done = jo.round()
    assert (jo.states(), done.status.waiting) == (states, 0)


def test_what_is_no_longer_agreed_is_erased_and_the_copy_for_safe_keeping_goes(
    ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]
) -> None:
    jo = closing(author(ambleton_running, tmp_path / "jo", ENDS_SOON))
    kept, released = jo.of_kind(OutboxKind.KEPT), jo.of_kind(OutboxKind.RELEASED)
    jo.watch.wait(days=4)
    for _ in range(2):
        jo.round()
    assert not jo.sealed_file(released).exists()
    assert jo.sealed_file(kept).exists()
    at_endpoint = kept_at_endpoint(ambleton_running)
    assert (at_endpoint.count(kept.envelope), at_endpoint.count(released.envelope)) == (1, 0)
    assert jo.ask(lambda tx: [row["object"] for row in tx.all("SELECT object FROM audit WHERE act = 'voided'")]) == [
        released.envelope
    ]


def test_what_was_set_aside_is_tried_again_when_a_person_says_so_but_not_a_copys(jo: Courier) -> None:
    released, kept = jo.of_kind(OutboxKind.RELEASED), jo.of_kind(OutboxKind.KEPT)
    episode = EpisodeId(jo.visits[0].episode)

    def aside(tx: Transaction) -> None:
        outbox.set_aside(tx, released.envelope, Problem.TOO_LARGE.code)
        outbox.set_aside(tx, kept.envelope, Problem.DEVICE_SEQ_DIFFERENT.code)

    jo.ask(aside)
    assert jo.ask(lambda tx: send_again(tx, episode))
    assert not jo.ask(lambda tx: send_again(tx, episode))
    jo.round()
    assert jo.row(released.envelope).state is OutboxState.RECEIVED
    assert jo.row(kept.envelope).state is OutboxState.SET_ASIDE


@pytest.mark.parametrize("hours", [-30, 30])
def test_a_laptop_whose_clock_is_wrong_sends_all_the_same(jo: Courier, hours: int) -> None:
    jo.watch.wait(hours=hours)
    cable = jo.cable(EndpointClient)
    cable._clock = jo.watch
    jo.round(cable)
    assert set(jo.states()) == {"received"}

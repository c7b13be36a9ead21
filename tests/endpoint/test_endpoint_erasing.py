"""What was taken back is handed out no more, and what was erased never comes back, from whatever side."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

import pytest
from ambleton import Laptop, Town, problem_of

from endpoint.erasing import replay
from endpoint.office import open_door
from endpoint.outside import Outside
from protocol.batches import Verdicts, pack_batch
from protocol.codec import decode, encode
from protocol.keeping import ErasedList, Erasure, ErasureWhy, SignedErased, SignedErasure
from protocol.messages import EnvelopeKind
from protocol.statements import Kind, check


def erase(laptop: Laptop, *envelopes: str, erasure: str = "") -> tuple[SignedErased, ...]:
    answer = ask_to_erase(laptop, *envelopes, erasure=erasure)
    assert answer.status_code == 200, answer.text
    return decode(answer.content, ErasedList).erased


def ask_to_erase(laptop: Laptop, *envelopes: str, erasure: str = ""):  # type: ignore[no-untyped-def]  # noqa: ANN201
    asked = Erasure(erasure or str(uuid4()), laptop.id, envelopes, ErasureWhy.ASKED)
    signed = SignedErasure(asked, laptop.sign(Kind.ERASURE, asked))
    return laptop.ask("PUT", f"/v1/erasures/{asked.id}", encode(signed))


def test_an_erased_envelope_is_gone_for_ever_and_whoever_had_it_hears_so(town: Town, priya: Laptop) -> None:
    reader = town.enrolled("coordinator")
    envelope, body = priya.envelope(reader.id)
    path = f"/v1/envelopes/{envelope}"
    priya.ask("PUT", path, body)
    (word,) = erase(priya, envelope)
    key = town.office.directory().directory.receipt_keys[0]
    check(Kind.ERASED, word.erased, word.signature, key)
    assert word.erased.envelope == envelope
    assert problem_of(reader.ask("GET", path)) == "not.found"
    again = priya.ask("PUT", path, body)
    assert problem_of(again) == "envelope.erased"
    assert decode(encode(again.json()["erased"]), SignedErased) == word
    answer = priya.ask("POST", "/v1/envelopes", pack_batch((body,)))
    (verdict,) = decode(answer.content, Verdicts).verdicts
    assert (verdict.status, verdict.problem, verdict.erased) == (410, "envelope.erased", word)
    for laptop in (reader, priya):
        heard = decode(laptop.ask("GET", "/v1/erasures").content, ErasedList)
        assert heard.erased == (word,)
        assert decode(laptop.ask("GET", f"/v1/erasures?cursor={heard.cursor}").content, ErasedList).erased == ()
    assert erase(priya, envelope) == (word,)
    assert priya.ask("GET", "/v1/reconcile").json()["months"] == []


def test_one_that_is_late_on_its_way_is_not_kept_after_its_erasure(priya: Laptop) -> None:
    envelope, body = priya.envelope()
    erase(priya, envelope)
    assert problem_of(priya.ask("PUT", f"/v1/envelopes/{envelope}", body)) == "envelope.erased"
    _, other = priya.envelope(device_seq=1)
    assert decode(priya.ask("POST", "/v1/envelopes", pack_batch((other,))).content, Verdicts).verdicts[0].status == 201


def test_nobody_erases_what_another_person_sent_and_not_half_of_a_list(town: Town) -> None:
    priya = town.enrolled()
    envelope, body = priya.envelope()
    priya.ask("PUT", f"/v1/envelopes/{envelope}", body)
    stranger = town.laptop()
    stranger.enrol(town.invite(name="Jo Whitfield"))
    own, own_body = stranger.envelope("desk-1", stranger.id)
    stranger.ask("PUT", f"/v1/envelopes/{own}", own_body)
    assert problem_of(ask_to_erase(stranger, own, envelope)) == "not.found"
    assert stranger.ask("GET", f"/v1/envelopes/{own}").status_code == 200
    assert priya.ask("PUT", f"/v1/envelopes/{envelope}", body).status_code == 200


def test_her_new_laptop_erases_what_her_old_one_sent(town: Town) -> None:
    old, new = town.enrolled(), town.enrolled()
    envelope = old.send("desk-1")
    assert len(erase(new, envelope)) == 1


def test_an_erasure_that_is_none_is_refused(priya: Laptop, desk: Laptop) -> None:
    assert problem_of(ask_to_erase(priya)) == "request.malformed"
    assert problem_of(ask_to_erase(priya, "not an id")) == "request.malformed"
    asked = Erasure(str(uuid4()), priya.id, (str(uuid4()),), ErasureWhy.ASKED)
    signed = SignedErasure(asked, desk.sign(Kind.ERASURE, asked))
    assert problem_of(priya.ask("PUT", f"/v1/erasures/{asked.id}", encode(signed))) == "body.unreadable"


def test_the_log_of_erasures_lies_beside_the_store_and_is_run_again(town: Town, priya: Laptop) -> None:
    envelope, body = priya.envelope()
    priya.ask("PUT", f"/v1/envelopes/{envelope}", body)
    erase(priya, envelope)
    door = open_door(town.settings)
    assert envelope in {word.erased.envelope for word in door.house.outside.erased()}
    with door.store.transaction() as tx:
        assert replay(tx, door.house) == 0
    with (town.folder / "erasures.log").open("ab") as log:
        log.write(b'{"erased": {"enve')  # a power cut
    assert envelope in {word.erased.envelope for word in door.house.outside.erased()}
    other, body = priya.envelope(device_seq=2)
    priya.ask("PUT", f"/v1/envelopes/{other}", body)
    erase(priya, other)
    assert {envelope, other} <= {word.erased.envelope for word in door.house.outside.erased()}
    door.close()


def test_what_is_written_in_parts_is_all_on_the_disk(
    priya: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system may write a part of what it is given, and say so in a number alone."""
    (word,) = erase(priya, str(uuid4()))
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, bytes(content[:7])))
    outside = Outside(tmp_path)
    outside.log_erased((word, word))
    outside.write_epoch("an epoch that is longer than seven letters")
    assert (list(outside.erased()), outside.epoch()) == ([word, word], "an epoch that is longer than seven letters")


def take_back(laptop: Laptop, record: str, device_seq: int) -> None:
    envelope, body = laptop.envelope(record=record, kind=EnvelopeKind.WITHDRAWAL, device_seq=device_seq)
    assert laptop.ask("PUT", f"/v1/envelopes/{envelope}", body).status_code == 201


def test_what_was_released_is_handed_out_no_more_once_it_is_taken_back(town: Town, desk: Laptop) -> None:
    old, priya = town.enrolled(), town.enrolled()
    record = str(uuid4())
    sent = [priya.envelope(record=record, device_seq=1), old.envelope(record=record, device_seq=1)]
    late, after = priya.envelope(record=record, device_seq=2), priya.envelope(record=record, device_seq=4)
    other = priya.envelope(device_seq=5)
    for laptop, (envelope, body) in zip((priya, old), sent, strict=True):
        laptop.ask("PUT", f"/v1/envelopes/{envelope}", body)
        assert desk.ask("GET", f"/v1/envelopes/{envelope}").status_code == 200
    take_back(priya, record, 3)
    for envelope, body in (late, after, other):
        # It is given its receipt, so that it waits no longer; whether it is handed out is another matter.
        assert priya.ask("PUT", f"/v1/envelopes/{envelope}", body).status_code == 201
    gone = {sent[0][0], sent[1][0], late[0]}
    for envelope in gone:
        assert problem_of(desk.ask("GET", f"/v1/envelopes/{envelope}")) == "not.found"
    with desk.client() as client:
        page = client.changes()
        while page.more:
            page = client.changes(page.cursor)
    listed = {one.header.id for one in page.headers}
    assert gone.isdisjoint(listed)
    for envelope in (after[0], other[0]):
        assert desk.ask("GET", f"/v1/envelopes/{envelope}").status_code == 200


def test_nobody_takes_back_what_another_person_released(town: Town, desk: Laptop) -> None:
    priya, stranger = town.enrolled(), town.laptop()
    stranger.enrol(town.invite(name="Jo Whitfield"))
    envelope, body = priya.envelope(record=(record := str(uuid4())))
    priya.ask("PUT", f"/v1/envelopes/{envelope}", body)
    take_back(stranger, record, 1)
    assert desk.ask("GET", f"/v1/envelopes/{envelope}").status_code == 200

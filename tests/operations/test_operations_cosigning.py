"""Several people sign one version: each by their own way, each bound to its root, and none touches another's."""

from __future__ import annotations

import pytest
from larkrise import AGREED_TO_SHARE, HELD_BACK, MASON, Laptop, Visit

from app.domain.answers import Answers
from app.domain.record import RecordKind
from app.operations.cosigning import NothingSigned, ToSign, also_agree, read_to_sign
from app.operations.families import TheirsToSay, decide
from app.operations.finishing import change_something
from app.operations.moving import together
from app.operations.starting import NotSaidYet
from app.sealing.records import holds_together
from app.storage import outbox, records
from app.storage.outbox import OutboxKind

WAYS: dict[str, Answers] = {
    "drawn": {"c2.strokes": "[[[1,1]]]"},
    "typed": {"c2.typed_name": "Dean Marsh"},
    "spoken": {"c2.witness": "Jo Whitfield"},
    "paper": {"c2.paper_note": "In the blue folder"},
}
SHOWN = {
    "c2.wording": "I agree to this.",
    "c2.wording_version": "1",
    "c2.wording_language": "en-GB",
    "c2.shown": "Version 1\nEarly help coordinator: yes",
}


@pytest.fixture
def signed(jo: Laptop) -> Visit:
    """Let Carly sign, with an address kept secret and a line held back."""
    visit = jo.visit()
    visit.start()
    visit.write({**MASON, "id.address_confidential": True, "fh.people": ("aaaa0001",), "pc": ("bbbb0001",)})
    visit.write({"pc/bbbb0001/pc.name": "Dean", "pc/bbbb0001/pc.contact_limits": "Court order"})
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    visit.sign()
    return visit


def looked(visit: Visit) -> ToSign:
    with visit.laptop.vault.transaction() as tx:
        return read_to_sign(tx, visit.laptop.workplace, visit.episode)


def sign(visit: Visit, name: str, way: str, **more: str) -> None:
    visit.laptop.watch.wait(minutes=1)
    said: Answers = {"c2.signer": name, "c2.capacity": "parent", "c2.route": way, **WAYS[way], **more}
    visit.write(said, RecordKind.ALSO_AGREED)
    with visit.laptop.vault.transaction() as tx:
        also_agree(tx, visit.laptop.workplace, visit.episode, SHOWN)


def test_a_later_signer_has_a_signed_record_of_the_very_version_and_of_what_was_shown(signed: Visit) -> None:
    sign(signed, "Dean Marsh", "typed")
    with signed.laptop.vault.transaction() as tx:
        found = records.newest(tx, signed.episode, RecordKind.ALSO_AGREED)
    assert found is not None
    assert found.statement.agrees_to == signed.signed[0][0].statement.root
    assert {path: found.answers[path] for path in SHOWN} == SHOWN
    assert holds_together(found)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_signing_counts_the_same(signed: Visit, way: str) -> None:
    sign(signed, "Dean Marsh", way)
    assert [(one.name, one.route) for one in looked(signed).signers] == [("Carly Reid", "typed"), ("Dean Marsh", way)]


def test_a_later_signature_touches_neither_an_earlier_one_nor_any_choice(signed: Visit) -> None:
    with signed.laptop.vault.transaction() as tx:
        before = records.newest(tx, signed.episode, RecordKind.SHARING)
    for name, way in (("Dean Marsh", "drawn"), ("Mason Reid", "spoken")):
        sign(signed, name, way)
    with signed.laptop.vault.transaction() as tx:
        assert records.newest(tx, signed.episode, RecordKind.SHARING) == before
        groups = together(tx, signed.episode)
    assert [one.name for one in looked(signed).signers] == ["Carly Reid", "Dean Marsh", "Mason Reid"]
    kinds = [record.statement.kind for record in groups[0]]
    assert (kinds[0], kinds.count(RecordKind.ALSO_AGREED)) == (RecordKind.ASSESSMENT, 2)


def test_it_goes_to_safe_keeping_and_where_the_record_went(signed: Visit) -> None:
    sign(signed, "Dean Marsh", "paper")
    with signed.laptop.vault.transaction() as tx:
        found = records.newest(tx, signed.episode, RecordKind.ALSO_AGREED)
        assert found is not None
        assert [row.kind for row in outbox.of_record(tx, found.statement.record)] == [OutboxKind.KEPT]
        about = outbox.of_record(tx, signed.signed[0][0].statement.record)
        assert [row.kind for row in about] == [OutboxKind.KEPT, OutboxKind.RELEASED, OutboxKind.SIGNATURE]


@pytest.mark.parametrize("choice", ["c2.share", "c2.desk"])
def test_where_the_desk_has_nothing_of_it_no_signature_goes_there(jo: Laptop, choice: str) -> None:
    visit = jo.finished_visit({**AGREED_TO_SHARE, choice: "no"})
    sign(visit, "Dean Marsh", "typed")
    with jo.vault.transaction() as tx:
        assert {row.kind for row in outbox.waiting(tx, jo.watch.now())} == {OutboxKind.KEPT}


def test_it_waits_for_the_version_it_is_under_and_follows_it(signed: Visit) -> None:
    sign(signed, "Dean Marsh", "typed")
    laptop = signed.laptop
    with laptop.vault.transaction() as tx:
        released = outbox.releases(tx)[0]
        assert OutboxKind.SIGNATURE not in {row.kind for row in outbox.waiting(tx, laptop.watch.now())}
        outbox.set_aside(tx, released.envelope, "body.too_large")
        assert OutboxKind.SIGNATURE not in {row.kind for row in outbox.waiting(tx, laptop.watch.now())}
        outbox.settle(tx, released.envelope, "{}", laptop.watch.now())
        assert [row.kind for row in outbox.waiting(tx, laptop.watch.now())][-1] is not OutboxKind.RELEASED
        assert OutboxKind.SIGNATURE in {row.kind for row in outbox.waiting(tx, laptop.watch.now())}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"c2.route": "drawn", "c2.strokes": "[]"}, "There is no signature in the box yet."),
        ({"c2.route": "typed", "c2.typed_name": " "}, "Please let them type their name."),
        ({"c2.route": "spoken", "c2.witness": ""}, "A spoken yes needs a witness. Who heard it?"),
        ({"c2.route": "paper", "c2.signer": ""}, "Who is signing? Please write their name."),
    ],
)
def test_a_blank_signature_is_none(signed: Visit, said: Answers, sentence: str) -> None:
    with pytest.raises(NotSaidYet) as stop:
        sign(signed, "Dean Marsh", "paper", **{path: str(given) for path, given in said.items()})
    assert stop.value.missing == (sentence,)
    assert len(looked(signed).signers) == 1
    assert signed.written(RecordKind.ALSO_AGREED)["c2.capacity"] == "parent"  # what was typed is still there


def test_another_parent_is_not_shown_what_could_put_somebody_in_danger(signed: Visit) -> None:
    found = looked(signed)
    told = repr(found.answers)
    assert not [word for word in ("Heron Close", "Court order", HELD_BACK, "PE and Ben") if word in told]
    assert "Breakfast club" in told
    assert found.left_out == len(found.record.answers) - len(found.answers) > 0


def test_nobody_signs_before_the_family_agreed_nor_under_a_version_being_changed_that_was_not(
    signed: Visit, visit: Visit
) -> None:
    with pytest.raises(NothingSigned):
        looked(visit)
    with signed.laptop.vault.transaction() as tx:
        change_something(tx, signed.laptop.workplace, signed.episode)
    sign(signed, "Dean Marsh", "typed")
    assert len(looked(signed).signers) == 2
    signed.write({"as.reason": "Another reason."})
    signed.write({**AGREED_TO_SHARE}, RecordKind.SHARING)
    signed.sign()
    assert [one.name for one in looked(signed).signers] == ["Carly Reid"]  # the new version is to be asked again


def test_nobody_else_signs_where_a_young_person_decides_alone(signed: Visit) -> None:
    jo = signed.laptop
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, signed.episode, young_person=True)
        with pytest.raises(TheirsToSay):
            read_to_sign(tx, jo.workplace, signed.episode)
        with pytest.raises(TheirsToSay):
            also_agree(tx, jo.workplace, signed.episode, SHOWN)

"""Several children at the first gate: each has an answer of its own, said by one person, and a no leaves nothing."""

from __future__ import annotations

import pytest
from larkrise import AGREED_TO_START, MASON, Laptop, Visit, everything_in

from app.domain.answers import Answers
from app.domain.gates import FirstGate
from app.domain.ids import EpisodeId
from app.domain.record import FinishedRecord, RecordKind
from app.operations.asking_together import AskedEach, agree_for_each, children_to_ask, question_of
from app.operations.families import decide
from app.operations.households import add_child
from app.operations.refusing import erase_refused
from app.operations.starting import NotSaidYet, where_at_first_gate
from app.storage import records

SAID: Answers = {
    **AGREED_TO_START,
    "c1.explained": ("voluntary", "own copy"),
    "c1.how": "drawn",
    "c1.strokes": "[[[1,1]]]",
}


@pytest.fixture
def three(jo: Laptop) -> tuple[Visit, Visit, Visit]:
    """Add two children to a family nobody has asked yet."""
    mason = jo.visit()
    mason.write({**MASON})
    return mason, add(mason, "Jade"), add(mason, "Alfiemarked")


def add(beside: Visit, name: str) -> Visit:
    with beside.laptop.vault.transaction() as tx:
        return Visit(beside.laptop, add_child(tx, beside.laptop.workplace, beside.episode, name))


def answered(jo: Laptop, asked: Visit, *others: tuple[Visit, str]) -> AskedEach:
    for visit, answer in others:
        visit.write({"c1.do": answer}, RecordKind.START)
    words = {visit.episode: question_of(f"child {number}") for number, (visit, _) in enumerate(others)}
    with jo.vault.transaction() as tx:
        return agree_for_each(tx, jo.workplace, asked.episode, {asked.episode: question_of("Mason Reid"), **words})


def started(jo: Laptop, episode: EpisodeId) -> FinishedRecord | None:
    with jo.vault.transaction() as tx:
        return records.newest(tx, episode, RecordKind.START)


def test_one_person_says_yes_for_one_child_and_no_for_another(jo: Laptop, three: tuple[Visit, Visit, Visit]) -> None:
    mason, jade, alfie = three
    mason.write(SAID, RecordKind.START)
    asked = answered(jo, mason, (jade, "yes"), (alfie, "no"))
    assert asked.gate is FirstGate.AGREED
    assert [one.given for one in asked.agreed] == ["Jade"]
    assert [one.given for one in asked.declined] == ["Alfiemarked"]
    hers = started(jo, jade.episode)
    assert hers is not None
    assert {path: hers.answers[path] for path in SAID} == SAID
    assert hers.answers["c1.shown"] == "Do they agree to this for child 0?"  # the words that stood on the screen
    assert started(jo, alfie.episode) is None


def test_a_limit_set_for_one_child_stands_and_no_signature_of_anybody_asked_before(
    jo: Laptop, three: tuple[Visit, Visit, Visit]
) -> None:
    mason, jade, _ = three
    jade.write({"c1.limits": "Not the clinic.", "c1.giver": "Her father", "c1.witness": "Ms Bassi"}, RecordKind.START)
    mason.write({**SAID, "c1.limits": "Not the move."}, RecordKind.START)
    mason.clear("c1.witness", RecordKind.START)
    answered(jo, mason, (jade, "yes"))
    hers = started(jo, jade.episode)
    assert hers is not None
    assert (hers.answers["c1.limits"], hers.answers["c1.giver"]) == ("Not the clinic.", "Carly Reid")
    assert "c1.witness" not in hers.answers


def test_a_no_for_the_one_whose_record_is_open_takes_nothing_from_the_others(
    jo: Laptop, three: tuple[Visit, Visit, Visit]
) -> None:
    mason, jade, _ = three
    mason.write({**SAID, "c1.do": "no"}, RecordKind.START)
    asked = answered(jo, mason, (jade, "yes"))
    assert (asked.gate, [one.given for one in asked.agreed]) == (FirstGate.DECLINED, ["Jade"])
    with jo.vault.transaction() as tx:
        assert where_at_first_gate(tx, jade.episode) is FirstGate.AGREED


def test_nothing_is_presumed_for_a_child_nobody_answered_for(jo: Laptop, three: tuple[Visit, Visit, Visit]) -> None:
    mason, jade, alfie = three
    mason.write(SAID, RecordKind.START)
    with jo.vault.transaction() as tx:
        assert [one.answer for one in children_to_ask(tx, jo.workplace, mason.episode)] == ["", ""]
    answered(jo, mason)
    assert (started(jo, jade.episode), started(jo, alfie.episode)) == (None, None)


def test_where_something_is_missing_nothing_is_written_for_anybody(
    jo: Laptop, three: tuple[Visit, Visit, Visit]
) -> None:
    mason, jade, _ = three
    mason.write({**SAID, "c1.strokes": "[]"}, RecordKind.START)
    with pytest.raises(NotSaidYet, match="not written down yet"):
        answered(jo, mason, (jade, "yes"))
    assert (started(jo, mason.episode), started(jo, jade.episode)) == (None, None)


def test_no_childs_answer_names_another_and_after_a_no_nothing_is_left(
    jo: Laptop, three: tuple[Visit, Visit, Visit]
) -> None:
    mason, jade, alfie = three
    mason.write(SAID, RecordKind.START)
    answered(jo, mason, (jade, "yes"), (alfie, "no"))
    with jo.vault.transaction() as tx:
        erase_refused(tx, jo.workplace, alfie.started.child)
    assert "Alfiemarked" not in everything_in(jo.vault)
    for visit in (mason, jade):
        agreed = started(jo, visit.episode)
        assert agreed is not None
        assert "marked" not in repr(agreed.answers)


def test_a_restricted_record_is_not_asked_about(jo: Laptop, three: tuple[Visit, Visit, Visit]) -> None:
    mason, jade, alfie = three
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, jade.episode, young_person=True)
        assert [one.episode for one in children_to_ask(tx, jo.workplace, mason.episode)] == [alfie.episode]
        assert children_to_ask(tx, jo.workplace, jade.episode) == ()
    mason.write(SAID, RecordKind.START)
    jade.write({"c1.do": "yes"}, RecordKind.START)
    answered(jo, mason, (jade, "yes"))
    assert started(jo, jade.episode) is None

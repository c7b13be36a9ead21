"""What may stand on a screen turned to a family: the strictest there is at home, and only one function makes it."""

from __future__ import annotations

import pytest

from app.domain.answers import Answers
from app.domain.bundle import Asker, LeftOut, circumstances, left_out
from app.domain.denied import ChildsSay, childs_say, childs_words, own_words
from app.domain.turned import TurnedView, for_the_child, turned_to_family

RECORD: Answers = {
    "id.given": "Mason",
    "id.address": "4 Heron Close",
    "id.safe_message": "no",
    "as.confident": "Something stays unsaid.",
    "pc": ("r1",),
    "pc/r1/pc.name": "Carly Reid",
    "pc/r1/pc.needs": "Carly sees a nurse.",
    "sv.services": ("r2",),
    "sv.services/r2/sv.name": "A clinic",
    "sv.services/r2/sv.sensitive": True,
    "d1.speech.strengths": "He tells long stories.",
    "d1.speech.looked_at": "covered",
    "d1.speech.words": "I like PE.",
    "ch.well": "Ben.",
    "ch.saw": "He smiled at Carly.",
    "ch.show": ("r3", "r4"),
    "ch.show/r3/ch.show.who": "Carly  Reid",
    "ch.show/r3/ch.show.may": "yes",
    "ch.show/r4/ch.show.who": "Mark",
    "ch.show/r4/ch.show.may": "no",
    "fw.child": ("r5",),
    "fw.child/r5/fw.child.said": "It is loud.",
    "fw.says": ("r6",),
    "fw.says/r6/fw.said": "I am tired.",
    "ex.what": "A mark on the arm.",
}


def test_only_what_is_everybodys_at_the_table_is_shown() -> None:
    assert turned_to_family(RECORD).answers.keys() == {
        *("id.given", "id.address", "pc", "pc/r1/pc.name", "sv.services", "d1.speech.strengths", "ch.saw"),
        *("fw.says", "fw.says/r6/fw.said"),
    }
    assert "id.address" not in turned_to_family({**RECORD, "id.address_confidential": True}).answers
    assert "d1.speech.strengths" not in turned_to_family(RECORD, frozenset({"d1.speech"})).answers


def test_a_young_person_deciding_alone_sees_what_they_said_themselves() -> None:
    unasked = {path: given for path, given in RECORD.items() if not path.startswith("ch.show")}
    assert {"d1.speech.words", "ch.well", "fw.child/r5/fw.child.said"} <= turned_to_family(
        unasked, alone=True
    ).answers.keys()
    assert "ch.well" not in turned_to_family(unasked).answers


def test_the_childs_page_holds_what_stands_on_it_and_nothing_else() -> None:
    assert {path.split("/")[-1].split(".")[0] for path in for_the_child(RECORD).answers} == {"ch"}


def test_nobody_else_makes_such_a_view() -> None:
    with pytest.raises(TypeError, match="only turned_to_family"):
        TurnedView({"ex.what": "anything"}, object())


@pytest.mark.parametrize(
    ("person", "said"),
    [("Carly Reid", ChildsSay.YES), ("Mark", ChildsSay.NO), ("Pat", ChildsSay.NOT_ASKED), ("", ChildsSay.NO)],
)
def test_the_child_is_asked_person_by_person_and_one_no_is_a_no_where_nobody_is_named(
    person: str, said: ChildsSay
) -> None:
    assert childs_say(RECORD, person) is said
    words = childs_words(RECORD, person=person)
    assert words == (frozenset() if said is ChildsSay.YES else own_words(RECORD))


def test_a_yes_about_everybody_is_a_yes_and_an_earlier_no_stays_one() -> None:
    yes = {path: "yes" if path.endswith(".may") else given for path, given in RECORD.items()}
    assert childs_say(yes) is ChildsSay.YES
    assert childs_say({**yes, "cm.child_share": "no"}, "Carly Reid") is ChildsSay.NO
    assert childs_say({"cm.child_share": "yes"}, "Carly Reid") is ChildsSay.YES


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("ch.show/r4/ch.show.may", LeftOut.CHILDS_WORDS),
        ("fw.child/r5/fw.child.said", LeftOut.CHILDS_WORDS),
        ("fw.says/r6/fw.said", None),
    ],
)
def test_a_parents_bundle_tells_neither_what_the_child_said_nor_whom_they_said_no_to(
    path: str, why: LeftOut | None
) -> None:
    everybody = {**RECORD, "ch.show": ("r4",)}
    assert left_out(path, everybody, circumstances(Asker.PARENT, [everybody], "", ())) is why

"""Who is offered as the one that agrees or signs: whoever the record knows, and nobody who may not be asked."""

from app.domain.answers import Answers
from app.domain.knownsigners import KnownSigner, capacity_of, known_signers

RECORD: Answers = {
    "id.given": "Erin",
    "id.family": "Walsh-Ade",
    "pc": ("01", "02", "03", "04"),
    "pc/01/pc.name": "Leanne Marsh",
    "pc/01/pc.rel": "mother",
    "pc/02/pc.name": "Pat Dunne",
    "pc/02/pc.rel": "grandparent",
    "pc/03/pc.name": "Dean Marsh",
    "pc/03/pc.rel": "father",
    "pc/03/pc.contact_limits": "Not to be told where they live.",
    "pc/04/pc.name": "A neighbour",
    "pc/04/pc.rel": "other",
}


def test_whoever_agreed_to_start_comes_first_and_each_once() -> None:
    agreed: Answers = {"c1.giver": "leanne  marsh", "c1.capacity": "carer"}
    found = known_signers(agreed, RECORD, alone=False)
    assert found[0] == KnownSigner("leanne  marsh", "carer")
    assert [one.name for one in found[1:]] == ["Pat Dunne", "A neighbour"]


def test_as_what_they_sign_is_what_the_record_says_and_nothing_where_it_says_nothing() -> None:
    found = dict(known_signers({}, RECORD, alone=False))
    assert found == {"Leanne Marsh": "parent", "Pat Dunne": "carer", "A neighbour": ""}
    assert capacity_of("LEANNE MARSH", RECORD) == "parent"
    assert (capacity_of("Leanne", RECORD), capacity_of("A neighbour", RECORD), capacity_of("", RECORD)) == ("", "", "")


def test_beside_a_young_person_deciding_alone_nobody_is_offered() -> None:
    by_parent: Answers = {"c1.giver": "Leanne Marsh", "c1.capacity": "parent"}
    assert known_signers(by_parent, RECORD, alone=True) == (KnownSigner("Erin Walsh-Ade", "young person"),)
    herself: Answers = {"c1.giver": "Erin W.", "c1.capacity": "young person"}
    assert known_signers(herself, RECORD, alone=True) == (KnownSigner("Erin W.", "young person"),)
    assert known_signers({}, {}, alone=True) == ()

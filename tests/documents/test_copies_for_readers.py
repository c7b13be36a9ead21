"""Each reader has a copy of their own: easy read, a child's, a young person's; all made of what that person may see."""

from __future__ import annotations

import json
from datetime import UTC
from io import BytesIO

import pikepdf.pdfa
import pytest
from pypdf import PdfReader
from seen_pdf import loose_paint, opened, operations, tree
from told_family import CHOICES, MASON, NOON, Told, form, text_of

from app.documents import copywords, icons, words
from app.documents.family_copy import CopyTerms, family_copy
from app.documents.pictured import sentences
from app.domain.answers import Answers
from app.domain.copyfor import CopyFor
from app.domain.sharing import in_family
from app.paths import resources

PHONE = "01632 960 150"
STROKES = json.dumps([[[100, 200, 0], [300, 80, 0], [520, 210, 0]], [[560, 150, 0]]], separators=(",", ":"))
DRAWN: Answers = {"c2.route": "drawn", "c2.strokes": STROKES}
OTHERS = [CopyFor.EASY, CopyFor.CHILD, CopyFor.YOUNG]
HELD_BACK = ("settle three children", "the boiler fails", "Riverside clinic")
OWN_WORDS = "I like PE and Ben. I get tired in maths."


def made(reader: CopyFor, changes: Answers | None = None, choices: Answers | None = None) -> bytes:
    """Return the copy for one reader, of Mason's record signed by hand."""
    given = Told({**MASON, **(changes or {})}, {**CHOICES, **DRAWN, **(choices or {})})
    terms = CopyTerms(reader, phone=PHONE, zone=UTC)
    return family_copy(*given.views(in_family(reader.person)), form(), made_at=NOON, terms=terms)


@pytest.fixture(scope="module")
def copies() -> dict[CopyFor, bytes]:
    """Return a copy for each reader."""
    return {reader: made(reader) for reader in CopyFor}


@pytest.mark.parametrize("reader", CopyFor)
def test_every_copy_is_whole_tagged_and_keeps_to_pdf_a_2b(copies: dict[CopyFor, bytes], reader: CopyFor) -> None:
    assert pikepdf.pdfa.check(opened(copies[reader]), "2b").findings == []
    assert loose_paint(copies[reader]) == []


@pytest.mark.parametrize("reader", CopyFor)
def test_nothing_held_back_and_no_private_service_is_on_any_copy(copies: dict[CopyFor, bytes], reader: CopyFor) -> None:
    text = text_of(copies[reader])
    assert [line for line in HELD_BACK if line in text] == []


@pytest.mark.parametrize("reader", [CopyFor.PARENT, CopyFor.EASY, CopyFor.YOUNG])
def test_the_plan_is_on_one_side_with_names_days_and_a_number(copies: dict[CopyFor, bytes], reader: CopyFor) -> None:
    pages = [text_of_page(copies[reader], number) for number in range(2)]
    plan = ("Carly and the children's centre", "Friday 22 January 2027", "Tuesday 2 March 2027", "Asleep by 7:30")
    assert [line for line in plan if line not in pages[0]] == []
    assert f"{copywords.TEAM_PHONE}: {PHONE}" in (pages[1] if reader is CopyFor.EASY else pages[0])


def text_of_page(pdf: bytes, number: int) -> str:
    return " ".join(PdfReader(BytesIO(pdf)).pages[number].extract_text().split())


def test_easy_read_has_a_picture_beside_each_idea_large_letters_and_a_sentence_a_line(
    copies: dict[CopyFor, bytes],
) -> None:
    pdf = copies[CopyFor.EASY]
    found = [(name, given) for page in opened(pdf).pages for name, given in operations(page)]
    sizes = {float(given[1]) for name, given in found if name == "Tf"}
    assert sizes - {10, 12} == {16, 18, 26}  # beside the page's number and what is said of the copy itself
    headings = [part for part in tree(pdf).walk() if part.tag == "H2"]
    assert len(headings) > 9
    assert len(opened(pdf).pages) == 2
    said = text_of(pdf)
    for sentence in ("School nurse will do this.", "We want this done by Friday 22 January 2027.", words.SAFETY):
        assert sentence in said


def test_easy_read_shows_a_parent_no_more_than_a_parents_copy(copies: dict[CopyFor, bytes]) -> None:
    assert OWN_WORDS not in text_of(copies[CopyFor.EASY])
    assert "talked about" not in text_of(copies[CopyFor.EASY])


def test_somebodys_text_is_parted_at_its_sentences_and_no_word_of_it_is_changed() -> None:
    text = "He is well. At 8.30 she rings!\nIs it far? yes, e.g. 3 miles."
    assert sentences(text) == ["He is well.", "At 8.30 she rings!", "Is it far?", "yes, e.g. 3 miles."]
    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_a_childs_copy_is_one_side_of_five_sentences_their_words_the_plan_and_a_place_to_draw(
    copies: dict[CopyFor, bytes],
) -> None:
    said = text_of(copies[CopyFor.CHILD])
    five = (
        copywords.CHILD_TALKED,
        copywords.CHILD_WELL,
        copywords.CHILD_PLAN,
        copywords.CHILD_WRONG,
        copywords.CHILD_SAD,
    )
    for line in (*(one.format(worker="Jo Whitfield") for one in five), f"“{OWN_WORDS}”", "Breakfast club from 8:00"):
        assert line in said
    assert copywords.CHILD_DRAW in said
    assert len(opened(copies[CopyFor.CHILD]).pages) == 1
    assert "Who can see this" not in said


@pytest.mark.parametrize("reader", [CopyFor.CHILD, CopyFor.YOUNG])
def test_a_child_who_said_no_finds_their_words_on_no_paper(reader: CopyFor) -> None:
    assert OWN_WORDS not in text_of(made(reader, {"cm.child_share": "no"}))


def test_a_young_persons_copy_begins_with_their_words_and_is_not_a_childs(copies: dict[CopyFor, bytes]) -> None:
    said = text_of(copies[CopyFor.YOUNG])
    order = ("Your plan, Mason", copywords.YOUNG_YOURS, OWN_WORDS, words.GOING_WELL, words.WILL_HAPPEN)
    places = [said.index(line) for line in (*order, copywords.YOUNG_SAFETY, words.TALKED_ABOUT)]
    assert places == sorted(places)
    assert copywords.CHILD_DRAW not in said


@pytest.mark.parametrize("reader", [CopyFor.PARENT, CopyFor.EASY, CopyFor.YOUNG])
def test_the_signature_is_on_the_copy_as_it_was_drawn(copies: dict[CopyFor, bytes], reader: CopyFor) -> None:
    (figure,) = [part for part in tree(copies[reader]).walk() if part.tag == "Figure"]
    assert figure.alt == "The signature of Carly Reid, as it was drawn"
    assert "Carly Reid signed it by hand." in text_of(copies[reader])
    without = made(reader, choices={"c2.route": "typed", "c2.typed_name": "C. Reid"})
    assert "Carly Reid typed their name: C. Reid" in text_of(without)
    assert not [part for part in tree(without).walk() if part.tag == "Figure"]


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"c2.route": "spoken", "c2.witness": "Jo"}, "Carly Reid said yes out loud. Jo heard it."),
        ({"c2.route": "spoken"}, "Carly Reid said yes out loud."),
        ({"c2.route": "paper"}, "Carly Reid signed it with a pen, on paper."),
        ({"c2.route": ""}, "Carly Reid said yes to this."),
    ],
)
def test_every_other_way_of_saying_yes_is_told_in_words(choices: Answers, said: str) -> None:
    assert said in text_of(made(CopyFor.PARENT, choices=choices))


def test_long_words_run_over_pages_and_letters_of_any_script_are_drawn() -> None:
    long = "She reads to all three of them every evening. " * 60
    text = text_of(made(CopyFor.EASY, {"co.needs": long, "co.strengths": "احمد خان"}))
    assert text.count("She reads to all three") == 60
    assert loose_paint(made(CopyFor.CHILD, {"id.known_as": "احمد"})) == []


def test_an_empty_record_still_makes_every_copy() -> None:
    for reader in OTHERS:
        given = Told({"id.given": "Mason"}, {"c2.store": "yes"})
        pdf = family_copy(*given.views(in_family(reader.person)), form(), made_at=NOON, terms=CopyTerms(reader))
        assert "Mason" in text_of(pdf)


def test_every_picture_we_have_can_be_drawn_on_paper() -> None:
    for path in (resources() / "icons").glob("*.svg"):
        steps = icons.lines_of(path.stem)
        numbers = [number for _, given in steps for number in given]
        assert steps[0][0] == "M"
        assert min(numbers) >= -1
        assert max(numbers) <= 25


HOUSE = json.dumps([[[100, 500, 0], [100, 250, 0], [300, 90, 0], [500, 250, 0], [500, 500, 0]], [[800, 80, 0]]])
ON_THEIR_PAGE: Answers = {"ch.strokes": HOUSE, "ch.first": "well", "ch.drawing_said": "That is our house."}


def drawings_on(pdf: bytes) -> list[str]:
    return [part.alt for part in tree(pdf).walk() if part.tag == "Figure" and "signature" not in part.alt]


@pytest.mark.parametrize("reader", [CopyFor.CHILD, CopyFor.YOUNG])
def test_what_a_child_drew_is_on_their_own_copy_as_it_was_drawn(reader: CopyFor) -> None:
    pdf = made(reader, ON_THEIR_PAGE)
    said = text_of(pdf)
    assert drawings_on(pdf) == ["A drawing by Mason, as it was drawn"]
    assert copywords.CHILD_DREW in said
    assert "“That is our house.”" in said
    assert "“well”" not in said
    assert "[[" not in said
    assert loose_paint(pdf) == []
    assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []


def test_a_childs_copy_with_their_drawing_is_still_one_side() -> None:
    pdf = made(CopyFor.CHILD, ON_THEIR_PAGE)
    assert len(opened(pdf).pages) == 1
    assert copywords.CHILD_DRAW not in text_of(pdf)


@pytest.mark.parametrize(
    ("reader", "say"), [(CopyFor.CHILD, "no"), (CopyFor.YOUNG, "no"), (CopyFor.PARENT, ""), (CopyFor.EASY, "")]
)
def test_a_drawing_that_is_not_theirs_to_see_is_on_no_copy(reader: CopyFor, say: str) -> None:
    pdf = made(reader, {**ON_THEIR_PAGE, "cm.child_share": say})
    assert drawings_on(pdf) == []
    assert "our house" not in text_of(pdf)


ASKED_ABOUT: Answers = {
    "ch.show": ("s1", "s2"),
    "ch.show/s1/ch.show.who": "Carly Reid",
    "ch.show/s1/ch.show.may": "yes",
    "ch.show/s2/ch.show.who": "Mark Reid",
    "ch.show/s2/ch.show.may": "no",
}


@pytest.mark.parametrize(("person", "is_there"), [("Carly Reid", True), ("Mark Reid", False), ("", False)])
def test_a_parents_copy_has_the_drawing_where_the_child_said_yes_for_that_person(person: str, is_there: bool) -> None:  # noqa: FBT001
    given = Told({**MASON, **ON_THEIR_PAGE, **ASKED_ABOUT}, {**CHOICES, **DRAWN})
    views = given.views(in_family("parent", person))
    pdf = family_copy(*views, form(), made_at=NOON, terms=CopyTerms(CopyFor.PARENT, zone=UTC))
    assert drawings_on(pdf) == (["A drawing by Mason, as it was drawn"] if is_there else [])
    said = text_of(pdf)
    assert ("What they drew" in said, "“That is our house.”" in said) == (is_there, is_there)
    assert ("[[" in said, loose_paint(pdf)) == (False, [])
    assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []


AROUND: Answers = {
    "fh.map": ("n1", "n2", "n3", "n4"),
    "fh.map/n1/fh.map.name": "Jade Reid",
    "fh.map/n1/fh.map.who": "sister",
    "fh.map/n1/fh.map.close": "close",
    "fh.map/n1/fh.map.helps": True,
    "fh.map/n1/fh.map.place": "700,200",
    "fh.map/n2/fh.map.name": "احمد خان",
    "fh.map/n2/fh.map.close": "far",
    "fh.map/n3/fh.map.name": "Somebody private: Wenlock",
    "fh.map/n3/fh.map.sensitive": True,
    "fh.map/n4/fh.map.name": "Nobody to ring: Harlow",
    "fh.map/n4/fh.map.close": "no contact",
}
"""A map of people, of whom one is a private matter and one is not for paper at a parent's home."""


def test_a_familys_map_is_drawn_on_a_parents_copy_with_everybodys_words_beside_it() -> None:
    pdf = made(CopyFor.PARENT, {**AROUND, "fh.map_by": "family"})
    alt = "The people around Mason. Jade Reid: Close. احمد خان: Far"
    assert drawings_on(pdf) == [alt]
    said = text_of(pdf)
    assert "Who they are to the child: sister" in said
    assert "How close: Close" in said
    assert ("Wenlock" in said, "Harlow" in said, "700" in said) == (False, False, False)
    assert loose_paint(pdf) == []
    assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []


@pytest.mark.parametrize(
    ("reader", "changes", "is_there"),
    [
        (CopyFor.PARENT, {}, False),
        (CopyFor.PARENT, {"cm.child_share": "yes"}, True),
        (CopyFor.YOUNG, {}, True),
        (CopyFor.YOUNG, {"cm.child_share": "no"}, False),
    ],
)
def test_a_childs_own_map_is_on_a_copy_only_where_that_person_may_see_it(
    reader: CopyFor,
    changes: Answers,
    is_there: bool,  # noqa: FBT001 -- a case of the table
) -> None:
    pdf = made(reader, {**AROUND, **changes})
    assert bool(drawings_on(pdf)) is is_there
    assert ("Jade Reid: Close" in "".join(drawings_on(pdf))) is is_there
    assert ("Harlow" in text_of(pdf)) is (is_there and reader is CopyFor.YOUNG)

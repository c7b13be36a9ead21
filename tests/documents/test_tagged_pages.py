"""The copy can be heard as it is seen: every mark has its place in the tree, and the file keeps to PDF/A-2b."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, timedelta
from itertools import pairwise

import pikepdf.pdfa
import pytest
from seen_pdf import POPPLER, loose_paint, marks_on_pages, not_embedded, opened, operations, poppler, read_aloud, tree
from told_family import NOON, form, told

from app.documents import paper, words
from app.documents.family_copy import CopyTerms, family_copy

URDU = "احمد خان"
EVERYTHING = told(
    cm__child_share="yes", id__known_as=URDU, id__address="Flat 2\n7 O'Connor & Sons <Rd>", cm__parent="ہم خوش ہیں 😀"
)
with_poppler = pytest.mark.skipif(not POPPLER, reason="poppler is not on PATH: NOT read by another program")


@pytest.fixture(scope="module")
def copy() -> bytes:
    """Return a copy with everything in it."""
    return EVERYTHING.copy()


def test_it_keeps_to_pdf_a_2b(copy: bytes) -> None:
    for pdf in (copy, told().copy()):
        assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []


def test_everything_painted_is_content_of_one_element_or_said_to_be_none(copy: bytes) -> None:
    assert loose_paint(copy) == []


def test_every_mark_is_in_the_tree_once_and_the_tree_points_at_nothing_else(copy: bytes) -> None:
    told_of = [mark for part in tree(copy).walk() for mark in part.marks]
    assert max(Counter(told_of).values()) == 1
    assert set(told_of) == marks_on_pages(copy)


def test_the_pages_know_whose_each_mark_is(copy: bytes) -> None:
    found = opened(copy)
    by_number = dict(zip(*[iter(found.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for page in found.pages:
        owners = by_number[page.obj.StructParents]
        assert len(owners) > 3
        for number, owner in enumerate(owners):
            assert any(
                "/MCID" in kid and int(kid.MCID) == number and kid.Pg.objgen == page.obj.objgen for kid in owner.K
            )


def test_headings_never_skip_a_level(copy: bytes) -> None:
    heights = [int(part.tag[1]) for part in tree(copy).walk() if part.tag in {"H1", "H2", "H3"}]
    assert heights[0] == 1
    assert {1, 2, 3} == set(heights)
    assert all(after <= before + 1 for before, after in pairwise(heights))


def test_the_steps_of_the_plan_are_a_list(copy: bytes) -> None:
    steps = next(part for part in tree(copy).walk() if part.tag == "L")
    assert [kid.tag for kid in steps.kids] == ["LI", "LI", "LI"]
    assert all([kid.tag for kid in step.kids] == ["Lbl", "LBody"] for step in steps.kids)
    assert all(kid.tag == "P" for step in steps.kids for kid in step.kids[1].kids)


def test_somebodys_own_words_are_a_quotation(copy: bytes) -> None:
    quotes = [part for part in tree(copy).walk() if part.tag == "BlockQuote"]
    assert len(quotes) == 3
    assert all(kid.tag == "P" for quote in quotes for kid in quote.kids)


@with_poppler
def test_it_is_heard_in_the_order_it_is_read(copy: bytes) -> None:
    heard = read_aloud(copy)
    places = [
        heard.index(said) for said in (f"Our plan for {URDU}", words.GOING_WELL, "1 Mason is in school and on time")
    ]
    assert places == sorted(places)
    assert f"Likes to be called: {URDU}" in heard
    assert "Flat 2 7 O'Connor & Sons <Rd>" in heard
    assert "Page 1" not in heard


@with_poppler
def test_no_two_words_run_together_where_a_line_ends() -> None:
    text = "Every evening she reads to all three of them and puts the lights out at the same time, " * 4
    assert " ".join(text.split()) in read_aloud(told(d1__behaviour__needs=text).copy())


@with_poppler
def test_poppler_calls_it_tagged_and_finds_every_font_in_it(copy: bytes) -> None:
    assert "Tagged:          yes" in poppler("pdfinfo", copy)
    rows = poppler("pdffonts", copy).splitlines()[2:]
    assert len(rows) > 4
    assert all(" yes yes yes " in row for row in rows)
    assert "Helvetica" not in "".join(rows)


def test_every_face_is_embedded(copy: bytes) -> None:
    assert not_embedded(copy) == []


def test_its_language_title_and_days_are_said_and_agree(copy: bytes) -> None:
    found = opened(copy)
    assert str(found.Root.Lang) == "en-GB"
    assert bool(found.Root.MarkInfo.Marked)
    assert bool(found.Root.ViewerPreferences.DisplayDocTitle)
    with found.open_metadata() as said:
        assert said["dc:title"] == words.FAMILY_COPY
        assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "B")
        assert said["xmp:CreateDate"].startswith("2026-12-14T00:00:00")
    assert str(found.docinfo["/CreationDate"]).startswith("D:20261214")


def test_the_plan_is_in_letters_of_14_points(copy: bytes) -> None:
    found = opened(copy)
    sizes = {float(operands[1]) for operator, operands in operations(found.pages[0]) if operator == "Tf"}
    assert sizes - {10} == {13, 14, 16, 26}  # the page's number apart: a step's, the words, headings, the title


def test_a_heading_that_starts_no_list_entry_has_an_entry_in_the_outline(copy: bytes) -> None:
    with opened(copy).open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles[0] == f"Our plan for {URDU}"
    assert words.ABOUT in titles


def test_the_same_copy_has_the_same_bytes_whatever_was_made_before_it() -> None:
    views = EVERYTHING.views()
    before = family_copy(*views, form(), made_at=NOON, terms=CopyTerms(zone=UTC))
    told(id__given="我叫王小明 ሰላም").copy()
    assert family_copy(*views, form(), made_at=NOON, terms=CopyTerms(zone=UTC)) == before
    later = family_copy(*views, form(), made_at=NOON + timedelta(hours=2), terms=CopyTerms(zone=UTC))
    assert later == before


def test_one_line_alone_is_a_tagged_page() -> None:
    pdf = paper.as_pdf([paper.block("Only this.")], "Note", date(2026, 12, 14))
    assert [part.tag for part in tree(pdf).walk()] == ["Document", "P"]
    assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []

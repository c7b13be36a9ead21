"""The note of a refusal: one side, what was offered and chosen, lines for a pen, and nothing of a record."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf.pdfa
import pytest
from pypdf import PdfReader
from seen_pdf import loose_paint, opened, operations, tree
from told_family import text_of

from app.documents import words
from app.documents.refusal_note import refusal_note
from app.domain.gates import FirstGate
from app.domain.people import Worker
from app.domain.refusal import Refusal, Remarks, Safety

DAY = date(2026, 12, 14)
CHOSE = (("Do they agree to the assessment?", "Yes"), ("Do they agree to it being kept on a computer?", "No"))
JO = Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School")
FULL = Remarks("They worry about who could read it.", "Ring on Friday.\nAsk the school nurse.", Safety.WILL_ASK)


def note(remarks: Remarks = FULL, *, gate: FirstGate = FirstGate.NOT_ELECTRONIC, child: str = "Mason Reid") -> bytes:
    return refusal_note(Refusal(gate, child, "Carly Reid, parent", CHOSE, ("It is their choice",), JO, remarks), DAY)


def test_it_says_when_what_was_offered_who_said_no_why_and_what_comes_next() -> None:
    text = text_of(note())
    for said in (
        "Date: Monday 14 December 2026",
        "Child: Mason Reid",
        "Written by: Jo Whitfield, learning mentor",
        words.OFFERED_WHAT,
        "It is their choice",
        "Who answered: Carly Reid, parent",
        "Do they agree to it being kept on a computer: No",
        "They worry about who could read it.",
        "Ask the school nurse.",
        words.SAFE_WILL_ASK,
        words.NOT_KEPT,
    ):
        assert said in text


@pytest.mark.parametrize(
    ("gate", "title"), [(FirstGate.NOT_ELECTRONIC, words.NO_TO_COMPUTER), (FirstGate.DECLINED, words.NO_TO_IT_ALL)]
)
def test_its_title_says_what_they_said_no_to(gate: FirstGate, title: str) -> None:
    assert f"{title} Date:" in text_of(note(gate=gate))


def test_what_is_left_empty_has_lines_for_a_pen_and_no_words_put_in_anybodys_mouth() -> None:
    text = text_of(note(Remarks()))
    assert words.REASON in text
    assert words.SAFE_NO_WORRY not in text
    assert words.SAFE_WILL_ASK not in text
    assert drawn_lines(note(Remarks())) == 6
    assert drawn_lines(note()) == 0


def drawn_lines(pdf: bytes) -> int:
    found = opened(pdf)
    return sum(operator == "S" for page in found.pages for operator, _ in operations(page))


@pytest.mark.parametrize("remarks", [FULL, Remarks()])
def test_it_is_one_tagged_side_that_keeps_to_pdf_a_2b(remarks: Remarks) -> None:
    pdf = note(remarks)
    assert len(opened(pdf).pages) == 1
    assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []
    assert loose_paint(pdf) == []
    assert [part.tag for part in tree(pdf).walk() if part.tag in {"H1", "L", "LI"}] == ["H1", "L", "LI"]


def test_its_properties_name_nobody() -> None:
    properties = PdfReader(BytesIO(note())).metadata
    assert properties is not None
    assert properties.title == words.REFUSAL_NOTE
    assert "Mason" not in str(properties)
    assert "Carly" not in str(properties)


def test_a_name_in_any_script_and_a_child_without_a_name_yet_are_both_fine() -> None:
    assert "Child: " not in text_of(note(child=""))
    assert loose_paint(note(child="احمد خان")) == []

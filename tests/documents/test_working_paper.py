"""The working paper: what was written so far and room for the rest; what is not for paper is nowhere on it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.documents.part_filled import part_filled
from app.domain.answers import Absent, AbsentReason, Answers
from app.domain.working import WorkingView, for_pen
from app.forms.definition import FormLibrary
from app.paths import resources

FORM = FormLibrary(resources() / "forms").by_name("caf-assessment")
WRITTEN: Answers = {
    "id.given": "Mason",
    "id.dob": "2020-10-09",
    "id.address": "4 Heron Close",
    "id.address_confidential": True,
    "as.reason": "Carly asked for help with bedtimes.",
    "d1.health.needs": Absent(AbsentReason.NOT_TALKED_ABOUT),
    "d1.behaviour.needs": "He shouts when the house is loud.",
    "d1.behaviour.words": "I like it when it is quiet.",
    "as.confident": "The police know of it.",
    "ac": ("4f1c22ab",),
    "ac/4f1c22ab/ac.action": "Breakfast club from 8:00",
    "sv.services": ("00000001", "00000002"),
    "sv.services/00000001/sv.name": "Ambleton Health Team",
    "sv.services/00000002/sv.name": "A clinic nobody is told of",
    "sv.services/00000002/sv.sensitive": True,
    "ch.strokes": "[[[1,1]]]",
}
NOT_FOR_PAPER = ("4 Heron Close", "I like it when it is quiet", "The police know", "A clinic nobody", "[[[1,1]]]")


def on_paper(answers: Answers) -> str:
    pdf = PdfReader(BytesIO(part_filled(FORM.pages, for_pen(answers), date(2026, 12, 14))))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Working paper"
    return " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())


def test_what_was_written_stands_on_it_in_the_order_of_the_screen_with_room_for_the_rest() -> None:
    words = on_paper(WRITTEN)
    said = ["Given name: Mason", "Carly asked for help", "not talked about yet", "He shouts when", "Breakfast club"]
    assert all(one.lower() in words.lower() for one in said)
    places = [words.lower().index(one.lower()) for one in said]
    assert places[0] < min(places[1:])
    assert places[-1] == max(places)
    assert "9 October 2020" in words
    assert FORM.item("d2.guidance.needs").text in words  # nothing is said there yet, so there is room


def test_it_says_whose_paper_it_is_and_where_there_is_more() -> None:
    words = on_paper(WRITTEN)
    assert "For the worker alone: not a copy for the family" in words
    assert f"{FORM.item('id.address').text.rstrip(':')}: on the laptop already" in words


def test_what_is_not_for_paper_is_not_on_it_and_a_child_who_said_yes_is() -> None:
    words = on_paper(WRITTEN)
    assert [one for one in NOT_FOR_PAPER if one in words] == []
    allowed = on_paper({**WRITTEN, "cm.child_share": "yes"})
    assert [one for one in NOT_FOR_PAPER if one in allowed] == ["I like it when it is quiet"]


def test_it_is_made_of_nothing_but_what_came_through_its_door() -> None:
    with pytest.raises(TypeError):
        WorkingView(WRITTEN, frozenset(), object())
    with pytest.raises(TypeError):
        part_filled([], WRITTEN, date(2026, 12, 14))  # type: ignore[arg-type]

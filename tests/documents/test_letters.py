"""Letters are easy to read, and stand on tagged pages with their parts in order."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from pypdf import PdfReader
from told_family import text_of

from app.documents.letters import letter_on_paper
from app.domain.letter import Letter, LetterPart

LETTER = Letter(
    title="For you, Mason",
    day=date(2026, 11, 2),
    sender=("Early help team", "Ambleton"),
    to=("Carly Reid", "4 Heron Close"),
    greeting="Hi Mason,",
    parts=(
        LetterPart("What you said", said=("I like PE.",)),
        LetterPart("What will happen", lines=("Soon.",), facts=(("Who", "Jo"), ("Phone", "")), points=("A club",)),
        LetterPart("Please sign", pen=("Name:",)),
    ),
    signed=("Jo Whitfield",),
)


def test_everything_on_a_letter_is_read_in_its_order() -> None:
    text = text_of(letter_on_paper(LETTER))
    order: tuple[str, ...] = (
        "Early help team",
        "Monday 2 November 2026",
        "Carly Reid",
        "For you, Mason",
        "Hi Mason,",
        "I like PE.",
    )
    order += ("What will happen", "Soon.", "Who: Jo", "A club", "Name:", "Jo Whitfield")
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "Phone" not in text


def test_a_letter_is_tagged_and_its_properties_name_nobody() -> None:
    found = PdfReader(BytesIO(letter_on_paper(LETTER)))
    assert "/StructTreeRoot" in found.trailer["/Root"]  # type: ignore[operator]
    assert "Mason" not in str(found.metadata)
    assert "Carly" not in str(found.metadata)

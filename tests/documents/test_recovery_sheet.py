"""The sheet with a recovery code: it can be read and used by somebody in a hurry, and it names nobody."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.documents.recovery_sheet import recovery_sheet
from app.storage.recovery_code import new_code, read_code

DAY = date(2026, 11, 25)


def text_of(sheet: bytes) -> str:
    reader = PdfReader(BytesIO(sheet))
    assert len(reader.pages) == 1
    return " ".join(reader.pages[0].extract_text().split())


@pytest.mark.parametrize("held", ["practitioner", "office"])
def test_the_code_the_day_and_the_place_stand_on_one_page(held: str) -> None:
    code = new_code()
    words = text_of(recovery_sheet(code, number="3F2A-91BC", made_on=DAY, held=held))
    assert all(group in words for group in code.split("-"))
    assert "3F2A-91BC" in words
    assert "25 November 2026" in words
    assert "I have forgotten my words" in words


def test_the_code_as_it_stands_on_the_sheet_can_be_typed() -> None:
    code = new_code()
    words = text_of(recovery_sheet(code, number="3F2A-91BC", made_on=DAY, held="practitioner"))
    begin, end = words.index(code[:4]), words.index(code[-4:]) + 4
    assert read_code(words[begin:end]) == read_code(code)


def test_the_sheet_for_the_office_is_for_two_people_and_a_sealed_envelope() -> None:
    office = text_of(recovery_sheet(new_code(), number="3F2A-91BC", made_on=DAY, held="office"))
    own = text_of(recovery_sheet(new_code(), number="3F2A-91BC", made_on=DAY, held="practitioner"))
    assert "Two people open the envelope together" in office
    assert "envelope" not in own


def test_its_properties_name_nobody() -> None:
    sheet = recovery_sheet(new_code(), number="3F2A-91BC", made_on=DAY, held="practitioner")
    about = PdfReader(BytesIO(sheet)).metadata
    assert about is not None
    assert about.title == "Recovery code"
    assert not about.author

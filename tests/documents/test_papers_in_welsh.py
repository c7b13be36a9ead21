"""Papers in another language: whole or not at all, and offered to nobody before somebody has reviewed every word."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pikepdf.pdfa
import pytest
from seen_pdf import opened
from told_family import CHOICES, NOON, form, text_of, told

from app.documents.family_copy import CopyTerms, family_copy
from app.documents.language import Language, languages, read_language
from app.documents.refusal_note import refusal_note
from app.domain.copyfor import CopyFor
from app.domain.gates import FirstGate
from app.domain.people import Worker
from app.domain.refusal import Refusal, Remarks
from app.domain.sharing import in_family
from app.forms.definition import FormDefinition, FormLibrary
from app.forms.translations import Translations, translations
from app.paths import resources

FILE = resources() / "i18n" / "papers-cy.json"
LONG_ENOUGH = 12
"""Letters of a question that is not found by chance in what somebody wrote."""
REVIEWED = {"state": "reviewed", "by": "A translator", "on": "2027-01-12"}


@pytest.fixture(scope="module")
def welsh() -> Language:
    """Return Welsh as it is once somebody has reviewed it."""
    return replace(read_language(FILE), reviewed=True)


def changed(folder: Path, change: Any) -> Path:
    """Return a file of Welsh words with something changed."""
    raw = json.loads(FILE.read_bytes())
    change(raw)
    path = folder / "papers-cy.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_welsh_is_whole_and_waits_for_its_review() -> None:
    assert not read_language(FILE).reviewed
    assert list(languages()) == ["en-GB"]


def test_it_is_reviewed_only_by_somebody_on_a_day(tmp_path: Path) -> None:
    assert read_language(changed(tmp_path, lambda raw: raw.update(review=REVIEWED))).reviewed
    assert not read_language(changed(tmp_path, lambda raw: raw.update(review={**REVIEWED, "by": " "}))).reviewed


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda raw: raw["papers"].pop("PLAN"), "papers: PLAN"),
        (lambda raw: raw["letters"].update(MORE="Rhagor"), "letters: MORE"),
        (lambda raw: raw["copies"].update(EASY_KEEP=" "), "EASY_KEEP is empty"),
        (lambda raw: raw["papers"].update(PLAN_FOR="Ein cynllun"), "PLAN_FOR has other blanks"),
        (lambda raw: raw["letters"].update(TRANSFER_SIGNS=["Enw:"]), "TRANSFER_SIGNS has 3 parts"),
    ],
)
def test_a_file_with_a_word_missing_is_damaged_and_never_a_paper_in_two_languages(
    tmp_path: Path, change: Any, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        read_language(changed(tmp_path, change))


@pytest.fixture(scope="module")
def welsh_form() -> FormDefinition:
    """Return the assessment in Welsh, as it is once somebody has reviewed the words beside it."""
    forms = resources() / "forms"
    newest = FormLibrary(forms, ()).by_name("caf-assessment")
    (beside,) = translations()
    words = replace(beside.forms[newest.url], version=newest.version, by="A translator", on="2027-01-12")
    reviewed = Translations(beside.language, {newest.url: words})
    return FormLibrary(forms, (reviewed,)).by_name("caf-assessment").languages["cy"]


@pytest.mark.parametrize("reader", CopyFor)
def test_a_copy_in_welsh_says_that_it_is_and_has_no_word_of_ours_in_english(
    welsh: Language, welsh_form: FormDefinition, reader: CopyFor
) -> None:
    terms = CopyTerms(reader, welsh, phone="01632 960 150", zone=UTC)
    views = replace(told(), choices={**CHOICES, "c2.route": "typed"}).views(in_family(reader.person))
    pdf = family_copy(*views, welsh_form, made_at=NOON, terms=terms)
    text = text_of(pdf)
    assert str(opened(pdf).Root.Lang) == "cy"
    assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []
    assert "Dydd Mawrth 2 Mawrth 2027" in text or reader is CopyFor.CHILD
    for english in (" Page ", "What is going well", "What will happen", "Who can see", "talk to", "Monday", "We "):
        assert english not in text
    asked = {item.text for item in form() if len(item.text) > LONG_ENOUGH} | {page.title for page in form().pages}
    assert {words for words in asked if words in text} == set()


def test_a_note_of_a_refusal_can_be_in_welsh(welsh: Language) -> None:
    jo = Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School")
    refusal = Refusal(FirstGate.DECLINED, "Mason", "Carly", (), (), jo, Remarks())
    text = text_of(refusal_note(refusal, date(2026, 12, 14), welsh))
    assert welsh.papers.NO_TO_IT_ALL in text
    assert "What was offered" not in text

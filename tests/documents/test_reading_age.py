"""What we say to families can be read at nine: two formulas, over all of ours that a family is given or shown.

Not measured: what people write themselves, and names. That words are kind no formula says; parents have not read them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import fixedwords
import pytest
from easy_words import grade, hard, letter_grade

from app.documents import copywords, letterwords, words
from app.documents.language import own_words
from app.forms.definition import FormDefinition, FormLibrary, Item, Page
from app.operations.policy import read_policy
from app.paths import resources

POLICY = read_policy(resources() / "policy" / "default.json")
FORMS = FormLibrary(resources() / "forms")
READ_WITH_FAMILIES = (
    "checklist",
    "agreement-to-start",
    "caf-assessment",
    "agreement-to-share",
    "competence",
    "caf-request",
    "transfer",
    "also-agrees",
    "appointments",
    "linked-assessments",
    "checklist-again",
    "family-feedback",
    "early-help",
)
LONG_NAMES = {"carers", "who", "fh", "core.who", "eh.network", "talking"}
"""Pages of a few sentences that name what has a long name: parental responsibility, an interpreter, a professional."""
WORKERS_OWN = {
    "app/ui/finishing/costchoice.py": "how the worker’s laptop is to send",
    "app/ui/finishing/stick.py": "the file the worker carries to the desk",
    "app/ui/finishing/takeback.py": "the worker takes back what went to the desk",
    "app/ui/shell/agreedwords.py": "what a sealed record proves, in the words it is sealed with",
}
"""Pages that stand beside the family's, and are read by the worker alone; each with what it is for."""
BLANKS = {"lead": "lead worker", "assessment": "early help talk", "weeks": "4", "days": "28", "number": "1"}


class _Blanks(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "Mason"


def fixed() -> Iterator[str]:
    """Yield every fixed sentence of the papers, its blanks filled in."""
    for module in (words, letterwords, copywords):
        for said in own_words(module).values():
            for one in said.values() if isinstance(said, dict) else [said] if isinstance(said, str) else said:
                if isinstance(one, str) and one.endswith((".", "?")):
                    yield one.format_map(_Blanks(BLANKS))


def asked(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield from (item.text, item.hint)
        yield from asked(item.items)


def on_page(page: Page) -> str:
    """Return the whole sentences of a page as one passage."""
    said = (page.intro, *page.prompts, *asked(page.items))
    return " ".join(one.strip() for one in said if one.strip().endswith((".", "?", "!")))


def on_form(form: FormDefinition) -> str:
    return " ".join(map(on_page, form.pages))


def test_every_sentence_of_copies_letters_and_notes_is_read_at_nine() -> None:
    sentences = list(fixed())
    assert len(sentences) > 60
    assert {one: (grade(one), letter_grade(one)) for one in sentences if hard(one)} == {}


def test_the_leaflet_and_the_words_that_are_signed_are_read_at_nine() -> None:
    assert POLICY.leaflet is not None
    told = {part.title: part.words for part in POLICY.leaflet.parts} | {"signed": POLICY.sharing_wording}
    assert [title for title, said in told.items() if hard(said)] == []


@pytest.mark.parametrize("name", READ_WITH_FAMILIES)
def test_a_form_read_with_a_family_is_read_at_nine_page_by_page(name: str) -> None:
    form = FORMS.by_name(name)
    assert not hard(on_form(form))
    told = {page.link_id: said for page in form.pages if (said := on_page(page))}
    assert {page for page, said in told.items() if hard(said)} <= LONG_NAMES


def on_screen(file: Path) -> str:
    """Return the whole sentences of the screen that stand in one module, as one passage."""
    said = {one.strip() for one in fixedwords.gathered(file)}
    return " ".join(sorted(one for one in said if one.endswith((".", "?", "!"))))


def test_what_a_family_reads_on_the_screen_is_read_at_nine_page_by_page() -> None:
    pages = {str(file.relative_to(fixedwords.ROOT)): on_screen(file) for file in fixedwords.files(fixedwords.FAMILYS)}
    told = {page: said for page, said in pages.items() if said}
    assert len(told) > 25
    assert {page for page, said in told.items() if hard(said)} <= WORKERS_OWN.keys()
    assert WORKERS_OWN.keys() <= told.keys()


def test_what_a_young_person_who_decides_alone_is_told_is_read_at_nine() -> None:
    pages = json.loads((resources() / "shareview" / "young-person.json").read_bytes())["pages"]
    assert [page["words"] for page in pages if hard(" ".join(page["words"]))] == []


def test_no_sentence_of_a_paper_is_long() -> None:
    said = chain.from_iterable(one.split(". ") for one in fixed())
    assert [one for one in said if len(one.split()) > 20] == []


def test_both_formulas_tell_an_official_sentence_from_a_plain_one() -> None:
    official = "I have had the reasons for information sharing explained to me and I understand those reasons fully."
    plain = "We will talk about what is going well. You can say no. You can stop at any time."
    assert (grade(official) > 8, letter_grade(official) > 8) == (True, True)
    assert not hard(plain)

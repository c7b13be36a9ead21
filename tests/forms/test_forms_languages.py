"""A form is offered in another language only where somebody has reviewed all of it; until then nobody sees a word."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from app.forms.definition import FormLibrary, load_form
from app.forms.fhir import TRANSLATION, extensions_of
from app.forms.languages import REVIEW, in_language, offered_languages, review_faults
from app.forms.reading import FormFaulty
from app.paths import resources

FORMS = resources() / "forms"
LIBRARY = FormLibrary(FORMS)
NEWEST = {LIBRARY.newest(form.url).name: LIBRARY.newest(form.url) for form in LIBRARY}
FAMILY_READS = ("agreement-to-start", "agreement-to-share")
TOPICS = ("d1", "d2", "d3")
WORKERS_OWN = (".evidence", ".differs", ".looked_at", ".priority")


def raw(name: str) -> dict[str, Any]:
    text: dict[str, Any] = json.loads((FORMS / f"{name}-{NEWEST[name].version}.json").read_text(encoding="utf-8"))
    return text


def reviewed(form: dict[str, Any], **other: str) -> dict[str, Any]:
    """Return the form as it is once somebody has looked at its Welsh."""
    said = {"state": "reviewed", "by": "A translator", "on": "2027-01-12"} | other
    kinds = {"state": "valueCode", "by": "valueString", "on": "valueDate"}
    parts = [{"url": "lang", "valueCode": "cy"}, *({"url": key, kinds[key]: said[key]} for key in kinds if said[key])]
    rest = [each for each in form.get("extension", []) if each["url"] != REVIEW]
    return form | {"extension": [*rest, {"url": REVIEW, "extension": parts}]}


def welsh_of(item: dict[str, Any]) -> str:
    found = list(extensions_of(item.get("_text", {}), TRANSLATION))
    return next((part["valueString"] for each in found for part in each["extension"] if part["url"] == "content"), "")


def below(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for child in node.get("item", ()):
        yield child
        yield from below(child)


@pytest.mark.parametrize("name", FAMILY_READS)
def test_welsh_that_awaits_its_review_is_offered_to_nobody(name: str) -> None:
    form = raw(name)
    assert any(welsh_of(item) for item in below(form))
    assert offered_languages(form) == ()
    assert NEWEST[name].languages == {}
    with pytest.raises(KeyError):
        in_language(form, "cy")


def test_no_form_that_comes_with_the_program_says_that_its_translation_was_reviewed() -> None:
    assert {form.name: dict(form.languages) for form in LIBRARY if form.languages} == {}


@pytest.mark.parametrize("name", FAMILY_READS)
def test_what_was_reviewed_is_offered_with_the_same_questions_and_other_words(name: str) -> None:
    form = load_form(json.dumps(reviewed(raw(name))).encode())
    assert list(form.languages) == ["cy"]
    spoken = form.languages["cy"]
    assert (spoken.ref, [item.link_id for item in spoken]) == (form.ref, [item.link_id for item in form])
    for item in form:
        other = spoken.item(item.link_id)
        assert (other.kind, [option.code for option in other.options]) == (item.kind, [o.code for o in item.options])
        assert other.text
        assert other.text != item.text
    assert spoken.title != form.title


def test_one_text_without_its_translation_is_enough_to_offer_none() -> None:
    form = reviewed(raw("agreement-to-start"))
    assert offered_languages(form) == ("cy",)
    item = next(item for item in below(form) if item["linkId"] == "c1.do")
    del item["_text"]
    assert offered_languages(form) == ()


def test_one_choice_without_its_translation_is_enough_to_offer_none() -> None:
    form = reviewed(raw("agreement-to-start"))
    item = next(item for item in below(form) if item["linkId"] == "c1.do")
    del item["answerOption"][0]["valueCoding"]["_display"]
    assert offered_languages(form) == ()


def test_all_that_a_family_reads_in_the_assessment_has_welsh_beside_it() -> None:
    caf = raw("caf-assessment")
    groups = [item for item in below(caf) if item["linkId"] in {"wants", "cm", *TOPICS}]
    shown = [
        item
        for group in groups
        for item in (group, *below(group))
        if not any(f"{mine}." in f"{item['linkId']}." for mine in WORKERS_OWN)
        and not item["linkId"].endswith(("words.help", "scale.help"))
    ]
    assert len(shown) > 200
    assert [item["linkId"] for item in shown if item.get("text") and not welsh_of(item)] == []


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"by": ""}, "by somebody, on a day"),
        ({"on": ""}, "by somebody, on a day"),
        ({"on": "January"}, "by somebody, on a day"),
        ({"state": "fine"}, "says nothing of a translation"),
    ],
)
def test_a_review_says_who_and_when_or_the_form_is_refused(other: dict[str, str], said: str) -> None:
    form = reviewed(raw("agreement-to-start"), **other)
    assert any(said in sentence for sentence in review_faults(form))
    with pytest.raises(FormFaulty, match=said):
        load_form(json.dumps(form).encode())


def test_two_reviews_of_one_language_are_refused() -> None:
    form = reviewed(raw("agreement-to-start"))
    form["extension"] *= 2
    assert any("two reviews" in sentence for sentence in review_faults(form))

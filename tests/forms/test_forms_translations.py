"""Words beside a form in another language: none enters a form before somebody has reviewed that very version."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.forms.definition import FormLibrary
from app.forms.reading import FormFaulty
from app.forms.translations import CONSENTED_BY, FormWords, Translations, read_translations, translations
from app.paths import resources

FILE = resources() / "i18n" / "forms-cy.json"
FORMS = resources() / "forms"
CAF = "https://ecaf.example/forms/caf-assessment"
NEWEST = FormLibrary(FORMS, ()).by_name("caf-assessment").version
(WELSH,) = translations()


def reviewed(version: str = NEWEST, **other: object) -> Translations:
    """Return the Welsh of the assessment as it is once somebody has looked at that of one version."""
    words = replace(WELSH.forms[CAF], version=version, by="A translator", on="2027-01-12", **other)  # type: ignore[arg-type]
    return Translations("cy", {CAF: words})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the newest assessment and no other form."""
    place = tmp_path_factory.mktemp("forms")
    name = f"caf-assessment-{NEWEST}.json"
    (place / name).write_bytes((FORMS / name).read_bytes())
    return place


def test_what_awaits_its_review_enters_no_form(folder: Path) -> None:
    assert all(not words.version for words in WELSH.forms.values())
    assert {form.name for form in FormLibrary(folder) if form.languages} == set()


def test_what_was_reviewed_is_the_same_form_in_other_words(folder: Path) -> None:
    form = FormLibrary(folder, (reviewed(),)).by_name("caf-assessment")
    spoken = form.languages["cy"]
    assert (spoken.ref, [item.link_id for item in spoken]) == (form.ref, [item.link_id for item in form])
    for item in form:
        other = spoken.item(item.link_id)
        assert (other.kind, [one.code for one in other.options]) == (item.kind, [one.code for one in item.options])
    assert spoken.title == "Asesiad CAF"
    assert spoken.item("id.given").text == "Enw cyntaf"
    assert form.item("id.given").text == "Given name"
    assert (
        spoken.item("d1.health_general.strengths").text == "Beth sy’n mynd yn dda?"
    )  # which stands in the form itself


def test_a_yes_is_the_yes_to_its_own_question(folder: Path) -> None:
    spoken = FormLibrary(folder, (reviewed(),)).by_name("caf-assessment").languages["cy"]
    said = {path: [one.display for one in spoken.item(path).options][:2] for path in ("id.interp", "fh.people.caf")}
    assert said == {"id.interp": ["Oes", "Nac oes"], "fh.people.caf": ["Do", "Naddo"]}


def test_a_review_is_of_one_version_and_no_other_is_offered(folder: Path) -> None:
    assert not FormLibrary(folder, (reviewed("1.4.0"),)).by_name("caf-assessment").languages


def test_a_text_of_ours_that_changed_loses_its_translation_and_then_none_is_offered(tmp_path: Path) -> None:
    name = f"caf-assessment-{NEWEST}.json"
    text = (FORMS / name).read_text(encoding="utf-8")
    assert '"Likes to be called"' in text
    (tmp_path / name).write_text(text.replace('"Likes to be called"', '"Wants to be called"'), encoding="utf-8")
    assert not FormLibrary(tmp_path, (reviewed(),)).by_name("caf-assessment").languages


def test_a_reviewer_may_put_other_words_in_the_place_of_a_draft_in_the_form(folder: Path) -> None:
    better = {**WELSH.forms[CAF].words, "What is going well?": "Beth sy’n gweithio?"}
    spoken = FormLibrary(folder, (reviewed(words=better),)).by_name("caf-assessment").languages["cy"]
    assert spoken.item("d1.health_general.strengths").text == "Beth sy’n gweithio?"


SIGNED = {"state": "reviewed", "by": "A translator", "on": "2027-01-12", "version": "1.5.0"}


def told(**other: Any) -> dict[str, Any]:
    return {"language": "cy", "forms": {CAF: {"review": SIGNED, "words": {"Yes": "Ie"}} | other}}


def written(folder: Path, raw: object) -> Path:
    path = folder / "forms-cy.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_a_review_is_read_with_who_when_and_of_what(tmp_path: Path) -> None:
    read = read_translations(written(tmp_path, told(at={"id.interp": {"Yes": "Oes"}})))
    assert read.forms[CAF] == FormWords(
        {"Yes": "Ie"}, {"id.interp": {"Yes": "Oes"}}, "1.5.0", "A translator", "2027-01-12"
    )
    assert [read.forms[CAF].said(path, "Yes") for path in ("id.interp", "id.disabled")] == ["Oes", "Ie"]
    assert not read.forms[CAF].said("id.interp", "No")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (told(review={"state": "fine"}), "says nothing of a translation"),
        (told(review=None), "says nothing of a translation"),
        (told(review={**SIGNED, "by": " "}), "by somebody, on a day, for one version"),
        (told(review={**SIGNED, "on": "January"}), "by somebody, on a day, for one version"),
        (told(review={**SIGNED, "version": ""}), "by somebody, on a day, for one version"),
        (told(words={"Yes": ""}), "each of our words its own"),
        (told(at={"id.interp": "Oes"}), "each of our words its own"),
        ({"language": "cy"}, "name their language"),
    ],
)
def test_a_file_with_a_mistake_is_refused_in_words(tmp_path: Path, raw: object, said: str) -> None:
    with pytest.raises(FormFaulty, match=said):
        read_translations(written(tmp_path, raw))


@pytest.mark.parametrize("name", sorted(CONSENTED_BY))
def test_what_somebody_consents_by_is_never_translated_beside_its_form(tmp_path: Path, name: str) -> None:
    raw = {"language": "cy", "forms": {f"https://ecaf.example/forms/{name}": told()["forms"][CAF]}}
    with pytest.raises(FormFaulty, match="in its own file"):
        read_translations(written(tmp_path, raw))

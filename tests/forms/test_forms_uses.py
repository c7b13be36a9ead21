"""What a form may do is said in its file and checked there; what clashes, or is not said, is never guessed."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from app.forms.definition import FormLibrary, ItemKind, load_form
from app.forms.lint import findings
from app.forms.uses import Audience
from app.paths import resources

LIBRARY = FormLibrary(resources() / "forms")
TRANSFER = json.loads((resources() / "forms" / "transfer.json").read_text(encoding="utf-8"))


def changed(**parts: object) -> dict[str, Any]:
    """Return the transfer with other parts in its form-use; ``None`` takes one away."""
    form: dict[str, Any] = copy.deepcopy(TRANSFER)
    said = form["extension"][0]["extension"]
    for name, value in parts.items():
        url = name.replace("_", "-")
        said[:] = [part for part in said if part["url"] != url]
        if value is not None:
            said.append({"url": url, "valueBoolean" if isinstance(value, bool) else "valueCode": value})
    return form


def told(form: dict[str, Any]) -> str:
    return " ".join(map(str, findings(form)))


def test_a_use_is_read_from_the_file() -> None:
    use = LIBRARY.by_name("transfer").use
    assert use is not None
    assert (use.audience, use.signed_by_family, use.to_desk, use.after_first_gate) == (
        Audience.FAMILY,
        True,
        True,
        True,
    )
    assert not use.print_only
    assert findings(TRANSFER) == ()


def test_the_programs_own_steps_have_no_use_and_are_never_offered_by_themselves() -> None:
    own = {
        "agreement-to-share", "agreement-to-start", "also-agrees", "caf-assessment", "checklist", "competence",
        "significant-harm",
    }  # fmt: skip
    assert {form.name for form in LIBRARY if form.use is None} == own


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (changed(signed_by=None), "nothing leaves without the family’s agreement"),
        (changed(print_only=True), "what is only printed is no record"),
        (changed(released_to="everybody"), '"released-to" in its form-use must be desk'),
        (changed(audience="the press"), '"audience" in its form-use must be own-record, family or colleague'),
        (changed(belongs_to=None), 'its form-use has no "belongs-to"'),
        (changed(after_first_gate=None), 'its form-use has no "after-first-gate"'),
        (changed(posted_to="wall"), '"posted-to" is not a part of a form-use'),
    ],
)
def test_what_clashes_or_is_not_known_is_said(form: dict[str, Any], sentence: str) -> None:
    assert sentence in told(form)


def test_a_form_that_leaves_says_whose_it_is() -> None:
    form = copy.deepcopy(TRANSFER)
    page = next(page for page in form["item"] if page["linkId"] == "core.who")
    page["item"] = [item for item in page["item"] if item["linkId"] != "id.given"]
    assert "must see whose it is" in told(form)


def test_what_is_copied_cannot_be_typed_and_belongs_to_a_form_with_a_use() -> None:
    form = copy.deepcopy(TRANSFER)
    page = next(page for page in form["item"] if page["linkId"] == "core.who")
    next(item for item in page["item"] if item["linkId"] == "id.given").pop("readOnly")
    assert "a copied answer is never typed twice" in told(form)
    del form["extension"]
    assert "only a form with a form-use can have copied answers" in told(form)


def test_two_uses_are_one_too_many() -> None:
    form = copy.deepcopy(TRANSFER)
    form["extension"] *= 2
    assert "it says twice what it is used for" in told(form)


@pytest.mark.parametrize("form", [form for form in LIBRARY if form.use is not None], ids=lambda form: form.name)
def test_each_copied_answer_is_asked_as_the_assessment_asks_it(form: Any) -> None:
    assessment = LIBRARY.by_name("caf-assessment")
    for item in (item for item in form if item.copied):
        source = assessment.item(item.link_id)
        assert (item.kind, item.repeats) == (source.kind, source.repeats)
        if item.kind is ItemKind.CHOICE:  # any other takes a code it does not offer as words
            assert {option.code for option in item.options} == {option.code for option in source.options}
        cells = {cell.link_id: cell.kind for cell in source.items}
        assert all(cells[cell.link_id] is cell.kind for cell in item.items)


def test_a_form_is_loaded_with_its_use_or_not_at_all() -> None:
    assert load_form(json.dumps(TRANSFER).encode()).use is not None

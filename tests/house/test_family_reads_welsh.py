"""Every text a family may read has a draft in Welsh, marked as awaiting its review; none is offered before that."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from app.documents.language import languages
from app.forms.definition import FormDefinition, FormLibrary
from app.forms.languages import Review, said_in, words_in
from app.forms.translations import translations
from app.forms.uses import Audience
from app.operations.policy import Policy, read_policy
from app.paths import resources

LIBRARY = FormLibrary(resources() / "forms")
NEWEST = {name: LIBRARY.by_name(name) for name in sorted({form.name for form in LIBRARY})}
(WELSH,) = translations()
WORKERS_ALONE = {
    "information-sharing-decision": "a worker’s own reasons, for and against",
    "consider-a-caf": "a note to a colleague",
    "start-notice": "a notice to the local team",
    "significant-harm": "it is never shown to a family: hearing of it can put a child in danger",
}
"""Forms that no family reads, each with its reason. Every other form is read with a family, or asked of them."""
THE_SAME = {"Sikh", "Panel", "Person"}
"""Words that are spelt alike in both languages."""
FAMILYS = sorted(NEWEST.keys() - WORKERS_ALONE.keys())


@cache
def files() -> dict[tuple[str, str], dict[str, Any]]:
    """Return every form as its file has it, by address and version."""
    found = (json.loads(path.read_bytes()) for path in (resources() / "forms").glob("*.json"))
    return {(one["url"], one["version"]): one for one in found}


def raw(form: FormDefinition) -> dict[str, Any]:
    return files()[form.url, form.version]


def pairs(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield where a text of a form stands, the text, and its Welsh beside the form or in it; empty where none is."""
    form = NEWEST[name]
    beside = WELSH.forms.get(form.url)
    for link_id, node, key in words_in(raw(form)):
        yield link_id, node[key], (beside.said(link_id, node[key]) if beside else "") or said_in("cy", node, key)


def test_a_form_for_a_family_is_among_them() -> None:
    for name in WORKERS_ALONE:
        use = NEWEST[name].use
        assert use is None or not (use.audience is Audience.FAMILY or use.signed_by_family), name
    assert len(FAMILYS) > 10


@pytest.mark.parametrize("name", FAMILYS)
def test_every_text_a_family_may_read_has_a_draft_in_welsh(name: str) -> None:
    assert [(link_id, ours) for link_id, ours, welsh in pairs(name) if not welsh.strip()] == []


@pytest.mark.parametrize("name", FAMILYS)
def test_a_draft_keeps_every_number_and_is_not_ours_again(name: str) -> None:
    found = list(pairs(name))
    assert [ours for _path, ours, welsh in found if numbers(ours) != numbers(welsh)] == []
    assert {ours for _path, ours, welsh in found if ours == welsh} <= THE_SAME


def numbers(words: str) -> list[str]:
    return sorted(re.findall(r"\d+|{\w*}", words))


def test_no_draft_is_left_over_from_words_that_are_said_no_more() -> None:
    by_url = {form.url: form for form in NEWEST.values()}
    assert WELSH.forms.keys() <= by_url.keys()
    for url, words in WELSH.forms.items():
        said = {(link_id, node[key]) for link_id, node, key in words_in(raw(by_url[url]))}
        assert words.words.keys() - {ours for _path, ours in said} == set(), url
        assert {(path, ours) for path, table in words.at.items() for ours in table} - said == set(), url


def test_every_draft_is_marked_as_awaiting_its_review() -> None:
    file = json.loads((resources() / "i18n" / "forms-cy.json").read_bytes())
    assert {one["review"]["state"] for one in file["forms"].values()} == {Review.AWAITING}
    within = [each for name in FAMILYS for each in raw(NEWEST[name]).get("extension", []) if "review" in each["url"]]
    states = [part["valueCode"] for each in within for part in each["extension"] if part["url"] == "state"]
    assert set(states) == {Review.AWAITING}


def test_no_form_and_no_paper_is_offered_to_a_family_in_welsh() -> None:
    assert {form.name for form in LIBRARY if form.languages} == set()
    assert list(languages()) == ["en-GB"]


def test_leaflet_and_words_to_sign_have_welsh_that_waits_too() -> None:
    policy = policy_as_it_comes()
    assert policy.leaflet is not None
    (leaflet,) = policy.leaflet_elsewhere
    assert (leaflet.language, leaflet.version, leaflet.reviewed_by) == ("cy", policy.leaflet.version, "")
    assert [bool(one.title and one.words) for one in leaflet.parts] == [True] * len(policy.leaflet.parts)
    (wording,) = policy.sharing_wording_elsewhere
    assert (wording.language, wording.version, wording.reviewed_by) == ("cy", policy.sharing_wording_version, "")
    assert list(policy.sharing_wordings) == [policy.sharing_wording_language]


def policy_as_it_comes() -> Policy:
    return read_policy(resources() / "policy" / "default.json")

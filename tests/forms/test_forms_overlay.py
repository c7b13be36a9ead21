"""The extra pages on the whole family are a form of their own: every block is there, and nothing has to be answered."""

import json

from app.forms.definition import FormLibrary
from app.forms.fhir import extensions_of
from app.paths import resources

FORM = FormLibrary(resources() / "forms").by_name("early-help")
BLOCKS = {
    "the whole family": "eh.people",
    "three columns, one for each view": "eh.views",
    "a day": "eh.day.home",
    "from 0 to 10, with what would be one higher": "eh.scale.one_higher",
    "a score for each topic": "eh.topic_score",
    "how far we have come": "eh.dt",
    "ready for a change": "eh.readiness",
    "the ten headline outcomes": "eh.outcome.which",
    "what an authority counts": "eh.claim.held",
    "family and friends, and a meeting of all of them": "eh.meeting",
    "the child's own page, and whether others may read it": "eh.voice.share",
    "other tools, by name, date and score alone": "eh.tool.score",
    "moving on": "eh.moving.keeps",
}


def test_every_block_of_early_help_is_in_the_form() -> None:
    assert {block: link_id for block, link_id in BLOCKS.items() if link_id not in FORM} == {}


def test_the_ten_outcomes_are_those_that_are_counted() -> None:
    assert len(FORM.item("eh.outcome.which").options) == 10


def test_nothing_of_it_has_to_be_answered_and_the_child_is_asked_before_others_read_it() -> None:
    assert [item.link_id for item in FORM if item.required] == []
    assert FORM.item("eh.voice.share").filled_by == ("child",)


def test_the_file_says_that_it_is_the_familys_and_goes_to_nobody() -> None:
    raw = json.loads((resources() / "forms" / "early-help.json").read_bytes())
    (use,) = extensions_of(raw, "https://ecaf.example/fhir/form-use")
    said = {part["url"]: value for part in use["extension"] for key, value in part.items() if key != "url"}
    assert said == {"belongs-to": "episode", "audience": "family", "after-first-gate": True}

"""A refusal is told by its topic: any wording of what is missing is known, and a refusal for something else is not."""

from __future__ import annotations

import inspect
import re

import pytest

from app.domain import gates
from app.forms.validation import SIGN_OFF
from app.ui.shell.gatewords import DECLINED, NOT_ELECTRONIC
from demonstration.verdict import SAID, WRITTEN, refusal_topics, speaks_of

MISSING = {needed.link_id: needed.sentence for needed in SIGN_OFF}
NO_WITNESS = "A spoken yes needs a witness. Who heard it?"
NOT_DRAWN = "There is no signature in the box yet."
NOBODY = "Who is saying yes? Please write their name. Do they agree to the assessment? Please choose yes or no."


def test_each_thing_that_must_be_written_has_a_topic_of_its_own() -> None:
    found = {link_id: refusal_topics(f"{sentence} (The child: Needs)") for link_id, sentence in MISSING.items()}
    assert all(len(topics) == 1 for topics in found.values()), found
    assert set().union(*found.values()) == set(WRITTEN)


@pytest.mark.parametrize("gate", [gates.missing_at_first_gate, gates.missing_at_second_gate, gates.missing_of_signer])
def test_each_sentence_of_a_gate_is_about_what_people_say(gate: object) -> None:
    sentences = re.findall(r'"([A-Z][^"]*[?.])"', inspect.getsource(gate))  # type: ignore[arg-type]
    asked = [sentence for sentence in sentences if "what is still" not in sentence]
    assert len(asked) > 3
    for sentence in asked:
        assert refusal_topics(sentence), sentence
        assert refusal_topics(sentence) <= set(SAID), sentence


@pytest.mark.parametrize(
    ("link_id", "expected"),
    [
        ("id.given", "child's name"),
        ("id.given", "There is no name for the baby, so it cannot be signed."),
        ("id.dob", "date of birth or expected date"),
        ("id.dob", "Nobody wrote down when the child was born"),
        ("id.address", "safe address or reason none"),
        ("id.address", "no address, and no reason for none"),
        ("as.reason", "why now"),
        ("as.reason", "There is no reason for the assessment."),
        ("as.reason", "The reason is missing"),
        ("as.reason", "what led to this talk"),
        ("as.present", "who took part"),
        ("as.present", "it does not say who was there"),
        ("co.strengths", "one strength"),
        ("co.strengths", "Nothing that goes well is written down"),
        ("co.needs", "one need or “none found”"),
        ("co.level", "no conclusion"),
        ("co.level", "the level of need was not concluded"),
        ("co.next", "next step and sharing choices"),
        ("co.next", "no plan for what happens next"),
        ("cm.child", "child's voice or reason"),
        ("cm.child", "The child’s own words are missing"),
        ("cm.child", "how the child was heard"),
    ],
)
def test_any_wording_of_what_is_missing_is_known(link_id: str, expected: str) -> None:
    assert speaks_of(MISSING[link_id], expected)
    others = {other: said for other, said in MISSING.items() if other != link_id}
    wrong = [other for other, said in others.items() if speaks_of(said, expected)]
    assert wrong in ([], ["co.needs"])  # "the level of need" is about both


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (NOT_ELECTRONIC, "They declined electronic recording."),
        (NOT_ELECTRONIC, "the mother does not want it on a computer"),
        (NOT_ELECTRONIC, "recording refused"),
        (NOT_ELECTRONIC, "no agreement to being recorded"),
        (DECLINED, "they do not agree to an assessment"),
        (NOBODY, "who agreed and on what basis"),
        (NOBODY, "no consent to start is recorded"),
        (NO_WITNESS, "The witness is missing"),
        (NO_WITNESS, "nobody heard it: a spoken agreement needs a witness"),
        (NOT_DRAWN, "blank signature"),
        (NOT_DRAWN, "nothing was drawn on the pad"),
        (NOT_DRAWN, "not signed"),
        (NOT_DRAWN, "something that nobody has a word for"),
        (" ".join(MISSING.values()), "name, birth date, address, why now, who took part, a strength and a need"),
    ],
)
def test_a_refusal_agrees_with_what_was_expected(said: str, expected: str) -> None:
    assert speaks_of(said, expected)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (MISSING["as.reason"], "They declined electronic recording."),
        (NOBODY, "They declined electronic recording."),
        (NOT_ELECTRONIC, "The child's name is missing"),
        (NOT_ELECTRONIC, "The signature is blank"),
        (NO_WITNESS, "blank signature"),
        (NOT_DRAWN, "the witness is missing"),
        (NOT_DRAWN, "one strength"),
        (MISSING["id.given"], "no consent to start"),
        (MISSING["id.given"], "no date of birth, no address and no conclusion"),
        (MISSING["id.given"], "name, birth date and address"),
    ],
)
def test_a_refusal_for_something_else_is_not_as_expected(said: str, expected: str) -> None:
    assert not speaks_of(said, expected)

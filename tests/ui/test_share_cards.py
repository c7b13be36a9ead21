"""What a family sees in which order, the form's sentences on picture pages, and where each word of theirs is kept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copytree

import pytest

from app.domain.answers import Answer, Answers, row_answers
from app.domain.turned import turned_to_family
from app.forms.definition import FormLibrary
from app.paths import resources
from app.ui.share import explaining
from app.ui.share.cards import FeelingCard, LineCard, cards_of, first_of
from app.ui.share.childpage import in_order, names_given, with_name
from app.ui.share.explaining import for_young_person, pictures_of
from app.ui.share.saying import Saying

FORMS = FormLibrary(resources() / "forms")
CAF = FORMS.by_name("caf-assessment")
INTRO = FORMS.by_name("agreement-to-start").page("c1").intro
ICONS = {path.stem for path in (resources() / "icons").glob("*.svg")}


def written(saying: Saying, answers: Answers) -> dict[str, Answer]:
    """Return the answers once what somebody said is written down."""
    now = dict(answers)
    for path, given in saying.changes(answers):
        if given is None:
            now.pop(path, None)
        else:
            now[path] = given
    return now


def test_one_question_at_a_time_strengths_first_and_feelings_are_asked_for() -> None:
    answers: Answers = {"d2.care.needs": "A settled bedtime.", "d2.care.strengths": "Breakfast together."}
    cards = cards_of(CAF, turned_to_family(answers), "")
    assert [card.link_id if isinstance(card, LineCard) else f"feeling {card.topic}" for card in cards] == [
        *("d2.care.strengths", "d2.care.needs", "feeling Basic care, safety and protection", "feeling All of it"),
    ]
    assert first_of(cards, "All of it") == 3


def test_a_topic_it_is_turned_at_asks_what_nobody_answered_yet() -> None:
    cards = cards_of(CAF, turned_to_family({}), "d1.speech")
    assert [type(card) for card in cards] == [LineCard, LineCard, FeelingCard, FeelingCard]


@pytest.mark.parametrize("words", [INTRO, INTRO * 2, "One. Two? Three!", ""])
def test_every_sentence_of_the_form_stands_on_a_picture_page_in_its_order(words: str) -> None:
    pages = pictures_of(words)
    assert [one for page in pages for one in page.sentences] == [
        one for one in re.split(r"(?<=[.?!])\s+", words.strip()) if one
    ]
    assert {page.icon for page in pages} <= ICONS


def test_the_forms_own_introduction_takes_five_pages_with_nothing_torn_apart() -> None:
    pages = pictures_of(INTRO)
    assert len(pages) == 5
    assert pages[-1].sentences[0].startswith("I must tell someone")


def test_what_a_young_person_reads_is_short_and_says_when_somebody_must_be_told() -> None:
    sentences = [one for page in for_young_person() for one in page.sentences]
    assert max(len(one.split()) for text in sentences for one in re.split(r"(?<=[.?!])\s+", text)) <= 15
    assert any("I have to tell someone" in one for one in sentences)
    assert {page.icon for page in for_young_person()} <= ICONS


def test_what_a_young_person_is_told_is_in_another_language_only_once_it_was_reviewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = for_young_person()
    assert for_young_person("cy") == for_young_person("pl") == own
    welsh = json.loads((resources() / "shareview" / "young-person-cy.json").read_bytes())
    assert welsh["review"] == {"state": "awaiting-review"}
    copytree(resources() / "shareview", tmp_path / "shareview")
    monkeypatch.setattr(explaining, "resources", lambda: tmp_path)
    welsh["review"] = {"state": "reviewed", "by": "A translator", "on": "2027-01-12"}
    (tmp_path / "shareview" / "young-person-cy.json").write_text(json.dumps(welsh), encoding="utf-8")
    told = for_young_person("cy")
    assert [(one.icon, one.explains, len(one.sentences)) for one in told] == [
        (one.icon, one.explains, len(one.sentences)) for one in own
    ]
    assert told[0].sentences[0] == "Mae hwn amdanat ti."
    assert not {one for page in told for one in page.sentences} & {one for page in own for one in page.sentences}


def test_what_is_said_is_the_childs_until_it_is_said_whose_it_is_and_then_it_moves_whole() -> None:
    saying = Saying("Behaviour", words="I am tired.", number=3)
    first = written(saying, {"fw.child": ("0000aa01",)})
    assert [row["fw.child.said"] for row in row_answers(first, "fw.child") if row] == ["I am tired."]
    saying.by, saying.name, saying.how = "0", "Carly", "signed"
    moved = written(saying, first)
    assert (moved["fw.child"], len([path for path in moved if path.startswith("fw.child/")])) == (("0000aa01",), 0)
    (row,) = row_answers(moved, "fw.says")
    assert row == {
        "fw.who": "Carly",
        "fw.about": "Behaviour",
        "fw.scale": 3,
        "fw.said": "I am tired.",
        "fw.how": "signed",
    }
    saying.words, saying.number = " ", None
    assert "fw.says" not in written(saying, moved)


def test_a_child_begins_where_they_like_and_names_stay_as_they_gave_them() -> None:
    assert in_order({"ch.first": "wishes"}) == ("wishes", "well", "worries")
    names: Answers = {"ch.names": str(with_name({}, "worries", "The grey  house"))}
    assert names_given(names) == {"worries": "The grey house"}
    assert with_name(names, "worries", " ") is None

"""Whose a passage is stands in the text itself: marked, moved and taken off by hand, and read back the same."""

import pytest

from app.domain.voices import (
    Passage,
    Voice,
    asks_for_fact,
    is_marked,
    marked,
    marks_in,
    next_speaker,
    passages,
)

SAID = "Carly said: he's a nightmare"


def test_a_line_is_marked_where_the_caret_is_and_the_caret_stays_with_its_letter() -> None:
    text, caret = marked("One\nhe cries\nThree", 6, Voice.SAW)
    assert text == "One\nI saw: he cries\nThree"
    assert text[caret:].startswith(" cries")


def test_marked_once_more_the_mark_goes() -> None:
    text, caret = marked(SAID, 14, Voice.SAID, "Carly")
    assert (text, caret) == ("he's a nightmare", 2)


def test_another_mark_takes_its_place() -> None:
    assert marked(SAID, 3, Voice.THINK)[0] == "I think: he's a nightmare"


def test_an_empty_line_can_be_marked_before_anything_is_written() -> None:
    assert marked("", 0, Voice.SAID, "Carly") == ("Carly said: ", 12)


def test_a_text_is_read_passage_by_passage() -> None:
    text = f"Bedtime.\nMost nights.\n{SAID}\nI saw: he hid.\nI think: he is tired."
    assert passages(text) == (
        Passage(None, "", "Bedtime.\nMost nights."),
        Passage(Voice.SAID, "Carly", "he's a nightmare"),
        Passage(Voice.SAW, "", "he hid."),
        Passage(Voice.THINK, "", "he is tired."),
    )
    assert [one.label for one in passages(text)] == ["", "Carly said", "I saw", "I think"]


def test_words_that_only_look_alike_are_nobodys() -> None:
    assert not is_marked("I saw him\nWe talked about what she said\n10:42 said: nothing")


def test_every_mark_is_found_with_its_place() -> None:
    text = f"One\n{SAID}\nI saw: x"
    assert [(text[at : at + length], voice) for at, length, voice in marks_in(text)] == [
        ("Carly said:", Voice.SAID),
        ("I saw:", Voice.SAW),
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I think: he is lazy", True),
        ("Words.\nI think: he is lazy", True),
        ("I think: he is tired\nI saw: he yawned", False),
        (f"{SAID}\nI think: she is tired", False),
        ("He is tired", False),
    ],
)
def test_a_fact_is_asked_for_where_there_is_an_opinion_alone(text: str, *, asked: bool) -> None:
    assert asks_for_fact(text) is asked


def test_the_same_key_goes_from_one_name_to_the_next_and_then_off() -> None:
    names, text = ("Mason", "Carly"), "he cries"
    seen = []
    for _ in range(3):
        text, _caret = marked(text, len(text), Voice.SAID, next_speaker(text, len(text), names))
        seen.append(text)
    assert seen == ["Mason said: he cries", "Carly said: he cries", "he cries"]

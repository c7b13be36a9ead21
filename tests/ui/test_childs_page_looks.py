"""What a child sees on their own page: pictures for a young child, none for a teenager, no question to a baby."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.answers import Answer
from app.domain.childspage import BABY, KINDS, TEENAGER, YOUNG
from app.look.kit import Icon, Text, TextBox
from app.ui.share.ages import Face, scale_for
from app.ui.share.childpage import Child, childs_screens

Seen = tuple[list[str], int, int]


def pages(qtbot: QtBot, kind: str) -> list[Seen]:
    """Return the words of each page of a kind, and how many pictures and faces are on it."""
    child, given = Child("Erin", kind, ("Carly",), list[str]().append), dict[str, Answer | None]()
    seen = []
    for make in childs_screens(child, {}, given.__setitem__):
        page = make()
        qtbot.addWidget(page)
        words = [text.words for text in page.findChildren(Text)]
        seen.append((words, len(page.findChildren(Icon)), len(page.findChildren(Face))))
    return seen


def test_a_young_child_has_a_picture_beside_each_short_word_and_faces_beside_the_numbers(qtbot: QtBot) -> None:
    first, *spaces, number, _, may = pages(qtbot, YOUNG)
    assert first[1] == 3
    assert [page[1] for page in spaces] == [1, 1, 1]
    assert [page[0][0] for page in spaces] == ["Good things", "Worries", "Wishes"]
    assert number[2] == 3
    assert {"0 is very hard", "5 is in the middle", "10 is very good"} <= set(number[0])
    assert may[1] == 2
    assert scale_for(YOUNG) > scale_for(TEENAGER)


def test_a_teenager_has_no_pictures_and_is_told_that_it_is_private_until_they_say(qtbot: QtBot) -> None:
    seen = pages(qtbot, TEENAGER)
    assert {(pictures, faces) for _, pictures, faces in seen} == {(0, 0)}
    first, *_ = seen
    (private,) = [words for words in first[0] if "private until you say" in words]
    assert "Nobody at home" in private
    assert "if somebody is not safe, I have to tell someone" in private


def test_a_baby_is_asked_nothing_and_what_was_seen_is_written_with_who_was_there(qtbot: QtBot) -> None:
    saw, there = pages(qtbot, BABY)
    assert "What we saw of Erin" in saw[0]
    assert "Who was here?" in there[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_and_the_drawing_are_kept_under_the_same_questions_for_every_age(qtbot: QtBot, kind: str) -> None:
    given: dict[str, Answer | None] = {}
    child = Child("Erin", kind, (), list[str]().append)
    *_, last = childs_screens(child, {}, given.__setitem__)
    page = last()
    qtbot.addWidget(page)
    page.focus_first()  # type: ignore[attr-defined]  # each page has one
    (box,) = page.findChildren(TextBox)
    box.setPlainText("Jo and Carly")
    assert given == {"ch.present": "Jo and Carly"}

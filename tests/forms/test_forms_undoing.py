"""Taking back: fifty steps and more, typing in sensible bursts, and one act as one step."""

from __future__ import annotations

from itertools import count

import pytest

from app.domain.answers import Absent, AbsentReason, Answer
from app.domain.ids import DraftId
from app.forms.undoing import BURST_SECONDS, MOST_STEPS, PAUSE_SECONDS, Change, Past, Step

D = DraftId("d")
NEEDS, STRENGTHS = "d1.speech.needs", "d1.speech.strengths"


class Typist:
    """Types into a past, a tenth of a second for each letter."""

    def __init__(self) -> None:
        self.past = Past()
        self.answers: dict[str, Answer | None] = {}
        self.at = 0.0
        self._acts = count()

    def give(self, path: str, answer: Answer | None, act: int | None = None) -> None:
        """Give one answer."""
        change = Change(D, path, self.answers.get(path), answer)
        self.answers[path] = answer
        self.past.note(change, self.at, next(self._acts) if act is None else act)

    def type(self, path: str, words: str) -> None:
        """Type letter by letter after what stands there."""
        for letter in words:
            self.at += 0.1
            self.give(path, str(self.answers.get(path) or "") + letter)

    def rub_out(self, path: str, letters: int) -> None:
        """Press Backspace so many times."""
        for _ in range(letters):
            self.at += 0.1
            self.give(path, str(self.answers[path])[:-1] or None)

    def pause(self, seconds: float = PAUSE_SECONDS) -> None:
        """Think."""
        self.at += seconds

    def go(self, step: Step | None) -> None:
        """Do what a step says."""
        assert step is not None
        for change in step.changes:
            self.answers[change.path] = change.after


@pytest.fixture
def jo() -> Typist:
    return Typist()


def test_a_burst_of_typing_is_taken_back_at_once_and_done_again(jo: Typist) -> None:
    jo.type(NEEDS, "He stammers")
    jo.go(jo.past.undo())
    assert jo.answers[NEEDS] is None
    assert not jo.past.can_undo()
    jo.go(jo.past.redo())
    assert jo.answers[NEEDS] == "He stammers"


def test_a_pause_begins_a_new_step(jo: Typist) -> None:
    jo.type(NEEDS, "He stammers")
    jo.pause()
    jo.type(NEEDS, " at school")
    jo.go(jo.past.undo())
    assert jo.answers[NEEDS] == "He stammers"


def test_typing_without_a_pause_is_not_one_step_for_a_whole_page(jo: Typist) -> None:
    jo.type(NEEDS, "word " * 100)
    letters = len(str(jo.answers[NEEDS]))
    jo.go(jo.past.undo())
    left = len(str(jo.answers[NEEDS]))
    assert 0 < letters - left <= BURST_SECONDS * 10 + 1


def test_rubbing_out_is_a_step_of_its_own(jo: Typist) -> None:
    jo.type(NEEDS, "He stammers badly")
    jo.rub_out(NEEDS, 6)
    jo.go(jo.past.undo())
    assert jo.answers[NEEDS] == "He stammers badly"


def test_going_to_another_box_is_a_step_of_its_own(jo: Typist) -> None:
    jo.type(NEEDS, "a")
    jo.type(STRENGTHS, "b")
    jo.type(NEEDS, "c")
    jo.go(jo.past.undo())
    assert (jo.answers[NEEDS], jo.answers[STRENGTHS]) == ("a", "b")


def test_what_is_cut_or_pasted_whole_is_a_step_of_its_own(jo: Typist) -> None:
    long = "She sings to Alfie at bath time, and he laughs. " * 3
    jo.type(NEEDS, "a")
    jo.give(NEEDS, "a" + long)
    jo.give(NEEDS, None)
    jo.go(jo.past.undo())
    assert jo.answers[NEEDS] == "a" + long
    jo.go(jo.past.undo())
    assert jo.answers[NEEDS] == "a"


def test_a_reason_that_took_the_place_of_text_gives_it_back(jo: Typist) -> None:
    jo.type(NEEDS, "He stammers")
    jo.give(NEEDS, Absent(AbsentReason.NOTHING_TO_ADD))
    jo.go(jo.past.undo())
    assert jo.answers[NEEDS] == "He stammers"


def test_quick_choices_in_one_place_are_each_a_step(jo: Typist) -> None:
    for code in (("a",), ("a", "b"), ("b",)):
        jo.give("co.specialist", code)
    jo.go(jo.past.undo())
    assert jo.answers["co.specialist"] == ("a", "b")


def test_all_that_one_act_changed_is_one_step_in_the_reverse_order(jo: Typist) -> None:
    jo.give("c2.list", ("r",), act=1)
    jo.pause()
    jo.give("c2.list", (), act=2)
    jo.give("c2.list/r/c2.list.service", None, act=2)
    jo.answers["c2.list/r/c2.list.kind"] = "police"
    jo.give("c2.list/r/c2.list.kind", None, act=2)
    step = jo.past.undo()
    assert step is not None
    assert [change.path for change in step.changes] == ["c2.list/r/c2.list.kind", "c2.list"]
    jo.go(step)
    assert (jo.answers["c2.list"], jo.answers["c2.list/r/c2.list.kind"]) == (("r",), "police")


def test_fifty_steps_and_more_are_there(jo: Typist) -> None:
    for number in range(60):
        jo.give(f"id.{number}", "yes")
    for number in reversed(range(60)):
        jo.go(jo.past.undo())
        assert jo.answers[f"id.{number}"] is None


def test_the_oldest_steps_are_let_go_in_the_end(jo: Typist) -> None:
    for number in range(MOST_STEPS + 5):
        jo.give(f"id.{number}", "yes")
    taken = 0
    while jo.past.undo() is not None:
        taken += 1
    assert taken == MOST_STEPS


def test_something_new_ends_what_could_be_done_again(jo: Typist) -> None:
    jo.give("id.sex", "female")
    jo.go(jo.past.undo())
    jo.type(NEEDS, "a")
    assert not jo.past.can_redo()
    assert jo.past.redo() is None


def test_typing_on_after_taking_back_is_a_step_of_its_own(jo: Typist) -> None:
    jo.type(NEEDS, "ab")
    jo.pause()
    jo.type(NEEDS, "cd")
    jo.go(jo.past.undo())
    jo.type(NEEDS, "e")
    jo.go(jo.past.undo())
    assert jo.answers[NEEDS] == "ab"


def test_what_changed_nothing_is_no_step(jo: Typist) -> None:
    jo.give(NEEDS, None)
    assert not jo.past.can_undo()


def test_steps_known_from_before_come_first_to_last(jo: Typist) -> None:
    older = tuple(Step((Change(D, NEEDS, before, after),)) for before, after in (("a", "b"), ("b", "c")))
    jo.past.remember(older)
    jo.go(jo.past.undo())
    assert jo.answers[NEEDS] == "b"

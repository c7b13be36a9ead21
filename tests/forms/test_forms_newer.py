"""Moving answers to another version of a form: nothing is guessed, nothing is dropped, all of it can go back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from any_answers import filled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.answers import Absent, AbsentReason, Answer, Answers, from_json
from app.forms.definition import EnableWhen, FormDefinition, FormLibrary, Item, ItemKind, Option, Page, Section
from app.forms.newer import EARLIER, Fate, from_earlier, is_earlier, moved, moved_back
from app.paths import resources

LIBRARY = FormLibrary(resources() / "forms")
PAIRS = [pair for pair in permutations(LIBRARY, 2) if pair[0].url == pair[1].url]
A_FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CODES = (Option("a", "An apple"), Option("b", "A pear"))


def form(*items: Item, version: str = "1.0.0", page: str = "page") -> FormDefinition:
    """Return a small form of one page."""
    pages = (Page(page, "At school", "", (), items),)
    return FormDefinition("https://x.example/f", version, "A form", "0" * 64, "", (Section("s", "S", pages),), items)


def question(kind: ItemKind, **more: object) -> Item:
    """Return the question ``q``, of some kind."""
    return replace(Item("q", kind, "How is school?"), **more)  # type: ignore[arg-type]


def one_moved(was: Item, becomes: Item, given: Answer) -> tuple[Answer | None, str]:
    """Return where an answer to ``was`` stands in ``becomes``, and what of it is put aside in words."""
    after = moved(form(was), form(becomes, version="2.0.0"), {"q": given}).answers
    return after.get("q"), "; ".join(one.said for one in from_earlier(after) if one.said)


def standing_somewhere(before: Answers, after: Answers) -> bool:
    """Say whether each answer stands where it stood, or aside as it was to the letter."""
    aside = [
        (after[f"{EARLIER}/{row}/earlier.path"], from_json(json.loads(str(after[f"{EARLIER}/{row}/earlier.was"]))))
        for row in after.get(EARLIER, ())  # type: ignore[union-attr]
    ]
    return all(after.get(path) == given or (path, given) in aside for path, given in before.items())


@pytest.mark.parametrize(
    ("was", "becomes", "given", "stands"),
    [
        (question(ItemKind.TEXT), question(ItemKind.TEXT), "Well.\nMostly.", "Well.\nMostly."),
        (question(ItemKind.STRING), question(ItemKind.TEXT), "Well", "Well"),
        (question(ItemKind.CHOICE, options=CODES), question(ItemKind.TEXT), "b", "A pear"),
        (question(ItemKind.DATE), question(ItemKind.STRING), "2026-10", "2026-10"),
        (question(ItemKind.CHOICE, options=CODES), question(ItemKind.CHOICE, options=CODES, repeats=True), "a", ("a",)),
        (question(ItemKind.CHOICE, options=CODES, repeats=True), question(ItemKind.CHOICE, options=CODES), ("a",), "a"),
        (question(ItemKind.CHOICE, options=CODES), question(ItemKind.OPEN_CHOICE, options=CODES[:1]), "b", "A pear"),
        (question(ItemKind.STRING), question(ItemKind.OPEN_CHOICE, options=CODES), "A plum", "A plum"),
        (
            question(ItemKind.TEXT),
            question(ItemKind.DATE),
            Absent(AbsentReason.NOT_KNOWN),
            Absent(AbsentReason.NOT_KNOWN),
        ),
    ],
)
def test_what_another_question_can_hold_stands_there(was: Item, becomes: Item, given: Answer, stands: Answer) -> None:
    assert one_moved(was, becomes, given)[0] == stands


@pytest.mark.parametrize(
    ("was", "becomes", "given", "said"),
    [
        (question(ItemKind.TEXT), question(ItemKind.CHOICE, options=CODES), "a", "a"),
        (question(ItemKind.TEXT), question(ItemKind.OPEN_CHOICE, options=CODES), "a", "a"),
        (question(ItemKind.TEXT), question(ItemKind.STRING), "Two\nlines", "Two\nlines"),
        (question(ItemKind.STRING), question(ItemKind.STRING, max_length=3), "Four", "Four"),
        (question(ItemKind.TEXT), question(ItemKind.BOOLEAN), "yes", "yes"),
        (question(ItemKind.TEXT), question(ItemKind.DATE), "2026-10-01", "2026-10-01"),
        (question(ItemKind.CHOICE, options=CODES), question(ItemKind.CHOICE, options=CODES[:1]), "b", "A pear"),
        (
            question(ItemKind.CHOICE, options=(Option("a", "Level a", "https://x.example/1"),)),
            question(ItemKind.CHOICE, options=(Option("a", "Level a", "https://x.example/2"),)),
            "a",
            "Level a",
        ),
        (question(ItemKind.INTEGER, minimum=0, maximum=5), question(ItemKind.INTEGER, minimum=0, maximum=10), 4, "4"),
        (question(ItemKind.BOOLEAN), question(ItemKind.CHOICE, options=(Option("yes", "Yes"),)), True, "yes"),
        (question(ItemKind.TEXT), Item("other", ItemKind.TEXT, "Other"), "Lost?", "Lost?"),
    ],
)
def test_what_it_cannot_hold_is_put_aside_in_words(was: Item, becomes: Item, given: Answer, said: str) -> None:
    assert one_moved(was, becomes, given) == (None, said)


def test_of_several_choices_the_one_that_is_gone_is_put_aside_and_the_others_stay() -> None:
    was, becomes = (question(ItemKind.CHOICE, repeats=True, options=options) for options in (CODES, CODES[:1]))
    assert one_moved(was, becomes, ("a", "b")) == (("a",), "A pear")


def test_what_is_put_aside_names_its_question_its_page_and_its_row() -> None:
    group = Item("g", ItemKind.GROUP, "People", repeats=True, items=(question(ItemKind.TEXT, text="What they said"),))
    answers: Answers = {"g": ("r1", "r2"), "g/r1/q": "Hello", "g/r2/q": "Goodbye"}
    aside = from_earlier(moved(form(group), form(Item("n", ItemKind.TEXT, "New"), version="2.0.0"), answers).answers)
    assert [(one.asked, one.said) for one in aside] == [
        ("People 1: What they said", "Hello"),
        ("People 2: What they said", "Goodbye"),
    ]


def test_a_question_with_other_words_or_on_another_page_keeps_its_answer_and_says_so() -> None:
    was, becomes = question(ItemKind.TEXT), question(ItemKind.TEXT, text="And school?")
    change = moved(form(was), form(becomes, version="2.0.0", page="elsewhere"), {"q": "Well"})
    (line,) = change.of(Fate.MOVED)
    assert change.answers == {"q": "Well"}
    assert "And school?" in line.why
    assert "another page" in line.why


def test_an_answer_that_is_no_longer_asked_for_stays_and_its_words_are_put_aside_too() -> None:
    asks = Item("if", ItemKind.BOOLEAN, "Is there more?")
    hidden = question(ItemKind.TEXT, enable_when=(EnableWhen("if", "=", answer=True),))
    change = moved(form(question(ItemKind.TEXT)), form(asks, hidden, version="2.0.0"), {"q": "Much"})
    assert change.answers["q"] == "Much"
    assert [one.said for one in from_earlier(change.answers)] == ["Much"]
    assert change.of(Fate.ORPHANED)


def test_a_choice_that_became_words_of_the_same_letters_is_a_choice_again_afterwards() -> None:
    ours = {
        version: one
        for version in ("1.0.0", "1.2.0")
        for one in LIBRARY
        if one.name == "caf-assessment" and one.version == version
    }
    check_there_and_back(ours["1.2.0"], ours["1.0.0"], {"pc": ("a",), "pc/a/pc.ethnicity": "White: Irish"})


def test_there_are_released_versions_to_move_between() -> None:
    assert PAIRS


@A_FEW
@given(data=st.data())
def test_no_word_is_lost_between_released_versions_and_all_goes_back(data: st.DataObject) -> None:
    for old, new in PAIRS:
        check_there_and_back(old, new, data.draw(filled(old)))


def check_there_and_back(old: FormDefinition, new: FormDefinition, answers: Answers) -> None:
    there = moved(old, new, answers)
    assert standing_somewhere(answers, there.answers)
    assert all(is_earlier(path) or path.rsplit("/", 1)[-1] in new for path in there.answers)
    assert moved_back(new, old, there.answers).answers == answers


KINDS = st.sampled_from([kind for kind in ItemKind if kind is not ItemKind.GROUP])
Change = Callable[[Item], Item | None]


@st.composite
def changed(draw: st.DrawFn, old: FormDefinition) -> FormDefinition:
    """Return a form that differs in whatever way a form can: questions gone, of another type, with other choices."""
    touched = draw(st.sets(st.sampled_from([item.link_id for item in old]), min_size=5, max_size=60))

    def change(item: Item) -> Item | None:
        inner = tuple(one for one in map(change, item.items) if one is not None)
        item = replace(item, items=inner)
        if item.link_id not in touched:
            return item
        if item.is_rows:
            return draw(st.sampled_from([None, replace(item, repeats=False)]))
        if item.kind is ItemKind.GROUP:
            return item
        other = replace(item, kind=draw(KINDS), repeats=draw(st.booleans()), options=item.options[1:])
        return draw(st.sampled_from([None, other, replace(item, options=item.options[:-1])]))

    sections = tuple(
        replace(
            section,
            pages=tuple(
                replace(page, items=tuple(one for one in map(change, page.items) if one is not None))
                for page in section.pages
            ),
        )
        for section in old.sections
    )
    return replace(old, version="99.0.0", sections=sections)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_no_word_is_lost_however_a_form_is_changed(data: st.DataObject) -> None:
    old = LIBRARY.by_name("caf-assessment")
    check_there_and_back(old, data.draw(changed(old)), data.draw(filled(old)))


@A_FEW
@given(data=st.data())
def test_what_was_written_after_a_move_is_not_lost_by_going_back(data: st.DataObject) -> None:
    old = LIBRARY.by_name("caf-assessment")
    new = data.draw(changed(old))
    there = moved(old, new, data.draw(filled(old))).answers
    later = {**there, **data.draw(filled(new))}
    assert standing_somewhere(
        {path: answer for path, answer in later.items() if not is_earlier(path)}, moved_back(new, old, later).answers
    )

"""Own phrases come by their letters and by nothing else, and are told as inserted until somebody edits them."""

import pytest

from app.domain.phrases import Insertion, inserted_in, insertion, letters_of, why_not, words_of

PHRASES = {"sch": "goes to school", "bed": "goes to bed at"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (";sch ", Insertion(0, 4, "goes to school")),
        ("He ;BED ", Insertion(3, 7, "goes to bed at")),
        ("He\n;sch.", Insertion(3, 7, "goes to school")),
        (";sch", None),
        (";school ", None),
        ("this;sch ", None),
        ("sch ", None),
        ("; sch ", None),
        (";sch x", None),
    ],
)
def test_letters_bring_their_words_once_something_is_typed_after_them(typed: str, found: Insertion | None) -> None:
    assert insertion(typed, PHRASES) == found


def test_words_as_they_are_kept_are_inserted_and_edited_ones_are_not() -> None:
    line = "He goes to school, she goes to school; they go to school."
    assert [line[at : at + length] for at, length in inserted_in(line, PHRASES)] == ["goes to school"] * 2


@pytest.mark.parametrize(
    ("letters", "words", "kept"),
    [("sch", "x", True), ("", "x", False), ("s c", "x", False), ("s" * 13, "x", False), ("s", "", False)],
)
def test_a_phrase_needs_letters_and_words(letters: str, words: str, *, kept: bool) -> None:
    assert (why_not(letters, words) == "") is kept


def test_a_phrase_that_is_a_whole_page_is_not_kept() -> None:
    assert "under 400 letters" in why_not("s", "x" * 401)


def test_it_is_kept_in_small_letters_without_its_mark_and_on_one_line() -> None:
    assert (letters_of(" ;Sch "), words_of("goes\n to  school ")) == ("sch", "goes to school")

"""A few letters of a name are enough to mean somebody, with or without the marks on them."""

import pytest

from app.domain.finding import is_found, spaced, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Mason Reid", ("mason", "reid")),
        ("  Zoë   O’Brien-Łuk ", ("zoe", "obrien", "luk")),
        ("D'Arcy_Smith", ("darcy", "smith")),
        ("Ａｍａｌ ﬁnn", ("amal", "finn")),
        ("李小龙", ("李小龙",)),
        ("% _ '", ()),
    ],
)
def test_names_are_compared_without_case_marks_and_signs(name: str, words: tuple[str, ...]) -> None:
    assert words_of(name) == words


@pytest.mark.parametrize("typed", ["msn rd", "mason", "rd msn", "m", "reid mas", "mn"])
def test_letters_in_their_order_mean_a_name_that_begins_with_the_first(typed: str) -> None:
    assert is_found(words_of(typed), spaced(words_of("Mason Reid")))


@pytest.mark.parametrize("typed", ["son", "msn x", "nsm", "rm", "masonn", "mason reid jones"])
def test_other_letters_mean_somebody_else(typed: str) -> None:
    assert not is_found(words_of(typed), spaced(words_of("Mason Reid")))

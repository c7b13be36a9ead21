"""Passphrases are strong enough, easy to type, and read forgivingly."""

import math
from hashlib import sha256
from itertools import pairwise

import pytest

from app.storage.passphrase import WORDS, new_passphrase, same_words, word_list


def test_five_words_of_the_list_make_at_least_64_bits() -> None:
    assert WORDS * math.log2(len(word_list())) >= 64


def test_the_list_holds_7776_plain_distinct_words() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == 7776
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in words)


def test_no_word_begins_with_another_so_that_words_run_together_are_still_told_apart() -> None:
    words = sorted(word_list())
    assert not any(after.startswith(before) for before, after in pairwise(words))


def test_the_list_is_the_one_that_was_looked_through() -> None:
    digest = sha256("\n".join(word_list()).encode()).hexdigest()
    assert digest == "db8ce4f51fb16ed9c076f2cb2fe0dc2ebf840b08eaa3e4bd12576be8e42887e9"


def test_a_new_passphrase_is_five_words_of_the_list_and_not_the_last_one_again() -> None:
    first, second = new_passphrase(), new_passphrase()
    assert first != second
    assert len(first.split(" ")) == WORDS
    assert set(first.split(" ")) <= set(word_list())


@pytest.mark.parametrize(
    "typed",
    [
        "copper lantern meadow biscuit harbour",
        "  Copper lantern  MEADOW\tbiscuit harbour ",
        "copper-lantern-meadow-biscuit-harbour",
        "ｃｏｐｐｅｒ lantern meadow biscuit harbour",
    ],
)
def test_spaces_capitals_and_hyphens_between_five_words_do_not_matter(typed: str) -> None:
    assert same_words(typed) == "copper lantern meadow biscuit harbour"


@pytest.mark.parametrize("typed", ["Tr0ub4dor & three", "Copper Lantern", "copper-Lantern 7 meadow biscuit harbour"])
def test_any_other_passphrase_keeps_its_capitals_and_hyphens(typed: str) -> None:
    assert same_words(f" {typed}  ") == typed

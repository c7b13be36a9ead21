"""Names, abbreviations and half-typed words are never looked up; everything else is."""

import pytest

from app.domain.spelling import looked_up

NAMES = frozenset({"mason", "kieron"})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("He wispers to Ben. Teh door.", ["wispers", "Teh", "door"]),
        ("Mason cries. kieron shouts.", ["cries", "shouts"]),
        ("Mason's mum didnt' come. ", ["mum", "didnt", "come"]),
        ("He doesn’t sleep.", ["doesn’t", "sleep"]),
        ("The SENCo and a TAC at 10am, eCAF 2x. ", ["The", "and"]),
        ("half a wor", ["half"]),
        ("Mason said: Hes tired.", ["said", "Hes", "tired"]),
        ("", []),
    ],
)
def test_what_is_looked_up(line: str, words: list[str]) -> None:
    assert [word for _, word in looked_up(line, NAMES)] == words


def test_each_word_is_found_where_it_stands() -> None:
    line = "He doesn’t wisper."
    assert all(line[at : at + len(word)] == word for at, word in looked_up(line, NAMES))

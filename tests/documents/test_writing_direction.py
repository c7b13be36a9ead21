"""Which way letters run: the same as another implementation of UAX #9 finds, for any mixture of scripts."""

from __future__ import annotations

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.direction import base_level, in_visual_order, levels

MIXTURES = st.text(
    st.sampled_from("abאבبت12٣۴ ()[]«».,:+-%/£\u0301\u064e\u200d\u200e\u200f\u061c\u2068\u2069"), max_size=24
)
NAMES = st.text(
    st.characters(
        codec="utf-8", exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\n\r\x1c\x1d\x1e\x85\u2029"
    ),
    max_size=24,
)

TURNED = str.maketrans("()", ")(")
"""HarfBuzz turns brackets that run from right to left."""


def seen(text: str, base: int) -> str:
    """Return a line's letters from left to right; what ends it goes back to the line's own direction (L1)."""
    found = levels(text, base)
    end = len(text)
    while end and unicodedata.bidirectional(text[end - 1]) in {"WS", "BN", "FSI", "PDI", "S"}:
        end -= 1
        found[end] = base
    return without_unseen("".join(text[place] for place in in_visual_order(found)))


def without_unseen(text: str) -> str:
    """Return text without joiners: where one stands beside a space at a line's end means nothing."""
    return text.replace("\u200d", "")


@settings(max_examples=600)
@given(MIXTURES, st.sampled_from([0, 1]))
def test_any_mixture_runs_as_another_implementation_says(text: str, base: int) -> None:
    assert seen(text, base) == without_unseen(get_display(text, base_dir="LR"[base]))


@given(MIXTURES)
def test_a_line_begins_where_another_implementation_says(text: str) -> None:
    assert seen(text, base_level(text)) == without_unseen(get_display(text))


@given(NAMES, st.sampled_from([0, 1]))
def test_no_letter_is_lost_or_doubled(text: str, base: int) -> None:
    found = levels(text, base)
    assert len(found) == len(text)
    assert sorted(in_visual_order(found)) == list(range(len(text)))


@pytest.mark.parametrize(
    ("text", "from_the_left"),
    [
        ("Ask אב (ג) now", "Ask (ג) בא now"),
        ("אב (ab) ג", "ג (ab) בא"),
        ("אב 12 ג", "ג 12 בא"),
        ("\u2068אב\u2069, 5", "\u2068בא\u2069, 5"),
        ("אב, 5", "5 ,בא"),
    ],
)
def test_brackets_numbers_and_names_stand_where_a_reader_looks_for_them(text: str, from_the_left: str) -> None:
    found = levels(text, base_level(text))
    letters = [text[place].translate(TURNED) if found[place] % 2 else text[place] for place in in_visual_order(found)]
    assert "".join(letters) == from_the_left

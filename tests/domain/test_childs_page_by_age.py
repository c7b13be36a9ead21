"""Which sort of page a child has: by age, until somebody says; and what the first word on it brings with it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.childspage import BABY, TEENAGER, YOUNG, begun, kind_by_age

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("born", "kind"),
    [
        (date(2026, 3, 2), BABY),
        (date(2024, 11, 27), BABY),
        (date(2024, 11, 26), YOUNG),
        (date(2015, 11, 27), YOUNG),
        (date(2015, 11, 26), TEENAGER),
        (date(2010, 1, 1), TEENAGER),
    ],
)
def test_the_date_of_birth_chooses_the_page(born: date, kind: str) -> None:
    assert kind_by_age(born, expected=False, today=TODAY, teenager_from=11) == kind


def test_a_baby_not_born_yet_has_a_babys_page_and_a_child_of_no_known_age_a_young_childs() -> None:
    assert kind_by_age(None, expected=True, today=TODAY, teenager_from=11) == BABY
    assert kind_by_age(None, expected=False, today=TODAY, teenager_from=11) == YOUNG


def test_an_authority_may_set_from_when_on_it_is_a_teenagers() -> None:
    assert kind_by_age(date(2014, 1, 1), expected=False, today=TODAY, teenager_from=13) == YOUNG


def test_the_first_word_says_whose_page_it_was_and_on_which_day_and_nothing_is_written_over() -> None:
    assert begun({}, TEENAGER, TODAY) == {"ch.kind": TEENAGER, "ch.on": "2026-11-26"}
    assert begun({"ch.kind": YOUNG, "ch.on": "2026-10-06"}, TEENAGER, TODAY) == {}

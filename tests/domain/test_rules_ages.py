"""Whom an assessment is for: an age asks for a reason and never stops anybody."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.ages import (
    Ages,
    Person,
    about_age,
    age_on,
    before_birth,
    index_until,
    leaves_index_on,
    past_extended_age,
    past_longest_age,
    past_usual_age,
)

AGES = Ages()


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 11, 26), date(2026, 11, 25), 17),
        (date(2008, 11, 25), date(2026, 11, 25), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_an_age_is_counted_in_whole_years(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


def test_somebody_past_the_usual_age_is_asked_about() -> None:
    said = past_usual_age(Person(19), AGES)
    assert said
    assert said.asks_why
    assert not said.stops


def test_somebody_of_the_usual_age_is_not() -> None:
    assert not past_usual_age(Person(18), AGES)
    assert not past_usual_age(Person(19, disabled=True), AGES)
    assert not past_usual_age(Person(None), AGES)


def test_somebody_past_the_extended_age_is_asked_about() -> None:
    assert past_extended_age(Person(20), AGES)


def test_somebody_within_it_or_disabled_is_not() -> None:
    assert not past_extended_age(Person(19), AGES)
    assert not past_extended_age(Person(20, disabled=True), AGES)


def test_a_disability_makes_it_longer_and_not_endless() -> None:
    assert past_longest_age(Person(26, disabled=True), AGES)


def test_up_to_25_with_a_disability_nobody_asks() -> None:
    assert not past_longest_age(Person(25, disabled=True), AGES)
    assert not past_longest_age(Person(26), AGES)


def test_before_birth_is_asked_about_where_the_authority_begins_at_birth() -> None:
    assert before_birth(Person(None), Ages(before_birth=False))


def test_elsewhere_a_baby_not_yet_born_is_as_welcome_as_any_child() -> None:
    assert not before_birth(Person(None), AGES)
    assert not before_birth(Person(0), Ages(before_birth=False))


def test_an_entry_leaves_the_index_on_the_eighteenth_birthday() -> None:
    assert leaves_index_on(date(2008, 11, 25), AGES, asked_to_stay=False) == date(2026, 11, 25)
    assert leaves_index_on(date(2008, 2, 29), AGES, asked_to_stay=False) == date(2026, 3, 1)


def test_an_entry_stays_until_25_where_that_was_asked_for() -> None:
    assert leaves_index_on(date(2008, 11, 25), AGES, asked_to_stay=True) == date(2033, 11, 25)


@pytest.mark.parametrize("age", [None, *range(40)])
@pytest.mark.parametrize("disabled", [True, False])
def test_no_age_at_all_stops_anybody(age: int | None, disabled: bool) -> None:  # noqa: FBT001 - a parameter
    said = about_age(Person(age, disabled), AGES)
    assert len(said) <= 1
    assert not any(concern.stops for concern in said)


def test_until_when_the_index_shows_a_child_is_said() -> None:
    said = index_until(date(2016, 11, 25), AGES, date(2026, 11, 25))
    assert said
    assert said.sentence == "The index shows it until they are 18, in 2034. Some may ask to stay until 2041."


def test_of_somebody_past_it_nothing_is_said_of_the_index() -> None:
    assert not index_until(date(2007, 1, 1), AGES, date(2026, 11, 25))

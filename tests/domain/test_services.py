"""Which services are meant: what a service says nothing about never hides it, but a need it must name."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.finding import spaced, words_of
from app.domain.services import Meant, Sought, Wanted, is_old, meant


def service(**said: object) -> Sought:
    texts = {name: spaced(words_of(str(said.get(name, "")))) for name in ("name", "about", "places")}
    codes = {name: frozenset(said.get(name, ())) for name in ("needs", "levels")}  # type: ignore[call-overload]
    return Sought(**texts, **codes, youngest=said.get("youngest"), oldest=said.get("oldest"))  # type: ignore[arg-type]


TALKING = service(
    name="Counselling for young people Bridge Youth",
    about="Somebody to talk to",
    places="Ambleton AM2 4QT",
    needs=("bullying",),
    levels=("2",),
    youngest=11,
    oldest=18,
)


@pytest.mark.parametrize(
    ("wanted", "how"),
    [
        (Wanted(), Meant.SURELY),
        (Wanted(need="bullying"), Meant.SURELY),
        (Wanted(need="housing"), None),
        (Wanted(level="2"), Meant.SURELY),
        (Wanted(level="3"), None),
        (Wanted(age=11), Meant.SURELY),
        (Wanted(age=18), Meant.SURELY),
        (Wanted(age=10), None),
        (Wanted(age=19), None),
        (Wanted(place="am2"), Meant.SURELY),
        (Wanted(place="AMBLE"), Meant.SURELY),
        (Wanted(place="Otherton"), None),
        (Wanted(words="couns young"), Meant.SURELY),
        (Wanted(words="bridge"), Meant.SURELY),
        (Wanted(words="talk"), Meant.PERHAPS),
        (Wanted(words="housing"), None),
        (Wanted("bullying", "2", 12, "ambleton", "counselling"), Meant.SURELY),
        (Wanted("bullying", "2", 9, "ambleton", "counselling"), None),
    ],
)
def test_each_thing_that_is_looked_for_narrows(wanted: Wanted, how: Meant | None) -> None:
    assert meant(wanted, TALKING) is how


def test_what_a_service_says_nothing_about_hides_it_only_where_a_need_is_looked_for() -> None:
    silent = service(name="Helpline")
    assert meant(Wanted(level="3", age=4), silent) is Meant.SURELY
    assert meant(Wanted(place="Ambleton"), silent) is Meant.PERHAPS
    assert meant(Wanted(need="bullying"), silent) is None


def test_a_year_without_a_look_is_long_and_so_is_no_day_at_all() -> None:
    today = date(2026, 11, 26)
    assert not is_old(date(2025, 11, 26), today)
    assert is_old(date(2025, 11, 25), today)
    assert is_old(None, today)

"""A service written down twice has the limits of both, and so has the desk where the grid speaks of it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.sharing import (
    DESK,
    Agreement,
    Grant,
    Recipient,
    RecipientKind,
    desk_grant,
    held_back_from,
    is_agreed,
)

TODAY = date(2026, 11, 22)
NURSE = Recipient(RecipientKind.SERVICE, "School nurse")


def agreement(*grants: Grant, desk: bool = True) -> Agreement:
    return Agreement("root", store=True, share=True, desk_may_see=desk, grants=grants)


def test_a_service_with_a_yes_and_a_no_sees_nothing() -> None:
    yes, no = Grant("School nurse", "", may_see=True), Grant("school  Nurse ", "", may_see=False)
    assert is_agreed(agreement(yes), NURSE, TODAY)
    assert not is_agreed(agreement(yes, no), NURSE, TODAY)
    assert not is_agreed(agreement(no, yes), NURSE, TODAY)


def test_a_service_written_twice_has_the_lines_of_both_held_back_and_the_earlier_end() -> None:
    one = Grant("School nurse", "", may_see=True, until=date(2026, 11, 21), withheld=frozenset({"d1.speech"}))
    other = Grant("School nurse", "", may_see=True, until=date(2027, 1, 1), withheld=frozenset({"d3.housing"}))
    assert held_back_from(agreement(one, other), NURSE) == {"d1.speech", "d3.housing"}
    assert not is_agreed(agreement(one, other), NURSE, TODAY)
    assert is_agreed(agreement(other), NURSE, TODAY)


@pytest.mark.parametrize("name", ["Early help desk", "early help  coordinator"])
def test_limits_for_the_desk_hold_whatever_it_is_called(name: str) -> None:
    limited = agreement(Grant(name, "", may_see=True, until=TODAY, withheld=frozenset({"d1.speech"})))
    assert held_back_from(limited, DESK) == {"d1.speech"}
    assert is_agreed(limited, DESK, TODAY)
    assert not is_agreed(limited, DESK, date(2026, 11, 23))
    assert not is_agreed(agreement(Grant(name, "", may_see=False)), DESK, TODAY)


def test_a_yes_in_the_grid_never_makes_up_for_a_no_to_the_desk() -> None:
    assert not is_agreed(agreement(Grant("Early help desk", "", may_see=True), desk=False), DESK, TODAY)


def test_what_the_desk_may_see_is_one_answer_made_of_its_question_and_its_row() -> None:
    row = Grant("Early help desk", "", may_see=True, until=TODAY, withheld=frozenset({"d1.speech"}))
    assert desk_grant(agreement(row)) == Grant(DESK.name, "", may_see=True, until=TODAY, withheld=row.withheld)
    assert desk_grant(agreement(row, desk=False)).may_see is False
    assert desk_grant(agreement()) == Grant(DESK.name, "", may_see=True)

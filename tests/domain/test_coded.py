"""How a family described themselves is carried into another list only where that is certain, and never overwritten."""

import pytest

from app.domain.coded import OF_2006, OF_2021, Coded, carried_over
from app.forms.codes import CodeLists
from app.paths import resources

LISTS = CodeLists(resources() / "codes")
OLD, NEW = LISTS.by_name("ethnicity-caf-2006"), LISTS.by_name("ethnicity-2021")
ASK_AGAIN = {"White: Gypsy/Roma", "Any other", "not given", "information not obtained", "unknown"} | {
    option.code for option in OLD.options if option.code.endswith(": any other")
}


def said(code: str) -> Coded:
    return Coded(code, OF_2006, "1.0.0")


def test_both_lists_are_at_hand_with_scheme_version_and_labels() -> None:
    assert (OLD.scheme, NEW.scheme) == (OF_2006, OF_2021)
    assert "White: Gypsy/Roma" in OLD
    assert "White: Roma" in NEW
    assert "Other: Arab" in NEW
    assert "Other: Arab" not in OLD
    assert all(option.display and option.version == "1.0.0" for each in (OLD, NEW) for option in each.options)


@pytest.mark.parametrize("option", OLD.options, ids=lambda option: option.code)
def test_each_group_of_the_older_list_is_carried_over_or_asked_again(option: object) -> None:
    code = getattr(option, "code", "")
    found = carried_over(said(code), OF_2021, "1.0.0")
    assert found.said == said(code)
    assert found.ask_again is (code in ASK_AGAIN)
    assert found.same is None or (found.same.code in NEW and found.same.scheme == OF_2021)


def test_chinese_moves_and_gypsy_or_roma_is_for_the_family_to_say() -> None:
    assert carried_over(said("Chinese"), OF_2021, "1.0.0").same == Coded("Asian: Chinese", OF_2021, "1.0.0")
    assert carried_over(said("White: Gypsy/Roma"), OF_2021, "1.0.0").ask_again


@pytest.mark.parametrize("option", NEW.options, ids=lambda option: option.code)
def test_nothing_goes_back_to_the_older_list(option: object) -> None:
    now = Coded(getattr(option, "code", ""), OF_2021, "1.0.0")
    assert carried_over(now, OF_2006, "1.0.0").ask_again


def test_the_same_list_keeps_the_code_and_an_unknown_list_changes_nothing() -> None:
    now = Coded("White: Roma", OF_2021, "1.0.0")
    assert carried_over(now, OF_2021, "1.1.0").same == Coded("White: Roma", OF_2021, "1.1.0")
    assert carried_over(Coded("Chinese", "https://example.org/x", "1"), OF_2021, "1.0.0").ask_again

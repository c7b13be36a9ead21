"""The family page by itself: whole at every text size, by keyboard alone, and with no more than it was handed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pages_seen import control, cut_off, nameless, press, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.look.kit import theme
from app.ui.householdpage import (
    ChildLine,
    HomeLine,
    HouseholdPage,
    HouseholdState,
    PersonLine,
    Relation,
    ServiceLine,
)

SOFA = HouseholdState(
    children=(
        ChildLine("Kayden Marsh", "4 years, born 14 February 2022", "being written, open now"),
        ChildLine("Ruby Marsh", "2 years, born 30 May 2024", "not asked yet", "ruby"),
        ChildLine("Noah Marsh", "7 months, born 2 March 2026", "finished", "noah"),
    ),
    homes=(HomeLine("Flat 12, Tarn House\nAM1 4QT", "Kayden, Ruby and Noah", may_move=True),),
    people=(
        PersonLine(
            "1ea22e00",
            "Leanne Marsh",
            "lives here",
            (Relation("Kayden", "mother", "kayden"), Relation("Ruby", "", "ruby")),
        ),
        PersonLine(
            "1ade0000", "Jade", "13 years", (Relation("Noah", "sister"),), may_begin=True, brings="Gets him to school"
        ),
    ),
    services=(ServiceLine("Ambleton Health Team", "health visitor, Rachel Okoro", "for Kayden, Ruby and Noah"),),
    parents="You have begun to write about this.",
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[HouseholdPage]:
    """Show the page as it stands beside the list at 1366 × 768."""
    shown = HouseholdPage()
    qtbot.addWidget(shown)
    shown.show_household(SOFA)
    shown.resize(1074, 640)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    theme.set_scale(1)


def stops(page: HouseholdPage) -> list[str]:
    """Return what Tab comes to, from the top on."""
    page.focus_first()
    found = list[str]()
    while (widget := QApplication.focusWidget()) is not None and widget.objectName() not in found:
        found.append(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return found


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_whole_and_every_control_has_its_name(page: HouseholdPage, scale: float) -> None:
    theme.set_scale(scale)
    page.resize(1366 if scale > 1 else 1074, 460 if scale > 1 else 640)
    for _ in range(3):
        QApplication.processEvents()
    assert (list(cut_off(page)), list(nameless(page))) == ([], [])


def test_tab_goes_down_the_page_as_it_stands(page: HouseholdPage) -> None:
    assert stops(page) == [
        "family.back", "family.open:ruby", "family.open:noah", "family.name", "family.add", "family.move",
        "family.rel:kayden:1ea22e00", "family.rel:ruby:1ea22e00", "family.brings:1ade0000", "family.begin:1ade0000",
        "family.to:fh", "family.to:sv", "family.parents",
    ]  # fmt: skip


def test_each_box_says_aloud_whose_it_is(page: HouseholdPage) -> None:
    assert control(page, "family.rel:ruby:1ea22e00").accessibleName() == "What Leanne Marsh is to Ruby"
    assert control(page, "family.open:ruby").accessibleName() == "Open: Ruby Marsh"
    assert control(page, "family.begin:1ade0000").accessibleName() == "Add as another child: Jade"


def test_what_is_typed_is_told_with_whose_it_is(page: HouseholdPage) -> None:
    told = list[tuple[str, ...]]()
    page.related.connect(lambda *said: told.append(said))
    page.brought.connect(lambda *said: told.append(said))
    for name in ("family.rel:ruby:1ea22e00", "family.brings:1ade0000"):
        box = control(page, name)
        assert isinstance(box, QLineEdit)
        box.clear()
        QTest.keyClicks(box, "m")
    assert told[0] == ("ruby", "1ea22e00", "m")
    assert told[-1] == ("1ade0000", "m")


def test_no_child_is_added_without_a_name(page: HouseholdPage) -> None:
    added = list[str]()
    page.add_requested.connect(added.append)
    press(page, "family.add")
    assert (added, QApplication.focusWidget()) == ([], control(page, "family.name"))


def test_what_a_finished_record_says_is_read_and_not_changed(page: HouseholdPage) -> None:
    assert "13 years · sister of Noah" in words_on(page)


def test_nothing_of_one_family_is_left_on_the_page_of_the_next(page: HouseholdPage) -> None:
    page.show_household(HouseholdState())
    QApplication.processEvents()
    assert not [word for word in ("Marsh", "Tarn House", "Jade", "Okoro", "begun") if word in words_on(page)]

"""Repeating groups on the screen: rows are added, removed and brought back, and many stay folded."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shown_form import click, focused, found, heard, type_in

from app.domain.answers import Absent, AbsentReason, Answer, Answers, rows_of
from app.forms.definition import FormDefinition
from app.forms.view import FormView
from app.forms.widgets.rows import RowCard
from app.look.kit import Button, Chip, Heading, Text, TextBox, TickBox

Show = Callable[..., FormView]
TWO: Answers = {
    "ac": ("4f1c22ab", "5e2d33bc"),
    "ac/4f1c22ab/ac.who": "Carly Reid",
    "ac/5e2d33bc/ac.who": "Jo Whitfield",
}


@pytest.fixture
def plan(shown: Callable[..., FormView], assessment: FormDefinition) -> Show:
    """Show the page of the plan."""
    return lambda answers=None: shown(assessment, "plan", answers)


def test_a_new_row_is_reported_with_a_fresh_id_and_takes_the_focus(plan: Show) -> None:
    view = plan()
    reports = heard(view)
    click(view, Button, "ac:add")
    click(view, Button, "ac:add")
    (first, rows), (second, more) = reports
    assert first == second == "ac"
    assert isinstance(rows, tuple)
    assert isinstance(more, tuple)
    assert more[: len(rows)] == rows
    assert len(set(more)) == 2
    assert focused() is found(view, TextBox, f"ac/{more[1]}/ac.outcome")


def test_what_is_typed_in_a_row_is_reported_at_the_rows_own_path(plan: Show) -> None:
    view = plan(TWO)
    reports = heard(view)
    type_in(view, QLineEdit, "ac/5e2d33bc/ac.who", "!")
    assert reports == [("ac/5e2d33bc/ac.who", "!Jo Whitfield")]


def test_a_removed_row_can_be_brought_back_to_its_place_with_its_words(plan: Show) -> None:
    view = plan(TWO)
    reports = heard(view)
    click(view, Button, "ac/4f1c22ab:remove")
    assert reports == [("ac", ("5e2d33bc",))]
    assert not found(view, QLineEdit, "ac/4f1c22ab/ac.who").isVisible()
    assert focused() is found(view, Button, "ac/4f1c22ab:undo")
    click(view, Button, "ac/4f1c22ab:undo")
    assert reports[1:] == [("ac", ("4f1c22ab", "5e2d33bc"))]
    assert found(view, QLineEdit, "ac/4f1c22ab/ac.who").text() == "Carly Reid"
    assert found(view, QLineEdit, "ac/4f1c22ab/ac.who").isVisible()


def test_removing_the_last_row_leaves_no_answer(plan: Show) -> None:
    view = plan({"ac": ("4f1c22ab",)})
    reports = heard(view)
    click(view, Button, "ac/4f1c22ab:remove")
    assert reports == [("ac", None)]


def test_rows_are_counted_anew_when_one_goes(plan: Show) -> None:
    view = plan(TWO)
    click(view, Button, "ac/4f1c22ab:remove")
    titles = [heading.words for heading in view.findChildren(Heading) if heading.isVisible()]
    assert "Action 1" in titles
    assert "Action 2" not in titles
    assert found(view, Button, "ac/5e2d33bc:remove").accessibleName() == "Remove Action 1"


def test_other_rows_arriving_from_outside_take_the_place_of_those_shown(plan: Show) -> None:
    view = plan(TWO)
    view.load_answers({"ac": ("6a6a6a6a",), "ac/6a6a6a6a/ac.who": "Priya Nair"})
    assert found(view, QLineEdit, "ac/6a6a6a6a/ac.who").text() == "Priya Nair"
    assert view.findChild(QLineEdit, "ac/4f1c22ab/ac.who") is None


def test_a_reason_may_stand_where_there_are_no_rows_until_one_is_added(plan: Show) -> None:
    view = plan()
    reports = heard(view)
    click(view, Button, "ac:absent")
    click(view, Chip, "ac:absent:not-talked-about")
    click(view, Button, "ac:add")
    assert reports[0] == ("ac", Absent(AbsentReason.NOT_TALKED_ABOUT))
    assert isinstance(reports[1][1], tuple)
    assert not found(view, Button, "ac:absent").isVisible()


def many(count: int) -> dict[str, Answer]:
    rows = tuple(f"{number:08x}" for number in range(count))
    answers: dict[str, Answer] = {"ac": rows}
    answers.update({f"ac/{row}/ac.action": f"Step {number}" for number, row in enumerate(rows)})
    return answers


def test_many_rows_show_their_first_words_until_they_are_opened(plan: Show) -> None:
    view = plan(many(20))
    row = "ac/0000000a"
    assert view.findChild(TextBox, f"{row}/ac.action") is None
    assert "Step 10" in [text.words for text in view.findChildren(Text) if text.isVisible()]
    click(view, Button, f"{row}:open")
    reports = heard(view)
    type_in(view, TextBox, f"{row}/ac.action", "!")
    assert reports == [(f"{row}/ac.action", "!Step 10")]
    click(view, Button, f"{row}:open")
    assert "!Step 10" in [text.words for text in view.findChildren(Text) if text.isVisible()]


def test_a_closed_row_shows_choices_in_their_words_and_long_text_in_short(plan: Show) -> None:
    answers = many(6)
    answers |= {"ac/00000001/ac.action": "", "ac/00000001/ac.status": "waiting list", "ac/00000001/ac.who": "Jo " * 60}
    view = plan(answers)
    words = [text.words for text in view.findChildren(Text) if text.isVisible()]
    shown = next(each for each in words if each.startswith("Jo Jo"))
    assert shown.endswith("…, On a waiting list")
    assert len(shown) < 110


def test_work_is_taken_up_again_in_a_row_that_was_closed(plan: Show) -> None:
    view = plan(many(20))
    view.focus_item("ac/0000000a/ac.action", 4)
    box = found(view, TextBox, "ac/0000000a/ac.action")
    assert focused() is box
    assert box.textCursor().position() == 4


def test_the_focus_goes_to_the_add_button_for_the_group_itself(plan: Show) -> None:
    view = plan()
    view.focus_item("ac")
    assert focused() is found(view, Button, "ac:add")


def test_a_hundred_rows_are_all_there_and_closed(plan: Show, assessment: FormDefinition) -> None:
    view = plan()
    view.show_page(assessment.page("plan"), many(100))
    QApplication.processEvents()
    cards = [card for card in view.findChildren(RowCard) if card.isVisible()]
    assert [card.row for card in cards] == list(rows_of(many(100), "ac"))
    assert not any(card.is_open() for card in cards)


def test_a_question_in_a_row_comes_with_the_answer_of_that_row_only(
    shown: Callable[..., FormView], visit_note: FormDefinition
) -> None:
    view = shown(visit_note, "v", {"v.toy": ("aaaaaaaa", "bbbbbbbb")})
    assert not found(view, QLineEdit, "v.toy/aaaaaaaa/v.toy.back:day").isVisible()
    click(view, TickBox, "v.toy/bbbbbbbb/v.toy.lent")
    assert found(view, QLineEdit, "v.toy/bbbbbbbb/v.toy.back:day").isVisible()
    assert not found(view, QLineEdit, "v.toy/aaaaaaaa/v.toy.back:day").isVisible()


def test_tab_goes_from_row_to_row(plan: Show) -> None:
    view = plan(TWO)
    view.focus_item("ac/4f1c22ab/ac.outcome")
    names: list[str] = []
    for _ in range(80):
        names.append(focused().objectName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused().objectName() == "ac:add":
            break
    assert names.index("ac/4f1c22ab:remove") < names.index("ac/5e2d33bc/ac.outcome") < names.index("ac/5e2d33bc:remove")
    tops = [found(view, TextBox, f"ac/{row}/ac.outcome").mapToGlobal(QPoint()).y() for row in ("4f1c22ab", "5e2d33bc")]
    assert tops == sorted(tops)

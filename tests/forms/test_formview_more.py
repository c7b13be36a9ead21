"""What few need on a page is folded away until it is wanted or answered, and a page reminds quietly of what is left."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from shown_form import click, found, heard, type_in

from app.domain.answers import Answers
from app.forms.definition import FormDefinition
from app.forms.view import FormView
from app.look.kit import Button, Text

Show = Callable[..., FormView]
MORE, YEAR, NAMES = "learning:more", "id.setting_year", "id.names"


@pytest.fixture
def show(shown: Callable[..., FormView], assessment: FormDefinition) -> Show:
    """Show a page of the assessment."""
    return lambda page, answers=None, width=1366: shown(assessment, page, answers, width)


def in_sight(view: FormView, name: str) -> bool:
    control = view.findChild(QWidget, name)
    return control is not None and control.isVisibleTo(view)


def reminder(view: FormView) -> str:
    line = found(view, Text, "page:reminder")
    return line.words if line.isVisibleTo(view) else ""


def test_what_few_need_is_folded_and_one_press_shows_and_folds_it(show: Show) -> None:
    view = show("learning")
    assert in_sight(view, "id.setting")
    assert not in_sight(view, YEAR)
    click(view, Button, MORE)
    assert in_sight(view, YEAR)
    click(view, Button, MORE)
    assert not in_sight(view, YEAR)


def test_what_was_answered_is_never_folded_away(show: Show) -> None:
    assert in_sight(show("learning", {YEAR: "Year 2"}), YEAR)
    row: Answers = {NAMES: ("0a0a0a0a",), "id.names/0a0a0a0a/id.names.name": "Masie"}
    view = show("id", row)
    assert in_sight(view, "id.names/0a0a0a0a/id.names.name")


def test_taking_a_step_back_opens_what_came_back(show: Show) -> None:
    view = show("learning")
    view.load_answers({YEAR: "Year 2"})
    assert in_sight(view, YEAR)


def test_going_to_a_folded_question_opens_it(show: Show) -> None:
    view = show("learning")
    view.focus_item(YEAR)
    assert in_sight(view, YEAR)
    assert found(view, QLineEdit, YEAR).hasFocus()


def test_what_is_written_there_is_reported_like_anything_else(show: Show) -> None:
    view = show("learning")
    click(view, Button, MORE)
    reports = heard(view)
    type_in(view, QLineEdit, YEAR, "2")
    assert reports == [(YEAR, "2")]


def test_a_page_without_seldom_questions_has_no_such_button(show: Show) -> None:
    assert show("d1.speech").findChild(Button, "d1.speech:more") is None


def test_a_page_reminds_once_it_was_begun_and_stops_when_it_is_there(show: Show) -> None:
    view = show("id")
    assert reminder(view) == ""
    type_in(view, QLineEdit, "id.given", "Mason")
    assert "Family name" in reminder(view)
    type_in(view, QLineEdit, "id.family", "Reid")
    assert "Family name" not in reminder(view)
    assert "Sex or gender" in reminder(view)
    assert reminder(show("id", {"id.given": "M", "id.family": "R", "id.sex": "male"})) == ""

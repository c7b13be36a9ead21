"""Of many rows the newest stands open and the others show their first words; what was written in them stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from shown_form import click, found, heard, type_in

from app.forms.definition import FormDefinition
from app.forms.view import FormView
from app.forms.widgets.rows import ALL_OPEN, RowCard
from app.look.kit import Button, TextBox


def add_row(view: FormView, number: int) -> RowCard:
    """Add a row and write what will be done in it."""
    click(view, Button, "ac:add")
    QApplication.processEvents()
    card = cards(view)[-1]
    type_in(view, TextBox, f"ac/{card.row}/ac.action", f"Step {number}")
    return card


def cards(view: FormView) -> list[RowCard]:
    """Return the rows on the page from top to bottom."""
    return sorted(view.findChildren(RowCard), key=lambda card: card.y())


def test_with_one_row_too_many_the_earlier_ones_fold_and_can_be_opened_again(
    assessment: FormDefinition, shown: Callable[..., FormView]
) -> None:
    view = shown(assessment, "plan")
    reports = heard(view)
    few = [add_row(view, number) for number in range(1, ALL_OPEN + 1)]
    assert all(card.is_open() for card in few)
    newest = add_row(view, ALL_OPEN + 1)
    assert [card.is_open() for card in cards(view)] == [False] * ALL_OPEN + [True]
    click(view, Button, f"ac/{few[0].row}:open")
    assert few[0].is_open()
    assert found(view, TextBox, f"ac/{few[0].row}/ac.action").toPlainText() == "Step 1"
    assert ("ac", tuple(card.row for card in [*few, newest])) in reports
    assert newest.is_open()

"""What a page says further down than its window reaches is brought to where it is seen."""

from __future__ import annotations

import pytest
from pages_seen import Show
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.look.kit import Column, Text, theme
from app.ui.administrator.question import Question
from app.ui.parts import holder, upright


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_question_at_the_foot_of_a_long_page_is_seen_whole_with_both_answers(
    show: Show, qtbot: QtBot, scale: float
) -> None:
    theme.set_scale(scale)
    question = Question("ask")
    page = upright(holder(Column(*(Text("A line of an account", "body") for _ in range(60)), question)))
    show(page)
    question.ask("Suspend the account of Jo Whitfield?", "Nothing goes out.", "Suspend", lambda: None)
    qtbot.waitUntil(lambda: all(is_seen(part, page.viewport()) for part in (question, *question.buttons)))


def is_seen(part: QWidget, window: QWidget) -> bool:
    return window.rect().contains(part.rect().translated(part.mapTo(window, part.rect().topLeft())))

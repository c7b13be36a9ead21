"""What would be told of a child is shown to the letter before it goes; what is known is never taken for "none"."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.operations.noticing import Elsewhere, ToldElsewhere, WhatGoes
from app.ui.noticepage import NoticePage
from app.ui.shell.asking import notice_shown

MASON = WhatGoes("Mason", "Reid", "2020-10-09")
AT = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def test_the_lines_that_go_are_shown_and_can_be_asked_with_once(qtbot: QtBot) -> None:
    page = NoticePage()
    qtbot.addWidget(page)
    page.show_notice(notice_shown(MASON, ToldElsewhere()))
    shown = notice_shown(MASON, ToldElsewhere())
    assert [words for _, words in shown.goes] == ["Mason", "Reid", "9 October 2020"]
    with qtbot.waitSignal(page.told):
        page._ask.click()
    page.show_notice(notice_shown(MASON, ToldElsewhere(Elsewhere.NOT_CHECKED, AT)))
    assert page._ask.isHidden()


@pytest.mark.parametrize(
    ("elsewhere", "says"),
    [
        (Elsewhere.NOT_ASKED, "It never means that there is none."),
        (Elsewhere.NOT_CHECKED, "Not checked yet."),
        (Elsewhere.NOT_HELD, "No other is known to be open. Asked at "),
        (Elsewhere.HELD, "Another assessment of this child is open. Asked at "),
    ],
)
def test_each_answer_has_its_words(elsewhere: Elsewhere, says: str) -> None:
    shown = notice_shown(MASON, ToldElsewhere(elsewhere, AT))
    assert says in f"{shown.known} {shown.to_do}"
    assert ("coordinator" in shown.to_do) is (elsewhere is Elsewhere.HELD)

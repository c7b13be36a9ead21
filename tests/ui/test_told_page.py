"""The page about what may be told at home: nothing is ticked beforehand, and nothing of it is cut off or nameless."""

from __future__ import annotations

import pytest
from pages_seen import cut_off, nameless
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.look.kit import theme
from app.ui.states import ReadLine, ReadSection
from app.ui.toldpage import ToldPage

LINES = (
    ReadSection("Why now", (ReadLine("as.reason", "What led to us talking now?", "Gran died in May. " * 8),)),
    ReadSection("Feelings", (ReadLine("d1.emotional.needs", "What is hard, or worrying", "Nobody talks about her."),)),
)


@pytest.mark.parametrize("scale", [1, 2])
def test_a_line_is_ticked_by_hand_for_one_person_and_everything_can_be_read(qtbot: QtBot, scale: float) -> None:
    theme.set_scale(scale)
    page, chosen = ToldPage(), list[tuple[str, object]]()
    qtbot.addWidget(page)
    page.chosen.connect(lambda person, lines: chosen.append((person, lines)))
    page.show_lines(LINES, frozenset({"d1.emotional.needs"}), "Mark")
    page.show_told((), "Nothing may be told yet.")
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    ticks = {tick.objectName(): tick for tick in page.findChildren(QAbstractButton) if tick.isCheckable()}
    assert [tick.isChecked() for tick in ticks.values()] == [False, False]
    assert cut_off(page) == []
    assert nameless(page) == []
    ticks["told:as.reason"].click()
    assert chosen == [("Mark", ("as.reason",))]

"""The page about the form on paper: a working paper of a record that is a young person's own is asked about first."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.look.kit import Text
from app.ui.onpaperpage import OnPaperPage

DAYS = ((date(2026, 12, 14), "Monday 14 December 2026"),)


def test_where_a_young_person_decides_alone_they_are_asked_before_anything_is_printed(qtbot: QtBot) -> None:
    page, wanted = OnPaperPage(), list[bool]()
    qtbot.addWidget(page)
    page.working_wanted.connect(wanted.append)
    page.begin(DAYS, may_type=True, ask_first=True)
    with qtbot.waitExposed(page):
        page.show()
    button(page, "onpaper.working.print").click()
    assert wanted == []
    assert "Please ask the young person first." in words(page)
    button(page, "onpaper.asked").click()
    button(page, "onpaper.working.print").click()
    assert wanted == [False]
    page.begin(DAYS, may_type=True, ask_first=True)
    assert not button(page, "onpaper.asked").isChecked()
    page.begin(DAYS, may_type=True)
    assert not button(page, "onpaper.asked").isVisible()
    button(page, "onpaper.working.save").click()
    assert wanted == [False, True]
    page.begin(DAYS, may_type=False)
    assert not button(page, "onpaper.working.save").isVisible()


def button(page: OnPaperPage, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    return found


def words(page: OnPaperPage) -> str:
    QApplication.processEvents()
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisible())

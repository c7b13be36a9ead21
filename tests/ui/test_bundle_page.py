"""The page before a bundle is handed over: it asks who wants it, and puts in no line that nobody ticked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.domain.bundle import Asker, Decide, LeftOut
from app.look.kit import Text
from app.ui.bundlepage import LEFT_OUT, WHY, BundlePage, BundleState, ToDecide

LINES = (
    ToDecide("k1", "CAF assessment", "Why now", "Her gran died.", Decide.FAMILY),
    ToDecide("k2", "Private notes", "Note", "A bruise.", Decide.WORRY),
)


def state(asker: Asker = Asker.PARENT) -> BundleState:
    return BundleState((("CAF assessment", 12),), (LeftOut.ADDRESS,), LINES, asker)


def shown(qtbot: QtBot) -> BundlePage:
    page = BundlePage()
    qtbot.addWidget(page)
    page.ask_for("Erin Walsh")
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(page: BundlePage) -> str:
    QApplication.processEvents()  # what was just put on the page is shown with the next turn
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisible())


def press(page: BundlePage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_shown_and_no_way_out_is_there_before_it_is_said_who_asks(qtbot: QtBot) -> None:
    page = shown(qtbot)
    save = page.findChild(QAbstractButton, "bundle.save")
    assert save is not None
    assert not save.isVisible()
    assert "What goes in" not in words(page)


def test_it_says_what_goes_what_is_left_out_and_why_each_line_waits(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.show_bundle(state())
    seen = words(page)
    for said in ("CAF assessment: 12 lines", LEFT_OUT[LeftOut.ADDRESS], WHY[Decide.WORRY], "Her gran died."):
        assert said in seen


def test_what_a_young_person_decides_alone_is_named_to_no_parent_whether_there_is_any_or_not(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.show_bundle(state())
    assert "young person decides alone" in words(page)
    page.show_bundle(state(Asker.CHILD))
    assert "young person decides alone" not in words(page)


def test_whether_there_was_a_worry_is_not_to_be_read_off_the_page(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.show_bundle(state())
    before = words(page)
    page.show_bundle(replace(state(), left_out=(LeftOut.ADDRESS, LeftOut.HARM)))
    assert words(page) == before
    assert LEFT_OUT[LeftOut.HARM] in before


def test_a_line_goes_in_only_when_it_is_ticked_and_a_new_look_unticks_it(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.show_bundle(state())
    assert page.included() == frozenset()
    tick = page.findChild(QAbstractButton, "bundle.include:1")
    assert tick is not None
    tick.click()
    assert page.included() == {"k2"}
    page.show_bundle(state())
    assert page.included() == frozenset()


def test_the_page_holds_nothing_once_it_was_left(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.show_bundle(state())
    page.clear()
    qtbot.waitUntil(lambda: not page.findChildren(QAbstractButton, "bundle.include:0"))
    assert "Erin" not in words(page)
    assert page.included() == frozenset()

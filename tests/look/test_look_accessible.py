"""What a screen reader meets, asked through the interface it uses; walking must never end the program."""

import sys
from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from app.look.kit import Button, Heading, LineBox, Notice, PageColumn, Text


def walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is not None:
        yield interface
        for place in range(interface.childCount()):
            yield from walk(interface.child(place))


def test_pyside_does_not_lose_references_to_none() -> None:
    """PySide6 6.12.0 on Python before 3.12 drops one reference to None in each such call, and the program aborts."""
    thing, before = QObject(), sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50


def test_a_scroll_area_answers_late_questions_with_nothing(qtbot: QtBot) -> None:
    page = PageColumn(*(Text("A line", wrap=True) for _ in range(80)))
    qtbot.addWidget(page)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    interface = QAccessible.queryAccessibleInterface(page)
    count = interface.childCount()
    page.hide()
    assert interface.child(count + 2) is None


def test_walking_the_window_while_pages_hide_does_no_harm(qtbot: QtBot) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    for number in range(2):
        lines = (Text("A line", wrap=True) for _ in range(40))
        pages.addWidget(PageColumn(Heading(f"Page {number}"), LineBox(), Button("Continue"), *lines))
    pages.resize(400, 300)
    with qtbot.waitExposed(pages):
        pages.show()
    met = 0
    for turn in range(40):
        interfaces = list(walk(QAccessible.queryAccessibleInterface(pages)))
        pages.setCurrentIndex(turn % 2)
        met += sum(len([interface.child(place) for place in range(9)]) for interface in interfaces)
    assert met > 10_000


def test_a_heading_is_a_heading_with_its_words(qtbot: QtBot) -> None:
    heading = Heading("Health & growth")
    qtbot.addWidget(heading)
    interface = QAccessible.queryAccessibleInterface(heading)
    assert interface.role() == QAccessible.Role.Heading
    assert interface.text(QAccessible.Text.Name) == "Health & growth"


def test_a_notice_says_what_happened_and_what_to_do(qtbot: QtBot) -> None:
    notice = Notice("bad", "This draft is not saved", "What you typed is still here.")
    qtbot.addWidget(notice)
    interface = QAccessible.queryAccessibleInterface(notice)
    assert interface.text(QAccessible.Text.Name) == "This draft is not saved"
    assert interface.text(QAccessible.Text.Description) == "What you typed is still here."

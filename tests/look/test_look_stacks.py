"""To a screen reader a stack of pages is the page on top and no other, whatever the hidden ones hold."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QStackedWidget
from pytestqt.qtbot import QtBot


def names(node: QAccessibleInterface) -> Iterator[str]:
    """Yield every name below a node, shown or not."""
    yield node.text(QAccessible.Text.Name)
    for number in range(node.childCount()):
        child = node.child(number)
        assert node.indexOfChild(child) == number
        yield from names(child)


def test_only_the_page_on_top_is_there_and_the_next_one_once_it_is_shown(qtbot: QtBot) -> None:
    stack, pages = QStackedWidget(), [QLabel("Mason Reid"), QLabel("Ruby Marsh")]
    qtbot.addWidget(stack)
    top = QAccessible.queryAccessibleInterface(stack)
    assert list(names(top)) == [""]
    for page in pages:
        stack.addWidget(page)
    for page in pages:
        stack.setCurrentWidget(page)
        assert list(names(top)) == ["", page.text()]
        inside = QAccessible.queryAccessibleInterface(page).parent()
        assert inside.object() is stack

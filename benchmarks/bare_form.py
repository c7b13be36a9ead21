"""The floor of a page: its questions as bare Qt labels and boxes with the answers; no look and no behaviour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from app.domain.answers import Answer, Answers
from app.forms.definition import Item, ItemKind, Page
from benchmarks.screen import settle


def bare_form(pages: Iterable[Page], answers: Answers) -> None:
    """Show the pages one under another as bare boxes, painted, and let go of them."""
    area, body = QScrollArea(), QWidget()
    form = QFormLayout(body)
    for item in (item for page in pages for item in _questions(page.items)):
        form.addRow(item.text, bare_box(item, answers.get(item.link_id)))
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.resize(1366, 768)
    area.show()
    settle()
    area.deleteLater()
    settle()


def bare_box(item: Item, answer: Answer | None) -> QWidget:
    """Return the plainest control of Qt's that takes the answer of an item."""
    match item.kind:
        case ItemKind.TEXT:
            return QPlainTextEdit(str(answer or ""))
        case ItemKind.BOOLEAN:
            return QCheckBox()
        case ItemKind.INTEGER:
            return QSpinBox()
        case ItemKind.CHOICE | ItemKind.OPEN_CHOICE:
            box = QComboBox()
            box.addItems([option.display for option in item.options])
            return box
        case ItemKind.GROUP:
            return QPushButton("Add")
        case _:
            return QLineEdit(str(answer or ""))


def _questions(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if item.kind is ItemKind.GROUP and not item.repeats:
            yield from _questions(item.items)
        else:
            yield item

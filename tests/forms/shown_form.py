"""Finding and working the controls of a shown form, as a person at the keyboard would."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.answers import Answer
from app.forms.view import FormView

Control = TypeVar("Control", bound=QWidget)
Report = tuple[str, Answer | None]


def found(view: QWidget, kind: type[Control], name: str) -> Control:
    """Return the control of this name; there must be one."""
    widget = view.findChild(kind, name)
    assert isinstance(widget, kind), name
    return widget


def focused() -> QWidget:
    """Return what has the focus; something must."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def click(view: QWidget, kind: type[Control], name: str) -> None:
    """Click a control in its middle."""
    QTest.mouseClick(found(view, kind, name), Qt.MouseButton.LeftButton)


def type_in(view: QWidget, kind: type[Control], name: str, words: str) -> None:
    """Give a control the focus and type."""
    widget = found(view, kind, name)
    widget.setFocus()
    QTest.keyClicks(widget, words)


def heard(view: FormView) -> list[Report]:
    """Return the list into which everything the view reports from now on will come."""
    reports: list[Report] = []
    view.answered.connect(lambda path, answer: reports.append((path, answer)))
    return reports

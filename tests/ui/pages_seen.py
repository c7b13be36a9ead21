"""What can be seen, reached and heard on a page; the tests of all pages ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from app.look.kit import Text

Show = Callable[..., QWidget]
"""Shows a page, and takes its width and height."""
_SILENT = {QAccessible.Role.Client, QAccessible.Role.NoRole}


def control(page: QWidget, name: str) -> QWidget:
    """Return the control of that object name."""
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def press(page: QWidget, name: str) -> None:
    """Press a button with the mouse."""
    QTest.mouseClick(control(page, name), Qt.MouseButton.LeftButton)


def words_on(page: QWidget) -> str:
    """Return all visible words of a page."""
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisible())


def walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Yield everything a screen reader can meet."""
    if interface is not None:
        yield interface
        for place in range(interface.childCount()):
            yield from walk(interface.child(place))


def nameless(page: QWidget) -> list[str]:
    """Return the focusable things that a screen reader could not call by a name or a role."""
    met = [thing for thing in walk(QAccessible.queryAccessibleInterface(page)) if _can_have_the_keyboard(thing)]
    unheard = [thing for thing in met if not thing.text(QAccessible.Text.Name) or thing.role() in _SILENT]
    return [f"{thing.object()} {thing.role()}" for thing in unheard]


def _can_have_the_keyboard(met: QAccessibleInterface) -> bool:
    state = met.state()
    return bool(state.focusable and not state.invisible)


def focused() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab_stops() -> list[str]:
    """Return the object names Tab comes to, from where the keyboard is until it is there again."""
    stops = [focused()]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    while focused() is not stops[0] and len(stops) < 50:
        stops.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    return [widget.objectName() for widget in stops]


_LOOKS, _BETWEEN = 5, 20
"""So often, and so many milliseconds apart, a page is looked at that may still be being laid out."""


def cut_off(page: QWidget) -> list[str]:
    """Return what has less room than it needs, reaches past the page's sides, scrolls sideways, or covers another.

    What is still being laid out, because something came in a moment before, is looked at once that is done.
    """
    QApplication.processEvents()
    bad = [*_short_of_room(page), *overlapping(page)]
    for _ in range(_LOOKS):
        if bad:
            QTest.qWait(_BETWEEN)
            bad = [*_short_of_room(page), *overlapping(page)]
    return bad


def overlapping(page: QWidget) -> list[str]:
    """Return the words and controls of one layout that stand on one another."""
    covering = []
    for parent in page.findChildren(QWidget):
        shown = [child for child in _of_layout(parent) if isinstance(child, Text | QAbstractButton | QLineEdit)]
        for one, other in combinations(shown, 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 1 and shared.height() > 1:
                covering.append(f"{_called(one)} and {_called(other)} overlap")
    return covering


def _of_layout(parent: QWidget) -> list[QWidget]:
    if parent.layout() is None or not parent.isVisible():
        return []
    return [child for child in parent.children() if isinstance(child, QWidget) and child.isVisible()]


def _called(widget: QWidget) -> str:
    return repr(widget.objectName() or widget.accessibleName() or getattr(widget, "words", type(widget).__name__))


def _short_of_room(page: QWidget) -> list[str]:
    bad = [f"{text.words!r} is cut off" for text in page.findChildren(Text) if text.isVisible() and _short(text)]
    buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    bad += [f"{b.text()!r} is cut off" for b in buttons if b.width() < b.minimumSizeHint().width()]
    bad += [
        f"{_called(b)} is too low"
        for b in buttons
        if b.hasHeightForWidth() and b.height() < b.heightForWidth(b.width())
    ]
    for widget in page.findChildren(QWidget):
        right = widget.mapTo(page, QPoint(widget.width(), 0)).x()
        if widget.isVisible() and right > page.width():
            bad.append(f"{type(widget).__name__} {widget.objectName()} reaches {right - page.width()} past the page")
    areas = [area for area in (page, *page.findChildren(QScrollArea)) if isinstance(area, QScrollArea)]
    bad += [f"{area} scrolls sideways" for area in areas if area.horizontalScrollBar().maximum() > 0]
    return bad


def _short(text: Text) -> bool:
    if text.wordWrap():
        return text.height() < text.heightForWidth(text.width())
    return text.width() < text.sizeHint().width()

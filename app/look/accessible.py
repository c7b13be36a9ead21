"""What Qt cannot tell a screen reader by itself; nothing here may change what is seen."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QStackedWidget, QWidget


class _Spoken(QAccessibleWidget):
    """Takes name and description from the widget, where it offers ``spoken_name()`` or ``spoken_words()``."""

    def text(self, kind: QAccessible.Text) -> str:
        asked = {QAccessible.Text.Name: "spoken_name", QAccessible.Text.Description: "spoken_words"}.get(kind)
        offered: Callable[[], str] | None = getattr(self.widget(), asked, None) if asked else None
        return offered() if offered else super().text(kind)


class _ScrollArea(QAccessibleWidget):
    """A scroll area described as a plain widget, whose index is checked.

    Qt's own description reads past the end of its list of scroll bars when a screen reader asks while the area is being
    hidden, and the program dies (seen in Qt 6.8 to 6.12).
    """


class _Stack(QAccessibleWidget):
    """A stack of pages, of which the one on top is there and no other: what is hidden is nobody's to read.

    Qt's own description lists every page, and whoever does not ask what shows would read the hidden ones too.
    """

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack, QAccessible.Role.LayeredPane)
        self._top = stack.currentWidget()
        stack.currentChanged.connect(self._changed)

    def childCount(self) -> int:
        return int(self._on_top() is not None)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none is there
        page = self._on_top() if index == 0 else None
        return QAccessible.queryAccessibleInterface(page) if page is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return 0 if child.object() is self._on_top() else -1

    def _on_top(self) -> QWidget | None:
        stack = self.widget()
        return stack.currentWidget() if isinstance(stack, QStackedWidget) else None

    def _changed(self) -> None:
        """Tell a screen reader that another page is there: it may remember what was below the stack."""
        page = self._on_top()
        if page is not None and page is not self._top:
            QAccessible.updateAccessibility(QAccessibleEvent(page, QAccessible.Event.ObjectCreated))
        self._top = page


def _describe(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QScrollArea):
        return _ScrollArea(thing, QAccessible.Role.Client)
    if isinstance(thing, QStackedWidget):
        return _Stack(thing)
    role = getattr(thing, "accessible_role", None)
    return _Spoken(thing, role) if isinstance(thing, QWidget) and isinstance(role, QAccessible.Role) else None


@cache
def install() -> None:
    """Describe our own widgets and every scroll area ourselves; to be called before the first window is made.

    Once for a process, however often it is called: Qt would go through one more of them for every widget it describes.
    """
    QAccessible.installFactory(_describe)


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have a screen reader say ``words`` without moving the focus; ``at_once`` interrupts what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)

"""What Qt cannot tell a screen reader by itself; nothing here may change what is seen."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea, QWidget


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


def _describe(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, QScrollArea):
        return _ScrollArea(thing, QAccessible.Role.Client)
    role = getattr(thing, "accessible_role", None)
    return _Spoken(thing, role) if isinstance(thing, QWidget) and isinstance(role, QAccessible.Role) else None


def install() -> None:
    """Describe our own widgets and every scroll area ourselves; to be called before the first window is made."""
    QAccessible.installFactory(_describe)


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have a screen reader say ``words`` without moving the focus; ``at_once`` interrupts what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)

"""Taking the keyboard to the control that answers a question, wherever on a page it stands; it changes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget


def focus_answer(pages: QWidget, path: str) -> None:
    """Take the keyboard to what answers the question at ``path`` on the page that is shown.

    Qt shows what was only just put on a page a moment later: then it is looked for once more.
    """
    if not _focus_now(pages, path):
        QTimer.singleShot(0, pages, lambda: _focus_now(pages, path))


def _focus_now(pages: QWidget, path: str) -> bool:
    names = (widget for widget in pages.findChildren(QWidget) if widget.objectName().partition(":")[0] == path)
    able = (widget for widget in names if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible())
    found = next(able, None)
    if found is not None:
        found.setFocus(Qt.FocusReason.OtherFocusReason)
    return found is not None

"""A picture of somebody's own making, as wide as there is room for, with words for whoever cannot see it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look.kit import theme


class Sheet(QWidget):
    """What stands on it is painted by its own kind; ``words`` say it, ``widest`` is in pixels at 100 % text size."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, words: str, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self.setAccessibleName(words)
        self.setMinimumWidth(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._rescale)
        self._rescale()

    def height_of(self, width: int) -> int:
        """Return how high it is at a width, both in pixels."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_of(min(width, theme.px(self._widest)))

    def sizeHint(self) -> QSize:
        width = theme.px(self._widest)
        return QSize(width, self.heightForWidth(width))

    def _rescale(self) -> None:
        self.setMaximumWidth(theme.px(self._widest))
        self.updateGeometry()

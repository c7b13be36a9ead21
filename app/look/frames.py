"""Cards, lines, pills and notices: what things stand on; a colour here always has an icon and words beside it."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from app.look.icons import Icon
from app.look.layouts import Column, Flow, Row
from app.look.text import Text
from app.look.theme import theme
from app.look.tokens import Ink, Space, Tone

TONE_ICONS: dict[Tone, str] = {
    "info": "info",
    "good": "circle-check",
    "warn": "triangle-alert",
    "bad": "circle-alert",
}


def _ink_of(tone: Tone) -> Ink:
    return "accent" if tone == "info" else tone


class Card(QFrame):
    """One card holds one question or one thing; what it holds stands in ``column``."""

    def __init__(self, *items: QWidget | QLayout | None, gap: Space = "m", margin: Space = "xl") -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.column = Column(*items, gap=gap, margin=margin)
        self.setLayout(self.column)


class Rule(QFrame):
    """A thin line between two things in one card."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, theme.palette.edge)


class Bar(QFrame):
    """A strip along one side of a window, with a thin line towards the page."""

    def __init__(self, side: Literal["top", "bottom", "left"]) -> None:
        super().__init__()
        self.setProperty("side", side)
        self.setMinimumWidth(1)


class Stage(QFrame):
    """A whole window's ground, for pages that are not in the main window's frame (unlock, enrolment)."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)


class StatusLine(QWidget):
    """A quiet line of state: an icon and small words, such as where the record is or when it was saved."""

    def __init__(self, icon: str, words: str, ink: Ink = "ink_2", icon_ink: Ink | None = None) -> None:
        super().__init__()
        self._icon = Icon(icon, icon_ink or ink, 18)
        self._text = Text(words, "ui", ink)
        self.setLayout(Row(self._icon, self._text, gap="s"))

    def show_state(self, icon: str, words: str, ink: Ink = "ink_2", icon_ink: Ink | None = None) -> None:
        """Show another state."""
        self._icon.show_icon(icon, icon_ink or ink)
        self._text.set_ink(ink)
        if words != self._text.words:
            self._text.say(words)

    def words(self) -> str:
        """Return the words shown."""
        return self._text.words


class Pill(QFrame):
    """A state in a few words that should be seen, such as "Offline, 3 waiting"."""

    def __init__(self, words: str, tone: Tone = "warn", icon: str | None = None) -> None:
        super().__init__()
        self._icon = Icon(icon or TONE_ICONS[tone], _ink_of(tone), 16)
        self._text = Text(words, "strong", _ink_of(tone))
        self._row = Row(self._icon, self._text, gap="s")
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", tone)
        theme.changed.connect(self._rescale)
        self._rescale()

    def show_state(self, words: str, tone: Tone, icon: str | None = None) -> None:
        """Show another state."""
        self._icon.show_icon(icon or TONE_ICONS[tone], _ink_of(tone))
        self._text.set_ink(_ink_of(tone))
        self._text.say(words)
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def words(self) -> str:
        """Return the words shown."""
        return self._text.words

    def _rescale(self) -> None:
        self.setFixedHeight(theme.px(30))
        self._row.setContentsMargins(theme.px(12), 0, theme.px(14), 0)


class Notice(QFrame):
    """Something to know, in its place on the page: what happened, what is safe, what to do next.

    ``actions`` are buttons that stand under the words. Screen readers meet it as one thing named by its title.
    """

    accessible_role = QAccessible.Role.Note

    def __init__(self, tone: Tone, title: str, words: str = "", *actions: QWidget, icon: str | None = None) -> None:
        super().__init__()
        self.setProperty("tone", tone)
        self.setMinimumWidth(1)
        self._title = Text(title, "label", wrap=True)
        self._words = Text(words, "body", "ink", wrap=True)
        told = Column(Column(self._title, self._words, gap="xs"), gap="m")
        if actions:
            told.add(Flow(*actions, gap="m"))
        sign = Column(Icon(icon or TONE_ICONS[tone], _ink_of(tone), 22), None, gap="none")
        row = Row(sign, told, gap="m", margin="l")
        row.setStretch(1, 1)
        self.setLayout(row)
        self._words.setVisible(bool(words))

    def say(self, title: str, words: str = "") -> None:
        """Show other words."""
        self._title.say(title)
        self._words.say(words)
        self._words.setVisible(bool(words))

    def spoken_name(self) -> str:
        """Return the title as a screen reader says it."""
        return self._title.words

    def spoken_words(self) -> str:
        """Return the words under the title."""
        return self._words.words


class Avatar(QWidget):
    """A round mark with a person's initials, beside their name; it is decoration and says nothing by itself."""

    def __init__(self, initials: str = "") -> None:
        super().__init__()
        self._initials = initials
        theme.changed.connect(self._rescale)
        self._rescale()

    def show_initials(self, initials: str) -> None:
        """Show another person's initials."""
        self._initials = initials
        self.update()

    def _rescale(self) -> None:
        self.setFixedSize(theme.px(40), theme.px(40))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawEllipse(self.rect())
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("on_accent_soft"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()

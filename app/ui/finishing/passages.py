"""An answer as it is read: somebody's words, what was seen and what is thought look different, and say so in words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.strokes import strokes_in
from app.domain.voices import Passage, Voice, is_marked, passages
from app.look.kit import Column, Icon, Row, Text
from app.ui.finishing.drawn import DrawnSheet
from app.ui.finishing.remark import Quote
from app.ui.finishing.stack import held_in, stacked
from app.ui.peoplemap.picture import MapPicture
from app.ui.states import ReadLine

_ICONS = {Voice.SAW: "eye", Voice.THINK: "lightbulb"}
_ICON = 18


def told(line: ReadLine) -> QWidget:
    """Return the words of one line as they are read, under the drawing where they are about one."""
    if line.people:
        shown = MapPicture(line.people, f"{line.label}: {line.words}")
        return stacked(shown, Text(line.words, "hint", "ink_2", wrap=True), gap="xs")
    if line.strokes:
        sheet = DrawnSheet(strokes_in(line.strokes), f"{line.label}: {line.words}")
        return stacked(sheet, Text(line.words, "hint", "ink_2", wrap=True), gap="xs")
    if not is_marked(line.words):
        return Quote(line.words) if line.is_quote else Text(line.words, "body", wrap=True)
    return stacked(*(_passage(one, is_quote=line.is_quote) for one in passages(line.words)), gap="s")


def _passage(one: Passage, *, is_quote: bool) -> QWidget:
    if one.voice is Voice.SAID:
        return Quote(one.words, one.label)
    if one.voice is None:
        return Quote(one.words) if is_quote else Text(one.words, "body", wrap=True)
    words = Column(Text(one.label, "caption", "ink_2", wrap=True), Text(one.words, "body", wrap=True), gap="hair")
    row = Row(Column(Icon(_ICONS[one.voice], "ink_2", _ICON), None), words, gap="s")
    row.setStretch(1, 1)
    return held_in(row)

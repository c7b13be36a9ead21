"""Several answers out of many: tick boxes, and for open choices a line for own words; none is ever ticked for you."""

from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer
from app.forms.definition import Item, ItemKind
from app.forms.widgets.control import Control
from app.forms.widgets.options import OptionGrid, OwnWords
from app.look.kit import Column, TickBox, set_aside


class TickOptions(Control):
    """The control of a repeating ``choice``: the codes ticked, in the order of the form, then any own words.

    Own words beyond the last, which only another program could have given, get tick boxes of their own.
    """

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self.setObjectName(path)
        self.grid = OptionGrid()
        self._ticks: dict[str, TickBox] = {}
        for option in item.options:
            self._add(option.code, option.display)
        self._own = OwnWords(path) if item.kind is ItemKind.OPEN_CHOICE else None
        column = Column(self.grid, gap="s")
        if self._own is not None:
            self._own.box.textEdited.connect(self.changed)
            column.add(self._own)
        self.setLayout(column)

    def given(self) -> Answer | None:
        codes = [code for code, tick in self._ticks.items() if tick.isChecked()]
        own = self._own.box.text() if self._own else ""
        return tuple([*codes, own] if own else codes) or None

    def show_answer(self, answer: Answer | None) -> None:
        codes = answer if isinstance(answer, tuple) else ()
        unknown = [code for code in codes if code not in self._ticks]
        kept = unknown[:-1] if self._own is not None else unknown
        for words in kept:
            self._add(words, words)
        for code, tick in self._ticks.items():
            tick.setChecked(code in codes)
        if self._own is not None:
            self._own.box.load(unknown[-1] if unknown else "")

    def dim(self, *, aside: bool) -> None:
        for widget in self.inputs():
            set_aside(widget, aside=aside)

    def entry(self) -> QWidget:
        return next(iter(self.inputs()))

    def inputs(self) -> tuple[QWidget, ...]:
        return (*self._ticks.values(), *((self._own.box,) if self._own else ()))

    def describe(self, name: str, hint: str) -> None:
        self.grid.setAccessibleName(name)
        self.grid.setAccessibleDescription(hint)
        if self._own is not None:
            self._own.describe(name, hint)

    def _add(self, code: str, words: str) -> None:
        tick = TickBox(words)
        tick.setObjectName(f"{self.path}:option:{code}")
        tick.clicked.connect(self.changed)
        self._ticks[code] = tick
        self.grid.add(tick)

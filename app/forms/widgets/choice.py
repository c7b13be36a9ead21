"""One answer out of several: all of them in sight when they are few, else a list; open choices take own words too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.answers import Answer
from app.forms.definition import Item, ItemKind
from app.forms.widgets import wording
from app.forms.widgets.control import Control
from app.forms.widgets.options import OptionGrid, OwnWords, radio_for
from app.look.kit import ChoiceList, Column, set_aside
from app.look.speech import tr

IN_SIGHT = 7
"""Up to this many options all stand in sight."""


class _OneOf(Control):
    """What radio buttons and a list share: for an open choice, a line for own words under them.

    Typing own words takes the option away; choosing an option dims the own words, and keeps them.
    """

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self._own = OwnWords(path) if item.kind is ItemKind.OPEN_CHOICE else None

    def _code(self) -> str | None:
        raise NotImplementedError

    def _choose(self, code: str | None) -> None:
        raise NotImplementedError

    def _lay_out(self, options: QWidget) -> None:
        column = Column(options, gap="s")
        if self._own is not None:
            self._own.box.textEdited.connect(self._worded)
            column.add(self._own)
        self.setLayout(column)

    def given(self) -> Answer | None:
        code = self._code()
        own = self._own.box.text() if self._own is not None else ""
        return code if code is not None else own or None

    def show_answer(self, answer: Answer | None) -> None:
        words = answer if isinstance(answer, str) else ""
        option = self.item.option(words)
        self._choose(option.code if option else None)
        if self._own is not None:
            self._own.box.load("" if option else words)
            set_aside(self._own.box, aside=False)

    def dim(self, *, aside: bool) -> None:
        if self._own is not None:
            set_aside(self._own.box, aside=aside or self._code() is not None)

    def describe(self, name: str, hint: str) -> None:
        if self._own is not None:
            self._own.describe(name, hint)

    def _chosen(self) -> None:
        if self._own is not None:
            set_aside(self._own.box, aside=self._code() is not None)
        self.changed.emit()

    def _worded(self, words: str) -> None:
        if words:
            self._choose(None)
        if self._own is not None:
            set_aside(self._own.box, aside=False)
        self.changed.emit()


class RadioOptions(_OneOf):
    """The control of a ``choice`` with few options: radio buttons. ``picked`` comes when one of them is meant."""

    picked = Signal()
    can_be_taken_away = True

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self.setObjectName(path)
        self._radios = {option.code: radio_for(path, option.code, option.display) for option in item.options}
        self._group = QButtonGroup(self)
        for radio in self._radios.values():
            self._group.addButton(radio)
            radio.clicked.connect(self._chosen)
            radio.picked.connect(self.picked)
        self._grid = OptionGrid(list(self._radios.values()))
        self._lay_out(self._grid)

    def dim(self, *, aside: bool) -> None:
        super().dim(aside=aside)
        for radio in self._radios.values():
            set_aside(radio, aside=aside)

    def entry(self) -> QWidget:
        return self._group.checkedButton() or next(iter(self._radios.values()))

    def inputs(self) -> tuple[QWidget, ...]:
        return (*self._radios.values(), *((self._own.box,) if self._own else ()))

    def describe(self, name: str, hint: str) -> None:
        super().describe(name, hint)
        self._grid.setAccessibleName(name)
        self._grid.setAccessibleDescription(hint)

    def _code(self) -> str | None:
        return next((code for code, radio in self._radios.items() if radio.isChecked()), None)

    def _choose(self, code: str | None) -> None:
        self._group.setExclusive(False)
        for known, radio in self._radios.items():
            radio.setChecked(known == code)
        self._group.setExclusive(True)


class ListOptions(_OneOf):
    """The control of a ``choice`` with many options: a list that opens, with its first line for no answer."""

    def __init__(self, item: Item, path: str) -> None:
        super().__init__(item, path)
        self._list = ChoiceList()
        self._list.setObjectName(path)
        self._list.addItem(tr(wording.CHOOSE), None)
        for option in item.options:
            self._list.addItem(option.display, option.code)
        self._list.activated.connect(self._chosen)
        self._lay_out(self._list)

    def dim(self, *, aside: bool) -> None:
        super().dim(aside=aside)
        set_aside(self._list, aside=aside)

    def entry(self) -> QWidget:
        return self._list

    def inputs(self) -> tuple[QWidget, ...]:
        return (self._list, self._own.box) if self._own else (self._list,)

    def describe(self, name: str, hint: str) -> None:
        super().describe(name, hint)
        self._list.setAccessibleName(name)
        self._list.setAccessibleDescription(hint)

    def _code(self) -> str | None:
        code = self._list.currentData()
        return str(code) if code is not None else None

    def _choose(self, code: str | None) -> None:
        self._list.setCurrentIndex(0 if code is None else max(self._list.findData(code), 0))

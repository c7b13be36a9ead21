"""Saying why there is no answer, in four equal words; a reason never costs what was typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import AbsentReason
from app.forms.widgets import wording
from app.look.kit import Button, Chip, Flow, tab_through
from app.look.speech import tr


class AbsentChoices(QWidget):
    """The four reasons, of which one or none is on.

    Under long text they stand open. Elsewhere they wait behind ``opener``, which the field puts beside its label.
    ``chosen`` carries the reason that was switched on, or ``None`` when it was switched off; ``taken_away`` asks for
    the answer itself to go.
    """

    chosen = Signal(object)
    taken_away = Signal()

    def __init__(self, path: str, name: str, *, is_open: bool, can_take_away: bool) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._path, self._name, self._can_take_away = path, name, can_take_away
        self._chips: dict[AbsentReason, Chip] = {}
        self.opener: Button | None = None
        self._eraser: Button | None = None
        if is_open:
            self._build()
        else:
            self.hide()
            self.opener = self._make_opener()

    def reason(self) -> AbsentReason | None:
        """Return the reason that is on."""
        return next((reason for reason, chip in self._chips.items() if chip.isChecked()), None)

    def tab_stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        return [widget for widget in (self.opener, *self._chips.values(), self._eraser) if widget is not None]

    def show_reason(self, reason: AbsentReason | None) -> None:
        """Show a reason as on, without reporting it."""
        if reason is not None:
            self._open()
        for each, chip in self._chips.items():
            chip.setChecked(each is reason)

    def _make_opener(self) -> Button:
        opener = Button(tr(wording.NO_ANSWER), look="small")
        opener.setObjectName(f"{self._path}:absent")
        opener.setAccessibleName(tr(wording.NO_ANSWER_TO).format(self._name))
        opener.clicked.connect(self._toggle)
        return opener

    def _toggle(self) -> None:
        if self.isHidden():
            self._open()
        elif self.reason() is None:
            self.hide()

    def _open(self) -> None:
        if not self._chips:
            self._build()
        self.show()

    def _build(self) -> None:
        for reason, words in wording.REASONS.items():
            chip = Chip(tr(words))
            chip.setObjectName(f"{self._path}:absent:{reason.value}")
            chip.setAccessibleDescription(self._name)
            chip.clicked.connect(lambda on, reason=reason: self._switched(reason if on else None))
            self._chips[reason] = chip
        row: list[QWidget] = list(self._chips.values())
        if self._can_take_away:
            self._eraser = self._make_eraser()
            row.append(self._eraser)
        self.setLayout(Flow(*row, gap="xs"))
        tab_through(self.tab_stops())

    def _make_eraser(self) -> Button:
        eraser = Button(tr(wording.CLEAR), look="small")
        eraser.setObjectName(f"{self._path}:clear")
        eraser.setAccessibleDescription(self._name)
        eraser.clicked.connect(self.taken_away)
        return eraser

    def _switched(self, reason: AbsentReason | None) -> None:
        for each, chip in self._chips.items():
            chip.setChecked(each is reason)
        self.chosen.emit(reason)

"""A child's entry in the index, as far as it may be seen; a shielded one shows neither place nor people."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Field, Heading, Notice, Text, TextBox, TickBox
from app.look.speech import noted, tr
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked

SHIELDED = noted("This child is shielded")
_HIDDEN = noted(
    "Somebody might try to find this child. Where the child lives, who cares, who helps and who holds an assessment "
    "are not shown. Your early help team can bring you together with whoever helps."
)
_WHOLE = noted("The whole entry of a shielded child is shown. Please leave the page as soon as you can.")
_WARNING = noted(
    "If this is opened for the wrong person, somebody who would harm this child may find them. It is written down at "
    "once, and another coordinator reviews it. Open it only where the child is less safe without it."
)
_NOBODY, _NONE = noted("Nobody stands in the index."), noted("No assessment is known. It never means there is none.")


@dataclass(frozen=True)
class EntryShown:
    """An entry in words: ``facts`` are labels with what stands behind them; ``who`` and ``cafs`` a few lines each.

    ``may_override``: whoever looks may open the whole of a shielded one.
    """

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    who: tuple[tuple[str, str], ...] = ()
    cafs: tuple[str, ...] = ()
    is_shielded: bool = False
    is_whole: bool = True
    may_override: bool = False


class EntryCard(Card):
    """The card. Signals: ``whole_wanted()`` when a coordinator asks for all of a shielded entry."""

    whole_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._parts = Heading("", "h2"), Column(gap="l")
        self._shield = Notice("warn", tr(SHIELDED), tr(_HIDDEN), icon="shield-alert")
        self._reason, self._read = TextBox(2), TickBox(tr("I have read this"))
        self._reason.setObjectName("lookup.whole.reason")
        self._read.setObjectName("lookup.whole.read")
        self.whole = Button(tr("Open the whole entry"), "lock-open")
        self.whole.setObjectName("lookup.whole")
        self.whole.clicked.connect(self.whole_wanted)
        self._override = stacked(
            Notice("bad", tr("Before you open the whole entry"), tr(_WARNING), icon="triangle-alert"),
            self._read,
            Field(tr("Why does it have to be opened?"), tr("The other coordinator reads this."), self._reason),
            side_by_side(self.whole),
            gap="m",
        )
        self.column.add(self._title, self._shield, held_in(self._parts), self._override)
        self.forget()

    @property
    def has_read(self) -> bool:
        """Say whether the warning was read."""
        return self._read.isChecked()

    @property
    def reason(self) -> str:
        """Return why the whole of it has to be opened."""
        return self._reason.toPlainText().strip()

    def show_entry(self, entry: EntryShown) -> None:
        """Show it."""
        self._title.say(entry.title)
        self._shield.setVisible(entry.is_shielded)
        self._shield.say(tr(SHIELDED), tr(_WHOLE) if entry.is_whole else tr(_HIDDEN))
        parts = [_facts(entry)]
        if entry.is_whole:
            parts += [_people(entry)]
        fill(self._parts, *parts, _cafs(entry))
        self._override.setVisible(entry.may_override)

    def forget(self) -> None:
        """Hold nothing of anybody."""
        self._title.say("")
        fill(self._parts)
        self._read.setChecked(False)
        self._reason.load("")
        self._override.hide()
        self._shield.hide()


def _facts(entry: EntryShown) -> QWidget:
    return stacked(*(_fact(label, words) for label, words in entry.facts), gap="s")


def _people(entry: EntryShown) -> QWidget:
    lines = [_fact(label, words) for label, words in entry.who]
    none = Text(tr(_NOBODY), "body", "ink_2", wrap=True)
    return stacked(Text(tr("Whom to ask"), "strong", wrap=True), *(lines or [none]), gap="s")


def _cafs(entry: EntryShown) -> QWidget:
    lines: list[QWidget] = [Remark("file-text", one, "ink", "body") for one in entry.cafs]
    none = Text(tr(_NONE), "body", "ink_2", wrap=True)
    return stacked(Text(tr("Assessments"), "strong", wrap=True), *(lines or [none]), gap="s")


def _fact(label: str, words: str) -> QWidget:
    return stacked(Text(label, "caption", "ink_2", wrap=True), Text(words, "body", wrap=True), gap="hair")

"""What waits in the child index for a coordinator: openings to review, and children of whom two assessments are open.

Nothing is settled by the program, and neither assessment is touched by what is written here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.look.kit import Button, Card, Column, Field, Heading, RadioChoice, Text, TextBox, TickBox, announce
from app.look.speech import noted, tr
from app.ui.finishing.stack import Pair, fill, held_in, side_by_side, stacked
from app.ui.pageapart import PageApart

_LEAD = noted(
    "A coordinator opened the whole entry of a shielded child, and somebody else looks whether that was right. And two "
    "open assessments may be of one child: both go on until you have found out. It needs a connection."
)
_NONE_TO_REVIEW, _NO_PAIRS = noted("Nothing waits for a review."), noted("No two assessments wait for you.")
_PAIRS = noted(
    "Only a person can say whether it is one child. Ask the two holders, and ask the family before you bring them "
    "together. Whatever you write here, both assessments stay as they are."
)
_NONE_SETTLED = noted("Nothing was settled yet.")
_WHICH = noted("Where they are brought together: which goes on?")
_NAME_IS_A_LOOK = noted("Whose entry it was is shown when you ask. That is a look, and stands in the index’s own log.")
_AGREED = noted("The family said yes to the two being brought together")


_ONE, _OTHER, _BOTH = "one", "other", "both"
_GOES_ON = {
    _ONE: noted("The first goes on"),
    _OTHER: noted("The second goes on"),
    _BOTH: noted("Both go on"),
}


@dataclass(frozen=True)
class ToReview:
    """One opening of a shielded child's entry: the keys of the look and of the child, the rest is to be read."""

    look: str
    who: str
    reason: str
    child: str = ""


@dataclass(frozen=True)
class PairShown:
    """Two assessments, each in a few lines, the child first; ``one`` and ``other`` are their keys."""

    one: str
    other: str
    noticed: str
    one_lines: tuple[str, ...]
    other_lines: tuple[str, ...]


@dataclass(frozen=True)
class PairSettled:
    """A pair that was settled, in lines; ``one`` and ``other`` are their keys."""

    one: str
    other: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Settling:
    """What is to be written down of a pair: ``goes_on`` is the key of the one that goes on, empty where both do.

    ``said`` is whether it was said which one goes on.
    """

    one: str
    other: str
    how: str
    agreed: bool = False
    goes_on: str = ""
    said: bool = False


@dataclass(frozen=True)
class WaitingShown:
    """All that waits, and what was settled."""

    reviews: tuple[ToReview, ...] = ()
    pairs: tuple[PairShown, ...] = ()
    settled: tuple[PairSettled, ...] = ()


class SettlingPage(PageApart):
    """Signals: ``reviewed(str, str)`` with a look and the words on it; ``named(str, str)`` with a look and the child
    whose name is wanted; ``settled(object)`` with a ``Settling``; ``again_requested()``; ``back_requested()``.
    """

    reviewed = Signal(str, str)
    named = Signal(str, str)
    settled = Signal(object)
    again_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("What waits in the child index"), tr(_LEAD), centred=True)
        self._begin(self._button(tr("Back"), "arrow-left", "settling.back", self.back_requested))
        self._again = self._button(tr("Ask again"), "refresh-cw", "settling.again", self.again_requested)
        self._pressed: list[Button] = []
        self._names: dict[str, Text] = {}
        self._reviews, self._pairs, self._settled = Column(gap="l"), Column(gap="l"), Column(gap="l")
        self._all = stacked(
            Heading(tr("Entries of shielded children that were opened"), "h2"),
            held_in(self._reviews),
            Heading(tr("Two assessments that may be of one child"), "h2"),
            Text(tr(_PAIRS), "body", "ink_2", wrap=True),
            held_in(self._pairs),
            Heading(tr("Settled"), "h2"),
            held_in(self._settled),
            gap="l",
        )
        self.add(side_by_side(self._again), self._all)
        self.forget()

    def show_waiting(self, waiting: WaitingShown) -> None:
        """Show all that waits, in the place of what stood there."""
        self._pressed, self._names = [], {}
        fill(self._reviews, *(map(self._review, waiting.reviews) if waiting.reviews else [_none(_NONE_TO_REVIEW)]))
        fill(self._pairs, *(map(self._pair, waiting.pairs) if waiting.pairs else [_none(_NO_PAIRS)]))
        fill(self._settled, *(map(self._done, waiting.settled) if waiting.settled else [_none(_NONE_SETTLED)]))
        self._all.show()
        self.show_busy(busy=False)
        count = tr("{reviews} to review, {pairs} to settle").format(
            reviews=len(waiting.reviews), pairs=len(waiting.pairs)
        )
        announce(self, count)

    def show_asking(self) -> None:
        """Say that it is being asked."""
        super().forget()
        self.show_busy(busy=True)
        announce(self, tr("Asking…"))

    def forget(self) -> None:
        """Show nothing of anybody."""
        super().forget()
        self._pressed, self._names = [], {}
        for column in (self._reviews, self._pairs, self._settled):
            fill(column)
        self._all.hide()
        self.show_busy(busy=False)

    def _review(self, one: ToReview) -> QWidget:
        words = TextBox(2)
        words.setObjectName(f"settling.words:{one.look}")
        keep = self._own_button(tr("Write this review down"), "check", f"settling.review:{one.look}")
        keep.clicked.connect(lambda: self.reviewed.emit(one.look, words.toPlainText().strip()))
        field = Field(tr("Was it right? What did you find out?"), tr("It stays in the index’s own log."), words)
        name = self._own_button(tr("Show whose entry it was"), "eye", f"settling.name:{one.look}")
        name.clicked.connect(lambda: self.named.emit(one.look, one.child))
        self._names[one.look] = Text(tr(_NAME_IS_A_LOOK), "body", "ink_2", wrap=True)
        return Card(
            stacked(Text(one.who, "strong", wrap=True), Text(one.reason, "body", wrap=True), gap="xs"),
            stacked(self._names[one.look], side_by_side(name), gap="xs"),
            field,
            side_by_side(keep),
        )

    def show_name(self, look: str, words: str) -> None:
        """Show whose entry was opened; what is being written about it stays."""
        self.show_busy(busy=False)
        if look in self._names:
            self._names[look].say(words)
            announce(self, words)

    def _pair(self, pair: PairShown) -> QWidget:
        agreed = TickBox(tr(_AGREED))
        agreed.setObjectName(f"settling.agreed:{pair.one}")
        group, choices = QButtonGroup(self), {code: RadioChoice(tr(words)) for code, words in _GOES_ON.items()}
        for code, choice in choices.items():
            choice.setObjectName(f"settling.goes-on:{code}:{pair.one}")
            choice.setAccessibleDescription(tr(_WHICH))
            choice.setProperty("code", code)
            group.addButton(choice)
        ways = [
            self._own_button(tr("Brought together"), "handshake", f"settling.joined:{pair.one}"),
            self._own_button(tr("Different children"), "users", f"settling.different:{pair.one}"),
            self._own_button(tr("The family said no"), "x", f"settling.declined:{pair.one}"),
        ]
        for how, way in zip(("joined", "different", "declined"), ways, strict=True):
            way.clicked.connect(
                lambda *_, how=how: self.settled.emit(_settling(pair, how, group, agreed=agreed.isChecked()))
            )
        return Card(
            Text(pair.noticed, "caption", "ink_2", wrap=True),
            Pair(_side(pair.one_lines), _side(pair.other_lines)),
            stacked(Text(tr(_WHICH), "strong", wrap=True), side_by_side(*choices.values()), gap="xs"),
            agreed,
            side_by_side(*ways),
        )

    def _done(self, pair: PairSettled) -> QWidget:
        again = self._own_button(tr("Open it again"), "undo-2", f"settling.reopen:{pair.one}:{pair.other}")
        again.clicked.connect(lambda: self.settled.emit(Settling(pair.one, pair.other, "open")))
        return Card(_side(pair.lines), side_by_side(again))

    def _own_button(self, words: str, icon: str, name: str) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        self._pressed.append(button)
        return button

    def _pressable(self) -> Sequence[Button]:
        return (self._again, *self._pressed)


def _settling(pair: PairShown, how: str, group: QButtonGroup, *, agreed: bool) -> Settling:
    chosen = group.checkedButton()
    code = chosen.property("code") if chosen is not None else ""
    goes_on = {_ONE: pair.one, _OTHER: pair.other}.get(code, "")
    return Settling(pair.one, pair.other, how, agreed, goes_on, said=bool(code))


def _side(lines: tuple[str, ...]) -> QWidget:
    first, *rest = lines
    return stacked(Text(first, "strong", wrap=True), *(Text(one, "body", wrap=True) for one in rest), gap="hair")


def _none(words: str) -> Text:
    return Text(tr(words), "body", "ink_2", wrap=True)

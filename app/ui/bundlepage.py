"""Everything held about one child, read and decided about before it is handed over; it holds nothing afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.bundle import Asker, Decide, LeftOut
from app.errors import Trouble
from app.look.kit import Button, Card, Column, Heading, Notice, PageColumn, Text, TickBox, tab_through
from app.look.speech import if_ours, noted, told, tr
from app.ui.counting import counted
from app.ui.finishing.choices import Choices
from app.ui.finishing.remark import Remark, trouble_notice
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked
from app.ui.outside import BUNDLE, Outside
from app.ui.papernews import PaperNews

_LEAD = noted("For somebody who asks to see what is kept about a child, and has a right to. Read it first.")
_SURE = noted(
    "Are you sure who is asking, and that they have a right to see it? If not, ask for advice before you save it."
)
_WHO = ((Asker.PARENT, noted("A parent or carer, for the child")), (Asker.CHILD, noted("The child or young person")))
_ALONE = noted("Anything about which a young person decides alone. It goes to nobody but them.")
_DECIDE = noted("These lines may be about somebody else, or may hurt somebody. Each stays out unless you tick it.")
_NOTHING = noted("No line here needs a decision.")
LEFT_OUT = {
    LeftOut.ADDRESS: noted("An address that is to stay private."),
    LeftOut.RISKS: noted("Notes on whom it is not safe to get in touch with."),
    LeftOut.HARM: noted("Anything written about a worry that a child is harmed."),
    LeftOut.CHILDS_WORDS: noted("The child’s own words. The child did not say that a parent may see them."),
    LeftOut.PRIVATE: noted("A service that was marked as a private matter."),
}
WHY = {
    Decide.NAMED: noted("It names somebody else, or is about them."),
    Decide.FAMILY: noted("It may be about somebody else in the family."),
    Decide.HELD_BACK: noted("The family asked to hold this line back from somebody."),
    Decide.WORRY: noted("It was written under “Worried now?”. Ask your safeguarding lead first."),
    Decide.UNKNOWN: noted("Please read this with care: it stands in a new kind of record."),
}


@dataclass(frozen=True)
class ToDecide:
    """A line that waits for a decision: its key, the record it stands in, its question, its words and why it waits."""

    key: str
    title: str
    asked: str
    said: str
    why: Decide


@dataclass(frozen=True)
class BundleState:
    """What the page shows: each part with its number of lines, the kinds left out, and the lines to decide about."""

    parts: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]
    to_decide: tuple[ToDecide, ...]
    asker: Asker


class BundlePage(PaperNews, QWidget):
    """Asks who wants it, then shows what would go.

    Signals: ``asker_chosen(str)``; ``save_requested()``, ``print_requested()`` and ``file_requested()`` for the three
    ways out; ``back_requested()``.
    """

    asker_chosen = Signal(str)
    save_requested = Signal()
    print_requested = Signal()
    file_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ticks: dict[str, TickBox] = {}
        self._title, self._parts = Heading(tr("Everything kept about a child")), Column(gap="l")
        self._who = Choices("bundle.for", tr("Who asks?"), told(_WHO))
        self._who.chosen.connect(self.asker_chosen)
        self._back = Button(tr("Back"), "arrow-left", "quiet")
        save, printed = Button(tr("Save as PDF"), "save", "primary"), Button(tr("Open to print"), "printer")
        self._ways = (save, printed, Button(tr("Save for another program"), "save"))
        wanted = (self.save_requested, self.print_requested, self.file_requested, self.back_requested)
        buttons = zip((*self._ways, self._back), ("save", "print", "file", "back"), wanted, strict=True)
        for button, name, signal in buttons:
            button.setObjectName(f"bundle.{name}")
            button.clicked.connect(signal)
        self._out, self._outside, self._trouble = side_by_side(*self._ways), Outside(BUNDLE), trouble_notice()
        self._page = PageColumn()
        self._page.head.add(self._title, Text(tr(_LEAD), "body", "ink_2", wrap=True), side_by_side(self._back))
        sure = Notice("info", tr(_SURE))
        self._page.add(Card(self._who), held_in(self._parts), sure, self._out, self._outside, self._trouble)
        self._sure = sure
        self.setLayout(Column(self._page))
        self.clear()

    def ask_for(self, child: str) -> None:
        """Begin with a child by name: ask who wants it, and show nothing yet."""
        self.clear()
        self._title.say(tr("Everything kept about {child}").format(child=child))
        self._page.to_top()

    def show_bundle(self, state: BundleState) -> None:
        """Show what would go, with nothing decided."""
        self._hide_news()
        self._ticks = {}
        fill(self._parts, self._going(state), self._staying(state), self._deciding(state))
        for part in (self._sure, self._out):
            part.show()
        tab_through([self._back, *self._ticks.values(), *self._ways])

    def included(self) -> frozenset[str]:
        """Return the keys of the lines that somebody decided to put in."""
        return frozenset(key for key, tick in self._ticks.items() if tick.isChecked())

    def show_nothing(self, trouble: Trouble) -> None:
        """Say that there is nothing to hand over."""
        self._forget_parts()
        self.show_trouble(trouble)

    def clear(self) -> None:
        """Hold nothing of anybody."""
        self._title.say(tr("Everything kept about a child"))
        self._who.load("")
        self._forget_parts()
        self._hide_news()

    def focus_first(self) -> None:
        """Put the keyboard on the first question."""
        self._who.entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_parts(self) -> None:
        self._ticks = {}
        fill(self._parts)
        for part in (self._sure, self._out):
            part.hide()

    def _hide_news(self) -> None:
        self._outside.hide()
        self._trouble.hide()

    def _going(self, state: BundleState) -> QWidget:
        lines = (
            Remark("file-text", f"{if_ours(title)}: {counted(many, 'line')}", "ink", "body")
            for title, many in state.parts
        )
        done = Remark("list-checks", tr("Who did what, and when"), "ink", "body")
        return Card(Heading(tr("What goes in"), "h2"), *lines, done, gap="s")

    def _staying(self, state: BundleState) -> QWidget:
        """Say what is left out; of harm and of what is restricted it says the same whether there is any or not."""
        said = [tr(LEFT_OUT[kind]) for kind in state.left_out if kind is not LeftOut.HARM]
        said += [tr(LEFT_OUT[LeftOut.HARM]), *([tr(_ALONE)] if state.asker is Asker.PARENT else [])]
        lines = (Remark("minus", words, "ink", "body") for words in said)
        return Card(Heading(tr("What is left out"), "h2"), *lines, gap="s")

    def _deciding(self, state: BundleState) -> QWidget:
        lead = Text(tr(_DECIDE) if state.to_decide else tr(_NOTHING), "body", "ink_2", wrap=True)
        card = Card(Heading(tr("For you to decide"), "h2"), lead, gap="l")
        title = ""
        for number, line in enumerate(state.to_decide):
            if line.title != title:
                title = line.title
                card.column.add(Text(if_ours(title), "caption", "ink_2", wrap=True))
            tick = TickBox(tr("Put this line in"))
            tick.setObjectName(f"bundle.include:{number}")
            tick.setAccessibleName(tr("Put this line in: {asked}").format(asked=if_ours(line.asked)))
            self._ticks[line.key] = tick
            told = Text(if_ours(line.asked), "label", wrap=True), Text(if_ours(line.said), "body", wrap=True)
            card.column.add(stacked(*told, Remark("info", tr(WHY[line.why])), tick, gap="xs"))
        return card

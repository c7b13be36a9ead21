"""Which lines go under a decision to share without agreement: each is ticked by hand, and nothing is beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Card, Heading, PageColumn, Text, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.lines import GoingLines
from app.ui.finishing.remark import Remark
from app.ui.states import ReadSection

_LEAD = noted(
    "Tick each line that is to go, and no more than they need. What you do not tick is not sent, and nobody can tell "
    "from what they get how much there was."
)
_NOTHING_HERE = noted("There is no finished assessment of this child, so nothing can be sent from here.")
_ALL_THE_SAME = noted("Your decision is written down all the same. Tell whoever needs to know in your own safe way.")
_NOT_SHARED = noted("You decided not to share it, so nothing goes.")
_WRITTEN_DOWN = noted("The decision and its reasons are kept. Read it through on the next page, and finish it.")
_CHANGED = noted("The assessment was changed since you ticked its lines. Please tick them again.")


class GoesPage(PageColumn):
    """The lines of the finished assessment. Signals: ``chosen(object)`` with the ``linkId``s of those that go."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lead, self._changed = (
            Text(tr(_LEAD), "body", "ink_2", wrap=True),
            Remark("info", tr(_CHANGED), "ink", "body"),
        )
        self._count = Text("", "strong", wrap=True)
        self._lines = GoingLines("goes")
        self._why_none, self._then = Text("", "strong", wrap=True), Text("", "body", "ink_2", wrap=True)
        self._none = Card(self._why_none, self._then)
        self.head.add(Heading(tr("Which lines go")), self._lead, self._changed, self._count)
        self.add(self._none, self._lines)
        self._lines.held.connect(self._tell)

    def show_lines(
        self, sections: tuple[ReadSection, ...], closed: frozenset[str], going: tuple[str, ...], *, changed: bool
    ) -> None:
        """Show the lines there are, with those that go; ``changed`` says that they have to be ticked anew."""
        self._say_none(tr(_NOTHING_HERE), tr(_ALL_THE_SAME))
        self._lines.load(going)
        self._lines.show_lines(sections, closed)
        for part, shown in ((self._none, not sections), (self._lines, sections), (self._lead, sections)):
            part.setVisible(bool(shown))
        self._count.setVisible(bool(sections))
        self._changed.setVisible(changed)
        self._say_count(going)
        tab_through(self._lines.stops())
        self.to_top()

    def show_not_shared(self) -> None:
        """Say that there is nothing to choose, where it was decided not to share."""
        self.show_lines((), frozenset(), (), changed=False)
        self._say_none(tr(_NOT_SHARED), tr(_WRITTEN_DOWN))

    def focus_first(self) -> None:
        """Put the keyboard on the first line."""
        stops: list[QWidget] = self._lines.stops()
        (stops[0] if stops else self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_top()

    def _say_none(self, why: str, then: str) -> None:
        self._why_none.say(why)
        self._then.say(then)

    def _tell(self, going: tuple[str, ...]) -> None:
        self._changed.hide()
        self._say_count(going)
        self.chosen.emit(going)

    def _say_count(self, going: tuple[str, ...]) -> None:
        lines = {1: tr("One line goes.")}.get(len(going), tr("{number} lines go.").format(number=len(going)))
        self._count.say(lines if going else tr("No line is ticked: nothing is sent from here."))

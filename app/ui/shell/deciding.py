"""Who is deciding: with a young person who decides alone, the record is restricted from the first save.

Marking it is one press, before a name is written. Taking it back is for them to say, so once they have agreed to start
it cannot be undone here.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.look.kit import Button, Card, Text
from app.look.speech import noted, tr
from app.ui.finishing.choices import Choices
from app.ui.finishing.stack import side_by_side

FAMILY, YOUNG_PERSON = "family", "young person"
_ALONE = noted(
    "Nothing of this is linked, shown or sent to anybody at home. Please do not ring or write home about it. "
    "Ask how it is safe to get in touch."
)
_STAYS = noted("The young person is deciding. {alone}")


class DecidingCard(Card):
    """The question who is deciding; ``chosen`` carries whether the young person decides alone.

    ``explain_wanted`` comes when they are to be told now what they need to know before they decide.
    """

    chosen = Signal(bool)
    explain_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(gap="m", margin="l")
        options = ((FAMILY, tr("A parent or carer")), (YOUNG_PERSON, tr("The young person")))
        self._asked = Choices("episode.deciding", tr("Who is deciding?"), options)
        self._told = Text("", "body", "ink_2", wrap=True)
        self._told.hide()
        self._explain = Button(tr("Explain it to them now"), "users", explained=tr("Turn the screen to them (F9)"))
        self._explain.setObjectName("deciding.explain")
        self._explain.clicked.connect(self.explain_wanted)
        self._explain.hide()
        self.column.add(self._asked, self._told, side_by_side(self._explain))
        self._asked.chosen.connect(self._choose)

    def load(self, *, restricted: bool, fixed: bool) -> None:
        """Show what is marked. ``fixed`` says that it can no longer be taken back; then only the words are shown."""
        self._asked.load(YOUNG_PERSON if restricted else "")
        self._asked.setHidden(fixed and restricted)
        self._tell(restricted=restricted, words=tr(_STAYS) if fixed else tr(_ALONE))
        self._explain.setVisible(restricted and not fixed)

    def _choose(self, code: str) -> None:
        self._tell(restricted=code == YOUNG_PERSON, words=tr(_ALONE))
        self._explain.setVisible(code == YOUNG_PERSON)
        self.chosen.emit(code == YOUNG_PERSON)

    def _tell(self, *, restricted: bool, words: str) -> None:
        self._told.say(words if restricted else "")
        self._told.setVisible(restricted)

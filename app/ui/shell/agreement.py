"""Under the page of the first gate: signing by hand where that is how they said yes, and writing down their answer."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.answers import Answers, text_of
from app.domain.strokes import canonical, strokes_in
from app.look.buttons import ButtonLook
from app.look.kit import Button, Card, Field, Notice, Row, Text, announce
from app.look.speech import each_told, noted, tr
from app.ui.finishing.pad import SignaturePad
from app.ui.shell.eachchild import EachChild
from app.ui.shell.thinking import Thoughts

HOW, STROKES = "c1.how", "c1.strokes"
_UNSAFE = noted(
    "A child’s safety comes first. If somebody may be harmed, go to “Worried now?”. To pass something on without "
    "asking, write down why: eight questions. Everything written here stays as it is."
)
_HINT = noted("With a finger, a pen or the mouse. Delete clears it, Ctrl+Z takes the last line back.")


class AgreementCard(Card):
    """The family's answer at the first gate.

    Signals: ``drawn(object)`` with the strokes as text, or ``None`` when the pad is empty; ``ready()`` when the answer
    is to be written down; ``worried()`` and ``decision_wanted()`` where asking could put somebody at risk;
    ``join_wanted()`` to join in with an assessment that is open already.
    """

    drawn = Signal(object)
    ready = Signal()
    worried = Signal()
    decision_wanted = Signal()
    join_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pad = SignaturePad()
        self._pad.setObjectName(STROKES)
        self._pad.changed.connect(
            lambda: self.drawn.emit(None if self._pad.is_blank() else canonical(self._pad.strokes()))
        )
        self._signature = Field(tr("Their signature"), tr(_HINT), self._pad)
        self.thoughts, self.each = Thoughts(), EachChild()
        self._missing = Notice("warn", tr("A few things first"))
        self._missing.hide()
        button = Button(tr("Write down their answer"), "handshake", "primary")
        button.setObjectName("start.agree")
        button.clicked.connect(self.ready)
        self._unsafe = self._button(tr("Asking could put somebody at risk"), "shield-alert", "start.unsafe", "quiet")
        self._unsafe.clicked.connect(self._show_ways)
        self._join = self._button(tr("Ask to join in with it"), "users", "start.join")
        self._join.clicked.connect(self.join_wanted)
        self._join.hide()
        self._ways = self._ways_on()
        self._ways.hide()
        words = tr("Nothing is assessed before they have said yes. No is a good answer too.")
        hint = Text(words, "hint", "ink_2", wrap=True)
        self.column.add(self.thoughts, Row(self._join, None), self.each, self._signature, hint, self._missing)
        self.column.add(Row(button, None), Row(self._unsafe, None), self._ways)

    def _ways_on(self) -> Notice:
        """Return what can be done where nobody can be asked safely: it leads on, and never ends here."""
        worried = self._button(tr("Worried now?"), "shield-alert", "start.worried")
        worried.clicked.connect(self.worried)
        decide = self._button(tr("Decide about sharing without asking"), "share-2", "start.decide")
        decide.clicked.connect(self.decision_wanted)
        return Notice("info", tr("Then do not ask now"), tr(_UNSAFE), worried, decide)

    def _show_ways(self) -> None:
        self._ways.show()
        announce(self._ways, tr("Then do not ask now. {unsafe}").format(unsafe=tr(_UNSAFE)))

    @staticmethod
    def _button(words: str, icon: str, name: str, look: ButtonLook = "plain") -> Button:
        button = Button(words, icon, look)
        button.setObjectName(name)
        return button

    def load(self, answers: Answers) -> None:
        """Show the pad where they sign by hand, with what was drawn there."""
        self._signature.setVisible(answers.get(HOW) == "drawn")
        self._pad.show_strokes(strokes_in(text_of(answers, STROKES)))

    def show_join(self, *, wanted: bool) -> None:
        """Lead to joining in with another assessment, where one is open."""
        self._join.setVisible(wanted)

    def show_missing(self, sentences: tuple[str, ...]) -> None:
        """Say kindly what is still needed; an empty tuple takes the words away."""
        self._missing.setVisible(bool(sentences))
        if sentences:
            self._missing.say(tr("A few things first"), "\n".join(each_told(sentences)))
            announce(self._missing, " ".join(each_told(sentences)), at_once=True)

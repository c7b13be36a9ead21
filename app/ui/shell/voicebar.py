"""The row above a page's questions with which a line is said to be somebody's words, seen, or thought."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answers, row_answers, text_of
from app.domain.bundle import names_of_others
from app.domain.voices import Voice
from app.look.kit import Button, Column, Flow, Text
from app.look.speech import noted, tr
from app.ui.finishing.stack import held_in

MOST_NAMES = 3
_NOBODY = noted("They")


def names_in(answers: Answers) -> tuple[str, ...]:
    """Return whose words may be written down: the child's first, then those who live at home or were in the room."""
    child = (text_of(answers, "id.known_as") or text_of(answers, "id.given")).strip()
    found = [child]
    for group, name in (("pc", "pc.name"), ("fh.people", "fh.people.name"), ("as.present", "as.present.name")):
        found += [text_of(row, name) for row in row_answers(answers, group)]
    firsts = (words.split()[0].strip(":,") for words in found if words.split())
    return tuple(dict.fromkeys(first for first in firsts if first[:1].isalpha()))[:MOST_NAMES] or (tr(_NOBODY),)


def all_names_in(answers: Answers) -> frozenset[str]:
    """Return every part of a name that is written down, in small letters."""
    own = (text_of(answers, path) for path in ("id.given", "id.family", "id.known_as", "id.aka"))
    return frozenset(part.casefold() for name in (*own, *names_of_others(answers)) for part in name.split())


class VoiceBar(QWidget):
    """Says whose the line is that somebody is in.

    Signals: ``chosen(Voice, str)`` with the name of who said it; ``next_requested()`` for the next name;
    ``earlier_requested()`` to see what the answer said before.
    """

    chosen = Signal(object, str)
    next_requested = Signal()
    earlier_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.names: tuple[str, ...] = (tr(_NOBODY),)
        self._said = [_small(f"voice.said:{number}", "", "quote", "Ctrl+1") for number in range(MOST_NAMES)]
        for number, button in enumerate(self._said):
            button.clicked.connect(lambda _on=False, number=number: self.chosen.emit(Voice.SAID, self.names[number]))
        saw, think = (
            _small("voice.saw", tr("I saw"), "eye", "Ctrl+2"),
            _small("voice.think", tr("I think"), "lightbulb", "Ctrl+3"),
        )
        earlier = _small("voice.earlier", tr("Earlier words"), "undo-2", tr("What this answer said before (Ctrl+4)"))
        saw.clicked.connect(lambda: self.chosen.emit(Voice.SAW, ""))
        think.clicked.connect(lambda: self.chosen.emit(Voice.THINK, ""))
        earlier.clicked.connect(self.earlier_requested)
        lead = Text(tr("Whose words are on this line?"), "hint", "ink_2", wrap=True)
        self.setLayout(Column(lead, held_in(Flow(*self._said, saw, think, earlier, gap="s")), gap="xs"))
        self._listen(saw, think, earlier)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Offer the words of these people."""
        self.names = names
        for number, button in enumerate(self._said):
            button.setVisible(number < len(names))
            if number < len(names):
                button.say(tr("{names} said").format(names=names[number]))

    def _listen(self, saw: Button, think: Button, earlier: Button) -> None:
        acts = (self.next_requested.emit, saw.click, think.click, earlier.click)
        for number, act in enumerate(acts, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self, act)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)


def _small(name: str, words: str, icon: str, key: str) -> Button:
    explained = key if "(" in key else tr("Mark the line you are in ({key})").format(key=key)
    button = Button(words, icon, "small", explained=explained)
    button.setObjectName(name)
    return button

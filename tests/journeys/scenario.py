"""A worker's hands that are counted, step by step, against the table in ``docs/scenarios.md``; it judges nothing else.

A click is a mouse click, a tap or a shortcut. Typing is not counted, nor is the Enter that ends it; going into a box
that does not have the keyboard yet is a click.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from furnished import Opened, settle
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from tour import everything_shown

from app.domain.answers import Answers
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage import drafts
from app.storage.database import Transaction

T = TypeVar("T")

PAGE = Path(__file__).parent.parent.parent / "docs" / "scenarios.md"
PIN = "2580"
MET, NOT_MET = "met", "not met"
_ROW = re.compile(r"^\| ([abc]\d+) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Promise:
    """A line of the table: how many clicks a step may take, how many it took, and how that stands."""

    step: str
    budget: str
    clicks: str
    stands: str


def promises(scenario: str) -> dict[str, Promise]:
    """Return the lines of one scenario by step, as the page has them."""
    found = _ROW.findall(PAGE.read_text(encoding="utf-8"))
    return {
        step: Promise(step, budget, clicks, stands)
        for step, _, budget, clicks, stands, _ in found
        if step[0] == scenario
    }


@dataclass
class Worker:
    """Somebody at the real window, whose clicks are counted."""

    program: Opened
    measured: dict[str, int] = field(default_factory=dict)
    clicks: int = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count what is done here as one step of the scenario."""
        self.clicks = 0
        yield
        self.measured[name] = self.clicks

    def click(self, name: str) -> None:
        """Press something."""
        self.program.hands.click(name)
        self.clicks += 1
        settle()

    def choose(self, name: str) -> None:
        """Press a choice that is not on yet."""
        if not self.program.hands.find_as(name, QAbstractButton).isChecked():
            self.click(name)

    def type(self, name: str, words: str) -> None:
        """Write in a box; where the keyboard is not there yet, it is one click to go there."""
        self.clicks += QApplication.focusWidget() is not self.program.hands.find(name)
        self.program.hands.type(name, words)

    def pick(self, name: str, code: str) -> None:
        """Go into a list with one click, and down it by key."""
        self.clicks += 1
        assert self.program.hands.pick(name, code)

    def write(self, words: str) -> None:
        """Type where the keyboard is, without a click."""
        box = QApplication.focusWidget()
        assert box is not None
        self.program.hands.bring(box, words)

    def enter(self) -> None:
        """End what was typed."""
        box = QApplication.focusWidget()
        assert box is not None
        QTest.keyClick(box, Qt.Key.Key_Return)
        settle()

    def chord(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a shortcut."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        QTest.keyClick(QApplication.focusWidget() or self.program.window, key, modifiers)
        self.clicks += 1
        settle()

    def shift_three_times(self) -> None:
        """Press Shift three times, which counts as one shortcut."""
        for at in (10, 200, 400):
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
            event.setTimestamp(at)
            QApplication.sendEvent(self.program.window.windowHandle(), event)
        self.clicks += 1
        settle()

    def go_to(self, step: str) -> None:
        """Choose a page in the list."""
        self.program.go_to(step)
        self.clicks += 1
        settle()

    def turn(self, by: str = "step.turn") -> None:
        """Turn the screen to the family; a PIN is chosen the first time, which is typing."""
        self.click(by)
        if self.program.hands.sees("pin.one"):
            self.program.hands.type("pin.one", PIN)
            self.program.hands.type("pin.two", PIN)
            self.program.hands.click("pin.keep")
        self.program.hands.find("share.next")
        settle()

    def take_back(self) -> None:
        """Take the screen back with the PIN."""
        self.click("share.leave")
        self.type("leave.pin", PIN)
        self.enter()
        self.program.hands.find("step.turn")
        settle()

    def next_until(self, beginning: str) -> None:
        """Go on in share view until something with such a name is there."""
        while not self.program.hands.named(beginning):
            self.click("share.next")

    def shown(self) -> str:
        """Return every word on the window, read or heard."""
        settle()
        return everything_shown(self.program.window)

    def ask(self, read: Callable[[Transaction], T]) -> T:
        """Return what the disk says, after what was typed is written."""
        assert self.program.program.autosave.flush()
        return self.program.program.tasks.ask(read)

    def said(self, episode: EpisodeId, kind: RecordKind = RecordKind.ASSESSMENT) -> Answers:
        """Return what the disk says of a draft."""
        found = self.ask(lambda tx: drafts.find(tx, episode, kind))
        assert found is not None
        return self.ask(lambda tx: drafts.answers(tx, found.draft))

    def wrote(self, answers: Answers, kind: RecordKind = RecordKind.ASSESSMENT) -> None:
        """Have these answers typed into the record that is open; typing is not what is measured."""
        file = self.program.room.family.file
        assert file is not None
        drafts_open = {
            RecordKind.ASSESSMENT: file.assessment,
            RecordKind.START: file.start,
            RecordKind.COMPETENCE: file.competence,
            RecordKind.SHARING: file.sharing,
        }
        draft = drafts_open[kind]
        assert draft is not None
        for path, answer in answers.items():
            self.program.program.autosave.note_answer(draft.draft, path, answer)
        self.program.program.autosave.flush()
        step = self.program.room.family.step
        self.program.room.open_family(file.episode, step=step)
        settle()


def against_the_page(scenario: str, measured: dict[str, int]) -> str:
    """Return in words where the page and what was counted differ; more clicks than the page says is never well."""
    said = promises(scenario)
    wrong = [f"{step} is not on the page" for step in measured if step not in said]
    for step, clicks in measured.items():
        line = said.get(step)
        if line is None:
            continue
        if line.clicks != str(clicks):
            wrong.append(f"{step}: {clicks} clicks, and the page says {line.clicks}")
        if line.budget.isdigit() and line.stands != (MET if clicks <= int(line.budget) else NOT_MET):
            wrong.append(f"{step}: {clicks} clicks of {line.budget}, and the page says {line.stands}")
    uncounted = [step for step, line in said.items() if line.clicks.isdigit() and step not in measured]
    return "\n".join(wrong + [f"{step} is on the page and was not walked" for step in uncounted])

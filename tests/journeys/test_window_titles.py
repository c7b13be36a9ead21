"""A window's title is read by task bars and by whoever shares a screen: it never says more than the program's name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from larkrise import MASON, Laptop, by_hand, new_office
from marked import MARK
from opened import around, closed, names_in, opened
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTreeView, QWidget

from app.domain.answers import Answers
from app.ui.shell.steps import LAST_STEPS
from app.ui.shell.tasklist import STEP
from app.ui.window import TITLE
from demonstration.hands import Hands

WORDS: Answers = {
    **MASON,
    "id.given": f"Mason {MARK}",
    "id.family": f"Reid {MARK}",
    "as.reason": f"Carly asked for help. {MARK}",
}


class Titles(QObject):
    """Every title that any window ever had, and every name the program went by."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen: set[str] = set()
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's own name
        """Note the title of whatever becomes a window or changes its title."""
        if event.type() in {QEvent.Type.WindowTitleChange, QEvent.Type.Show} and isinstance(watched, QWidget):
            self.seen.add(watched.windowTitle())
            self.seen.add(watched.windowIconText())
        return False


@pytest.fixture
def titles(qapp: QApplication) -> Iterator[Titles]:
    """Watch all windows."""
    watching = Titles(qapp)
    yield watching
    qapp.removeEventFilter(watching)


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """Open the program on one finished family and one being written, both with marked words."""
    laptop = Laptop.new(tmp_path / "vaults" / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    for sign in (True, False):
        visit = laptop.finished_visit() if sign else laptop.visit()
        if not sign:
            visit.start()
            visit.write(WORDS)
    laptop.vault.lock()
    program, hands = opened(qapp, around(tmp_path))
    yield hands
    closed(program)


def steps_listed(hands: Hands) -> list[str]:
    model = hands.find_as("tasklist", QTreeView).model()
    heads = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.index(line, 0, head).data(STEP) for head in heads for line in range(model.rowCount(head))]


def test_no_title_ever_holds_a_word_of_a_family(hands: Hands, titles: Titles) -> None:
    families = names_in(hands, "home.open:")
    assert len(families) == 2
    walked = set()
    for family in families:
        hands.click(family)
        for step in steps_listed(hands):
            hands.go_to(step)
            walked.add(step)
            titles.seen.add(hands.window.windowTitle())
        for button in ("bar.worried", "worried.back", "bar.hide", "hide.back", "room.notes", "bar.home"):
            hands.click(button)
    assert {"as", *LAST_STEPS} <= walked
    assert titles.seen <= {TITLE, ""}
    assert TITLE in titles.seen
    assert MARK not in QApplication.applicationDisplayName()

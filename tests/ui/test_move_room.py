"""A person moves from her old laptop to her new one on this page: two files, eight letters, and nothing taken away."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from benches import opened
from pages_seen import Show, control, cut_off, nameless, press, words_on
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.look.theme import theme
from app.operations.workplace import Workplace
from app.ui.shell.moveroom import MoveRoom
from app.ui.tasks import Tasks

sys.path.append(str(Path(__file__).parent.parent / "operations"))

from larkrise import MASON, Laptop, by_hand, new_office


@dataclass
class Desk:
    """One laptop on the table: its move room, and what its owner answers when she is asked for a file or folder."""

    room: MoveRoom
    tasks: Tasks
    workplace: Workplace
    answers: list[Path | None] = field(default_factory=list)

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        return self.tasks.ask(lambda tx: len(tx.all(f"SELECT 1 FROM {table}")))  # noqa: S608 - a name of the schema


def on_the_table(laptop: Laptop) -> Desk:
    table = opened(laptop)
    return Desk(MoveRoom(table.bench), table.bench.tasks, laptop.workplace, table.answers)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Callable[[str, bool], Desk]]:
    """Give a way to have laptops of Jo's, one with a finished family and one that is being written."""
    office, given = new_office(tmp_path / "office"), list[Desk]()

    def one(called: str, worked: bool) -> Desk:  # noqa: FBT001 - old or new
        laptop = Laptop.new(tmp_path / called, by_hand(office, "practitioner"))
        if worked:
            laptop.finished_visit()
            visit = laptop.visit()
            visit.start()
            visit.write(MASON)
        given.append(on_the_table(laptop))
        return given[-1]

    yield one
    for desk in given:
        desk.tasks.vault_thread.close()


def test_everything_moves_with_two_files_and_eight_letters(
    show: Show, qtbot: QtBot, desks: Callable[[str, bool], Desk], tmp_path: Path
) -> None:
    old, new = desks("old", True), desks("new", False)
    for desk in (old, new):
        desk.room.begin()
        show(desk.room)
    new.answers.append(tmp_path / "laptop")
    press(new.room, "move.file")
    assert not control(old.room, "move.carry").isVisible()
    old.answers.append(tmp_path / "laptop")
    press(old.room, "move.laptop")
    letters = next(words for words in words_on(old.room).splitlines() if words in words_on(new.room) and "-" in words)
    assert len(letters) == 9
    press(old.room, "move.drafts")
    (tmp_path / "stick").mkdir()
    old.answers.append(tmp_path / "stick")
    press(old.room, "move.carry")
    qtbot.waitUntil(lambda: "Ready for your new laptop." in words_on(old.room), timeout=20000)
    assert "Some work still waits to be sent" in words_on(old.room)
    new.answers.append(tmp_path / "stick")
    press(new.room, "move.bring")
    qtbot.waitUntil(lambda: "Taken in." in words_on(new.room), timeout=20000)
    assert (new.count("records"), new.count("drafts")) == (old.count("records"), old.count("drafts"))


def test_a_wrong_file_is_said_and_nothing_can_be_carried(
    show: Show, desks: Callable[[str, bool], Desk], tmp_path: Path
) -> None:
    old = desks("old", True)
    old.room.begin()
    show(old.room)
    (tmp_path / "wrong").write_bytes(b"{}")
    for path in (tmp_path / "wrong", tmp_path / "nowhere", None):
        old.answers.append(path)
        press(old.room, "move.laptop")
        assert not control(old.room, "move.carry").isVisible()
    assert "could not be read" in words_on(old.room)


def test_nobody_leaves_while_it_is_carried(
    qtbot: QtBot, show: Show, desks: Callable[[str, bool], Desk], tmp_path: Path
) -> None:
    old, new = desks("old", True), desks("new", False)
    for desk in (old, new):
        desk.room.begin()
        show(desk.room)
    new.answers.append(tmp_path / "laptop")
    press(new.room, "move.file")
    (tmp_path / "stick").mkdir()
    old.answers += [tmp_path / "laptop", tmp_path / "stick"]
    press(old.room, "move.laptop")
    old.room.page.carry_requested.emit(True)  # what comes back waits for the window to listen again
    assert old.room.is_busy()
    qtbot.waitUntil(lambda: "Ready for your new laptop." in words_on(old.room), timeout=20000)
    assert not old.room.is_busy()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_and_everything_has_a_name(
    show: Show, desks: Callable[[str, bool], Desk], scale: float
) -> None:
    old = desks("old", False)
    old.room.begin()
    old.room.page.show_successor("7K2M-Q9XD")
    show(old.room)
    theme.set_scale(scale)
    QApplication.processEvents()
    try:
        assert cut_off(old.room) == []
        assert nameless(old.room) == []
    finally:
        theme.set_scale(1.0)

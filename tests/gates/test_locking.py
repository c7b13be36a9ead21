"""Locking and hiding on the real program: what was typed is kept, what was seen is gone, and the title says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from larkrise import MORNING, PASSPHRASE
from pages_seen import words_on
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.storage import audit, drafts
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.seats import seat_folder
from app.storage.troubles import DiskFull
from app.storage.vault import open_vault
from app.ui.inactivity import Inactivity

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

STEP, FIELD = "d1.identity", "d1.identity.strengths"
WORDS = "Proud of the tower he built with Alfie."
LOCKED = ["started afresh", "left with 0"]
IDLE_SECONDS = 600.0


@pytest.fixture
def found(tmp_path: Path) -> Furnished:
    """Furnish laptops of this test's own: it writes on one."""
    return furnish(tmp_path / "laptops")


@pytest.fixture
def program(qapp: QApplication, found: Furnished, tmp_path: Path) -> Iterator[Opened]:
    """Open the practitioner's program on a topic of a family being assessed."""
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        program.room.open_family(found.writing, step=STEP)
        yield program


def on_disk(found: Furnished, episode: EpisodeId, path: str) -> object:
    """Return what a freshly opened vault holds at a path of an assessment."""
    vault = open_vault(seat_folder(found.practitioner, ""), PASSPHRASE)
    with vault.transaction() as tx:
        draft = drafts.find(tx, episode, RecordKind.ASSESSMENT)
        answers = drafts.answers(tx, draft.draft) if draft is not None else {}
    vault.lock()
    return answers.get(path)


@dataclass
class Clocks:
    """A laptop's two clocks: the one that stands still while it sleeps, and the one on the wall."""

    awake: float = 0.0
    wall: float = 1_000_000.0

    def wait(self, seconds: float) -> None:
        """Let time pass while the laptop is awake."""
        self.awake += seconds
        self.wall += seconds


def watched(program: Opened, application: QApplication) -> tuple[Clocks, Inactivity]:
    """Watch the program with clocks that a test sets, in the way the program does."""
    clocks = Clocks()
    watch = Inactivity(application, IDLE_SECONDS, lambda: clocks.awake, lambda: clocks.wall)
    watch.inactivity_detected.connect(program.program.lock)
    return clocks, watch


def test_words_typed_just_before_locking_are_on_the_disk(program: Opened, found: Furnished) -> None:
    program.hands.type(FIELD, WORDS)
    QTest.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.told == LOCKED
    assert on_disk(found, found.writing, FIELD) == WORDS


def test_nobody_there_for_long_enough_locks_and_keeps_what_was_typed(
    program: Opened, qapp: QApplication, found: Furnished
) -> None:
    clocks, watch = watched(program, qapp)
    program.hands.type(FIELD, WORDS)
    clocks.wait(IDLE_SECONDS - 1)
    watch.check()
    assert program.told == []
    clocks.wait(1)
    watch.check()
    assert program.told == LOCKED
    assert on_disk(found, found.writing, FIELD) == WORDS


def test_a_touch_begins_the_wait_anew(program: Opened, qapp: QApplication) -> None:
    clocks, watch = watched(program, qapp)
    for _ in range(3):
        clocks.wait(IDLE_SECONDS - 1)
        program.hands.find(FIELD).setFocus()
        QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_A)
    watch.check()
    assert program.told == []


def test_the_first_touch_after_a_long_sleep_locks(program: Opened, qapp: QApplication) -> None:
    """The clock that counts seconds stood still under the shut lid; the clock on the wall went on."""
    clocks, _ = watched(program, qapp)
    clocks.wall += 3 * 3600
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_A)
    assert program.told == LOCKED


def test_putting_the_clock_back_does_not_keep_the_laptop_open(program: Opened, qapp: QApplication) -> None:
    clocks, watch = watched(program, qapp)
    clocks.wait(IDLE_SECONDS)
    clocks.wall -= 24 * 3600
    watch.check()
    assert program.told == LOCKED


def fill_the_disk(program: Opened, *, full: bool) -> None:
    """Leave the vault no room for one more page, or room again; SQLite answers as it does for a full disk."""

    def limit(tx: Transaction) -> None:
        tx._connection.set_authorizer(None)  # the program itself may not change such settings
        pages = tx._connection.execute("PRAGMA page_count").fetchone()[0]
        tx._connection.execute(f"PRAGMA max_page_count = {pages if full else pages + 100_000}")

    program.program.tasks.ask(limit)


def dictate(program: Opened, words: str) -> None:
    """Put a long text into the box at once, as dictation does."""
    box = program.hands.find_as(FIELD, QTextEdit)
    box.insertPlainText(words)


def test_a_full_disk_keeps_the_window_open_says_so_and_loses_no_word(program: Opened, found: Furnished) -> None:
    long = WORDS * 4000
    fill_the_disk(program, full=True)
    dictate(program, long)
    program.program.lock()
    assert program.told == []
    shown = words_on(program.window)
    assert "Not saved yet. The disk of this laptop is full." in shown
    assert "make room" in shown
    assert program.hands.find_as(FIELD, QTextEdit).toPlainText() == long
    fill_the_disk(program, full=False)
    program.program.lock()
    assert program.told == LOCKED
    assert on_disk(found, found.writing, FIELD) == long


def test_nobody_there_and_a_full_disk_hides_what_cannot_be_locked(program: Opened, found: Furnished) -> None:
    long = WORDS * 4000
    fill_the_disk(program, full=True)
    dictate(program, long)
    program.program.lock_or_hide()
    assert program.told == []
    assert is_hidden(program)
    program.hands.click("hide.back")
    assert "Not saved yet. The disk of this laptop is full." in words_on(program.window)
    assert program.hands.find_as(FIELD, QTextEdit).toPlainText() == long
    fill_the_disk(program, full=False)
    program.program.lock_or_hide()
    assert program.told == LOCKED
    assert on_disk(found, found.writing, FIELD) == long


def test_a_lock_takes_what_was_copied_off_the_clipboard(program: Opened, qapp: QApplication) -> None:
    program.program._copied._owns = lambda _: True  # a window unseen owns no clipboard
    program.hands.type(FIELD, WORDS)
    box = program.hands.find_as(FIELD, QTextEdit)
    box.selectAll()
    box.copy()
    settle()
    assert WORDS in qapp.clipboard().text()
    program.program.lock()
    assert qapp.clipboard().text() == ""


def test_once_there_is_room_again_it_is_saved_by_itself_and_the_warning_goes(program: Opened, found: Furnished) -> None:
    long = WORDS * 4000
    fill_the_disk(program, full=True)
    dictate(program, long)
    program.hands.until(lambda: "Not saved yet. The disk" in words_on(program.window), "the warning")
    fill_the_disk(program, full=False)
    program.hands.until(program.program.autosave.is_clear, "everything on the disk", 5)
    program.hands.until(lambda: "Not saved yet" not in words_on(program.window), "an end of the warning", 5)
    program.program.lock()
    assert on_disk(found, found.writing, FIELD) == long


def test_with_all_saved_a_full_disk_does_not_keep_the_vault_open(program: Opened) -> None:
    program.program.autosave.flush()
    fill_the_disk(program, full=True)
    use_up_free_pages(program)
    program.program.lock()
    assert program.told == LOCKED


def use_up_free_pages(program: Opened) -> None:
    """Note things in the audit until not the smallest line more fits."""
    for why in ("x" * 400, ""):
        while has_room_for(program, why):
            pass


def has_room_for(program: Opened, why: str) -> bool:
    """Say whether one line more went into the audit."""
    try:
        program.program.tasks.ask(lambda tx: audit.write(tx, Act.LOCKED, "", MORNING, why))
    except DiskFull:
        return False
    return True


def press_shift(program: Opened, at: int) -> None:
    """Press and let go of Shift at a time in milliseconds, as the window system tells it."""
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
        event.setTimestamp(at)
        QApplication.sendEvent(program.window.windowHandle(), event)


def is_hidden(program: Opened) -> bool:
    return words_on(program.window) == "Ready"


def test_hide_now_covers_at_once_and_everything_is_there_again_afterwards(program: Opened) -> None:
    program.hands.type(FIELD, WORDS)
    program.hands.click("bar.hide")
    assert is_hidden(program)
    assert program.window.windowTitle() == "eCAF"
    program.hands.click("hide.back")
    assert program.hands.find_as(FIELD, QTextEdit).toPlainText() == WORDS
    program.program.lock()


def test_shift_three_times_covers_from_the_middle_of_a_word(program: Opened, found: Furnished) -> None:
    program.hands.type(FIELD, WORDS)
    for at in (1000, 1300):
        press_shift(program, at)
        assert not is_hidden(program)
    press_shift(program, 1600)
    assert is_hidden(program)
    program.hands.until(program.program.autosave.is_clear, "everything on the disk")
    program.program.lock()
    assert on_disk(found, found.writing, FIELD) == WORDS


def test_typing_capitals_or_pressing_shift_slowly_hides_nothing(program: Opened) -> None:
    box = program.hands.find(FIELD)
    box.setFocus()
    for at in (1000, 3000, 5000):
        press_shift(program, at)
    for at in (6000, 6100, 6200):
        press_shift(program, at)
        QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert not is_hidden(program)


def test_a_hidden_screen_still_locks(program: Opened, qapp: QApplication) -> None:
    clocks, watch = watched(program, qapp)
    program.hands.click("bar.hide")
    clocks.wait(IDLE_SECONDS)
    watch.check()
    assert program.told == LOCKED
    assert program.window.windowTitle() == "eCAF"

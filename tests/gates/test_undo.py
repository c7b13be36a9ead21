"""Undo on the real window: across pages, by key and by button, named, at its place, and with the disk following."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from larkrise import PASSPHRASE
from pages_seen import words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit, QWidget

from app.domain.answers import Absent, AbsentReason, Answer
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.look.kit import PageColumn
from app.storage import drafts
from app.storage.database import Transaction
from app.storage.seats import seat_folder
from app.storage.vault import open_vault
from app.sync.status import Reach, SyncStatus

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

NEEDS = "d1.behaviour.needs"
TOPICS = ("d1.behaviour.", "d1.emotional.", "d1.identity.", "d1.speech.", "d2.warmth.", "d3.housing.", "co.child_wants")
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def found(tmp_path: Path) -> Furnished:
    """Furnish laptops of this test's own: it writes on one."""
    return furnish(tmp_path / "laptops")


@pytest.fixture
def program(qapp: QApplication, found: Furnished, tmp_path: Path) -> Iterator[Opened]:
    """Open the program on a family's record."""
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        program.program.tasks.ask(lambda tx: leave_unwritten(tx, found))
        program.room.open_family(found.writing, step="d1.behaviour")
        yield program


def leave_unwritten(tx: Transaction, found: Furnished) -> None:
    """Let the topics that are typed into here be as on the first visit, with nothing to take back in any of them."""
    for kind in (RecordKind.ASSESSMENT, RecordKind.SHARING):
        draft = drafts.find(tx, found.writing, kind)
        assert draft is not None
        tx.run("DELETE FROM answer_history WHERE draft = ?", (draft.draft,))
        tx.run("DELETE FROM draft_pages_done WHERE draft = ?", (draft.draft,))
        for topic in TOPICS:
            tx.run("DELETE FROM draft_answers WHERE draft = ? AND path LIKE ?", (draft.draft, f"{topic}%"))


@pytest.fixture
def row(program: Opened, found: Furnished) -> str:
    """Return the first row of the plan."""
    rows = on_disk(program, found.writing)["ac"]
    assert isinstance(rows, tuple)
    return f"ac/{rows[0]}"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def undo() -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Z, CTRL)
    settle()


def redo() -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Z, CTRL | SHIFT)
    settle()


def said(program: Opened) -> str:
    return program.room.family.footer.words()


def on_disk(program: Opened, episode: EpisodeId, kind: RecordKind = RecordKind.ASSESSMENT) -> dict[str, Answer]:
    """Return what the disk says once everything is on it."""
    program.program.autosave.flush()

    def read(tx: Transaction) -> dict[str, Answer]:
        draft = drafts.find(tx, episode, kind)
        assert draft is not None
        return drafts.answers(tx, draft.draft)

    return program.program.tasks.ask(read)


def text_in(program: Opened, name: str) -> str:
    return program.hands.find_as(name, QTextEdit).toPlainText()


def test_typing_is_taken_back_and_done_again_in_its_box_by_key(program: Opened, found: Furnished) -> None:
    program.hands.type(NEEDS, "He shouts.")
    undo()
    assert text_in(program, NEEDS) == ""
    assert focused().objectName() == NEEDS
    assert said(program) == "Undone: Behaviour, what is hard, or worrying"
    assert NEEDS not in on_disk(program, found.writing)
    redo()
    assert text_in(program, NEEDS) == "He shouts."
    assert said(program).startswith("Done again: Behaviour")
    assert on_disk(program, found.writing)[NEEDS] == "He shouts."


def test_it_goes_to_the_page_where_it_was_done(program: Opened) -> None:
    program.hands.type(NEEDS, "He shouts.")
    program.go_to("wants")
    program.hands.type("co.child_wants", "More time with Ben.")
    program.hands.click("step.undo")
    assert program.room.family.step == "wants"
    program.hands.click("step.undo")
    assert program.room.family.step == "d1.behaviour"
    assert text_in(program, NEEDS) == ""
    assert words_on(program.window).count("Undone: Behaviour, what is hard, or worrying") == 1


def test_a_word_taken_back_leaves_the_caret_where_it_was(program: Opened) -> None:
    program.hands.type(NEEDS, "He shouts at school.")
    box = program.hands.find_as(NEEDS, QTextEdit)
    cursor = box.textCursor()
    cursor.setPosition(9)
    cursor.insertText(" a great deal of the time, and then is sorry about it")
    undo()
    assert text_in(program, NEEDS) == "He shouts at school."
    assert box.textCursor().position() == 9


def test_a_reason_that_took_the_place_of_words_gives_them_back(program: Opened, found: Furnished) -> None:
    program.hands.type(NEEDS, "He shouts.")
    program.hands.click(f"{NEEDS}:absent:nothing-to-add")
    assert on_disk(program, found.writing)[NEEDS] == Absent(AbsentReason.NOTHING_TO_ADD)
    undo()
    assert text_in(program, NEEDS) == "He shouts."
    assert not program.hands.find_as(f"{NEEDS}:absent:nothing-to-add", QAbstractButton).isChecked()
    assert on_disk(program, found.writing)[NEEDS] == "He shouts."


def test_a_removed_row_comes_back_with_all_it_said(program: Opened, found: Furnished, row: str) -> None:
    before = on_disk(program, found.writing)
    program.go_to("plan")
    program.hands.click(f"{row}:remove")
    assert f"{row}/ac.who" not in on_disk(program, found.writing)
    program.go_to("wants")
    undo()
    assert program.room.family.step == "plan"
    assert text_in(program, f"{row}/ac.action") == before[f"{row}/ac.action"]
    assert on_disk(program, found.writing) == before


def test_a_row_brought_back_in_its_place_is_on_the_disk_with_all_it_said(
    program: Opened, found: Furnished, row: str
) -> None:
    before = on_disk(program, found.writing)
    program.go_to("plan")
    program.hands.click(f"{row}:remove")
    program.program.autosave.flush()
    program.hands.click(f"{row}:undo")
    assert on_disk(program, found.writing) == before


def test_a_row_removed_brought_back_and_removed_leaves_nothing_on_the_disk(
    program: Opened, found: Furnished, row: str
) -> None:
    program.go_to("plan")
    program.hands.click(f"{row}:remove")
    program.program.autosave.flush()
    program.hands.click(f"{row}:undo")
    program.hands.click(f"{row}:remove")
    assert [path for path in on_disk(program, found.writing) if path.startswith(row)] == []


def test_ticking_a_page_as_finished_is_taken_back_too(program: Opened) -> None:
    program.hands.click("step.done")
    program.go_to("wants")
    undo()
    assert program.room.family.step == "d1.behaviour"
    tick = program.hands.find_as("step.done", QAbstractButton)
    assert not tick.isChecked()
    assert focused() is tick
    assert said(program) == "Undone: Behaviour, finished for now"


def test_a_service_taken_off_the_list_comes_back_whole_in_one_step(program: Opened, found: Furnished) -> None:
    program.go_to("share")
    before = program.hands.rows("c2.list")
    program.hands.click("c2.list:add")
    (row,) = program.hands.rows("c2.list") - before
    program.hands.type(f"{row}/c2.list.service", "Ambleton school nurses")
    program.hands.choose(f"{row}/c2.list.may_see:yes")
    program.hands.click(f"{row}:remove")
    undo()
    written = on_disk(program, found.writing, RecordKind.SHARING)
    assert written[f"{row}/c2.list.service"] == "Ambleton school nurses"
    assert written[f"{row}/c2.list.may_see"] == "yes"
    assert program.hands.find_as(f"{row}/c2.list.may_see:yes", QAbstractButton).isChecked()
    undo()
    assert f"{row}/c2.list.may_see" not in on_disk(program, found.writing, RecordKind.SHARING)


def test_fifty_steps_over_several_pages_lead_back_to_the_beginning(program: Opened, found: Furnished) -> None:
    before = on_disk(program, found.writing)
    for page in ("d1.emotional", "d1.identity", "d1.speech", "d2.warmth", "d3.housing"):
        program.go_to(page)
        for reason in ("nothing-to-add", "not-talked-about", "not-known", "declined", "nothing-to-add"):
            for side in ("strengths", "needs"):
                program.hands.click(f"{page}.{side}:absent:{reason}")
    for _ in range(50):
        assert program.room.family.writing.can_undo()
        program.room.undo()
    assert on_disk(program, found.writing) == before
    assert not program.room.family.writing.can_undo()


def test_what_the_vault_kept_can_be_taken_back_after_the_record_was_closed(program: Opened, found: Furnished) -> None:
    program.hands.type(NEEDS, "He shouts.")
    program.program.autosave.flush()
    program.hands.find_as(NEEDS, QTextEdit).clear()
    program.room.go_home()
    program.room.open_family(found.writing)
    program.hands.click("step.undo")
    assert program.room.family.step == "d1.behaviour"
    assert text_in(program, NEEDS) == "He shouts."


def test_a_row_the_vault_kept_comes_back_with_its_answers(program: Opened, found: Furnished, row: str) -> None:
    before = on_disk(program, found.writing)
    program.go_to("plan")
    program.hands.click(f"{row}:remove")
    program.room.go_home()
    program.room.open_family(found.writing)
    program.hands.click("step.undo")
    assert on_disk(program, found.writing) == before


def test_a_signature_has_its_own_undo_and_one_that_was_given_is_not_taken_back(
    program: Opened, found: Furnished
) -> None:
    program.hands.type(NEEDS, "He shouts.")
    program.go_to("sign")
    program.hands.choose("c2.route:drawn")
    program.hands.draw("c2.strokes", (((100, 100, 0), (300, 200, 0)), ((400, 100, 0), (600, 200, 0))))
    program.hands.find("c2.strokes").setFocus()
    undo()
    assert program.room.family.step == "sign"
    assert "c2.strokes" in on_disk(program, found.writing, RecordKind.SHARING)
    program.hands.click("sign.agree")
    program.hands.until(lambda: program.room.family.step == "where", "the end of signing")
    assert not program.room.family.writing.can_undo()


def test_save_says_when_and_where(program: Opened, found: Furnished) -> None:
    program.hands.type(NEEDS, "He shouts.")
    program.hands.click("step.save")
    assert said(program).startswith("Saved on this laptop at ")
    program.program.lock()
    vault = open_vault(seat_folder(found.practitioner, ""), PASSPHRASE)
    with vault.transaction() as tx:
        draft = drafts.find(tx, found.writing, RecordKind.ASSESSMENT)
        assert draft is not None
        assert drafts.answers(tx, draft.draft)[NEEDS] == "He shouts."
    vault.lock()


def test_the_buttons_have_names_and_rest_when_there_is_nothing(program: Opened) -> None:
    for name, words in (("step.undo", "Undo"), ("step.redo", "Redo"), ("step.save", "Save")):
        button = program.hands.find_as(name, QAbstractButton)
        assert button.accessibleName() == words
    assert not program.hands.find("step.redo").isEnabled()


def test_save_never_says_so_when_the_disk_is_full(program: Opened) -> None:
    def limit(tx: Transaction, more: int) -> None:
        tx._connection.set_authorizer(None)
        pages = tx._connection.execute("PRAGMA page_count").fetchone()[0]
        tx._connection.execute(f"PRAGMA max_page_count = {pages + more}")

    program.program.tasks.ask(lambda tx: limit(tx, 0))
    program.hands.find_as(NEEDS, QTextEdit).insertPlainText("He shouts. " * 20_000)
    program.hands.click("step.save")
    assert said(program).startswith("Not saved yet.")
    assert "Saved on this laptop" not in words_on(program.window)
    program.program.tasks.ask(lambda tx: limit(tx, 100_000))
    program.hands.click("step.save")
    assert said(program).startswith("Saved on this laptop at ")


def test_the_next_record_is_shown_from_its_top_on_every_last_page(program: Opened, found: Furnished) -> None:
    for step in ("share", "sign"):
        program.room.open_family(found.writing, step=step)
        settle()
        pages = [area for area in program.room.family.closing.findChildren(PageColumn) if area.isVisible()]
        bar = pages[0].verticalScrollBar()
        bar.setValue(bar.maximum())
        assert bar.value() > 0
        program.room.open_family(found.writing, step=step)
        settle()
        assert bar.value() == 0


def test_what_waits_is_on_the_bar_as_soon_as_it_was_signed(program: Opened) -> None:
    program.let_the_courier_rest(SyncStatus(Reach.REACHED))
    program.go_to("sign")
    program.hands.click("sign.agree")
    program.hands.until(lambda: program.room.family.step == "where", "the end of signing")
    words = program.room.bar.sync.words()
    assert words == "2 could not be sent · 5 waiting"
    assert f"Sending from this laptop: {words}" in words_on(program.window)


def test_the_same_step_of_another_record_is_another_page(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.asking, step="pre")
    program.hands.choose("pre.q1:option:no")
    program.room.open_family(found.writing, step="pre")
    assert not program.hands.find_as("pre.q1:option:no", QAbstractButton).isChecked()

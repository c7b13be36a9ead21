"""The keyboard alone is enough: from the locked laptop to a typed answer, on to the next topic, and to the lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from households import visited
from keyboard import Key, Keyboard, Modifier, focused, heading, press, write
from larkrise import PASSPHRASE
from PySide6.QtWidgets import QApplication

from app.domain.record import RecordKind
from app.storage import drafts
from app.storage.seats import seat_folder
from app.storage.vault import open_vault

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

BEFORE = str(visited("mason-reid")["d1.behaviour.needs"])
WORDS = "Sings to Alfie at bath time."


@pytest.fixture
def found(tmp_path: Path) -> Furnished:
    """Furnish laptops of this test's own: it writes on one."""
    return furnish(tmp_path / "laptops")


@pytest.fixture
def locked(qapp: QApplication, found: Furnished, tmp_path: Path) -> Iterator[Opened]:
    """Start the program, and touch nothing."""
    with opened(qapp, found.practitioner, tmp_path) as program:
        yield program


@pytest.fixture
def program(locked: Opened) -> Opened:
    """Open the vault with the keyboard."""
    write(PASSPHRASE)
    press(Key.Key_Return)
    locked.hands.until(lambda: locked.program.workroom is not None, "the workroom")
    settle()
    return locked


def choose_family(name: str) -> None:
    """Tab to the list of families, and go down it to one."""
    while not focused().objectName().startswith("home.open:"):
        press(Key.Key_Tab)
    while focused().objectName() != name:
        before = focused()
        press(Key.Key_Down)
        assert focused() is not before, f"{name} is not in the list"
    press(Key.Key_Return)


def test_from_the_locked_laptop_to_a_typed_answer_the_next_topic_and_the_lock(
    program: Opened, found: Furnished
) -> None:
    choose_family(f"home.open:{found.writing}")
    Keyboard(program).tab_to("tasklist")
    while heading(program) != "Behaviour":
        press(Key.Key_Down)
    Keyboard(program).tab_to("d1.behaviour.needs")
    write(WORDS)
    Keyboard(program).tab_to("step.next")
    press(Key.Key_Space)
    assert heading(program) == "Identity and self-esteem"
    press(Key.Key_L, Modifier.ControlModifier)
    assert program.told == ["started afresh", "left with 0"]
    vault = open_vault(seat_folder(found.practitioner, ""), PASSPHRASE)
    with vault.transaction() as tx:
        draft = drafts.find(tx, found.writing, RecordKind.ASSESSMENT)
        assert draft is not None
        assert drafts.answers(tx, draft.draft)["d1.behaviour.needs"] == WORDS + BEFORE
    vault.lock()


@pytest.mark.usefixtures("program")
def test_the_way_in_puts_the_keyboard_where_the_work_goes_on() -> None:
    assert focused().objectName() in {"home.carry_on", "home.register"}


def test_f6_brings_the_topics_and_ctrl_h_leads_home(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="d1.behaviour")
    program.wear("light", 2.0)
    assert not program.hands.sees("tasklist")
    press(Key.Key_F6)
    assert focused().objectName() == "tasklist"
    press(Key.Key_Down)
    assert heading(program) == "Identity and self-esteem"
    press(Key.Key_H, Modifier.ControlModifier)
    assert heading(program) == "Hello Jo"


def test_worried_now_and_back_by_keyboard_loses_no_word(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="d1.behaviour")
    Keyboard(program).tab_to("d1.behaviour.needs")
    write(WORDS)
    Keyboard(program).tab_to("bar.worried")
    press(Key.Key_Space)
    assert focused().objectName() == "worried.back"
    press(Key.Key_Space)
    assert heading(program) == "Behaviour"
    Keyboard(program).tab_to("d1.behaviour.needs")


def test_private_notes_have_a_key_of_their_own(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="d1.behaviour")
    press(Key.Key_N, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert heading(program) == "Private notes"


def test_text_grows_and_shrinks_by_keyboard(program: Opened) -> None:
    before = program.window.font().pixelSize()
    press(Key.Key_Plus, Modifier.ControlModifier)
    assert program.window.font().pixelSize() > before
    press(Key.Key_0, Modifier.ControlModifier)
    assert program.window.font().pixelSize() == before


@pytest.mark.parametrize("step", ["id", "fh", "c1", "d1.behaviour", "plan", "share", "sign"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_stop_is_ringed_and_in_sight_and_tab_comes_round_again(
    program: Opened, found: Furnished, step: str, scale: float
) -> None:
    program.wear("light", scale)
    program.room.open_family(found.asking if step == "c1" else found.writing, step=step)
    settle()
    keys, first = Keyboard(program), focused().objectName()
    press(Key.Key_Tab)
    keys.tab_to(first)
    assert keys.unseen == []


def test_arriving_on_a_page_puts_the_keyboard_at_its_beginning_and_is_not_yet_writing(
    program: Opened, found: Furnished
) -> None:
    program.program.autosave.flush()
    before = program.program.tasks.ask(drafts.last_place)
    program.room.open_family(found.undecided, step="d1.behaviour")
    settle()
    assert focused().objectName() == "d1.behaviour.strengths"
    program.program.autosave.flush()
    assert program.program.tasks.ask(drafts.last_place) == before


def test_carry_on_leads_to_the_very_box_and_it_is_in_sight(program: Opened) -> None:
    Keyboard(program).push("home.carry_on")
    settle()
    assert focused().objectName() == "d1.behaviour.needs"
    assert not focused().visibleRegion().isEmpty()
    write("x")
    program.room.save()
    last = program.program.tasks.ask(drafts.last_place)
    assert last is not None
    assert last.place.path == "d1.behaviour.needs"


@pytest.mark.parametrize("cover", ["bar.hide", "bar.worried"])
def test_after_a_cover_the_keyboard_is_where_it_was(program: Opened, found: Furnished, cover: str) -> None:
    program.room.open_family(found.writing, step="d1.behaviour")
    keys = Keyboard(program)
    keys.tab_to("d1.behaviour.needs")
    at = focused()
    if cover == "bar.hide":
        program.program.window.hide_now()
        press(Key.Key_Tab)
        assert focused().objectName() == "hide.back"
    else:
        program.room.show_worried()
        assert focused().objectName() == "worried.back"
    press(Key.Key_Space)
    settle()
    assert focused() is at

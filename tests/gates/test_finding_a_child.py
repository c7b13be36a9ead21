"""Ctrl+K on the real window and a real vault: a few letters lead to a record, and the way back to the same field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Opened, furnish, leave_off, opened, settle
from households import identity_of
from keyboard import focused, press, write
from larkrise import Laptop, by_hand, new_office
from pages_seen import nameless, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tour import everything_shown

from app.domain.ids import ChildId, new_id
from app.storage import children, episodes
from app.storage.children import ChildSummary
from app.ui.coordinator.deskwords import read_inbox
from app.ui.shell.homeroom import AT_FIRST

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
CONTROL = Qt.KeyboardModifier.ControlModifier
MANY = AT_FIRST + 20


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Set up a laptop with more families on it than one page of the list has."""
    folder = tmp_path_factory.mktemp("many")
    jo = Laptop.new(folder / "vaults" / "place", by_hand(new_office(folder / "office"), "practitioner"))
    mason = jo.visit()
    mason.write(identity_of("mason-reid"))
    mason.start()
    leave_off(jo, mason)
    jo.watch.wait(minutes=1)
    with jo.vault.transaction() as tx:
        for number in range(MANY):
            child = ChildId(new_id())
            children.add(tx, child, jo.watch.now())
            children.update_summary(tx, child, ChildSummary("Noah", f"Walsh-{number:02}"))
            episodes.open_episode(tx, child, jo.watch.now(), restricted=False)
    jo.watch.wait(minutes=1)
    jo.visit().write(identity_of("kayden-marsh"))
    jo.vault.lock()
    return folder


@pytest.fixture
def program(qapp: QApplication, home: Path, tmp_path: Path) -> Iterator[Opened]:
    with opened(qapp, home, tmp_path) as found:
        found.unlock()
        settle()
        yield found


def found_on(program: Opened) -> list[str]:
    """Return the names on the page, once the last letters typed have been looked for."""
    page = program.room.beside.find.page
    program.hands.until(lambda: not program.room.beside.find._pause.isActive(), "the search")
    return [line.name for line in page._model.lines]


def test_a_few_letters_and_enter_open_the_record(program: Opened) -> None:
    press(Qt.Key.Key_K, CONTROL)
    assert focused().objectName() == "find.name"
    assert found_on(program)[0] == "Kayden Marsh"
    write("msn rd")
    assert found_on(program) == ["Mason Reid"]
    assert not nameless(program.window)
    press(Qt.Key.Key_Return)
    assert program.room.family.file is not None
    assert program.room.family.file.summary.given == "Mason"
    assert "msn" not in everything_shown(program.window)


def test_enter_waits_for_the_letters_typed_last(program: Opened) -> None:
    press(Qt.Key.Key_K, CONTROL)
    write("msn")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert program.room.family.file is not None
    assert program.room.family.file.summary.given == "Mason"


def test_a_few_letters_lead_to_something_to_do_and_what_was_used_last_comes_first(program: Opened) -> None:
    program.hands.click("home.carry_on")
    settle()
    press(Qt.Key.Key_K, CONTROL)
    assert "Private notes" not in found_on(program)
    write("prv nts")
    assert found_on(program) == ["Private notes"]
    press(Qt.Key.Key_Return)
    assert program.hands.find("notes.back").isVisible()
    press(Qt.Key.Key_K, CONTROL)
    assert found_on(program)[-1] == "Private notes"


def test_the_pages_of_the_open_record_are_found_and_none_from_home(program: Opened) -> None:
    press(Qt.Key.Key_K, CONTROL)
    write("go why now")
    assert not any(line.startswith("Go to") for line in found_on(program))
    press(Qt.Key.Key_Escape)
    program.hands.click("home.carry_on")
    settle()
    press(Qt.Key.Key_K, CONTROL)
    write("go why now")
    found = found_on(program)
    assert found
    assert all(line.startswith("Go to") for line in found)


def test_up_and_down_choose_while_the_keyboard_stays_in_the_box(program: Opened) -> None:
    press(Qt.Key.Key_K, CONTROL)
    write("walsh")
    second = found_on(program)[1]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
    assert focused().objectName() == "find.name"
    press(Qt.Key.Key_Return)
    assert program.room.family.file is not None
    assert f"Noah {program.room.family.file.summary.family}" == second


def test_nobody_found_is_said_and_enter_opens_nobody(program: Opened) -> None:
    press(Qt.Key.Key_K, CONTROL)
    write("qqq")
    assert found_on(program) == []
    assert "No child here has that name, and nothing to do is called that." in words_on(program.window)
    press(Qt.Key.Key_Return)
    assert program.room.family.file is None
    press(Qt.Key.Key_Escape)
    assert focused().objectName() == "home.carry_on"


def test_the_way_back_leads_to_the_field_that_was_left(program: Opened) -> None:
    program.hands.click("home.carry_on")
    settle()
    field = focused().objectName()
    press(Qt.Key.Key_K, CONTROL)
    write("noah")
    found_on(program)
    press(Qt.Key.Key_Escape)
    assert focused().objectName() == field
    assert "Walsh-" not in everything_shown(program.window)
    press(Qt.Key.Key_K, CONTROL)
    assert program.room.beside.find.page.words == ""


def test_when_worried_while_finding_the_way_back_leads_past_both(program: Opened) -> None:
    program.hands.click("home.carry_on")
    settle()
    field = focused().objectName()
    press(Qt.Key.Key_K, CONTROL)
    program.room.show_worried()
    settle()
    program.hands.click("worried.back")
    settle()
    assert focused().objectName() == field


def test_a_cover_hides_it_and_its_key_opens_nothing_there(program: Opened) -> None:
    press(Qt.Key.Key_K, CONTROL)
    write("noah")
    found_on(program)
    program.room.hide_now.emit()
    settle()
    assert "Noah" not in everything_shown(program.window)
    press(Qt.Key.Key_K, CONTROL)
    assert "Noah" not in everything_shown(program.window)


def test_home_shows_those_worked_with_last_and_more_when_asked(program: Opened) -> None:
    assert len(program.room.home._families._rows) == AT_FIRST
    assert not program.hands.sees("home.find")
    assert "These are the families you worked with last." in words_on(program.window)
    program.hands.click("home.more")
    settle()
    assert len(program.room.home._families._rows) == MANY + 2
    assert focused() is program.room.home._families._rows[AT_FIRST]
    assert not program.hands.sees("home.more")
    program.room.go_home()
    settle()
    assert len(program.room.home._families._rows) == AT_FIRST
    program.hands.click("home.find_child")
    settle()
    assert focused().objectName() == "find.name"


def test_at_the_desk_a_few_letters_open_what_came(qapp: QApplication, tmp_path: Path) -> None:
    with opened(qapp, furnish(tmp_path).coordinator, tmp_path) as desk:
        desk.unlock()
        settle()
        assert desk.room.desk is not None
        came = desk.program.tasks.ask(read_inbox).lines[0]
        press(Qt.Key.Key_K, CONTROL)
        write("qqq")
        assert found_on(desk) == []
        for _ in range(3):
            press(Qt.Key.Key_Backspace)
        write(came.child[:2].lower())
        assert found_on(desk)[0] == came.child
        press(Qt.Key.Key_Return)
        assert desk.hands.find("reading.back").isVisible()
        desk.hands.click("reading.back")
        press(Qt.Key.Key_K, CONTROL)
        assert desk.room.beside.find.page.words == ""
        press(Qt.Key.Key_Escape)
        desk.hands.find("inbox.collect")

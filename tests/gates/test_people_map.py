"""The map of people in the real window: put on by one press, moved by keys, said in words, and taken back by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from furnished import Opened, opened, settle
from larkrise import AGREED_TO_SHARE, MASON, Laptop, by_hand, new_office
from pages_seen import cut_off, nameless
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from test_share_view import leave, turn
from tour import everything_shown

from app.domain.answers import Answers
from app.domain.ids import EpisodeId
from app.domain.peoplemap import MADE_BY, MAP, Closeness, OnMap, people_on
from app.domain.record import RecordKind
from app.storage import drafts
from app.ui.peoplemap.picture import MapPicture
from app.ui.peoplemap.sheet import PersonBox
from app.ui.shell.mapping import PEOPLE_MAP

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

AROUND: Answers = {
    "fh.people": ("p1", "p2", "p3"),
    "fh.people/p1/fh.people.name": "Carly Reid",
    "fh.people/p1/fh.people.rel": "mother",
    "fh.people/p2/fh.people.name": "Jade Reid",
    "fh.people/p2/fh.people.rel": "sister",
    "fh.people/p3/fh.people.name": "Mark Reid",
    "fh.people/p3/fh.people.no_contact": True,
    "sv.services": ("s1", "s2"),
    "sv.services/s1/sv.name": "Larkrise Primary",
    "sv.services/s1/sv.person": "Ms Bassi",
    "sv.services/s2/sv.name": "Rowan Clinic",
    "sv.services/s2/sv.sensitive": True,
}


@dataclass(frozen=True)
class Place:
    """A laptop with one family whose record is being written."""

    home: Path
    mason: EpisodeId


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("around")
    jo = Laptop.new(folder / "jo" / "vaults" / "place", by_hand(new_office(folder / "office"), "practitioner"))
    mason = jo.visit()
    mason.write({**MASON, **AROUND})
    mason.start()
    mason.write(AGREED_TO_SHARE, RecordKind.SHARING)
    jo.vault.lock()
    return Place(folder / "jo", mason.episode)


@pytest.fixture(scope="module")
def program(qapp: QApplication, place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(qapp, place.home, tmp_path_factory.mktemp("pictures")) as program:
        program.unlock()
        yield program


@pytest.fixture
def blank(program: Opened, place: Place) -> Opened:
    """Show the map with nobody on it."""
    room = program.room
    if room.file is None:
        room.open_family(place.mason, step="fh")
    file = room.file
    assert file is not None
    assert file.assessment is not None
    for path in [path for path in file.assessment.answers if path.startswith(MAP)]:
        room.family.writing.write(file.assessment, path, None)
    room.family.writing.begin_step()
    room.family.go(PEOPLE_MAP)
    room.family.side.map.refresh()
    settle()
    return program


def on_disk(program: Opened, place: Place) -> Answers:
    """Return what is written of the record, after what was done is on the disk."""
    assert program.program.autosave.flush()
    found = program.program.tasks.ask(lambda tx: drafts.find(tx, place.mason, RecordKind.ASSESSMENT))
    assert found is not None
    return program.program.tasks.ask(lambda tx: drafts.answers(tx, found.draft))


def person(program: Opened, place: Place, name: str) -> OnMap:
    return next(one for one in people_on(on_disk(program, place)) if one.name == name)


def box(program: Opened, name: str) -> PersonBox:
    boxes = program.window.findChildren(PersonBox)
    return next(one for one in boxes if one.isVisible() and one.accessibleName().startswith(name))


def press(on: QWidget, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(on, key)
    settle()


def test_everybody_the_record_names_is_put_on_by_one_press_and_each_by_one(blank: Opened, place: Place) -> None:
    hands = blank.hands
    assert "Rowan" not in everything_shown(blank.window)
    hands.click("map.known:s1")
    assert [one.name for one in people_on(on_disk(blank, place))] == ["Ms Bassi"]
    hands.click("map.all")
    people = people_on(on_disk(blank, place))
    assert [one.name for one in people] == ["Ms Bassi", "Carly Reid", "Jade Reid", "Mark Reid"]
    assert {one.closeness for one in people} == {None}
    assert not hands.sees("map.all")
    settle()
    assert (cut_off(blank.window), nameless(blank.window)) == ([], [])


def test_a_name_and_enter_put_somebody_else_on(blank: Opened, place: Place) -> None:
    blank.hands.type("map.name", "Nan")
    press(blank.hands.find("map.name"), Qt.Key.Key_Return)
    assert [one.name for one in people_on(on_disk(blank, place))] == ["Nan"]


def test_arrow_keys_move_somebody_and_the_word_changes_with_the_place(blank: Opened, place: Place) -> None:
    blank.hands.click("map.known:p1")
    before = person(blank, place, "Carly Reid")
    box(blank, "Carly").setFocus()
    press(box(blank, "Carly"), Qt.Key.Key_Down, times=5)
    after = person(blank, place, "Carly Reid")
    assert after.place == (before.place[0], before.place[1] + 125)
    assert after.closeness is Closeness.CLOSE
    assert box(blank, "Carly").accessibleName() == "Carly Reid, mother. Close."
    assert blank.window.focusWidget() is box(blank, "Carly")
    press(box(blank, "Carly"), Qt.Key.Key_Return)
    assert blank.window.focusWidget() is blank.hands.find("map.close:p1:close")
    box(blank, "Carly").setFocus()
    press(box(blank, "Carly"), Qt.Key.Key_Delete)
    assert people_on(on_disk(blank, place)) == ()


def test_the_mouse_moves_somebody_too(blank: Opened, place: Place) -> None:
    blank.hands.click("map.known:p2")
    shown = box(blank, "Jade")
    middle = shown.rect().center()
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(shown, middle + QPoint(0, 60))
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=shown.rect().center())
    moved = person(blank, place, "Jade Reid")
    assert moved.place[1] > 100
    assert moved.closeness is not None


def test_all_of_it_can_be_said_in_the_list_and_taken_back_by_key(blank: Opened, place: Place) -> None:
    hands = blank.hands
    hands.click("map.known:p2")
    hands.click("map.close:p2:no contact")
    hands.click("map.helps:p2")
    hands.click("map.private:p2")
    jade = person(blank, place, "Jade Reid")
    assert (jade.closeness, jade.helps, jade.private) == (Closeness.NO_CONTACT, True, True)
    assert box(blank, "Jade").accessibleName() == "Jade Reid, sister. No contact, helps, private."
    for _ in range(3):
        QTest.keyClick(blank.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle()
    jade = person(blank, place, "Jade Reid")
    assert (jade.closeness, jade.helps, jade.private) == (None, False, False)
    assert blank.room.family.step == PEOPLE_MAP
    QTest.keyClick(blank.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert people_on(on_disk(blank, place)) == ()
    assert hands.sees("map.known:p2")


def test_read_together_shows_a_familys_map_as_a_picture_with_its_words(blank: Opened) -> None:
    hands = blank.hands
    hands.click("map.all")
    hands.click("map.close:p1:close")
    hands.choose("map.by:family")
    blank.go_to("sign")
    (picture,) = [one for one in blank.window.findChildren(MapPicture) if one.isVisible()]
    assert picture.accessibleName() == "The map of people: A map of 4 people"
    assert "How close? Close" in everything_shown(blank.window)
    blank.go_to("share")
    assert hands.sees("c2.withheld:fh.map")


def test_a_child_makes_the_map_at_the_screen_and_it_is_theirs(blank: Opened, place: Place) -> None:
    hands = blank.hands
    hands.click("map.known:p3")
    turn(blank, place.mason, PEOPLE_MAP)
    assert "Mark" not in everything_shown(blank.room.turning.share)
    assert not hands.sees("map.by:family")
    hands.click("map.all")
    hands.click("map.helps:s1")
    answers = on_disk(blank, place)
    assert answers[MADE_BY] == "child"
    assert {one.name: one.helps for one in people_on(answers)} == {
        "Mark Reid": False,
        "Carly Reid": False,
        "Jade Reid": False,
        "Ms Bassi": True,
    }
    settle()
    assert (cut_off(blank.window), nameless(blank.window)) == ([], [])
    leave(blank)
    hands.find("step.turn")

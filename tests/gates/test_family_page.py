"""The family page in the real program: a third child by a name and three clicks, and one page for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from furnished import Opened, opened, settle
from larkrise import Laptop, Visit, by_hand, new_office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from test_operations_households import KAYDEN, LEANNE, PAT
from tour import everything_shown

from app.domain.answers import Answers
from app.domain.gates import FirstGate
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.operations.households import read_household
from app.operations.starting import where_at_first_gate
from app.storage import children, drafts
from app.storage.children import ChildRow
from app.sync.status import Reach, SyncStatus

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture(scope="module")
def kayden(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """Write about Kayden, and lock the laptop."""
    folder = tmp_path_factory.mktemp("marsh")
    jo = Laptop.new(folder / "jo" / "vaults" / "place", by_hand(new_office(folder / "office"), "practitioner"))
    visit = jo.visit()
    visit.write(KAYDEN)
    jo.vault.lock()
    return visit


@pytest.fixture(scope="module")
def program(qapp: QApplication, kayden: Visit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Open the program on that laptop."""
    home = kayden.laptop.vault.folder.parent.parent
    with opened(qapp, home, tmp_path_factory.mktemp("pictures")) as program:
        program.unlock()
        program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION))
        yield program


class Counting:
    """Hands that count how often something is pressed, and what is typed."""

    def __init__(self, program: Opened) -> None:
        self._hands, self.clicks, self.typed = program.hands, 0, list[str]()

    def click(self, name: str) -> None:
        """Press something."""
        self._hands.click(name)
        self.clicks += 1

    def type(self, name: str, words: str) -> None:
        """Go into a box with one press, and type."""
        self._hands.type(name, words)
        self.clicks += 1
        self.typed.append(words)


def known(program: Opened) -> dict[str, ChildRow]:
    return {row.summary.given: row for row in program.program.tasks.ask(children.list_all)}


def written(program: Opened, name: str) -> Answers:
    """Return what the disk says of a child."""
    program.program.autosave.flush()
    episode = known(program)[name].episode
    assert episode is not None

    def read(tx: Any) -> Answers:
        found = drafts.find(tx, episode, RecordKind.ASSESSMENT)
        assert found is not None
        return drafts.answers(tx, found.draft)

    return program.program.tasks.ask(read)


def show_family(program: Opened, episode: EpisodeId) -> None:
    program.room.open_family(episode)
    if not program.hands.sees("room.family"):
        program.hands.click("bar.list")
    program.hands.click("room.family")


def test_a_third_child_takes_three_clicks_and_one_name_and_nothing_is_asked_twice(
    program: Opened, kayden: Visit
) -> None:
    counted = []
    for name in ("Ruby", "Noah"):
        program.room.open_family(kayden.episode)
        settle()
        counting = Counting(program)
        counting.click("room.family")
        counting.type("family.name", name)
        counting.click("family.add")
        counted.append((counting.clicks, counting.typed))
    assert counted == [(3, ["Ruby"]), (3, ["Noah"])]
    assert set(known(program)) == {"Kayden", "Ruby", "Noah"}
    noah = written(program, "Noah")
    facts = {path for path in KAYDEN if path.startswith(("fh.people", "sv.", "id.address", "id.postcode", "id.phone"))}
    asked_again = {path for path in facts if path not in noah}
    assert asked_again == {f"fh.people/{LEANNE}/fh.people.rel"}  # what she is to him is his own
    assert "Noah is added" in program.room.family.footer.words()


def test_the_next_child_is_added_by_keyboard_from_where_the_keyboard_is(program: Opened, kayden: Visit) -> None:
    show_family(program, kayden.episode)
    program.hands.type("family.name", "Poppy")
    QTest.keyClick(program.hands.find("family.name"), Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is program.hands.find("family.name")
    assert "Poppy" in known(program)


def test_what_somebody_is_to_each_child_is_written_on_the_one_page(program: Opened, kayden: Visit) -> None:
    show_family(program, kayden.episode)
    ruby = known(program)["Ruby"].episode
    assert ruby is not None
    program.hands.type(f"family.rel:{ruby}:{PAT}", "grandmother")
    program.hands.type(f"family.rel:{kayden.episode}:{PAT}", "step-gran")
    path = f"fh.people/{PAT}/fh.people.rel"
    assert [written(program, name).get(path) for name in ("Ruby", "Kayden", "Noah")] == [
        "grandmother",
        "step-gran",
        None,
    ]
    program.hands.click("family.to:fh")
    boxes = program.window.findChildren(QLineEdit, path)
    assert [box.text() for box in boxes if box.isVisible()] == ["step-gran"]


def test_what_a_sister_brings_stands_among_what_is_strong(program: Opened, kayden: Visit) -> None:
    show_family(program, kayden.episode)
    program.hands.type(f"family.brings:{PAT}", "Sings him to sleep")
    path = f"fh.people/{PAT}/fh.people.brings"
    assert [written(program, name).get(path) for name in ("Kayden", "Ruby")] == ["Sings him to sleep", None]
    program.hands.click("family.to:fh")
    boxes = program.window.findChildren(QLineEdit, path)
    assert [box.text() for box in boxes if box.isVisible()] == ["Sings him to sleep"]


def test_another_childs_record_is_one_press_away_and_the_bar_says_whose_it_is(program: Opened, kayden: Visit) -> None:
    show_family(program, kayden.episode)
    ruby = known(program)["Ruby"].episode
    program.hands.click(f"family.open:{ruby}")
    file = program.room.family.file
    assert file is not None
    assert file.episode == ruby
    assert "Ruby Marsh" in everything_shown(program.room.bar)


def test_that_each_parent_was_considered_is_asked_for_and_never_in_the_way(program: Opened, kayden: Visit) -> None:
    show_family(program, kayden.episode)
    program.hands.click("family.parents")
    assert program.room.family.step == "each-parent/parents"
    show_family(program, kayden.episode)
    assert "You have begun to write about this." in everything_shown(program.window)
    program.room.family.go("c1")
    assert program.room.family.step == "c1"


def test_a_secret_address_is_not_read_on_the_page_that_is_turned_round(program: Opened, kayden: Visit) -> None:
    program.room.open_family(kayden.episode, step="reach")
    program.hands.choose("id.address_confidential")
    show_family(program, kayden.episode)
    shown = everything_shown(program.window)
    assert "This address is kept secret." in shown
    program.room.family.go("reach")
    program.hands.click("id.address_confidential")


def test_a_move_is_typed_once_and_is_in_each_record(program: Opened, kayden: Visit) -> None:
    show_family(program, kayden.episode)
    program.hands.click("family.move")
    program.hands.type("family.address", "9 New Street")
    program.hands.type("family.postcode", "AM2 1AA")
    program.hands.click("family.moved")
    assert {written(program, name)["id.address"] for name in ("Kayden", "Ruby", "Noah")} == {"9 New Street"}
    assert program.room.family.footer.words() == "The new address is in 4 records."


def test_an_answer_for_another_child_is_taken_back_and_done_again_like_any_other(
    program: Opened, kayden: Visit
) -> None:
    ruby = known(program)["Ruby"].episode
    program.room.open_family(kayden.episode, step="c1")
    settle()
    yes = program.hands.find_as(f"start.child:{ruby}:yes", QAbstractButton)
    program.hands.choose(yes.objectName())
    program.hands.choose(f"start.child:{ruby}:no")
    for expected in ("yes", None):
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert asked(program, ruby) == expected
        assert yes.isChecked() is (expected == "yes")
    assert program.room.family.footer.words().startswith("Undone: ")
    assert program.room.family.footer.words().endswith("the answer for Ruby")
    program.room.family.go("as")
    program.hands.click("step.redo")
    settle()
    assert program.room.family.step == "c1"
    assert asked(program, ruby) == "yes"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"start.child:{ruby}:yes"
    program.hands.click("step.undo")
    assert asked(program, ruby) is None


def asked(program: Opened, episode: EpisodeId | None) -> object:
    """Return what the disk says was answered for a child at the first gate."""
    program.program.autosave.flush()
    assert episode is not None

    def read(tx: Any) -> object:
        found = drafts.find(tx, episode, RecordKind.START)
        return drafts.answers(tx, found.draft).get("c1.do") if found is not None else None

    return program.program.tasks.ask(read)


def test_at_the_first_gate_each_child_has_a_yes_and_a_no_of_its_own(program: Opened, kayden: Visit) -> None:
    hands, episodes = program.hands, {name: EpisodeId(str(row.episode)) for name, row in known(program).items()}
    program.room.open_family(kayden.episode, step="c1")
    settle()
    answers = [hands.find_as(name, QAbstractButton) for name in sorted(hands.named("start.child:")) if name[-1] in "so"]
    assert len(answers) == 2 * len(episodes)
    assert not [one.objectName() for one in answers if one.isChecked()]
    assert len({tile.size().toTuple() for one in answers if (tile := one.parentWidget()) is not None}) == 1
    hands.type("c1.giver", "Leanne Marsh")
    for name in ("c1.capacity:option:parent", "c1.record_ecaf:option:yes", "c1.how:option:typed"):
        hands.choose(name)
    hands.choose(f"start.child:{episodes['Kayden']}:no")
    program.room.family.writing.undo()
    settle()
    assert not [one.objectName() for one in answers if one.isChecked()]
    for name, answer in (("Kayden", "yes"), ("Ruby", "yes"), ("Noah", "no")):
        hands.choose(f"start.child:{episodes[name]}:{answer}")
    assert hands.find_as("c1.do:option:yes", QAbstractButton).isChecked()
    hands.click("start.agree")
    hands.until(lambda: program.room.family.step == "as", "the first page after the gate")
    assert program.room.family.footer.words() == "Ruby: yes. Noah: no. Open that record to keep a note and erase it."
    stood = {name: program.program.tasks.ask(partial(where_at_first_gate, episode=episodes[name])) for name in episodes}
    assert {name for name, gate in stood.items() if gate is FirstGate.AGREED} == {"Kayden", "Ruby"}
    show_family(program, kayden.episode)
    assert "they said no" in everything_shown(program.window)


def test_the_page_of_a_young_person_who_decides_alone_is_not_there(program: Opened, kayden: Visit) -> None:
    ruby = known(program)["Ruby"].episode
    assert ruby is not None
    program.room.open_family(ruby, step="id")
    settle()
    assert program.hands.sees("room.family")
    program.room.family._decide(young_person=True)
    settle()
    assert not program.hands.sees("room.family")
    show_family(program, kayden.episode)
    shown = program.program.tasks.ask(lambda tx: read_household(tx, kayden.laptop.workplace, kayden.episode))
    assert shown is not None
    assert ruby not in repr(shown)
    assert not program.hands.sees(f"family.open:{ruby}")

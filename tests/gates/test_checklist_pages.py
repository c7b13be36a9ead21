"""The checklist on the real window: six presses to a decision, kind endings, and lines that come only as questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from pages_seen import control, cut_off, nameless, words_on
from PySide6.QtWidgets import QApplication, QTextEdit

from app.domain.answers import Answer
from app.domain.record import RecordKind
from app.look.kit import Notice
from app.storage import drafts
from app.storage.database import Transaction

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

TIRED = "Often tired in the morning."
NEEDS = "d1.health_general.needs"


@pytest.fixture
def found(tmp_path: Path) -> Furnished:
    """Furnish laptops of this test's own: it writes on one."""
    return furnish(tmp_path / "laptops")


@pytest.fixture
def program(qapp: QApplication, found: Furnished, tmp_path: Path) -> Iterator[Opened]:
    """Open the program."""
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        yield program


def decide(program: Opened, decision: str) -> None:
    for number in range(1, 6):
        program.hands.choose(f"pre.q{number}:option:yes")
    program.hands.choose(f"pre.decision:option:{decision}")
    settle()


def assessment(program: Opened, found: Furnished) -> dict[str, Answer]:
    program.program.autosave.flush()

    def read(tx: Transaction) -> dict[str, Answer]:
        draft = drafts.find(tx, found.writing, RecordKind.ASSESSMENT)
        assert draft is not None
        return drafts.answers(tx, draft.draft)

    return program.program.tasks.ask(read)


def test_not_needed_is_a_good_ending_that_can_be_come_back_to(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.asking, step="pre")
    assert not program.hands.sees("checklist.end")
    decide(program, "handle within service")
    words = words_on(program.window)
    for part in ("that is a good ending", "Thank you", "stays on this laptop alone", "come back"):
        assert part in words
    program.hands.click("checklist.end")
    home = words_on(program.window)
    assert "Ended without an assessment" in home
    assert "Ruby Marsh" in home
    assert not program.hands.sees(f"home.open:{found.asking}")
    program.room.show_find()
    program.hands.type("find.name", "rby mrsh")
    program.room.beside.find.search_now()
    assert "Ended without an assessment. Open it to come back to it." in words_of_found(program)
    program.room.beside.find.page.open_chosen()
    assert program.room.family.step == "pre"
    program.hands.click("checklist.end")
    program.hands.click("home.ended:0")
    assert program.room.family.step == "pre"
    program.room.go_home()
    assert program.hands.sees(f"home.open:{found.asking}")


def words_of_found(program: Opened) -> list[str]:
    return [line.words for line in program.room.beside.find.page._model.lines]


def test_a_decision_to_assess_leads_to_the_familys_answer(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.asking, step="pre")
    decide(program, "do a CAF myself")
    assert not program.hands.sees("checklist.end")
    program.hands.click("checklist.assess")
    assert program.room.family.step == "c1"


def test_a_sign_of_harm_leads_to_what_to_do_and_back(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.asking, step="pre")
    decide(program, "no action")
    program.hands.choose("pre.harm:option:yes")
    assert not program.hands.sees("checklist.end")
    program.hands.click("checklist.worried")
    program.hands.click("worried.back")
    assert program.room.family.step == "pre"


def carried(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.writing, step="pre")
    program.hands.choose("pre.q1:option:no")
    program.hands.type("pre.q1.note", TIRED)
    program.go_to("d1.health_general")
    settle()


def test_a_line_comes_forward_as_a_question_with_its_author_and_day(program: Opened, found: Furnished) -> None:
    carried(program, found)
    words = words_on(program.window)
    assert "Still true?" in words
    assert "Jo Whitfield wrote in the checklist on " in words
    assert TIRED in words
    assert control(program.window, "carried.yes:pre.q1.note").accessibleName() == "Still true, put it in"
    assert any(notice.spoken_words() == TIRED for notice in program.window.findChildren(Notice) if notice.isVisible())
    assert TIRED not in program.hands.find_as(NEEDS, QTextEdit).toPlainText()
    assert TIRED not in str(assessment(program, found)[NEEDS])
    assert nameless(program.window) == []


def test_a_yes_puts_the_words_in_after_what_stands_there_and_can_be_taken_back(
    program: Opened, found: Furnished
) -> None:
    carried(program, found)
    program.hands.type(NEEDS, "Coughs at night.")
    written = assessment(program, found)[NEEDS]
    program.hands.click("carried.yes:pre.q1.note")
    assert assessment(program, found)[NEEDS] == f"{written}\n{TIRED}"
    assert not program.hands.sees("carried.yes:pre.q1.note")
    program.hands.click("step.undo")
    assert assessment(program, found)[NEEDS] == written
    assert program.hands.sees("carried.yes:pre.q1.note")


def test_a_no_is_remembered_and_writes_nothing(program: Opened, found: Furnished) -> None:
    carried(program, found)
    program.hands.click("carried.no:pre.q1.note")
    program.room.go_home()
    program.room.open_family(found.writing, step="d1.health_general")
    assert not program.hands.sees("carried.yes:pre.q1.note")
    assert TIRED not in str(assessment(program, found)[NEEDS])


def test_what_was_not_answered_is_in_no_signed_record(program: Opened, found: Furnished) -> None:
    carried(program, found)
    program.go_to("sign")
    assert TIRED not in words_on(program.window)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_of_it_is_cut_off(program: Opened, found: Furnished, scale: float) -> None:
    program.wear("light", scale)
    program.room.open_family(found.asking, step="pre")
    decide(program, "refer to specialist")
    assert cut_off(program.window) == []
    carried(program, found)
    assert cut_off(program.window) == []

"""The whole main job with keys alone: from a laptop nobody works on to a receipt, the lock, and the way in again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ambleton import Town, serving
from furnished import opened, settle
from keyboard import Key, Keyboard, Modifier, NoHand, focused, heading, press, write
from larkrise import new_office
from PySide6.QtWidgets import QApplication

from app.domain.record import RecordKind
from app.storage import records
from app.storage.children import list_all
from app.ui.finishing.where import Place
from endpoint.office import set_up
from endpoint.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

TOPICS = {
    "d1.behaviour.strengths": "Calm and kind with smaller children.",
    "d1.behaviour.needs": "Bedtime is a row most nights.",
    "d1.behaviour.words": "I like PE and Ben.",
}


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Run an authority's endpoint on this machine, as a process of its own."""
    office = new_office(tmp_path / "office")
    set_up(Settings(tmp_path / "endpoint"), office.for_the_endpoint)
    with serving(tmp_path / "endpoint") as (address, _):
        yield Town(office, tmp_path / "endpoint", address)


@pytest.fixture
def hand(qapp: QApplication) -> Iterator[NoHand]:
    """Listen for mice, fingers and pens."""
    listener = NoHand(qapp)
    yield listener
    qapp.removeEventFilter(listener)
    listener.deleteLater()


def join(keys: Keyboard, town: Town) -> str:
    """Make a place on this laptop, join the team, and return the five words."""
    program = keys.program.program
    words = program.window.passphrase.words.words()
    assert focused().objectName() == "passphrase.written"
    press(Key.Key_Space)
    write(words)
    press(Key.Key_Return)
    keys.program.hands.until(program.window.code.isVisible, "the recovery code")
    keys.tab_to("code.later")
    press(Key.Key_Space)
    keys.program.hands.until(lambda: focused().objectName() == "enrol.address", "the letter")
    write(town.address)
    keys.tab_to("enrol.code")
    write(town.invite())
    press(Key.Key_Return)
    keys.program.hands.until(lambda: program.workroom is not None, "the workroom")
    settle()
    return words


def register(keys: Keyboard) -> None:
    """Register a child and who lives there, and go through the checklist."""
    assert focused().objectName() == "home.register"
    press(Key.Key_Space)
    assert heading(keys.program) == "The child"
    assert focused().objectName() == "id.given"
    write("Mason")
    keys.type_into("id.family", "Reid")
    for part, digits in (("day", "9"), ("month", "10"), ("year", "2020")):
        keys.type_into(f"id.dob:{part}", digits)
    go_on_to(keys, "How to reach the family")
    keys.type_into("id.address", "4 Heron Close, Ambleton")
    go_on_to(keys, "People at home and in the family")
    keys.push("fh.people:add")
    assert focused().objectName().endswith("fh.people.name")
    write("Carly Reid")
    go_on_to(keys, "Is an assessment right?")
    keys.choose("pre.q1", "yes")
    go_on_to(keys, "Would you like us to do this with you?")


def agree_to_start(keys: Keyboard) -> None:
    """Ask the family, and write down their yes."""
    keys.type_into("c1.giver", "Carly Reid")
    keys.choose("c1.capacity", "parent")
    keys.choose("c1.do", "yes")
    keys.choose("c1.record_ecaf", "yes")
    keys.choose("c1.how", "spoken")
    keys.type_into("c1.witness", "Jo Whitfield")
    keys.push("start.agree")
    assert heading(keys.program) == "Why now"


def assess(keys: Keyboard) -> None:
    """Write what the family say, topic by topic; most topics stay as they are."""
    assert focused().objectName() == "as.reason"
    write("Carly asked for help with bedtimes.")
    go_on_to(keys, "Behaviour")
    for path, words in TOPICS.items():
        keys.type_into(path, words)
    keys.push("step.done")
    go_on_to(keys, "Conclusions")
    keys.type_into("co.strengths", "A close family.")
    keys.type_into("co.needs", "Sleep, and getting to school on time.")
    keys.choose("co.level", "additional, one service can meet")
    go_on_to(keys, "What will happen")
    keys.choose("co.next", "TAC needed - I will convene")
    go_on_to(keys, "What the family say about it")
    keys.type_into("cm.child", "I want to go to football.")


def go_on_to(keys: Keyboard, topic: str) -> None:
    """Press Continue until a topic is there."""
    while heading(keys.program) != topic:
        before = heading(keys.program)
        keys.push("step.next")
        assert heading(keys.program) != before


def share_and_sign(keys: Keyboard) -> None:
    """Choose who may see it, read it together, and sign with a typed name."""
    go_on_to(keys, "Who may see it")
    for path in ("c2.store", "c2.desk", "c2.share"):
        keys.choose(path, "yes", ":")
    keys.push("step.next")
    assert heading(keys.program) == "Read it together, then sign"
    assert focused().objectName() == "sign.skip"
    press(Key.Key_Space)
    assert focused().objectName() == "c2.signer"
    keys.type_into("c2.signer", "Carly Reid")
    keys.choose("c2.capacity", "parent", ":")
    keys.choose("c2.route", "typed", ":")
    keys.type_into("c2.typed_name", "Carly Reid")
    keys.push("sign.agree")
    keys.program.hands.until(lambda: heading(keys.program) == "Where it is", "the end of signing")


def leave_a_copy(keys: Keyboard) -> None:
    """Leave the family a copy."""
    keys.tab_to("tasklist")
    press(Key.Key_Up)
    assert heading(keys.program) == "Leave a copy"
    keys.choose("copy.for", "parent", ":")
    keys.choose("copy.safe", "yes", ":")
    keys.push("copy.save")


def test_the_whole_main_job_from_the_letter_to_the_receipt_and_the_lock(
    qapp: QApplication, town: Town, hand: NoHand, tmp_path: Path
) -> None:
    home, copies = tmp_path / "home", tmp_path / "copies"
    copies.mkdir()
    with opened(qapp, home, copies) as first:
        keys = Keyboard(first)
        words = join(keys, town)
        register(keys)
        agree_to_start(keys)
        assess(keys)
        share_and_sign(keys)
        where = first.room.family.closing
        first.hands.until(lambda: where.where_place is Place.RECEIVED, "a receipt that was checked")
        leave_a_copy(keys)
        first.hands.until(lambda: any(copies.glob("*.pdf")), "the family's copy")
        press(Key.Key_L, Modifier.ControlModifier)
        assert first.told == ["started afresh", "left with 0"]
        assert keys.unseen == []
    with opened(qapp, home, copies) as again:
        assert focused().objectName() == "unlock.passphrase"
        write(words)
        press(Key.Key_Return)
        again.hands.until(lambda: again.program.workroom is not None, "the workroom")
        (child,) = again.program.tasks.ask(list_all)
        assert child.episode is not None
        episode = child.episode
        kept = again.program.tasks.ask(lambda tx: records.newest(tx, episode, RecordKind.ASSESSMENT))
        assert kept is not None
        assert {path: kept.answers[path] for path in TOPICS} == TOPICS
        assert kept.answers["id.dob"] == "2020-10-09"
    assert hand.noticed == []

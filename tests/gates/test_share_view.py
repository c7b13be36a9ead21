"""A screen turned to a family shows their own record and nothing else, takes in what they say, and is left by PIN."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from furnished import Opened, opened, settle
from households import identity_of
from larkrise import AGREED_TO_SHARE, HELD_BACK, MASON, PASSPHRASE, TOLD, Laptop, by_hand, new_office
from pages_seen import cut_off, nameless
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from tour import everything_shown

from app.domain.answers import Answers, row_answers
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.look.kit import Text, theme
from app.look.tokens import TYPE
from app.operations.families import decide
from app.operations.keeping import Unsaved, keep
from app.storage import drafts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

PIN = "2580"
NOT_THEIRS: Answers = {
    "id.address_confidential": True,
    "id.address": "71 Hidden Quay",
    "id.safe_message": "not sure",
    "as.confident": "Stays unsaid: Oxbow",
    "pc": ("0000aa01", "0000aa02"),
    "pc/0000aa01/pc.name": "Carly Reid",
    "pc/0000aa01/pc.needs": "Carly sees a nurse: Larchwood",
    "pc/0000aa01/pc.contact_limits": "Order of the court: Pinder",
    "pc/0000aa02/pc.name": "Mark Reid",
    "sv.services": ("0000bb01",),
    "sv.services/0000bb01/sv.name": "Clinic Rowanfield",
    "sv.services/0000bb01/sv.sensitive": True,
    "d1.participation.words": "Said to Jo alone: Skylark",
    "d1.speech.strengths": "Held back before: Quillon",
    "ch.well": "Only for Jo: Marigold",
}
MOTHER: Answers = {"pc": ("0000dd01",), "pc/0000dd01/pc.name": "Leanne Marsh", "pc/0000dd01/pc.rel": "mother"}
SIGNS: Answers = {
    "id.interp": "yes",
    "id.interp_arranged": "yes",
    "fh.people": ("0000cc01",),
    "fh.people/0000cc01/fh.people.name": "Carly Reid",
    "fh.people/0000cc01/fh.people.comms": "British Sign Language",
}
THEIRS: Answers = {"d1.behaviour.strengths": "Calm and kind: Bluebell", "d2.care.needs": "A settled bedtime: Foxglove"}
PRIVATE = "Carly was near tears: Thornbury"
WORRY = "A mark on the arm: Ravenscar"
MARKS = (
    *("Hidden Quay", "Oxbow", "Larchwood", "Pinder", "Rowanfield", "Skylark", "Quillon", "Marigold"),
    *("Thornbury", "Ravenscar", "Ruby", "Marsh", "Erin", "Deciding alone: Wychelm"),
)
"""What no family may see on this screen: their own secrets, another family's, and a restricted sister's."""


@dataclass(frozen=True)
class Kitchen:
    """A laptop with three families: the one at the table, one not asked yet, and a sister deciding alone."""

    home: Path
    mason: EpisodeId
    asking: EpisodeId
    erin: EpisodeId
    signed: EpisodeId


@pytest.fixture(scope="module")
def kitchen(tmp_path_factory: pytest.TempPathFactory) -> Kitchen:
    """Furnish the laptop once; what one test writes is in nobody else's way."""
    folder = tmp_path_factory.mktemp("kitchen")
    jo = Laptop.new(folder / "jo" / "vaults" / "place", by_hand(new_office(folder / "office"), "practitioner"))
    asking, erin, mason = jo.visit(), jo.visit(), jo.visit()
    asking.write({**identity_of("ruby-marsh"), **MOTHER})
    erin.write({"id.given": "Erin", "id.family": "Reid", "id.dob": "2012-06-21", "d1.identity.needs": MARKS[-1]})
    mason.write({**MASON, **NOT_THEIRS, **THEIRS, **SIGNS})
    mason.start()
    mason.write({**AGREED_TO_SHARE, "c2.withheld": ("d1.speech.strengths",)}, RecordKind.SHARING)
    mason.write({"ex.what": WORRY}, RecordKind.CONCERN)
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, erin.episode, young_person=True)
        keep(tx, Unsaved(notes={(mason.episode, "1"): PRIVATE}), jo.watch.now())
    signed = jo.finished_visit()
    jo.vault.lock()
    return Kitchen(folder / "jo", mason.episode, asking.episode, erin.episode, signed.episode)


@pytest.fixture(scope="module")
def program(qapp: QApplication, kitchen: Kitchen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    with opened(qapp, kitchen.home, tmp_path_factory.mktemp("pictures")) as program:
        program.unlock()
        yield program


def turn(program: Opened, episode: EpisodeId, step: str, by: str = "step.turn") -> None:
    """Turn the screen to a family at a step, with a PIN chosen the first time."""
    program.room.open_family(episode, step=step)
    program.hands.click(by)
    settle()
    if program.hands.sees("pin.one"):
        program.hands.type("pin.one", PIN)
        program.hands.type("pin.two", PIN)
        program.hands.click("pin.keep")
    program.hands.find("share.next")


def leave(program: Opened, typed: str = PIN) -> None:
    program.hands.click("share.leave")
    program.hands.type("leave.pin", typed)
    program.hands.click("leave.go")


def pages(program: Opened) -> Iterator[str]:
    """Go from the page that is shown to the last one, and yield everything on each."""
    yield all_of(program.window)
    while program.hands.find_as("share.next", QAbstractButton).isEnabled():
        program.hands.click("share.next")
        yield all_of(program.window)


def all_of(window: QWidget) -> str:
    """Return every word that can be read, heard, or met with the mouse at rest."""
    settle()
    tips = [one.toolTip() for one in window.findChildren(QWidget) if one.isVisible()]
    return "\n".join([everything_shown(window), *tips, window.windowTitle()])


def marked(words: str) -> list[str]:
    return [mark for mark in MARKS if mark.casefold() in words.casefold()]


def written(program: Opened, episode: EpisodeId, kind: RecordKind = RecordKind.ASSESSMENT) -> Answers:
    assert program.program.autosave.flush()
    return program.program.tasks.ask(lambda tx: drafts.answers(tx, drafts.find(tx, episode, kind).draft))  # type: ignore[union-attr]


def test_the_record_turned_to_the_family_holds_nothing_that_is_not_theirs(program: Opened, kitchen: Kitchen) -> None:
    """It is walked through as the family would, with what must not be there in the same vault."""
    turn(program, kitchen.mason, "id")
    seen, small, wrong = [], set(), []
    for words in pages(program):
        seen.append(words)
        wrong += [*cut_off(program.window), *nameless(program.window)]
        texts = [one for one in program.window.findChildren(Text) if one.isVisible()]
        small |= {one.words for one in texts if theme.px(TYPE[one.kind].size) < 24}
    everything = "\n".join(seen)
    assert {words for words in seen if marked(words)} == set()
    assert all(str(line) in everything for line in THEIRS.values())
    assert "How is this for you?" in seen[-1]
    assert (small, wrong) == (set(), [])
    program.hands.click("share.pause")
    assert "Bluebell" not in all_of(program.window)
    leave(program)
    program.hands.find("step.turn")
    assert theme.scale == 1


def test_a_line_is_held_back_with_one_press_and_what_they_say_is_kept_as_they_said_it(
    program: Opened, kitchen: Kitchen
) -> None:
    hands = program.hands
    turn(program, kitchen.mason, "d1.behaviour")
    hands.click("share.not_this")
    assert set(written(program, kitchen.mason, RecordKind.SHARING)["c2.withheld"]) == {  # type: ignore[arg-type]
        *("d1.speech.strengths", "d1.behaviour.strengths")
    }
    hands.click("share.not_this")
    assert written(program, kitchen.mason, RecordKind.SHARING)["c2.withheld"] == ("d1.speech.strengths",)
    hands.click("share.say")
    hands.type("share.words", "I help Alfie with his shoes.")
    assert [row["fw.child.said"] for row in row_answers(written(program, kitchen.mason), "fw.child")] == [
        "I help Alfie with his shoes."
    ]
    hands.choose("share.who:0")
    hands.choose("share.how:interpreted from sign")
    answers = written(program, kitchen.mason)
    assert ([*row_answers(answers, "fw.child")], len([*row_answers(answers, "fw.says")])) == ([], 1)
    while not hands.sees("share.number"):
        hands.click("share.next")
    hands.choose("share.number:4")
    hands.choose("share.who:child")
    answers = written(program, kitchen.mason)
    (adult,), (child,) = row_answers(answers, "fw.says"), row_answers(answers, "fw.child")
    assert (adult["fw.who"], adult["fw.said"], adult["fw.how"]) == (
        *("Carly Reid", "I help Alfie with his shoes.", "interpreted from sign"),
    )
    assert (child["fw.child.scale"], child["fw.child.about"]) == (4, "Behaviour")
    leave(program)
    hands.find("step.turn")
    program.room.undo()
    assert [*row_answers(written(program, kitchen.mason), "fw.child")] != [child]


def test_the_explaining_is_in_the_forms_own_words_and_no_is_as_near_as_yes(program: Opened, kitchen: Kitchen) -> None:
    hands = program.hands
    turn(program, kitchen.asking, "c1")
    told = []
    while not hands.sees("share.c1.said_back"):
        told.append(all_of(program.window))
        hands.click("share.next")
    assert len(told) == 5
    assert "I will try to tell you first." in told[-1]
    hands.type("share.c1.said_back", "You write it and I can say stop.")
    hands.choose("share.c1.format:signer")
    hands.click("share.next")
    yes, no = hands.find("share.c1.do:yes"), hands.find("share.c1.do:no")
    places = [one.parentWidget() for one in (yes, no)]
    assert len({one.size().toTuple() for one in places if one is not None}) == 1
    assert "c1.do" not in written(program, kitchen.asking, RecordKind.START)
    hands.choose("share.c1.do:no")
    answers = written(program, kitchen.asking, RecordKind.START)
    assert (answers["c1.do"], answers["c1.format"], answers["c1.said_back"]) == (
        *("no", ("signer",), "You write it and I can say stop."),
    )
    leave(program)
    hands.find("step.turn")


def test_as_what_somebody_agrees_is_known_by_their_name_and_never_against_what_was_chosen_by_hand(
    program: Opened, kitchen: Kitchen
) -> None:
    turn(program, kitchen.asking, "c1")
    leave(program)
    program.hands.find("step.turn")
    settle()
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    assert box.objectName() == "c1.giver"
    said = []
    for letters in ("Leanne Marsh", "-Smith"):
        QTest.keyClicks(box, letters)
        said.append(written(program, kitchen.asking, RecordKind.START).get("c1.capacity"))
    program.hands.choose("c1.capacity:option:carer")
    box.clear()
    QTest.keyClicks(box, "Leanne Marsh")
    said.append(written(program, kitchen.asking, RecordKind.START).get("c1.capacity"))
    assert said == ["parent", None, "carer"]


def test_a_young_person_deciding_alone_is_told_so_in_other_words(program: Opened, kitchen: Kitchen) -> None:
    turn(program, kitchen.erin, "c1")
    told = "\n".join(pages(program))
    assert "You can say yes or no to it yourself." in told
    assert "I have to tell someone. I will try to tell you first." in told
    assert "Wychelm" not in told
    leave(program)
    program.hands.find("step.turn")


def test_what_a_young_person_was_told_is_written_down_by_the_workers_press_and_not_by_showing_it(
    program: Opened, kitchen: Kitchen
) -> None:
    turn(program, kitchen.erin, "id", by="deciding.explain")
    assert "c1.explained" not in written(program, kitchen.erin, RecordKind.START)
    assert [*cut_off(program.window), *nameless(program.window)] == []
    program.hands.click("share.told")
    assert program.hands.sees("share.c1.said_back")
    told = ("voluntary", "who has access", "when sharing without consent can happen", "may stop at any time")
    assert written(program, kitchen.erin, RecordKind.START)["c1.explained"] == told
    program.hands.click("share.c1.explained:voluntary")
    assert written(program, kitchen.erin, RecordKind.START)["c1.explained"] == told[1:]
    leave(program)
    program.hands.find("step.turn")


def test_how_it_is_for_somebody_is_asked_from_the_topic_and_how_they_sign_is_shown_and_can_be_changed(
    program: Opened, kitchen: Kitchen
) -> None:
    hands = program.hands
    turn(program, kitchen.mason, "d1.speech", by="feelings.of:0")
    before = [*row_answers(written(program, kitchen.mason), "fw.says")]
    hands.find("share.number")
    assert [*row_answers(written(program, kitchen.mason), "fw.says")] == before  # asked, and not answered for her
    hands.choose("share.number:6")
    hands.type("share.words", "He points, and I know.")
    said = [*row_answers(written(program, kitchen.mason), "fw.says")][-1]
    assert (said["fw.who"], said["fw.scale"], said["fw.how"]) == ("Carly Reid", 6, "interpreted from sign")
    hands.choose("share.how:signed")
    hands.choose("share.who:child")
    said = [*row_answers(written(program, kitchen.mason), "fw.child")][-1]
    assert (said["fw.child.scale"], said["fw.child.how"]) == (6, "signed")
    leave(program)
    hands.find("step.turn")


def test_a_finished_record_is_read_and_takes_nothing_in(program: Opened, kitchen: Kitchen) -> None:
    turn(program, kitchen.signed, "where")
    everything = []
    for words in pages(program):
        everything.append(words)
        assert not program.hands.sees("share.not_this")
        assert not program.hands.sees("share.say")
    assert TOLD in "\n".join(everything)
    assert HELD_BACK not in "\n".join(everything)
    leave(program)
    program.hands.find("step.turn")


def test_the_childs_page_keeps_words_names_and_drawing_and_asks_about_each_person(
    program: Opened, kitchen: Kitchen
) -> None:
    hands = program.hands
    turn(program, kitchen.mason, "ch")
    hands.choose("share.ch.first:wishes")  # and it goes on from there by itself
    hands.type("share.ch.wishes", "A dog!!  and no maths")
    hands.type("share.ch.wishes.name", "Dream house")
    assert "Dream house" in all_of(program.window)
    (sheet,) = (name for name in hands.named("share.place:") if hands.find_as(name, QAbstractButton).text() == "Draw")
    hands.click(sheet)
    draw(hands.find("share.ch.strokes"))
    hands.type("share.ch.drawing_said", "This is Ben.")
    hands.click("share.next")
    hands.choose("share.ch.show.may:yes")
    hands.click("share.next")
    hands.choose("share.ch.show.may:no")
    hands.type("share.ch.present", "Mason, Carly and Jo")
    answers = written(program, kitchen.mason)
    assert answers["ch.present"] == "Mason, Carly and Jo"
    assert (answers["ch.first"], answers["ch.wishes"]) == ("wishes", "A dog!!  and no maths")
    assert str(answers["ch.strokes"]).startswith("[[[")
    asked = {row["ch.show.who"]: row["ch.show.may"] for row in row_answers(answers, "ch.show")}
    assert asked == {"Carly Reid": "yes", "Mark Reid": "no"}
    shift_three_times(program)
    assert "Carly" not in all_of(program.window)
    hands.click("hide.back")
    leave(program)
    hands.find("step.turn")


def test_no_key_leads_out_but_the_pin_and_after_a_lock_it_is_still_turned(
    program: Opened, kitchen: Kitchen, qapp: QApplication, tmp_path: Path
) -> None:
    turn(program, kitchen.mason, "d1.behaviour")
    window, hands = program.window, program.hands
    live = {one.key().toString() for one in window.findChildren(QShortcut) if is_heard(one)}
    assert live == {"Ctrl+L", "Alt+Right", "Alt+Left", "Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0"}
    for key in (Qt.Key.Key_K, Qt.Key.Key_H):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F9, Qt.Key.Key_Escape):
        QTest.keyClick(window, key)
    hands.click("share.next")
    page = everything_shown(program.room.turning.share)
    hands.click("share.leave")
    leave(program, "1111")
    hands.until(lambda: "That was not it." in everything_shown(window), "why not")
    assert hands.sees("leave.pin")
    shift_three_times(program)
    assert hands.sees("hide.back")
    assert (marked(all_of(window)), "Bluebell" in all_of(window), window.windowTitle()) == ([], False, "eCAF")
    hands.click("hide.back")
    assert hands.sees("leave.pin")
    hands.click("share.lock")
    assert program.told == ["started afresh", "left with 0"]
    with opened(qapp, kitchen.home, tmp_path) as again:
        again.unlock()
        again.hands.find("share.next")
        assert everything_shown(again.room.turning.share) == page
        assert not again.hands.sees("bar.home")
        leave(again, PASSPHRASE)
        again.hands.find("step.turn")
        again.hands.click("step.turn")
        assert again.hands.sees("pin.one")  # whoever needed the passphrase chooses a new PIN
        again.hands.click("pin.cancel")
        again.hands.find("step.turn")


def is_heard(shortcut: QShortcut) -> bool:
    """Say whether a key would do something now: whatever it belongs to is on the window."""
    owner = shortcut.parent()
    return isinstance(owner, QWidget) and owner.isVisible()


def shift_three_times(program: Opened) -> None:
    """Press Shift three times, as the window system tells it."""
    for at in (10, 200, 400):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
        event.setTimestamp(at)
        QApplication.sendEvent(program.window.windowHandle(), event)
    settle()


def draw(pad: QWidget) -> None:
    """Draw a line with the mouse."""
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, 40))
    QTest.mouseMove(pad, QPoint(200, 120))
    QTest.mouseMove(pad, QPoint(260, 40))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(260, 40))

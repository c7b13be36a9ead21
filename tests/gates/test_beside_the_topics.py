"""On the real window: quick notes dropped into topics, whose words a line is, and what an answer said before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from furnished import NAMES, Furnished, Opened, furnish, opened, settle
from pages_seen import cut_off
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QTextEdit, QWidget
from tour import everything_shown

from app.domain.answers import text_of
from app.domain.charge import Charge
from app.domain.due import DueKind
from app.domain.voices import ASK_FOR_FACT
from app.forms.widgets.wording import INSERTED, KEEP_WORD
from app.look.tokens import PaletteName
from app.operations.phrasing import own_words
from app.storage import drafts, due, private_notes, quick_notes
from app.storage.database import Transaction
from app.storage.quick_notes import QuickNote

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NEEDS, WELL = "d1.behaviour.needs", "d1.behaviour.strengths"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """Furnish laptops for this file; it writes on one."""
    return furnish(tmp_path_factory.mktemp("notes") / "laptops")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Say where what is saved stands."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture(scope="module")
def program(qapp: QApplication, found: Furnished, pictures: Path) -> Iterator[Opened]:
    """Open the program once, on a family's record."""
    with opened(qapp, found.practitioner, pictures) as program:
        program.unlock()
        yield program


@pytest.fixture(autouse=True)
def in_the_record(program: Opened, found: Furnished) -> None:
    """Stand on a topic, with no notes yet."""
    program.program.autosave.flush()
    program.program.tasks.ask(lambda tx: tx.run("DELETE FROM quick_notes"))
    program.room.open_family(found.writing, step="d1.behaviour")


def mark_time() -> None:
    box = QApplication.focusWidget()
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Return, CTRL)
    settle()


def jot(words: str) -> str:
    """Mark the time and write; return the name of the box."""
    mark_time()
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    box.insertPlainText(words)
    return box.objectName()


def kept(program: Opened, found: Furnished) -> list[QuickNote]:
    program.program.autosave.flush()
    return program.program.tasks.ask(lambda tx: quick_notes.list_for(tx, found.writing))


def said(program: Opened, path: str) -> str:
    """Return what an answer of the assessment says on disk."""
    program.program.autosave.flush()
    assert program.room.family.file is not None
    assert program.room.family.file.assessment is not None
    draft = program.room.family.file.assessment.draft

    def read(tx: Transaction) -> str:
        return text_of(drafts.answers(tx, draft), path)

    return program.program.tasks.ask(read)


@pytest.mark.parametrize(("palette", "scale"), [("light", 1.0), ("light", 2.0), ("contrast", 1.0)])
def test_the_list_keeps_most_of_the_height_above_the_ways_beside_it(
    program: Opened, found: Furnished, palette: PaletteName, scale: float
) -> None:
    program.wear(palette, scale)
    try:
        program.window.resize(1366, 768)
        program.room.open_family(found.signed)
        if not program.hands.sees("tasklist"):
            program.hands.click("bar.list")
        settle()
        family = program.room.family
        ways = family.side.buttons
        assert family.tasks.height() > ways.height()
        assert not cut_off(program.window)
        shown = [way for way in ways.findChildren(QAbstractButton) if way.isVisible()]
        assert len(shown) > 4
        assert all(ways.rect().contains(QRect(way.mapTo(ways, QPoint()), way.size())) for way in shown)

        def place(way: QWidget) -> tuple[int, int]:
            at = way.mapTo(ways, QPoint())
            return at.y(), at.x()

        places = [place(way) for way in tabbed(min(shown, key=place), len(shown))]
        assert places == sorted(places)
    finally:
        program.wear("light", 1.0)


def tabbed(first: QAbstractButton, count: int) -> list[QAbstractButton]:
    """Return the buttons Tab goes through from the first of them on."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    chain = [first]
    while len(chain) < count:
        QTest.keyClick(chain[-1], Qt.Key.Key_Tab)
        following = QApplication.focusWidget()
        assert isinstance(following, QAbstractButton)
        chain.append(following)
    return chain


def test_one_key_from_any_topic_marks_the_time_and_what_is_written_there_is_kept(
    program: Opened, found: Furnished
) -> None:
    jot("Row about bed.")
    assert program.room.family.step == "quick"
    jot("He kicks the door.")
    assert [one.text for one in kept(program, found)] == ["Row about bed.", "He kicks the door."]
    assert all(
        one.begun_at.astimezone().strftime("%H:%M") in everything_shown(program.window) for one in kept(program, found)
    )


def test_marking_twice_with_nothing_written_leaves_one_empty_piece(program: Opened, found: Furnished) -> None:
    mark_time()
    mark_time()
    assert len(program.hands.named("quick:")) == 1
    assert kept(program, found) == []


def test_a_piece_goes_into_a_topic_with_one_press_and_out_again_with_undo(program: Opened, found: Furnished) -> None:
    before = said(program, NEEDS)
    jot("He kicks the door.")
    program.hands.click("quick.sort")
    program.hands.click(f"sort.to:{NEEDS}")
    (one,) = kept(program, found)
    assert one.sorted_to == NEEDS
    after = said(program, NEEDS)
    assert after.startswith(before)
    assert "He kicks the door. (" in after
    assert one.begun_at.astimezone().strftime("%H:%M") in after
    program.room.undo()
    settle()
    assert said(program, NEEDS) == before
    assert kept(program, found)[0].sorted_to == ""
    assert program.room.family.step == "d1.behaviour"


def test_a_sorted_piece_stays_and_says_where_it_went(program: Opened, found: Furnished) -> None:
    jot("Calm when he draws.")
    program.hands.click("quick.sort")
    program.hands.click(f"sort.to:{WELL}")
    program.room.open_family(found.writing, step="quick")
    settle()
    shown = everything_shown(program.window)
    assert "Calm when he draws." in shown
    assert "Sorted into “Behaviour: What is going well?”" in shown
    assert not program.hands.named("quick:")
    program.room.undo()


def test_carry_on_leads_back_into_the_piece(program: Opened) -> None:
    name = jot("Half a sentence")
    program.room.go_home()
    program.room.carry_on()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == name


def test_one_key_opens_a_fresh_private_note_and_leaves_an_earlier_one_alone(program: Opened, found: Furnished) -> None:
    for words in ("Pat shouts.", "And Dean is away."):
        program.room.open_family(found.writing, step="d1.behaviour")
        press(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
        box = QApplication.focusWidget()
        assert isinstance(box, QTextEdit)
        box.insertPlainText(words)
    program.program.autosave.flush()
    notes = program.program.tasks.ask(lambda tx: private_notes.list_for(tx, found.writing))
    assert [one.text for one in notes][-2:] == ["Pat shouts.", "And Dean is away."]


def test_what_is_not_sorted_is_on_no_page_that_is_read_together(program: Opened) -> None:
    jot("Pat shouts at Leanne.")
    for step in ("share", "sign"):
        program.go_to(step)
        assert "Pat shouts" not in everything_shown(program.window)


def test_before_the_family_agreed_nothing_can_be_sorted(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.asking)
    jot("She looked tired.")
    program.hands.click("quick.sort")
    settle()
    assert "once the family has agreed to start" in everything_shown(program.window)
    assert not program.hands.named("sort.to:d1")


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    box = QApplication.focusWidget()
    assert box is not None
    QTest.keyClick(box, key, modifier)
    settle()


def write(program: Opened, path: str, words: str) -> QTextEdit:
    """Have nothing but these words in a box, and the keyboard at their end."""
    box = program.hands.find_as(path, QTextEdit)
    box.setFocus()
    box.selectAll()
    box.insertPlainText(words)
    settle()
    return box


def test_a_line_is_said_to_be_somebodys_words_by_key_and_by_button(program: Opened) -> None:
    box = write(program, NEEDS, "He is a nightmare")
    press(Qt.Key.Key_1)
    assert box.toPlainText() == "Mason said: He is a nightmare"
    press(Qt.Key.Key_1)
    assert box.toPlainText() == "Carly said: He is a nightmare"
    program.hands.click("voice.saw")
    assert box.toPlainText() == "I saw: He is a nightmare"
    assert said(program, NEEDS) == "I saw: He is a nightmare"
    assert QApplication.focusWidget() is box
    program.room.undo()
    settle()
    assert program.hands.find_as(NEEDS, QTextEdit).toPlainText() == "Carly said: He is a nightmare"


def test_a_fact_is_asked_for_beside_an_opinion_alone(program: Opened) -> None:
    box = write(program, NEEDS, "He is lazy")
    press(Qt.Key.Key_3)
    assert ASK_FOR_FACT in everything_shown(program.window)
    box.insertPlainText("\nI saw: he yawned all morning")
    settle()
    assert ASK_FOR_FACT not in everything_shown(program.window)


def test_read_together_says_whose_each_passage_is(program: Opened) -> None:
    write(program, NEEDS, "Bedtime.\nCarly said: he shouts\nI saw: he hid\nI think: he is afraid")
    program.go_to("sign")
    settle()
    shown = everything_shown(program.window).split("\n")
    for label, words in (("Carly said", "“he shouts”"), ("I saw", "he hid"), ("I think", "he is afraid")):
        assert shown[shown.index(words) - 1] == label
    assert "Bedtime." in shown


def test_to_look_at_a_marked_line_changes_nothing(program: Opened, found: Furnished) -> None:
    write(program, NEEDS, "Carly said: he shouts")
    program.program.autosave.flush()
    program.room.open_family(found.writing, step="d1.behaviour")
    settle()
    assert program.program.autosave.is_clear()


def test_what_was_typed_over_is_brought_back_and_undone(program: Opened) -> None:
    write(program, WELL, "He is kind to Alfie, always.")
    program.program.autosave.flush()
    write(program, WELL, "Other words.")
    press(Qt.Key.Key_4)
    shown = everything_shown(program.window)
    assert "Behaviour: What is going well?" in shown
    assert "He is kind to Alfie, always." in shown
    program.hands.click("before.bring:0")
    settle()
    assert said(program, WELL) == "He is kind to Alfie, always."
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == WELL
    assert program.room.family.footer.words().startswith("The earlier words are back")
    program.room.undo()
    settle()
    assert said(program, WELL) == "Other words."
    assert program.room.family.footer.words() == "Undone: Behaviour, what is going well"


def test_save_keeps_a_version_named_after_the_page(program: Opened) -> None:
    write(program, WELL, "As it was saved.")
    press(Qt.Key.Key_S)
    assert "This version stands under “Earlier words”" in program.room.family.footer.words()
    write(program, WELL, "Written on, a good deal further.")
    press(Qt.Key.Key_4)
    shown = everything_shown(program.window)
    assert "on “Behaviour”" in shown
    assert "As it was saved." in shown
    program.hands.click("before.back")
    assert program.room.family.step == "d1.behaviour"


def test_a_phrase_comes_by_its_letters_and_is_told_as_inserted_until_it_is_edited(program: Opened) -> None:
    program.room.go_home()
    program.hands.click("home.phrases")
    program.hands.type("phrases.letters", ";Bed")
    program.hands.type("phrases.words", "goes to bed at")
    program.hands.click("phrases.keep")
    assert "Type ;bed and a space" in everything_shown(program.window)
    assert program.room.family.file is None
    program.room.go_home()
    program.room.carry_on()
    program.go_to("d1.behaviour")
    box = write(program, NEEDS, "He ")
    for letter in ";bed ":
        program.hands.key(box, letter)
    settle()
    assert box.toPlainText() == "He goes to bed at "
    assert INSERTED in everything_shown(program.window)
    box.insertPlainText("ten.")
    box.find("goes", QTextDocument.FindFlag.FindBackward)
    box.insertPlainText("is put")
    settle()
    assert said(program, NEEDS) == "He is put to bed at ten."
    assert INSERTED not in everything_shown(program.window)


def test_a_phrase_that_is_taken_away_stands_in_the_boxes_to_be_kept_again(program: Opened) -> None:
    program.room.go_home()
    program.hands.click("home.phrases")
    program.hands.type("phrases.letters", "sch")
    program.hands.click("phrases.keep")
    assert "Write the words" in everything_shown(program.window)
    program.hands.type("phrases.words", "goes to school")
    program.hands.click("phrases.keep")
    program.hands.click("phrases.remove:sch")
    settle()
    assert "sch" not in program.room._bench.hers.phrases
    assert program.hands.find_as("phrases.words", QTextEdit).toPlainText() == "goes to school"
    program.hands.click("phrases.keep")
    assert program.room._bench.hers.phrases["sch"] == "goes to school"


def run_down(program: Opened, percent: int, *, plugged_in: bool = False) -> None:
    battery = program.program.power.battery
    battery._ask = lambda: Charge(percent, is_plugged_in=plugged_in)
    battery.look()
    settle()


def test_a_low_battery_offers_to_sign_and_the_last_of_it_puts_the_record_away(program: Opened) -> None:
    run_down(program, 18)
    assert "The battery is at 18 per cent." in everything_shown(program.window)
    program.hands.click("power.sign")
    assert program.room.family.step == "sign"
    program.go_to("d1.behaviour")
    write(program, NEEDS, "Half a sent")
    run_down(program, 6)
    assert program.room.family.file is None
    assert program.program.autosave.is_clear()
    shown = everything_shown(program.window)
    assert "The battery is at 6 per cent." in shown
    assert "the record is put away safely" in shown
    assert not program.hands.sees("power.sign")
    run_down(program, 6, plugged_in=True)
    assert "The battery is at" not in everything_shown(program.window)
    program.room.carry_on()
    assert said(program, NEEDS) == "Half a sent"


def test_how_not_to_reach_them_stands_first_under_the_name(program: Opened, found: Furnished) -> None:
    file = program.room.family.file
    assert file is not None
    assert file.assessment is not None
    draft = file.assessment.draft
    program.program.autosave.note_answer(draft, "id.safe_to_ring", "no")
    program.room.open_family(found.writing)
    settle()
    assert "Do not ring · 6 years" in everything_shown(program.window)
    program.program.autosave.note_answer(draft, "id.safe_to_ring", None)


def test_getting_ready_says_who_how_and_whether_the_laptop_lasts(program: Opened, found: Furnished) -> None:
    program.room.open_family(found.asking)
    program.hands.click("room.ready")
    settle()
    shown = everything_shown(program.window)
    assert "An interpreter for Leanne, in British Sign Language" in shown
    assert "No connection is needed." in shown
    assert "There is room enough on the disk." in shown
    assert not program.hands.sees("ready.interpreter:here")


def test_that_the_interpreter_has_come_is_a_note_with_its_time(program: Opened, found: Furnished) -> None:
    file = program.room.family.file
    assert file is not None
    assert file.assessment is not None
    booked = {"id.interp": "yes", "id.interp_arranged": "yes", "id.interp_done": "Imran Sethi"}
    for path, answer in booked.items():
        program.program.autosave.note_answer(file.assessment.draft, path, answer)
    program.room.open_family(found.writing)
    program.hands.click("room.ready")
    settle()
    assert "Interpreter or signer booked: Imran Sethi." in everything_shown(program.window)
    program.hands.click("ready.interpreter:here")
    assert program.room.family.step == "quick"
    assert [one.text for one in kept(program, found)] == ["The interpreter is here."]


def test_a_misspelled_word_is_marked_and_mended_by_key_and_a_name_never_is(program: Opened) -> None:
    hers = program.room._bench.hers
    program.hands.until(lambda: hers.spelling is not None, "the dictionary")
    box = write(program, NEEDS, "Mason wispers to Carly and organises the colours. ")
    assert [word for _, word in hers.misspelled(box.toPlainText())] == ["wispers"]
    box.moveCursor(QTextCursor.MoveOperation.Start)
    choose_by_key(box, "whispers")
    assert said(program, NEEDS) == "Mason whispers to Carly and organises the colours. "
    box = write(program, NEEDS, "He likes his zoggle, always. ")
    box.find("zog", QTextDocument.FindFlag.FindBackward)
    choose_by_key(box, KEEP_WORD.format("zoggle"), Qt.Key.Key_Menu)
    assert not list(hers.misspelled(box.toPlainText()))
    assert program.program.tasks.ask(own_words) == {"zoggle"}
    program.room.show_phrases()
    program.hands.click("phrases.unlearn:zoggle")
    assert "Taken away: zoggle." in everything_shown(program.window)
    assert program.program.tasks.ask(own_words) == frozenset()
    assert [word for _, word in hers.misspelled("He likes his zoggle, always. ")] == ["zoggle"]


def choose_by_key(box: QTextEdit, words: str, key: Qt.Key = Qt.Key.Key_F7) -> None:
    """Press a key, and choose from what it offers."""
    if key is Qt.Key.Key_Menu:  # the platform makes this event of the key, and the one without a screen makes none
        QApplication.sendEvent(box, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    else:
        QTest.keyClick(box, key)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = (action for action in menu.actions() if action.text() == words)
    action.trigger()
    menu.close()
    settle()


def test_a_step_of_the_plan_is_marked_as_done_and_is_no_longer_due(program: Opened, found: Furnished) -> None:
    family, hands = program.room.family, program.hands
    before = due_steps(program, found)
    assert before
    hands.click("room.steps")
    step = before[0].split("/")[1]
    hands.choose(f"steps.done:{step}")
    assert family.footer.words().startswith("Done on ")
    hands.find_as(f"steps.by:{step}", QLineEdit).clear()
    hands.type(f"steps.by:{step}", "Ms Bassi")
    hands.click("steps.back")
    assert due_steps(program, found) == before[1:]
    family.go("steps")
    assert hands.find_as(f"steps.by:{step}", QLineEdit).text() == "Ms Bassi"
    hands.click(f"steps.done:{step}")
    assert family.footer.words().startswith("Not done after all")
    assert due_steps(program, found) == before


def due_steps(program: Opened, found: Furnished) -> list[str]:
    """Return the paths of the steps of this family's plan that are due some day."""
    rows = program.program.tasks.ask(lambda tx: due.until(tx, date(2099, 1, 1)))
    return sorted({row.due.path for row in rows if row.episode == found.writing and row.due.kind is DueKind.ACTION})


def test_a_form_is_printed_blank_in_the_order_of_the_screen(program: Opened, pictures: Path) -> None:
    program.hands.click("room.ready")
    program.hands.click("ready.form")
    program.hands.click("onpaper.save")
    assert "The form is saved" in everything_shown(program.window)
    words = " ".join(sheet.extract_text() for sheet in PdfReader(pictures / "form.pdf").pages)
    assert not [name for name in NAMES if name in words]
    order = ["Why now", "General health", "Identity and self-esteem", "Conclusions"]
    assert sorted(order, key=words.index) == order
    assert "on the laptop already" not in words
    program.hands.choose("onpaper.open")
    program.hands.click("onpaper.save")
    words = " ".join(sheet.extract_text() for sheet in PdfReader(pictures / "form.pdf").pages)
    assert "Given name: on the laptop already" in words
    assert not [name for name in NAMES if name in words]


def test_the_working_paper_has_what_was_written_and_no_private_note(
    program: Opened, found: Furnished, pictures: Path
) -> None:
    write(program, NEEDS, "He shouts when it is loud. ")
    program.program.autosave.note_private(found.writing, "n1", "Nobody reads this")
    program.room.family.go("on-paper")
    program.hands.click("onpaper.working.save")
    shown = everything_shown(program.window)
    assert "The working paper is saved" in shown
    words = " ".join(sheet.extract_text() for sheet in PdfReader(pictures / "working-paper.pdf").pages)
    assert "For the worker alone" in words
    assert "He shouts when it is loud." in words
    assert "Nobody reads this" not in words
    program.room.undo()


def test_what_is_typed_in_from_paper_says_so_and_is_undone(program: Opened) -> None:
    family = program.room.family
    family.go("on-paper")
    program.hands.click("onpaper.begin")
    settle()
    assert family.step == "looked"
    assert family.footer.words().startswith("Written on paper on")
    assert "Written on paper, typed on" in everything_shown(program.window)
    program.room.undo()
    settle()
    assert "Written on paper, typed on" not in everything_shown(program.window)


def test_during_a_visit_unlocking_shows_nobody_and_one_press_goes_on_in_the_same_field(
    qapp: QApplication, program: Opened, found: Furnished, tmp_path: Path
) -> None:
    write(program, NEEDS, "Half a sentence about bed")
    program.hands.click("room.ready")
    program.hands.click("ready.visit")
    program.program.tasks.vault_thread.close()
    program.window.hide()
    with opened(qapp, found.practitioner, tmp_path) as again:
        again.unlock()
        settle()
        shown = everything_shown(again.window)
        assert "Ready" in shown
        assert not [name for name in NAMES if name in shown]
        again.hands.click("blank.on")
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == NEEDS

"""Who may see it: nothing is presumed, every choice is given at once, and each line says who sees it."""

from typing import TypeVar

import pytest
from pages_seen import tab_stops
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.answers import Answer, Answers
from app.domain.gates import missing_at_second_gate
from app.forms.definition import FormDefinition, FormLibrary
from app.look.kit import Button, Text
from app.paths import resources
from app.ui.finishing.remark import Remark
from app.ui.finishing.seen import seen_by, who_sees
from app.ui.finishing.sharing import SharingPage
from app.ui.states import ReadLine, ReadSection

Kind = TypeVar("Kind", bound=QWidget)
HEALTH = ReadSection(
    "Health",
    (
        ReadLine("d1.health.strengths", "Strengths", "Mason eats well and loves PE."),
        ReadLine("d1.health.needs", "Needs", "A cough since October."),
    ),
)
HOME = ReadSection("Home", (ReadLine("id.address", "Address", "4 Larch Close, Ambleton"),))
SCHOOL: dict[str, Answer] = {
    "c2.store": "yes",
    "c2.desk": "yes",
    "c2.share": "yes",
    "c2.list": ("aa",),
    "c2.list/aa/c2.list.service": "Larkrise Primary",
    "c2.list/aa/c2.list.may_see": "yes",
}


class Given(dict[str, Answer]):
    """The answers as an autosave would hold them, and each one in the order it came."""

    def __init__(self) -> None:
        super().__init__()
        self.each: list[tuple[str, Answer | None]] = []

    def take(self, path: str, answer: Answer | None) -> None:
        self.each.append((path, answer))
        if answer is None:
            self.pop(path, None)
        else:
            self[path] = answer


def shown(qtbot: QtBot, answers: Answers, form: FormDefinition | None = None) -> tuple[SharingPage, Given]:
    page, given = SharingPage(), Given()
    given.update(answers)
    page.answered.connect(given.take)
    qtbot.addWidget(page)
    if form is not None:
        page.show_form(form)
    page.load(answers)
    page.show_lines((HEALTH, HOME), frozenset({"id.address"}))
    page.resize(1074, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, given


def named(page: QWidget, kind: type[Kind], name: str) -> Kind:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def tile(page: QWidget, name: str) -> QWidget:
    """Return the edge an answer stands in."""
    found = named(page, QAbstractButton, name).parentWidget()
    assert found is not None
    return found


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(named(page, QAbstractButton, name), Qt.MouseButton.LeftButton)


def remarks(page: QWidget) -> list[str]:
    return [remark.words() for remark in page.findChildren(Remark) if remark.isVisible()]


@pytest.mark.parametrize("path", ["c2.store", "c2.desk", "c2.share", "c2.list/aa/c2.list.may_see"])
def test_nothing_is_ticked_beforehand_and_yes_is_as_large_as_no(qtbot: QtBot, path: str) -> None:
    page, given = shown(qtbot, {"c2.list": ("aa",)})
    yes, no = (named(page, QAbstractButton, f"{path}:{code}") for code in ("yes", "no"))
    assert not yes.isChecked()
    assert not no.isChecked()
    assert yes.size() == no.size()
    assert tile(page, f"{path}:yes").size() == tile(page, f"{path}:no").size()
    assert tile(page, f"{path}:yes").y() == tile(page, f"{path}:no").y()
    assert given.each == []


def test_a_yes_and_a_no_are_given_at_once(qtbot: QtBot) -> None:
    page, given = shown(qtbot, {})
    press(page, "c2.store:yes")
    press(page, "c2.desk:no")
    press(page, "c2.store:no")
    assert given.each == [("c2.store", "yes"), ("c2.desk", "no"), ("c2.store", "no")]


def test_the_edge_of_an_answer_can_be_pressed_too(qtbot: QtBot) -> None:
    page, given = shown(qtbot, {})
    no = tile(page, "c2.share:no")
    QTest.mouseClick(no, Qt.MouseButton.LeftButton, pos=no.rect().bottomRight())
    assert given == {"c2.share": "no"}


def test_the_keyboard_alone_can_answer(qtbot: QtBot) -> None:
    page, given = shown(qtbot, {})
    page.focus_first()
    QTest.keyClick(named(page, QAbstractButton, "c2.store:yes"), Qt.Key.Key_Space)
    QTest.keyClick(named(page, QAbstractButton, "c2.store:yes"), Qt.Key.Key_Right)
    assert given.each == [("c2.store", "yes"), ("c2.store", "no")]


def test_what_is_loaded_is_shown_and_not_reported(qtbot: QtBot) -> None:
    row = "c2.list/aa/c2.list"
    loaded = SCHOOL | {f"{row}.kind": "school", f"{row}.until": "2027-03-31", f"{row}.sensitive": True}
    page, given = shown(qtbot, loaded | {f"{row}.withheld": ("d1.health.needs",), "c2.withheld": ("cm.child",)})
    assert given.each == []
    assert named(page, QAbstractButton, "c2.store:yes").isChecked()
    assert named(page, QLineEdit, f"{row}.service").text() == "Larkrise Primary"
    assert named(page, QComboBox, f"{row}.kind").currentText() == "School"
    assert named(page, QLineEdit, f"{row}.until:year").text() == "2027"
    assert named(page, QAbstractButton, f"{row}.sensitive").isChecked()
    assert named(page, QAbstractButton, f"{row}.withheld:d1.health.needs").isChecked()
    assert "1 held back" in named(page, QAbstractButton, f"{row}.withheld").text()


def test_loading_nothing_takes_every_answer_off_the_page(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    page.load({})
    assert not named(page, QAbstractButton, "c2.store:yes").isChecked()
    visible = [box for box in page.findChildren(QLineEdit) if box.isVisible()]
    assert {box.objectName().partition(":")[0] for box in visible} == {"c2.review_on", "c2.expires"}
    assert [box.text() for box in visible if box.text()] == []
    assert given.each == []


def test_a_service_added_is_a_new_row_with_the_keyboard_in_its_name(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    press(page, "c2.list:add")
    rows = given["c2.list"]
    assert isinstance(rows, tuple)
    assert rows[0] == "aa"
    name = named(page, QLineEdit, f"c2.list/{rows[1]}/c2.list.service")
    qtbot.waitUntil(name.hasFocus)
    QTest.keyClicks(name, "GP")
    assert given[f"c2.list/{rows[1]}/c2.list.service"] == "GP"
    assert "Please choose yes or no for each service." in missing_at_second_gate(given)


def test_tab_comes_to_a_new_service_where_it_stands_on_the_page(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    press(page, "c2.list:add")
    rows = given["c2.list"]
    assert isinstance(rows, tuple)
    qtbot.waitUntil(named(page, QLineEdit, f"c2.list/{rows[1]}/c2.list.service").hasFocus)
    page.focus_first()
    stops = tab_stops()
    expected = ["c2.list/aa:remove", f"c2.list/{rows[1]}/c2.list.service", "c2.list:add", "c2.withheld:d1.health.needs"]
    assert [stop for stop in stops if stop in expected] == expected


def test_a_sort_of_service_nobody_listed_can_be_written_in(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    QTest.keyClicks(named(page, QLineEdit, "c2.list/aa/c2.list.kind:other"), "choir")
    assert given["c2.list/aa/c2.list.kind"] == "choir"


def test_a_service_taken_off_leaves_nothing_behind_and_comes_back_whole_with_undo(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    press(page, "c2.list/aa:remove")
    assert {path: answer for path, answer in given.items() if path.startswith("c2.list")} == {"c2.list": ()}
    undo = named(page, QAbstractButton, "c2.list/aa:undo")
    qtbot.waitUntil(undo.hasFocus)
    QTest.keyClick(undo, Qt.Key.Key_Space)
    assert given == SCHOOL
    assert named(page, QLineEdit, "c2.list/aa/c2.list.service").text() == "Larkrise Primary"


def test_an_end_date_is_given_as_a_day_and_half_of_one_is_never_taken_for_no_end(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    row = "c2.list/aa/c2.list.until"
    for box, words in (("day", "31"), ("month", "3")):
        QTest.keyClicks(named(page, QLineEdit, f"{row}:{box}"), words)
    assert seen_by(given, "d1.health.needs") == "Seen by: Early help coordinator"
    assert "Larkrise Primary: yes, once the end date is a whole day" in who_sees(given)
    QTest.keyClicks(named(page, QLineEdit, f"{row}:year"), "2027")
    assert given[row] == "2027-03-31"
    assert "Larkrise Primary: yes, until Wednesday 31 March 2027" in who_sees(given)


def test_a_line_held_back_from_one_service_is_still_seen_by_the_others(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    press(page, "c2.list/aa/c2.list.withheld")
    press(page, "c2.list/aa/c2.list.withheld:d1.health.needs")
    assert given["c2.list/aa/c2.list.withheld"] == ("d1.health.needs",)
    assert remarks(page).count("Seen by: Early help coordinator, Larkrise Primary") == 1
    assert remarks(page).count("Seen by: Early help coordinator") == 1


def test_a_line_nobody_may_see_says_so_in_words(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    press(page, "c2.withheld:d1.health.needs")
    assert "Held back. Nobody else sees this line." in remarks(page)
    press(page, "c2.withheld:d1.health.needs")
    assert given.each == [("c2.withheld", ("d1.health.needs",)), ("c2.withheld", ())]
    assert "Held back. Nobody else sees this line." not in remarks(page)


def test_a_line_held_back_stays_so_though_it_is_not_on_the_page_now(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL | {"c2.withheld": ("st.story",)})
    press(page, "c2.withheld:d1.health.strengths")
    assert given["c2.withheld"] == ("d1.health.strengths", "st.story")


def test_a_line_that_is_never_sent_offers_no_choice(qtbot: QtBot) -> None:
    page, _given = shown(qtbot, SCHOOL)
    assert page.findChild(QAbstractButton, "c2.withheld:id.address") is None
    assert page.findChild(QAbstractButton, "c2.list/aa/c2.list.withheld:id.address") is None
    assert "Never sent to a service." in remarks(page)


def test_rows_of_one_group_are_held_back_together_by_one_tick(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    people = ReadSection("People", (ReadLine("ac.who", "Who", "Carly"), ReadLine("ac.who", "Who", "Jade")))
    page.show_lines((people,))
    assert len(page.findChildren(QAbstractButton, "c2.withheld:ac.who")) == 1
    qtbot.waitUntil(named(page, QAbstractButton, "c2.withheld:ac.who").isVisible)
    press(page, "c2.withheld:ac.who")
    assert given["c2.withheld"] == ("ac.who",)


def test_a_no_to_sharing_says_that_nothing_goes_to_anyone(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    press(page, "c2.share:no")
    assert who_sees(given) == ("It is not shared with anyone.",)
    assert remarks(page).count("Nobody else sees this line as things stand.") == 2
    assert any(words.startswith("Then nothing is sent to anyone") for words in remarks(page))


def test_who_sees_it_is_told_for_each_name_and_never_guessed() -> None:
    answers = SCHOOL | {"c2.list": ("aa", "bb", "cc"), "c2.list/bb/c2.list.service": "Ambleton Housing"}
    held = {"c2.list/aa/c2.list.withheld": ("a", "b"), "c2.withheld": ("c",)}
    assert who_sees(answers | held) == (
        "Early help coordinator: yes",
        "Larkrise Primary: yes, all but 2 lines",
        "Ambleton Housing: not answered yet",
        "1 line held back from everyone",
    )


def test_last_time_is_said_in_words_and_nothing_is_ticked_for_it(qtbot: QtBot) -> None:
    page, given = shown(qtbot, {})
    names = {path: SCHOOL[path] for path in ("c2.list", "c2.list/aa/c2.list.service")}
    page.load(names, {**SCHOOL, "c2.share": "no"})
    said = {text.words for text in page.findChildren(Text) if not text.isHidden()}
    assert {"Last time: yes. Please ask again.", "Last time: no. Please ask again."} <= said
    for path in ("c2.store", "c2.desk", "c2.share", "c2.list/aa/c2.list.may_see"):
        for code in ("yes", "no"):
            assert not named(page, QAbstractButton, f"{path}:{code}").isChecked()
    assert given.each == []
    assert missing_at_second_gate(names) != ()
    page.load({})
    assert not [text for text in page.findChildren(Text) if "Last time" in text.words and text.isVisible()]


def test_when_to_ask_again_and_when_it_ends_are_given_as_they_are_typed(qtbot: QtBot) -> None:
    page, given = shown(qtbot, {})
    for part, words in (("day", "2"), ("month", "3"), ("year", "2027")):
        QTest.keyClicks(named(page, QLineEdit, f"c2.review_on:{part}"), words)
    assert given["c2.review_on"] == "2027-03-02"
    page.load({"c2.expires": "2027-11-02"})
    assert named(page, QLineEdit, "c2.expires:year").text() == "2027"
    assert named(page, QLineEdit, "c2.review_on:year").text() == ""


FORMS = FormLibrary(resources() / "forms")
NOW = FORMS.by_name("agreement-to-share")
FIRST = FORMS.by_ref(NOW.url, "1.0.0")
PURPOSE = "c2.list/aa/c2.list.purpose"


def test_what_few_need_stands_folded_and_is_given_like_anything_else(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL, NOW)
    assert page.findChild(QWidget, "c2.research:option:yes") is None
    QTest.mouseClick(named(page, Button, "c2:more"), Qt.MouseButton.LeftButton)
    named(page, QAbstractButton, "c2.research:option:no").click()
    named(page, QAbstractButton, "c2.read:option:yes").click()
    assert given.each == [("c2.research", "no"), ("c2.read", "yes")]
    page.focus_first()
    stops = tab_stops()
    assert stops.index("c2.expires:year") < stops.index("c2:more") < stops.index("c2.research:absent")


def test_what_was_answered_there_is_in_sight(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL | {"c2.reasons": "yes"}, NOW)
    assert named(page, QAbstractButton, "c2.reasons:option:yes").isChecked()
    assert given.each == []


def test_each_service_may_be_told_what_it_is_for(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL, NOW)
    box = named(page, QLineEdit, PURPOSE)
    assert box.isVisible()
    box.setFocus()
    QTest.keyClicks(box, "Bus")
    assert given[PURPOSE] == "Bus"


def test_a_draft_on_the_first_form_is_asked_what_that_form_asks(qtbot: QtBot) -> None:
    page, _ = shown(qtbot, SCHOOL, FIRST)
    assert not named(page, QLineEdit, PURPOSE).isVisible()
    QTest.mouseClick(named(page, Button, "c2:more"), Qt.MouseButton.LeftButton)
    assert named(page, QAbstractButton, "c2.for:option:me").isVisible()
    assert page.findChild(QWidget, "c2.research:option:yes") is None


HELPED: Answers = {
    "sv.services": ("bb", "cc", "dd"),
    "sv.services/bb/sv.name": "Larkrise Primary",
    "sv.services/cc/sv.name": "Nurse",
    "sv.services/cc/sv.kind": "school nurse",
    "sv.services/dd/sv.name": "Ambleton Homes",
}


def asked_about(page: SharingPage) -> list[str]:
    """Return which services stand on the page with a yes and a no."""
    boxes = [box for box in page.findChildren(QLineEdit) if box.objectName().endswith("/c2.list.service")]
    return [box.text() for box in boxes if box.isVisible()]


def test_whoever_helps_already_is_asked_about_and_nothing_is_written_before_it_is_answered(qtbot: QtBot) -> None:
    page, given = shown(qtbot, SCHOOL)
    page.know_who_helps(HELPED)
    QApplication.processEvents()
    assert asked_about(page) == ["Larkrise Primary", "Nurse", "Ambleton Homes"]
    assert given.each == []
    yes = [one for one in page.findChildren(QAbstractButton) if one.objectName().endswith("/c2.list.may_see:yes")]
    assert [one.isChecked() for one in yes[1:]] == [False, False]
    yes[1].click()
    rows = given["c2.list"]
    assert isinstance(rows, tuple)
    assert len(rows) == 2
    told = {link_id: given[f"c2.list/{rows[1]}/c2.list.{link_id}"] for link_id in ("service", "kind", "may_see")}
    assert told == {"service": "Nurse", "kind": "school nurse", "may_see": "yes"}
    assert not [path for path, _ in given.each if path.startswith("c2.list/") and rows[1] not in path]


def test_who_was_written_in_by_hand_is_not_asked_about_twice(qtbot: QtBot) -> None:
    page, _ = shown(qtbot, {})
    page.know_who_helps(HELPED)
    QTest.mouseClick(named(page, Button, "c2.list:add"), Qt.MouseButton.LeftButton)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    QTest.keyClicks(box, "nurse")
    assert sorted(asked_about(page)) == ["Ambleton Homes", "Larkrise Primary", "nurse"]

"""A learning mentor at her first assessment, a mother and a boy of six: from the checklist to the signature."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest
from furnished import Opened, opened, settle
from larkrise import AGREED_TO_START, MASON, Laptop, by_hand, new_office
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from scenario import Worker, against_the_page

from app.domain.answers import Answers, row_answers
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.look.kit import theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

NEEDS = "d1.behaviour.needs"
HALF = "Bedtime takes two hours, and then"
HIS = "I like PE and Ben. I get tired in maths"
BROUGHT = "Jade walks him to school."
JADE, ALFIE, NURSE, WELFARE, CENTRE, HOMES = "1ade0000", "a1f1e000", "0000aa01", "0000aa02", "0000aa03", "0000aa04"
KNOWN: Answers = {
    **{path: answer for path, answer in MASON.items() if path.startswith("id.")},
    "pc": ("0000cc01",),
    "pc/0000cc01/pc.name": "Carly Reid",
    "fh.people": (JADE, ALFIE),
    f"fh.people/{JADE}/fh.people.name": "Jade Reid",
    f"fh.people/{JADE}/fh.people.dob": "2013-05-21",
    f"fh.people/{JADE}/fh.people.here": True,
    f"fh.people/{ALFIE}/fh.people.name": "Alfie Reid",
    f"fh.people/{ALFIE}/fh.people.dob": "2024-08-02",
    f"fh.people/{ALFIE}/fh.people.here": True,
    "sv.services": (NURSE, WELFARE, CENTRE, HOMES),
    f"sv.services/{NURSE}/sv.name": "School nurse",
    f"sv.services/{NURSE}/sv.kind": "school nurse",
    f"sv.services/{WELFARE}/sv.name": "Attendance service",
    f"sv.services/{WELFARE}/sv.kind": "education welfare",
    f"sv.services/{CENTRE}/sv.name": "Children's centre",
    f"sv.services/{CENTRE}/sv.kind": "early years",
    f"sv.services/{HOMES}/sv.name": "Ambleton Homes",
    f"sv.services/{HOMES}/sv.kind": "housing",
}
WRITTEN: Answers = {
    path: answer for path, answer in MASON.items() if not path.startswith(("id.", "d1.behaviour", "co.next"))
} | {"co.strengths": "Kind with smaller children; Jade and he stand together."}
SERVICES = (
    ("School nurse", "school nurse", "yes"),
    ("Attendance service", "education welfare", "yes"),
    ("Children's centre", "early years", "yes"),
    ("Ambleton Homes", "housing", "no"),
)


@dataclass
class Afternoon:
    """What was seen on the way, and what was counted."""

    worker: Worker
    mason: EpisodeId
    measured: dict[str, int] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    answers: Answers = field(default_factory=dict)
    sharing: Answers = field(default_factory=dict)

    @property
    def program(self) -> Opened:
        """The program on the screen."""
        return self.worker.program

    def open(self, step: str) -> None:
        """Open his record at a step, which is not counted."""
        self.program.room.open_family(self.mason, step=step)
        settle()

    def sit_before(self, program: Opened) -> None:
        """Go on in another window, counting on."""
        self.measured |= self.worker.measured
        self.worker = Worker(program)


@pytest.fixture(scope="module")
def afternoon(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Afternoon]:
    """Go through Monday afternoon, and from Thursday on to the signature."""
    theme.dress(qapp)
    folder = tmp_path_factory.mktemp("reid")
    jo = Laptop.new(folder / "vaults" / "place", by_hand(new_office(folder / "office"), "practitioner"))
    visit = jo.visit()
    visit.write(KNOWN)
    jo.vault.lock()
    with opened(qapp, folder, folder) as monday:
        monday.unlock()
        went = Afternoon(Worker(monday), visit.episode)
        is_it_right(went)
        talking(went)
        masons_view(went)
        stopped(went)
    with ExitStack() as stack:
        went.sit_before(stack.enter_context(opened(qapp, folder, folder)))
        carried_on(went)
        strengths_and_needs(went)
        who_may_see(went)
        signed(went)
        went.sit_before(went.program)
        yield went


def is_it_right(went: Afternoon) -> None:
    worker = went.worker
    went.open("pre")
    with worker.step("b1"):
        for number, said in enumerate(("no", "yes", "no", "yes", "not sure"), start=1):
            worker.choose(f"pre.q{number}:option:{said}")
        worker.type("pre.q5.note", "Why he is so tired, and who could help with bedtimes.")
        worker.choose("pre.harm:option:no")
        worker.choose("pre.decision:option:do a CAF myself")
    went.open("extra")
    with worker.step("b2"):
        worker.choose("pre.existing:option:asked family")
    went.open("c1")
    with worker.step("b3"):
        went.said["opening"] = worker.shown()
    worker.wrote(AGREED_TO_START, RecordKind.START)
    went.program.hands.click("start.agree")
    went.program.hands.until(lambda: went.program.room.family.step == "as", "the first page after the gate")


def talking(went: Afternoon) -> None:
    worker = went.worker
    went.open("learning")
    with worker.step("b4"):
        for box, number in (("possible", "120"), ("attended", "72"), ("late", "22")):
            worker.type(f"id.attend.{box}", number)
        went.said["attendance"] = worker.shown()
        for more in went.program.hands.named("", ":more"):
            worker.click(more)
        worker.type("id.setting_attendance", "14 Sep to 11 Dec; from the register")
    with worker.step("b5"):
        worker.go_to("d1.behaviour")
    worker.type(NEEDS, "He's a nightmare")
    settle()
    carly = next(name for name in sorted(went.program.hands.named("voice.said:")) if "Carly" in words_of(went, name))
    with worker.step("b6"):
        worker.click(carly)
    assert worker.said(went.mason)[NEEDS] == "Carly said: He's a nightmare"


def words_of(went: Afternoon, name: str) -> str:
    return went.program.hands.find(name).accessibleName() or str(went.program.hands.find(name).property("text"))


def masons_view(went: Afternoon) -> None:
    worker, hands = went.worker, went.program.hands
    went.open("ch")
    with worker.step("b7"):
        worker.turn()
        worker.choose("share.ch.first:well")
        worker.type("share.ch.well", HIS)
        worker.type("share.ch.well.name", "House of good things")
        worker.click(next(name for name in hands.named("share.place:") if words_of(went, name) == "Draw"))
        draw(hands.find("share.ch.strokes"))
        worker.clicks += 1
        worker.click("share.next")
        worker.choose("share.ch.show.may:yes")
        worker.type("share.ch.present", "Mason, Carly, Jo")
    worker.take_back()


def draw(pad: QWidget) -> None:
    """Draw a line with the mouse."""
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(40, 40))
    QTest.mouseMove(pad, QPoint(200, 120))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(200, 120))


def stopped(went: Afternoon) -> None:
    worker = went.worker
    went.open("d2.guidance")
    worker.type("d2.guidance.needs", HALF)
    went.program.program.lock()  # the lid closes


def carried_on(went: Afternoon) -> None:
    worker = went.worker
    went.program.unlock()
    settle()
    with worker.step("b8"):
        worker.click("home.carry_on")
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    assert (box.objectName(), box.toPlainText()) == ("d2.guidance.needs", HALF)


def strengths_and_needs(went: Afternoon) -> None:
    worker = went.worker
    went.open("wants")
    went.said["wants"] = worker.shown()
    worker.wrote(WRITTEN)
    with worker.step("b10"):
        worker.click("room.family")
        worker.type(f"family.brings:{JADE}", BROUGHT)
    went.open("plan")
    went.said["endings"] = worker.shown()
    with worker.step("b13"):
        worker.choose("co.next:option:TAC needed - I will convene")


def who_may_see(went: Afternoon) -> None:
    worker, hands = went.worker, went.program.hands
    went.open("share")
    with worker.step("b11"):
        for path in ("c2.store", "c2.desk", "c2.share"):
            worker.choose(f"{path}:yes")
        names = hands.named("c2.list/", "/c2.list.service")
        rows = {hands.find_as(name, QLineEdit).text(): name.removesuffix("service") for name in names}
        for service, _, may_see in SERVICES:
            worker.choose(f"{rows[service]}may_see:{may_see}")
    went.sharing = worker.said(went.mason, RecordKind.SHARING)
    went.answers = worker.said(went.mason)


def signed(went: Afternoon) -> None:
    worker, hands = went.worker, went.program.hands
    worker.go_to("sign")
    with worker.step("b12"):
        worker.click("sign.known:0")
        worker.choose("c2.route:typed")
        went.said["signing"] = worker.shown()
        worker.type("c2.typed_name", "Carly Reid")
        worker.click("sign.agree")
        hands.until(lambda: went.program.room.family.step == "where", "the end of signing")


def test_each_step_of_the_first_assessment_takes_the_clicks_that_the_page_says(afternoon: Afternoon) -> None:
    assert against_the_page("b", afternoon.measured) == ""


def test_attendance_is_worked_out_from_three_boxes_and_kept_in_words(afternoon: Afternoon) -> None:
    assert "72 of 120 sessions: 60.0%. Late 22 times." in afternoon.said["attendance"]
    answers = afternoon.answers
    assert answers["id.attend.said"] == "72 of 120 sessions: 60.0%. Late 22 times."
    assert answers["id.setting_attendance"] == "14 Sep to 11 Dec; from the register"


def test_his_words_are_kept_as_he_said_them_with_who_was_there(afternoon: Afternoon) -> None:
    answers = afternoon.answers
    assert (answers["ch.well"], answers["ch.present"]) == (HIS, "Mason, Carly, Jo")
    assert [row["ch.show.may"] for row in row_answers(answers, "ch.show")] == ["yes"]
    assert str(answers["ch.strokes"]).startswith("[[[")


def test_a_sister_stands_among_what_is_strong(afternoon: Afternoon) -> None:
    assert afternoon.answers[f"fh.people/{JADE}/fh.people.brings"] == BROUGHT


def test_each_service_has_the_answer_that_carly_gave_it(afternoon: Afternoon) -> None:
    rows = row_answers(afternoon.sharing, "c2.list")
    told = [(row["c2.list.service"], row["c2.list.kind"], row["c2.list.may_see"]) for row in rows]
    assert told == list(SERVICES)


def test_carly_sees_the_very_words_she_signs(afternoon: Afternoon) -> None:
    for words in (HIS, "He's a nightmare", "Carly asked for help with bedtimes.", "School nurse"):
        assert words in afternoon.said["signing"]

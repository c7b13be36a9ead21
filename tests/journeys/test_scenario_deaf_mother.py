"""A health visitor, a Deaf mother and three small children, no signal: the whole visit in the real window, counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from ambleton import Town, serving
from couriers import over_the_network
from furnished import Opened, opened, settle
from larkrise import AGREED_TO_SHARE, MASON, PASSPHRASE, Laptop, new_office
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from scenario import Worker, against_the_page
from test_operations_households import KAYDEN, LEANNE

from app.domain.answers import Answers, row_answers
from app.domain.charge import Charge
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.look.kit import theme
from app.operations.earlier import NOT_CHECKED
from app.storage import children, private_notes, quick_notes, reasons, records
from app.ui.finishing.where import Place
from endpoint.office import set_up
from endpoint.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SHOUTS = "Pat shouts at Leanne when Dean is away: Gorseland"
DEAN = "Dean is home two days in seven: Fernhollow"
ASKED = ("c2.store", "c2.share", "c2.desk")
BOOKED: Answers = {
    "id.interp": "yes",
    "id.interp_arranged": "yes",
    "id.interp_done": "Imran Sethi",
    "id.safe_to_ring": "no",
}
EVENING = {path: answer for path, answer in MASON.items() if not path.startswith("id.")} | {
    "d2.care.needs": DEAN,
    "d1.health_general.needs": "Nine trips a month to three hospitals.",
}


@dataclass
class Visits:
    """What was seen on the way, and what was counted."""

    worker: Worker
    kayden: EpisodeId
    pictures: Path
    measured: dict[str, int] = field(default_factory=dict)
    turned: list[str] = field(default_factory=list)
    kept_before: int = 0

    @property
    def program(self) -> Opened:
        """The program on the screen."""
        return self.worker.program

    def sit_before(self, program: Opened) -> None:
        """Go on in another window, counting on."""
        self.measured |= self.worker.measured
        self.worker = Worker(program)

    def wrote(self, name: str) -> dict[str, object]:
        """Return what the disk says of a child."""
        rows = {row.summary.given: row.episode for row in self.worker.ask(children.list_all)}
        episode = rows[name]
        assert episode is not None
        return dict(self.worker.said(episode))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Set up Ambleton's endpoint; nobody serves it yet."""
    folder = tmp_path_factory.mktemp("town")
    office = new_office(folder / "office")
    set_up(Settings(folder / "endpoint"), office.for_the_endpoint)
    return Town(office, folder / "endpoint", "")


@pytest.fixture(scope="module")
def visits(qapp: QApplication, town: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visits]:
    """Go through both visits: the endpoint is there at enrolment, gone until the last step, and back for that one."""
    theme.dress(qapp)
    folder = tmp_path_factory.mktemp("marsh")
    with serving(town.folder) as (address, _):
        there = Town(town.office, town.folder, address)
        rachel = Laptop.new(folder / "vaults" / "place", over_the_network(there, "practitioner", "Rachel Okoro"))
    kayden = rachel.visit()
    kayden.write({**KAYDEN, **BOOKED})
    rachel.vault.lock()
    with opened(qapp, folder, folder) as car:
        car.unlock()
        went = Visits(Worker(car), kayden.episode, folder)
        in_the_car(went)
    with ExitStack() as stack:
        went.sit_before(stack.enter_context(opened(qapp, folder, folder)))
        in_the_flat(went)
        asked_to_start(went)
        listening(went)
        worried(went)
        feelings(went)
        battery(went)
        evening(went)
        read_together(went)
        a_copy(went)
        went.kept_before = count_kept(there)
        stack.enter_context(serving(town.folder, "--port", address.rsplit(":", 1)[1]))
        back_in_signal(went)
        went.sit_before(went.program)
        yield went


def count_kept(town: Town) -> int:
    ((found,),) = town.rows("SELECT count(*) FROM envelopes")
    assert isinstance(found, int)
    return found


def in_the_car(went: Visits) -> None:
    worker, room = went.worker, went.program.room
    for name in ("Ruby", "Noah"):
        room.open_family(went.kayden)
        settle()
        with worker.step("a8"):
            worker.click("room.family")
            worker.type("family.name", name)
            worker.click("family.add")
    room.go_home()
    with worker.step("a1"):
        worker.chord(Qt.Key.Key_K, CONTROL)
        worker.write("kayden mar")
        worker.enter()
        worker.click("room.ready")
        worker.click("ready.visit")
    ready = worker.shown()
    assert "No connection is needed." in ready
    assert "Interpreter or signer booked: Imran Sethi." in ready
    went.program.program.lock()


def in_the_flat(went: Visits) -> None:
    worker = went.worker
    with worker.step("a2"):
        worker.type("unlock.passphrase", PASSPHRASE)
        worker.enter()
        worker.program.hands.until(lambda: worker.program.program.workroom is not None, "the workroom")
        assert not [name for name in ("Kayden", "Ruby", "Noah", "Marsh", "Leanne", "Imran") if name in worker.shown()]
        worker.click("blank.on")
    assert "Has the interpreter or signer come?" in worker.shown()
    with worker.step("a3"):
        worker.click("ready.interpreter:here")
    noted = worker.ask(lambda tx: quick_notes.list_for(tx, went.kayden))
    assert [one.text for one in noted] == ["The interpreter is here."]


def asked_to_start(went: Visits) -> None:
    worker, hands, rows = went.worker, went.program.hands, went.worker.ask(children.list_all)
    with worker.step("a5"):
        worker.go_to("c1")
        worker.turn()
        worker.next_until("share.c1.said_back")
        worker.type("share.c1.said_back", "You write it. I can say stop.")
        worker.choose("share.c1.format:signer")
    hands.click("share.pause")
    assert "said_back" not in " ".join(hands.named("share."))
    hands.click("share.go_on")
    with worker.step("a6"):
        worker.take_back()
        worker.type("c1.giver", "Leanne Marsh")
        assert worker.said(went.kayden, RecordKind.START)["c1.capacity"] == "parent"  # she is his mother, it says
        for name in ("c1.record_ecaf:option:yes", "c1.how:option:typed"):
            worker.choose(name)
        for row in rows:
            worker.choose(f"start.child:{row.episode}:yes")
        worker.click("start.agree")
        hands.until(lambda: went.program.room.family.step == "as", "the first page after the gate")
    with worker.step("a4"):  # it began as unchecked by itself: nobody could be asked
        kept = worker.ask(lambda tx: reasons.of_episode(tx, went.kayden))
    assert [one.why for one in kept if one.rule == NOT_CHECKED and one.why.startswith("Not checked elsewhere")]


def listening(went: Visits) -> None:
    worker = went.worker
    with worker.step("a7"):
        worker.chord(Qt.Key.Key_Return, CONTROL)
        worker.write("Nine trips a month, two buses each way.")
    worker.chord(Qt.Key.Key_Return, CONTROL)
    worker.write("Noah turns to the window when a lorry goes by.")
    with worker.step("a9"):
        worker.chord(Qt.Key.Key_N, CONTROL, SHIFT)
        worker.write(SHOUTS)
    assert "Not shared. Could still be asked for by law." in worker.shown()
    worker.shift_three_times()
    assert ("Gorseland" in worker.shown(), went.program.window.windowTitle()) == (False, "eCAF")
    went.program.hands.click("hide.back")
    notes = worker.ask(lambda tx: private_notes.list_for(tx, went.kayden))
    assert [one.text for one in notes] == [SHOUTS]


def worried(went: Visits) -> None:
    worker, hands = went.worker, went.program.hands
    with worker.step("a10"):
        worker.click("bar.worried")
    assert "999" in worker.shown()
    hands.type("ex.what", "Three seizures this week.")
    for choice in ("ex.concern:option:no", "ex.told_family:option:yes", "ex.result:option:continues beside"):
        hands.choose(choice)
    hands.type("ex.done", "Rang the epilepsy nurse.")
    hands.click("worried.answered")
    settle()


def feelings(went: Visits) -> None:
    worker = went.worker
    went.program.room.open_family(went.kayden, step="d1.health_general")
    settle()
    with worker.step("a11"):
        worker.turn(by="feelings.of:0")
        worker.choose("share.number:3")
        worker.type("share.words", "I am tired of buses.")
        assert "Known from getting ready." in worker.shown()
    worker.take_back()
    (said,) = row_answers(worker.said(went.kayden), "fw.says")
    assert (said["fw.who"], said["fw.scale"], said["fw.how"]) == ("Leanne Marsh", 3, "interpreted from sign")


def battery(went: Visits) -> None:
    worker, power = went.worker, went.program.program.power.battery
    power._ask = lambda: Charge(18, is_plugged_in=False)
    power.look()
    assert "The battery is at 18 per cent." in worker.shown()
    with worker.step("a12"):
        worker.click("power.sign")
    assert went.program.room.family.step == "sign"
    assert went.program.program.autosave.is_clear()
    power._ask = lambda: Charge(80, is_plugged_in=True)
    power.look()


def evening(went: Visits) -> None:
    worker = went.worker
    went.program.room.open_family(went.kayden, step="quick")
    settle()
    with worker.step("a15"):
        worker.click("quick.sort")
        worker.click("sort.to:as.reason")
        worker.click("sort.to:d3.community.needs")
        worker.click("sort.to:d1.speech.strengths")
    assert "All of them are sorted." in worker.shown()
    went.program.room.open_family(went.kayden, step="as")
    worker.wrote(EVENING)


def read_together(went: Visits) -> None:
    worker, hands = went.worker, went.program.hands
    went.program.room.open_family(went.kayden, step="d2.care")
    worker.turn()
    while DEAN not in worker.shown():
        went.turned.append(worker.shown())
        hands.click("share.next")
    with worker.step("a13"):
        worker.click("share.not_this")
    worker.take_back()
    assert worker.said(went.kayden, RecordKind.SHARING)["c2.withheld"] == ("d2.care.needs",)
    worker.wrote({path: answer for path, answer in AGREED_TO_SHARE.items() if path in ASKED}, RecordKind.SHARING)
    worker.go_to("sign")
    hands.type("c2.signer", "Leanne Marsh")
    for choice in ("c2.capacity:parent", "c2.route:typed"):
        hands.choose(choice)
    hands.type("c2.typed_name", "Leanne Marsh")
    hands.click("sign.agree")
    hands.until(lambda: went.program.room.family.step == "where", "the end of signing")


def a_copy(went: Visits) -> None:
    worker = went.worker
    assert went.program.room.family.closing.where_place is Place.WAITING
    with worker.step("a14"):
        worker.click("where.copy:easy read")
        worker.choose("copy.safe:no")
        worker.click("copy.not_home")
    assert "It is written down that this copy is not for home." in worker.shown()


def back_in_signal(went: Visits) -> None:
    worker, closing = went.worker, went.program.room.family.closing
    went.program.room.open_family(went.kayden, step="where")
    with worker.step("a16"):
        went.program.hands.until(lambda: closing.where_place is Place.RECEIVED, "a receipt that was checked")
    assert re.search(r"Received by Ambleton at .*\d\d:\d\d", worker.shown())


def test_each_step_of_the_deaf_mothers_visits_takes_the_clicks_that_the_page_says(visits: Visits) -> None:
    assert against_the_page("a", visits.measured) == ""


def test_both_visits_were_without_a_network_and_nothing_left_before_it_was_there(visits: Visits, town: Town) -> None:
    assert (visits.kept_before, count_kept(town) > 0) == (0, True)


def test_no_adult_no_home_and_no_service_is_typed_again_for_another_child(visits: Visits) -> None:
    facts = [path for path in KAYDEN if path.startswith(("fh.people", "sv.", "id.address", "id.postcode", "id.phone"))]
    own = f"fh.people/{LEANNE}/fh.people.rel"
    for name in ("Ruby", "Noah"):
        assert [path for path in facts if path not in visits.wrote(name)] == [own]


def test_the_private_note_is_in_nothing_that_is_shown_read_sent_or_saved(visits: Visits) -> None:
    worker, hands = visits.worker, visits.program.hands
    worker.go_to("copy")
    hands.choose("copy.for:parent")
    hands.choose("copy.safe:yes")
    hands.click("copy.save")
    hands.until(lambda: any(visits.pictures.glob("*.pdf")), "the copy")
    (copy,) = visits.pictures.glob("*.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(copy).pages)
    finished = worker.ask(lambda tx: records.newest(tx, visits.kayden, RecordKind.ASSESSMENT))
    assert finished is not None
    exported = {"copy": text, "record": repr(finished), "share view": "\n".join(visits.turned)}
    assert [name for name, words in exported.items() if "Gorseland" in words] == []
    assert "Nine trips" in text
    assert "Fernhollow" not in text

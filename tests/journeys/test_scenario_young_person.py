"""A family worker and a fourteen-year-old who decides alone: nothing of her is anywhere but where she wants it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from furnished import Opened, opened, settle
from larkrise import (
    AGREED_TO_SHARE,
    JUDGED_ABLE,
    MASON,
    PASSPHRASE,
    SHARED_UNAGREED,
    Laptop,
    Visit,
    by_hand,
    new_office,
)
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from scenario import PIN, Worker, against_the_page
from tour import everything_shown

from app.domain.answers import Absent, AbsentReason, Answers, row_answers
from app.domain.ids import EpisodeId
from app.domain.peoplemap import MADE_BY, people_on
from app.domain.record import RecordKind
from app.look.kit import theme
from app.sealing.opening import open_package
from app.storage import children, episodes, inbox, outbox, sealed
from app.storage.outbox import OutboxKind
from app.storage.vault import open_vault
from app.sync.fetching import inbox_row
from app.ui.coordinator.deskwords import read_inbox
from app.ui.shell.othersteps import SHELF
from app.ui.shell.steps import in_order, is_open

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

CONTROL = Qt.KeyboardModifier.ControlModifier
BACK = "You write what I say. If I am in danger you have to tell."
HER_WORDS = "Gran is gone and nobody talks about her: Hollowmere"
HELD = {"d1.emotional.needs": "Hurt herself in summer: Tarrowby", "d1.participation.needs": "Out of class: Wexcombe"}
ERIN: Answers = {
    "id.given": "Erin",
    "id.family": "Walsh-Ade",
    "id.dob": "2012-06-21",
    "id.special": "Through the school pastoral office",
    "id.address": Absent(AbsentReason.DECLINED),
}
EVERYTHING: Answers = {path: answer for path, answer in MASON.items() if not path.startswith("id.")} | {
    **HELD,
    "as.reason": "They will make it about them: Larkham",
    "d1.behaviour.strengths": "She looks after Finn.",
}
HERS = (
    "Erin",
    "Walsh-Ade",
    "2012-06-21",
    "pastoral office",
    "Hollowmere",
    "Tarrowby",
    "Wexcombe",
    "Larkham",
    "Bassi",
    "Netherby",
)
"""Words that stand in her record and in no other."""
ABLE = {path: answer for path, answer in JUDGED_ABLE.items() if path != "cp.parent_involved"}
NOBODY = EpisodeId("")
UNAGREED = "information-sharing-decision"
DECISION = f"https://ecaf.example/forms/{UNAGREED}"


ADULTS: Answers = {
    "sv.services": tuple(f"adult{number}" for number in range(8)),
    **{f"sv.services/adult{number}/sv.person": f"Adult {number} Netherby" for number in range(8)},
    "sv.services/adult7/sv.sensitive": True,
}
HELPERS = ("adult1", "adult4", "adult6")


@dataclass
class Meetings:
    """What was seen on the way, and what was counted."""

    worker: Worker
    finn: EpisodeId
    pictures: Path
    erin: EpisodeId = NOBODY
    of_finn: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    at_desk: dict[str, str] = field(default_factory=dict)
    final: Answers = field(default_factory=dict)

    @property
    def program(self) -> Opened:
        """The program on the screen."""
        return self.worker.program

    def open(self, step: str) -> None:
        """Open her record at a step, which is not counted."""
        self.program.room.open_family(self.erin, step=step)
        settle()


@pytest.fixture(scope="module")
def meetings(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Meetings:
    """Go through the three meetings, and then look for her on her brother's pages and at the desk."""
    theme.dress(qapp)
    folder = tmp_path_factory.mktemp("walsh")
    office = new_office(folder / "office")
    dele = Laptop.new(folder / "dele" / "vaults" / "place", by_hand(office, "practitioner"))
    priya = Laptop.new(folder / "priya" / "vaults" / "place", by_hand(office, "coordinator"))
    finn = her_brother(dele)
    dele.vault.lock()
    with opened(qapp, folder / "dele", folder) as program:
        program.unlock()
        met = Meetings(Worker(program), finn.episode, folder)
        begun(met)
        told_the_limits(met)
        judged(met)
        safe_and_agreed(met)
        her_own_words(met)
        around_her(met)
        signed(met)
        shared_unagreed(met)
        look_through_finns(met)
        she_tells_dad(met)
        met.worker.measured["c17"] = 0  # nobody did anything: what is shown and made of his is without her
    carry_to_desk(dele, priya)
    with opened(qapp, folder / "priya", folder) as desk:
        desk.unlock()
        look_at_the_desk(met, Worker(desk))
    return met


def her_brother(dele: Laptop) -> Visit:
    """Return her brother's record, finished, at the same address."""
    finn = dele.visit()
    finn.start()
    finn.write({**MASON, "id.given": "Finn", "id.family": "Walsh", "id.dob": "2022-06-02"})
    finn.write(AGREED_TO_SHARE, RecordKind.SHARING)
    finn.sign()
    return finn


def carry_to_desk(dele: Laptop, priya: Laptop) -> None:
    """Bring what she released to the desk, with the checks of an import."""
    again = Laptop(open_vault(dele.vault.folder, PASSPHRASE), dele.workplace, dele.watch)
    with again.vault.transaction() as tx:
        rows = [row for row in outbox.waiting(tx, again.watch.now()) if row.kind is OutboxKind.RELEASED]
    for row in rows:
        body = sealed.read(dele.workplace.sealed, row.file)
        package = open_package(body, priya.workplace.identities, root=priya.workplace.root)
        with priya.vault.transaction() as tx:
            inbox.add(tx, inbox_row(row.envelope, package, dele.watch.now()), body)
    again.vault.lock()
    priya.vault.lock()


def begun(met: Meetings) -> None:
    worker = met.worker
    with worker.step("c1"):
        worker.click("home.register")
        worker.click("episode.deciding:young person")
    (row,) = [one for one in worker.ask(children.list_all) if one.episode != met.finn]
    assert row.restricted
    assert row.episode is not None
    met.erin = row.episode
    worker.wrote(ERIN)
    assert not met.program.hands.sees("room.family")  # no household, and so no hint from it
    assert "Do not contact home." in worker.shown()


def told_the_limits(met: Meetings) -> None:
    worker = met.worker
    with worker.step("c2"):
        worker.turn(by="deciding.explain")
        met.said["limits"] = worker.shown()
        worker.click("share.told")
        worker.type("share.c1.said_back", BACK)
    worker.take_back()
    start = worker.said(met.erin, RecordKind.START)
    assert start["c1.said_back"] == BACK
    assert "when sharing without consent can happen" in str(start["c1.explained"])


def judged(met: Meetings) -> None:
    worker = met.worker
    met.open("cp.deciding")
    with worker.step("c4"):
        worker.choose("cp.parent_involved:option:encouraged but declined")
        worker.type("cp.parent_involved_note", "Dad would tell Tess, and Tess would tell everybody.")
    met.open("cp")
    worker.wrote(
        {path: answer for path, answer in ABLE.items() if "0a0b0c02" not in str((path, answer))}, RecordKind.COMPETENCE
    )


def safe_and_agreed(met: Meetings) -> None:
    worker, hands = met.worker, met.program.hands
    with worker.step("c5"):
        worker.click("bar.worried")
    assert "999" in worker.shown()
    hands.type("ex.what", "Hurt herself in summer, not now. The counsellor knows.")
    for choice in ("ex.concern:option:no", "ex.told_family:option:not yet", "ex.result:option:continues beside"):
        hands.choose(choice)
    hands.type("ex.told_why", "Her decision, and no danger now.")
    hands.type("ex.done", "Talked with the duty team.")
    hands.click("worried.answered")
    met.open("c1")
    worker.type("c1.giver", "Erin Walsh-Ade")
    for name in (
        "c1.capacity:option:young person",
        "c1.record_ecaf:option:yes",
        "c1.how:option:typed",
        "c1.do:option:yes",
    ):
        hands.choose(name)
    hands.click("start.agree")
    settle()
    met.said["judged once"] = worker.shown()
    assert met.program.room.family.step == "c1"
    worker.wrote(dict(ABLE), RecordKind.COMPETENCE)
    with worker.step("c6"):  # nothing is asked of a parent, and nothing is missing without one
        hands.click("start.agree")
        hands.until(lambda: met.program.room.family.step == "as", "the first page after the gate")


def her_own_words(met: Meetings) -> None:
    worker, hands = met.worker, met.program.hands
    worker.wrote(EVERYTHING)
    met.open("d1.emotional")
    worker.turn()
    hands.click("share.say")
    hands.type("share.words", HER_WORDS)
    hands.choose("share.who:child")
    shown = ""
    with worker.step("c8"):
        for line in HELD.values():
            while line not in (shown := worker.shown()):
                hands.click("share.next")
            worker.click("share.not_this")
    assert "Mark" not in shown
    with worker.step("c11"):
        worker.shift_three_times()
    assert "Tarrowby" not in worker.shown()
    hands.click("hide.back")
    hands.click("share.leave")
    hands.type("leave.pin", PIN[::-1])
    hands.click("leave.go")
    hands.until(lambda: "That was not it." in worker.shown(), "why it is not left")
    hands.click("leave.stay")
    worker.take_back()
    (said,) = row_answers(worker.said(met.erin), "fw.child")
    assert said["fw.child.said"] == HER_WORDS


def around_her(met: Meetings) -> None:
    """Let her say who helps, of the eight adults who keep texting; the screen is turned to her."""
    worker = met.worker
    worker.wrote(ADULTS)
    met.open("d1.emotional")
    with worker.step("c9"):
        worker.click("room.map")
        worker.click("step.turn")
        worker.click("map.all")
        for row in HELPERS:
            worker.click(f"map.helps:{row}")
    met.said["map"] = worker.shown()
    worker.take_back()
    met.final = dict(worker.said(met.erin))


def signed(met: Meetings) -> None:
    worker, hands = met.worker, met.program.hands
    said: Answers = dict.fromkeys(("c2.store", "c2.share", "c2.desk"), "yes")
    worker.wrote(said, RecordKind.SHARING)
    worker.go_to("sign")
    settle()
    with worker.step("c10"):
        worker.click("sign.known:0")
        worker.choose("c2.route:typed")
        worker.type("c2.typed_name", "Erin Walsh-Ade")
        worker.click("sign.agree")
        hands.until(lambda: met.program.room.family.step == "where", "the end of signing")
    worker.go_to("copy")
    hands.choose("copy.for:parent")
    hands.choose("copy.safe:yes")
    hands.click("copy.save")
    met.said["parent"] = worker.shown()
    assert not list(met.pictures.glob("*.pdf"))


def shared_unagreed(met: Meetings) -> None:
    worker, hands = met.worker, met.program.hands
    met.open(SHELF)
    with worker.step("c15"):
        worker.click(f"other.begin:{DECISION}")
        hands.find("is.ask")
        assert met.program.room.family.file is not None
        (written,) = met.program.room.family.file.others
        for path, answer in SHARED_UNAGREED.items():
            met.program.room.family.writing.write(written.draft, path, answer)
        worker.go_to(f"{UNAGREED}:goes")
        worker.choose("goes:d1.emotional.needs")
        worker.go_to(f"{UNAGREED}:read")
        worker.click("form.finish")
        hands.find("decided.send:Early help desk")
        met.said["unagreed"] = worker.shown()
        worker.click("decided.send:Early help desk")


def look_through_finns(met: Meetings) -> None:
    worker, hands, room = met.worker, met.program.hands, met.program.room
    room.open_family(met.finn)
    file = room.family.file
    assert file is not None
    for step in (one for one in in_order(file) if is_open(file, one)):
        room.family.go(step)
        met.of_finn[step] = worker.shown()
    hands.click("room.family")
    met.of_finn["family"] = worker.shown()
    worker.go_to("copy")
    hands.choose("copy.for:parent")
    hands.choose("copy.safe:yes")
    hands.click("copy.save")
    hands.until(lambda: any(met.pictures.glob("*.pdf")), "the copy")
    (copy,) = met.pictures.glob("*.pdf")
    met.of_finn["copy"] = text_in(copy)
    room.open_family(met.finn)
    room.turn()
    hands.find("share.next")
    while hands.find("share.next").isEnabled():
        met.of_finn[f"share view {len(met.of_finn)}"] = worker.shown()
        hands.click("share.next")
    worker.take_back()
    bundle(met)


def text_in(paper: Path) -> str:
    """Return the words of a paper."""
    return "\n".join(page.extract_text() for page in PdfReader(paper).pages)


def bundle(met: Meetings) -> None:
    """Look at everything that is held about her brother, as somebody who asks for his file is given it."""
    worker, hands, room = met.worker, met.program.hands, met.program.room
    found = worker.ask(lambda tx: episodes.get(tx, met.finn))
    assert found is not None
    room.show_looks()
    hands.pick("looks.child", found.child)
    room.beside.looks.refresh()
    hands.click("looks.bundle")
    hands.choose("bundle.for:parent")
    settle()
    met.of_finn["bundle"] = everything_shown(room.beside.looks.bundle)
    hands.click("bundle.save")
    hands.until(lambda: len(list(met.pictures.glob("*.pdf"))) > 1, "the bundle")
    saved = max(met.pictures.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    met.of_finn["bundle, saved"] = text_in(saved)


def she_tells_dad(met: Meetings) -> None:
    worker, hands = met.worker, met.program.hands
    met.open("where")
    with worker.step("c16"):
        worker.click("room.told")
        worker.type("told.person", "Mark")
        worker.choose("told:as.reason")
        worker.click("told.save")
    hands.until(lambda: any(met.pictures.glob("what-may-be-told.pdf")), "the paper")
    met.said["told"] = text_in(met.pictures / "what-may-be-told.pdf")
    found = worker.ask(lambda tx: episodes.get(tx, met.erin))
    assert found is not None
    assert found.restricted


def look_at_the_desk(met: Meetings, worker: Worker) -> None:
    assert worker.program.room.desk is not None
    worker.program.room.desk.show_inbox()
    met.at_desk["inbox"] = worker.shown()
    for typed in ("erin", "walsh-ade"):
        worker.chord(Qt.Key.Key_K, CONTROL)
        worker.write(typed)
        worker.program.hands.until(lambda: not worker.program.room.beside.find._pause.isActive(), "the search")
        met.at_desk[f"search {typed}"] = worker.shown().replace(typed, "")
        worker.chord(Qt.Key.Key_Escape)
    with worker.step("c12"):
        met.at_desk["lines"] = repr(worker.program.program.tasks.ask(read_inbox).lines)
    met.worker.measured |= worker.measured


def hers_in(words: dict[str, str]) -> dict[str, list[str]]:
    """Return where any word of hers stands."""
    found = {where: [word for word in HERS if word.casefold() in said.casefold()] for where, said in words.items()}
    return {where: marks for where, marks in found.items() if marks}


def test_each_step_of_the_young_persons_meetings_takes_the_clicks_that_the_page_says(meetings: Meetings) -> None:
    assert against_the_page("c", meetings.worker.measured) == ""


def test_she_is_told_the_limits_in_plain_words_before_she_says_yes(meetings: Meetings) -> None:
    assert "I have to tell someone. I will try to tell you first." in meetings.said["limits"]


def test_she_says_who_helps_on_a_map_that_is_hers_and_a_private_service_is_not_on_it(meetings: Meetings) -> None:
    answers = meetings.final
    people = people_on(answers)
    assert [one.name[:7] for one in people] == [f"Adult {number}" for number in range(7)]
    assert [one.row for one in people if one.helps] == list(HELPERS)
    assert answers[MADE_BY] == "child"
    assert ("Adult 1" in meetings.said["map"], "Adult 7" in meetings.said["map"]) == (True, False)


def test_judged_at_one_meeting_alone_it_is_not_begun(meetings: Meetings) -> None:
    assert "A few things first" in meetings.said["judged once"]


def test_no_copy_is_made_for_a_parent_and_what_goes_without_agreement_is_one_line(meetings: Meetings) -> None:
    assert "no copy for a parent or carer" in meetings.said["parent"]
    assert "Tarrowby" in meetings.said["unagreed"]
    assert [word for word in ("Wexcombe", "Hollowmere", "Larkham") if word in meetings.said["unagreed"]] == []


def test_dad_is_told_the_one_line_she_wants_told_and_nothing_beside_it(meetings: Meetings) -> None:
    assert hers_in({"paper": meetings.said["told"]}) == {"paper": ["Larkham"]}


def test_nothing_of_hers_is_on_a_page_in_a_copy_or_in_the_bundle_of_her_brothers(meetings: Meetings) -> None:
    assert len(meetings.of_finn) > 10
    assert all("Finn" in meetings.of_finn[where] for where in ("copy", "bundle", "bundle, saved", "family"))
    assert hers_in(meetings.of_finn) == {}


def test_at_the_desk_no_list_and_no_search_has_a_word_of_hers(meetings: Meetings) -> None:
    assert "A young person" in meetings.at_desk["inbox"]
    assert "do not contact home" in meetings.at_desk["lines"]
    assert hers_in(meetings.at_desk) == {}

"""In the real program: services are found without a connection, each with its day, and go into the plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from feeds import example_services
from furnished import Furnished, Opened, furnish, opened, settle
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from app.domain.earlier import Check
from app.look.kit import Heading, Text
from app.operations.family import FamilyFile
from app.storage import notices
from app.storage.notices import KeptNotice
from app.sync.status import Reach, SyncStatus
from app.ui.servicespage import ServicesPage
from app.ui.shell.asking import ANOTHER, HELD
from app.ui.shell.askingservices import SERVICES
from app.ui.shell.openelsewhere import OpenElsewhere, SettledElsewhere
from protocol.childindex import FoundOut, GoesOn, SettledHow
from protocol.codec import encode
from protocol.notices import Another, Notice, NoticeState, SignedNotice
from protocol.statements import Kind, sign

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")
ID = {one.name: one.id for one in example_services()}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """Furnish laptops once for these tests."""
    return furnish(tmp_path_factory.mktemp("laptops"))


@pytest.fixture
def program(qapp: QApplication, found: Furnished, tmp_path: Path) -> Iterator[Opened]:
    """Open the practitioner's laptop, with no connection."""
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION))
        yield program


def shown(page: QWidget) -> list[str]:
    """Return the names of the services on the page."""
    return [one.words for one in page.findChildren(Heading) if one.isVisible() and one.words in ID]


def said(page: QWidget) -> str:
    """Return all words on the page."""
    return "\n".join(one.words for one in page.findChildren(Text) if one.isVisible())


def choose(program: Opened, name: str, code: str) -> None:
    """Choose from a list by hand."""
    box = program.hands.find_as(name, QComboBox)
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())
    settle()


def open_file(program: Opened) -> FamilyFile:
    file = program.room.file
    assert file is not None
    return file


def test_services_are_found_by_need_age_place_and_words_each_with_the_day_it_was_checked(program: Opened) -> None:
    hands = program.hands
    program.room.go_home()
    hands.click("home.services")
    page = program.room.beside.services.page
    assert len(shown(page)) == 7
    assert "directory of Friday 20 November 2026, with 7 services" in said(page)
    assert "Last checked Monday 14 September 2026." in said(page)
    assert "Last checked Monday 30 June 2025. That is long ago. Ring before you count on it." in said(page)
    assert "It is not known when somebody last looked" in said(page)
    choose(program, "services.need", "bullying")
    assert shown(page) == ["Counselling for young people"]
    assert "01632 960102" not in said(page)
    hands.click(f"services.read:{ID['Counselling for young people']}")
    assert "01632 960102" in said(page)
    assert "Ring, or ask a teacher. A young person may ask alone." in said(page)
    hands.type("services.age", "9")
    assert shown(page) == []
    assert "No service here fits all of that." in said(page)
    hands.type("services.age", "10")
    choose(program, "services.need", "")
    hands.type("services.place", "little")
    assert shown(page)[0] == "Young carers’ group"
    hands.click("services.back")
    assert program.room.beside.services.page.words == ""


def test_a_press_takes_a_service_into_the_plan_and_undo_takes_it_out_again(program: Opened, found: Furnished) -> None:
    hands, room = program.hands, program.room
    room.open_family(found.writing)
    assessment = open_file(program).assessment
    assert assessment is not None
    assessment.answers["as.reason_codes"] = ("housing",)
    plan = assessment.form.page_of("co.services_wanted").link_id
    room.family.go(plan)
    hands.click("plan.services")
    page = room.family.side.helps.page
    assert page.need == "housing"
    hands.click("helps.back")
    assert room.family.step == plan
    hands.click("plan.services")
    assert page.age is not None  # the child's own, from the record
    hands.type("helps.age", "10")
    choose(program, "helps.need", "")
    name = "Young carers’ group"
    hands.click(f"helps.take:{ID[name]}")
    assert name in assessment.answers.values()
    assert "is in the plan now, as a service to ask. Nobody has been asked or told" in said(page)
    assert not hands.named(f"helps.take:{ID[name]}")
    room.undo()
    assert name not in assessment.answers.values()
    assert room.family.step == plan
    room.redo()
    room.open_family(found.writing)
    again = open_file(program).assessment
    assert again is not None
    assert name in again.answers.values()


def answered(program: Opened, another: Another, how: SettledHow | None = None) -> None:
    """Keep the endpoint's answer about the child whose record is being written, and how it was settled."""
    room, episode = program.room, open_file(program).episode
    place, at = room._bench.workplace, room._bench.workplace.clock.now()
    told = Notice(episode, place.device, 1, NoticeState.OPEN, "Ngozi", "Fernsby", "2016-02-11", "")
    signed = encode(SignedNotice(told, sign(Kind.NOTICE, told, place.secrets.signing))).decode()
    out = FoundOut(episode, how, GoesOn.THIS, "2026-11-25T10:00:00Z") if how is not None else None
    kept = KeptNotice(signed, at, another, at, encode(out).decode() if out is not None else "")
    room._bench.tasks.ask(lambda tx: notices.keep(tx, episode, kept))


def elsewhere(page: QWidget) -> str:
    """Return what is said of another assessment on what is shown."""
    return "\n".join(
        f"{one.spoken_name()} {one.spoken_words()}"
        for one in (*page.findChildren(OpenElsewhere), *page.findChildren(SettledElsewhere))
        if one.isVisible()
    )


def test_that_another_is_open_is_said_where_it_matters_with_whom_to_ask_until_it_is_settled(
    program: Opened, found: Furnished
) -> None:
    hands, room = program.hands, program.room
    room.open_family(found.writing)
    answered(program, Another.HELD)
    room.open_family(found.writing)
    for step in ("id", "sv"):
        room.family.go(step)
        words = elsewhere(room.family)
        assert HELD in words
        assert "please ask your coordinator at Ambleton, who will bring the two of you together" in words
        assert "whose it is, nobody is told here" in words
    room.family.go("d1.speech")
    assert elsewhere(room.family) == ""
    room.family.go(SERVICES)
    assert HELD in elsewhere(room.family)
    hands.click("helps.another")
    assert room.family.step == ANOTHER
    room.open_family(found.writing)
    assert open_file(program).check is Check.OPEN_ELSEWHERE
    answered(program, Another.HELD, SettledHow.JOINED)
    room.refresh()  # as when the courier has heard
    for step in ("id", "sv"):
        room.family.go(step)
        words = elsewhere(room.family)
        assert "Your coordinator has brought the two of you together" in words
        assert "This assessment goes on." in words
        assert HELD not in words
    answered(program, Another.NONE)
    room.open_family(found.writing)
    for step in ("id", "sv", SERVICES):
        room.family.go(step)
        assert elsewhere(room.family) == ""


def test_before_a_directory_came_the_page_says_how_it_comes(
    qapp: QApplication, found: Furnished, tmp_path: Path
) -> None:
    with opened(qapp, found.newcomer, tmp_path) as program:
        program.unlock()
        program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION))
        program.room.show_services()
        page = program.room.beside.services.page
        assert isinstance(page, ServicesPage)
        assert "services.words" not in {one.objectName() for one in page.findChildren(QWidget) if one.isVisible()}

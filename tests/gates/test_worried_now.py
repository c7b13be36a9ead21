"""Worried now, on the real window: one press, the numbers and a short record; its question waits wherever she looks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Opened, opened, settle
from larkrise import AGREED_TO_SHARE, MASON, Laptop, by_hand, new_office
from pages_seen import cut_off, focused, nameless, words_on
from PySide6.QtWidgets import QApplication
from tour import everything_shown

from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.look.kit import theme
from app.storage import drafts
from app.ui.shell.steps import SIGN, WORRY, listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, EpisodeId]:
    """Return a laptop with one family that is ready to sign."""
    jo = Laptop.new(tmp_path / "jo" / "vaults" / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    visit = jo.visit()
    visit.start()
    visit.write(MASON)
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    jo.vault.lock()
    return tmp_path / "jo", visit.episode


@pytest.fixture
def program(qapp: QApplication, place: tuple[Path, EpisodeId], tmp_path: Path) -> Iterator[Opened]:
    with opened(qapp, place[0], tmp_path) as program:
        program.unlock()
        yield program
    theme.set_scale(1)


def sections(program: Opened) -> list[str]:
    file = program.room.family.file
    return [section.title for section in listed(file)] if file is not None else []


def test_from_one_press_to_the_answer_it_waits_on_every_page_and_stops_only_the_end(
    program: Opened, place: tuple[Path, EpisodeId]
) -> None:
    hands, episode = program.hands, place[1]
    program.room.open_family(episode, step="d1.behaviour")
    assert "Safety" not in sections(program)
    hands.click("bar.worried")
    assert focused().objectName() == "worried.back"
    assert "999" in words_on(program.window)
    hands.type("ex.what", "A bruise on his arm.")
    hands.click("worried.back")
    assert program.room.family.step == "d1.behaviour"
    assert sections(program)[0] == "Safety"
    hands.type("d1.behaviour.needs", "The visit goes on. ")
    hands.click("bar.home")
    assert "What was done about it?" in words_on(program.window)
    program.room.open_family(episode, step=SIGN)
    settle()
    assert "Worried now?” was pressed here" in everything_shown(program.window)
    hands.click("bar.home")
    hands.click("home.worry:0")
    hands.click("worried.answered")
    assert "What happens to this assessment? Please choose." in words_on(program.window)
    for choice in ("ex.concern:option:yes", "ex.told_family:option:yes", "ex.result:option:continues beside"):
        hands.choose(choice)
    hands.type("ex.done", "Rang the duty team.")
    hands.click("worried.answered")
    assert "Safety" not in sections(program)
    assert program.program.tasks.ask(drafts.worries) == []
    program.room.open_family(episode, step=SIGN)
    settle()
    assert "Worried now?” was pressed here" not in everything_shown(program.window)


def test_from_the_list_it_is_one_press_and_who_only_looked_is_done_with_one(
    program: Opened, place: tuple[Path, EpisodeId]
) -> None:
    program.room.open_family(place[1], step="id")
    program.hands.click("bar.worried")
    program.hands.click("worried.back")
    program.hands.go_to(WORRY)
    program.hands.click("worried.looked")
    assert program.room.family.step == "id"
    assert "Safety" not in sections(program)


@pytest.mark.parametrize("scale", [1, 2])
def test_nothing_of_it_is_cut_off_or_nameless(program: Opened, place: tuple[Path, EpisodeId], scale: float) -> None:
    theme.set_scale(scale)
    program.room.open_family(place[1], step="id")
    program.room.show_worried()
    settle()
    assert cut_off(program.room.worried) == []
    assert nameless(program.room.worried) == []


def test_with_no_record_open_the_numbers_stand_alone(program: Opened) -> None:
    program.hands.click("bar.worried")
    assert "999" in words_on(program.window)
    assert not program.hands.sees("ex.what")
    assert not program.hands.sees("worried.looked")

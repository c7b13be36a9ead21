"""On two laptops' pages a stick goes to the desk and comes back, and each says truthfully what came of it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benches import Table, opened
from pages_seen import Show, control, cut_off, nameless, press, words_on
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.look.theme import theme
from app.ui.coordinator.stick import DeskStickPage
from app.ui.finishing.stick import StickPage
from app.ui.finishing.takeback import TakeBackPage
from app.ui.shell.sticks import HandingIn, TakingIn

sys.path.append(str(Path(__file__).parent.parent / "operations"))

from larkrise import Laptop, by_hand, new_office


@pytest.fixture(scope="module")
def office_with_two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Laptop, Laptop]:
    """Return Jo's laptop with two families' assessments, and Priya's at the desk."""
    folder = tmp_path_factory.mktemp("sticks")
    office = new_office(folder / "office")
    jo = Laptop.new(folder / "jo", by_hand(office, "practitioner"))
    for _ in range(2):
        jo.finished_visit()
    return jo, Laptop.new(folder / "priya", by_hand(office, "coordinator"))


@pytest.fixture(scope="module")
def tables(office_with_two: tuple[Laptop, Laptop]) -> Iterator[tuple[Table, Table]]:
    jo, priya = (opened(laptop) for laptop in office_with_two)
    yield jo, priya
    for table in (jo, priya):
        table.bench.tasks.vault_thread.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def picture(page: QWidget, name: str) -> None:
    """Keep a picture for whoever wants to look, where a folder for them is named."""
    if folder := os.environ.get("ECAF_PICTURES"):
        page.grab().save(str(Path(folder) / f"{name}.png"))


Until = Callable[[StickPage | DeskStickPage, str], None]


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    return lambda page, words: qtbot.waitUntil(lambda: words in words_on(page), timeout=20_000)


def test_a_stick_goes_to_the_desk_and_back(show: Show, tables: tuple[Table, Table], stick: Path, until: Until) -> None:
    jo, priya = tables
    around = QObject()
    handing, taking = HandingIn(jo.bench, around), TakingIn(priya.bench, around)
    show(handing.page)
    handing.begin()
    assert "2 assessments wait for the desk." in words_on(handing.page)
    jo.answers[:] = [None, stick / "gone", stick]
    press(handing.page, "stick.write")
    press(handing.page, "stick.write")
    until(handing.page, "The stick could not be written.")
    picture(handing.page, "stick-gone")
    press(handing.page, "stick.write")
    until(handing.page, "2 assessments on the stick, written and read back.")
    picture(handing.page, "stick-written")
    (file,) = stick.iterdir()
    assert file.name in words_on(handing.page)

    show(taking.page)
    taking.begin()
    priya.answers[:] = [file]
    press(taking.page, "deskstick.file")
    until(taking.page, "Taken in: 2 new.")
    picture(taking.page, "stick-taken")
    (receipt,) = stick.glob("*.ecaf-receipt")

    jo.answers[:] = [receipt, receipt, file, stick / "nothing"]
    press(handing.page, "stick.receipt")
    until(handing.page, "The desk has 2 envelopes from this laptop.")
    assert "Nothing waits for the desk." in words_on(handing.page)
    assert not control(handing.page, "stick.write").isEnabled()
    for said in ("taken in before", "not a receipt from the desk", "could not be read"):
        press(handing.page, "stick.receipt")
        until(handing.page, said)


def test_a_receipt_that_finds_no_room_can_be_written_elsewhere(
    show: Show, tables: tuple[Table, Table], stick: Path, until: Until
) -> None:
    jo, priya = tables
    file = _written_again(jo, stick)
    moved = stick.parent / "pulled-out" / file.name
    moved.parent.mkdir()
    shutil.copy(file, moved)
    around = QObject()
    taking = TakingIn(priya.bench, around)
    show(taking.page)
    taking.begin()
    priya.answers[:] = [moved, stick]
    (moved.parent / f"receipt-{file.stem.removeprefix('hand-in-')}.ecaf-receipt.new").mkdir()
    press(taking.page, "deskstick.file")
    until(taking.page, "The receipt could not be written.")
    picture(taking.page, "stick-no-receipt")
    press(taking.page, "deskstick.receipt")
    assert list(stick.glob("*.ecaf-receipt"))
    assert "could not be written" not in words_on(taking.page)


def _written_again(jo: Table, stick: Path) -> Path:
    """Write the same work onto a stick once more, as if no receipt had come back."""
    from app.sync.handing_in import hand_in

    jo.bench.tasks.ask(lambda tx: tx.run("DELETE FROM hand_ins"))
    return hand_in(jo.bench.tasks.vault_thread, jo.bench.workplace, jo.bench.workplace.clock, stick).path


@pytest.mark.parametrize("scale", [1, 2])
def test_taking_back_is_explained_and_nothing_of_it_is_cut_off(show: Show, scale: float) -> None:
    theme.set_scale(scale)
    page = TakeBackPage()
    show(page, 1366, 700)
    page.begin()
    picture(page, f"take-back-{scale}")
    assert "cannot be taken back" in words_on(page)
    assert not list(cut_off(page))
    assert not list(nameless(page))


@pytest.mark.parametrize("page", [StickPage, DeskStickPage])
@pytest.mark.parametrize("scale", [1, 2])
def test_nothing_is_cut_off_and_everything_has_a_name(
    show: Show, page: type[StickPage | DeskStickPage], scale: float
) -> None:
    theme.set_scale(scale)
    shown = page()
    shown.say("2 assessments on the stick, written and read back.", "The file is called hand-in-0a1b2c3d.ecaf.")
    show(shown, 1366, 700)
    assert not list(cut_off(shown))
    assert not list(nameless(shown))

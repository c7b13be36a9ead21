"""A place that does not open: each trouble offers its next step, and a damaged one gives back what it can."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from larkrise import PASSPHRASE
from pages_seen import cut_off, nameless, words_on
from PySide6.QtWidgets import QApplication

from app.look.kit import theme
from app.storage import children, database, troubles
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.vault import open_vault

PAGE = 4096


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    return furnish(tmp_path_factory.mktemp("laptops"))


@pytest.fixture
def home(laptops: Furnished, tmp_path: Path) -> Path:
    shutil.copytree(laptops.practitioner, tmp_path / "jo")
    return tmp_path / "jo"


def damage(home: Path, *tables: str) -> None:
    """Flip one bit in the first page of each table, and in the first page of all."""
    place = home / "vaults" / "place"
    vault = open_vault(place, PASSPHRASE)
    with vault.transaction() as tx:
        found = {row["name"]: row["rootpage"] for row in tx.all("SELECT name, rootpage FROM sqlite_master")}
    vault.lock()
    written = bytearray((place / "vault.db").read_bytes())
    for number in (1, *(found[table] for table in tables)):
        written[(number - 1) * PAGE + PAGE // 2] ^= 1
    (place / "vault.db").write_bytes(written)


def ask(jo: Opened) -> None:
    jo.hands.type("unlock.passphrase", PASSPHRASE)
    jo.hands.click("unlock.open")
    jo.hands.until(lambda: jo.hands.sees("doorway.step"), "a next step")


def step(jo: Opened) -> str:
    return jo.hands.find("doorway.step").accessibleName()


def look(jo: Opened, name: str) -> None:
    """Keep a picture for whoever wants to look, where a folder for them is named."""
    folder = os.environ.get("ECAF_PICTURES")
    if folder:
        settle()
        jo.window.grab().save(str(Path(folder) / f"{name}.png"))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.dress(qapp)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def jo(qapp: QApplication, home: Path, tmp_path: Path, stick: Path) -> Iterator[Opened]:
    more = {"choose_folder": lambda _title: stick, "cost": ONLY_FOR_TESTS}
    with opened(qapp, home, tmp_path / "pictures", **more) as started:
        yield started


def every_byte(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_damaged_place_is_copied_aside_and_gives_back_what_can_be_read(home: Path, jo: Opened, stick: Path) -> None:
    damage(home, "children")
    before = every_byte(home / "vaults" / "place")
    ask(jo)
    assert "Nothing has been changed or deleted" in words_on(jo.window)
    jo.hands.click("doorway.step")
    page = jo.program.window.damaged
    look(jo, "1 damaged")
    jo.hands.click("damaged.copy")
    jo.hands.until(lambda: "The copy is made." in words_on(page), "the copy")
    (copy,) = stick.iterdir()
    assert every_byte(copy) == before
    jo.hands.click("damaged.rescue")
    jo.hands.until(lambda: jo.hands.sees("damaged.open"), "what came back")
    said = words_on(page)
    look(jo, "2 given back")
    assert "9 children" in said
    assert "9 children came back without their own entries" in said
    after = every_byte(home / "vaults" / "place")
    assert {name for name in after if after[name] != before.get(name)} == {"vault.set-aside"}
    jo.hands.click("damaged.open")
    jo.hands.until(lambda: jo.program.workroom is not None, "the workroom")
    names = {row.summary.given for row in jo.program.tasks.ask(children.list_all)}
    assert {"Ruby", "Kayden", "Baby", "Erin", "Mason", "Finn", "Amara", "Noah"} < names
    assert "came back" not in words_on(page)


def test_the_page_holds_at_twice_the_text_size(home: Path, jo: Opened) -> None:
    damage(home)
    jo.wear("contrast", 2)
    ask(jo)
    jo.hands.click("doorway.step")
    assert cut_off(jo.program.window.damaged) == []
    assert nameless(jo.program.window.damaged) == []
    look(jo, "3 large")
    jo.hands.click("damaged.back")
    assert jo.hands.sees("unlock.passphrase")
    assert theme.scale == 2


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (troubles.DiskFull, "Try again"),
        (troubles.DiskTrouble, "Try again"),
        (troubles.NotEnoughMemory, "Try again"),
        (troubles.VaultInUse, "Try again"),
        (troubles.VaultTooNew, "Close the program"),
        (troubles.VaultDamaged, "See what can be done"),
    ],
)
def test_each_trouble_offers_its_next_step(
    jo: Opened, monkeypatch: pytest.MonkeyPatch, kind: type[Exception], words: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise kind

    monkeypatch.setattr(database, "open_database", fails)
    ask(jo)
    assert step(jo) == words


def test_trying_again_opens_it_once_the_trouble_is_over(jo: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise troubles.NotEnoughMemory

    with monkeypatch.context() as patch:
        patch.setattr(database, "open_database", fails)
        ask(jo)
    jo.hands.click("doorway.step")
    jo.hands.until(lambda: jo.program.workroom is not None, "the workroom")


def test_a_disk_that_fails_twice_is_treated_as_a_damaged_place(jo: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise troubles.DiskTrouble

    monkeypatch.setattr(database, "open_database", fails)
    ask(jo)
    jo.hands.click("doorway.step")
    jo.hands.until(lambda: step(jo) == "See what can be done", "the way on")


def test_other_words_are_said_to_be_other_words_and_offer_no_damage(jo: Opened) -> None:
    jo.hands.type("unlock.passphrase", "copper lantern meadow biscuit river")
    jo.hands.click("unlock.open")
    jo.hands.until(lambda: "That is not the passphrase." in words_on(jo.window), "the trouble")
    assert not jo.hands.sees("doorway.step")

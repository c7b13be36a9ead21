"""A young person who decides alone, through the real windows: marked with one press, and honoured on every page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from larkrise import PASSPHRASE, Laptop, by_hand, new_office
from opened import around, closed, names_in, opened
from PySide6.QtWidgets import QApplication

from app.look.kit import Text
from app.operations.families import decide
from app.storage import children
from app.storage.vault import open_vault
from app.ui.families import FamilyRow
from app.ui.program import Program
from app.ui.words import ALONE
from demonstration.hands import Hands

OWN = "copy.for:young person"


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """Give the place where a copy would be saved."""
    return tmp_path / "copy.pdf"


@pytest.fixture
def erin(qapp: QApplication, tmp_path: Path, copies: Path) -> Iterator[tuple[Program, Hands]]:
    """Open the program on one finished record about which the young person decides alone."""
    laptop = Laptop.new(tmp_path / "vaults" / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    visit = laptop.finished_visit()
    with laptop.vault.transaction() as tx:
        decide(tx, laptop.workplace, visit.episode, young_person=True)
    laptop.vault.lock()
    program, hands = opened(qapp, around(tmp_path, lambda _offered: copies))
    yield program, hands
    closed(program)


@pytest.fixture
def empty(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Program, Hands]]:
    """Open the program on a vault with nobody in it."""
    laptop = Laptop.new(tmp_path / "vaults" / "place", by_hand(new_office(tmp_path / "office"), "practitioner"))
    laptop.vault.lock()
    program, hands = opened(qapp, around(tmp_path))
    yield program, hands
    closed(program)


NOT_HOME = "Do not contact home."
"""The beginning of ``ALONE``: it is there whole where the rest has no room."""


def words_on(hands: Hands) -> str:
    return "\n".join(text.words for text in hands.window.findChildren(Text) if text.isVisible())


def test_one_press_after_starting_restricts_it_before_a_name_is_written(
    empty: tuple[Program, Hands], tmp_path: Path
) -> None:
    program, hands = empty
    hands.click("home.register")
    hands.click("episode.deciding:young person")
    assert NOT_HOME in words_on(hands)
    rows = program.tasks.ask(children.list_all)
    assert [row.restricted for row in rows] == [True]
    hands.type("id.given", "Erin")
    hands.go_to("fh")
    assert not hands.sees("episode.deciding")
    hands.go_to("c1")
    assert hands.sees("episode.deciding")
    program.close()
    vault = open_vault(tmp_path / "vaults" / "place", PASSPHRASE)
    with vault.transaction() as tx:
        assert [(row.summary.given, row.restricted) for row in children.list_all(tx)] == [("Erin", True)]
    vault.lock()


def test_nobody_is_taken_for_deciding_before_somebody_says_so(empty: tuple[Program, Hands]) -> None:
    _, hands = empty
    hands.click("home.register")
    assert NOT_HOME not in words_on(hands)
    hands.click("episode.deciding:young person")
    hands.click("episode.deciding:family")
    assert NOT_HOME not in words_on(hands)


def test_the_list_says_not_to_contact_home(erin: tuple[Program, Hands]) -> None:
    _, hands = erin
    (name,) = names_in(hands, "home.open:")
    assert ALONE in hands.find_as(name, FamilyRow).accessibleDescription()


def test_there_is_no_copy_for_a_parent_and_one_for_the_young_person(erin: tuple[Program, Hands], copies: Path) -> None:
    _, hands = erin
    (name,) = names_in(hands, "home.open:")
    hands.click(name)
    hands.go_to("copy")
    hands.choose("copy.for:parent")
    hands.choose("copy.safe:yes")
    hands.click("copy.save")
    assert "no copy for a parent or carer" in words_on(hands)
    assert not copies.exists()
    hands.choose(OWN)
    hands.click("copy.save")
    hands.until(copies.exists, "the copy")

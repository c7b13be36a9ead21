"""What waits in the child index for a coordinator: in words, settled by a person alone, and with the family's yes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from benches import Table, opened
from indexed import ENTRY, HELD, OVERRIDES, SETTLED, SHIELDED
from larkrise import Laptop, by_hand, new_office
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.look.kit import Button, RadioChoice, Text, TickBox
from app.storage.database import Transaction
from app.ui.coordinator.settling import Settling, SettlingPage
from app.ui.shell.settlingroom import SettlingRoom
from app.ui.shell.settlingwords import name_shown, waiting_shown
from protocol.childindex import HeldPairs, Overrides

LOOK = OVERRIDES.overrides[0].look


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    """Open a coordinator's laptop without a courier."""
    folder = tmp_path_factory.mktemp("table")
    table = opened(Laptop.new(folder / "priya", by_hand(new_office(folder / "office"), "coordinator")))
    yield table
    table.bench.tasks.vault_thread.close()


def said(page: QWidget) -> str:
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisibleTo(page))


def button(page: QWidget, name: str) -> Button:
    found = page.findChild(Button, name)
    assert isinstance(found, Button)
    return found


def choice(page: QWidget, name: str) -> RadioChoice:
    found = page.findChild(RadioChoice, name)
    assert isinstance(found, RadioChoice)
    return found


def asked(tx: Transaction) -> list[str]:
    return [row["why"] for row in tx.all("SELECT why FROM audit WHERE act = 'looked-up' ORDER BY n")]


def test_what_waits_is_said_whole_and_a_holder_who_is_not_shown_as_kept_back() -> None:
    shown = waiting_shown(OVERRIDES, HELD)
    (review,), (pair,) = shown.reviews, shown.pairs
    assert review.who.startswith("Priya Nair, Ambleton Early Help opened a shielded child’s whole entry at ")
    assert review.reason == "The reason: Her school had to know whom to ring. For Jo Whitfield."
    assert pair.one_lines[0] == "Mason Reid"
    assert pair.one_lines[-1] == "Held by Jo Whitfield, Larkrise Primary"
    assert pair.other_lines[-1] == "Who holds it is not shown"


def test_each_way_to_settle_is_one_press_and_says_which_pair(qtbot: QtBot) -> None:
    page = SettlingPage()
    qtbot.addWidget(page)
    page.show_waiting(waiting_shown(OVERRIDES, HELD))
    for how in ("joined", "different", "declined"):
        with qtbot.waitSignal(page.settled) as heard:
            button(page, f"settling.{how}:e1").click()
        assert heard.args == [Settling("e1", "e2", how)]
    choice(page, "settling.goes-on:other:e1").click()
    with qtbot.waitSignal(page.settled) as heard:
        button(page, "settling.joined:e1").click()
    assert heard.args == [Settling("e1", "e2", "joined", goes_on="e2", said=True)]
    page.forget()
    assert "Mason" not in said(page)


def test_what_was_settled_is_told_with_what_was_agreed_and_can_be_opened_again(qtbot: QtBot) -> None:
    page = SettlingPage()
    qtbot.addWidget(page)
    page.show_waiting(waiting_shown(Overrides(()), HeldPairs(()), SETTLED))
    for words in ("Brought together, with the family’s yes", "Mason Reid", "The first goes on", "No two assessments"):
        assert words in said(page)
    with qtbot.waitSignal(page.settled) as heard:
        button(page, "settling.reopen:e1:e2").click()
    assert heard.args == [Settling("e1", "e2", "open")]


def test_a_review_names_the_child_to_who_asks_and_not_where_it_is(qtbot: QtBot) -> None:
    page = SettlingPage()
    qtbot.addWidget(page)
    page.show_waiting(waiting_shown(OVERRIDES, HELD))
    assert "That is a look" in said(page)
    with qtbot.waitSignal(page.named) as heard:
        button(page, f"settling.name:{LOOK}").click()
    assert heard.args == [LOOK, OVERRIDES.overrides[0].child]
    page.show_name(LOOK, name_shown(SHIELDED))
    assert name_shown(SHIELDED).startswith("Mason Reid, born ")
    assert name_shown(SHIELDED) in said(page)
    assert "Weir" not in name_shown(ENTRY)


def test_nobody_is_brought_together_before_the_family_said_yes(qtbot: QtBot, table: Table) -> None:
    room = SettlingRoom(table.bench)
    qtbot.addWidget(room)
    room.page.show_waiting(waiting_shown(OVERRIDES, HELD))
    before = table.bench.tasks.ask(asked)
    button(room.page, "settling.joined:e1").click()
    assert "only with the family’s yes" in said(room.page)
    button(room.page, f"settling.review:{LOOK}").click()
    assert "Nothing was written down yet" in said(room.page)
    assert table.bench.tasks.ask(asked) == before
    tick = room.page.findChild(TickBox, "settling.agreed:e1")
    assert isinstance(tick, TickBox)
    tick.setChecked(True)
    button(room.page, "settling.joined:e1").click()
    assert "It is not said yet which one goes on." in said(room.page)
    assert table.bench.tasks.ask(asked) == before
    choice(room.page, "settling.goes-on:both:e1").click()
    button(room.page, "settling.joined:e1").click()
    qtbot.waitUntil(lambda: "no connection" in said(room.page))
    assert table.bench.tasks.ask(asked) == [*before, "settle"]
    assert tick.isChecked()  # what was typed stays, to be tried again


def test_without_a_connection_the_page_says_so_and_shows_nobody(qtbot: QtBot, table: Table) -> None:
    room = SettlingRoom(table.bench)
    qtbot.addWidget(room)
    room.begin()
    qtbot.waitUntil(lambda: "no connection" in said(room.page))
    assert room.page._all.isHidden()
    assert table.bench.tasks.ask(asked)[-1] == "waiting"

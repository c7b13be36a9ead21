"""Looking a child up: with a reason, one child for a person to confirm; only the boxes remember what was typed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from benches import Table, opened
from indexed import ENTRY, FOUND, SHIELDED
from larkrise import Laptop, by_hand, new_office
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.look.kit import Text
from app.storage import audit
from app.storage.database import Transaction
from app.ui.lookuppage import Typed
from app.ui.shell.lookuproom import LookUpRoom, TooLittle, check_enough, check_override
from app.ui.shell.lookupwords import entry_shown, found_shown
from protocol.childindex import LooksLike, Outcome, SearchAnswer

WHY = "The school asked who else helps"
ENOUGH = Typed("Mason", "Reid", "2020-10-09", reason=WHY)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    """Open a practitioner's laptop without a courier."""
    folder = tmp_path_factory.mktemp("table")
    table = opened(Laptop.new(folder / "jo", by_hand(new_office(folder / "office"), "practitioner")))
    yield table
    table.bench.tasks.vault_thread.close()


def said(page: QWidget) -> str:
    return "\n".join(text.words for text in page.findChildren(Text) if not text.isHidden())


def lines(tx: Transaction) -> list[tuple[str, str, str]]:
    return [(row["act"], row["object"], row["why"]) for row in tx.all("SELECT act, object, why FROM audit ORDER BY n")]


def all_of_it(tx: Transaction) -> str:
    tables = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return str([tuple(row) for name in tables for row in tx.all(f"SELECT * FROM {name}")])  # noqa: S608 - our own


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (Typed("Mason", "Reid", reason=WHY), "too little"),
        (Typed("Mason", "", "2020-10-09", reason=WHY), "too little"),
        (Typed("Mason", "Reid", "2020-10", reason=WHY), "whole birth date"),
        (Typed("Mason", "Reid", "2020-10-09"), "without a reason"),
        (Typed("Mason", "Reid", "2020-10-09", reason="a" * 501), "longer"),
    ],
)
def test_nothing_is_asked_that_names_no_one_child_or_no_reason(typed: Typed, says: str) -> None:
    with pytest.raises(TooLittle, match=says):
        check_enough(typed)


def test_names_with_a_day_or_a_postcode_or_a_number_alone_are_enough() -> None:
    for typed in (ENOUGH, Typed("Mason", "Reid", postcode="AM1 2BD", reason=WHY), Typed(number="7", reason=WHY)):
        check_enough(typed)


def test_a_shielded_entry_is_opened_only_for_a_reason_and_after_the_warning() -> None:
    with pytest.raises(TooLittle, match="read the warning"):
        check_override(WHY, has_read=False)
    with pytest.raises(TooLittle, match="without a reason"):
        check_override("", has_read=True)


def test_how_like_a_child_is_stands_there_in_words_and_several_show_nobody() -> None:
    likely = found_shown(SearchAnswer(Outcome.ONE, FOUND))
    assert (likely.title, likely.who) == ("This is likely the child.", "Mason Reid, boy, born Friday 9 October 2020")
    possible = found_shown(SearchAnswer(Outcome.ONE, replace(FOUND, looks_like=LooksLike.POSSIBLE, is_shielded=True)))
    assert possible.title == "This is possibly the child."
    assert "shielded" in possible.words
    several = found_shown(SearchAnswer(Outcome.SEVERAL, None))
    assert (several.who, "say more" in several.words) == ("", True)
    assert "never means that nobody helps" in found_shown(SearchAnswer(Outcome.NONE, None)).words


def test_an_entry_names_whom_to_ask_and_of_a_sensitive_service_only_that_there_is_one() -> None:
    leaky = replace(ENTRY.contacts[2], name="Hidden Lane Clinic", contact="01632 960003")
    shown = entry_shown(replace(ENTRY, contacts=(*ENTRY.contacts[:2], leaky)), is_whole=True, may_override=True)
    assert ("Last known address", "3 Weir Lane, Ambleton, AM1 2BD") in shown.facts
    assert ("Former names", "Mason Walsh") in shown.facts
    assert "is the lead professional, has information to share, is taking action" in shown.who[1][1]
    assert "Hidden Lane" not in str(shown)
    assert shown.cafs[0] == "An assessment has begun, since 1 October 2026. Ask Jo Whitfield, Larkrise Primary."
    assert "ask your early help team" in shown.cafs[1]
    assert not shown.may_override


def test_a_shielded_child_is_shown_as_one_with_neither_place_nor_people(qtbot: QtBot, table: Table) -> None:
    room = LookUpRoom(table.bench)
    qtbot.addWidget(room)
    room.page.show_entry(entry_shown(SHIELDED, is_whole=False, may_override=False))
    assert "This child is shielded" in said(room.page.entry)
    assert "Whom to ask" not in said(room.page.entry)
    assert room.page.entry._override.isHidden()
    room.page.show_entry(entry_shown(SHIELDED, is_whole=False, may_override=True))
    assert not room.page.entry._override.isHidden()
    room.forget()
    assert "Mason" not in said(room.page.entry)
    assert not room.page.entry.has_read


def test_without_a_connection_the_boxes_alone_remember_and_the_audit_says_only_that_somebody_looked(
    qtbot: QtBot, table: Table
) -> None:
    room, vault = LookUpRoom(table.bench), table.bench.tasks.vault_thread
    qtbot.addWidget(room)
    page = room.page
    page._given.setText("Zebedee")
    page._family.setText("Quillfeather")
    page._postcode.setText("AM98 9ZZ")
    page._reason.setPlainText(WHY)
    page.asked.emit()
    qtbot.waitUntil(lambda: "no connection" in said(page))
    assert "is not saved" in said(page)
    room.forget()
    assert page.typed().family == "Quillfeather"
    assert vault.ask(lines)[-1] == ("looked-up", "", "search")
    written = vault.ask(all_of_it)
    assert "looked-up" in written
    assert not [word for word in ("Zebedee", "Quillfeather", "AM98", WHY) if word in written]
    assert vault.ask(audit.verify) is None
    page.cleared.emit()
    assert page.typed() == Typed()


def test_what_was_typed_stays_until_it_was_answered_and_goes_then_with_the_page(qtbot: QtBot, table: Table) -> None:
    answer = SearchAnswer(Outcome.ONE, FOUND)
    bench = dataclasses.replace(table.bench, ask_endpoint=lambda _work, then, _trouble: then(answer))
    room = LookUpRoom(bench)
    qtbot.addWidget(room)
    page = room.page
    page._number.setText("7")
    room.forget()  # as where somebody presses Worried now? in the middle of it
    assert page.typed().number == "7"
    page._reason.setPlainText(WHY)
    page.asked.emit()
    qtbot.waitUntil(lambda: "Mason Reid" in said(page))
    assert page.typed().number == "7"
    room.forget()
    assert page.typed() == Typed()
    assert "Mason" not in said(page)

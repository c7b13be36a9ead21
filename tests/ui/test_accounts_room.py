"""An administrator's whole way with accounts: the real endpoint, a real vault, a real courier, and the real window."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "operations"))
sys.path.append(str(Path(__file__).parent.parent / "endpoint"))
sys.path.append(str(Path(__file__).parent.parent / "sync"))

from ambleton import Laptop as Enrolling
from ambleton import Town, serving
from benches import Table, opened
from couriers import over_the_network
from knocking import newcomer
from larkrise import Laptop, new_office
from pages_seen import Show
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from staffed import ACCOUNTS, JO, PRIYA

from app.clock import SystemClock
from app.look.kit import Button, ChoiceList, Text
from app.storage import outbox
from app.storage.database import Transaction
from app.sync.status import Reach
from app.sync.troubles import EndpointRefused
from app.sync.worker import SyncWorker
from app.ui.couriers import courier_of
from app.ui.newwords import FiveWords
from app.ui.shell.accountsroom import AccountsRoom
from app.ui.shell.bench import Bench
from app.ui.shell.roomways import keyed
from app.ui.shell.workroom import Workroom
from endpoint.accounting import record_check
from endpoint.accounts import AccountState, Vetted
from endpoint.office import open_door, set_up
from endpoint.settings import Settings
from endpoint.storage.accounts import find_account_of_device, list_changes
from protocol.problems import Problem

PATIENCE = 60_000
"""How long an answer may take on a machine that has much else to do, in milliseconds."""


@dataclass
class Post:
    """Sam's laptop with its courier, in a town where Priya works, too."""

    town: Town
    table: Table
    courier: SyncWorker
    priya: str

    @property
    def bench(self) -> Bench:
        """Sam's bench, whose questions the courier asks."""
        return dataclasses.replace(self.table.bench, ask_endpoint=self.courier.ask)

    def changes(self) -> list[tuple[str, str]]:
        """Return by whom and what was done to Priya's account, at the endpoint."""
        with closing(open_door(self.town.settings)) as door, door.store.transaction() as tx:
            account = find_account_of_device(tx, self.priya)
            assert account is not None
            return [(by, what) for _, by, what in list_changes(tx, account.account)]

    def state(self) -> tuple[AccountState, tuple[str, ...], str]:
        """Return how Priya's account is kept: its state, its revoked laptops and the number of its check."""
        with closing(open_door(self.town.settings)) as door, door.store.transaction() as tx:
            account = find_account_of_device(tx, self.priya)
        assert account is not None
        assert account.vetted is not None
        return account.state, tuple(account.revoked), account.vetted.number


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    """Run the town's endpoint, and enrol both."""
    folder = tmp_path_factory.mktemp("ambleton")
    office = new_office(folder / "office")
    set_up(Settings(folder / "endpoint"), office.for_the_endpoint)
    with serving(folder / "endpoint") as (address, _):
        town = Town(office, folder / "endpoint", address)
        priya = town.enrolled().id
        table = opened(Laptop.new(folder / "sam", over_the_network(town, "administrator", name="Sam Okafor")))
        bench = table.bench
        courier = courier_of(bench.workplace, bench.tasks.vault_thread, SystemClock())
        courier._thread.start()  # without listening to this machine's own network
        yield Post(town, table, courier, priya)
        courier.stop()
        courier._engine.client.close()
        bench.tasks.vault_thread.close()


def said(page: QWidget) -> str:
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisibleTo(page))


def button(page: QWidget, name: str) -> Button:
    found = page.findChild(Button, name)
    assert isinstance(found, Button)
    return found


def type_into(room: AccountsRoom, name: str, words: str) -> None:
    box = room.one.findChild(QWidget, name)
    assert box is not None
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(box, words)


def type_day(room: AccountsRoom, name: str, day: str, month: str, year: str) -> None:
    boxes = {"check_on": room.one._check_on, "course_on": room.one._course_on}[name]
    for box, words in zip(boxes.inputs(), (day, month, year), strict=True):
        QTest.keyClicks(box, words)


def administered(tx: Transaction) -> list[str]:
    return [row["why"] for row in tx.all("SELECT why FROM audit WHERE act = 'administered' ORDER BY n")]


def press_tab_to(name: str, window: QWidget, most: int = 80) -> QWidget:
    """Go on with the Tab key until something of this name has the keyboard."""
    QApplication.processEvents()  # what was just put on the page is shown with that
    for _ in range(most):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == name:
            return focus
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError(f"no Tab leads to {name} in {window}")


def test_the_whole_way_with_the_real_endpoint_by_keyboard_alone(qtbot: QtBot, post: Post, show: Show) -> None:
    room = AccountsRoom(post.bench)
    show(room)
    room.begin()
    qtbot.waitUntil(lambda: "As your authority had it at" in said(room.page), timeout=PATIENCE)
    assert "2 accounts" in said(room.page)
    QTest.keyClicks(room.page._words, "health visitor 0-19")
    assert "2 accounts" in said(room.page)
    QTest.keyClicks(room.page._words, " priya")
    assert "1 account" in said(room.page)
    account = room._wanted()[0].account
    QTest.keyClick(press_tab_to(f"accounts.open:{account}", room), Qt.Key.Key_Space)
    assert "May send and receive until" in said(room.one)
    type_into(room, "account.number", "900999888777")
    type_into(room, "account.seen_by", "Ann Lee")
    type_day(room, "check_on", "1", "10", "2026")
    QTest.keyClick(press_tab_to("account.keep_check", room), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "900999888777 of 1 October 2026, seen by Ann Lee" in said(room.one), timeout=PATIENCE)
    assert room.one._number.text() == ""  # what was recorded stands above now
    QTest.keyClick(press_tab_to("account.turn:suspended", room), Qt.Key.Key_Space)
    assert "Suspend the account of Priya Nair?" in said(room.one)
    assert QApplication.focusWidget() is button(room.one, "account.ask.no")
    QTest.keyClick(button(room.one, "account.ask.no"), Qt.Key.Key_Space)
    assert post.state()[0] is AccountState.OPEN
    QTest.keyClick(press_tab_to("account.turn:suspended", room), Qt.Key.Key_Space)
    QTest.keyClick(press_tab_to("account.ask.yes", room), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "The account is suspended" in said(room.one), timeout=PATIENCE)
    assert post.state()[0] is AccountState.SUSPENDED
    QTest.keyClick(press_tab_to("account.turn:open", room), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "The account is open" in said(room.one), timeout=PATIENCE)
    QTest.keyClick(press_tab_to(f"account.revoke:{post.priya}", room), Qt.Key.Key_Space)
    assert "Nothing on it is erased" in said(room.one)
    QTest.keyClick(press_tab_to("account.asklaptop.yes", room), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "it hands in what it has, and is given nothing more" in said(room.one), timeout=PATIENCE)
    assert post.state() == (AccountState.OPEN, (post.priya,), "900999888777")
    by_sam = [what for by, what in post.changes() if by == "Sam Okafor, Ambleton 0-19"]
    assert by_sam == ["check of 2026-10-01 recorded", "now suspended", "now open", f"laptop {post.priya} revoked"]
    assert post.bench.tasks.ask(administered)[-5:] == ["list", "check", "state", "state", "laptop"]
    QTest.keyClick(press_tab_to("account.back", room), Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == f"accounts.open:{account}"


def test_somebody_new_has_an_account_opened_and_its_history_shown_by_keyboard_alone(
    qtbot: QtBot, post: Post, show: Show
) -> None:
    room = AccountsRoom(post.bench)
    show(room)
    room.begin()
    qtbot.waitUntil(lambda: "As your authority had it at" in said(room.page), timeout=PATIENCE)
    QTest.keyClick(press_tab_to("accounts.new", room), Qt.Key.Key_Space)
    QTest.keyClick(press_tab_to("newaccount.keep", room), Qt.Key.Key_Space)
    assert "Name, job and agency are all needed." in said(room.new)
    for name, words in (("name", "Ada  Bell "), ("job", "School nurse"), ("agency", "Ambleton 0-19")):
        QTest.keyClicks(press_tab_to(f"newaccount.{name}", room), words)
    QTest.keyClick(press_tab_to("newaccount.keep", room), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "School nurse, Ambleton 0-19, practitioner" in said(room.one), timeout=PATIENCE)
    assert "It is written down at your authority, with your name." in said(room.one)
    assert "there is no check on record" in said(room.one)
    QTest.keyClick(press_tab_to("account.history", room), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "The account was opened." in said(room.one), timeout=PATIENCE)
    assert "by Sam Okafor, Ambleton 0-19" in said(room.one)
    assert not button(room.one, "account.history").isVisibleTo(room.one)  # that was all
    QTest.keyClick(press_tab_to("account.back", room), Qt.Key.Key_Space)
    assert "Ada Bell" in said(room.page)
    room._begin_new()
    room._open_new("Ada Bell", "Doctor", "Ambleton 0-19", "practitioner", "")
    qtbot.waitUntil(
        lambda: "There was an account of this person in this role already" in said(room.one), timeout=PATIENCE
    )
    assert "The account was opened." not in said(room.one)  # nothing is shown before it is asked for
    assert post.bench.tasks.ask(administered)[-3:] == ["open", "history", "open"]


def test_a_code_is_made_on_the_page_shown_once_and_joins_a_colleague(
    qtbot: QtBot, post: Post, show: Show, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    with closing(open_door(post.town.settings)) as door:
        ada = newcomer(door, "Noor Green")
        record_check(door, ada.account, Vetted("900123456789", "2026-01-05", "Ann Lee", ""), "Lena Bell")
    room = AccountsRoom(post.bench)
    show(room)
    room.begin()
    qtbot.waitUntil(lambda: "As your authority had it at" in said(room.page), timeout=PATIENCE)
    room.open_account(ada.account)
    QTest.keyClick(press_tab_to("account.invite", room), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: f"Address: {post.town.address}" in said(room.one), timeout=PATIENCE)
    code = room.one.findChild(FiveWords, "account.code")
    assert isinstance(code, FiveWords)
    first = code.words()
    focus = QApplication.focusWidget()
    assert focus is button(room.one, "account.invite")
    qtbot.waitUntil(lambda: not code.visibleRegion().isEmpty())
    assert "to nobody else" in said(room.one)
    button(room.one, "account.invite").click()
    qtbot.waitUntil(lambda: code.words() not in ("", first), timeout=PATIENCE)
    second = code.words()
    laptop = Enrolling(post.town.address)
    with pytest.raises(EndpointRefused) as met:
        laptop.enrol(first)
    assert met.value.problem is Problem.INVITATION_EXPIRED
    laptop.enrol(second)
    button(room.one, "account.history").click()
    qtbot.waitUntil(lambda: f"Laptop {laptop.id[:8]} joined with a code." in said(room.one), timeout=PATIENCE)
    assert "The code before was ended" in said(room.one)
    button(room.one, "account.back").click()
    assert code.words() == ""
    assert QApplication.clipboard().text() == ""
    for hidden in (first, second):
        assert hidden not in caplog.text
        assert hidden.replace(" ", "-") not in caplog.text
    assert post.bench.tasks.ask(administered)[-3:] == ["invite", "invite", "history"]


def test_her_own_account_has_nothing_to_press(qtbot: QtBot, post: Post) -> None:
    room = AccountsRoom(post.bench)
    qtbot.addWidget(room)
    room.begin()
    qtbot.waitUntil(lambda: "As your authority had it at" in said(room.page), timeout=PATIENCE)
    (own,) = [one.account for one in room._wanted() if one.is_own]
    room.open_account(own)
    assert "This account is your own." in said(room.one)
    pressable = [one.objectName() for one in room.one.findChildren(Button) if one.isVisibleTo(room.one)]
    assert pressable == ["account.back", "account.history"]


def test_her_courier_goes_its_rounds_and_asks_for_nobodys_work(post: Post) -> None:
    bench = post.table.bench
    courier = courier_of(bench.workplace, bench.tasks.vault_thread, SystemClock())
    done = courier._engine.run_round()
    assert (done.status.reach, done.status.trouble) == (Reach.REACHED, "")
    assert bench.tasks.ask(outbox.counts).waiting == 0
    courier._engine.client.close()


def answering(bench: Bench, fault: Exception) -> Bench:
    """Return a bench at which every question ends in this trouble."""
    return dataclasses.replace(bench, ask_endpoint=lambda _work, _then, trouble: trouble(fault))


def test_without_a_connection_it_says_what_was_known_when_and_nothing_can_be_changed(qtbot: QtBot, post: Post) -> None:
    away = AccountsRoom(post.table.bench)  # whose courier is nobody
    qtbot.addWidget(away)
    away._listed(ACCOUNTS)
    away.begin()
    qtbot.waitUntil(lambda: "There is no connection" in said(away.page), timeout=PATIENCE)
    assert "This is what was known at" in said(away.page)
    assert "26 November 2026" in said(away.page)
    assert "5 accounts" in said(away.page)
    away.open_account(JO)
    assert "nothing can be changed just now" in said(away.one)
    pressable = [one.objectName() for one in away.one.findChildren(Button) if one.isVisibleTo(away.one)]
    assert pressable == ["account.back"]


def test_a_refused_act_loses_nothing_that_was_typed_and_neither_does_one_that_is_not_whole(
    qtbot: QtBot, post: Post
) -> None:
    room = AccountsRoom(answering(post.table.bench, EndpointRefused(Problem.ACCOUNT_NOT_RIGHT)))
    qtbot.addWidget(room)
    room._listed(ACCOUNTS)
    room.open_account(PRIYA)
    before = post.table.bench.tasks.ask(administered)
    type_into(room, "account.number", "900")
    button(room.one, "account.keep_check").click()
    assert "has twelve digits" in said(room.one)
    type_into(room, "account.number", "123456789")
    button(room.one, "account.keep_check").click()
    assert "have seen the certificate" in said(room.one)
    type_into(room, "account.seen_by", "Ann Lee")
    button(room.one, "account.keep_check").click()
    assert "The day is not whole yet." in said(room.one)
    type_day(room, "check_on", "1", "10", "2026")
    assert post.table.bench.tasks.ask(administered) == before  # nothing was asked so far
    button(room.one, "account.keep_check").click()
    qtbot.waitUntil(lambda: "Your authority did not record this" in said(room.one), timeout=PATIENCE)
    assert "What you typed is still on this page." in said(room.one)
    assert (room.one._number.text(), room.one._seen_by.text()) == ("900123456789", "Ann Lee")
    assert room.one._check_on.given() == "2026-10-01"
    assert post.table.bench.tasks.ask(administered) == [*before, "check"]
    room.open_account(JO)
    assert room.one._number.text() == ""  # it was about somebody else


def test_where_six_digits_are_asked_for_the_list_leads_to_them_and_an_act_says_so(qtbot: QtBot, post: Post) -> None:
    room = Workroom(answering(post.table.bench, EndpointRefused(Problem.FACTOR_NEEDED)))
    qtbot.addWidget(room)
    room.begin()
    accounts = room.first
    assert isinstance(accounts, AccountsRoom)
    qtbot.waitUntil(lambda: "asks for six digits" in said(accounts.page), timeout=PATIENCE)
    accounts._listed(ACCOUNTS)
    assert not button(accounts.page, "accounts.digits").isVisibleTo(accounts.page)  # they were given
    accounts.open_account(PRIYA)
    button(accounts.one, "account.turn:suspended").click()
    button(accounts.one, "account.ask.yes").click()
    qtbot.waitUntil(lambda: "asks for six digits" in said(accounts.one), timeout=PATIENCE)
    button(accounts.one, "account.back").click()
    button(accounts.page, "accounts.digits").click()
    assert room._rooms.currentWidget() is room.beside.digits
    room.beside.digits.page.back_requested.emit()
    assert room._rooms.currentWidget() is accounts
    qtbot.waitUntil(lambda: button(accounts.page, "accounts.digits").isVisibleTo(accounts.page), timeout=PATIENCE)


def test_a_colleagues_phone_is_ended_for_a_reason_once_a_question_is_answered(qtbot: QtBot, post: Post) -> None:
    room = AccountsRoom(answering(post.table.bench, EndpointRefused(Problem.ACCOUNT_OWN)))
    qtbot.addWidget(room)
    room._listed(ACCOUNTS)
    room.open_account(PRIYA)
    before = post.table.bench.tasks.ask(administered)
    button(room.one, "account.factor_end").click()
    assert "No reason is chosen yet." in said(room.one)
    why = room.one.findChild(ChoiceList, "account.factor_why")
    assert isinstance(why, ChoiceList)
    why.setCurrentIndex(1)
    button(room.one, "account.factor_end").click()
    assert "Let Priya Nair link another phone?" in said(room.one)
    assert post.table.bench.tasks.ask(administered) == before
    button(room.one, "account.askfactor.yes").click()
    qtbot.waitUntil(lambda: "Please ask another administrator." in said(room.one), timeout=PATIENCE)
    assert why.currentData() == "lost"  # what was refused is still chosen
    assert post.table.bench.tasks.ask(administered) == [*before, "factor"]
    room.open_account(JO)
    assert "Six digits" not in said(room.one)  # nobody asks a practitioner for them
    assert why.currentData() == ""


def test_the_list_narrows_to_what_lapses_and_shows_thirty_at_first(qtbot: QtBot, post: Post) -> None:
    room = AccountsRoom(post.table.bench)
    qtbot.addWidget(room)
    room._listed(ACCOUNTS)
    narrow = room.page.findChild(ChoiceList, "accounts.filter")
    assert isinstance(narrow, ChoiceList)
    shown = []
    for place in range(narrow.count()):
        narrow.setCurrentIndex(place)
        narrow.activated.emit(place)
        shown.append([one.name for one in room._wanted()])
    everybody, due, may_not = shown
    assert everybody == ["Jo Whitfield", "Lee Marten", "Mia Field", "Priya Nair", "Sam Okafor"]
    assert due == ["Mia Field"]  # on the laptop's own day, 2 November
    assert may_not == ["Lee Marten", "Mia Field"]


def test_an_administrator_starts_among_accounts_and_no_key_leads_to_a_family(qtbot: QtBot, post: Post) -> None:
    room = Workroom(post.table.bench)
    qtbot.addWidget(room)
    room.begin()
    assert isinstance(room._rooms.currentWidget(), AccountsRoom)
    assert {way.keys for way in keyed(room)} == {"Ctrl+L", "Ctrl+H", "Ctrl+Shift+K", "Ctrl+Shift+A"}
    doors = {one.objectName() for one in room.first.doors.findChildren(Button)} if room.first is not None else set()
    assert doors == {"accounts.looks", "accounts.care", "accounts.move"}
    qtbot.waitUntil(lambda: "no connection" in said(room), timeout=PATIENCE)

"""A desk is told whether a device's owner may send just now, as the wire would answer; nobody else is told a word."""

from __future__ import annotations

from contextlib import closing
from uuid import uuid4

from ambleton import Laptop, Town, problem_of

from authority.orders import give_order, write
from endpoint.accounting import record_check, set_state
from endpoint.accounts import AccountState, Vetted
from endpoint.office import open_door, take_orders
from endpoint.storage.accounts import find_account_of_device
from protocol.orders import OrderKind

BY = "Sam Okafor"


def account_of(town: Town, laptop: Laptop) -> str:
    with closing(open_door(town.settings)) as door, door.store.transaction() as tx:
        account = find_account_of_device(tx, laptop.id)
    assert account is not None
    return account.account


def why(desk: Laptop, sender: str) -> str:
    answer = desk.ask("GET", f"/v1/senders/{sender}")
    assert answer.status_code == 200
    assert answer.json()["device"] == sender
    return str(answer.json()["why"])


def turn(town: Town, account: str, state: AccountState) -> None:
    with closing(open_door(town.settings)) as door:
        set_state(door, account, state, BY)


def test_the_desk_is_told_what_the_wire_would_answer(town: Town, desk: Laptop) -> None:
    priya = Laptop(town.address)
    priya.enrol(town.invite(name=f"Priya {uuid4().hex[:8]}"))
    account = account_of(town, priya)
    assert why(desk, priya.id) == ""
    turn(town, account, AccountState.SUSPENDED)
    assert why(desk, priya.id) == "suspended" == priya.ask("GET", "/v1/changes").json()["why"]
    turn(town, account, AccountState.OPEN)
    with closing(open_door(town.settings)) as door:
        record_check(door, account, Vetted("900123456789", "2020-01-05", BY, "2023-01-05"), BY)
    assert why(desk, priya.id) == "check-lapsed"
    signed = give_order(town.office, priya.id, OrderKind.PUSH_THEN_WIPE, by=("A",))
    with closing(open_door(town.settings)) as door:
        take_orders(door, [write(signed, town.folder / f"order-{priya.id}.json")])
    assert why(desk, priya.id) == ""  # an order to hand in what it holds is never in vain
    rows = town.rows("SELECT action, about, status FROM accesses WHERE device = :it", it=desk.id)
    assert ("sender.ask", priya.id, 200) in rows


def test_nobody_but_a_desk_is_told_and_of_no_device_that_is_not_enrolled(desk: Laptop, priya: Laptop) -> None:
    for laptop, sender in ((priya, desk.id), (priya, priya.id), (desk, str(uuid4()))):
        assert problem_of(laptop.ask("GET", f"/v1/senders/{sender}")) == "not.found"


def test_a_desk_that_may_not_receive_takes_in_no_file_either(town: Town) -> None:
    other = Laptop(town.address)
    other.enrol(town.invite("coordinator", name=f"Rachel {uuid4().hex[:8]}"))
    turn(town, account_of(town, other), AccountState.SUSPENDED)
    assert problem_of(other.ask("GET", f"/v1/senders/{other.id}")) == "account.not_ready"

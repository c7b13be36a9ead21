"""``ecaf-endpoint account``: the words of an authority's administrator; the list alone shows names."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from endpoint.accounting import (
    accounts,
    add_account,
    devices,
    factor_since,
    lapsing,
    record_acceptance,
    record_check,
    record_training,
    reset_factor,
    revoke_laptop,
    set_state,
)
from endpoint.accounts import FOR_EVER, AccountState, Course, StaffAccount, Trained, Vetted, WhyNot, good_until, why_not
from endpoint.door import Door
from endpoint.office import open_door
from endpoint.permissions import EVERYBODY
from endpoint.settings import Settings
from endpoint.where import add_where

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name

_Does = Callable[[Door, argparse.Namespace], StaffAccount]
_STATES = (
    ("suspend", AccountState.SUSPENDED, "let nobody send or receive with this account for now"),
    ("open", AccountState.OPEN, "open a suspended or closed account again"),
    ("close", AccountState.CLOSED, "close an account that is needed no more"),
    ("leaver", AccountState.LEFT, "note that somebody works here no more"),
)
_SAYS = {
    WhyNot.SUSPENDED: "suspended",
    WhyNot.CLOSED: "closed",
    WhyNot.CHECK_MISSING: "no check recorded",
    WhyNot.CHECK_LAPSED: "the check has lapsed",
    WhyNot.TRAINING_MISSING: "training is missing",
    WhyNot.TRAINING_LAPSED: "training has lapsed",
    WhyNot.POLICY_MISSING: "the use policy was not accepted yet",
    WhyNot.POLICY_LAPSED: "the use policy has to be accepted anew",
}


def add_accounts(commands: _Commands) -> None:
    """Add what can be said about accounts."""
    account = commands.add_parser("account", help="see to people's accounts: checks, training, suspending, leaving")
    acts = account.add_subparsers(required=True, metavar="ACT")
    add = _act(acts, "add", "open an account for somebody who has no invitation yet", _add)
    for name in ("--name", "--job", "--agency"):
        add.add_argument(name, required=True)
    add.add_argument("--role", choices=sorted(EVERYBODY), required=True)
    add.add_argument("--manager", default="", help="the line manager")
    check = _act(acts, "check", "record an enhanced check; the certificate itself is never kept", _check, whose=True)
    check.add_argument("--number", required=True, help="the twelve digits on the certificate")
    check.add_argument("--seen-by", required=True, help="who saw the certificate")
    _days(check, "three years after its day")
    train = _act(acts, "train", "record a course that somebody has done", _train, whose=True)
    train.add_argument("--course", type=Course, choices=list(Course), required=True)
    _days(train, "never")
    accept = _act(acts, "accept", "record that somebody accepted the use policy", _accept, whose=True)
    accept.add_argument("--on", required=True, metavar="DAY", help="the day, such as 2026-03-01")
    lost = "let somebody set up another second factor: the phone is lost, or new"
    _act(acts, "new-factor", lost, _reset_factor, whose=True)
    revoke = _act(acts, "revoke", "give nothing more to one laptop; it may hand in what it has", _revoke, whose=True)
    revoke.add_argument("--device", required=True, help="the id of the laptop, as the list shows it")
    for name, state, what in _STATES:
        _act(acts, name, what, _turn_to(state), whose=True)
    soon = acts.add_parser("lapsing", help="show what of whom lapses soon: a check, a course, the use policy")
    soon.add_argument("--days", type=int, default=None, help="within so many days; without it, as the setting has it")
    add_where(soon)
    soon.set_defaults(command=_lapsing)
    shown = acts.add_parser("list", help="show every account, and what keeps it from sending and receiving")
    add_where(shown)
    shown.set_defaults(command=_list)


def _act(
    acts: _Commands,
    name: str,
    what: str,
    does: _Does,
    *,
    whose: bool = False,
) -> argparse.ArgumentParser:
    act = acts.add_parser(name, help=what)
    if whose:
        act.add_argument("account", help="the id of the account, as the list shows it")
    act.add_argument("--by", required=True, help="who does this; it is written down with the change")
    add_where(act)
    act.set_defaults(command=_doing(does))
    return act


def _days(act: argparse.ArgumentParser, lapses: str) -> None:
    act.add_argument("--on", required=True, metavar="DAY", help="the day, such as 2026-03-01")
    act.add_argument("--until", default="", metavar="DAY", help=f"the last day it counts; without it, {lapses}")


def _doing(does: _Does) -> Callable[[Settings, argparse.Namespace], int]:
    def command(settings: Settings, chosen: argparse.Namespace) -> int:
        with closing(open_door(settings)) as door:
            account = does(door, chosen)
            print(f"{account.account}: {_standing(account, door)}.")
        return 0

    return command


def _add(door: Door, chosen: argparse.Namespace) -> StaffAccount:
    return add_account(
        door, StaffAccount("", chosen.name, chosen.job, chosen.agency, chosen.role, chosen.manager), chosen.by
    )


def _check(door: Door, chosen: argparse.Namespace) -> StaffAccount:
    vetted = Vetted(chosen.number, chosen.on, chosen.seen_by, chosen.until)
    return record_check(door, chosen.account, vetted, chosen.by)


def _train(door: Door, chosen: argparse.Namespace) -> StaffAccount:
    return record_training(door, chosen.account, Trained(chosen.course, chosen.on, chosen.until), chosen.by)


def _accept(door: Door, chosen: argparse.Namespace) -> StaffAccount:
    return record_acceptance(door, chosen.account, chosen.on, chosen.by)


def _reset_factor(door: Door, chosen: argparse.Namespace) -> StaffAccount:
    return reset_factor(door, chosen.account, chosen.by)


def _revoke(door: Door, chosen: argparse.Namespace) -> StaffAccount:
    return revoke_laptop(door, chosen.account, chosen.device, chosen.by)


def _turn_to(state: AccountState) -> _Does:
    return lambda door, chosen: set_state(door, chosen.account, state, chosen.by)


def _list(settings: Settings, _chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        for one in accounts(door):
            who = f"{one.name}, {one.job}, {one.agency}, {one.role}"
            print(f"{one.account}  {who}: {_standing(one, door)}.")
            if one.role in door.house.factor.roles:
                since = factor_since(door, one.account)
                print(f"    second factor {f'set up at {since}' if since else 'not set up yet'}")
            for device in devices(door, one.account):
                revoked = f", revoked {one.revoked[device][:10]}" if device in one.revoked else ""
                print(f"    laptop {device}{revoked}")
    return 0


def _lapsing(settings: Settings, chosen: argparse.Namespace) -> int:
    days = settings.warn_days if chosen.days is None else chosen.days
    with closing(open_door(settings)) as door:
        found = lapsing(door, days)
    for one, what in found:
        print(f"{one.account}  {one.name}, {one.job}, {one.agency}: {what.what} until {what.until}.")
    if not found:
        print(f"Nothing lapses within {days} days.")
    return 0


def _standing(account: StaffAccount, door: Door) -> str:
    why = why_not(account, door.now().date().isoformat(), door.house.needed)
    if why is not None:
        return f"may not send or receive: {_SAYS[why]}"
    until = good_until(account, door.house.needed)
    return "may send and receive" + (f" until {until}" if until != FOR_EVER else "")

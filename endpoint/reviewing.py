"""Reading the log of looks: by child, by person, by day; whoever reads it says why, and stands in it from then on."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from uuid import uuid4

from endpoint.audit import Action
from endpoint.door import Door
from endpoint.exporting import OPERATOR
from endpoint.office import NotReady
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.accounts import find_account
from endpoint.storage.database import Transaction
from endpoint.storage.looks import Look, Looked, insert_look, list_looks, list_who_noted
from endpoint.storage.lookup import list_devices_of, list_episodes
from endpoint.times import to_text

READING = "read looks"
"""What is done, in the line that reading the log leaves in it."""


@dataclass(frozen=True)
class Which:
    """Of whom, by whom and when; empty for all. Days are ISO, and both count.

    With ``nothing_noted``, only looks at a child by somebody who never noted anything of it.
    """

    child: str = ""
    account: str = ""
    since: str = ""
    until: str = ""
    nothing_noted: bool = False


def read_looks(door: Door, which: Which, by: str, reason: str) -> list[Look]:
    """Return the looks, oldest first; that they were read is the next line of the same log. Raises ``NotReady``."""
    if not by.strip() or not reason.strip():
        raise NotReady("Please say who reads this and why: it is written down. Nothing was shown.")
    looked = Looked(since=_day(which.since), until=_day_after(which.until))
    with door.store.transaction() as tx:
        if which.account:
            looked = replace(looked, devices=_devices(tx, which.account))
        if which.child:
            looked = replace(looked, about=frozenset({which.child, *list_episodes(tx, which.child)}))
        looks = list_looks(tx, looked)
        if which.nothing_noted:
            noted = list_who_noted(tx)
            looks = [one for one in looks if one.child and (one.child, one.who, one.agency) not in noted]
        _note(door, tx, which, _reading(which, looks, by.strip(), reason.strip()))
    return looks


def _devices(tx: Transaction, account: str) -> frozenset[str]:
    if find_account(tx, account) is None:
        raise NotReady(f"There is no account {account} here. Please look at the list.")
    return frozenset(list_devices_of(tx, account))


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        raise NotReady(f"{said} is not a day such as 2026-11-25. Nothing was shown.") from None


def _day_after(said: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if (day := _day(said)) else ""


def _reading(which: Which, looks: list[Look], by: str, reason: str) -> Look:
    """Return the line that reading leaves, but for when it was."""
    children = sorted({one.child for one in looks} - {""})
    return Look(
        look=str(uuid4()),
        at="",
        device=OPERATOR,
        who=by,
        agency="",
        act=READING,
        child=which.child,
        reason=reason,
        on_behalf="",
        query=json.dumps(asdict(which)),
        results=json.dumps({"looks": len(looks), "children": children}),
        status=200,
    )


def _note(door: Door, tx: Transaction, which: Which, reading: Look) -> None:
    at = to_text(door.now())
    insert_look(tx, replace(reading, at=at))
    insert_access(tx, Access(at, OPERATOR, Action.AUDIT_READ, which.child or which.account, 200))

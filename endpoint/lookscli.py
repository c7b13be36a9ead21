"""``ecaf-endpoint looks``: the words of whoever reviews who looked into the index; names are shown to them alone."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from endpoint.auditing import write_lines
from endpoint.office import open_door
from endpoint.reviewing import Which, read_looks
from endpoint.settings import Settings
from endpoint.storage.looks import Look
from endpoint.where import add_where

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name

_SHOWN = 200


def add_looks(commands: _Commands) -> None:
    """Add reading the log of looks."""
    what = "show who looked into the index, by child, by person, by day; that you read it is written down with them"
    looks = commands.add_parser("looks", help=what, description=what[0].upper() + what[1:] + ".")
    add_where(looks)
    looks.add_argument("--by", required=True, help="who reads it")
    looks.add_argument("--reason", required=True, help="why")
    looks.add_argument("--child", default="", help="the child's id in the index")
    looks.add_argument("--account", default="", help='the account of whoever looked, as "account list" shows it')
    looks.add_argument("--since", default="", metavar="DAY", help="the first day, such as 2026-11-01")
    looks.add_argument("--until", default="", metavar="DAY", help="the last day")
    looks.add_argument("--nothing-noted", action="store_true", help="only by somebody who noted nothing of that child")
    looks.add_argument("--out", type=Path, metavar="FILE", help="write them whole, with what was typed and shown")
    looks.set_defaults(command=_looks)


def _looks(settings: Settings, chosen: argparse.Namespace) -> int:
    which = Which(chosen.child, chosen.account, chosen.since, chosen.until, nothing_noted=chosen.nothing_noted)
    with closing(open_door(settings)) as door:
        looks = read_looks(door, which, chosen.by, chosen.reason)
    if chosen.out is not None:
        write_lines(chosen.out, map(vars, looks))
        print(f"{len(looks)} looks written to {chosen.out}.")
        return 0
    for look in looks:
        print(_line(look))
    print(f"{len(looks)} looks.")
    return 0


def _line(look: Look) -> str:
    agency = f", {look.agency}" if look.agency else ""
    whom = f", for {look.on_behalf}" if look.on_behalf else ""
    child = f" of {look.child}" if look.child else ""
    refused = "" if look.status == _SHOWN else f", refused ({look.status})"
    reason = " ".join(look.reason.split())
    return f"{look.at}  {look.who}{agency}{whom}: {look.act}{child}{refused}. {reason}".rstrip()

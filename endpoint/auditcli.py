"""``ecaf-endpoint export-audit`` and ``verify-audit``: the words of whoever answers for what was written down."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from endpoint.auditing import Broken, export_of_account, export_of_child, verify_audit
from endpoint.office import NotReady, open_door
from endpoint.settings import Settings
from endpoint.where import add_where

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name


def add_audit(commands: _Commands) -> None:
    """Add what can be done with what was written down."""
    what = "write what was written down about one child or one member of staff, for a subject-access request"
    export = commands.add_parser("export-audit", help=what, description=what[0].upper() + what[1:] + ".")
    add_where(export)
    whose = export.add_mutually_exclusive_group(required=True)
    whose.add_argument("--child", help="the child's id in the index")
    whose.add_argument("--account", help='the account\'s id, as "account list" shows it')
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="a file that is not there yet")
    export.set_defaults(command=_export)
    what = "check that looks, reviews and account changes are as they were written, and show the head to note elsewhere"
    check = commands.add_parser("verify-audit", help=what, description=what[0].upper() + what[1:] + ".")
    add_where(check)
    check.add_argument("--noted", default="", metavar="HEAD", help="a head that was noted before")
    check.set_defaults(command=_verify)


def _export(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        if chosen.child:
            count = export_of_child(door, chosen.child, chosen.out)
        else:
            count = export_of_account(door, chosen.account, chosen.out)
    print(f"{count} lines written to {chosen.out}. Somebody must read them before they are handed over.")
    return 0


def _verify(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        try:
            n, link = verify_audit(door, chosen.noted)
        except Broken as broken:
            raise NotReady(f"{broken} Please keep the database as it is, and compare it with the backups.") from broken
    print(f"{n} lines are as they were written. The head: {n}:{link}")
    return 0

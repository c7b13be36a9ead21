"""``ecaf-endpoint export-audit`` and ``verify-audit``: the words of whoever answers for what was written down."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from endpoint.auditing import export_of_account, export_of_child
from endpoint.chainproof import Broken, Noted, Proof, verify_audit
from endpoint.cutting import Front
from endpoint.office import NotReady, open_door
from endpoint.pruning import look_ahead, prune
from endpoint.sealing import seal_all
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
    what = "check that what was written down is as it was written, and show the head to note elsewhere"
    check = commands.add_parser("verify-audit", help=what, description=what[0].upper() + what[1:] + ".")
    add_where(check)
    check.add_argument("--noted", default="", metavar="HEAD", help="a head that was noted before")
    check.set_defaults(command=_verify)
    what = "seal accesses now that the endpoint would seal within the hour, or when it stops"
    seal = commands.add_parser("seal-accesses", help=what, description=what[0].upper() + what[1:] + ".")
    add_where(seal)
    seal.set_defaults(command=_seal)
    what = "erase what was written down longer ago than the rule keeps it, and write down that it was erased"
    cut = commands.add_parser("prune-audit", help=what, description=what[0].upper() + what[1:] + ".")
    add_where(cut)
    cut.add_argument("--by", default="", help="who does this; it is written down with it")
    cut.add_argument("--noted", default="", metavar="HEAD", help="a head that was noted before, looked for first")
    cut.add_argument("--dry-run", action="store_true", help="say what would be erased, and erase nothing")
    cut.set_defaults(command=_prune)


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
            proof = verify_audit(door, chosen.noted)
        except Broken as broken:
            raise NotReady(f"{broken} {_KEEP}") from broken
    for sentence in _sentences(proof):
        print(sentence)
    print(f"The head: {proof.head}")
    return 0


def _seal(settings: Settings, _chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        print(f"{seal_all(door)} accesses sealed.")
    return 0


_KEEP = "Please keep the database as it is, and compare it with the backups."


def _sentences(proof: Proof) -> Iterator[str]:
    yield f"{proof.lines} lines and {proof.accesses} sealed accesses are as they were written."
    if proof.waiting.accesses:
        yield f"{proof.waiting.accesses} accesses are not sealed yet, the first of {proof.waiting.since}."
    if (cut := proof.cut) is not None:
        who = f"by {cut.by} ({cut.rule})"
        yield f"What is older than {cut.before} was erased at {cut.at} {who}: {_counted(cut.erased)}."
    if proof.noted is Noted.THERE:
        yield "The head that was noted before is in the chain."
    elif proof.noted is Noted.ERASED:
        yield "The head that was noted before is older than what is left: whether it was in this chain cannot be told."


def _counted(counts: str) -> str:
    return ", ".join(f"{_KINDS[kind]} {number}" for kind, number in json.loads(counts).items())


_KINDS = {
    "look": "looks",
    "review": "reviews",
    "account": "account changes",
    "cut": "earlier cuts",
    "seal": "seals",
    "access": "accesses",
}


def _prune(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        if chosen.dry_run:
            front = look_ahead(door, settings.audit_years)
        else:
            try:
                front = prune(door, settings.audit_years, chosen.by, chosen.noted)
            except Broken as broken:
                raise NotReady(f"{broken} Nothing was erased. {_KEEP}") from broken
    for sentence in _of_front(front, settings.audit_years, "Would be erased" if chosen.dry_run else "Erased"):
        print(sentence)
    return 0


def _of_front(front: Front, years: int, verb: str) -> Iterator[str]:
    yield f"Kept for {years} years: what was written before {front.before} is over its time."
    if front.erased:
        yield f"{verb}, up to place {front.upto}: {_counted(json.dumps(front.counts()))}."
    else:
        yield "Nothing has to be erased."
    for why, number in front.waits.items():
        yield f"Stays ({why}): {number}."
    if front.first:
        yield f"The first line after them is of {front.first}."

"""The endpoint's logs, checked and handed out for a subject-access request; never with words about somebody else."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from endpoint.audit import Action
from endpoint.door import Door
from endpoint.exporting import OPERATOR
from endpoint.office import NotReady
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.accounts import find_account
from endpoint.storage.chain import LineKind, Linked, find_line, head, list_links
from endpoint.storage.cuts import newest_cut
from endpoint.storage.database import Transaction
from endpoint.storage.lookup import list_accesses_about, list_accesses_of, list_devices_of, list_episodes
from endpoint.times import to_text

IS = "What this endpoint wrote down: looks into the child index, reviews of them, account changes, and accesses."
IS_NOT = (
    "Not the assessments: those are sealed, and the endpoint cannot read whose they are. Not what a laptop wrote down: "
    "its owner's page 'Who did what' shows that. Where a line holds words about somebody else, they are withheld, and "
    "the line says so. Reasons are as they were typed, and staff are named: somebody must read this before it goes."
)
CHAIN = (
    "A line with a link was bound to the line before when it was written; verify-audit checks all of them at the "
    "endpoint. Accesses have no link of their own: many together are bound by one line, their seal, within an hour or "
    "so; the newest may not be yet. Where erased_before is said, lines older than that day were erased by the "
    "authority's rule, but for those that waited for something."
)
_WORDS = ("query", "results", "reason", "on_behalf", "child")
"""What in a look may be about somebody else."""


def export_of_child(door: Door, child: str, file: Path) -> int:
    """Write what the logs say about a child into a new file; return how many lines. Raises ``NotReady``."""
    with door.store.transaction() as tx:
        about = {child, *list_episodes(tx, child)}
        lines = [*_lines_about(tx, about), *_accesses(list_accesses_about(tx, about))]
        return _write(door, tx, {"child": child}, lines, file)


def export_of_account(door: Door, account: str, file: Path) -> int:
    """Write what the logs say about a member of staff into a new file; return how many lines. Raises ``NotReady``."""
    with door.store.transaction() as tx:
        if find_account(tx, account) is None:
            raise NotReady(f"There is no account {account} here. Please look at the list.")
        devices = set(list_devices_of(tx, account))
        hers = [
            replace(one, about="") if one.action == Action.INDEX_LOOK else one for one in list_accesses_of(tx, devices)
        ]
        accesses = [*hers, *list_accesses_about(tx, {account})]
        return _write(door, tx, {"account": account}, [*_lines_by(tx, account, devices), *_accesses(accesses)], file)


def _lines_about(tx: Transaction, about: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the lines about a child: whole where they are about this one alone, else that there was one."""
    own = set()
    for linked, line in _lines(tx):
        if linked.kind is LineKind.LOOK and line["child"] in about:
            own.add(line["look"])
        if line.get("look") in own:
            yield _said(linked, line)
        elif linked.kind is LineKind.LOOK and any(one in line["query"] + line["results"] for one in about):
            yield _said(linked, line, _WORDS)


def _lines_by(tx: Transaction, account: str, devices: set[str]) -> Iterator[dict[str, Any]]:
    """Yield the lines about a member of staff; whom she looked for is not hers to be told here."""
    for linked, line in _lines(tx):
        if line.get("account") == account:
            yield _said(linked, line)
        elif line.get("device") in devices:
            yield _said(linked, line, _WORDS if linked.kind is LineKind.LOOK else ("words",))


def _lines(tx: Transaction) -> Iterator[tuple[Linked, dict[str, Any]]]:
    for linked in list_links(tx):
        line = find_line(tx, linked)
        if line is not None:
            yield linked, line


def _said(linked: Linked, line: dict[str, Any], withheld: tuple[str, ...] = ()) -> dict[str, Any]:
    rest = {name: value for name, value in line.items() if name not in withheld}
    return {"line": linked.kind, "n": linked.n, "link": linked.link, **rest, "withheld": withheld}


def _accesses(accesses: list[Access]) -> Iterator[dict[str, Any]]:
    return ({"line": "access", **vars(one)} for one in accesses)


def _write(door: Door, tx: Transaction, whose: dict[str, str], lines: list[dict[str, Any]], file: Path) -> int:
    n, link = head(tx)
    begins = {"format": "ecaf-audit/1", "authority": tx.authority, "at": to_text(door.now()), "about": whose}
    cut = newest_cut(tx)
    erased = {} if cut is None else {"erased_before": cut.before, "erased_at": cut.at, "rule": cut.rule}
    rest = {"chain": CHAIN, **erased, "head": f"{n}:{link}", "lines": len(lines)}
    header = {**begins, "is": IS, "is_not": IS_NOT, **rest}
    write_lines(file, (header, *lines))
    insert_access(tx, Access(to_text(door.now()), OPERATOR, Action.AUDIT_EXPORT, next(iter(whose.values())), 200))
    return len(lines)


def write_lines(file: Path, lines: Iterable[dict[str, Any]]) -> None:
    """Write lines of JSON into a file that is not there yet, for its owner alone. Raises ``NotReady``."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)
    except FileExistsError as fault:
        raise NotReady(f"{file} is there already, and was left as it is.") from fault
    except OSError as fault:
        raise NotReady(f"{file} could not be written. Is there room?") from fault

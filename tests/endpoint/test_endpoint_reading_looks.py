"""Whoever reviews the looks into the index finds them by child, person and day, and stands in the log for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from endpoint.accounting import add_account
from endpoint.accounts import StaffAccount
from endpoint.auditing import export_of_child
from endpoint.chainproof import verify_audit
from endpoint.cli import main
from endpoint.door import Door
from endpoint.office import NotReady, open_door
from endpoint.reviewing import READING, Which, read_looks
from endpoint.settings import Settings
from endpoint.storage.looks import Look, Looked, insert_look, list_looks

BY, WHY = "Sam Okafor", "Monthly review"
KAYDEN, OTHER = str(uuid4()), str(uuid4())


@pytest.fixture
def opened() -> Callable[[Settings], Door]:
    return lambda settings: replace(open_door(settings), now=lambda: datetime(2026, 12, 1, tzinfo=UTC))


def look(door: Door, day: str, child: str, who: str = "Priya Nair", did: tuple[str, str] = ("open", "{}")) -> str:
    act, results = did
    device, typed = f"{who}'s laptop", '{"body": "Okoro typed"}'
    why, on_behalf = "School\nasked", "Rachel Okoro"
    made = Look(str(uuid4()), f"{day}T09:00:00Z", device, who, "0-19", act, child, why, on_behalf, typed, results, 200)
    with door.store.transaction() as tx:
        insert_look(tx, made)
    return made.look


def found(door: Door, child: str = "", account: str = "", since: str = "", until: str = "") -> list[str]:
    return [one.look for one in read_looks(door, Which(child, account, since, until), BY, WHY)]


def test_looks_are_found_by_child_by_person_and_by_day(door: Door) -> None:
    account = add_account(door, StaffAccount("", "Ann Example", "Nurse", "0-19", "practitioner"), BY)
    device = "INSERT INTO devices VALUES ('E06000099', :id, 'K', 'practitioner', 'P', :body, '', :account, '', '')"
    with door.store.transaction() as tx:
        values = {"id": "Ann Example's laptop", "body": b"", "account": account.account}
        tx.connection.execute(text(device), values)
    first = look(door, "2026-10-31", KAYDEN)
    second = look(door, "2026-11-01", OTHER, "Ann Example")
    third = look(door, "2026-11-30", "", "Ann Example", ("list reviews", json.dumps([KAYDEN])))
    assert found(door, child=KAYDEN) == [first, third]
    assert found(door, account=account.account) == [second, third]
    assert found(door, since="2026-11-01", until="2026-11-30") == [second, third]
    assert found(door, until="2026-11-29") == [first, second]
    assert found(door, account=account.account, child=OTHER) == [second]
    for wrong in ({"since": "1 November"}, {"until": "2026-02-30"}, {"account": "nobody"}):
        with pytest.raises(NotReady):
            found(door, **wrong)


def test_reading_is_written_down_in_the_same_log_with_why_and_of_whom(quiet: Door, tmp_path: Path) -> None:
    look(quiet, "2026-11-01", KAYDEN)
    look(quiet, "2026-11-01", OTHER)
    found(quiet, since="2026-11-01")
    with quiet.store.transaction() as tx:
        *_, line = list_looks(tx, Looked())
    assert (line.act, line.who, line.reason, line.status) == (READING, BY, WHY, 200)
    assert json.loads(line.results) == {"looks": 2, "children": sorted((KAYDEN, OTHER))}
    assert verify_audit(quiet).lines == 3
    assert export_of_child(quiet, KAYDEN, tmp_path / "kayden.jsonl") == 2
    assert OTHER not in (tmp_path / "kayden.jsonl").read_text()


def test_nobody_reads_without_a_name_and_a_reason(quiet: Door) -> None:
    look(quiet, "2026-11-01", KAYDEN)
    for by, why in (("", WHY), (BY, " ")):
        with pytest.raises(NotReady, match="Nothing was shown"):
            read_looks(quiet, Which(), by, why)
    assert verify_audit(quiet).lines == 1


def test_who_looked_at_a_child_and_noted_nothing_of_it_is_found(quiet: Door) -> None:
    look(quiet, "2026-11-01", KAYDEN)
    look(quiet, "2026-11-02", KAYDEN, did=("note", "{}"))
    alone = look(quiet, "2026-11-03", KAYDEN, "Ann Example")
    other = look(quiet, "2026-11-04", OTHER)
    look(quiet, "2026-11-05", "", did=("list held", "{}"))
    nothing_noted = read_looks(quiet, Which(nothing_noted=True), BY, WHY)
    assert [one.look for one in nothing_noted] == [alone, other]


def test_the_command_shows_short_lines_and_writes_whole_ones_for_its_owner_alone(
    quiet: Door, quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    look(quiet, "2026-11-01", KAYDEN)
    said = ["looks", "--data", str(quiet_folder), "--by", BY, "--reason", WHY, "--since", "2026-11-01"]
    assert main([*said, "--until", "2026-11-01"]) == 0
    line = f"2026-11-01T09:00:00Z  Priya Nair, 0-19, for Rachel Okoro: open of {KAYDEN}. School asked"
    assert capsys.readouterr().out == f"{line}\n1 looks.\n"
    out = tmp_path / "looks.jsonl"
    assert main([*said, "--out", str(out)]) == 0
    assert [json.loads(one)["act"] for one in out.read_text().splitlines()] == ["open", READING]
    assert "Okoro typed" in out.read_text()
    assert out.stat().st_mode & 0o777 == 0o600
    assert main([*said, "--out", str(out)]) == 1

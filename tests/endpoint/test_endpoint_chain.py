"""Looks, reviews and account changes are bound to each other, and handed out for a request without others' words."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest

from authority.office import Office
from endpoint.accounting import add_account, set_state
from endpoint.accounts import AccountState, StaffAccount
from endpoint.auditing import export_of_account, export_of_child
from endpoint.chainproof import Broken, check_chain, verify_audit
from endpoint.cli import main
from endpoint.door import Door
from endpoint.office import open_door, set_up
from endpoint.settings import Settings
from endpoint.storage.chain import count_lines, head
from endpoint.storage.looks import Look, insert_look, insert_review

BY = "Sam Okafor"
AT = "2026-11-25T09:00:00Z"
KAYDEN, OTHER = str(uuid4()), str(uuid4())


@pytest.fixture
def door(quiet_folder: Path) -> Door:
    return open_door(Settings(quiet_folder))


def look(door: Door, child: str, act: str = "search", results: str = '"shown"', device: str = "a device") -> str:
    made = Look(
        str(uuid4()), AT, device, "Priya Nair", "0-19", act, child, "School asked", "", "Okoro typed", results, 200
    )
    with door.store.transaction() as tx:
        insert_look(tx, made)
    return made.look


def some_lines(door: Door) -> StaffAccount:
    account = add_account(door, StaffAccount("", "Priya Nair", "Nurse", "0-19", "practitioner"), BY)
    override = look(door, KAYDEN, "override")
    with door.store.transaction() as tx:
        insert_review(tx, override, "the desk", AT, "It was needed")
    look(door, OTHER)
    look(door, "", "list reviews", json.dumps([KAYDEN, OTHER, "Ruby"]))
    return set_state(door, account.account, AccountState.SUSPENDED, BY)


def lines_of(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_every_line_is_bound_and_a_head_noted_before_stays_in_the_chain(door: Door) -> None:
    some_lines(door)
    proof = verify_audit(door)
    assert proof.n == 6
    look(door, KAYDEN)
    assert verify_audit(door, proof.head).n == 7
    for wrong in (f"6:{'0' * 64}", "6", "²:", f"5:{proof.link}"):
        with pytest.raises(Broken, match="noted before"):
            verify_audit(door, wrong)
    door.close()


MEDDLING = (
    "UPDATE index_looks SET reason = 'Another' WHERE act = 'override'",
    "UPDATE account_changes SET by = 'Nobody' WHERE n = 1",
    "UPDATE index_reviews SET words = 'No need'",
    "DELETE FROM index_looks WHERE act = 'search'",
    "DELETE FROM audit_chain WHERE n = 2",
    "DELETE FROM audit_chain WHERE n = 6",
    "INSERT INTO account_changes SELECT authority, account, 9, at, by, what FROM account_changes WHERE n = 1",
)


class UndoneAgain(Exception):
    """What was meddled with is as it was."""


def test_a_line_changed_dropped_or_slipped_in_is_noticed(
    door: Door, quiet_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some_lines(door)
    for meddling in MEDDLING:
        with suppress(UndoneAgain), door.store.transaction() as tx:
            tx.connection.exec_driver_sql(meddling)
            with pytest.raises(Broken):
                check_chain(tx)
            raise UndoneAgain
    assert verify_audit(door).n == 6
    with door.store.transaction() as tx:
        tx.connection.exec_driver_sql(MEDDLING[0])
    door.close()
    assert main(["verify-audit", "--data", str(quiet_folder)]) == 1
    assert "Please keep the database as it is" in capsys.readouterr().err


def test_a_childs_lines_are_handed_out_whole_and_nobody_elses_words_with_them(door: Door, tmp_path: Path) -> None:
    some_lines(door)
    assert export_of_child(door, KAYDEN, tmp_path / "kayden.jsonl") == 3
    header, *lines = lines_of(tmp_path / "kayden.jsonl")
    assert (header["about"], header["lines"], header["head"]) == (
        {"child": KAYDEN},
        3,
        verify_audit(door).head,
    )
    assert [(one["line"], one.get("act"), one.get("reason")) for one in lines] == [
        ("look", "override", "School asked"),
        ("review", None, None),
        ("look", "list reviews", None),
    ]
    text = (tmp_path / "kayden.jsonl").read_text()
    assert OTHER not in text
    assert "Ruby" not in text
    assert (tmp_path / "kayden.jsonl").stat().st_mode & 0o777 == 0o600
    door.close()


def test_a_member_of_staffs_lines_name_no_child(door: Door, tmp_path: Path) -> None:
    account = some_lines(door)
    with door.store.transaction() as tx:
        tx.connection.exec_driver_sql(
            "INSERT INTO devices VALUES ('E06000099', 'a device', 'K', 'practitioner', 'P', x'', ?, ?, '', '')",
            (AT, account.account),
        )
    export_of_account(door, account.account, tmp_path / "priya.jsonl")
    lines = lines_of(tmp_path / "priya.jsonl")[1:]
    assert sorted(str(one["line"]) for one in lines) == ["access", "access", "account", "account", *["look"] * 3]
    text = (tmp_path / "priya.jsonl").read_text()
    assert all(word not in text for word in (KAYDEN, OTHER, "Ruby", "Okoro", "School asked"))
    door.close()


def test_an_export_is_itself_written_down_and_takes_no_files_place(
    door: Door, quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some_lines(door)
    out = tmp_path / "kayden.jsonl"
    words = ["export-audit", "--data", str(quiet_folder), "--child", KAYDEN, "--out", str(out)]
    assert main(words) == 0
    assert main(words) == 1
    assert "is there already" in capsys.readouterr().err
    with door.store.transaction() as tx:
        rows = tx.connection.exec_driver_sql("SELECT device, about FROM accesses WHERE action = 'audit.export'").all()
        assert [tuple(row) for row in rows] == [("operator", KAYDEN)]
        assert count_lines(tx) == head(tx)[0]
    door.close()


def test_what_was_written_before_there_was_a_chain_is_bound_by_the_migration(door: Door, quiet_folder: Path) -> None:
    some_lines(door)
    with door.store.transaction() as tx:
        for since in ("audit_chain", "factors", "factor_proofs", "audit_cuts", "access_seals", "desk_keys"):
            tx.connection.exec_driver_sql(f"DROP TABLE {since}")
        tx.connection.exec_driver_sql("ALTER TABLE devices DROP COLUMN revoked_at")
        tx.connection.exec_driver_sql("ALTER TABLE index_held DROP COLUMN goes_on")
        tx.connection.exec_driver_sql("DROP INDEX ix_accesses_seal")
        tx.connection.exec_driver_sql("ALTER TABLE accesses DROP COLUMN seal")
        tx.connection.exec_driver_sql("ALTER TABLE invitations DROP COLUMN ended_at")
        tx.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0007'")
    door.close()
    assert main(["migrate", "--data", str(quiet_folder)]) == 0
    again = open_door(Settings(quiet_folder))
    assert verify_audit(again).n == 6
    again.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_lines_written_at_once_are_bound_one_after_the_other(
    tmp_path: Path, request: pytest.FixtureRequest, kind: str
) -> None:
    database = "" if kind == "sqlite" else request.getfixturevalue("postgresql").new_database()
    office = Office.create(tmp_path / "office", name="Ambleton", code="E06000099", practice=True)
    settings = Settings(tmp_path / "endpoint", database=database)
    set_up(settings, office.for_the_endpoint)
    doors = [open_door(settings), open_door(settings)]  # as two processes have
    with ThreadPoolExecutor(6) as writers:
        list(writers.map(lambda n: look(doors[n % 2], KAYDEN), range(24)))
    assert verify_audit(doors[0]).n == 24
    for door in doors:
        door.close()

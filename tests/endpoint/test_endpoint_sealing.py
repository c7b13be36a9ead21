"""Accesses are bound into the audit many together, later and elsewhere than they are written; none falls between."""

from __future__ import annotations

import json
import signal
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ambleton import serving
from sqlalchemy import event, text

from endpoint import sealing as sealer
from endpoint.accounting import add_account, set_state
from endpoint.accounts import AccountState, StaffAccount
from endpoint.auditing import CHAIN, export_of_child
from endpoint.chainproof import Broken, check_chain, verify_audit
from endpoint.cli import main
from endpoint.cutting import WaitsFor
from endpoint.door import Door
from endpoint.loglines import JsonLines
from endpoint.office import open_door
from endpoint.pruning import prune
from endpoint.restoring import restore, take_backup
from endpoint.sealing import is_due, seal_all, sealing
from endpoint.settings import Settings
from endpoint.storage.accesses import Access, insert_access, insert_accesses
from endpoint.storage.chain import LineKind, list_links
from endpoint.storage.seals import Waiting, hash_of, seal_oldest

BY = "Sam Okafor"
LONG_AGO, NOW = "1999-05-04T09:00:00Z", datetime(2026, 11, 26, 9, tzinfo=UTC)
EARLIER, TODAY = "2026-11-25T23:59:59Z", "2026-11-26T08:30:00Z"


@pytest.fixture
def opened() -> Callable[[Settings], Door]:
    return lambda settings: replace(open_door(settings), now=lambda: NOW)


def ask(door: Door, *times: str, device: str = "a device", about: str = "") -> None:
    with door.store.transaction() as tx:
        insert_accesses(tx, [Access(at, device, "changes.list", about, 200) for at in times])


def seals(door: Door) -> list[int]:
    with door.store.transaction() as tx:
        return [linked.n for linked in list_links(tx) if linked.kind is LineKind.SEAL]


def do(door: Door, statement: str, **values: object) -> None:
    with door.store.transaction() as tx:
        tx.connection.execute(text(statement), values)


def count(door: Door) -> int:
    with door.store.transaction() as tx:
        return int(tx.connection.execute(text("SELECT count(*) FROM accesses")).scalar_one())


def test_what_waits_is_sealed_an_hour_at_a_time_and_what_comes_later_waits_for_the_next(door: Door) -> None:
    ask(door, EARLIER, TODAY, TODAY, LONG_AGO)
    assert verify_audit(door).waiting == Waiting(4, LONG_AGO)
    assert seal_all(door) == 4
    assert seals(door) == [1, 2, 3]
    ask(door, EARLIER)
    proof = verify_audit(door)
    assert (proof.accesses, proof.waiting) == (4, Waiting(1, EARLIER))
    assert seal_all(door) == 1
    assert seal_all(door) == 0
    assert verify_audit(door).accesses == 5


COPY = """
INSERT INTO accesses (authority, at, device, action, about, status, seal)
SELECT authority, at, device, action, about, status, {} FROM accesses WHERE device = 'one'
"""
MEDDLING = (
    "DELETE FROM accesses WHERE device = 'one'",
    "UPDATE accesses SET about = 'another' WHERE device = 'one'",
    "UPDATE accesses SET status = 403 WHERE device = 'one'",
    "UPDATE accesses SET seal = 0 WHERE device = 'one'",
    "UPDATE accesses SET seal = 7 WHERE device = 'one'",
    COPY.format(1),
    COPY.format(7),
    "UPDATE access_seals SET accesses = 1 WHERE seal = 1",
    "UPDATE access_seals SET since = at WHERE seal = 1",
    "DELETE FROM access_seals WHERE seal = 2",
)
"""Statements on two accesses under the first seal, and one under the second."""


class UndoneAgain(Exception):
    """What was meddled with is as it was."""


def test_a_sealed_access_that_is_deleted_altered_added_or_let_out_is_noticed(door: Door) -> None:
    ask(door, EARLIER, device="one")
    ask(door, EARLIER, device="two")
    ask(door, TODAY)
    seal_all(door)
    for meddling in MEDDLING:
        with suppress(UndoneAgain), door.store.transaction() as tx:
            assert tx.connection.execute(text(meddling)).rowcount == 1
            with pytest.raises(Broken):
                check_chain(tx)
            raise UndoneAgain
    assert verify_audit(door).accesses == 3


def test_a_seal_that_is_taken_out_with_all_its_accesses_is_noticed(quiet: Door) -> None:
    ask(quiet, EARLIER, TODAY)
    seal_all(quiet)
    do(quiet, "DELETE FROM accesses WHERE seal = 1")
    do(quiet, "DELETE FROM access_seals WHERE seal = 1")
    do(quiet, "DELETE FROM audit_chain WHERE n = 1")
    with pytest.raises(Broken, match="place 1"):
        verify_audit(quiet)


def test_an_access_that_is_committed_late_is_in_the_next_seal(door: Door) -> None:
    if door.store.engine.dialect.name == "sqlite":
        pytest.skip("one writer at a time: nothing is ever committed late")
    with door.store.transaction() as late:
        insert_access(late, Access(EARLIER, "late", "changes.list", "", 200))
        late.connection.execute(text("SELECT 1"))  # so that it is told, and not committed
        ask(door, EARLIER)
        assert seal_all(door) == 1
    assert verify_audit(door).waiting == Waiting(1, EARLIER)
    assert seal_all(door) == 1
    assert verify_audit(door).accesses == 2


def test_two_who_seal_at_once_seal_each_access_once(door: Door) -> None:
    ask(door, *[EARLIER] * 20, *[TODAY] * 20)
    sealed = list[int]()
    both = [threading.Thread(target=lambda: sealed.append(seal_all(door))) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sum(sealed) == 40
    assert verify_audit(door).accesses == 40


def test_the_hash_is_the_same_in_any_order_and_another_where_anything_differs() -> None:
    one, other = Access(EARLIER, "a", "b", "c", 200), Access(EARLIER, "a", "b", "c", 201)
    assert hash_of([one, other]) == hash_of([other, one])
    assert len({hash_of(some) for some in ([one], [other], [one, one], [one, other], [])}) == 5


def test_it_is_due_when_many_wait_or_one_for_an_hour(quiet: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_due(quiet)
    ask(quiet, TODAY)
    assert not is_due(quiet)
    assert is_due(replace(quiet, now=lambda: NOW.replace(minute=30)))
    monkeypatch.setattr(sealer, "MANY", 2)
    ask(quiet, TODAY)
    assert is_due(quiet)


def when_so(is_so: Callable[[], bool]) -> None:
    nothing = threading.Event()
    assert any(is_so() or nothing.wait(0.01) for _ in range(2_000))


def test_while_it_is_served_what_is_due_is_sealed_and_the_rest_at_its_end(quiet: Door) -> None:
    ask(quiet, EARLIER)
    with sealing(quiet, every=0.01):
        when_so(lambda: seals(quiet) == [1])
        ask(quiet, TODAY)
        assert verify_audit(quiet).waiting == Waiting(1, TODAY)
    assert verify_audit(quiet).waiting == Waiting(0, "")


def test_what_cannot_be_sealed_is_said_in_the_log_and_waits(
    quiet: Door, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(quiet, EARLIER)
    tried = threading.Event()

    def fail(*_: object) -> None:
        tried.set()
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(sealer, "seal_oldest", fail)
        with sealing(quiet, every=0.01):
            assert tried.wait(20)
    assert {json.loads(JsonLines().format(record))["fault"] for record in caplog.records} == {"OSError"}
    caplog.clear()
    assert verify_audit(quiet).waiting == Waiting(1, EARLIER)


def test_an_endpoint_that_stops_seals_what_it_answered(quiet_folder: Path) -> None:
    with serving(quiet_folder) as (address, process):
        assert address
        with closing(open_door(Settings(quiet_folder))) as door:
            ask(door, TODAY)
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    with closing(open_door(Settings(quiet_folder))) as door:
        proof = verify_audit(door)
        assert (proof.accesses, proof.waiting) == (1, Waiting(0, ""))


def test_the_command_seals_and_the_other_says_what_is_not_sealed_yet(
    quiet: Door, quiet_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(quiet, EARLIER, TODAY)
    where = ["--data", str(quiet_folder)]
    assert main(["verify-audit", *where]) == 0
    assert f"2 accesses are not sealed yet, the first of {EARLIER}." in capsys.readouterr().out
    assert main(["seal-accesses", *where]) == 0
    assert capsys.readouterr().out == "2 accesses sealed.\n"
    assert main(["verify-audit", *where]) == 0
    said = capsys.readouterr().out
    assert "2 lines and 2 sealed accesses are as they were written." in said
    assert "not sealed yet" not in said


def sealed_long_ago(door: Door, *devices: str) -> None:
    for device in devices:
        ask(door, LONG_AGO, device=device)
    with door.store.transaction() as tx:
        assert seal_oldest(tx, LONG_AGO) is not None


def test_accesses_go_with_their_seal_when_the_rule_no_longer_keeps_it(door: Door) -> None:
    sealed_long_ago(door, "one", "two")
    ask(door, TODAY)
    seal_all(door)
    front = prune(door, 25, BY)
    assert front.counts() == {"seal": 1, "access": 2}
    assert count(door) == 2  # today's, and that it was pruned
    proof = verify_audit(door)
    assert (proof.accesses, proof.waiting.accesses) == (1, 1)


def test_a_seal_with_accesses_of_a_suspended_account_stays_whole_until_that_is_settled(quiet: Door) -> None:
    account = add_account(quiet, StaffAccount("", "Priya Nair", "Nurse", "0-19", "practitioner"), BY)
    do(quiet, "DELETE FROM audit_chain")
    do(quiet, "DELETE FROM account_changes")
    do(quiet, "DELETE FROM accesses")
    device = "INSERT INTO devices VALUES ('E06000099', 'hers', 'K', 'practitioner', 'P', :body, '', :account, '', '')"
    do(quiet, device, body=b"", account=account.account)
    sealed_long_ago(quiet, "hers", "another's")
    sealed_long_ago(quiet, "another's")
    set_state(quiet, account.account, AccountState.SUSPENDED, BY)
    front = prune(quiet, 25, BY)
    assert (front.counts(), dict(front.waits)) == ({"seal": 1, "access": 1}, {WaitsFor.SUSPENDED: 1})
    assert verify_audit(quiet).accesses == 2
    with suppress(UndoneAgain), quiet.store.transaction() as tx:
        tx.connection.execute(text("DELETE FROM accesses WHERE device = 'hers'"))
        with pytest.raises(Broken, match="sealed at place 1"):
            check_chain(tx)
        raise UndoneAgain
    set_state(quiet, account.account, AccountState.OPEN, BY)
    assert prune(quiet, 25, BY).counts() == {"seal": 1, "access": 2}
    verify_audit(quiet)


def test_accesses_that_were_erased_do_not_come_back_from_a_backup_sealed_or_not(
    quiet: Door, quiet_folder: Path, tmp_path: Path
) -> None:
    sealed_long_ago(quiet, "one")
    ask(quiet, LONG_AGO, device="two")
    ask(quiet, TODAY)
    take_backup(quiet, tmp_path / "backup")
    with quiet.store.transaction() as tx:
        assert seal_oldest(tx, LONG_AGO) is not None
    assert prune(quiet, 25, BY).counts() == {"seal": 2, "access": 2}
    quiet.close()
    restore(Settings(quiet_folder), tmp_path / "backup")
    with closing(open_door(Settings(quiet_folder))) as again:
        assert count(again) == 1
        proof = verify_audit(again)
        assert proof.cut is not None
        assert proof.cut.erased == '{"access": 2, "seal": 1}'
        assert proof.waiting == Waiting(1, TODAY)


def test_a_request_asks_the_database_no_more_than_before_accesses_were_sealed(quiet: Door) -> None:
    told = list[str]()
    quiet.store.engine.dispose()
    event.listen(quiet.store.engine, "connect", lambda made, _: made.set_trace_callback(told.append))
    ask(quiet, TODAY)
    assert [one.split()[0] for one in told if not one.startswith("PRAGMA")] == ["BEGIN", "INSERT", "COMMIT"]
    assert not any("seal" in one for one in told)


def test_an_export_says_how_accesses_are_bound(quiet: Door, tmp_path: Path) -> None:
    export_of_child(quiet, "a child", tmp_path / "child.jsonl")
    assert CHAIN in (tmp_path / "child.jsonl").read_text()
    assert "many together are bound by one line" in CHAIN

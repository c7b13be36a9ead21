"""What the rule no longer keeps is erased from the audit's front: whole lines, and none that waits for anything."""

from __future__ import annotations

import json
from contextlib import closing, nullcontext, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from longago import (
    BY,
    KAYDEN,
    LONG_AGO,
    NOW,
    THEN,
    YEARS,
    account_from,
    ask,
    at,
    do,
    is_there,
    look,
    places,
    review,
)
from sqlalchemy import text

from endpoint.accounting import set_state
from endpoint.accounts import AccountState
from endpoint.auditing import export_of_child
from endpoint.chainproof import Broken, Noted, check_chain, verify_audit
from endpoint.cli import main
from endpoint.cutting import years_before
from endpoint.door import Door
from endpoint.office import NotReady, open_door
from endpoint.pruning import look_ahead, prune
from endpoint.restoring import restore, take_backup
from endpoint.settings import Settings
from endpoint.storage.chain import LineKind, bind, head
from endpoint.storage.cuts import newest_cut
from endpoint.storage.tables import AUDIT_CUTS
from endpoint.times import now


def test_lines_older_than_the_rule_go_whole_and_a_line_of_the_chain_says_so(door: Door) -> None:
    old = look(door, KAYDEN, LONG_AGO, "override")
    review(door, old, LONG_AGO)
    account_from(door, datetime.fromisoformat(LONG_AGO))
    young = look(door, KAYDEN, THEN)
    noted = verify_audit(door).head
    assert look_ahead(door, YEARS).counts() == {"look": 1, "review": 1, "account": 1}
    assert is_there(door, old)
    prune(door, YEARS, BY)
    assert (is_there(door, old), is_there(door, young)) == (False, True)
    proof = verify_audit(door, noted)
    assert (proof.lines, proof.noted, places(door)) == (2, Noted.THERE, [4, 5])
    assert proof.cut is not None
    assert (proof.cut.by, proof.cut.rule, proof.cut.before, proof.cut.upto) == (
        BY,
        "kept for 25 years",
        "2001-11-26",
        3,
    )
    assert json.loads(proof.cut.erased) == {"look": 1, "review": 1, "account": 1}
    assert prune(door, YEARS, BY).erased == []
    assert places(door) == [4, 5]


def test_a_line_after_a_younger_one_stays_until_that_is_over_too(quiet: Door) -> None:
    look(quiet, KAYDEN, THEN)
    look(quiet, KAYDEN, LONG_AGO)
    assert prune(quiet, YEARS, BY).erased == []
    later = at(quiet, datetime(2040, 1, 1, tzinfo=UTC))
    ask(later)
    assert len(prune(later, YEARS, BY).erased) == 2


def test_nothing_is_erased_by_a_clock_that_may_have_jumped_ahead(quiet: Door) -> None:
    stays = look(quiet, KAYDEN, THEN)
    for moment, is_believed in (
        (datetime(2055, 1, 1, tzinfo=UTC), False),
        (NOW + timedelta(days=32), False),
        (NOW, True),
    ):
        with nullcontext() if is_believed else pytest.raises(NotReady, match="Is the clock right"):
            prune(at(quiet, moment), YEARS, BY)
    assert is_there(quiet, stays)
    look(quiet, KAYDEN, "2054-12-31T09:00:00Z")
    assert prune(at(quiet, datetime(2055, 1, 1, tzinfo=UTC)), YEARS, BY).counts() == {"look": 1}


def test_a_head_noted_before_is_known_at_the_cut_and_before_it_nobody_claims_to(quiet: Door) -> None:
    heads = []
    for when in (LONG_AGO, LONG_AGO, LONG_AGO, THEN):
        look(quiet, KAYDEN, when)
        heads.append(verify_audit(quiet).head)
    prune(quiet, YEARS, BY, heads[0])
    assert [verify_audit(quiet, one).noted for one in heads] == [Noted.ERASED, Noted.ERASED, Noted.THERE, Noted.THERE]
    for wrong in (f"3:{'0' * 64}", f"4:{'0' * 64}", f"9:{heads[0]}"):
        with pytest.raises(Broken, match="noted before"):
            verify_audit(quiet, wrong)


MEDDLING = (
    "UPDATE audit_cuts SET \"by\" = 'Nobody'",
    "UPDATE audit_cuts SET upto = 2",
    "UPDATE audit_cuts SET erased = '{}'",
    "UPDATE audit_cuts SET spared = 0",
    "UPDATE audit_cuts SET before = '2020-01-01'",
    "DELETE FROM audit_cuts",
    "DELETE FROM audit_chain WHERE kind = 'cut'",
    "UPDATE audit_chain SET key = '4' WHERE kind = 'cut'",
    "UPDATE index_looks SET reason = 'Another' WHERE act = 'override'",
    "DELETE FROM index_looks WHERE act = 'override'",
    "DELETE FROM audit_chain WHERE n = 1",
    "UPDATE audit_chain SET n = 2 WHERE n = 1",
    "DELETE FROM audit_chain WHERE n = 4",
)
"""Statements on a chain whose first line stayed, whose second and third went, and whose fifth says so."""


class UndoneAgain(Exception):
    """What was meddled with is as it was."""


def test_a_cut_that_was_altered_and_a_line_that_stayed_and_was_altered_are_noticed(door: Door) -> None:
    look(door, KAYDEN, LONG_AGO, "override")  # which nobody has reviewed
    for when in (LONG_AGO, LONG_AGO, THEN):
        look(door, KAYDEN, when)
    prune(door, YEARS, BY)
    assert places(door) == [1, 4, 5]
    both = ("DELETE FROM audit_cuts", "DELETE FROM audit_chain WHERE kind = 'cut'")
    for meddling in (*((one,) for one in MEDDLING), both):
        with suppress(UndoneAgain), door.store.transaction() as tx:
            for one in meddling:
                assert tx.connection.execute(text(one)).rowcount == 1
            with pytest.raises(Broken):
                check_chain(tx)
            raise UndoneAgain
    assert verify_audit(door).lines == 3


def test_a_front_that_somebody_cut_off_without_a_word_is_noticed_and_is_no_chain_to_cut(quiet: Door) -> None:
    gone = look(quiet, KAYDEN, LONG_AGO)
    look(quiet, KAYDEN, LONG_AGO)
    do(quiet, "DELETE FROM audit_chain WHERE n = 1")
    do(quiet, "DELETE FROM index_looks WHERE look = :look", look=gone)
    with pytest.raises(Broken, match="place 1"):
        verify_audit(quiet)
    with pytest.raises(Broken, match="place 1"):
        prune(quiet, YEARS, BY)
    assert places(quiet) == [2]


def test_a_cut_that_the_endpoints_own_folder_does_not_know_of_is_noticed(quiet: Door, quiet_folder: Path) -> None:
    look(quiet, KAYDEN, LONG_AGO)
    before = verify_audit(quiet).head
    prune(quiet, YEARS, BY)
    since = verify_audit(quiet).head
    said = (quiet_folder / "pruned.json").read_text()
    for other in (said.replace(since, f"2:{'0' * 64}"), ""):
        (quiet_folder / "pruned.json").write_text(other)
        if not other:
            (quiet_folder / "pruned.json").unlink()
        for noted in ("", before):
            with pytest.raises(Broken, match=r"up to place 1 was erased at .*, and pruned\.json says otherwise"):
                verify_audit(quiet, noted)
        assert verify_audit(quiet, since).noted is Noted.THERE
    (quiet_folder / "pruned.json").write_text(said)
    do(quiet, "DELETE FROM audit_cuts")
    do(quiet, "DELETE FROM audit_chain")
    with pytest.raises(Broken, match="is all there, and"):
        verify_audit(quiet)


def test_a_store_put_back_from_before_there_was_anything_is_known_to_its_folder(
    quiet: Door, quiet_folder: Path, tmp_path: Path
) -> None:
    take_backup(quiet, tmp_path / "backup")
    for _ in range(150):
        look(quiet, KAYDEN, LONG_AGO)
    assert prune(quiet, YEARS, BY).counts() == {"look": 150}
    quiet.close()
    restore(Settings(quiet_folder), tmp_path / "backup")
    with closing(open_door(Settings(quiet_folder))) as again:
        assert verify_audit(again).lines == 1


def test_a_cut_that_says_it_stands_elsewhere_is_noticed(quiet: Door) -> None:
    look(quiet, KAYDEN, LONG_AGO)
    prune(quiet, YEARS, BY)
    with quiet.store.transaction() as tx:
        made_up = {**vars(newest_cut(tx)), "cut": 9, "upto": 2, "link": head(tx)[1]}
        tx.connection.execute(AUDIT_CUTS.insert(), {"authority": tx.authority, **made_up})
        bind(tx, LineKind.CUT, made_up)
    with pytest.raises(Broken, match="place 3"):
        verify_audit(quiet)


def test_an_older_store_put_back_loses_again_what_was_erased_and_nothing_else(
    door: Door, quiet_settings: Settings, tmp_path: Path
) -> None:
    gone, waits = look(door, KAYDEN, LONG_AGO), look(door, KAYDEN, LONG_AGO, "override")
    take_backup(door, tmp_path / "backup")
    look(door, KAYDEN, THEN)
    prune(door, YEARS, BY)
    review(door, waits, THEN)  # which the backup knows nothing of
    door.close()
    restore(quiet_settings, tmp_path / "backup")
    with closing(open_door(quiet_settings)) as again:
        assert (is_there(again, gone), is_there(again, waits)) == (False, True)
        proof = verify_audit(again)
        assert (proof.lines, places(again)) == (2, [2, 3])
        assert proof.cut is not None
        assert proof.cut.by == "this endpoint, for a store that was put back"
        head = proof.head
    with closing(open_door(quiet_settings)) as once_more:
        assert verify_audit(once_more).head == head


def test_a_cut_that_was_told_of_and_never_committed_is_made_at_the_next_start(
    quiet: Door, quiet_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = look(quiet, KAYDEN, LONG_AGO)
    with monkeypatch.context() as patched:
        patched.setattr("endpoint.pruning.insert_access", _power_cut)
        with pytest.raises(ConnectionError):
            prune(quiet, YEARS, BY)
    assert is_there(quiet, gone)
    quiet.close()
    with closing(open_door(Settings(quiet_folder))) as again:
        assert not is_there(again, gone)
        verify_audit(again)


def _power_cut(*_: object) -> None:
    raise ConnectionError


def test_an_export_says_from_when_on_there_are_lines(quiet: Door, tmp_path: Path) -> None:
    look(quiet, KAYDEN, LONG_AGO)
    look(quiet, KAYDEN, THEN)
    prune(quiet, YEARS, BY)
    assert export_of_child(quiet, KAYDEN, tmp_path / "kayden.jsonl") == 1
    header = json.loads((tmp_path / "kayden.jsonl").read_text().splitlines()[0])
    said = {name: header[name] for name in ("erased_before", "erased_at", "rule")}
    assert said == {"erased_before": "2001-11-26", "erased_at": "2026-11-26T09:00:00Z", "rule": "kept for 25 years"}


def test_changes_of_an_account_go_on_being_numbered_when_the_first_are_gone(quiet: Door) -> None:
    account = account_from(quiet, datetime.fromisoformat(LONG_AGO))
    set_state(at(quiet, datetime.fromisoformat(THEN)), account.account, AccountState.CLOSED, BY)
    prune(quiet, YEARS, BY)
    set_state(quiet, account.account, AccountState.OPEN, BY)
    assert verify_audit(quiet).lines == 3


def test_one_day_so_many_years_ago_is_found_in_a_leap_year_too() -> None:
    assert years_before(date(2024, 2, 29), 25) == "1999-02-28"
    assert years_before(date(2026, 11, 26), 25) == "2001-11-26"
    assert years_before(date(2026, 11, 26), 999_999_999) == "0001-11-26"


def test_the_command_says_first_what_would_go_and_then_needs_a_name(
    quiet: Door, quiet_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(at(quiet, now()))
    gone, stays = look(quiet, KAYDEN, LONG_AGO), look(quiet, KAYDEN, LONG_AGO, "override")
    look(quiet, KAYDEN, THEN)
    where = ["--data", str(quiet_folder)]
    assert main(["prune-audit", *where, "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "Would be erased, up to place 2: looks 1." in said
    assert "Stays (an override that nobody has reviewed): 1." in said
    assert f"The first line after them is of {THEN}." in said
    assert main(["prune-audit", *where]) == 1
    assert "who does this" in capsys.readouterr().err
    assert is_there(quiet, gone)
    assert main(["prune-audit", *where, "--by", BY]) == 0
    assert (is_there(quiet, gone), is_there(quiet, stays)) == (False, True)
    assert main(["verify-audit", *where]) == 0
    assert f"by {BY} (kept for 25 years): looks 1." in capsys.readouterr().out
    assert main(["prune-audit", *where, "--by", BY, "--dry-run"]) == 0
    assert "Nothing has to be erased." in capsys.readouterr().out
    do(quiet, "UPDATE index_looks SET reason = 'Another'")
    assert main(["prune-audit", *where, "--by", BY]) == 1
    assert "Nothing was erased. Please keep the database" in capsys.readouterr().err
    with pytest.raises(NotReady, match="who does this"):
        prune(quiet, YEARS, " ")

"""What the rule no longer keeps is erased from the audit's front: whole lines, and none that waits for anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from endpoint.accounting import add_account, set_state
from endpoint.accounts import AccountState, StaffAccount
from endpoint.auditing import export_of_child
from endpoint.chainproof import Broken, Noted, check_chain, verify_audit
from endpoint.cli import main
from endpoint.cutting import WaitsFor, years_before
from endpoint.door import Door
from endpoint.office import NotReady, open_door
from endpoint.pruning import look_ahead, prune
from endpoint.restoring import restore, take_backup
from endpoint.settings import Settings
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.accounts import list_changes
from endpoint.storage.chain import LineKind, bind, head, list_links
from endpoint.storage.cuts import newest_cut
from endpoint.storage.held import hold
from endpoint.storage.looks import Look, find_look, insert_look, insert_review, list_unreviewed
from endpoint.storage.tables import AUDIT_CUTS
from endpoint.times import now, to_text

BY = "Sam Okafor"
YEARS = 25
LONG_AGO, THEN, NOW = "1999-05-04T09:00:00Z", "2010-05-04T09:00:00Z", datetime(2026, 11, 26, 9, tzinfo=UTC)
"""The first is over its time at the last, the second is not."""
KAYDEN, OTHER = str(uuid4()), str(uuid4())


@pytest.fixture
def door(quiet_settings: Settings) -> Iterator[Door]:
    with closing(opened(quiet_settings)) as door:
        yield door


@pytest.fixture
def quiet(quiet_folder: Path) -> Iterator[Door]:
    with closing(opened(Settings(quiet_folder))) as door:
        yield door


def opened(settings: Settings) -> Door:
    door = at(open_door(settings), NOW)
    ask(door)
    return door


def ask(door: Door) -> None:
    """Let somebody ask something, so that the clock is believed."""
    with door.store.transaction() as tx:
        insert_access(tx, Access(to_text(door.now()), "a device", "changes.list", "", 200))


def at(door: Door, moment: datetime) -> Door:
    return replace(door, now=lambda: moment)


def look(door: Door, child: str, when: str, act: str = "open", device: str = "a device") -> str:
    made = Look(str(uuid4()), when, device, "Priya Nair", "0-19", act, child, "School", "", "{}", '"shown"', 200)
    with door.store.transaction() as tx:
        insert_look(tx, made)
    return made.look


def review(door: Door, of: str, when: str) -> None:
    with door.store.transaction() as tx:
        insert_review(tx, of, "the desk", when, "It was needed")


def is_there(door: Door, one: str) -> bool:
    with door.store.transaction() as tx:
        return find_look(tx, one) is not None


def do(door: Door, statement: str, **values: object) -> None:
    with door.store.transaction() as tx:
        tx.connection.execute(text(statement), values)


def account_from(door: Door, moment: datetime) -> StaffAccount:
    return add_account(at(door, moment), StaffAccount("", "Priya Nair", "Nurse", "0-19", "practitioner"), BY)


def places(door: Door) -> list[int]:
    with door.store.transaction() as tx:
        return [linked.n for linked in list_links(tx)]


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


def shield(door: Door) -> None:
    child = (
        "INSERT INTO index_children VALUES "
        "('E06000099', :child, '', '', '', '', '', '', 'known', 0, 1, 'feed', '9999-01-01', '9999-01-01')"
    )
    do(door, child, child=KAYDEN)


def shielded(door: Door) -> tuple[str, Callable[[], None]]:
    shield(door)
    return look(door, KAYDEN, LONG_AGO), lambda: do(door, "UPDATE index_children SET is_shielded = 0")


def held(door: Door) -> tuple[str, Callable[[], None]]:
    one, two = sorted((str(uuid4()), str(uuid4())))
    caf = "INSERT INTO index_cafs VALUES ('E06000099', :episode, :child, 'started', '', '', 'd', '')"
    do(door, caf, episode=one, child=KAYDEN)
    do(door, caf, episode=two, child=OTHER)
    with door.store.transaction() as tx:
        hold(tx, one, two, LONG_AGO)
    return look(door, KAYDEN, LONG_AGO), lambda: do(door, "UPDATE index_held SET how = 'different'")


def overridden(door: Door) -> tuple[str, Callable[[], None]]:
    found = look(door, KAYDEN, LONG_AGO, "override")
    return found, lambda: review(door, found, LONG_AGO)


def suspended(door: Door) -> tuple[str, Callable[[], None]]:
    then = at(door, datetime.fromisoformat(LONG_AGO))
    account = account_from(door, then.now())
    device = "INSERT INTO devices VALUES ('E06000099', 'hers', 'K', 'practitioner', 'P', :body, '', :account, '', '')"
    do(door, device, body=b"", account=account.account)
    found = look(door, KAYDEN, LONG_AGO, device="hers")
    set_state(then, account.account, AccountState.SUSPENDED, BY)
    return found, lambda: do_nothing_with(set_state(then, account.account, AccountState.OPEN, BY))


def do_nothing_with(_account: StaffAccount) -> None:
    """Let go of what an act returns."""


@pytest.mark.parametrize(
    ("begun", "why"),
    [
        (shielded, WaitsFor.SHIELDED),
        (held, WaitsFor.PAIR),
        (overridden, WaitsFor.REVIEW),
        (suspended, WaitsFor.SUSPENDED),
    ],
)
def test_a_line_stays_while_something_is_open_and_goes_when_that_is_done(
    quiet: Door, begun: Callable[[Door], tuple[str, Callable[[], None]]], why: WaitsFor
) -> None:
    goes = look(quiet, str(uuid4()), LONG_AGO)
    waits, settle = begun(quiet)
    front = prune(quiet, YEARS, BY)
    assert set(front.waits) == {why}
    assert (is_there(quiet, waits), is_there(quiet, goes)) == (True, False)
    assert verify_audit(quiet).lines == 1 + front.waits[why]
    settle()
    assert prune(quiet, YEARS, BY).waits == {}
    assert not is_there(quiet, waits)
    verify_audit(quiet)


def test_the_review_of_a_look_that_stays_stays_with_it_or_the_look_would_wait_for_another(quiet: Door) -> None:
    shield(quiet)
    one = look(quiet, KAYDEN, LONG_AGO, "override")
    review(quiet, one, LONG_AGO)
    look(quiet, OTHER, LONG_AGO)
    assert prune(quiet, YEARS, BY).waits == {WaitsFor.SHIELDED: 1, WaitsFor.LOOK: 1}
    with quiet.store.transaction() as tx:
        assert list_unreviewed(tx) == []


def test_a_longer_rule_keeps_from_then_on_what_stayed_before(quiet: Door) -> None:
    kept, settle = shielded(quiet)
    look(quiet, OTHER, LONG_AGO)
    prune(quiet, YEARS, BY)
    settle()
    assert prune(quiet, 2 * YEARS, BY).erased == []
    assert is_there(quiet, kept)
    verify_audit(quiet)


def test_what_stayed_goes_by_a_longer_rule_too_and_the_rest_of_it_goes_on_staying(quiet: Door) -> None:
    shield(quiet)
    very_old, kept = look(quiet, KAYDEN, "1970-05-04T09:00:00Z"), look(quiet, KAYDEN, LONG_AGO)
    look(quiet, OTHER, LONG_AGO)
    prune(quiet, YEARS, BY)
    do(quiet, "UPDATE index_children SET is_shielded = 0")
    assert prune(quiet, 2 * YEARS, BY).counts() == {"look": 1}
    assert (is_there(quiet, very_old), is_there(quiet, kept)) == (False, True)
    verify_audit(quiet)


def test_changes_of_a_suspended_account_stay_and_those_of_others_go(quiet: Door) -> None:
    then = at(quiet, datetime.fromisoformat(LONG_AGO))
    account = account_from(quiet, then.now())
    add_account(then, StaffAccount("", "Ann Example", "Nurse", "0-19", "practitioner"), BY)
    set_state(then, account.account, AccountState.SUSPENDED, BY)
    front = prune(quiet, YEARS, BY)
    assert (front.counts(), dict(front.waits)) == ({"account": 1}, {WaitsFor.SUSPENDED: 2})
    with quiet.store.transaction() as tx:
        assert [what for _, _, what in list_changes(tx, account.account)] == ["opened", "now suspended"]


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

"""Whose check or course lapses soon is told in the lease, in good time; nothing is stopped before its day."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace as replace_settings
from datetime import date, timedelta

import pytest
from ambleton import Laptop, Town
from msgspec.structs import replace

from endpoint.accountacts import policy_accepted
from endpoint.accounting import record_acceptance, record_check, record_training
from endpoint.accounts import (
    FOR_EVER,
    NEEDED,
    AccountState,
    Course,
    StaffAccount,
    Trained,
    Vetted,
    lapses_soon,
)
from endpoint.cli import main
from endpoint.office import open_door
from endpoint.storage.accounts import find_account_of_device, judge_devices
from protocol.certificates import check_directory
from protocol.codec import decode
from protocol.messages import CHECK, USE_POLICY, Lapse, SignedDirectory, SignedLease
from protocol.statements import Kind, check

NUMBER, BY = "900123456789", "Sam Okafor"
TODAY = date(2026, 11, 26)


def account(check_until: str, state: AccountState = AccountState.OPEN, **courses: str) -> StaffAccount:
    trained = tuple(Trained(Course(name.replace("_", "-")), "2026-01-06", until) for name, until in courses.items())
    vetted = Vetted(NUMBER, "2026-01-05", BY, check_until)
    return StaffAccount("a", "Priya Nair", "Nurse", "0-19", "practitioner", "", state, vetted, trained, "2026-01-07")


@pytest.mark.parametrize(
    ("check_until", "soon"),
    [
        ("2026-11-25", False),  # has lapsed: that is said where it stops
        ("2026-11-26", True),
        ("2026-12-26", True),
        ("2026-12-27", False),
        (FOR_EVER, False),
    ],
)
def test_what_lapses_is_told_from_so_many_days_before_up_to_its_last_day(check_until: str, *, soon: bool) -> None:
    found = lapses_soon(account(check_until, using_caf=FOR_EVER), TODAY, 30, NEEDED)
    assert found == ((Lapse(CHECK, check_until),) if soon else ())


def test_only_needed_courses_of_an_open_account_are_told_and_the_soonest_first() -> None:
    hers = account("2026-12-20", using_caf="2026-12-01", index="2026-12-02")
    assert lapses_soon(hers, TODAY, 30, NEEDED) == (Lapse("using-caf", "2026-12-01"), Lapse(CHECK, "2026-12-20"))
    assert [one.what for one in lapses_soon(hers, TODAY, 30, (Course.INDEX,))] == ["index", CHECK]
    assert lapses_soon(account("2026-12-20", AccountState.LEFT), TODAY, 30, NEEDED) == ()
    renewed = Trained(Course.USING, "2026-11-20", FOR_EVER)
    assert lapses_soon(replace(hers, trained=(*hers.trained, renewed)), TODAY, 30, NEEDED) == (
        Lapse(CHECK, "2026-12-20"),
    )


def test_what_the_use_policy_lacks_is_told_like_the_rest() -> None:
    hers = account(FOR_EVER, using_caf=FOR_EVER)
    assert lapses_soon(replace(hers, accepted_until="2026-12-05"), TODAY, 30, NEEDED) == (
        Lapse(USE_POLICY, "2026-12-05"),
    )
    for until in ("2026-11-25", "2026-12-27", FOR_EVER):
        assert lapses_soon(replace(hers, accepted_until=until), TODAY, 30, NEEDED) == ()
    recorded_before = replace(hers, accepted_on="2023-12-01")
    assert lapses_soon(recorded_before, TODAY, 30, NEEDED) == (Lapse(USE_POLICY, "2026-12-01"),)
    assert lapses_soon(replace(hers, accepted_on=""), TODAY, 30, NEEDED) == ()


@pytest.mark.parametrize(
    ("days", "until"), [(90, "2026-12-25"), (1096, "2029-09-26"), (0, FOR_EVER), (999_999_999, FOR_EVER)]
)
def test_an_agreement_counts_for_as_long_as_the_authority_says(days: int, until: str) -> None:
    hers = policy_accepted("2026-09-26", TODAY, days).change(account(FOR_EVER))
    assert (hers.accepted_on, hers.accepted_until) == ("2026-09-26", until)


def test_whoever_has_to_accept_the_use_policy_anew_sends_and_receives_nothing_until_it_is_recorded(
    town: Town, priya: Laptop
) -> None:
    assert priya.ask("GET", "/v1/changes").status_code == 200
    with closing(open_door(replace_settings(town.settings, policy_days=7))) as door:
        with door.store.transaction() as tx:
            hers = find_account_of_device(tx, priya.id)
        assert hers is not None
        today = door.now().date()
        record_acceptance(door, hers.account, (today - timedelta(days=8)).isoformat(), BY)
        answer = priya.ask("GET", "/v1/changes")
        assert (answer.status_code, answer.json()["why"]) == (403, "policy-lapsed")
        record_acceptance(door, hers.account, (today - timedelta(days=2)).isoformat(), BY)
        with door.store.transaction() as tx:
            judge_devices(tx, NEEDED)
    assert priya.ask("GET", "/v1/changes").status_code == 200
    assert Lapse(USE_POLICY, (today + timedelta(days=5)).isoformat()) in lease(town, priya).lease.lapses


def lease(town: Town, laptop: Laptop) -> SignedLease:
    answer = laptop.ask("GET", "/v1/lease", ecaf_version="3")
    signed = decode(answer.content, SignedLease)
    directory = decode((town.office.for_the_endpoint / "directory.json").read_bytes(), SignedDirectory)
    check_directory(directory, directory.root)
    assert signed.key in directory.directory.receipt_keys
    check(Kind.LEASE, signed.lease, signed.signature, signed.key)
    return signed


def test_the_lease_says_it_signed_to_whoever_understands_it_and_no_word_to_an_older_laptop(
    town: Town, priya: Laptop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_door(town.settings)) as door:
        with door.store.transaction() as tx:
            hers = find_account_of_device(tx, priya.id)
        assert hers is not None
        today = door.now().date()
        soon, late = ((today + timedelta(days=days)).isoformat() for days in (10, 40))
        record_check(door, hers.account, Vetted(NUMBER, "2026-01-05", BY, soon), BY)
        record_training(door, hers.account, Trained(Course.USING, "2026-01-06", late), BY)
    assert lease(town, priya).lease.lapses == (Lapse(CHECK, soon),)
    answer = priya.ask("GET", "/v1/lease", ecaf_version="2")
    assert set(answer.json()["lease"]) == {"device", "issued_at", "expires_at"}
    assert priya.ask("GET", "/v1/changes").status_code == 200  # nothing is stopped before its day
    monkeypatch.setenv("ECAF_ENDPOINT_DATABASE", town.database)
    assert main(["account", "lapsing", "--folder", str(town.folder)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith(hers.account)]
    assert lines == [f"{hers.account}  {hers.name}, {hers.job}, {hers.agency}: check until {soon}."]
    assert main(["account", "lapsing", "--days", "45", "--folder", str(town.folder)]) == 0
    found = [line for line in capsys.readouterr().out.splitlines() if line.startswith(hers.account)]
    assert [line.partition(": ")[2] for line in found] == [f"check until {soon}.", f"using-caf until {late}."]
    with closing(open_door(town.settings)) as door:
        record_check(door, hers.account, Vetted(NUMBER, "2026-01-05", BY, FOR_EVER), BY)
    assert lease(town, priya).lease.lapses == ()

"""Which courses somebody needs before anything is sent or received is the authority's to say."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from ambleton import Laptop, Town, problem_of, serving

from app.sync.troubles import EndpointRefused
from authority.office import Office
from endpoint.accounts import NEEDED, Course
from endpoint.cli import main
from endpoint.office import open_door, open_door_to_serve
from endpoint.settings import POLICY_DAYS, SettingWrong, from_environment, read_settings
from endpoint.storage.accounts import judge_devices

LEAD = (Course.LEAD,)


def judge(town: Town, needed: Sequence[Course]) -> int:
    with closing(open_door(town.settings)) as door, door.store.transaction() as tx:
        return judge_devices(tx, needed)


@pytest.fixture
def town_of_her_own(quiet_folder: Path) -> Town:
    return Town(Office.open(quiet_folder.parent / "office"), quiet_folder, "")


def test_where_another_course_is_needed_each_laptop_is_judged_by_it_and_again_by_the_old_ones(
    town: Town, priya: Laptop
) -> None:
    assert priya.ask("GET", "/v1/changes").status_code == 200
    try:
        assert judge(town, LEAD) > 0
        assert problem_of(priya.ask("GET", "/v1/changes")) == "account.not_ready"
    finally:
        judge(town, NEEDED)
    assert priya.ask("GET", "/v1/changes").status_code == 200
    assert judge(town, NEEDED) == 0


def test_what_the_endpoint_is_served_with_counts_for_the_commands_too(
    town_of_her_own: Town,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, code = town_of_her_own.folder, town_of_her_own.invite()  # she has done the usual courses
    monkeypatch.setenv("ECAF_ENDPOINT_COURSES", "lead-professional")
    with serving(folder) as (address, _):
        monkeypatch.delenv("ECAF_ENDPOINT_COURSES")
        laptop = Laptop(address)
        with pytest.raises(EndpointRefused) as met:
            laptop.enrol(code)
        assert "there is no training on record for you" in met.value.what
        assert main(["account", "list", "--data", str(folder)]) == 0
        account, _, said = capsys.readouterr().out.partition("  ")
        assert "training is missing" in said
        words = ["--course", "lead-professional", "--on", "2026-01-06", "--by", "Sam Okafor", "--data", str(folder)]
        assert main(["account", "train", account, *words]) == 0
        laptop.enrol(code)
        laptop.send("desk-1")


def test_how_long_the_use_policy_holds_is_what_it_was_served_with_last(quiet_folder: Path) -> None:
    town = Town(Office.open(quiet_folder.parent / "office"), quiet_folder, "")
    for served, said, kept in ((None, None, POLICY_DAYS), (90, None, 90), (0, None, 0), (90, 7, 7)):
        with closing(open_door_to_serve(replace(town.settings, policy_days=served))) as door:
            assert door.house.policy_days == (POLICY_DAYS if served is None else served)
        with closing(open_door(replace(town.settings, policy_days=said))) as door:
            assert door.house.policy_days == kept
    assert from_environment(quiet_folder, {"ECAF_ENDPOINT_POLICY_DAYS": "0"}).policy_days == 0
    assert from_environment(quiet_folder, {}).policy_days is None
    with pytest.raises(SettingWrong):
        from_environment(quiet_folder, {"ECAF_ENDPOINT_POLICY_DAYS": "-1"})


def test_a_served_endpoint_that_is_told_nothing_goes_back_to_the_usual_courses(town_of_her_own: Town) -> None:
    settings = town_of_her_own.settings
    open_door_to_serve(replace(settings, courses=LEAD)).close()
    with closing(open_door(settings)) as door:
        assert door.house.needed == LEAD
    open_door_to_serve(settings).close()
    with closing(open_door(settings)) as door:
        assert door.house.needed == NEEDED


def test_courses_are_named_in_the_file_or_the_environment_and_a_slip_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "endpoint.toml"
    file.write_text('courses = "using-caf, index,using-caf"')
    assert read_settings(tmp_path, file, {}).courses == (Course.USING, Course.INDEX)
    assert from_environment(tmp_path, {}).courses == ()
    for said in ("using-eCAF", "using-caf,", " "):
        with pytest.raises(SettingWrong, match="must name courses"):
            from_environment(tmp_path, {"ECAF_ENDPOINT_COURSES": said})

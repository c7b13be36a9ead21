"""The words of the second gate are offered in another language only once somebody has put their name to them."""

import json
from pathlib import Path

import pytest

from app.operations.policy import read_policy
from app.paths import resources

DEFAULT = resources() / "policy" / "default.json"


def languages(folder: Path, **welsh: str) -> list[str]:
    policy = json.loads(DEFAULT.read_text(encoding="utf-8"))
    policy["sharing_wording_elsewhere"] = [policy["sharing_wording_elsewhere"][0] | welsh]
    path = folder / "policy.json"
    path.write_text(json.dumps(policy), encoding="utf-8")
    return list(read_policy(path).sharing_wordings)


def test_welsh_comes_with_the_program_and_awaits_its_review() -> None:
    policy = read_policy(DEFAULT)
    assert [each.language for each in policy.sharing_wording_elsewhere] == ["cy"]
    assert list(policy.sharing_wordings) == ["en-GB"]
    assert policy.sharing_wordings["en-GB"].words == policy.sharing_wording


def test_reviewed_welsh_is_offered_after_our_own(tmp_path: Path) -> None:
    assert languages(tmp_path, reviewed_by="A translator", reviewed_on="2027-01-12") == ["en-GB", "cy"]


@pytest.mark.parametrize("half", [{"reviewed_by": "A translator"}, {"reviewed_on": "2027-01-12"}, {"reviewed_by": " "}])
def test_half_a_review_is_none(tmp_path: Path, half: dict[str, str]) -> None:
    assert languages(tmp_path, **half) == ["en-GB"]


def test_nothing_takes_the_place_of_our_own_words(tmp_path: Path) -> None:
    reviewed = {"language": "en-GB", "reviewed_by": "A translator", "reviewed_on": "2027-01-12"}
    assert languages(tmp_path, **reviewed) == ["en-GB"]
    path = tmp_path / "policy.json"
    assert read_policy(path).sharing_wordings["en-GB"].words == read_policy(DEFAULT).sharing_wording


def test_the_extra_pages_on_the_whole_family_are_off_until_an_authority_wants_them() -> None:
    policy = json.loads(DEFAULT.read_text(encoding="utf-8"))
    assert "early-help" not in policy.get("other_forms", [])
    assert "early-help" in {json.loads(path.read_bytes())["id"] for path in (resources() / "forms").glob("*.json")}

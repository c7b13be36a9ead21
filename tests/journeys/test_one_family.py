"""One family end to end through the real windows: the report is true, and a refusal is kind and leaves nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from marked import EXAMPLE
from plays import Play

from app.storage.seats import seat_folder
from app.storage.vault import open_vault
from demonstration.__main__ import main

FACTS = ("finished", "sent", "received", "imported", "verified")


def everything_of_the_child(play: Play) -> str:
    """Return all that the practitioner's vault holds, but for who they are and what they did."""
    vault = open_vault(seat_folder(play.home("practitioner"), ""), play.passphrases["practitioner"])
    with vault.transaction() as tx:
        names = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
        its = [name for name in names if not name.startswith("sqlite_") and name not in {"enrolment", "audit"}]
        rows = [tuple(row) for name in its for row in tx.all(f"SELECT * FROM {name}")]  # noqa: S608 -- the schema's own names
    vault.lock()
    return repr(rows)


def test_the_whole_way_ends_well_and_says_so(whole: Play) -> None:
    assert whole.code == 0, whole.said
    assert all(whole.report[fact] is True for fact in FACTS)
    assert (whole.report["refused"], whole.report["stopped"]) == ("", "")
    assert "as expected" in whole.said


def test_nothing_complains_on_the_way(whole: Play) -> None:
    assert whole.complained == ""
    logs = [path.read_text(encoding="utf-8") for path in whole.out.rglob("ecaf.log*")]
    assert logs
    assert not any("ERROR" in line or "WARNING" in line for line in logs)


def test_the_whole_way_leaves_numbered_pictures_a_copy_and_how_long_it_took(whole: Play) -> None:
    pictures = sorted(path.name for path in whole.out.glob("*.png"))
    assert [name[:3] for name in pictures] == [f"{number:02}-" for number in range(1, len(pictures) + 1)]
    assert len(pictures) > 20
    assert (whole.out / "family-copy.pdf").read_bytes().startswith(b"%PDF-")
    assert all(seconds >= 0 for seconds in whole.report["seconds"].values())


def test_the_folders_of_a_play_are_for_its_owner_alone(whole: Play) -> None:
    shared = [path for path in (whole.out / "work").rglob("*") if path.is_file() and path.stat().st_mode & 0o077]
    assert shared == []


def test_a_family_who_would_rather_not_be_on_a_computer_is_refused_kindly_as_expected(not_on_a_computer: Play) -> None:
    assert not_on_a_computer.code == 0, not_on_a_computer.said
    assert "computer" in not_on_a_computer.report["refused"]
    assert not any(not_on_a_computer.report[fact] for fact in FACTS)
    assert any("refused" in path.name for path in not_on_a_computer.out.glob("*.png"))


def test_after_their_no_nothing_of_the_child_is_left_in_the_vault(not_on_a_computer: Play) -> None:
    left = everything_of_the_child(not_on_a_computer)
    for words in ("Mason", "Reid", "2020-10-09", "Heron Close", "999 410 1854", "Carly", "A cough since September"):
        assert words not in left
    assert list(not_on_a_computer.home("practitioner").rglob("*.ecaf")) == []


def test_without_a_reason_it_is_refused_before_signing_and_the_reason_is_named(no_reason: Play) -> None:
    assert no_reason.code == 0, no_reason.said
    assert "why we are talking now" in no_reason.report["refused"]
    assert not any(no_reason.report[fact] for fact in FACTS)
    assert not (no_reason.out / "family-copy.pdf").exists()


def test_what_was_written_before_that_refusal_is_still_there(no_reason: Play) -> None:
    left = everything_of_the_child(no_reason)
    assert "Calm and kind with smaller children" in left
    assert "ask gently next time" in left


def test_an_end_that_was_not_expected_is_a_failure(expected_otherwise: Play) -> None:
    assert expected_otherwise.code == 1
    assert "not as the case expects" in expected_otherwise.said


def wrong(change: dict[str, Any]) -> dict[str, Any]:
    case: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for key, value in change.items():
        case[key] = {**case[key], **value} if isinstance(value, dict) else value
    return case


@pytest.fixture
def same_umask() -> Iterator[None]:
    """Give back the mask for new files, which a play sets for its own process."""
    before = os.umask(0o077)
    os.umask(before)
    yield
    os.umask(before)


@pytest.mark.usefixtures("same_umask")
@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"weather": "rain"}, "weather"),
        ({"child": {"star_sign": "Libra"}}, "$.child"),
        ({"answers": {"d1.behaviour.mood": "sunny"}}, "d1.behaviour.mood"),
        ({"answers": {"co.review": "next spring"}}, "co.review"),
        ({"answers": {"ac": [{"ac.weather": "rain"}]}}, "ac.weather"),
        ({"checklist": {"pre.q99": "yes"}}, "pre.q99"),
        ({"withheld": ["d9.nothing"]}, "d9.nothing"),
    ],
)
def test_a_case_that_is_not_as_described_is_refused_before_anything_starts(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    change: dict[str, Any],
    place: str,
) -> None:
    case, out = tmp_path / "case.json", tmp_path / "out"
    case.write_text(json.dumps(wrong(change)), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["demonstration", "--case", str(case), "--out", str(out)])
    assert main() == 1
    assert place in capsys.readouterr().out
    assert not out.exists()

"""A case file that is not as described is refused before anything starts, and the place is named."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from marked import EXAMPLE

from demonstration.__main__ import main


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

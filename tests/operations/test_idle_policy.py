"""However an authority sets it, a vault locks after one to fifteen minutes without a touch."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from app.operations.policy import read_policy
from app.paths import resources


def policy_with(folder: Path, seconds: int) -> Path:
    """Write the default policy with another idle time."""
    policy = json.loads((resources() / "policy" / "default.json").read_text(encoding="utf-8"))
    path = folder / "policy.json"
    path.write_text(json.dumps(policy | {"idle_lock_seconds": seconds}), encoding="utf-8")
    return path


@pytest.mark.parametrize("seconds", [60, 300, 900])
def test_what_is_safe_is_taken_as_it_is(tmp_path: Path, seconds: int) -> None:
    assert read_policy(policy_with(tmp_path, seconds)).lock_after_seconds == seconds


@pytest.mark.parametrize(("seconds", "taken"), [(-5, 60), (0, 60), (59, 60), (901, 900), (86_400, 900), (10**15, 900)])
def test_outside_it_the_nearest_safe_time_is_taken_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, seconds: int, taken: int
) -> None:
    logger = logging.getLogger("ecaf")
    logger.addHandler(caplog.handler)
    try:
        with caplog.at_level(logging.INFO, "ecaf"):
            assert read_policy(policy_with(tmp_path, seconds)).lock_after_seconds == taken
    finally:
        logger.removeHandler(caplog.handler)
    assert f"it must be 60 to 900, so it locks after {taken}" in caplog.text

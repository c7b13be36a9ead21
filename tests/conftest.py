"""What holds for every test: no stray warning, no network but loopback, no real home folder, windows unseen."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def unexpected_log_lines_fail(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning in our own log that no test asked for."""
    yield
    lines = [line for when in ("setup", "call") for line in caplog.get_records(when)]
    unexpected = [line.getMessage() for line in lines if line.levelno >= logging.WARNING]
    if unexpected:
        pytest.fail(f"unexpected log lines: {unexpected}")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the home folder of whoever runs it."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the rigs of ``tests/faults`` run for their full figures, which takes hours."""
    parser.addoption("--long", action="store_true", help="run the rigs of tests/faults in full and write the figures")
    parser.addoption("--kills", type=int, default=300, help="with --long: how many of each the figures are to hold")


def pytest_configure(config: pytest.Config) -> None:
    """Have made-up inputs be the same in every run, so that a change is what turns a test red; new ones with --long."""
    settings.register_profile("the same each time", derandomize=not config.getoption("--long"))
    settings.load_profile("the same each time")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what takes longest for ``--long``: such a test looks again, in another way, at what a shorter one shows."""
    for item in items:
        if item.get_closest_marker("slow") is not None and not config.getoption("--long"):
            item.add_marker(pytest.mark.skip(reason="runs with --long"))

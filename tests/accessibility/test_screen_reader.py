"""A screen reader over the real accessibility bus: the program survives it, and can be read and written through it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import screen

HERE = Path(__file__).parent
LONG_SECONDS = 120


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start a display of our own."""
    with screen.display() as number:
        yield number


@pytest.fixture(scope="module")
def found(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the screen reader found on one visit."""
    if lacking := screen.missing():
        pytest.skip(f"NOT RUN: no screen reader without {lacking}")
    folder = tmp_path_factory.mktemp("walked")
    program = [sys.executable, str(HERE / "walked_program.py"), str(folder)]
    command = ["dbus-run-session", "--", screen.SYSTEM_PYTHON, str(HERE / "walker.py"), *program]
    environment = {**os.environ, "DISPLAY": display, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    done = subprocess.run(  # noqa: S603 - our own programs
        command, env=environment, capture_output=True, text=True, timeout=LONG_SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def test_walking_the_window_while_its_pages_change_never_ends_the_program(found: dict[str, Any]) -> None:
    assert found["turned"] == "turned"
    assert found["alive"]
    assert found["met"] > 500


def test_every_control_says_what_it_is_and_what_it_is_called(found: dict[str, Any]) -> None:
    assert found["heading"]
    assert found["mute"] == []


def test_words_written_through_a_screen_reader_reach_the_draft(found: dict[str, Any]) -> None:
    assert found["kept"] == "Said through a screen reader"


def test_hide_now_takes_the_childs_name_off_the_bus(found: dict[str, Any]) -> None:
    assert found["name before"]
    assert not found["name after"]
    assert found["title"] == "eCAF"

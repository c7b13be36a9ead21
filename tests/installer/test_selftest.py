"""The program can say of itself whether it is whole, and what is missing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app import selftest


def test_a_whole_program_says_so() -> None:
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "app", "--selftest"]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.stdout.splitlines() == [f"good: {part}" for part in selftest.PARTS]
    assert done.returncode == 0


def test_what_is_missing_is_named_by_its_kind_and_the_rest_is_still_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> None:
        raise FileNotFoundError("/home/somebody/secret")

    monkeypatch.setattr(selftest, "PARTS", {"the fonts": missing, "the forms": selftest.read_the_forms})
    assert selftest.run() == 1
    assert capsys.readouterr().out == "FAILED: the fonts (FileNotFoundError)\ngood: the forms\n"

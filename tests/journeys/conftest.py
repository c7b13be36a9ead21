"""The plays that several tests look at, each played once; two run at a time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from marked import EXAMPLE, MarkedCase
from plays import Play, played

TESTS = Path(__file__).parent.parent
sys.path.extend(str(TESTS / folder) for folder in ("operations", "gates", "endpoint", "sync", "ui"))


KEPT_FROM_DESK = Path(__file__).parent / "cases" / "twin-kept-from-the-desk.json"
DECLINED = "They declined electronic recording."


def example(**changes: Any) -> dict[str, Any]:
    """Return the example family's case with some of its parts changed."""
    case: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return {**case, **changes}


def cases() -> dict[str, dict[str, Any]]:
    """Return the cases to be played, by name; the longest first."""
    said_no = {"consent_to_start": {**example()["consent_to_start"], "electronic_recording": False}}
    answers = {link_id: answer for link_id, answer in example()["answers"].items() if link_id != "as.reason"}
    return {
        "whole": MarkedCase().case,
        "no reason": example(answers=answers, expect={"refused": DECLINED}),
        "not on a computer": example(**said_no, expect={"refused": DECLINED}),
        "kept from the desk": json.loads(KEPT_FROM_DESK.read_text(encoding="utf-8")),
    }


@pytest.fixture(scope="session")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Play]]]:
    """Start all the plays, two at a time, and give each when it is over."""
    folder = tmp_path_factory.mktemp("plays")
    with ThreadPoolExecutor(2) as stage:
        yield {name: stage.submit(played, written(folder, name, case), folder / name) for name, case in cases().items()}


def written(folder: Path, name: str, case: dict[str, Any]) -> Path:
    """Write a case beside the folder of its play."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def marked() -> MarkedCase:
    """Give the marked words of the whole play."""
    return MarkedCase()


@pytest.fixture(scope="session")
def whole(plays: dict[str, Future[Play]]) -> Play:
    """Play one family end to end, with a mark in every word."""
    return plays["whole"].result()


@pytest.fixture(scope="session")
def no_reason(plays: dict[str, Future[Play]]) -> Play:
    """Play a family of whom nobody wrote down why we are talking now; the case expects another end."""
    return plays["no reason"].result()


@pytest.fixture(scope="session")
def not_on_a_computer(plays: dict[str, Future[Play]]) -> Play:
    """Play a family who would rather not be on a computer."""
    return plays["not on a computer"].result()


@pytest.fixture(scope="session")
def kept_from_desk(plays: dict[str, Future[Play]]) -> Play:
    """Play a family who let nobody at the early help desk read it."""
    return plays["kept from the desk"].result()

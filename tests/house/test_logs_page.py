"""The page on logs names every log, every column and every event there is, and nothing else writes one."""

from __future__ import annotations

import inspect
import json
import logging
import re
from pathlib import Path

import pytest

import endpoint.resources.index
import endpoint.resources.indexreview
from app.storage.audit import Act, Line
from endpoint import loglines
from endpoint.audit import Action
from endpoint.loglines import LOGGER, JsonLines, log_answer, log_kind
from endpoint.reviewing import READING
from endpoint.storage.chain import LineKind
from endpoint.storage.looks import OVERRIDE
from endpoint.storage.tables import METADATA
from endpoint.visit import problem_answer
from protocol.problems import Problem

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "logs.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("\n## ")[0].splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| log |"))
]
ROOMS = ("app", "protocol", "endpoint", "authority")
WRITERS = {
    "app/log.py": "a laptop's own lines",
    "endpoint/loglines.py": "the endpoint's own lines",
    "endpoint/outside.py": "what was given",
    "authority/holders.py": "uses of escrow keys",
}
"""Where lines are added to something that lies outside a database."""


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def row(log: str) -> list[str]:
    return next(one for one in ROWS if one[0] == log)


def events(start: str) -> list[str]:
    """Return what is listed after "is one of" in the point that begins so."""
    point = PAGE.partition(f"\n- **{start}")[2].partition("\n- ")[0]
    return code(point.partition("is one of ")[2].partition(". ")[0].partition(".\n")[0])


def test_every_column_of_every_log_in_the_database_is_on_the_page() -> None:
    named = {name: code(one[2]) for one in ROWS for name in code(one[1]) if name in METADATA.tables}
    assert set(named) == {
        "accesses", "access_seals", "audit_cuts", "index_looks", "index_reviews", "account_changes", "audit_chain",
        "anchor_breaks",
    }  # fmt: skip
    for name, columns in named.items():
        there = {column.name for column in METADATA.tables[name].columns} - {"authority"}
        assert set(columns) == there, name
    assert code(row("a laptop's audit")[2]) == list(Line._fields)


def test_every_word_of_the_endpoints_own_lines_is_on_the_page(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER.name):
        log_answer("GET", "/v1/lease", problem_answer(Problem.SIGNATURE_WRONG), 0.1, 0)
        log_kind("OSError", "door.py:7")
        logging.getLogger("some.library").warning("words")
    lines = [json.loads(JsonLines().format(one)) for one in caplog.records]
    caplog.clear()
    assert {name for line in lines for name in line} == set(code(row("the endpoint's own lines")[2]))
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["time"]) for line in lines)


def test_every_event_is_on_the_page_or_in_the_glossary_it_names() -> None:
    assert events("`accesses`") == list(Action)
    assert events("`audit_chain`") == list(LineKind)
    looks, names = {OVERRIDE, READING}, ("SEARCH", "OPEN", "NOTE", "REVIEWS", "REVIEW", "HELD", "SETTLE", "SETTLED")
    for module in (endpoint.resources.index, endpoint.resources.indexreview):
        looks |= {getattr(module, name) for name in names if hasattr(module, name)}
    assert set(events("`index_looks`")) == looks
    assert {one for one in (*Act, *Action) if f"`{one}`" not in GLOSSARY} == set()


def test_nothing_else_writes_a_log() -> None:
    adds = re.compile(
        r"logging\.\w*Handler\(|RotatingFileHandler\(|\.open\(\"ab?\+?\"|open\([^)]*\"ab?\+?\"|syslog|basicConfig"
    )
    found = {
        file.relative_to(ROOT).as_posix()
        for room in ROOMS
        for file in (ROOT / room).rglob("*.py")
        if adds.search(file.read_text(encoding="utf-8"))
    }
    assert found == set(WRITERS)
    assert set(WRITERS.values()) <= {one[0] for one in ROWS}


def test_times_are_in_utc_and_the_guide_keeps_the_clock_right() -> None:
    assert "time.gmtime" in inspect.getsource(loglines)
    assert "converter = time.gmtime" in (ROOT / "app" / "log.py").read_text(encoding="utf-8")
    assert "timedatectl set-ntp true" in GUIDE
    assert "NTPSynchronized" in GUIDE

"""Whatever the endpoint keeps has its level on the page, and what a family said stands there sealed or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import endpoint.outside
import endpoint.storage.index_tables
from endpoint.settings import RECEIPT_KEY
from endpoint.storage.tables import METADATA
from protocol.messages import EnvelopeKind

PAGE = (Path(__file__).parent.parent.parent / "docs" / "sensitive.md").read_text(encoding="utf-8")
LEVELS = ["open", "staff", "child", "family", "restricted", "key"]
SEALED = {"sealed", "piece"}
"""The columns in which bytes stand that the endpoint has no key to."""


def section(number: int) -> str:
    return PAGE.partition(f"\n## {number}. ")[2].partition("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("|---")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def tables() -> dict[str, str]:
    """Return the level of each table."""
    return {name: row[0] for row in rows(section(3))[1:] for name in code(row[1])}


def test_every_level_has_its_rule_for_everything_a_rule_is_for() -> None:
    assert [row[0] for row in rows(section(1))[1:]] == LEVELS
    heading, *rules = rows(section(2))
    assert heading[1:] == LEVELS
    assert len(rules) >= 10
    assert all(len(row) == 7 and all(row) for row in rules)


def test_every_table_of_the_endpoint_has_one_level() -> None:
    named = [name for row in rows(section(3))[1:] for name in code(row[1])]
    assert len(named) == len(set(named))
    assert set(METADATA.tables) - set(named) == set(), "say in docs/sensitive.md how sensitive these are"
    assert set(named) - set(METADATA.tables) == set()


def test_what_a_family_said_stands_in_the_database_sealed_alone() -> None:
    for name in [name for name, level in tables().items() if level == "family"]:
        binary = {column.name for column in METADATA.tables[name].columns if str(column.type) in {"BLOB", "BYTEA"}}
        assert binary <= SEALED, name
        others = {column.name for column in METADATA.tables[name].columns} - binary
        assert others <= {"authority", "id", "device", "sha256", "place"}, name


def test_every_file_beside_the_database_has_its_level() -> None:
    own = Path(endpoint.outside.__file__).read_text(encoding="utf-8")
    files = {*re.findall(r'self\.folder / "([^"]+)"', own), RECEIPT_KEY}
    beside = section(3).partition("Its files")[2].partition("\n\n")[0]
    assert set(code(beside)) == files


def test_every_kind_of_envelope_is_named_as_sealed() -> None:
    line = next(line for line in section(3).splitlines() if line.startswith("Every kind of envelope"))
    assert code(line) == list(EnvelopeKind)

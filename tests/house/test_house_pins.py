"""How soon a weak library is replaced is promised in one place, and the command that looks goes by the same number."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from test_house_documents import the_commands

ROOT = Path(__file__).parent.parent.parent
MADE = re.compile(r"made anew last on (\d{4}-\d\d-\d\d)")


def test_each_sort_of_weakness_has_its_days_and_the_worst_the_fewest() -> None:
    promise = (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("## How soon")[2].partition("\n## ")[0]
    days = [int(one) for one in re.findall(r"^\| .* \| (\d+) days \|$", promise, re.MULTILINE)]
    assert days == sorted(days) == [7, 30, 90, 90]
    assert days[-1] == the_commands().PINS_DAYS


def test_the_command_says_how_old_the_pins_are_and_when_that_is_too_old() -> None:
    page = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    (made,) = MADE.findall(page)
    commands, day = the_commands(), date.fromisoformat(made)
    said = commands.pins_said(day + timedelta(days=7))
    assert "made anew 7 days ago" in said
    assert int(said.split()[0]) > 50
    assert "more than" not in said
    assert "more than the 90 that SECURITY.md promises" in commands.pins_said(day + timedelta(days=91))
    assert commands.arguments_of(["pins"]).act is commands.show_pins

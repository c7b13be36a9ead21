"""The table of how several cases ended, made from their reports; it says nothing that a report does not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

HEAD = "| case | how it ended | as expected | seconds |\n|---|---|---|---|\n"


def table(out: Path, codes: Mapping[Path, int]) -> str:
    """Return a table in Markdown, one line for each case played into a folder below ``out``."""
    return HEAD + "".join(_line(file, out / file.stem / "report.json", code) for file, code in codes.items())


def _line(file: Path, report: Path, code: int) -> str:
    if not report.exists():
        return f"| {file.stem} | not begun: the file is not as described | {_yes(code)} | |\n"
    facts = json.loads(report.read_text(encoding="utf-8"))
    ended = " ".join(str(facts["ended"]).split()).replace("|", "/")
    return f"| {file.stem} | {ended} | {_yes(code)} | {facts['seconds']['whole']:.0f} |\n"


def _yes(code: int) -> str:
    return "yes" if code == 0 else "**no**"

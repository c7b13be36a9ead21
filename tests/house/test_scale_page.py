"""What the page on scale says was measured is what the files say, and each way beyond one machine fits the tables."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from endpoint.storage.tables import METADATA

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| .* \| (\d.*?) \| `(\S+\.json)` \|$", PAGE, re.MULTILINE)


def medians(file: str) -> dict[str, float]:
    found: dict[str, Any] = json.loads((ROOT / "benchmarks" / "results" / file).read_bytes())["result"]["aspects"]
    return {aspect: sides["ours"]["median"] for aspect, sides in found.items()}


def test_each_figure_is_the_one_in_its_file() -> None:
    assert len(ROWS) == 11
    for said, file in ROWS:
        known = {f"{value:g}" for value in medians(file).values()}
        assert set(re.findall(r"[\d.]+\d", said)) <= known


def test_what_follows_from_them_follows() -> None:
    for words, file in (("about 760 of them a second", "submit-sqlite.json"), ("640 on", "submit-postgresql.json")):
        assert words in re.sub(r"\s+", " ", PAGE)
        said = int(re.findall(r"\d+", words)[0])
        assert round(1000 / medians(file)["wall, ms"], -1) == said
    assert f"{medians('match-sqlite.json')['wall, ms']} ms" in PAGE


def test_every_key_of_every_table_begins_with_the_authority() -> None:
    for table in METADATA.tables.values():
        for key in (*table.constraints, *table.indexes):
            columns = [column.name for column in getattr(key, "columns", ())]
            assert columns[:1] in (["authority"], [])

"""``python -m demonstration``: families' visits played through the real windows, unseen, and reported truthfully."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.domain.sharing import DESK
from app.errors import Trouble
from app.forms.definition import FormLibrary
from app.paths import resources
from demonstration.case import Case, CaseFaulty
from demonstration.director import Director, PlayStopped, Town, clear
from demonstration.readback import read_author, read_desk, report
from demonstration.reading import read_case
from demonstration.results import table
from demonstration.script import covered, grid, reaches_desk
from demonstration.verdict import how_it_ended

DEFAULT_CASE = resources() / "examples" / "mason-reid.json"
PRACTITIONER, COORDINATOR = "practitioner", "coordinator"


def say(words: str) -> None:
    """Tell the person at the terminal what is happening."""
    print(f"· {words}", flush=True)


def main() -> int:
    """Play one case, or every case in a folder; return 0 when each ended as it expects."""
    parser = argparse.ArgumentParser(prog="demonstration", description=__doc__)
    parser.add_argument("--case", type=Path, default=DEFAULT_CASE)
    parser.add_argument(
        "--all", type=Path, help="a folder: play every case file in it, and leave a table of how they ended"
    )
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    os.umask(0o077)
    if arguments.all is not None:
        return play_all(sorted(arguments.all.glob("*.json")), arguments.out)
    return play_file(arguments.case, arguments.out)


def play_all(files: list[Path], out: Path) -> int:
    """Play several cases, each into a folder of its own; return 0 when each ended as it expects."""
    codes: dict[Path, int] = {}
    for file in files:
        say(f"{file.stem}:")
        codes[file] = play_file(file, out / file.stem)
    if files:
        (out / "results.md").write_text(table(out, codes), encoding="utf-8")
    say(f"{list(codes.values()).count(0)} of {len(files)} ended as expected")
    return 0 if files and not any(codes.values()) else 1


def play_file(file: Path, out: Path) -> int:
    """Play the case in a file. What is not as described is refused before anything starts."""
    try:
        case = read_case(file, FormLibrary(resources() / "forms"))
    except CaseFaulty as fault:
        for line in str(fault).splitlines():
            say(line)
        return 1
    try:
        clear(out)
    except OSError as fault:
        say(f"Nothing can be left in {out} ({fault.strerror}). Please name another folder.")
        return 1
    return play(case, file, out)


def play(case: Case, case_file: Path, out: Path) -> int:
    """Play a case into a folder and write the report."""
    started = time.monotonic()
    work = out / "work"
    work.mkdir()
    say("a practice authority and its endpoint are made")
    town = Town(work)
    director = Director(town, case, case_file, out, say)
    facts: dict[str, Any] = {}
    stopped = ""
    try:
        town.start()
        play_acts(director)
        facts = read_back(director, town, case)
    except (PlayStopped, Trouble) as fault:
        stopped = str(fault)
    finally:
        town.stop()
    facts |= {"refused": director.refused, "stopped": stopped}
    facts["seconds"] = director.seconds | {"whole": round(time.monotonic() - started, 2)}
    words, as_expected = how_it_ended(case, facts, to_desk=reaches_desk(case, datetime.now(UTC).date()))
    facts |= {"ended": words, "as_expected": as_expected}
    (out / "report.json").write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return verdict(case, facts)


def play_acts(director: Director) -> None:
    """Play the acts in order. A kind refusal ends the story there; what is not released reaches no coordinator."""
    director.play("visit", PRACTITIONER)
    if director.refused:
        return
    if director.released:
        director.play("coordinator", COORDINATOR)
    director.play("author", PRACTITIONER)


def read_back(director: Director, town: Town, case: Case) -> dict[str, Any]:
    """Read the facts from the vaults and the endpoint."""
    author = read_author(town.folder / PRACTITIONER, director.passphrases[PRACTITIONER], case)
    desk_words = director.passphrases.get(COORDINATOR)
    desk = read_desk(town.folder / COORDINATOR, desk_words) if desk_words else {}
    form = FormLibrary(resources() / "forms").by_name("caf-assessment")
    return report(author, desk, town.ledger(), covered(form, kept_from_desk(case)))


def kept_from_desk(case: Case) -> list[str]:
    """Return the lines the family hold back from the desk, by what the case calls them."""
    return [*case.withheld, *(line for row in grid(case) if row.name == DESK.name for line in row.withheld)]


def verdict(case: Case, facts: dict[str, Any]) -> int:
    """Say how it ended and whether that is what the case expects; return the exit code."""
    say(facts["ended"])
    wanted = case.expect.refused or ("finished" if case.expect.finished else "a kind refusal")
    say("as expected" if facts["as_expected"] else f"not as the case expects: {wanted}")
    return 0 if facts["as_expected"] else 1


if __name__ == "__main__":
    sys.exit(main())

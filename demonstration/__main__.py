"""``python -m demonstration``: one family's visit played through the real windows, unseen, and reported truthfully."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from app.errors import Trouble
from app.forms.definition import FormLibrary
from app.paths import resources
from demonstration.case import Case, CaseFaulty, read_case
from demonstration.director import Director, PlayStopped, Town, clear
from demonstration.readback import read_author, read_desk, report
from demonstration.verdict import how_it_ended

DEFAULT_CASE = resources() / "examples" / "mason-reid.json"
PRACTITIONER, COORDINATOR = "practitioner", "coordinator"


def say(words: str) -> None:
    """Tell the person at the terminal what is happening."""
    print(f"· {words}", flush=True)


def main() -> int:
    """Play a case; return 0 when it ended as the case expects."""
    parser = argparse.ArgumentParser(prog="demonstration", description=__doc__)
    parser.add_argument("--case", type=Path, default=DEFAULT_CASE)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    os.umask(0o077)
    try:
        case = read_case(arguments.case, FormLibrary(resources() / "forms"))
    except CaseFaulty as fault:
        say(str(fault))
        return 1
    return play(case, arguments.case, arguments.out)


def play(case: Case, case_file: Path, out: Path) -> int:
    """Play a case into a folder and write the report."""
    started = time.monotonic()
    clear(out)
    work = out / "work"
    work.mkdir()
    say("a practice authority and its endpoint are made")
    town = Town(work)
    director = Director(town, case, case_file, out, say)
    facts: dict[str, Any] = {"finished": False, "sent": False, "received": False, "imported": False, "verified": False}
    stopped = ""
    try:
        town.start()
        play_acts(director)
        facts = read_back(director, town)
    except (PlayStopped, Trouble) as fault:
        stopped = str(fault)
    finally:
        town.stop()
    facts |= {"refused": director.refused, "stopped": stopped}
    facts["seconds"] = director.seconds | {"whole": round(time.monotonic() - started, 2)}
    (out / "report.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    return verdict(case, facts)


def play_acts(director: Director) -> None:
    """Play the acts in order; a kind refusal ends the story there."""
    director.play("visit", PRACTITIONER)
    if not director.refused:
        director.play("coordinator", COORDINATOR)
        director.play("author", PRACTITIONER)


def read_back(director: Director, town: Town) -> dict[str, Any]:
    """Read the facts from the vaults and the endpoint."""
    author = read_author(town.folder / PRACTITIONER, director.passphrases[PRACTITIONER])
    desk_words = director.passphrases.get(COORDINATOR)
    desk = read_desk(town.folder / COORDINATOR, desk_words) if desk_words else {}
    return report(author, desk, town.ledger())


def verdict(case: Case, facts: dict[str, Any]) -> int:
    """Say how it ended and whether that is what the case expects; return the exit code."""
    words, as_expected = how_it_ended(case, facts)
    say(words)
    say("as expected" if as_expected else f"not as the case expects: {case.expect.refused or 'finished'}")
    return 0 if as_expected else 1


if __name__ == "__main__":
    sys.exit(main())

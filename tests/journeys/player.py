"""Plays a case in a process of its own, and hands the passphrases to the test over a pipe and nowhere else.

``python player.py CASE OUT SNAPSHOTS PIPE``: at each step the play's working folder is copied aside, so that what
stands on the disk for a moment only can be searched too.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from demonstration import __main__ as play
from demonstration.director import Director


def main() -> int:
    """Play, and return the demonstration's own exit code."""
    case, out, snapshots, pipe = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    directors: list[Director] = []
    said, first_play = play.say, Director.play

    def say(words: str) -> None:
        said(words)
        if (out / "work").exists():
            keep_aside(out / "work", snapshots)

    def overheard(director: Director, act: str, seat: str) -> None:
        directors.append(director)
        first_play(director, act, seat)

    sys.argv = ["demonstration", "--case", case, "--out", str(out)]
    with pytest.MonkeyPatch.context() as listening:
        listening.setattr(play, "say", say)
        listening.setattr(Director, "play", overheard)
        code = play.main()
    os.write(pipe, json.dumps(directors[-1].passphrases if directors else {}).encode())
    return code


def keep_aside(work: Path, snapshots: Path) -> None:
    """Copy the working folder; a file that goes while it is copied is nobody's loss."""
    number = len(list(snapshots.glob("*"))) if snapshots.exists() else 0
    try:
        shutil.copytree(work, snapshots / f"{number:02}")
    except shutil.Error as fault:
        if any("No such file" not in str(why) for _, _, why in fault.args[0]):
            raise


if __name__ == "__main__":
    sys.exit(main())

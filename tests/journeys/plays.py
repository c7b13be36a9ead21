"""Plays of the demonstration as whole processes, two at a time, each with all its folders in one place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
_PLACES = {
    "TMPDIR": "tmp",
    "HOME": "home",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
PATIENCE_SECONDS = 600


@dataclass(frozen=True)
class Play:
    """A play that is over. All it wrote stands under ``folder``."""

    folder: Path
    code: int
    passphrases: dict[str, str] = field(repr=False)

    @property
    def out(self) -> Path:
        """The folder of pictures, copy and report."""
        return self.folder / "out"

    @property
    def said(self) -> str:
        """What was said on the terminal."""
        return (self.folder / "stdout").read_text(encoding="utf-8")

    @property
    def complained(self) -> str:
        """What came out as errors."""
        return (self.folder / "stderr").read_text(encoding="utf-8")

    @property
    def report(self) -> dict[str, Any]:
        """The report."""
        facts: dict[str, Any] = json.loads((self.out / "report.json").read_text(encoding="utf-8"))
        return facts

    def home(self, seat: str) -> Path:
        """Return the home folder of one of the people in the play."""
        return self.out / "work" / seat


def played(case: Path, folder: Path) -> Play:
    """Play a case to its end. Only what the player itself writes stands in ``folder``; the case stands elsewhere."""
    for place in _PLACES.values():
        (folder / place).mkdir(parents=True, mode=0o700)
    environment = {
        **os.environ,
        **{name: str(folder / place) for name, place in _PLACES.items()},
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    hears, tells = os.pipe()
    player = [sys.executable, str(Path(__file__).parent / "player.py"), str(case), str(folder / "out")]
    with (folder / "stdout").open("w") as out, (folder / "stderr").open("w") as err, os.fdopen(hears) as pipe:
        process = subprocess.Popen(  # noqa: S603 -- our own program
            [*player, str(folder / "steps"), str(tells)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env=environment,
            cwd=ROOT,
            pass_fds=(tells,),
        )
        os.close(tells)
        try:
            code = process.wait(PATIENCE_SECONDS)
        finally:
            process.kill()
            process.wait()
        return Play(folder, code, json.loads(pipe.read() or "{}"))

"""Orders acts and kills from the forge, and says what came of each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rigs.tracing import Call

FAULTS = Path(__file__).parent.parent
ROOT = FAULTS.parent.parent


@dataclass(frozen=True)
class Outcome:
    """What a process acknowledged before its end, its calls to the disk, if it was killed, and how long it lived."""

    said: tuple[str, ...]
    calls: tuple[Call, ...]
    killed: bool
    microseconds: int
    crashed: bool = False


class Forge:
    """A process that does acts in forks of itself; its temporary folder is a place of its own."""

    def __init__(self, process: subprocess.Popen[str], temporary: Path) -> None:
        self._process, self.temporary = process, temporary

    def run(self, act: str, folder: Path, **when: object) -> Outcome:
        """Do an act on a vault, killed ``before_call`` so many or ``after_us``, or done for so many ``steps`` alone."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"act": act, "folder": str(folder), **when}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert answer["ready"], f"{act} could not be done"
        calls = tuple(Call(**call) for call in answer["calls"])
        return Outcome(tuple(answer["said"]), calls, answer["killed"], answer["microseconds"], answer["crashed"])


@contextmanager
def forge(temporary: Path) -> Iterator[Forge]:
    """Start a forge, and end it afterwards."""
    temporary.mkdir()
    path = os.pathsep.join(str(folder) for folder in (ROOT, FAULTS, FAULTS.parent / "operations"))
    environment = {**os.environ, "PYTHONPATH": path, "TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)}
    with subprocess.Popen(
        [sys.executable, "-m", "rigs.forge"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=ROOT,
    ) as process:
        yield Forge(process, temporary)
        assert process.stdin is not None
        process.stdin.close()

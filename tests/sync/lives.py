"""Two laptops and their endpoint, each a process that is killed at random, and a bad wire between them; then counted.

``python -m lives FOLDER FIRST COUNT LIVES`` does runs of these seeds and prints their figures as JSON. Each life is a
fork of one process that has everything loaded, so that a run takes about a second.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any, NoReturn

from badwire import Wire, free_port, run_wire
from larkrise import Watch
from simulation import Furnished, Post, furnish

from app.storage import inbox
from app.sync.client import EndpointClient
from app.sync.engine import Engine
from endpoint import cli
from endpoint.office import ledger, open_door
from endpoint.settings import Settings

LONGEST_LIFE, LONGEST_SERVICE = 0.4, 0.8
"""In seconds: after how long at most a laptop is killed, and an endpoint."""

_TIMEOUT, _CALM_ROUNDS = 1.0, 12
_LAPTOPS = ("jo", "priya")


@dataclass
class Figures:
    """What came of some runs. ``over_the_wire``: at the endpoint before there was peace.

    ``lost``: finished, and not received or not shown; ``doubled``: kept or shown twice. ``found``: what was counted as
    lost once the endpoint had been made to forget an envelope, one in each run.
    """

    runs: int = 0
    killed_laptops: int = 0
    killed_endpoints: int = 0
    over_the_wire: int = 0
    received: int = 0
    lost: int = 0
    doubled: int = 0
    found: int = 0


def forked(act: Callable[[], object]) -> int:
    """Do something in a process of its own, which ends with it; return the process."""
    process = os.fork()
    if process == 0:
        _live(act)
    return process


def _live(act: Callable[[], object]) -> NoReturn:
    code = 1
    try:
        act()
        code = 0
    finally:
        sys.stdout.flush()
        os._exit(code)


def end(process: int, how: signal.Signals = signal.SIGKILL) -> None:
    """End a process and wait until it is gone."""
    with suppress(ProcessLookupError):
        os.kill(process, how)
    with suppress(ChildProcessError):
        os.waitpid(process, 0)


@dataclass
class Run:
    """One run: its folder, its ports, its chance, and how often each laptop is killed before both live in peace."""

    folder: Path
    town: Furnished
    chance: Random
    figures: Figures
    port: int
    wire_port: int
    lives: int

    def go(self) -> None:
        """Let all live and die, then count."""
        wire = forked(lambda: run_wire(Wire(self.wire_port, self.port, Random(self.chance.random()))))
        serving = self._serve()
        try:
            for _ in range(self.lives):
                serving = self._one_life(serving)
            self.figures.over_the_wire += len(self._kept())
            said = self._calm()
            self._count(said, self.figures)
            self._forget_one()
            control = Figures()
            self._count(said, control)
            self.figures.found += control.lost
        finally:
            end(serving)
            end(wire)

    def _one_life(self, serving: int) -> int:
        begun, dies = time.monotonic(), self.chance.uniform(0.02, LONGEST_SERVICE)
        for name in _LAPTOPS:
            heard, says = os.pipe()
            process = forked(lambda name=name, says=says: self._rounds(name, self.wire_port, says))  # type: ignore[misc]
            os.close(says)
            os.read(heard, 1)  # it is unlocked, and goes to work
            os.close(heard)
            ends = time.monotonic() + self.chance.uniform(0.05, LONGEST_LIFE)
            while time.monotonic() < ends and not os.waitpid(process, os.WNOHANG)[0]:
                if time.monotonic() - begun > dies:
                    end(serving)
                    self.figures.killed_endpoints += 1
                    serving, begun, dies = self._serve(), time.monotonic(), LONGEST_LIFE * 10
                time.sleep(0.005)
            self.figures.killed_laptops += 1
            end(process)
        return serving

    def _serve(self) -> int:
        line = ["serve", "--folder", str(self.folder / "endpoint"), "--port", str(self.port)]

        def serve() -> None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(os.open(self.folder / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
            if cli.main(line):
                raise SystemExit(1)

        return forked(serve)

    def _rounds(self, name: str, port: int, says: int = -1) -> None:
        """Live as one laptop: rounds and rounds, until killed; where nobody listens, until nothing is left to do."""
        watch = Watch(self.town.watch.at)
        post = Post.of(self.folder / name, None, self.chance, watch)  # type: ignore[arg-type]
        keys = post.workplace.secrets.signing
        client = EndpointClient(f"http://127.0.0.1:{port}", post.workplace.device, keys, timeout=_TIMEOUT)
        engine = Engine(post.thread, client, reader=post.workplace, clock=watch, random=self.chance)
        quiet, rounds, calm = 0, 0, says < 0
        if not calm:
            os.write(says, b"!")
        while not calm or (quiet < 2 and rounds < _CALM_ROUNDS * 10):
            done, rounds = engine.run_round(), rounds + 1
            watch.wait(hours=1)
            quiet = quiet + 1 if done.status.last_contact and not done.changed and not done.status.waiting else 0
            if calm and not done.status.last_contact:
                time.sleep(0.05)  # the endpoint is still starting
        if calm:
            said = {"outbox": post.thread.ask(_outbox), "shown": post.thread.ask(_shown)}
            (self.folder / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")
            post.thread.close()
            client.close()

    def _calm(self) -> dict[str, Any]:
        """Let each laptop live once more, straight at the endpoint, until nothing moves; return what each then has."""
        for name in _LAPTOPS:
            _, code = os.waitpid(forked(lambda name=name: self._rounds(name, self.port)), 0)  # type: ignore[misc]
            if code:
                raise RuntimeError(f"{name} could not end its day")
        return {name: json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8")) for name in _LAPTOPS}

    def _kept(self) -> list[str]:
        """Return the id of each envelope the endpoint keeps, as often as it does."""
        with closing(open_door(Settings(self.folder / "endpoint"))) as door:
            kept: Any = ledger(door)["envelopes"]
        return [one["id"] for one in kept]

    def _forget_one(self) -> None:
        """Have the endpoint lose what it gave a receipt for: the count has to find it."""
        database = sqlite3.connect(self.folder / "endpoint" / "endpoint.db", timeout=10)
        with closing(database), database:
            database.execute("DELETE FROM envelopes WHERE server_seq = (SELECT max(server_seq) FROM envelopes)")

    def _count(self, said: dict[str, Any], figures: Figures) -> None:
        ids = self._kept()
        queued = [row for name in _LAPTOPS for row in said[name]["outbox"] if row["state"] != "voided"]
        shown: list[str] = said["priya"]["shown"]
        released = [row["envelope"] for row in said["jo"]["outbox"] if row["kind"] == "released"]
        figures.runs += 1
        figures.received += sum(row["state"] == "received" for row in queued)
        figures.lost += sum(row["state"] != "received" or row["envelope"] not in ids for row in queued)
        figures.lost += len(set(released) - set(shown))
        figures.doubled += len(ids) - len(set(ids)) + len(shown) - len(set(shown))
        figures.doubled += len(set(ids) - {row["envelope"] for row in queued})


def _outbox(tx: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in tx.all("SELECT envelope, kind, state FROM outbox")]


def _shown(tx: Any) -> list[str]:
    return [row.envelope for row in inbox.list_all(tx) if inbox.body(tx, row.envelope) is not None]


def main() -> None:
    """Do the runs asked for."""
    folder, (first, count, lives) = Path(sys.argv[1]), map(int, sys.argv[2:])
    town, figures = furnish(folder / "town"), Figures()
    for seed in range(first, first + count):
        here = folder / str(seed)
        for part in ("endpoint", *_LAPTOPS):
            shutil.copytree(town.folder / part, here / part)
        Run(here, town, Random(seed), figures, free_port(), free_port(), lives).go()
        shutil.rmtree(here)
    sys.stdout.write(json.dumps(asdict(figures)) + "\n")


if __name__ == "__main__":
    main()

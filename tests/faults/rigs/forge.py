"""Does acts in processes of their own and kills them when told: ``python -m rigs.forge``, one order to a line.

The program's rooms are loaded once; each act is then a fork that has never held a vault before. An order is a JSON
object: ``act`` and ``folder``, and when to kill: ``before_call`` (the nth call to the disk) or ``after_us``
(microseconds from the start). With ``steps`` the act does so many of its steps and ends in order. With ``record`` all
it does to the folder is kept in another (``before``, a copy, and ``events``). With ``failure`` a call to the disk
fails (``breaking``), with ``memory`` so many bytes more may be used; then a trouble is said with an exclamation mark,
and the act ends in order. The answer is one too: what was ``said`` (each step, once it was done), the ``calls`` made,
whether it was ``killed``, and whether it fell over (``crashed``).
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import shutil
import signal
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.errors import Trouble
from rigs.acts import Act, made_ready
from rigs.breaking import Breaker, Failure
from rigs.recording import Recorder
from rigs.tracing import Tracer

_READY = "ready"
_PATIENCE_SECONDS = 60


def main() -> None:
    """Carry out orders until there are no more."""
    os.umask(0o077)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(carried_out(json.loads(line))) + "\n")
        sys.stdout.flush()


def carried_out(order: dict[str, Any]) -> dict[str, object]:
    """Do one act in a fork, kill it as ordered, and return what came of it."""
    go, told = os.pipe(), os.pipe()
    process = os.fork()
    if process == 0:
        in_the_fork(order, go[0], told[1])
    os.close(go[0])
    os.close(told[1])
    with os.fdopen(told[0], encoding="utf-8") as hearing:
        if hearing.readline().strip() != _READY:
            os.waitpid(process, 0)
            return {"ready": False}
        started = time.monotonic()
        calls, status = killed_at(order, process, go[1])
        microseconds = int((time.monotonic() - started) * 1e6)
        os.close(go[1])
        said = [line.removesuffix("\n") for line in hearing if line.endswith("\n")]
    return {
        "ready": status in {0, signal.SIGKILL} or "failure" in order or "memory" in order,
        "crashed": status not in {0, signal.SIGKILL},
        "said": said,
        "calls": calls,
        "killed": os.WIFSIGNALED(status),
        "microseconds": microseconds,
    }


def killed_at(order: dict[str, Any], process: int, go: int) -> tuple[list[dict[str, str]], int]:
    """Let the waiting process go and end it at the moment ordered; return its calls, if counted, and how it ended."""
    if "failure" in order:
        breaker = Breaker(process, Path(order["folder"]), Failure(**order["failure"]))
        os.write(go, b"!")
        breaker.follow(lambda _number, _call: False)
        return [{"kind": order["failure"]["kind"], "file": ""}] * breaker.counted, breaker.status
    if "record" in order:
        return [], recorded(process, go, Path(order["folder"]), Path(order["record"]))
    if "before_call" in order:
        tracer = Tracer(process)
        os.write(go, b"!")
        calls = tracer.follow(lambda number, _: number == order["before_call"])
        return [asdict(call) for call in calls], tracer.status
    os.write(go, b"!")
    if "after_us" in order:
        time.sleep(order["after_us"] / 1e6)  # the kill falls at this moment, whatever is being done
        os.kill(process, signal.SIGKILL)
    return [], os.waitpid(process, 0)[1]


def recorded(process: int, go: int, folder: Path, to: Path) -> int:
    """Let the waiting process go, and keep what it does to its folder; return how it ended."""
    shutil.copytree(folder, to / "before")
    recorder = Recorder(process, folder)
    os.write(go, b"!")
    recorder.follow(lambda _number, _call: False)
    (to / "events").write_bytes(pickle.dumps(recorder.events))
    return recorder.status


def in_the_fork(order: dict[str, Any], go: int, told: int) -> None:
    """Make the act ready, wait for the word, do it, and never come back."""
    signal.alarm(_PATIENCE_SECONDS)
    try:
        act = made_ready(order["act"], Path(order["folder"]))
        os.write(told, f"{_READY}\n".encode())
        os.read(go, 1)
        if "failure" in order or "memory" in order:
            in_trouble(act, order.get("memory"), told)
            os._exit(0)
        for words, do in act.steps[: order.get("steps", len(act.steps))]:
            do()
            os.write(told, f"{words}\n".encode())
        if "steps" in order:
            act.end()
    except BaseException:  # noqa: BLE001 -- whatever it was, this fork must not go on as if it were the forge
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def in_trouble(act: Act, memory: int | None, told: int) -> None:
    """Do an act until there is a trouble, say which, and end in order; anything but a trouble goes through."""
    steps = [(f"{words}\n".encode(), do) for words, do in act.steps]
    if memory is not None:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + memory,) * 2)
    try:
        for words, do in steps:
            do()
            os.write(told, words)
        act.end()
    except Trouble as trouble:
        os.write(told, f"!{type(trouble).__name__}\n".encode())
        with suppress(Trouble):
            act.end()


if __name__ == "__main__":
    main()

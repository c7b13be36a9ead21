"""The size of the folder handed to a person, beside a bare PySide6 window made into one in the same way."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measure import SIZE, Comparison, Result, Sample, fixed_work

_SIZES = "installer.linux.sizes"
_MB = 1_000_000
FROZEN = Comparison(
    "frozen-size",
    "The program in one folder",
    "the folder PyInstaller makes of the program, as it is handed on",
    "the folder PyInstaller makes of a bare PySide6 window",
    budget=1.3,
    judged=SIZE,
)


def measure(_folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the result where there is an installer; building both folders takes minutes, so not when ``quick``."""
    if quick or find_spec("installer") is None or find_spec(_SIZES) is None:
        return
    command = [sys.executable, "-m", _SIZES]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    sizes = json.loads(done.stdout.splitlines()[-1])
    yield FROZEN.result([_megabytes(sizes["own_bytes"])], [_megabytes(sizes["bare_bytes"])], [fixed_work()])


def _megabytes(size: int) -> Sample:
    return {SIZE: size / _MB}

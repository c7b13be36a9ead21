"""The environment a build is made in: its own, from the runtime lock alone, so that no test package can slip in.

``python -m installer.environment`` makes it; that is the one step of a build that needs a network.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from installer import runtime

BUILD = runtime.ROOT / "build"
ENVIRONMENT = BUILD / "environment"
_STAMP = ENVIRONMENT / "made-from.sha256"


def python() -> Path:
    """Return the Python of the environment."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> str:
    """Return what the environment was, or is to be, made from."""
    parts = (runtime.of_this_checkout(), sys.version, str(ENVIRONMENT))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def make() -> None:
    """Make the environment, unless one made from exactly these packages is there already."""
    wanted = fingerprint()
    if python().exists() and _STAMP.exists() and _STAMP.read_text("ascii") == wanted:
        return
    BUILD.mkdir(exist_ok=True)
    run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], "the environment could not be made")
    lock = ENVIRONMENT / "requirements-runtime.lock"
    lock.write_text(runtime.of_this_checkout(), "utf-8")
    pip: list[str | Path] = [python(), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-q"]
    run([*pip, "--no-compile", "--require-hashes", "-r", lock], "the packages could not be fetched")
    _STAMP.write_text(wanted, "ascii")


def run(command: Sequence[str | Path], trouble: str) -> None:
    """Run a program; when it fails, show what it said and leave with ``trouble`` in words."""
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=runtime.ROOT, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{done.stdout}{done.stderr}\nStopped: {trouble}. Nothing else was changed.")


if __name__ == "__main__":
    make()

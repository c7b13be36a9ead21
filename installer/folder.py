"""Builds one folder with PyInstaller, and only when something it is made of has changed; safe to run again."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from installer import environment, runtime

DIST, WORK = environment.BUILD / "dist", environment.BUILD / "work"
_RECIPE = ("installer",)
_SAYS_NOTHING = {".md", ".pyc"}
PROGRAM = ("app", "protocol", "resources")
"""What of this checkout goes into the program."""


def build(name: str, made_of: Sequence[str], finish: Callable[[Path], None]) -> Path:
    """Return the folder that ``NAME.spec`` makes of these rooms; ``finish`` is what is still to be done to a fresh one.

    A folder counts as built when its stamp says so, and the stamp is written last of all.
    """
    folder, stamp = DIST / name, DIST / f"{name}.sha256"
    environment.make()
    wanted = fingerprint(made_of)
    if stamp.exists() and stamp.read_text("ascii") == wanted and folder.exists():
        return folder
    stamp.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    places: list[str | Path] = ["--distpath", DIST, "--workpath", WORK]
    spec = Path(__file__).parent / f"{name}.spec"
    pyinstaller: list[str | Path] = [environment.python(), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    environment.run([*pyinstaller, *places, spec], f"{name} could not be built")
    finish(folder)
    stamp.write_text(wanted, "ascii")
    return folder


def fingerprint(made_of: Sequence[str]) -> str:
    """Return what a build is made from: environment, recipe and rooms."""
    found = hashlib.sha256(environment.fingerprint().encode())
    for path in sources(made_of):
        found.update(b"\0".join([str(path.relative_to(runtime.ROOT)).encode(), path.read_bytes(), b""]))
    return found.hexdigest()


def sources(made_of: Sequence[str]) -> Iterator[Path]:
    """Yield the files of this checkout that a build of these rooms is made from."""
    for room in (*_RECIPE, *made_of):
        for path in sorted((runtime.ROOT / room).rglob("*")):
            if path.is_file() and path.suffix not in _SAYS_NOTHING:
                yield path


def size(folder: Path) -> int:
    """Return the bytes of a folder's files, each counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())

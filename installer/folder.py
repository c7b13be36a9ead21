"""Builds one folder with PyInstaller, and only when something it is made of has changed; safe to run again."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from installer import environment, runtime

DIST, WORK = environment.BUILD / "dist", environment.BUILD / "work"
_MADE_OF = ("app", "protocol", "resources", "installer", "pyproject.toml", "requirements.lock")


def build(name: str, finish: Callable[[Path], None]) -> Path:
    """Return the folder that ``NAME.spec`` makes; ``finish`` is what is still to be done to a fresh one.

    A folder counts as built when its stamp says so, and the stamp is written last of all.
    """
    folder, stamp = DIST / name, DIST / f"{name}.sha256"
    environment.make()
    wanted = fingerprint()
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


def fingerprint() -> str:
    """Return what a build is made from: environment, sources and the recipe."""
    found = hashlib.sha256(environment.fingerprint().encode())
    for path in sources():
        found.update(b"\0".join([str(path.relative_to(runtime.ROOT)).encode(), path.read_bytes(), b""]))
    return found.hexdigest()


def sources() -> Iterator[Path]:
    """Yield the files of this checkout that a build is made from."""
    for name in _MADE_OF:
        path = runtime.ROOT / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in found if file.is_file() and "__pycache__" not in file.parts)


def size(folder: Path) -> int:
    """Return the bytes of a folder's files, each counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())

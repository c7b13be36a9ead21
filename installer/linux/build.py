"""``python -m installer.linux.build``: the program in one folder for Linux, tried once and ready to be handed on."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer import environment, folder, licences

_CODE_FOR_NOBODY = ("libpython*.so*", "**/*.cpython-*.so", "cryptography/**/*.abi3.so", "pyrage/*.abi3.so")
"""What carries symbols only a debugger reads. Never Qt and PySide6: they stay byte for byte what their makers gave."""


def main() -> None:
    """Build what is not built yet, and say where it is."""
    print(build())


def build() -> Path:
    """Return the folder of the program, built when anything it is made of has changed."""
    with alone():
        return folder.build("ecaf", folder.PROGRAM, _finish)


def build_bare() -> Path:
    """Return the folder of a bare PySide6 window, as PyInstaller makes it: the measure for the size of ours."""
    with alone():
        return folder.build("bare", (), lambda _built: None)


def build_bare_trimmed() -> Path:
    """Return the folder of the same window, made lighter in every way ours is."""
    with alone():
        return folder.build("bare-trimmed", (), lighten)


def lighten(built: Path) -> None:
    """Take out of a built folder's libraries what only a debugger reads."""
    for pattern in _CODE_FOR_NOBODY:
        files = [path for path in (built / "_internal").glob(pattern) if not path.is_symlink()]
        if files:
            environment.run(["strip", "--strip-unneeded", *files], "the libraries could not be made lighter")


def selftest(built: Path) -> None:
    """Have a built program try its own parts, with no Python and no search path; leave when one is missing."""
    quiet = {"QT_QPA_PLATFORM": "offscreen", "HOME": "/nonexistent"}
    done = subprocess.run([built / "ecaf", "--selftest"], env=quiet, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{done.stdout}{done.stderr}\nStopped: the program was built, and is not whole.")


@contextmanager
def alone() -> Iterator[None]:
    """Build nothing while somebody else builds in this checkout."""
    environment.BUILD.mkdir(exist_ok=True)
    with (environment.BUILD / "one-at-a-time").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _finish(built: Path) -> None:
    lighten(built)
    licences.gather(built)
    selftest(built)


if __name__ == "__main__":
    os.umask(0o022)
    main()

#!/usr/bin/env python3
"""The commands: `python3 dev.py run`, `test`, `bench` and `pins`; standard library only, and safe to run again.

Each sets everything up first, in `.venv/` beside this file, and says what it is doing. Nothing outside this folder is
changed but, on Debian, missing system packages when this program may install them.
"""

from __future__ import annotations

import argparse
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
LOCK = HERE / "requirements.lock"
PINS_DAYS = 90
"""After so many days every pin is looked through (SECURITY.md)."""
STAMP = VENV / "installed.sha256"
IN_MEMORY, SCRATCH_BYTES = Path("/dev/shm"), 4 * 1024**3  # noqa: S108 - a folder of our own is made in it
OLDEST_PYTHON = (3, 11)

WINDOW_LIBRARIES = {
    "glib-2.0": "libglib2.0-0",
    "dbus-1": "libdbus-1-3",
    "brotlidec": "libbrotli1",
    "GL": "libgl1",
    "EGL": "libegl1",
    "fontconfig": "libfontconfig1",
    "xkbcommon": "libxkbcommon0",
}
DISPLAY_LIBRARIES = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}
TEST_PROGRAMS = {
    "pdftotext": "poppler-utils",
    "age": "age",
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus-daemon",
    "objcopy": "binutils",
}
TEST_FILES = {
    "/usr/lib/postgresql/*/bin/initdb": "postgresql",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}


def say(words: str) -> None:
    """Tell the person at the terminal what is being done."""
    print(f"· {words}", flush=True)


def run(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> int:
    """Run a program from this folder and return its exit code."""
    return subprocess.run(
        [str(part) for part in command], cwd=HERE, env={**os.environ, **(extra or {})}, check=False
    ).returncode


def must(command: Sequence[str | Path], why: str) -> None:
    """Run a program; leave with its exit code and a plain sentence when it fails."""
    code = run(command)
    if code != 0:
        sys.exit(f"Stopped: {why} (exit code {code}). Nothing was lost; run the same command again when it is mended.")


def tool(name: str) -> Path:
    """Return the path of a program in the environment."""
    windows = os.name == "nt"
    return VENV / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name)


def missing_packages(*, tests: bool, display: bool) -> list[str]:
    """Return the Debian packages this machine lacks."""
    libraries = {**WINDOW_LIBRARIES, **(DISPLAY_LIBRARIES if tests or display else {})}
    missing = [package for library, package in libraries.items() if ctypes.util.find_library(library) is None]
    if tests:
        missing += [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]
        missing += [package for pattern, package in TEST_FILES.items() if not list(Path("/").glob(pattern[1:]))]
        missing += missing_python_library()
    return missing


def missing_python_library() -> list[str]:
    """Return the package of the system's Python as a library, which a build takes along; others bring their own."""
    library = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return [f"lib{library}"] if sys.base_prefix == "/usr" and ctypes.util.find_library(library) is None else []


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages when this program may, else print the exact line that does."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        sys.exit(
            f"Some system packages are missing. Please run this once, then this command again:\n  sudo {' '.join(line)}"
        )
    say(f"installing system packages: {', '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if run([*line, "-qq"], quiet) != 0:
        run(["apt-get", "update", "-qq"], quiet)
        must([*line, "-qq"], "the system packages could not be installed")


def prepare_system(*, tests: bool, display: bool) -> None:
    """See to the libraries that come with the system and not with Python; only Linux lacks any."""
    if sys.platform == "linux":
        missing = missing_packages(tests=tests, display=display)
        if missing:
            install_system_packages(missing)


def fingerprint() -> str:
    """Return what the environment was, or is to be, made from."""
    parts = [LOCK.read_bytes(), (HERE / "pyproject.toml").read_bytes(), sys.version.encode(), str(HERE).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment() -> None:
    """Make `.venv/` with every package of the lock file, checked by its hash."""
    venv: list[str | Path] = [sys.executable, "-m", "venv", "--clear", VENV]
    say(f"making an environment in {VENV.name}/ with Python {sys.version.split()[0]}")
    if run(venv) != 0:
        install_system_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
        must(venv, "the environment could not be made")
    say("fetching the packages of requirements.lock, each checked by its hash (about a minute the first time)")
    pip: list[str | Path] = [tool("python"), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    must([*pip, "install", "-q", "--require-hashes", "-r", LOCK], "the packages could not be fetched")
    say("installing the commands ecaf and ecaf-endpoint")
    must(
        [*pip, "install", "-q", "--no-deps", "--no-build-isolation", "-e", HERE], "the commands could not be installed"
    )


def prepare_environment() -> None:
    """Make the environment, unless one made from exactly these files is there already."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted and tool("ecaf").exists():
        return
    make_environment()
    STAMP.write_text(wanted)


def prepare_build() -> None:
    """Fetch what the program that is handed out is built from; there is a build on Linux alone."""
    if sys.platform == "linux":
        say("seeing to the environment in build/ that the program is built in, from its own packages alone")
        must([tool("python"), "-m", "installer.environment"], "the packages to build from could not be fetched")


def has_display() -> bool:
    """Say whether windows can be shown to somebody."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_program(arguments: argparse.Namespace) -> int:
    """Start a local endpoint and the program: before a person, or driving itself where there is no display."""
    offscreen = arguments.offscreen or not has_display()
    prepare_system(tests=False, display=not offscreen)
    prepare_environment()
    if not offscreen:
        return run([tool("python"), "-m", "demonstration.practice", "--home", HERE / ".practice"])
    case = ["--case", arguments.case.resolve()] if arguments.case else []
    command = [tool("python"), "-m", "demonstration", "--out", arguments.out.resolve(), *case]
    return run(command, {"QT_QPA_PLATFORM": "offscreen"})


def checks() -> list[tuple[str, list[str | Path]]]:
    """Return every check by its name, in the order they are run."""
    return [
        ("style", [tool("ruff"), "check", "."]),
        ("layout", [tool("ruff"), "format", "--check", "."]),
        ("types", [tool("mypy")]),
        *fixture_checks(),
        ("imports", [tool("lint-imports")]),
        ("tests", [tool("python"), "-m", "pytest", "--numprocesses=2", "--dist=loadfile"]),
    ]


def fixture_checks() -> list[tuple[str, list[str | Path]]]:
    """Return a check of types for each module called conftest: the type checker takes modules of one name singly."""
    found = sorted((HERE / "tests").glob("*/conftest.py"))
    return [(f"types of the fixtures in {path.parent.name}", [tool("mypy"), path]) for path in found]


@contextmanager
def scratch_space() -> Iterator[Mapping[str, str]]:
    """Yield where tests write what they throw away: in memory where there is plenty, else where the system has it.

    They kill programs and never the machine, so a disk that is waited for shows nothing more, and takes half the time.
    """
    if not has_memory_to_spare():
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="ecaf-tests-", dir=IN_MEMORY, ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o711)  # noqa: PTH101, S103 - a database server in a test is somebody else
        say(f"what tests throw away is written into memory, in {folder}")
        yield {"TMPDIR": folder}


def has_memory_to_spare() -> bool:
    """Say whether there is a folder in memory here where programs may run, with more room than the tests ever took."""
    if not (IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK)) or os.statvfs(IN_MEMORY).f_flag & os.ST_NOEXEC:
        return False
    lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    available = next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), 0)
    return min(shutil.disk_usage(IN_MEMORY).free, available // 2) > SCRATCH_BYTES


def run_tests(arguments: argparse.Namespace) -> int:
    """Run every check and every test; say at the end which failed."""
    prepare_system(tests=True, display=False)
    prepare_environment()
    prepare_build()
    failed = []
    with scratch_space() as scratch:
        for name, command in checks():
            say(f"checking {name}")
            started = time.monotonic()
            extra = arguments.rest if name == "tests" else []
            if run([*command, *extra], {"QT_QPA_PLATFORM": "offscreen", **scratch}) != 0:
                failed.append(name)
            say(f"{name}: {'failed' if name in failed else 'good'}, {time.monotonic() - started:.0f} s")
    say(f"not good yet: {', '.join(failed)}" if failed else "everything is good")
    return 1 if failed else 0


def run_benchmarks(arguments: argparse.Namespace) -> int:
    """Measure the program beside its floors, and write what came out into `benchmarks/`."""
    prepare_system(tests=False, display=False)
    prepare_environment()
    only = ["--only", *arguments.only] if arguments.only else []
    return run([tool("python"), "-m", "benchmarks", *only], {"QT_QPA_PLATFORM": "offscreen"})


def pins_said(today: date) -> str:
    """Return how many packages are pinned, and how long ago the pins were made anew."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if "==" in line and not line.startswith(" ")]
    said = (HERE / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    days = (today - date.fromisoformat(said.partition("made anew last on ")[2][:10])).days
    late = f"; that is more than the {PINS_DAYS} that SECURITY.md promises" if days > PINS_DAYS else ""
    return f"{len(pinned)} packages are pinned; the pins were made anew {days} days ago{late}"


def show_pins(_arguments: argparse.Namespace) -> int:
    """Say how old the pins are, and of which packages there are newer ones; nothing is changed."""
    prepare_environment()
    said = pins_said(date.today())  # noqa: DTZ011 - days, on this very machine
    say(said)
    if run([tool("python"), "-m", "pip", "--disable-pip-version-check", "list", "--outdated"]) != 0:
        say("which are newer could not be asked: is there a connection?")
    return 1 if "more than" in said else 0


def arguments_of(line: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Set up, run and check eCAF Desktop.")
    commands = parser.add_subparsers(dest="command", required=True)
    start = commands.add_parser("run", help="set up, start a local endpoint and open the program")
    start.add_argument("--offscreen", action="store_true", help="drive the whole job through its own windows, unseen")
    start.add_argument("--case", type=Path, help="the family to play (docs/case.md); default: an example family")
    start.add_argument("--out", type=Path, default=HERE / "demo-output", help="where pictures and report go")
    start.set_defaults(act=run_program)
    test = commands.add_parser("test", help="set up, then run every check and test")
    test.add_argument("rest", nargs="*", help="passed on to pytest")
    test.set_defaults(act=run_tests)
    bench = commands.add_parser("bench", help="set up, then measure the program beside its floors")
    bench.add_argument("--only", nargs="+", help="measure only these (benchmarks/README.md)")
    bench.set_defaults(act=run_benchmarks)
    pins = commands.add_parser("pins", help="say how old the pinned packages are, and which have newer versions")
    pins.set_defaults(act=show_pins)
    return parser.parse_args(line)


def main() -> int:
    """Do what was asked; return the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("eCAF Desktop needs Python 3.11 or newer.")
    arguments = arguments_of(sys.argv[1:])
    try:
        return int(arguments.act(arguments))
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())

"""A crash below Python leaves no memory on the disk, and no neighbour reads it while the program runs."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rigs.killing import ROOT
from rigs.locking import has_window, wait_until

HERE = Path(__file__).parent
WORDS = "Zephyrine hides from thunder"
HELD = f"words = {WORDS[::-1]!r}[::-1] * 1000\n"
"""Makes the words in memory alone: they do not stand in the command."""
CRASHES = (
    "import ctypes, sys; from pathlib import Path; from app import log; from app.hardening import leave_no_dump\n"
    "'harden' in sys.argv and leave_no_dump()\n"
    f"log.start(Path('logs'))\n{HELD}ctypes.string_at(0)"
)
NEIGHBOUR = f"""
import ctypes, os, signal, sys
from app.hardening import keep_neighbours_out
from memory import found_in
if os.getuid() == 0:
    os.setuid(65534)
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as every program begins
reading, writing = os.pipe()
process = os.fork()
if process == 0:
    {HELD.strip()}
    "harden" in sys.argv and keep_neighbours_out()
    os.write(writing, b"ready")
    signal.pause()
os.read(reading, 5)
try:
    print(found_in(process, {{"words": ({WORDS[::-1]!r}[::-1].encode(),)}}))
except PermissionError:
    print("refused")
os.kill(process, signal.SIGKILL)
"""

STANDS = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from app import main
application, home = main.make_application(), Path(sys.argv[1])
front = main.begin(application, home, lambda: main.surroundings(home, []))
front.window.painted.connect(lambda: print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)))
front.window.painted.connect(lambda: QTimer.singleShot(0, application.quit))
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
application.exec()
"""
"""Asks the system whether this process may be looked at, before and once the window stands."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="dumps and neighbours are looked at through /proc")


def environment() -> dict[str, str]:
    """Return an environment in which our own packages are found."""
    return {**os.environ, "PYTHONPATH": f"{ROOT}:{HERE}", "QT_QPA_PLATFORM": "offscreen"}


def allow_dumps() -> None:
    """Let the system write a core file as large as it likes, as a developer's machine does."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def crashed(folder: Path, *words: str) -> int:
    """Crash in a folder; return how the process ended."""
    folder.mkdir()
    command = [sys.executable, "-c", CRASHES, *words]
    done = subprocess.run(command, cwd=folder, env=environment(), check=False, preexec_fn=allow_dumps)  # noqa: S603 -- our own program; no thread of the test holds a lock
    return done.returncode


def files_with_words(folder: Path) -> list[str]:
    """Return the names of the files the words stand in."""
    return sorted(file.name for file in folder.rglob("*") if file.is_file() and WORDS.encode() in file.read_bytes())


def test_a_crash_writes_no_core_file_and_no_word(tmp_path: Path) -> None:
    assert crashed(tmp_path / "hardened", "harden") == -signal.SIGSEGV
    assert [file.name for file in (tmp_path / "hardened").iterdir()] == ["logs"]
    assert files_with_words(tmp_path / "hardened") == []


def test_without_our_asking_the_same_crash_would_write_the_words(tmp_path: Path) -> None:
    pattern = Path("/proc/sys/kernel/core_pattern").read_text(encoding="utf-8")
    if pattern.startswith(("|", "/")) or resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("NOT RUN: this machine writes no core file into the folder of a crash")
    crashed(tmp_path / "as it was")
    assert files_with_words(tmp_path / "as it was") != []


def test_a_crash_leaves_its_kind_and_its_place_in_the_log(tmp_path: Path) -> None:
    crashed(tmp_path / "hardened", "harden")
    noted = (tmp_path / "hardened" / "logs" / "crash.log").read_text(encoding="utf-8")
    assert "Segmentation fault" in noted
    assert 'ctypes/__init__.py", line' in noted


def test_the_log_of_crashes_does_not_grow_for_ever(tmp_path: Path) -> None:
    from app import log

    path = tmp_path / "crash.log"
    path.write_text("x" * 600_000, encoding="utf-8")
    program = f"from pathlib import Path; from app import log; log._note_crashes(Path({str(path)!r}))"
    subprocess.run([sys.executable, "-c", program], env=environment(), check=True)  # noqa: S603 -- our own program
    assert path.stat().st_size < log._MOST_BYTES


def seen_by_a_neighbour(*words: str) -> str:
    """Return what another program of the same ordinary person finds in the memory of one that holds our words."""
    command = [sys.executable, "-c", NEIGHBOUR, *words]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)  # noqa: S603 -- our own program
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def test_a_neighbour_of_the_same_person_reads_nothing() -> None:
    assert seen_by_a_neighbour("harden") == "refused"


def test_without_our_asking_a_neighbour_would_read_it() -> None:
    assert seen_by_a_neighbour() == "{'words'}"


def test_once_its_window_stands_the_program_lets_no_neighbour_in(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STANDS, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)  # noqa: S603 -- our own program
    assert done.stdout.split() == ["1", "0"]


def test_the_program_itself_may_write_no_core_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app", "--home", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), preexec_fn=allow_dumps) as program:  # noqa: PLW1509, S603 -- as above
        try:
            wait_until(lambda: has_window(program.pid))
            limits = Path(f"/proc/{program.pid}/limits").read_text(encoding="utf-8")
        finally:
            program.kill()
    (core,) = (line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]

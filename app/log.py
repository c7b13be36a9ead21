"""The program's log: kinds, places and codes only; never words a person typed, and never an exception's message."""

import faulthandler
import logging
import sys
import threading
import time
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOGGER = logging.getLogger("ecaf")
_MOST_BYTES = 500_000


def start(folder: Path) -> None:
    """Write the log into ``folder`` (made when missing) and send every uncaught exception there, without its words."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "ecaf.log", maxBytes=_MOST_BYTES, backupCount=3, encoding="utf-8")
    lines = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    lines.converter = time.gmtime
    handler.setFormatter(lines)
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    sys.excepthook = lambda kind, _value, places: record("main", kind, places)
    _note_crashes(folder / "crash.log")
    threading.excepthook = lambda args: record("thread", args.exc_type, args.exc_traceback)
    sys.unraisablehook = lambda args: record("unraisable", args.exc_type, args.exc_traceback)


def _note_crashes(path: Path) -> None:
    """Have a crash below Python leave its kind, and the functions, files and lines it fell in; never a value."""
    grown = path.exists() and path.stat().st_size > _MOST_BYTES
    faulthandler.enable(path.open("w" if grown else "a", encoding="utf-8"))


def record(where: str, kind: type[BaseException], places: TracebackType | None) -> None:
    """Log an exception by its kind and its places: its message might hold a child's words."""
    frames = traceback.extract_tb(places)
    steps = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    LOGGER.error("%s %s at %s", where, kind.__name__, steps)

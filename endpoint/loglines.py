"""The log: a line of JSON for each answer and each fault, without an id, a name or the words of an exception."""

from __future__ import annotations

import logging
import sys
import time
from functools import lru_cache
from typing import Any

from msgspec.json import encode

from endpoint.visit import Answer

LOGGER = logging.getLogger("ecaf.endpoint")

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""What may stand in a line as a method; anything else is somebody's own text, and is called "other"."""

NO_ROUTE = "none"
"""In the place of a route for a path that is not ours: the path itself may hold anything."""


class JsonLines(logging.Formatter):
    """A record as one line of JSON. What another library logs is told by its place in the source alone."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        said: dict[str, Any] | None = getattr(record, "said", None)
        if said is None:
            said = {"from": record.name, "place": f"{record.filename}:{record.lineno}"}
        at = f"{_second(int(record.created))}.{int(record.msecs):03}Z"
        return encode({"time": at, "level": record.levelname.lower(), **said}).decode()


@lru_cache(maxsize=1)
def _second(since_1970: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(since_1970))


def log_to_stderr() -> None:
    """Write the log's lines to standard error from now on."""
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False  # none of these stands in a line
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    LOGGER.setLevel(logging.INFO)


def log_answer(method: str, route: str, answer: Answer, seconds: float, size: int) -> None:
    """Log an answer: to what kind of request, with which status and problem, after how long, and to how many bytes."""
    said = {
        "method": method if method in METHODS else "other",
        "route": route,
        "status": answer.status,
        "ms": round(seconds * 1000, 1),
        "bytes": size,
        **({"problem": answer.problem} if answer.problem else {}),
    }
    LOGGER.info("answered", extra={"said": said})


def log_kind(kind: str, places: str) -> None:
    """Log a fault by its kind and its places."""
    LOGGER.error("fault", extra={"said": {"fault": kind, "at": places}})

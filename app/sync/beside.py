"""What is done with an answer while the next question is on its way; whatever goes wrong there ends the round too."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self


class Beside:
    """Does one thing after another on a thread of its own, and never more than one ahead of whoever asked for it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sync-beside")
        self._last: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, places: TracebackType | None
    ) -> None:
        """Wait for the last of it. Raises what it raised, where nothing else went wrong."""
        try:
            if fault is None:
                self._finish()
        finally:
            self._thread.shutdown()

    def do(self, act: Callable[[], None]) -> None:
        """Begin with something as soon as the one before it is done. Raises what that one raised."""
        self._finish()
        self._last = self._thread.submit(act)

    def _finish(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            last.result()

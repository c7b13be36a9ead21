"""How much one device may ask and bring at once: a bucket for each, in this process, that fills as time goes by.

Only a request that is genuine and new takes from a bucket, so nobody can empty another's. Nothing is written down.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from protocol.problems import Problem, Refused

PIECE_BYTES = 64 * 1024
"""A request weighs one, and one more for each so many bytes that it brings."""

BURST_SECONDS = 20
"""A full bucket holds what flows in meanwhile, and never less than the largest envelope weighs."""

_LEAST_BURST = 200


@dataclass
class _Bucket:
    left: float
    at: float


class Pace:
    """The buckets of all devices. ``a_second`` is what flows into each; 0 lets everybody go on without end."""

    def __init__(self, a_second: float, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._a_second, self._elapsed = a_second, elapsed
        self._holds = max(_LEAST_BURST, BURST_SECONDS * a_second)
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def check(self, device: str, body: int) -> None:
        """Raise ``Refused`` with when to come again where a request with so many bytes would find too little."""
        self._look(device, body, takes=False)

    def take(self, device: str, body: int) -> None:
        """Take what a request with so many bytes weighs. Raises ``Refused``, and takes nothing, where that lacks."""
        self._look(device, body, takes=True)

    def _look(self, device: str, body: int, *, takes: bool) -> None:
        if not self._a_second:
            return
        weight = 1 + body // PIECE_BYTES
        with self._lock:
            bucket = self._filled(device)
            lacks = weight - bucket.left
            if takes and lacks <= 0:
                bucket.left -= weight
        if lacks > 0:
            raise Refused(Problem.TOO_FAST, retry_after=math.ceil(lacks / self._a_second))

    def _filled(self, device: str) -> _Bucket:
        now = self._elapsed()
        bucket = self._buckets.setdefault(device, _Bucket(self._holds, now))
        bucket.left = min(self._holds, bucket.left + (now - bucket.at) * self._a_second)
        bucket.at = now
        return bucket

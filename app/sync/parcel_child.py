"""The small process that reads what came on a stick: no vault, no key, little memory, and nothing written to a disk.

All of a parcel is checked before one envelope of it is handed on; what does not hold ends as one code.
"""

from __future__ import annotations

import sys
from itertools import chain
from typing import BinaryIO

from app.hardening import keep_small
from protocol.codec import encode
from protocol.parcel import check, envelopes
from protocol.problems import Problem, Refused

MEMORY_BYTES = 300 * 1000 * 1000
SECONDS = 60
LENGTH_BYTES = 4
GOOD, NOT_GOOD = b"+", b"-"


def run(root: str) -> int:
    """Read the file on standard input and hand on, on standard output, what holds. Nothing else is ever read."""
    keep_small(MEMORY_BYTES, SECONDS)
    return read_for(root, sys.stdin.buffer, sys.stdout.buffer)


def read_for(root: str, file: BinaryIO, out: BinaryIO) -> int:
    """Write a ``+`` and each part of the parcel with its length before it, an empty one last; or ``-`` and why not."""
    try:
        parcel = check(file, root)
    except Refused as fault:
        return _refuse(out, fault.problem)
    except MemoryError:
        return _refuse(out, Problem.TOO_LARGE)
    out.write(GOOD)
    parts = chain([encode(parcel)], envelopes(file), [b""])
    out.writelines(len(part).to_bytes(LENGTH_BYTES, "big") + part for part in parts)
    out.flush()
    return 0


def _refuse(out: BinaryIO, why: Problem) -> int:
    out.write(NOT_GOOD + why.code.encode())
    out.flush()
    return 1

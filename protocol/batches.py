"""Many envelopes in one request (``docs/protocol.md`` §6), each with a verdict of its own; nothing is opened here."""

from __future__ import annotations

import re

from protocol import limits
from protocol.keeping import SignedErased
from protocol.messages import Message, SignedReceipt
from protocol.problems import Problem, Refused

MAGIC = b"ecaf-batch/1\n"
ROOM_BYTES = limits.BATCH_BYTES - len(MAGIC)
"""How many bytes there are in a batch for envelopes with their lines."""
_LENGTH = re.compile(rb"([1-9][0-9]{0,6})\n")


class Verdict(Message, frozen=True, omit_defaults=True):
    """What became of one envelope of a batch; ``status`` is what a ``PUT`` of it alone would have been answered with.

    ``id`` is empty where the envelope could not be read. ``receipt`` is there or ``problem``, a code of section 10.
    """

    id: str
    status: int
    receipt: SignedReceipt | None = None
    problem: str = ""
    erased: SignedErased | None = None
    missing: tuple[str, ...] = ()


class Verdicts(Message, frozen=True):
    """The answer to a batch: one verdict for each envelope, in the order they came."""

    verdicts: tuple[Verdict, ...]


def pack_batch(envelopes: tuple[bytes, ...]) -> bytes:
    """Return the bytes of a batch: the magic line, then each envelope behind a line with its length."""
    return b"".join((MAGIC, *(part for one in envelopes for part in (b"%d\n" % len(one), one))))


def packed_bytes(size: int) -> int:
    """Return how many bytes an envelope of this size takes up in a batch, with the line before it."""
    return len(str(size)) + 1 + size


def unpack_batch(body: bytes) -> tuple[bytes, ...]:
    """Return the envelopes of a batch, unread. Raises ``Refused``."""
    if len(body) > limits.BATCH_BYTES:
        raise Refused(Problem.TOO_LARGE)
    if not body.startswith(MAGIC):
        raise Refused(Problem.MALFORMED)
    envelopes, place = [], len(MAGIC)
    while place < len(body):
        line = _LENGTH.match(body, place)
        if line is None or line.end() + int(line.group(1)) > len(body):
            raise Refused(Problem.MALFORMED)
        place = line.end() + int(line.group(1))
        envelopes.append(body[line.end() : place])
    if not 0 < len(envelopes) <= limits.BATCH_ENVELOPES:
        raise Refused(Problem.MALFORMED)
    return tuple(envelopes)

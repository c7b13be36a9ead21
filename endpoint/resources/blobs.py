"""``/v1/blobs/{sha256}``: sealed bytes in pieces, as tus brings them; a piece that does not fit changes nothing."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

from sqlalchemy.exc import IntegrityError

from endpoint.storage.blobs import (
    Blob,
    add_piece,
    begin_blob,
    find_blob,
    let_go_of_blob,
    let_go_of_unfinished,
    read_blob,
)
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit, refusal_answer
from protocol import limits
from protocol.problems import Problem, Refused
from protocol.requests import LENGTH_HEADER, OFFSET_HEADER

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


def head(visit: SignedVisit) -> Answer:
    """Say how far a blob of this device has come; one that was never begun is at 0."""
    sha256 = _read_name(visit)
    blob = find_blob(visit.tx, visit.device.id, sha256) or Blob(0, 0)
    return Answer(200, b"", about=sha256, headers={OFFSET_HEADER: str(blob.received), "cache-control": "no-store"})


def patch(visit: SignedVisit) -> Answer:
    """Keep the next piece of a blob, and say how far it has come."""
    sha256, piece = _read_name(visit), visit.asked.body
    offset, size = (_read_number(visit.asked.header(name)) for name in (OFFSET_HEADER, LENGTH_HEADER))
    if not piece or not offset + len(piece) <= size <= limits.ENVELOPE_BYTES:
        raise Refused(Problem.MALFORMED)
    blob = find_blob(visit.tx, visit.device.id, sha256)
    if offset != (blob.received if blob else 0):
        raise Refused(Problem.BLOB_OFFSET, offset=blob.received if blob else 0)
    if blob is not None and blob.size != size:
        raise Refused(Problem.MALFORMED)
    received = _add(visit, sha256, offset, piece, size)
    if received == size and hashlib.sha256(read_blob(visit.tx, visit.device.id, sha256)).hexdigest() != sha256:
        let_go_of_blob(visit.tx, visit.device.id, sha256)
        return refusal_answer(Refused(Problem.BLOB_DIFFERENT), about=sha256)
    return Answer(204, b"", about=sha256, headers={OFFSET_HEADER: str(received)})


def _add(visit: SignedVisit, sha256: str, offset: int, piece: bytes, size: int) -> int:
    try:
        if offset == 0:
            let_go_of_unfinished(visit.tx, to_text(visit.now - timedelta(days=limits.UNFINISHED_DAYS)))
            begin_blob(visit.tx, visit.device.id, sha256, size, to_text(visit.now))
        add_piece(visit.tx, visit.device.id, sha256, offset, piece)
    except IntegrityError as fault:  # the same piece twice at the same moment: the other one was quicker
        raise Refused(Problem.BLOB_OFFSET, offset=offset) from fault
    return offset + len(piece)


def _read_name(visit: SignedVisit) -> str:
    sha256 = visit.asked.path["sha256"]
    if not _SHA256.fullmatch(sha256):
        raise Refused(Problem.MALFORMED)
    return sha256


def _read_number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise Refused(Problem.MALFORMED)
    return int(text)

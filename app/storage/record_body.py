"""How a finished record is written in the vault, ``ecaf-record/1``: JSON under zstd; once written, read for ever.

{"fmt", "statement": {…}, "signature", "leaves": [[path, answer, salt, digest], …], "decoys": […]}   bytes as base64
"""

import json
from base64 import b64decode, b64encode
from datetime import datetime
from typing import Any

import zstandard

from app.domain.answers import from_json, to_json
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Role, Worker
from app.domain.record import FinishedRecord, FormRef, Leaf, RecordKind, Statement

FORMAT = "ecaf-record/1"
_MOST_BYTES = 64 * 1024 * 1024


def to_bytes(record: FinishedRecord) -> bytes:
    """Return a finished record as it is stored."""
    written = {
        "fmt": FORMAT,
        "statement": _statement_json(record.statement),
        "signature": _text(record.signature),
        "leaves": [[leaf.path, to_json(leaf.answer), _text(leaf.salt), _text(leaf.digest)] for leaf in record.leaves],
        "decoys": [_text(decoy) for decoy in record.decoys],
    }
    return zstandard.compress(json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode())


def from_bytes(body: bytes) -> FinishedRecord:
    """Return the finished record stored as ``body``."""
    written = json.loads(zstandard.decompress(body, max_output_size=_MOST_BYTES))
    if written["fmt"] != FORMAT:
        raise ValueError("not a record of this form")
    leaves = tuple(
        Leaf(path, from_json(answer), b64decode(salt), b64decode(digest))
        for path, answer, salt, digest in written["leaves"]
    )
    decoys = tuple(b64decode(decoy) for decoy in written["decoys"])
    return FinishedRecord(_statement(written["statement"]), b64decode(written["signature"]), leaves, decoys)


def _statement_json(statement: Statement) -> dict[str, Any]:
    return {
        "record": statement.record,
        "version": statement.version,
        "parents": list(statement.parents),
        "kind": statement.kind.value,
        "episode": statement.episode,
        "form": [statement.form.url, statement.form.version, statement.form.sha256],
        "root": statement.root,
        "agrees_to": statement.agrees_to,
        "author": _worker_json(statement.author),
        "device": statement.device,
        "finished_at": statement.finished_at.isoformat(),
    }


def _statement(written: dict[str, Any]) -> Statement:
    return Statement(
        record=RecordId(written["record"]),
        version=written["version"],
        parents=tuple(written["parents"]),
        kind=RecordKind(written["kind"]),
        episode=EpisodeId(written["episode"]),
        form=FormRef(*written["form"]),
        root=written["root"],
        agrees_to=written["agrees_to"],
        author=_worker(written["author"]),
        device=DeviceId(written["device"]),
        finished_at=datetime.fromisoformat(written["finished_at"]),
    )


def _worker_json(worker: Worker) -> dict[str, str]:
    return {"name": worker.name, "job": worker.job, "agency": worker.agency, "role": worker.role.value}


def _worker(written: dict[str, str]) -> Worker:
    return Worker(written["name"], written["job"], written["agency"], Role(written["role"]))


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()

"""A copy of the endpoint's whole database gives no answer, note, comment or free text of any record."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from ambleton import Laptop, Town
from sqlalchemy import select

from app import selftest
from app.domain.ids import DeviceId, EnvelopeId, new_id
from app.domain.sharing import kept
from app.sealing.device import DeviceSecrets, new_device_secrets
from app.sealing.envelopes import new_envelope
from app.sealing.opening import open_package
from app.sealing.packages import Readers, package_kept, seal
from endpoint.office import open_door
from endpoint.restoring import take_backup
from endpoint.storage.database import open_engine
from endpoint.storage.tables import METADATA
from protocol.envelope import unpack
from protocol.messages import EnvelopeKind
from protocol.statements import public_text

MARKED = {
    "id.given": "Quillfeather",
    "id.family": "Oxenbridge-Marl",
    "co.strengths": "Brambleshanks sings while he waits",
    "d1.speech.needs": "Wobbledropper at the clinic on Thursday",
    "d3.housing.needs": "Damp-as-Thornwick in both bedrooms",
}
MARKS = [word for said in MARKED.values() for word in said.split() if len(word) > 9]


def envelope_of(own: DeviceSecrets, laptop: Laptop, root: DeviceSecrets) -> tuple[str, bytes]:
    device = DeviceId(laptop.id)
    record, certificate = selftest.finished(MARKED, own, device), selftest.certified(root, own, device)
    sealed = seal(package_kept(certificate, [kept(record)]), Readers(EnvelopeKind.KEPT, {laptop.id: own.recipient}))
    envelope = new_id()
    body = new_envelope(
        sealed,
        id=EnvelopeId(envelope),
        record=record.statement.record,
        version=1,
        parents=(),
        device=device,
        device_seq=1,
        signing_key=own.signing,
    )
    return envelope, body


def spellings(word: str) -> list[bytes]:
    plain = word.encode()
    shifted = [base64.b64encode(b"\0" * skip + plain)[4:-4] for skip in range(3)]
    return [
        plain,
        plain.lower(),
        word.encode("utf-16-le"),
        plain.hex().encode(),
        *(one for one in shifted if len(one) > 7),
    ]


def whole_store(town: Town, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the store in every way somebody could carry it off: its rows, its files, its backup."""
    engine = open_engine(town.settings.database_url)
    with engine.connect() as connection:
        for name, table in METADATA.tables.items():
            for row in connection.execute(select(table)):
                for value in row:
                    yield name, value if isinstance(value, bytes) else str(value).encode()
    engine.dispose()
    door = open_door(town.settings)
    take_backup(door, folder / "copied.backup")
    door.close()
    yield "backup", (folder / "copied.backup").read_bytes()
    folders = [town.folder]
    if town.database:
        folders += [Path(town.database.partition("host=")[2]) / "data" / part for part in ("base", "pg_wal")]
    for file in (file for folder in folders for file in folder.rglob("*")):
        if file.is_file():
            yield file.name, file.read_bytes()


def test_no_word_of_a_record_is_anywhere_in_the_store(town: Town, tmp_path: Path) -> None:
    own, root = new_device_secrets(), new_device_secrets()
    laptop = Laptop(town.address, key=own.signing, reading=own.recipient)
    laptop.enrol(town.invite())
    envelope, body = envelope_of(own, laptop, root)
    with laptop.client() as client:
        client.put(body, envelope)
        brought = client.get(envelope)
    sealed = unpack(body)[1]
    searched = re.compile(b"|".join(re.escape(spelled) for word in MARKS for spelled in spellings(word)))
    found_sealed = 0
    for where, held in whole_store(town, tmp_path):
        found_sealed += sealed in held
        assert searched.search(held) is None, where
    # The controls: the sealed bytes are there to be found, and whoever has the key finds each word in them.
    assert found_sealed >= 1
    opened = open_package(brought, [own.reading], root=public_text(root.signing))
    for path, said in MARKED.items():
        assert opened.record.answers[path] == said
    assert len(MARKS) >= 5


@pytest.mark.parametrize("word", MARKS)
def test_the_search_finds_a_word_where_there_is_one(word: str) -> None:
    assert any(spelled in f"before {word} after".encode() for spelled in spellings(word))
    assert any(spelled in base64.b64encode(f"before {word} after".encode()) for spelled in spellings(word))

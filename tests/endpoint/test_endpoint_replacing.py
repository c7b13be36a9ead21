"""Of ledgers and drafts only a device's newest is kept; whatever was finished is never let go of."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import uuid4

import pytest
from ambleton import Laptop, Town

from app.sync.client import EndpointRefused
from endpoint.cli import main
from protocol.envelope import pack, unpack
from protocol.messages import EnvelopeHeader, EnvelopeKind, SignedHeader
from protocol.problems import Problem
from protocol.statements import Kind, sign


def envelope(laptop: Laptop, kind: EnvelopeKind, record: str, number: int, sealed: bytes = b"sealed") -> bytes:
    header = EnvelopeHeader(
        id=str(uuid4()),
        record=record,
        version=1,
        parents=(),
        kind=kind,
        sha256=hashlib.sha256(sealed).hexdigest(),
        size=len(sealed),
        blobs=(),
        device=laptop.id,
        device_seq=number,
        recipients=(laptop.id, "escrow-1"),
    )
    return pack(SignedHeader(header, sign(Kind.ENVELOPE, header, laptop.key)), sealed)


def put(laptop: Laptop, body: bytes) -> str:
    name = unpack(body)[0].header.id
    with laptop.client() as client:
        client.put(body, name)
    return name


def is_there(laptop: Laptop, name: str) -> bool:
    try:
        with laptop.client() as client:
            client.get(name)
    except EndpointRefused as fault:
        return fault.problem is not Problem.NOT_FOUND
    return True


@pytest.mark.parametrize("kind", [EnvelopeKind.LEDGER, EnvelopeKind.DRAFT])
def test_a_newer_one_takes_the_place_of_those_before_it(priya: Laptop, kind: EnvelopeKind) -> None:
    about = str(uuid4())
    names = [put(priya, envelope(priya, kind, about, number)) for number in (1, 2, 3)]
    assert [is_there(priya, name) for name in names] == [False, False, True]


def test_an_older_one_that_comes_late_takes_no_place(priya: Laptop) -> None:
    about = str(uuid4())
    newer = put(priya, envelope(priya, EnvelopeKind.DRAFT, about, 5))
    older = put(priya, envelope(priya, EnvelopeKind.DRAFT, about, 4))
    assert (is_there(priya, newer), is_there(priya, older)) == (True, False)


def test_sending_again_what_was_let_go_gets_the_same_receipt_and_does_not_bring_it_back(priya: Laptop) -> None:
    about = str(uuid4())
    first = envelope(priya, EnvelopeKind.DRAFT, about, 1)
    name = put(priya, first)
    with priya.client() as client:
        receipt = client.put(first, name)
        put(priya, envelope(priya, EnvelopeKind.DRAFT, about, 2))
        assert client.put(first, name) == receipt
    assert not is_there(priya, name)


def test_another_draft_another_laptop_and_finished_work_stay(priya: Laptop, town: Town) -> None:
    about, other = str(uuid4()), town.enrolled()
    stay = [
        (priya, put(priya, envelope(priya, EnvelopeKind.DRAFT, str(uuid4()), 1))),
        (priya, put(priya, envelope(priya, EnvelopeKind.KEPT, about, 2))),
        (priya, put(priya, envelope(priya, EnvelopeKind.KEPT, about, 3))),
        (other, put(other, envelope(other, EnvelopeKind.DRAFT, about, 1))),
    ]
    put(priya, envelope(priya, EnvelopeKind.DRAFT, about, 4))
    assert all(is_there(laptop, name) for laptop, name in stay)


def test_what_a_lost_laptop_sent_is_written_out_by_its_id(
    priya: Laptop, town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = str(uuid4())
    put(priya, envelope(priya, EnvelopeKind.LEDGER, about, 1))
    kinds = ((2, EnvelopeKind.LEDGER), (3, EnvelopeKind.KEPT))
    stays = [put(priya, envelope(priya, kind, about, number)) for number, kind in kinds]
    said = ["export-kept", "--folder", str(town.folder), "--device", priya.id, "--out", str(tmp_path / "out")]
    monkeypatch.setenv("ECAF_ENDPOINT_DATABASE", town.database)
    assert main(said) == 0
    assert sorted(file.stem for file in (tmp_path / "out").iterdir()) == sorted(stays)


def test_an_unknown_laptop_and_a_wrong_file_are_said(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECAF_ENDPOINT_DATABASE", town.database)
    line = ["export-kept", "--folder", str(town.folder), "--out", str(tmp_path / "out")]
    assert main([*line, "--device", str(uuid4())]) == 1
    (tmp_path / "file").write_bytes(b"{}")
    assert main([*line, "--for", str(tmp_path / "file")]) == 1
    assert main([*line, "--for", str(tmp_path / "nowhere")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 3
    assert not (tmp_path / "out").exists()

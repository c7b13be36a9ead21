"""A large envelope goes in pieces: a cut costs the last piece alone, and an answer that was lost costs nothing."""

from __future__ import annotations

from pathlib import Path
from random import Random
from unittest.mock import Mock

import pytest
from ambleton import Laptop, Town
from badwire import Wire, free_port, wired
from rigs.results import Results

from app.domain.ids import EnvelopeId
from app.sync import piecewise
from app.sync.client import EndpointClient, EndpointRefused, Unreachable
from app.sync.piecewise import LARGE_BYTES, Piecewise
from protocol.messages import SignedReceipt
from protocol.problems import Problem

SEALED = Random(5).randbytes(5_000_000)
QUICK_BYTES = 2_000_000
TWICE_AT_MOST = 0.05
RESULTS = Path(__file__).parent / "results" / "slow-wire.json"


class Counts(EndpointClient):
    """Counts what it tries to bring."""

    pieces = 0
    tried = 0
    wholes = 0

    def bring(self, sha256: str, place: int, piece: bytes, size: int) -> int:
        """Bring it, counted whether or not it arrives."""
        self.pieces, self.tried = self.pieces + 1, self.tried + len(piece)
        return super().bring(sha256, place, piece, size)

    def put(self, envelope: bytes, envelope_id: str) -> SignedReceipt:
        """Put it, and count it where it is whole."""
        self.wholes += len(envelope) > LARGE_BYTES
        return super().put(envelope, envelope_id)


def sent(client: EndpointClient, body: bytes, envelope: str) -> SignedReceipt:
    """Send until it has arrived, as one round after another does."""
    going = Piecewise(client)
    while True:
        try:
            return going.send(body, EnvelopeId(envelope))
        except Unreachable:
            continue


def counting(laptop: Laptop, address: str) -> Counts:
    return Counts(address, laptop.id, laptop.key)


def test_a_large_envelope_arrives_over_a_slow_wire_that_drops_with_little_sent_twice(
    ambleton_running: Town, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    laptop = ambleton_running.enrolled()
    quicker, sealed = (1, SEALED) if request.config.getoption("--long") else (200, SEALED[:QUICK_BYTES])
    monkeypatch.setattr(piecewise, "SECONDS_A_PIECE", 1 / quicker)
    there = int(ambleton_running.address.rpartition(":")[2])
    wire = Wire(free_port(), there, Random(1), bad=1.0, faults=("slow",), rate=20_000 * quicker, drop_after=600_000)
    envelope, body = laptop.envelope(sealed=sealed)
    with wired(wire) as address, counting(laptop, address) as client:
        receipt = sent(client, body, envelope)
        assert receipt.receipt.id == envelope
        if quicker == 1:
            figures = {"bytes": len(sealed), "bytes_sent": client.tried, "whole_again": client.wholes}
            Results(RESULTS).add("slow wire that drops", "1", figures)
        assert client.tried - len(sealed) < TWICE_AT_MOST * len(sealed)
        assert (client.tried > len(sealed), client.wholes) == (True, 0)


def test_an_answer_that_was_lost_costs_no_piece_again(ambleton_running: Town) -> None:
    laptop = ambleton_running.enrolled()
    envelope, body = laptop.envelope(sealed=SEALED[: LARGE_BYTES + 1])
    with counting(laptop, ambleton_running.address) as client:
        first, pieces = sent(client, body, envelope), client.pieces
        assert pieces > 1
        assert (sent(client, body, envelope), client.pieces) == (first, pieces)


def test_an_endpoint_that_takes_no_pieces_is_brought_the_whole(
    ambleton_running: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = ambleton_running.enrolled()
    envelope, body = laptop.envelope(sealed=SEALED[: LARGE_BYTES + 1])
    with counting(laptop, ambleton_running.address) as client:
        monkeypatch.setattr(client, "brought", Mock(side_effect=EndpointRefused(Problem.METHOD_NOT_ALLOWED)))
        assert sent(client, body, envelope).receipt.id == envelope
        assert (client.pieces, client.wholes) == (0, 1)

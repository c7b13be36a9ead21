"""Sending one large envelope in pieces, so that after a cut only the last piece goes again; it is judged as a whole.

How far it has come is asked of the endpoint each time and remembered nowhere, so nothing here outlives a crash wrongly.
"""

from __future__ import annotations

from time import monotonic

from app.domain.ids import EnvelopeId
from app.sync.client import AnswerUnreadable, EndpointClient, EndpointRefused
from protocol.envelope import pack_bare, split
from protocol.limits import PIECE_BYTES
from protocol.messages import SignedReceipt
from protocol.problems import Problem

LARGE_BYTES = 256 * 1024
"""From this size on, going again from the beginning is worth avoiding."""

SMALLEST_PIECE = 16 * 1024
SECONDS_A_PIECE = 1.0
"""What a cut may cost: about what this connection carries in so long."""

_DISAGREEMENTS = 3


class Piecewise:
    """Sends large envelopes to one endpoint, in pieces as large as the connection is quick."""

    def __init__(self, client: EndpointClient) -> None:
        self._client, self._piece = client, SMALLEST_PIECE

    def send(self, body: bytes, envelope: EnvelopeId) -> SignedReceipt:
        """Send an envelope from where it was cut off; whole, to one that takes no pieces. Raises ``Trouble``."""
        signed, sealed = split(body)
        bare, sha256 = pack_bare(signed), signed.header.sha256
        try:
            place = self._client.brought(sha256)
        except (AnswerUnreadable, EndpointRefused):
            return self._client.put(body, envelope)
        if place == 0 and (receipt := self._kept_already(bare, envelope)) is not None:
            return receipt
        try:
            self._bring(sha256, sealed, place)
        except EndpointRefused as fault:
            if fault.problem is Problem.BLOB_DIFFERENT:  # the pieces were let go: whole, it is judged once more
                return self._client.put(body, envelope)
            raise
        return self._client.put(bare, envelope)

    def _kept_already(self, bare: bytes, envelope: EnvelopeId) -> SignedReceipt | None:
        """Return the receipt where the answer was lost and nothing else: its pieces are gone, and not needed again."""
        try:
            return self._client.put(bare, envelope)
        except EndpointRefused as fault:
            if fault.problem is Problem.BLOB_MISSING:
                return None
            raise

    def _bring(self, sha256: str, sealed: bytes, place: int) -> None:
        disagreed = 0
        while place < len(sealed):
            piece = sealed[place : place + self._piece]
            begun, self._piece = monotonic(), SMALLEST_PIECE  # begin small again, if this one is cut off
            said = self._client.bring(sha256, place, piece, len(sealed))
            self._piece = _next_size(len(piece), monotonic() - begun)
            disagreed += said != place + len(piece)
            if disagreed > _DISAGREEMENTS:
                raise AnswerUnreadable
            place = said


def _next_size(sent: int, seconds: float) -> int:
    """Return how large the next piece is: what goes in about a second, at most four times the last one."""
    carried = int(sent * SECONDS_A_PIECE / max(seconds, 0.001))
    return max(SMALLEST_PIECE, min(carried, 4 * sent, PIECE_BYTES))

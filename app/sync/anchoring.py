"""Holding on to the audit's head outside the laptop: a folder put back from a copy is noticed at its next sync."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from app.clock import Clock
from app.storage import audit, noticed, sync_state
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.storage.witness import Sign
from app.sync.client import EndpointClient, EndpointRefused
from protocol.codec import to_text
from protocol.messages import Anchor
from protocol.problems import Problem

_TOLD = "anchor told"


class _Ours(NamedTuple):
    n: int
    head: str
    key: str
    continues: bool


class Anchoring:
    """Brings the head of one open vault's audit to the endpoint, whenever it has grown."""

    def __init__(self, vault: VaultThread, client: EndpointClient, clock: Clock) -> None:
        self._vault, self._client, self._clock = vault, client, clock
        self._kept: Anchor | None = None
        self._is_known = False

    def hold_on(self) -> bool:
        """Compare with what the endpoint keeps, and bring what is new; say whether this laptop proved to be a copy.

        What the endpoint keeps is asked for at the start, and again after every answer that was lost.
        """
        if not self._is_known:
            self._kept, self._is_known = self._client.anchor(), True
        kept = self._kept
        ours = self._vault.ask(lambda tx: _ours(tx, kept))
        if ours.n == 0 or (kept is not None and (kept.n, kept.head) == (ours.n, ours.head)):
            return False
        if kept is not None and not ours.continues:
            is_news = self._vault.ask(lambda tx: self._note(tx, kept))
            ours = self._vault.ask(lambda tx: _ours(tx, kept))
            self._bring(ours, kept)
            return is_news
        self._bring(ours, kept)
        return False

    def _bring(self, ours: _Ours, kept: Anchor | None) -> None:
        after = (kept.n, kept.head) if kept is not None else (0, "")
        anchor = Anchor(self._client.device_id, ours.n, ours.head, *after, ours.continues, ours.key)
        self._is_known = False
        try:
            self._client.put_anchor(anchor)
        except EndpointRefused as fault:
            if fault.problem is not Problem.ANCHOR_DIFFERENT:
                raise
        else:
            self._kept, self._is_known = anchor, True

    def _note(self, tx: Transaction, kept: Anchor) -> bool:
        """Remember the sign, once for each anchor that this audit does not go on from; say whether it is new."""
        if sync_state.read(tx, _TOLD) == kept.head:
            return False
        sync_state.write(tx, _TOLD, kept.head)
        noticed.note(tx, self._client.device_id, [Sign.ANCHOR_BROKEN], self._now())
        return True

    def _now(self) -> datetime:
        return self._clock.now()


def _ours(tx: Transaction, kept: Anchor | None) -> _Ours:
    n, head = audit.head(tx) or (0, "")
    continues = kept is None or audit.hash_of(tx, kept.n) == kept.head
    return _Ours(n, head, to_text(audit.sealed_key(tx)), continues)

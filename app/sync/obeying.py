"""What the authority orders of this laptop: checked first, kept in the vault, and carried out once.

Nothing is done for a word that the pinned root did not sign to this very laptop, and nothing that waits is given up
but for ``wipe-now``, which two people gave. What was heard is carried out without a connection, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from app.clock import Clock
from app.errors import Trouble
from app.log import LOGGER
from app.sealing.wire import moment_out
from app.storage import audit, drafts, outbox, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.emptying import Emptied, erase_keys, erase_rest
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient
from app.sync.fetching import Reader
from protocol.codec import decode, encode
from protocol.orders import Done, Order, OrderKind, SignedOrder, check_order
from protocol.problems import Refused

HEARD, DONE = "orders", "orders done"
_GRAVER = (OrderKind.REVOKE, OrderKind.PUSH_THEN_WIPE, OrderKind.WIPE_NOW)
_WORDS = {
    OrderKind.REVOKE: "Your authority has taken this laptop out of use. What is finished is still handed in; nothing "
    "more comes here. Please ask your early help team.",
    OrderKind.PUSH_THEN_WIPE: "Your authority has ordered that this laptop is emptied once all that is finished was "
    "received. Please ask your early help team.",
    OrderKind.WIPE_NOW: "Your authority has ordered that this laptop is emptied now. What was not handed in is lost.",
}


class Obeying:
    """Hears and carries out the orders to one laptop."""

    def __init__(self, vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> None:
        self._vault, self._client, self._reader, self._clock = vault, client, reader, clock

    def hear(self, orders: Iterable[SignedOrder]) -> None:
        """Keep each order that holds and is new, with its line in the audit, before anything is done about it."""
        believed = [signed for signed in orders if self._holds(signed)]
        if believed:
            self._vault.ask(lambda tx: _keep(tx, believed, self._clock.now()))

    def _holds(self, signed: SignedOrder) -> bool:
        order, directory = signed.order, self._reader.directory.directory
        try:
            check_order(signed, self._reader.root)
        except Refused:
            LOGGER.info("an order was not believed")
            return False
        return (order.device, order.authority) == (self._client.device_id, directory.authority)

    def gravest(self) -> OrderKind | None:
        """Return the gravest order this laptop was ever given, or ``None``."""
        return self._vault.ask(_gravest)

    def carry_out(self, *, reached: bool) -> bool:
        """Do what can be done of it now; say whether this place was emptied, and its vault is closed.

        ``reached`` says that this round went well: only then is it known that the endpoint has what it receipted.
        """
        kind = self.gravest()
        if kind is None or not self._vault.ask(lambda tx: _is_time(tx, kind, reached=reached)):
            return False
        self._say_done()
        return kind is not OrderKind.REVOKE and self._empty()

    def _empty(self) -> bool:
        folder, emptied = self._vault.vault.folder, self._vault.ask(self._told)
        erase_keys(folder, emptied)
        self._vault.shut()
        erase_rest(folder)
        return True

    def _say_done(self) -> None:
        """Bring the word for each order that has none yet; without a connection it is carried out all the same."""
        for order in self._vault.ask(_undone):
            unsent = self._vault.ask(outbox.without_receipt)
            with suppress(Trouble):
                self._client.put_done(Done(order.id, order.device, unsent, moment_out(self._clock.now())))
                self._vault.ask(lambda tx, one=order.id: _note_done(tx, one))  # type: ignore[misc]

    def _told(self, tx: Transaction) -> Emptied:
        name = self._reader.directory.directory.name
        return Emptied(name, self._clock.now(), sum(outbox.unsent(tx)), drafts.count(tx))


def words_for(kind: OrderKind | None) -> str:
    """Return what the person in front of it is told of an order; empty without one."""
    return _WORDS[kind] if kind is not None else ""


def _keep(tx: Transaction, orders: Iterable[SignedOrder], at: datetime) -> None:
    held = {signed.order.id: signed for signed in _held(tx)}
    for signed in orders:
        if signed.order.id not in held:
            held[signed.order.id] = signed
            audit.write(tx, Act.ORDERED, signed.order.id, at, signed.order.what.value)
    sync_state.write(tx, HEARD, json.dumps([encode(signed).decode() for signed in held.values()]))


def _held(tx: Transaction) -> list[SignedOrder]:
    return [decode(one.encode(), SignedOrder) for one in json.loads(sync_state.read(tx, HEARD) or "[]")]


def _gravest(tx: Transaction) -> OrderKind | None:
    return max((signed.order.what for signed in _held(tx)), key=_GRAVER.index, default=None)


def _undone(tx: Transaction) -> list[Order]:
    done = json.loads(sync_state.read(tx, DONE) or "[]")
    return [signed.order for signed in _held(tx) if signed.order.id not in done]


def _note_done(tx: Transaction, order: str) -> None:
    sync_state.write(tx, DONE, json.dumps([*json.loads(sync_state.read(tx, DONE) or "[]"), order]))


def _is_time(tx: Transaction, kind: OrderKind, *, reached: bool) -> bool:
    """Say whether it may be carried out: at once where two people said so, else once every envelope has its receipt.

    One that is set aside for a person has none, and is not given up. What was said to be done needs no connection.
    """
    if kind is OrderKind.WIPE_NOW:
        return True
    return outbox.without_receipt(tx) == 0 and (reached or not _undone(tx))

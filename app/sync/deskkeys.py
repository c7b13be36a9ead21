"""Taking in a desk key of a further epoch, in the round that believes the directory; kept only if all of it holds."""

from __future__ import annotations

from datetime import datetime

from app.clock import Clock
from app.log import LOGGER
from app.sealing.deskkeys import open_desk_key
from app.sealing.genuine import NotGenuine
from app.storage import audit, enrolment
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.enrolment import DESK
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.fetching import NOW_AND_THEN, Reader, ask_again_soon
from protocol.deskkeys import DeskKeys, SignedDeskKey
from protocol.problems import Problem


class KeysOfDesk:
    """Sees to it that a coordinator's laptop has the desk key that the directory names; a laptop left out has none.

    Keys of before stay: what was sealed to them opens as ever, and so does what comes late.
    """

    def __init__(self, vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> None:
        self._vault, self._client, self._reader, self._clock = vault, client, reader, clock
        self._asked: tuple[int, datetime] | None = None

    def renew(self) -> int:
        """Ask where a key is lacking, at most every quarter of an hour for one directory; return how many came."""
        if not self._vault.ask(self._lacks_one) or self._was_asked():
            return 0
        directory = self._reader.directory.directory
        self._asked = directory.serial, self._clock.now()
        given = self._given()
        return sum(self._take(one) for one in given.keys) if given is not None else 0

    def _lacks_one(self, tx: Transaction) -> bool:
        named = self._reader.directory.directory.desk
        return enrolment.is_at_desk(tx) and not set(named) <= enrolment.desk_key_names(tx)

    def _was_asked(self) -> bool:
        if self._asked is None:
            return False
        serial, at = self._asked
        just_now = abs(self._clock.now() - at) < NOW_AND_THEN
        return just_now and serial == self._reader.directory.directory.serial

    def _given(self) -> DeskKeys | None:
        try:
            return self._client.desk_keys()
        except EndpointRefused as fault:
            if fault.problem is not Problem.NOT_FOUND:
                raise
            return None

    def _take(self, signed: SignedDeskKey) -> bool:
        reader, key = self._reader, signed.desk_key.key
        try:
            identity = open_desk_key(signed, reader.identities, reader.device, reader.directory)
        except NotGenuine as fault:
            LOGGER.info("a desk key was not believed: %s", type(fault).__name__)
            return False
        wrapped = self._vault.vault.wrap_secret(identity.encode(), DESK)
        is_new = self._vault.ask(lambda tx: self._keep(tx, key, wrapped))
        if is_new:
            reader.hold_desk_key(key, identity)
        return is_new

    def _keep(self, tx: Transaction, key: str, wrapped: bytes) -> bool:
        if key in enrolment.desk_key_names(tx):
            return False
        enrolment.add_desk_secret(tx, key, wrapped)
        audit.write(tx, Act.DESK_KEY_TAKEN, key, self._clock.now())
        ask_again_soon(tx, self._clock.now())
        return True

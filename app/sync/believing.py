"""Whose keys are believed just now: the newest directory the authority's root signed, read again when there is a newer.

A lower serial, another root or another authority is never taken. The wire is held to it at once, and whatever is sealed
from then on goes to its keys (``app.operations.workplace.newest_directory``).
"""

from __future__ import annotations

from app.clock import Clock
from app.domain.ids import DeviceId
from app.log import LOGGER
from app.storage import audit, enrolment
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient
from app.sync.fetching import Reader
from protocol.certificates import check_directory
from protocol.codec import encode
from protocol.messages import SignedDirectory
from protocol.problems import Refused


class Believing:
    """A reader whose directory may be renewed while a vault is open."""

    def __init__(self, reader: Reader) -> None:
        self._reader, self._directory = reader, reader.directory

    @property
    def device(self) -> DeviceId:
        """This laptop."""
        return self._reader.device

    @property
    def identities(self) -> tuple[str, ...]:
        """The age identities held here."""
        return self._reader.identities

    @property
    def root(self) -> str:
        """The public key of the authority's root, pinned at enrolment."""
        return self._reader.root

    @property
    def directory(self) -> SignedDirectory:
        """The newest directory that was checked."""
        return self._directory

    def hold_desk_key(self, key: str, identity: str) -> None:
        """Read with a desk key of a further epoch too."""
        self._reader.hold_desk_key(key, identity)

    def renew(self, vault: VaultThread, client: EndpointClient, serial: int, clock: Clock) -> None:
        """Read the directory again where the endpoint names a higher serial, and keep it if it holds."""
        if serial <= self._directory.directory.serial:
            return
        signed = client.authority()
        if not self._is_newer(signed):
            LOGGER.info("a directory was not believed")
            return

        def keep(tx: Transaction) -> None:
            enrolment.change_directory(tx, encode(signed).decode())
            audit.write(tx, Act.POLICY_CHANGED, "", clock.now(), f"directory {signed.directory.serial}")

        vault.ask(keep)
        self._directory = signed
        client.hold_to(signed.directory.tls_keys)

    def _is_newer(self, signed: SignedDirectory) -> bool:
        try:
            check_directory(signed, self.root)
        except Refused:
            return False
        known, said = self._directory.directory, signed.directory
        return said.serial > known.serial and (said.authority, said.practice) == (known.authority, known.practice)

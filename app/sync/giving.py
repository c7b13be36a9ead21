"""Taking in the policy that the authority gives out: under its pinned root alone, and never one that is older.

Whether it can be used is for the rules to say when the vault is next opened; what is held here is what was signed.
"""

from __future__ import annotations

from app.clock import Clock
from app.log import LOGGER
from app.storage import audit, given
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient
from app.sync.fetching import Reader
from protocol.orders import SignedPolicy, check_policy
from protocol.problems import Refused


def renew_policy(vault: VaultThread, client: EndpointClient, reader: Reader, serial: int, clock: Clock) -> None:
    """Ask for the policy where the endpoint names a higher serial than the one held, and keep it if it holds."""
    if serial <= vault.ask(given.policy_serial):
        return
    signed = client.policy()
    if not _holds(signed, reader):
        LOGGER.info("a policy was not believed")
        return

    def keep(tx: Transaction) -> None:
        if given.keep_policy(tx, signed.policy.serial, signed.policy.text):
            audit.write(tx, Act.POLICY_CHANGED, "", clock.now(), f"policy {signed.policy.serial}")

    vault.ask(keep)


def _holds(signed: SignedPolicy, reader: Reader) -> bool:
    try:
        check_policy(signed, reader.root)
    except Refused:
        return False
    return signed.policy.authority == reader.directory.directory.authority

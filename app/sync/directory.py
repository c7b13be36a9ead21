"""Fetching the service directory: page by page, each under its hash; the one before stays until all are here."""

from __future__ import annotations

from datetime import timedelta

from app.clock import Clock
from app.log import LOGGER
from app.storage import services, sync_state
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.fetching import Reader, moment_in
from app.sync.reconciling import OLDER
from protocol.problems import Refused
from protocol.services import Service, SignedEdition, check_edition, page_name, unpack_page

ASKED = "services asked at"
OFTEN_ENOUGH = timedelta(hours=1)


def renew_services(vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> bool:
    """Ask once an hour for a newer edition, and fetch what of it is not here; say whether one was put into force.

    A line that is cut half-way goes on at the next round with the pages that are missing.
    """
    if not vault.ask(lambda tx: _is_due(tx, clock)):
        return False
    try:
        fresh = _newer(vault, client.services(), reader)
        is_new = fresh is not None and _fetched(vault, client, fresh)
    except EndpointRefused as fault:  # none is given out, or a newer one came between two pages
        if fault.problem not in OLDER:
            raise
        is_new = False
    vault.ask(lambda tx: sync_state.write(tx, ASKED, clock.now().isoformat()))
    return is_new


def _is_due(tx: Transaction, clock: Clock) -> bool:
    asked = sync_state.read(tx, ASKED)
    return asked is None or abs(clock.now() - moment_in(asked)) >= OFTEN_ENOUGH


def _newer(vault: VaultThread, signed: SignedEdition, reader: Reader) -> SignedEdition | None:
    held = vault.ask(services.edition)
    try:
        check_edition(signed, reader.directory.directory)
    except Refused:
        LOGGER.info("an edition of the service directory was not believed")
        return None
    return signed if held is None or signed.edition.serial > held.serial else None


def _fetched(vault: VaultThread, client: EndpointClient, signed: SignedEdition) -> bool:
    """Fetch what is missing and put the edition into force; False where a page does not hold, and nothing changes."""
    names = signed.edition.pages
    for name in vault.ask(lambda tx: services.missing(tx, names)):
        page = client.services_page(name)
        if page_name(page) != name:
            LOGGER.info("a page of the service directory was not what its name says")
            return False
        vault.ask(lambda tx, name=name, page=page: services.keep_page(tx, name, page))  # type: ignore[misc]
    try:
        all_of_it = _unpacked(vault, names)
    except Refused:
        LOGGER.info("a page of the service directory could not be read")
        return False
    vault.ask(lambda tx: services.put_in_force(tx, signed, all_of_it))
    return True


def _unpacked(vault: VaultThread, names: tuple[str, ...]) -> list[Service]:
    return [one for name in names for one in unpack_page(vault.ask(lambda tx, name=name: services.page(tx, name)))]  # type: ignore[misc]

"""Renewing the lease at a contact; an endpoint that knows no leases leaves everything as it was."""

from __future__ import annotations

from datetime import timedelta

from app.clock import Clock
from app.log import LOGGER
from app.sealing.envelopes import check_lease
from app.sealing.genuine import NotGenuine
from app.storage import lease
from app.storage.database import Transaction
from app.storage.lease import HeldLease
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.fetching import Reader, moment_in
from protocol.messages import SignedLease
from protocol.problems import Problem

OFTEN_ENOUGH = timedelta(hours=1)


def renew_lease(vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> None:
    """Ask for a fresh lease where the one held is older than an hour, and keep it if it holds."""
    if not vault.ask(lambda tx: _is_due(tx, clock)):
        return
    try:
        said = client.lease()
        fresh = _believed(said, reader)
    except EndpointRefused as fault:
        if fault.problem is not Problem.NOT_FOUND:
            raise
    except NotGenuine as fault:
        LOGGER.info("a lease was not believed: %s", type(fault).__name__)
    else:
        vault.ask(lambda tx: _keep(tx, fresh, said))


def _is_due(tx: Transaction, clock: Clock) -> bool:
    lease.note_time(tx, clock.now())
    held = lease.held(tx)
    return held is None or abs(clock.now() - held.issued_at) >= OFTEN_ENOUGH


def _keep(tx: Transaction, fresh: HeldLease, said: SignedLease) -> None:
    """Keep a lease that was believed, and what it warns of; an older one played again warns of nothing."""
    if lease.keep(tx, fresh):
        lease.keep_lapses(tx, {one.what: one.until for one in said.lease.lapses})


def _believed(signed: SignedLease, reader: Reader) -> HeldLease:
    check_lease(signed, reader.directory.directory, reader.device)
    return HeldLease(moment_in(signed.lease.issued_at), moment_in(signed.lease.expires_at))

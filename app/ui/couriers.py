"""Makes the courier of an open place: its cable to the endpoint and what it does in a round; it starts nothing."""

from __future__ import annotations

from random import SystemRandom

from app.clock import Clock
from app.operations.costing import costly
from app.operations.noticing import hears_held
from app.operations.safekeeping import prepare
from app.operations.workplace import Workplace
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient
from app.sync.engine import Engine
from app.sync.worker import SyncWorker


def courier_of(workplace: Workplace, vault: VaultThread, clock: Clock) -> SyncWorker:
    """Return whoever sends and fetches for this place, and asks what somebody waits for."""
    pins = workplace.directory.directory.tls_keys
    client = EndpointClient(workplace.endpoint, workplace.device, workplace.secrets.signing, pins=pins, clock=clock)
    random, with_families = SystemRandom(), workplace.worker.role.works_with_families
    engine = Engine(
        vault,
        client,
        reader=workplace,
        clock=clock,
        random=random,
        prepare=(lambda tx: prepare(tx, workplace)) if with_families else (lambda _tx: ()),
        costly=lambda tx: costly(tx, workplace.policy),
        hears_held=hears_held(workplace),
        with_families=with_families,
    )
    return SyncWorker(engine, random)

"""What lapses soon comes with the lease, is kept until a newer one says otherwise, and is believed of nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from ambleton import Town
from larkrise import Laptop
from lost_laptop import OnThisThread, Owner, sync

from app.operations.leasing import what_lapses
from app.storage import lease, sync_state
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient
from app.sync.leasing import renew_lease
from endpoint.accounting import record_check
from endpoint.accounts import FOR_EVER, Vetted
from endpoint.office import open_door
from endpoint.storage.accounts import find_account_of_device
from protocol.messages import Lapse, Lease, SignedLease


@pytest.fixture
def jo(ambleton_running: Town, tmp_path: Path) -> Iterator[Laptop]:
    """Enrol Jo's laptop."""
    laptop = Owner(ambleton_running, tmp_path).laptop("jo")
    yield laptop
    laptop.vault.lock()


def checked_until(town: Town, laptop: Laptop, until: str) -> None:
    with closing(open_door(town.settings)) as door:
        with door.store.transaction() as tx:
            account = find_account_of_device(tx, laptop.workplace.device)
        assert account is not None
        record_check(door, account.account, Vetted("900123456789", "2026-01-05", "Sam Okafor", until), "Sam Okafor")


def told(laptop: Laptop) -> dict[str, date]:
    with laptop.vault.transaction() as tx:
        return what_lapses(tx, laptop.watch)


def set_the_watch(laptop: Laptop) -> None:
    """Set the laptop's watch by the endpoint's, and let the lease go, so that the next round brings another."""
    with laptop.vault.transaction() as tx:
        held = lease.held(tx)
        assert held is not None
        laptop.watch.at = held.issued_at
        sync_state.forget(tx, "lease")


class Forged(EndpointClient):
    """A cable on which somebody adds a warning to the endpoint's word."""

    def lease(self) -> SignedLease:
        """Ask, and hear a word more than was signed."""
        said = super().lease()
        more = Lease(said.lease.device, said.lease.issued_at, said.lease.expires_at, (Lapse("check", "2099-01-01"),))
        return SignedLease(more, said.key, said.signature)


def test_the_laptop_knows_what_lapses_until_it_was_renewed_and_past_its_day_it_warns_no_more(
    ambleton_running: Town, jo: Laptop
) -> None:
    with closing(open_door(ambleton_running.settings)) as door:
        until = door.now().date() + timedelta(days=10)
    checked_until(ambleton_running, jo, until.isoformat())
    sync(jo)
    set_the_watch(jo)
    assert told(jo) == {"check": until}
    jo.watch.at += timedelta(days=12)
    assert told(jo) == {}
    jo.watch.at -= timedelta(days=12)
    checked_until(ambleton_running, jo, FOR_EVER)
    sync(jo)
    assert told(jo) == {}


def test_a_warning_that_was_not_signed_is_not_believed(jo: Laptop) -> None:
    place = jo.workplace
    with Forged(place.endpoint, place.device, place.secrets.signing) as client:
        renew_lease(cast(VaultThread, OnThisThread(jo.vault)), client, place, jo.watch)
    assert told(jo) == {}
    with jo.vault.transaction() as tx:
        assert lease.held(tx) is None

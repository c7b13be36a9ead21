"""A lease is renewed at each contact; past it nothing new begins, and nothing of one's own is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from ambleton import Town
from larkrise import Laptop, Visit
from lost_laptop import OnThisThread, Owner, begin, finish, sync

from app.domain.lease import LeaseStanding
from app.operations.families import register_child
from app.operations.family import open_family
from app.operations.leasing import LeaseEnded, lease_standing
from app.storage import lease
from app.storage.lease import HeldLease
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.leasing import renew_lease
from protocol.messages import SignedLease
from protocol.problems import Problem


@pytest.fixture
def jo(ambleton_running: Town, tmp_path: Path) -> Iterator[Laptop]:
    """Enrol Jo's laptop, and let it hear from the endpoint once."""
    laptop = Owner(ambleton_running, tmp_path).laptop("jo")
    sync(laptop)
    yield laptop
    laptop.vault.lock()


def held_by(laptop: Laptop) -> HeldLease:
    with laptop.vault.transaction() as tx:
        held = lease.held(tx)
    assert held is not None
    return held


def standing_of(laptop: Laptop) -> LeaseStanding:
    with laptop.vault.transaction() as tx:
        return lease_standing(tx, laptop.watch)


def let_it_end(laptop: Laptop) -> Visit:
    """Begin with one family, and hear nothing for longer than the lease."""
    laptop.watch.at = held_by(laptop).issued_at
    visit = begin(laptop, "Mason")
    laptop.watch.at = held_by(laptop).expires_at + timedelta(minutes=1)
    return visit


def test_the_first_contact_gives_a_lease(jo: Laptop) -> None:
    jo.watch.at = held_by(jo).issued_at
    assert standing_of(jo) is LeaseStanding.HELD


def test_past_it_nothing_new_begins_and_it_is_said_kindly(jo: Laptop) -> None:
    let_it_end(jo)
    assert standing_of(jo) is LeaseStanding.ENDED
    with pytest.raises(LeaseEnded) as met, jo.vault.transaction() as tx:
        register_child(tx, jo.workplace)
    assert "still here" in met.value.sentences()


def test_past_it_own_unsent_work_is_read_finished_and_sent(jo: Laptop) -> None:
    visit = let_it_end(jo)
    with jo.vault.transaction() as tx:
        assert open_family(tx, jo.workplace, visit.episode).assessment is not None
    finish(visit)
    assert sync(jo).status.waiting == 0
    with jo.vault.transaction() as tx:
        assert [row["state"] for row in tx.all("SELECT state FROM outbox WHERE kind <> 'ledger'")] == ["received"] * 2


def test_a_clock_put_back_makes_it_no_longer(jo: Laptop) -> None:
    let_it_end(jo)
    with jo.vault.transaction() as tx:
        lease.note_time(tx, jo.watch.now())
    jo.watch.at = held_by(jo).issued_at
    assert standing_of(jo) is LeaseStanding.ENDED


def test_a_contact_renews_it_also_after_a_clock_that_ran_ahead_by_years(jo: Laptop) -> None:
    held = held_by(jo)
    fresh = HeldLease(held.issued_at + timedelta(days=1), held.expires_at + timedelta(days=1))
    with jo.vault.transaction() as tx:
        lease.note_time(tx, held.expires_at + timedelta(days=9000))
    assert standing_of(jo) is LeaseStanding.ENDED
    with jo.vault.transaction() as tx:
        assert lease.keep(tx, fresh)
    jo.watch.at = fresh.issued_at
    assert standing_of(jo) is LeaseStanding.HELD


def test_an_old_lease_played_again_changes_nothing(jo: Laptop) -> None:
    held = held_by(jo)
    earlier = HeldLease(held.issued_at - timedelta(days=1), held.expires_at + timedelta(days=300))
    with jo.vault.transaction() as tx:
        assert not lease.keep(tx, earlier)
    assert held_by(jo) == held


class NoLeases(EndpointClient):
    """A cable to an endpoint that is older than leases."""

    def lease(self) -> SignedLease:
        """Be told that there is nothing of that name."""
        raise EndpointRefused(Problem.NOT_FOUND)


class AnothersLease(EndpointClient):
    """A cable on which somebody gives the lease of another laptop."""

    def lease(self) -> SignedLease:
        """Ask, and hear of another device."""
        said = super().lease()
        return SignedLease(said.lease, said.key, said.signature[:-2] + "AA")


@pytest.mark.parametrize("cable", [NoLeases, AnothersLease])
def test_an_older_endpoint_or_a_forged_lease_leaves_everything_as_it_was(
    ambleton_running: Town, tmp_path: Path, cable: type[EndpointClient]
) -> None:
    laptop = Owner(ambleton_running, tmp_path).laptop("jo")
    place = laptop.workplace
    with cable(place.endpoint, place.device, place.secrets.signing) as client:
        renew_lease(cast(VaultThread, OnThisThread(laptop.vault)), client, place, laptop.watch)
    assert standing_of(laptop) is LeaseStanding.NONE
    laptop.watch.wait(days=1000)
    begin(laptop, "Mason")
    laptop.vault.lock()

"""A lease is the endpoint's own word, for thirty days, to the device that asks and to no other."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from ambleton import Laptop, Town, ask, problem_of

from app.domain.ids import DeviceId
from app.sealing.envelopes import check_lease
from app.sealing.genuine import NotGenuine
from protocol import limits


def test_a_device_gets_a_lease_of_thirty_days_that_it_can_check(priya: Laptop, town: Town) -> None:
    with priya.client() as client:
        signed = client.lease()
    check_lease(signed, town.office.directory().directory, DeviceId(priya.id))
    lasts = datetime.fromisoformat(signed.lease.expires_at) - datetime.fromisoformat(signed.lease.issued_at)
    assert lasts == timedelta(days=limits.LEASE_DAYS)


def test_the_lease_of_another_laptop_is_not_believed(priya: Laptop, town: Town) -> None:
    with town.enrolled().client() as client:
        signed = client.lease()
    with pytest.raises(NotGenuine):
        check_lease(signed, town.office.directory().directory, DeviceId(priya.id))


def test_nobody_who_is_not_enrolled_gets_one(town: Town) -> None:
    assert problem_of(ask(town.laptop().signed_request("GET", "/v1/lease"))) == "device.unknown"

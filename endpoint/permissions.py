"""Who may see what: nobody anything, but an envelope those whose reading key it is addressed to.

``check_may_ask`` is the one place where the role of whoever asks is held against what is asked.
"""

from __future__ import annotations

from typing import Protocol

from endpoint.storage.devices import Device
from protocol.messages import EnvelopeHeader
from protocol.problems import Problem, Refused

PRACTITIONER, COORDINATOR, ADMINISTRATOR = "practitioner", "coordinator", "administrator"

EVERYBODY = frozenset({PRACTITIONER, COORDINATOR, ADMINISTRATOR})
WITH_FAMILIES = frozenset({PRACTITIONER, COORDINATOR})
"""Who works with families' records: an administrator of accounts never does."""
AT_THE_DESK = frozenset({COORDINATOR})
OF_ACCOUNTS = frozenset({ADMINISTRATOR})


class Guarded(Protocol):
    """What of a request decides who may make it: see ``endpoint.resources.SignedResource``."""

    @property
    def reads(self) -> bool:
        """Say whether it hands out what a revoked device may no longer have."""
        ...

    @property
    def exchanges(self) -> bool:
        """Say whether it needs a check and training on record."""
        ...

    @property
    def roles(self) -> frozenset[str]:
        """Return whose it is."""
        ...


def check_may_read(reads_with: frozenset[str], header: EnvelopeHeader) -> None:
    """Raise ``Refused`` unless the envelope is addressed to one of these keys, as if it were not there at all."""
    if reads_with.isdisjoint(header.recipients):
        raise Refused(Problem.NOT_FOUND)


def check_may_send(device: Device, header: EnvelopeHeader) -> None:
    """Raise ``Refused`` unless the envelope says that it comes from the device that brings it."""
    if header.device != device.id:
        raise Refused(Problem.UNREADABLE)


def check_may_ask(device: Device, asked: Guarded, today: str) -> None:
    """Raise ``Refused`` where a device that was revoked asks for what is only handed out to others.

    So does one whose owner may not send or receive on this day, where something is sent or received. What stands
    sealed on a revoked one is taken all the same: an order to hand it in is never in vain. To any role whose business
    it is not, what is asked for is not there.
    """
    if device.revoked and asked.reads:
        raise Refused(Problem.DEVICE_REVOKED)
    if asked.exchanges and not _may_exchange(device, today):
        raise Refused(Problem.ACCOUNT_NOT_READY)
    if device.role not in asked.roles:
        raise Refused(Problem.NOT_FOUND)


def _may_exchange(device: Device, today: str) -> bool:
    """Say whether families' work is sent or received for this device on a day."""
    return device.revoked or device.good_until >= today

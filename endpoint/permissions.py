"""Who may see what: nobody anything, but an envelope those whose reading key it is addressed to."""

from __future__ import annotations

from endpoint.storage.devices import Device
from protocol.messages import Directory, EnvelopeHeader
from protocol.problems import Problem, Refused

COORDINATOR = "coordinator"


def reading_key_ids(device: Device, directory: Directory) -> frozenset[str]:
    """Return the ids of the keys this device reads with: its own, and for a coordinator the desk's."""
    desk = directory.desk if device.role == COORDINATOR else {}
    return frozenset({device.id, *desk})


def check_may_read(device: Device, directory: Directory, header: EnvelopeHeader) -> None:
    """Raise ``Refused`` unless the envelope is addressed to this device, as if it were not there at all."""
    if reading_key_ids(device, directory).isdisjoint(header.recipients):
        raise Refused(Problem.NOT_FOUND)


def check_may_send(device: Device, header: EnvelopeHeader) -> None:
    """Raise ``Refused`` unless the envelope says that it comes from the device that brings it."""
    if header.device != device.id:
        raise Refused(Problem.UNREADABLE)


def check_may_ask(device: Device, today: str, *, reads: bool, exchanges: bool) -> None:
    """Raise ``Refused`` where a device that was revoked asks for what is only handed out to others.

    So does one whose owner may not send or receive on this day, where something is sent or received. What stands
    sealed on a revoked one is taken all the same: an order to hand it in is never in vain.
    """
    if device.revoked and reads:
        raise Refused(Problem.DEVICE_REVOKED)
    if exchanges and not may_exchange(device, today):
        raise Refused(Problem.ACCOUNT_NOT_READY)


def may_exchange(device: Device, today: str) -> bool:
    """Say whether families' work is sent or received for this device on a day."""
    return device.revoked or device.good_until >= today

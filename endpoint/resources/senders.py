"""``/v1/senders/{id}``: whether what came to a desk on a stick would be taken on the wire; no word is about a child."""

from __future__ import annotations

from endpoint.accounts import WhyNot, why_not
from endpoint.ids import check_id
from endpoint.storage.accounts import find_account_of_device
from endpoint.storage.devices import Device, find_device
from endpoint.visit import Answer, SignedVisit
from protocol.codec import encode
from protocol.messages import SenderStanding
from protocol.problems import Problem, Refused


def get(visit: SignedVisit) -> Answer:
    """Say what keeps the owner of a device from sending; only a desk takes files in, and only a desk is told."""
    named = visit.asked.path["id"]
    check_id(named)
    device = find_device(visit.tx, named)
    if device is None:
        raise Refused(Problem.NOT_FOUND)
    return Answer(200, encode(SenderStanding(device.id, _why(visit, device))), about=device.id)


def _why(visit: SignedVisit, device: Device) -> str:
    """Return what the account lacks; as on the wire, a revoked device hands in what it has, whatever its account."""
    if device.revoked:
        return ""
    account = find_account_of_device(visit.tx, device.id)
    if account is None:
        return WhyNot.CHECK_MISSING
    return why_not(account, visit.now.date().isoformat(), visit.house.needed) or ""

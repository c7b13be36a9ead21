"""``/v1/desk-keys``: what the root gave to a coordinator's laptop; sealed to it, and of no use to anybody else."""

from __future__ import annotations

from endpoint.storage.desk_keys import list_own
from endpoint.visit import Answer, SignedVisit
from protocol.codec import encode
from protocol.deskkeys import FORMAT, DeskKeys
from protocol.problems import Problem, Refused


def get(visit: SignedVisit) -> Answer:
    """Hand out every epoch that was given to this device, the oldest first."""
    own = list_own(visit.tx, visit.device.id)
    if not own:
        raise Refused(Problem.NOT_FOUND)
    return Answer(200, encode(DeskKeys(FORMAT, own)), about=own[-1].desk_key.key)

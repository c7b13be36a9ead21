"""Joining a team with the code from a letter: asked of the endpoint at the address typed, away from the windows."""

from __future__ import annotations

from app.operations.workplace import Joined, NewDevice
from app.sync.client import EndpointClient
from app.sync.enrol import EnrolledDevice, enrol_device


def join(new: NewDevice, address: str, code: str) -> Joined:
    """Enrol with the endpoint at this address; away from the windows' thread, for it waits for the network."""
    with EndpointClient(address, new.device, new.secrets.signing) as client:
        said: EnrolledDevice = enrol_device(client, code, new.secrets.signing, new.secrets.recipient)
    return Joined(address, said.worker, said.certificate, said.directory, said.welcome.desk)

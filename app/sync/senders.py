"""Asking whether a file's author may send just now, as the wire does; where it cannot be asked, that is never a yes."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote

from app.domain.ids import DeviceId
from app.errors import Trouble
from app.said import noted
from app.sealing.device import DeviceSecrets
from app.sync.answers import read
from app.sync.client import EndpointClient
from app.sync.troubles import AnswerUnreadable, ComeAgain, EndpointRefused, EndpointTrouble, Unreachable
from protocol.messages import SenderStanding, SignedDirectory
from protocol.problems import Problem

_STANDING_BYTES = 4096
_SECONDS = 5.0
"""So long a silence is waited for: whoever brought the stick stands there."""


class Asker(Protocol):
    """Who asks: a desk's laptop, its keys, and where its endpoint is."""

    @property
    def device(self) -> DeviceId:
        """This laptop."""
        ...

    @property
    def endpoint(self) -> str:
        """The endpoint's address."""
        ...

    @property
    def secrets(self) -> DeviceSecrets:
        """The keys of this laptop."""
        ...

    @property
    def directory(self) -> SignedDirectory:
        """The authority's directory, with the keys that the endpoint's certificate may have."""
        ...


_WHY = {
    "suspended": noted("Nothing of this file is taken in just now: its author’s account is suspended."),
    "closed": noted("Nothing of this file is taken in just now: its author’s account is closed."),
    "check-missing": noted("Nothing of this file is taken in just now: there is no check on record for its author."),
    "check-lapsed": noted("Nothing of this file is taken in just now: its author’s check has lapsed."),
    "training-missing": noted("Nothing of this file is taken in just now: its author’s training is not on record."),
    "training-lapsed": noted("Nothing of this file is taken in just now: its author’s training has lapsed."),
    "policy-missing": noted(
        "Nothing of this file is taken in just now: it is not on record that its author accepted the use policy."
    ),
    "policy-lapsed": noted("Nothing of this file is taken in just now: its author has to accept the use policy anew."),
}
_OTHER = noted("Nothing of this file is taken in just now: its author may not send.")


class SenderHeld(Trouble):
    """Whoever wrote a file may not send just now; nothing of it was taken in, and nothing of it is lost."""

    def __init__(self, why: str) -> None:
        super().__init__(
            _WHY.get(why, _OTHER),
            "Nothing is lost: all of it waits on their laptop, and is still on the stick. Nothing here was changed.",
            "Please ask their manager. Once it is put right, take the same file in again.",
        )


def check_sender(asker: Asker, sender: str) -> bool:
    """Raise ``SenderHeld`` where the owner of a device may not send; say whether that could be asked at all.

    Raises ``EndpointRefused`` where whoever asks may not receive, either.
    """
    path = f"/v1/senders/{quote(sender, safe='')}"
    try:
        pins, key = asker.directory.directory.tls_keys, asker.secrets.signing
        with EndpointClient(asker.endpoint, asker.device, key, pins=pins, timeout=_SECONDS) as client:
            said = read(client.ask("GET", path, _STANDING_BYTES), SenderStanding)
    except (Unreachable, EndpointTrouble, AnswerUnreadable, ComeAgain):
        return False
    except EndpointRefused as fault:
        if fault.problem is Problem.NOT_FOUND:  # an older endpoint, or one that does not know this laptop
            return False
        raise
    if said.why or said.device != sender:
        raise SenderHeld(said.why)
    return True

"""Devices that brought something a moment ago, so that the next is not looked up; a change is heard in seconds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from endpoint.storage.devices import Device

_AT_MOST = timedelta(seconds=5)
"""So long a device counts as it was looked up: what it brings is taken at most this long after it was suspended."""


class Senders:
    """Remembers devices for some seconds; one that may not send is never among them, so that it is heard at once."""

    def __init__(self) -> None:
        self._known: dict[str, Device] = {}
        self._since: datetime | None = None

    def known(self, now: datetime) -> dict[str, Device]:
        """Return those looked up in the last seconds, to be added to."""
        if self._since is None or abs(now - self._since) >= _AT_MOST:
            self._known, self._since = {}, now
        return self._known

    def forget(self, devices: Iterable[Device]) -> None:
        """Look these up again the next time."""
        for device in devices:
            self._known.pop(device.id, None)

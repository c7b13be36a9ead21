"""The lease this laptop holds, and the latest time it ever knew; neither says anything about a family."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.storage import sync_state
from app.storage.database import Transaction
from app.storage.moments import moment, stored

_LEASE = "lease"
_LAPSES = "what lapses"
_LATEST = "latest time seen"
_COARSE = timedelta(minutes=10)


@dataclass(frozen=True)
class HeldLease:
    """From when until when, as the endpoint said it."""

    issued_at: datetime
    expires_at: datetime


def keep_lapses(tx: Transaction, lapses: Mapping[str, str]) -> None:
    """Keep what lapses soon, each with its last day, as the newest lease said it; what was said before is forgotten."""
    if lapses:
        sync_state.write(tx, _LAPSES, json.dumps(dict(lapses)))
    else:
        sync_state.forget(tx, _LAPSES)


def lapses(tx: Transaction) -> Mapping[str, str]:
    """Return what lapses soon, each with its last day, as the newest lease said it."""
    found: dict[str, str] = json.loads(sync_state.read(tx, _LAPSES) or "{}")
    return found


def held(tx: Transaction) -> HeldLease | None:
    """Return the lease, or None before there was one."""
    said = sync_state.read(tx, _LEASE)
    return HeldLease(*map(moment, said.split(" "))) if said is not None else None


def keep(tx: Transaction, lease: HeldLease) -> bool:
    """Keep a lease that is newer than the one held; its own time is then the latest known. Say whether it was newer.

    So a clock that once ran ahead by years costs nothing more once the endpoint has told the time.
    """
    before = held(tx)
    if before is not None and lease.issued_at <= before.issued_at:
        return False
    sync_state.write(tx, _LEASE, f"{stored(lease.issued_at)} {stored(lease.expires_at)}")
    sync_state.write(tx, _LATEST, stored(lease.issued_at))
    return True


def latest_seen(tx: Transaction) -> datetime | None:
    """Return the latest time this laptop ever knew, to ten minutes, or None."""
    said = sync_state.read(tx, _LATEST)
    return moment(said) if said is not None else None


def note_time(tx: Transaction, now: datetime) -> None:
    """Remember that it was ``now``, where that is later than anything before it."""
    latest = latest_seen(tx)
    if latest is None or now - latest > _COARSE:
        sync_state.write(tx, _LATEST, stored(now))

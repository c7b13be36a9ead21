"""``/v1/contact``: how a device stands; whatever it turns out to be, nothing that it brings is refused for it."""

from __future__ import annotations

import secrets
from dataclasses import replace

from endpoint.storage.authorities import find_directory, find_policy_serial, list_ended_epochs
from endpoint.storage.standings import DeviceState, find_state, keep_state, list_open_orders
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol.codec import decode, encode
from protocol.keeping import Contact, DeviceStanding, Standing
from protocol.messages import PROTOCOL_VERSION

_TOKEN_BYTES = 16


def post(visit: SignedVisit) -> Answer:
    """Hear from a device, and tell it how it stands."""
    contact = decode(visit.asked.body, Contact)
    state = _heard(visit, contact, find_state(visit.tx, visit.device.id))
    keep_state(visit.tx, visit.device.id, state)
    return Answer(200, encode(_standing(visit, state)), about=visit.device.id)


def _heard(visit: SignedVisit, contact: Contact, state: DeviceState) -> DeviceState:
    """Return how a device stands after this contact.

    The newest token brings another. The one before it brings the newest again, since an answer may have been lost. Any
    other of this epoch was given to somebody who has gone on since: two laptops use the same keys.
    """
    now = to_text(visit.now)
    state = replace(state, protocol=contact.protocol, seen_at=now)
    if state.token and contact.sync_token == state.token_before:
        return state
    epoch, _, _ = contact.sync_token.partition(".")
    is_copy = epoch == visit.house.store_epoch and contact.sync_token != state.token
    fresh = f"{visit.house.store_epoch}.{secrets.token_hex(_TOKEN_BYTES)}"
    copied_at = state.copied_at or (now if is_copy else "")
    return replace(state, token=fresh, token_before=contact.sync_token, copied_at=copied_at)


def _standing(visit: SignedVisit, state: DeviceState) -> Standing:
    return Standing(
        protocol=PROTOCOL_VERSION,
        store_epoch=visit.house.store_epoch,
        at=to_text(visit.now),
        verified=_verified(visit),
        sync_token=state.token,
        standing=_how(visit, state),
        directory_serial=find_directory(visit.tx).directory.serial,
        policy_serial=find_policy_serial(visit.tx),
        orders=list_open_orders(visit.tx, visit.device.id),
    )


def _verified(visit: SignedVisit) -> dict[str, int]:
    known = {visit.house.store_epoch, *list_ended_epochs(visit.tx)}
    return {epoch: place for epoch, place in visit.house.outside.verified().items() if epoch in known}


def _how(visit: SignedVisit, state: DeviceState) -> DeviceStanding:
    if visit.device.revoked:
        return DeviceStanding.REVOKED
    return DeviceStanding.COPIED if state.copied_at else DeviceStanding.GOOD

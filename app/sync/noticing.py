"""Telling of open assessments, and hearing at a desk which children have two; no work ever waits for either."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from app.clock import Clock
from app.domain.ids import EpisodeId
from app.storage import notices, sync_state
from app.storage.database import Transaction
from app.storage.notices import KeptNotice
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.fetching import NOW_AND_THEN, moment_in
from app.sync.reconciling import OLDER
from protocol.codec import decode, encode
from protocol.notices import Another, NoticeState, SignedNotice
from protocol.problems import Problem

HELD, ASKED = "held at the desk", "asked what is held"
AGAIN = timedelta(days=1)
"""After so long the same is asked anew: another assessment may have begun since."""


def bring_notices(vault: VaultThread, client: EndpointClient, clock: Clock) -> int:
    """Bring each notice that has no answer, or an old one; return of how many something new is known."""
    due = vault.ask(lambda tx: _due(tx, clock.now()))
    new = 0
    for episode, kept in due.items():
        try:
            another = client.put_notice(decode(kept.signed.encode(), SignedNotice)).another
        except EndpointRefused as fault:
            if fault.problem is Problem.ACCOUNT_NOT_READY:
                raise  # it is about the person, and said as such
            if fault.problem in OLDER:
                return new
            another = None
        new += vault.ask(lambda tx, one=episode, was=kept, said=another: _heard(tx, one, was, said, clock.now()))  # type: ignore[misc]
    return new


def _due(tx: Transaction, at: datetime) -> dict[EpisodeId, KeptNotice]:
    kept = notices.all_kept(tx).items()
    return {episode: one for episode, one in kept if one.asked_at is None or abs(at - one.asked_at) >= AGAIN}


def _heard(tx: Transaction, episode: EpisodeId, was: KeptNotice, another: Another | None, at: datetime) -> bool:
    """Keep an answer, unless the notice was changed meanwhile; one that was not taken goes on being "not checked"."""
    if notices.get(tx, episode) != was:
        return False
    is_closed = decode(was.signed.encode(), SignedNotice).notice.state is NoticeState.CLOSED
    if is_closed and another is not None:
        notices.forget(tx, episode)
    else:
        notices.keep(tx, episode, replace(was, another=another or "", asked_at=at))
    return was.another != (another or "")


def hear_found_out(vault: VaultThread, client: EndpointClient) -> bool:
    """Ask how what was held was settled, where anything is; say whether that is news."""
    if not vault.ask(_held_here):
        return False
    try:
        said = {EpisodeId(one.episode): encode(one).decode() for one in client.found_out().found}
    except EndpointRefused as fault:
        if fault.problem is Problem.ACCOUNT_NOT_READY:
            raise  # it is about the person, and said as such
        return False
    return vault.ask(lambda tx: _keep_found_out(tx, said))


def _held_here(tx: Transaction) -> dict[EpisodeId, KeptNotice]:
    return {episode: one for episode, one in notices.all_kept(tx).items() if one.another == Another.HELD}


def _keep_found_out(tx: Transaction, said: Mapping[EpisodeId, str]) -> bool:
    """Keep what was found out of each; where it is said no more it was opened again."""
    changed = {one: was for one, was in _held_here(tx).items() if was.found != said.get(one, "")}
    for episode, was in changed.items():
        notices.keep(tx, episode, replace(was, found=said.get(episode, "")))
    return bool(changed)


def hear_held(vault: VaultThread, client: EndpointClient, clock: Clock) -> bool:
    """Ask now and then which children have two open assessments; only a desk is told. Say whether that is news."""
    if not vault.ask(lambda tx: _is_due(tx, clock.now())):
        return False
    try:
        pairs = client.held_open().pairs
    except EndpointRefused as fault:
        if fault.problem is Problem.FACTOR_NEEDED:
            raise  # it was not said that there are none
        pairs = ()
    said = json.dumps([(pair.one.episode, pair.other.episode) for pair in pairs])
    return vault.ask(lambda tx: _keep_held(tx, said, clock.now()))


def _is_due(tx: Transaction, at: datetime) -> bool:
    asked = sync_state.read(tx, ASKED)
    return asked is None or abs(at - moment_in(asked)) >= NOW_AND_THEN


def _keep_held(tx: Transaction, said: str, at: datetime) -> bool:
    before = sync_state.read(tx, HELD) or "[]"
    sync_state.write(tx, ASKED, at.isoformat())
    sync_state.write(tx, HELD, said)
    return said != before


def ask_again_what_is_held(tx: Transaction) -> None:
    """Have a desk ask in the next round: something was settled, or opened again."""
    sync_state.forget(tx, ASKED)


def held_episodes(tx: Transaction) -> frozenset[str]:
    """Return every assessment of whose child another is open, as the endpoint said last."""
    return frozenset(one for group in json.loads(sync_state.read(tx, HELD) or "[]") for one in group)


def held_with(tx: Transaction, episode: EpisodeId) -> tuple[EpisodeId, ...]:
    """Return the other open assessments of the child of this one, as the endpoint said last; ids, and nothing else."""
    groups: list[list[str]] = json.loads(sync_state.read(tx, HELD) or "[]")
    return tuple(EpisodeId(one) for group in groups if episode in group for one in group if one != episode)

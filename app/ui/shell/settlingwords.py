"""What waits in the child index, in words; a holder who is not shown is said to be kept back."""

from __future__ import annotations

from datetime import datetime

from app.look.speech import noted, tr
from app.ui.coordinator.settling import PairShown, ToReview, WaitingShown
from app.ui.days import date_in_words
from app.ui.words import day_and_time
from protocol.childindex import HeldCaf, HeldPair, HeldPairs, Override, Overrides

_STATES = {"started": noted("Begun"), "done": noted("Done")}


def waiting_shown(overrides: Overrides, held: HeldPairs) -> WaitingShown:
    """Return all that waits, the oldest first as it came."""
    return WaitingShown(tuple(map(_review, overrides.overrides)), tuple(map(_pair, held.pairs)))


def _review(one: Override) -> ToReview:
    who = ", ".join(part for part in (one.who, one.agency) if part) or tr("Somebody")
    told = tr("{who} opened a shielded child’s whole entry at {when}.").format(who=who, when=_moment(one.at))
    reason = tr("The reason: {reason}").format(reason=one.reason)
    behalf = tr("For {colleague}.").format(colleague=one.on_behalf) if one.on_behalf else ""
    return ToReview(one.look, told, " ".join(part for part in (reason, behalf) if part))


def _pair(pair: HeldPair) -> PairShown:
    noticed = tr("Noticed at {when}").format(when=_moment(pair.noticed_at))
    return PairShown(pair.one.episode, pair.other.episode, noticed, _lines(pair.one), _lines(pair.other))


def _lines(caf: HeldCaf) -> tuple[str, ...]:
    name = f"{caf.given} {caf.family}".strip() or tr("A child")
    born = tr("born {day}").format(day=date_in_words(caf.born)) if caf.born else ""
    holder = ", ".join(part for part in (caf.holder, caf.agency) if part)
    held = tr("Held by {holder}").format(holder=holder) if holder else tr("Who holds it is not shown")
    return tuple(part for part in (name, born, tr(_STATES.get(caf.state, _STATES["started"])), held) if part)


def _moment(at: str) -> str:
    try:
        return day_and_time(datetime.fromisoformat(at))
    except ValueError:
        return at

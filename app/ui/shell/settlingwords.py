"""What waits in the child index, in words; a holder who is not shown is said to be kept back."""

from __future__ import annotations

from datetime import datetime

from app.look.speech import noted, tr
from app.ui.coordinator.settling import PairSettled, PairShown, ToReview, WaitingShown
from app.ui.days import date_in_words
from app.ui.words import day_and_time
from protocol.childindex import (
    HeldCaf,
    HeldPair,
    HeldPairs,
    IndexEntry,
    Override,
    Overrides,
    SettledHow,
    SettledPair,
    SettledPairs,
)

_STATES = {"started": noted("Begun"), "done": noted("Done")}


_HOW = {
    SettledHow.JOINED: noted("Brought together, with the family’s yes"),
    SettledHow.DIFFERENT: noted("Different children"),
    SettledHow.DECLINED: noted("The family said no"),
}


def waiting_shown(overrides: Overrides, held: HeldPairs, settled: SettledPairs | None = None) -> WaitingShown:
    """Return all that waits, the oldest first as it came, and what was settled, the newest first."""
    done = settled.pairs if settled is not None else ()
    return WaitingShown(
        tuple(map(_review, overrides.overrides)), tuple(map(_pair, held.pairs)), tuple(map(_settled, done))
    )


def _settled(pair: SettledPair) -> PairSettled:
    how = tr(_HOW.get(pair.how, _HOW[SettledHow.JOINED]))
    lines = [
        tr("{how}, {when}").format(how=how, when=_moment(pair.settled_at)),
        _one_line(pair.one),
        _one_line(pair.other),
    ]
    if pair.how is SettledHow.JOINED:
        first, second = tr("The first goes on"), tr("The second goes on")
        lines.append({pair.one.episode: first, pair.other.episode: second}.get(pair.goes_on, tr("Both go on")))
    return PairSettled(pair.one.episode, pair.other.episode, tuple(lines))


def _one_line(caf: HeldCaf) -> str:
    return " · ".join(_lines(caf))


def name_shown(entry: IndexEntry) -> str:
    """Return whose entry was opened: the name in use and the birth date, and never where the child is."""
    name = next((f"{one.given} {one.family}".strip() for one in entry.names), "") or tr("A child")
    born = tr("born {day}").format(day=date_in_words(entry.born)) if entry.born else ""
    return ", ".join(part for part in (name, born) if part)


def _review(one: Override) -> ToReview:
    who = ", ".join(part for part in (one.who, one.agency) if part) or tr("Somebody")
    told = tr("{who} opened a shielded child’s whole entry at {when}.").format(who=who, when=_moment(one.at))
    reason = tr("The reason: {reason}").format(reason=one.reason)
    behalf = tr("For {colleague}.").format(colleague=one.on_behalf) if one.on_behalf else ""
    return ToReview(one.look, told, " ".join(part for part in (reason, behalf) if part), one.child)


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

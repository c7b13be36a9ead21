"""Where a record is, in words a person can rely on: "received" stands for a checked receipt and nothing less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.ids import EnvelopeId
from app.look.speech import noted, tr
from app.operations.whereabouts import Whereabouts
from app.storage.hand_ins import HandIn
from app.storage.openings import Opening
from app.storage.outbox import ERASED, Counts, OutboxKind, OutboxRow, OutboxState
from app.sync.handing_in import FOR_DESK
from app.ui.finishing.where import Place, WhereLine, WhereState
from app.ui.shell.failurewords import failure_words
from app.ui.words import clock_time, day_and_time

ON_LAPTOP = noted("On this laptop only")
KEPT_ALONE = noted("The family released nothing to anybody: only the full copy for safe keeping goes out.")
_STATES = {
    OutboxState.WAITING: Place.WAITING,
    OutboxState.RECEIVED: Place.RECEIVED,
    OutboxState.SET_ASIDE: Place.TROUBLE,
    OutboxState.VOIDED: Place.LAPTOP,
}
_UNSENT = frozenset({OutboxState.WAITING, OutboxState.SET_ASIDE})
_WHAT = {
    OutboxKind.KEPT: noted("The full copy for safe keeping"),
    OutboxKind.SIGNATURE: noted("A signature that was added afterwards"),
    OutboxKind.WITHDRAWAL: noted("The word to the desk that it was taken back"),
}
ONLINE_TOO = noted("It still goes by itself when there is a connection; the desk counts it once.")
RELEASED = noted("What the family released to early help")


def short_words(found: Whereabouts | None) -> str:
    """Return where a record is in a few words, for a list."""
    if found is None:
        return tr(ON_LAPTOP)
    if found.taken_back is not None:
        return tr("Taken back, {time}").format(time=clock_time(found.taken_back.at))
    if found.is_erased:
        return tr("Erased at the authority")
    opened = [one for one in found.openings if one.version == found.version]
    if opened:
        return tr("Opened by {by}, {time}").format(by=opened[-1].by, time=clock_time(opened[-1].at))
    return _on_its_way(found)


def _on_its_way(found: Whereabouts) -> str:
    rows = [row for row in found.envelopes if row.version == found.version]
    if found.all_received:
        return tr("Received {received}").format(received=_received(rows))
    if found.handed_in is not None:
        return tr("Received by the desk on a stick, {time}").format(time=clock_time(found.handed_in.at))
    if any(row.state is OutboxState.SET_ASIDE for row in rows):
        return tr("Could not be sent")
    return tr("Waiting to be sent")


def _received(rows: list[OutboxRow]) -> str:
    times = [row.received_at for row in rows if row.received_at is not None]
    return clock_time(max(times)) if times else ""


def where_state(found: Whereabouts | None, counts: Counts, authority: str) -> WhereState:
    """Return all that the page about a record's whereabouts says."""
    if found is None:
        return WhereState(Place.LAPTOP, tr(ON_LAPTOP), may_send=False, may_change=False)
    rows = [row for row in found.envelopes if row.version == found.version]
    opened = [one for one in found.openings if one.version == found.version]
    lines = [_line(row, authority, found.handed.get(row.envelope)) for row in rows]
    lines += [
        WhereLine(Place.OPENED, tr(RELEASED), tr("By {by} at {when}.").format(by=one.by, when=day_and_time(one.at)))
        for one in opened
    ]
    place = Place.OPENED if opened else _worst(rows, found.handed)
    return WhereState(
        place=place,
        sentence=_taken_back(found)
        or _erased(found, authority)
        or _on_a_stick(found)
        or _sentence(place, short_words(found), authority, opened, _received(rows)),
        ledger=". ".join((ledger_words(counts), *(() if found.released else (tr(KEPT_ALONE),)))),
        lines=tuple(lines),
        may_send=any(row.state in _UNSENT for row in rows),
        may_take_back=found.released is not None and found.taken_back is None and not found.is_erased,
        may_erase=any(row.kind is not OutboxKind.WITHDRAWAL for row in rows) and not found.is_erased,
        may_hand_in=any(row.state in _UNSENT and row.kind in FOR_DESK for row in rows),
    )


def _taken_back(found: Whereabouts) -> str:
    """Return that it was taken back, and whether the desk can know; nothing where it was not."""
    if found.taken_back is None:
        return ""
    word = [row for row in found.envelopes if row.kind is OutboxKind.WITHDRAWAL and row.version == found.version]
    gone = bool(word) and word[-1].state is OutboxState.RECEIVED
    told = (
        tr("The desk is told with its next collection.")
        if gone
        else tr("The desk is told before anything else is sent.")
    )
    heard = found.handed.get(word[-1].envelope) if word else None
    if heard is not None and not gone:
        told = tr("{by} at the desk has heard of it, on a stick at {when}.").format(
            by=heard.by, when=day_and_time(heard.at)
        )
    return tr("Taken back at {when}. {told}").format(when=day_and_time(found.taken_back.at), told=told)


def _erased(found: Whereabouts, authority: str) -> str:
    """Return that it was erased for ever, as the desk reads it too; nothing where it was not."""
    if not found.is_erased:
        return ""
    return tr("{authority} erased for ever what had been released. The desk keeps it no more.").format(
        authority=authority
    )


def _on_a_stick(found: Whereabouts) -> str:
    """Return that the desk has it from a stick, while nobody said more than that; otherwise nothing."""
    if found.handed_in is None or found.all_received or any(one.version == found.version for one in found.openings):
        return ""
    return tr("Received by the desk on a stick at {when}").format(when=day_and_time(found.handed_in.at))


def _worst(rows: list[OutboxRow], handed: Mapping[EnvelopeId, HandIn]) -> Place:
    places = {Place.RECEIVED if row.envelope in handed else _STATES[row.state] for row in rows}
    return next((place for place in (Place.TROUBLE, Place.WAITING, Place.RECEIVED) if place in places), Place.LAPTOP)


def _sentence(place: Place, short: str, authority: str, opened: Sequence[Opening], received: str) -> str:
    if opened:
        return tr("Opened by {by} at {when}").format(by=opened[-1].by, when=day_and_time(opened[-1].at))
    if place is Place.TROUBLE:
        return tr("It could not be sent yet. It is safe on this laptop.")
    if place is Place.WAITING:
        return tr("Waiting to be sent. It goes by itself when there is a connection and your work is open.")
    if place is Place.RECEIVED and received:
        return tr("Received by {authority} at {time}").format(authority=authority, time=received)
    return short


def _line(row: OutboxRow, authority: str, handed: HandIn | None) -> WhereLine:
    what = tr(_WHAT.get(row.kind, RELEASED))
    if handed is not None and row.state in _UNSENT:
        return WhereLine(
            Place.RECEIVED,
            what,
            tr("By {by} on a stick at {when}. {online_too}").format(
                by=handed.by, when=day_and_time(handed.at), online_too=tr(ONLINE_TOO)
            ),
        )
    match row.state:
        case OutboxState.RECEIVED:
            when = day_and_time(row.received_at) if row.received_at else ""
            return WhereLine(
                Place.RECEIVED,
                what,
                tr("By {authority} at {when}.").format(authority=authority, when=when) if when else "",
            )
        case OutboxState.SET_ASIDE:
            return WhereLine(Place.TROUBLE, what, failure_words(row.last_trouble))
        case OutboxState.VOIDED if row.last_trouble == ERASED:
            return WhereLine(
                Place.LAPTOP, what, tr("It was erased for ever at the authority. The desk keeps it no more.")
            )
        case OutboxState.VOIDED:
            return WhereLine(Place.LAPTOP, what, tr("It was not sent, because the agreement was changed."))
    return WhereLine(Place.WAITING, what)


def ledger_words(counts: Counts) -> str:
    """Return the laptop's ledger: what was sealed, what has a receipt, and the difference."""
    sealed = counts.waiting + counts.received + counts.set_aside
    return tr("{sealed} sealed, {received} received, {waiting} waiting, {set_aside} put aside").format(
        sealed=sealed, received=counts.received, waiting=counts.waiting, set_aside=counts.set_aside
    )

"""``/v1/index/reviews`` and ``/held``: what waits for a coordinator; bringing people together is hers to do."""

from __future__ import annotations

from dataclasses import replace

from endpoint.ids import check_id, is_id
from endpoint.index.entry import Caf, Entry
from endpoint.looking import Reason, check_reason, note_look, person_of
from endpoint.storage.devices import find_device, list_devices_of_same_person
from endpoint.storage.held import find_pair, list_held, list_settled, settle
from endpoint.storage.index import find_caf
from endpoint.storage.looks import find_look, insert_review, list_unreviewed
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol import childindex as says
from protocol.codec import decode, encode
from protocol.problems import Problem, Refused

REVIEWS, REVIEW, HELD, SETTLE = "list reviews", "review", "list held", "settle"
SETTLED = "list settled"


def list_reviews(visit: SignedVisit) -> Answer:
    """Show which overrides wait for a review."""
    waiting = tuple(
        says.Override(one.look, one.at, one.who, one.agency, one.child, one.reason, one.on_behalf)
        for one in list_unreviewed(visit.tx)
    )
    shown = says.Overrides(waiting)
    note_look(visit, REVIEWS, "", Reason(), shown)
    return Answer(200, encode(shown))


def review(visit: SignedVisit) -> Answer:
    """Keep what came of a review, by somebody else than who looked; the first word on it stands."""
    told = decode(visit.asked.body, says.Review)
    check_reason(told.words)
    named = visit.asked.path["look"]
    look = find_look(visit.tx, named) if is_id(named) else None
    if look is None or look.look not in {one.look for one in list_unreviewed(visit.tx)}:
        raise Refused(Problem.NOT_FOUND)
    if look.device in list_devices_of_same_person(visit.tx, visit.device):
        raise Refused(Problem.INDEX_OWN_LOOK)
    insert_review(visit.tx, look.look, visit.device.id, to_text(visit.now), told.words)
    note_look(visit, REVIEW, look.child, Reason(told.words), told)
    return Answer(200, encode(told), about=look.look)


def list_pairs(visit: SignedVisit) -> Answer:
    """Show which open assessments may be of one child, and who holds them."""
    pairs = []
    for held in list_held(visit.tx):
        one, other = _held_caf(visit, held.episode), _held_caf(visit, held.other)
        if one is not None and other is not None:
            pairs.append(says.HeldPair(one, other, held.noticed_at))
    shown = says.HeldPairs(tuple(pairs))
    note_look(visit, HELD, "", Reason(), shown)
    return Answer(200, encode(shown))


def list_settled_pairs(visit: SignedVisit) -> Answer:
    """Show which pairs were settled and how, so that what was found out can be taken back."""
    pairs = []
    for held in list_settled(visit.tx):
        one, other = _held_caf(visit, held.episode), _held_caf(visit, held.other)
        if one is not None and other is not None:
            pairs.append(says.SettledPair(one, other, says.SettledHow(held.how), held.goes_on, held.settled_at))
    shown = says.SettledPairs(tuple(pairs))
    note_look(visit, SETTLED, "", Reason(), shown)
    return Answer(200, encode(shown))


def _held_caf(visit: SignedVisit, episode: str) -> says.HeldCaf | None:
    found = find_caf(visit.tx, episode)
    entry = visit.house.index.entry(visit.tx, found[0]) if found is not None else None
    return _said(visit, found[1], entry) if found is not None and entry is not None else None


def _said(visit: SignedVisit, caf: Caf, entry: Entry) -> says.HeldCaf:
    """Return one of a pair, with its author for the local team alone, who brokers, except of a shielded child."""
    device = find_device(visit.tx, caf.device)
    holder, agency = ("", "") if device is None else person_of(visit, device.enrolment.keys.invitation)
    if entry.is_shielded:
        holder = agency = ""
    first, born = entry.names[0], entry.born.isoformat() if entry.born is not None else ""
    return says.HeldCaf(caf.episode, first.given, first.family, born, caf.state, holder, agency)


def settle_pair(visit: SignedVisit) -> Answer:
    """Keep what a coordinator found out about two assessments, or open it again. Nothing is changed in either."""
    episode, told = visit.asked.path["episode"], decode(visit.asked.body, says.Settled)
    check_id(episode)
    check_id(told.other)
    is_joined = told.how is says.SettledHow.JOINED
    if is_joined and not told.family_agreed:
        raise Refused(Problem.INDEX_NOT_AGREED)
    if told.goes_on and not (is_joined and told.goes_on in {episode, told.other}):
        raise Refused(Problem.MALFORMED)
    pair = find_pair(visit.tx, episode, told.other)
    if pair is None:
        raise Refused(Problem.NOT_FOUND)
    found = replace(pair, how=told.how, device=visit.device.id, settled_at=to_text(visit.now), goes_on=told.goes_on)
    if told.how is says.SettledHow.OPEN:
        found = replace(found, how="", settled_at="")
    settle(visit.tx, pair, found)
    note_look(visit, SETTLE, "", Reason(), told)
    return Answer(200, encode(told), about=episode)

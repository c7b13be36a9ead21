"""``/v1/index``: looking for a child, opening its entry, noting that an assessment exists; each look has its reason."""

from __future__ import annotations

from datetime import date

from endpoint.ids import check_id
from endpoint.index.entry import Caf, CafState, Contact, ContactKind, Entry
from endpoint.index.likeness import Best, Described, Named, plain_number, plain_postcode
from endpoint.index.showing import may_open, shielded
from endpoint.looking import Reason, check_reason, note_look, person
from endpoint.permissions import COORDINATOR
from endpoint.storage.devices import list_devices_of_same_person
from endpoint.storage.index import find_caf
from endpoint.storage.looks import NOTE, OVERRIDE
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol import childindex as says
from protocol.codec import decode, encode
from protocol.notices import Another
from protocol.problems import Problem, Refused

SEARCH, OPEN = "search", "open"


def search(visit: SignedVisit) -> Answer:
    """Show the one child that is most like what is known, for a person to say whether it is the one."""
    sought = decode(visit.asked.body, says.Sought)
    check_reason(sought.reason, sought.on_behalf)
    asked = _described(sought)
    found = visit.house.index.search(visit.tx, asked, visit.now.date())
    answer = _answer(visit, found)
    child = answer.child.child if answer.child is not None else ""
    note_look(visit, SEARCH, child, Reason(sought.reason, sought.on_behalf), answer)
    return Answer(200, encode(answer), about=child)


def _described(sought: says.Sought) -> Described:
    """Return what is known. Raises ``Refused`` where it is too little to look for one child and no other."""
    named = Named(sought.given, sought.family)
    known = Described(
        (named,), _date(sought.born), sought.gender, plain_number(sought.number), plain_postcode(sought.postcode)
    )
    has_name = bool(named.given.strip() and named.family.strip())
    if not (known.number or (has_name and (known.born is not None or known.postcode))):
        raise Refused(Problem.INDEX_TOO_LITTLE)
    return known


def _date(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise Refused(Problem.MALFORMED) from fault
    if day is not None and day.isoformat() != text:
        raise Refused(Problem.MALFORMED)
    return day


def _answer(visit: SignedVisit, found: Best | None) -> says.SearchAnswer:
    if found is not None and found.several:
        return says.SearchAnswer(says.Outcome.SEVERAL, None)
    entry = visit.house.index.entry(visit.tx, found.key) if found is not None else None
    if found is None or entry is None:
        return says.SearchAnswer(says.Outcome.NONE, None)
    first, born = entry.names[0], _text(entry.born)
    looks_like = says.LooksLike(found.chance)
    child = says.FoundChild(entry.child, looks_like, first.given, first.family, born, entry.gender, entry.is_shielded)
    return says.SearchAnswer(says.Outcome.ONE, child)


def _text(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def open_entry(visit: SignedVisit) -> Answer:
    """Show an entry as far as it may be seen without more ado."""
    why, entry = _asked_for(visit)
    return _shown(visit, OPEN, why, shielded(entry))


def override(visit: SignedVisit) -> Answer:
    """Show a shielded child's whole entry to a coordinator who read the warning; somebody else reviews it at once."""
    why, entry = _asked_for(visit)
    if entry.is_shielded and not why.warned:
        raise Refused(Problem.INDEX_SHIELDED)
    return _shown(visit, OVERRIDE if entry.is_shielded else OPEN, why, entry)


def _asked_for(visit: SignedVisit) -> tuple[says.LookWhy, Entry]:
    why = decode(visit.asked.body, says.LookWhy)
    check_id(visit.asked.path["child"])
    check_reason(why.reason, why.on_behalf)
    return why, _entry(visit, visit.asked.path["child"])


def _entry(visit: SignedVisit, child: str) -> Entry:
    entry = visit.house.index.entry(visit.tx, child)
    is_coordinator = visit.device.role == COORDINATOR
    if entry is None or not may_open(entry, visit.now.date(), is_coordinator=is_coordinator):
        raise Refused(Problem.NOT_FOUND)
    return entry


def _shown(visit: SignedVisit, act: str, why: says.LookWhy, entry: Entry) -> Answer:
    shown = _said(entry)
    note_look(visit, act, entry.child, Reason(why.reason, why.on_behalf), shown)
    return Answer(200, encode(shown), about=entry.child)


def _said(entry: Entry) -> says.IndexEntry:
    return says.IndexEntry(
        child=entry.child,
        names=tuple(says.IndexName(one.given, one.family) for one in entry.names),
        born=_text(entry.born),
        died=_text(entry.died),
        gender=entry.gender,
        number=entry.number,
        address=entry.address,
        postcode=entry.postcode,
        whereabouts=entry.whereabouts,
        is_shielded=entry.is_shielded,
        contacts=tuple(says.IndexContact(**{**vars(one), "kind": str(one.kind)}) for one in entry.contacts),
        cafs=tuple(says.IndexCaf(one.state, one.holder, one.agency, one.since) for one in entry.cafs),
    )


def note(visit: SignedVisit) -> Answer:
    """Note that an assessment of a child exists, or no longer does; a second one is held, and neither is refused."""
    episode, told = visit.asked.path["episode"], decode(visit.asked.body, says.CafNote)
    check_id(episode)
    check_id(told.child)
    _check_is_hers(visit, episode)
    if told.state is says.CafSays.ENDED:
        visit.house.index.forget(visit.tx, episode)
    else:
        _entry(visit, told.child)
        _note(visit, episode, told)
    another = Another.HELD if visit.house.index.another_is_open(visit.tx, episode) else Another.NONE
    answer = says.CafNoted(episode, another)
    note_look(visit, NOTE, told.child, Reason(), answer)
    return Answer(200, encode(answer), about=told.child)


def _check_is_hers(visit: SignedVisit, episode: str) -> None:
    before = find_caf(visit.tx, episode)
    if before is not None and before[1].device not in list_devices_of_same_person(visit.tx, visit.device):
        raise Refused(Problem.NOTICE_DIFFERENT)


def _note(visit: SignedVisit, episode: str, told: says.CafNote) -> None:
    name, agency = ("", "") if told.brokered else person(visit)
    caf = Caf(episode, CafState(told.state), name, agency, visit.device.id, to_text(visit.now))
    flags = (told.is_lead, told.has_information, told.taking_action)
    contact = None
    if any(flags):
        kind = ContactKind.SENSITIVE if told.brokered else ContactKind.SERVICE
        contact = Contact(kind, name, agency, visit.now.date().isoformat(), "", *flags)
    visit.house.index.note(visit.tx, told.child, caf, contact, visit.now.date())

"""``/v1/notices``: whether another assessment of this child is open, and how that was settled; to no author whose."""

from __future__ import annotations

from datetime import date

from endpoint.ids import check_id
from endpoint.index.entry import Caf, CafState
from endpoint.storage.devices import list_devices_of_same_person
from endpoint.storage.held import Held, pairs_of_devices
from endpoint.storage.notices import find_notice, keep_notice
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol.childindex import FoundOut, FoundOuts, GoesOn, SettledHow
from protocol.codec import decode, encode
from protocol.notices import Another, Notice, NoticeAnswer, NoticeState, SignedNotice
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check

_COUNTS = (SettledHow.DIFFERENT.value, SettledHow.DECLINED.value, SettledHow.JOINED.value)


def put(visit: SignedVisit) -> Answer:
    """Keep a notice, and say whether another assessment of the same child is open; nothing is refused for that."""
    signed = decode(visit.asked.body, SignedNotice)
    notice = signed.notice
    _check(visit, signed)
    kept = find_notice(visit.tx, notice.episode)
    if kept != signed:
        if kept is not None and not _may_follow(visit, notice, kept.notice):
            raise Refused(Problem.NOTICE_DIFFERENT)
        keep_notice(visit.tx, signed)
    _tell_the_index(visit, notice)
    another = Another.HELD if visit.house.index.another_is_open(visit.tx, notice.episode) else Another.NONE
    return Answer(200, encode(NoticeAnswer(notice.episode, another)), about=notice.episode)


def get(visit: SignedVisit) -> Answer:
    """Show what a coordinator found out of this person's own assessments; of the other one nothing but that."""
    devices = list_devices_of_same_person(visit.tx, visit.device)
    by_episode = pairs_of_devices(visit.tx, devices)
    settled = {one: max(pairs, key=_weight) for one, pairs in by_episode.items() if all(pair.how for pair in pairs)}
    return Answer(200, encode(FoundOuts(tuple(_found_out(*one) for one in sorted(settled.items(), key=_first)))))


def _weight(pair: Held) -> tuple[int, str]:
    """Return what counts of several: that two were joined before all else, then the newest."""
    return (_COUNTS.index(pair.how), pair.settled_at)


def _first(one: tuple[str, Held]) -> str:
    return one[0]


def _found_out(episode: str, pair: Held) -> FoundOut:
    goes_on = GoesOn.THIS if pair.goes_on == episode else GoesOn.OTHER if pair.goes_on else GoesOn.BOTH
    return FoundOut(episode, SettledHow(pair.how), goes_on, pair.settled_at)


def _tell_the_index(visit: SignedVisit, notice: Notice) -> None:
    """Note that the assessment exists, and not by whom: that may be somebody of a sensitive service."""
    if notice.state is NoticeState.CLOSED:
        visit.house.index.forget(visit.tx, notice.episode)
    elif notice.given.strip() or notice.family.strip():
        caf = Caf(notice.episode, CafState.STARTED, "", "", notice.device, to_text(visit.now))
        visit.house.index.hear(visit.tx, notice, caf, visit.now.date())


def _may_follow(visit: SignedVisit, notice: Notice, kept: Notice) -> bool:
    return notice.n > kept.n and kept.device in list_devices_of_same_person(visit.tx, visit.device)


def _check(visit: SignedVisit, signed: SignedNotice) -> None:
    notice = signed.notice
    check_id(notice.episode)
    if notice.episode != visit.asked.path["episode"] or notice.device != visit.device.id or notice.n < 1:
        raise Refused(Problem.UNREADABLE)
    if not _is_date(notice.born) or (notice.state is NoticeState.CLOSED and _names_somebody(notice)):
        raise Refused(Problem.MALFORMED)
    try:
        check(Kind.NOTICE, notice, signed.signature, visit.device.signing)
    except Refused as fault:
        raise Refused(Problem.UNREADABLE) from fault  # 401 would mean "try again"


def _names_somebody(notice: Notice) -> bool:
    return any((notice.given, notice.family, notice.born, notice.postcode))


def _is_date(text: str) -> bool:
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

"""``/v1/notices/{episode}``: whether another assessment of this child is open; whose and where is told to no author."""

from __future__ import annotations

from datetime import date

from endpoint.ids import check_id
from endpoint.index.entry import Caf, CafState
from endpoint.storage.devices import list_devices_of_same_person
from endpoint.storage.notices import find_notice, keep_notice
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit
from protocol.codec import decode, encode
from protocol.notices import Another, Notice, NoticeAnswer, NoticeState, SignedNotice
from protocol.problems import Problem, Refused
from protocol.statements import Kind, check


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

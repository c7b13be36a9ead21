"""A restriction is lifted line by line: one person may be told just what was said, and the record stays restricted."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from larkrise import HELD_BACK, MASON, TOLD, Laptop, Visit
from pypdf import PdfReader

from app.domain.bundle import Asker
from app.domain.lifting import as_told
from app.domain.sharing import NotAgreed
from app.operations.bundling import NothingHeld, gather
from app.operations.copies import TheirOwnCopy, make_family_copy
from app.operations.leaving import Leave, Paper, Way
from app.operations.lifting import NothingToTell, let_be_told, print_told, read_to_tell
from app.storage import audit, episodes, told_at_home

REASON, STRENGTHS = "as.reason", "d1.behaviour.strengths"
DAD = "Mark"
WHY = str(MASON[REASON])


@pytest.fixture
def erin(jo: Laptop) -> Visit:
    """Sign a record about which she decides alone."""
    visit = jo.finished_visit()
    with jo.vault.transaction() as tx:
        episodes.set_restricted(tx, visit.episode, restricted=True)
    return visit


def tell(erin: Visit, *lines: str, person: str = DAD) -> None:
    with erin.laptop.vault.transaction() as tx:
        let_be_told(tx, erin.laptop.workplace, erin.episode, person, lines)


def paper(erin: Visit, person: str = DAD) -> str:
    with erin.laptop.vault.transaction() as tx:
        pdf = print_told(tx, erin.laptop.workplace, erin.episode, person, Way.SAVED)
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages).split())


def test_the_paper_says_just_the_lines_they_want_told_and_each_can_be_taken_back(erin: Visit) -> None:
    tell(erin, REASON, STRENGTHS)
    words = paper(erin)
    assert WHY in words
    assert TOLD in words
    for other in ("Mason", "Reid", "Heron Close", HELD_BACK, "I like PE and Ben", "Breakfast club"):
        assert other not in words
    tell(erin, REASON)
    assert TOLD not in paper(erin)
    tell(erin)
    with pytest.raises(NothingToTell):
        paper(erin)


def test_nobody_is_told_what_somebody_else_may_be_told(erin: Visit) -> None:
    tell(erin, REASON)
    with pytest.raises(NothingToTell):
        paper(erin, "Tess")
    with pytest.raises(NothingToTell):
        tell(erin, REASON, person="  ")


def test_a_line_keeps_the_day_it_was_said_and_every_change_is_written_down(erin: Visit) -> None:
    tell(erin, REASON)
    first = erin.laptop.watch.now().date()
    erin.laptop.watch.wait(days=3)
    tell(erin, REASON, STRENGTHS)
    paper(erin)
    with erin.laptop.vault.transaction() as tx:
        told = told_at_home.of_episode(tx, erin.episode)
        assert told == {DAD: {REASON: first, STRENGTHS: date(2026, 11, 5)}}
        found = read_to_tell(tx, erin.laptop.workplace, erin.episode)
        assert found is not None
        assert found.told == told
        lines = [(row["act"], row["why"]) for row in tx.all("SELECT act, why FROM audit ORDER BY n")][-4:]
        assert audit.verify(tx) is None
    assert lines == [("lifted", "1"), ("lifted", "2"), ("printed", "told-lines:saved"), ("viewed", "")]


def test_the_record_stays_restricted_in_everything_else(erin: Visit) -> None:
    tell(erin, REASON)
    place = erin.laptop.workplace
    with erin.laptop.vault.transaction() as tx:
        found = episodes.get(tx, erin.episode)
        assert found is not None
        assert found.restricted
        with pytest.raises(TheirOwnCopy):
            make_family_copy(tx, place, erin.episode, Leave(Paper.COPY, Way.SAVED, "parent"))
        with pytest.raises(NothingHeld):
            gather(tx, place, found.child, Asker.PARENT)


def test_what_is_denied_by_default_goes_only_where_it_is_named_by_itself(erin: Visit) -> None:
    record, _ = erin.signed[0]
    assert as_told(record, DAD, {"d1.participation"}).answers == {}
    assert list(as_told(record, DAD, {"d1.participation.words"}).answers) == ["d1.participation.words"]
    for person, lines in (("", {REASON}), (DAD, set[str]())):
        with pytest.raises(NotAgreed):
            as_told(record, person, lines)


def test_of_a_record_that_is_not_theirs_alone_there_is_nothing_to_lift(jo: Laptop) -> None:
    visit = jo.finished_visit()
    with jo.vault.transaction() as tx:
        assert read_to_tell(tx, jo.workplace, visit.episode) is None
    with pytest.raises(NothingToTell):
        tell(visit, REASON)

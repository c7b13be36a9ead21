"""A young person who decides alone: restricted from the first save, and nobody else opens it to the family again."""

from __future__ import annotations

import pytest
from larkrise import AGREED_TO_SHARE, Laptop, Visit, days_later

from app.domain.record import RecordKind
from app.operations.families import TheirsToSay, decide
from app.operations.family import open_family
from app.storage import audit, children, outbox
from app.storage.outbox import OutboxKind


def marked(visit: Visit, *, young_person: bool) -> bool:
    """Mark who decides, and return whether the record is restricted now, by its list line and its page alike."""
    laptop = visit.laptop
    with laptop.vault.transaction() as tx:
        decide(tx, laptop.workplace, visit.episode, young_person=young_person)
    with laptop.vault.transaction() as tx:
        row = children.get(tx, visit.started.child)
        file = open_family(tx, laptop.workplace, visit.episode)
        assert audit.verify(tx) is None
    assert row is not None
    assert row.restricted is file.restricted
    return file.restricted


def acts(visit: Visit) -> list[str]:
    with visit.laptop.vault.transaction() as tx:
        return [row["act"] for row in tx.all("SELECT act FROM audit WHERE object = ? ORDER BY n", (visit.episode,))]


def test_it_is_restricted_before_a_word_is_written(visit: Visit) -> None:
    assert marked(visit, young_person=True)
    assert visit.written() == {}
    assert acts(visit)[:2] == ["episode-opened", "restricted"]


def test_a_slip_of_the_hand_is_taken_back_before_they_agreed(visit: Visit) -> None:
    assert marked(visit, young_person=True)
    assert not marked(visit, young_person=False)
    assert "unrestricted" in acts(visit)


def test_marking_it_twice_is_one_act(visit: Visit) -> None:
    marked(visit, young_person=True)
    marked(visit, young_person=True)
    assert acts(visit).count("restricted") == 1


def test_once_they_agreed_to_start_it_stays_their_own(visit: Visit) -> None:
    marked(visit, young_person=True)
    visit.judge()
    visit.start()
    with visit.laptop.vault.transaction() as tx, pytest.raises(TheirsToSay):
        decide(tx, visit.laptop.workplace, visit.episode, young_person=False)
    assert marked(visit, young_person=True)


def test_it_can_be_marked_after_the_start_too(visit: Visit) -> None:
    visit.start()
    assert marked(visit, young_person=True)


def test_another_childs_record_is_not_restricted_with_it(jo: Laptop) -> None:
    one, other = jo.visit(), jo.visit()
    marked(one, young_person=True)
    assert not marked(other, young_person=False)


@pytest.mark.parametrize(("days", "queued"), [(0, {OutboxKind.KEPT, OutboxKind.RELEASED}), (-1, {OutboxKind.KEPT})])
def test_an_end_date_for_the_desk_that_is_past_releases_nothing_and_stops_nothing(
    jo: Laptop, days: int, queued: set[OutboxKind]
) -> None:
    row = "c2.list/0a1b2c3d/c2.list"
    limits = {f"{row}.service": "Early help desk", f"{row}.may_see": "yes", f"{row}.until": days_later(days)}
    visit = jo.finished_visit({**AGREED_TO_SHARE, "c2.list": ("0a1b2c3d",), **limits})
    with jo.vault.transaction() as tx:
        assert {one.kind for one in outbox.of_record(tx, visit.signed[0][0].statement.record)} == queued
    assert visit.written(RecordKind.SHARING) == {}

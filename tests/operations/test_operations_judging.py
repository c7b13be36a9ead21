"""Deciding alone is written down before it is done: at both gates, kept with the rest, and in nobody's view."""

from __future__ import annotations

import pytest
from larkrise import AGREED_TO_SHARE, AGREED_TO_START, JUDGED_ABLE, MASON, Laptop, Visit

from app.domain.record import RecordKind
from app.domain.sharing import DESK, FAMILY, Agreement, in_family, released
from app.operations.families import decide
from app.operations.family import open_family
from app.operations.finishing import change_something
from app.operations.starting import NotSaidYet
from app.storage import outbox, records
from app.storage.outbox import OutboxKind

ONCE = {**JUDGED_ABLE, "cp.meetings": ("0a0b0c01",), "cp.consistent": ""}


@pytest.fixture
def alone(jo: Laptop) -> Visit:
    """Begin with somebody of fourteen who decides alone."""
    visit = jo.visit()
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, visit.episode, young_person=True)
    visit.write({**MASON, "id.dob": "2012-06-21"})
    return visit


def sign(visit: Visit) -> None:
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    visit.sign()


def test_they_do_not_start_alone_before_it_is_written_down(alone: Visit) -> None:
    with pytest.raises(NotSaidYet) as stop:
        alone.start()
    assert any("knows them well" in sentence for sentence in stop.value.missing)
    alone.judge(ONCE)
    alone.start()


def test_they_do_not_sign_alone_after_one_meeting(alone: Visit) -> None:
    alone.judge(ONCE)
    alone.start()
    with pytest.raises(NotSaidYet, match="judged") as stop:
        sign(alone)
    assert set(stop.value.pages) == {"cp"}
    alone.judge()
    sign(alone)


def test_at_sixteen_nothing_is_asked(alone: Visit) -> None:
    alone.write({"id.dob": "2010-06-21"})
    alone.start()
    sign(alone)


def test_where_a_parent_agrees_nothing_is_asked(ready: Visit) -> None:
    ready.sign()
    with ready.laptop.vault.transaction() as tx:
        assert open_family(tx, ready.laptop.workplace, ready.episode).competence is None


def test_signed_it_is_finished_kept_with_the_rest_and_asked_no_second_time(alone: Visit) -> None:
    alone.judge()
    alone.start({**AGREED_TO_START, "c1.capacity": "young person"})
    sign(alone)
    with alone.laptop.vault.transaction() as tx:
        judged = records.newest(tx, alone.episode, RecordKind.COMPETENCE)
        assert judged is not None
        assert judged.answers == JUDGED_ABLE
        assert outbox.of_record(tx, judged.statement.record) == []  # in the package of the assessment
        change_something(tx, alone.laptop.workplace, alone.episode)
        assert open_family(tx, alone.laptop.workplace, alone.episode).competence is None
    sign(alone)


@pytest.mark.parametrize("reader", [DESK, FAMILY, in_family("young person")], ids=lambda one: one.name)
def test_no_view_of_anybody_has_a_word_of_it(alone: Visit, reader: object) -> None:
    alone.judge()
    alone.start()
    sign(alone)
    with alone.laptop.vault.transaction() as tx:
        judged = records.newest(tx, alone.episode, RecordKind.COMPETENCE)
        kinds = {row.kind for row in outbox.of_record(tx, alone.signed[0][0].statement.record)}
    assert judged is not None
    agreement = Agreement(judged.statement.root, store=True, share=True, desk_may_see=True)
    view = released(judged, agreement, reader, today=alone.laptop.watch.now().date())  # type: ignore[arg-type]
    assert view.answers == {}
    assert kinds == {OutboxKind.KEPT, OutboxKind.RELEASED}

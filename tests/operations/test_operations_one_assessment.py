"""One open assessment for a child, as far as this laptop knows; a young person's own is no match for anybody."""

from __future__ import annotations

import pytest
from larkrise import JUDGED_ABLE, MASON, Laptop

from app.domain.record import RecordKind
from app.operations.families import decide
from app.operations.starting import NotSaidYet


def test_a_second_one_for_the_same_child_is_not_started_and_it_says_what_to_do(jo: Laptop) -> None:
    first, second = jo.visit(), jo.visit()
    for visit in (first, second):
        visit.write(MASON)
    first.start()
    with pytest.raises(NotSaidYet) as stop:
        second.start()
    assert any("coordinator" in sentence for sentence in stop.value.missing)


@pytest.mark.parametrize("other", [{"id.given": "Ruby"}, {"id.dob": "2012-12-01"}, {"id.dob": "2012-12"}])
def test_another_name_birth_date_or_half_a_date_is_another_child(jo: Laptop, other: dict[str, str]) -> None:
    first, second = jo.visit(), jo.visit()
    first.write(MASON)
    first.start()
    second.write({**MASON, **other})
    second.start()


def test_one_that_nobody_agreed_to_start_yet_stands_in_nobodys_way(jo: Laptop) -> None:
    first, second = jo.visit(), jo.visit()
    for visit in (first, second):
        visit.write(MASON)
    second.start()


def test_a_record_of_a_young_person_deciding_alone_is_no_match(jo: Laptop) -> None:
    first, second = jo.visit(), jo.visit()
    for visit in (first, second):
        visit.write(MASON)
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, first.episode, young_person=True)
    first.write(JUDGED_ABLE, RecordKind.COMPETENCE)
    first.start()
    second.start()

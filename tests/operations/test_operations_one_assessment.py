"""One open assessment for a child, as far as this laptop knows; a young person's own is no match for anybody."""

from __future__ import annotations

import pytest
from larkrise import JUDGED_ABLE, MASON, Laptop, Visit

from app.domain.earlier import Check
from app.domain.record import RecordKind
from app.operations.earlier import check_here
from app.operations.families import decide


def checked(visit: Visit) -> Check:
    with visit.laptop.vault.transaction() as tx:
        return check_here(tx, visit.laptop.workplace, visit.episode)


def test_an_open_one_of_the_same_child_is_known_on_this_laptop(jo: Laptop) -> None:
    first, second = jo.visit(), jo.visit()
    for visit in (first, second):
        visit.write(MASON)
    assert checked(second) is Check.NOT_CHECKED
    first.start()
    assert checked(second) is Check.OPEN_HERE


@pytest.mark.parametrize("other", [{"id.given": "Ruby"}, {"id.dob": "2012-12-01"}, {"id.dob": "2012-12"}])
def test_another_name_birth_date_or_half_a_date_is_another_child(jo: Laptop, other: dict[str, str]) -> None:
    first, second = jo.visit(), jo.visit()
    first.write(MASON)
    first.start()
    second.write({**MASON, **other})
    assert checked(second) is Check.NOT_CHECKED


def test_that_there_is_none_is_what_somebody_said_and_never_what_the_laptop_found(jo: Laptop) -> None:
    visit = jo.visit()
    visit.write(MASON)
    visit.write({"pre.existing": "not yet"}, RecordKind.CHECKLIST)
    assert checked(visit) is Check.NOT_CHECKED
    visit.write({"pre.existing": "asked family"}, RecordKind.CHECKLIST)
    assert checked(visit) is Check.NONE_FOUND


def test_a_record_of_a_young_person_deciding_alone_is_no_match(jo: Laptop) -> None:
    first, second = jo.visit(), jo.visit()
    for visit in (first, second):
        visit.write(MASON)
    with jo.vault.transaction() as tx:
        decide(tx, jo.workplace, first.episode, young_person=True)
    first.write(JUDGED_ABLE, RecordKind.COMPETENCE)
    first.start()
    assert checked(second) is Check.NOT_CHECKED

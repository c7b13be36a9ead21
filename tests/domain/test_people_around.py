"""The map of people: place and word say the same, nobody private is offered, a child's own map is theirs to show."""

from __future__ import annotations

import pytest

from app.domain.answers import Answers
from app.domain.bundle import Asker, LeftOut, circumstances, left_out
from app.domain.denied import childs_map, childs_words
from app.domain.ids import RowId
from app.domain.peoplemap import (
    ACROSS,
    DOWN,
    HELPS,
    MADE_BY,
    MAP,
    Closeness,
    Known,
    Written,
    added,
    closeness_at,
    free_place,
    known_people,
    moved,
    people_on,
    said,
    taken_off,
    ticked,
    within,
)
from app.domain.sharing import private_rows, told_further
from app.domain.turned import turned_to_family

RECORD: Answers = {
    "fh.people": ("p1", "p2"),
    "fh.people/p1/fh.people.name": "Carly Reid",
    "fh.people/p1/fh.people.rel": "mother",
    "fh.people/p2/fh.people.name": "Mark Reid",
    "fh.people/p2/fh.people.no_contact": True,
    "pc": ("c1", "c2"),
    "pc/c1/pc.name": "carly  reid",
    "pc/c2/pc.name": "Dean",
    "pc/c2/pc.contact_limits": "A court order.",
    "sv.services": ("s1", "s2"),
    "sv.services/s1/sv.name": "Larkrise Primary",
    "sv.services/s1/sv.person": "Ms Bassi",
    "sv.services/s2/sv.name": "Rowan Clinic",
    "sv.services/s2/sv.sensitive": True,
}


def after(answers: Answers, *changes: Written) -> Answers:
    """Return the answers once these changes are written."""
    now = dict(answers)
    for path, given in changes:
        if given is None:
            now.pop(path, None)
        else:
            now[path] = given
    return now


def with_people(*names: str, **closeness: Closeness) -> Answers:
    """Return the record with these people on its map, some with how close they are."""
    now = RECORD
    for name in names:
        now = after(now, *added(now, Known(RowId(f"m-{name}"), name, "")))
    for name, close in closeness.items():
        now = after(now, *said(now, RowId(f"m-{name.replace('_', ' ')}"), close))
    return now


def named(answers: Answers) -> list[str]:
    return [one.name for one in people_on(answers)]


def test_whom_the_record_names_can_be_put_on_the_map_each_once_and_no_private_service() -> None:
    assert [(known.name, known.who) for known in known_people(RECORD)] == [
        ("Carly Reid", "mother"),
        ("Mark Reid", ""),
        ("Dean", ""),
        ("Ms Bassi", "Larkrise Primary"),
    ]


def test_a_child_is_offered_nobody_whom_it_may_not_be_safe_to_be_in_touch_with() -> None:
    assert [known.name for known in known_people(RECORD, to_child=True)] == ["Carly Reid", "Ms Bassi"]


def test_whoever_is_on_the_map_is_not_offered_again_and_how_close_they_are_is_not_said_for_anybody() -> None:
    now = after(RECORD, *added(RECORD, known_people(RECORD)[0]))
    assert [known.name for known in known_people(now)] == ["Mark Reid", "Dean", "Ms Bassi"]
    (one,) = people_on(now)
    assert (one.name, one.who, one.closeness, one.helps, one.private) == ("Carly Reid", "mother", None, False, False)


@pytest.mark.parametrize("closeness", [Closeness.CLOSE, Closeness.BETWEEN, Closeness.FAR])
def test_whoever_is_said_to_be_so_close_stands_where_that_is(closeness: Closeness) -> None:
    now = with_people(*(f"person {number}" for number in range(8)))
    for one in people_on(now):
        now = after(now, *said(now, one.row, closeness))
    assert {closeness_at(one.place) for one in people_on(now)} == {closeness}
    assert {one.closeness for one in people_on(now)} == {closeness}


def test_moving_somebody_says_how_close_they_are_in_a_word_too() -> None:
    now = with_people("Nan")
    for place, word in (
        ((560, 330), Closeness.CLOSE),
        ((850, 310), Closeness.BETWEEN),
        ((20, 20), Closeness.FAR),
    ):
        now = after(now, *moved(now, RowId("m-Nan"), place))
        assert [one.closeness for one in people_on(now)] == [word]


def test_no_contact_stays_no_contact_wherever_the_box_is_put_until_it_is_said_otherwise() -> None:
    now = with_people("Dad", Dad=Closeness.NO_CONTACT)
    now = after(now, *moved(now, RowId("m-Dad"), (520, 320)))
    assert [one.closeness for one in people_on(now)] == [Closeness.NO_CONTACT]
    now = after(now, *said(now, RowId("m-Dad"), None))
    assert [one.closeness for one in people_on(now)] == [None]


def test_eight_people_stand_apart_and_every_box_is_on_the_sheet() -> None:
    people = people_on(with_people(*(f"person {number}" for number in range(8))))
    places = [one.place for one in people]
    assert len(set(places)) == 8
    assert all(0 < across < ACROSS and 0 < down < DOWN for across, down in places)
    close = [
        (one, other)
        for number, one in enumerate(places)
        for other in places[number + 1 :]
        if abs(one[0] - other[0]) < 150 and abs(one[1] - other[1]) < 60
    ]
    assert close == []


def test_a_place_that_cannot_be_read_is_a_free_one_and_none_is_off_the_sheet() -> None:
    now = {**with_people("Nan"), f"{MAP}/m-Nan/{MAP}.place": "here, there"}
    assert people_on(now)[0].place == free_place(None, [])
    assert within(-40, 9000) == within(0, DOWN)


def test_taken_off_somebody_is_not_on_the_map_and_comes_back_without_what_was_said_before() -> None:
    now = with_people("Nan", "Ben", Nan=Closeness.CLOSE)
    now = after(now, *ticked(RowId("m-Nan"), HELPS, on=True))
    gone = after(now, *taken_off(now, RowId("m-Nan")))
    assert named(gone) == ["Ben"]
    again = after(gone, *added(gone, Known(RowId("m-Nan"), "Nan", "")))
    assert [(one.closeness, one.helps) for one in people_on(again)] == [(None, False), (None, False)]


def test_whoever_is_a_private_matter_or_stands_for_a_private_service_is_seen_by_nobody_else() -> None:
    now = after(with_people("Nan", "Dr Lee", "rowan clinic"), *ticked(RowId("m-Dr Lee"), f"{MAP}.sensitive", on=True))
    hidden = private_rows(now)
    assert {f"{MAP}/m-Dr Lee/", f"{MAP}/m-rowan clinic/"} <= set(hidden)
    assert named(turned_to_family({**now, MADE_BY: "family"}).answers) == ["Nan"]
    assert named(told_further({**now, MADE_BY: "family"})) == ["Nan"]


def test_whom_it_is_not_safe_to_be_in_touch_with_or_has_no_contact_is_on_no_screen_and_no_parents_copy() -> None:
    now = {**with_people("Nan", "Mark Reid", "Dean", "Uncle", Uncle=Closeness.NO_CONTACT), MADE_BY: "family"}
    assert named(turned_to_family(now).answers) == ["Nan"]
    assert named(turned_to_family(now, alone=True).answers) == ["Nan", "Uncle"]
    around = circumstances(Asker.PARENT, [now], "", ())
    assert left_out(f"{MAP}/m-Dean/{MAP}.name", now, around) is LeftOut.RISKS
    assert left_out(f"{MAP}/m-Nan/{MAP}.name", now, around) is None


@pytest.mark.parametrize(("made_by", "own"), [("", True), ("child", True), ("family", False), ("worker", False)])
def test_a_map_is_the_childs_own_to_show_unless_somebody_said_that_it_is_not(made_by: str, own: bool) -> None:  # noqa: FBT001
    now = {**with_people("Nan"), MADE_BY: made_by}
    assert bool(childs_map(now)) is own
    assert bool(named(turned_to_family(now).answers)) is not own
    assert {MAP, f"{MAP}.name", MADE_BY} <= childs_words(now) or not own


def test_a_child_who_said_yes_for_somebody_shows_them_the_map_too_and_nobody_else() -> None:
    now = {
        **with_people("Nan"),
        "ch.show": ("a", "b"),
        "ch.show/a/ch.show.who": "Carly Reid",
        "ch.show/a/ch.show.may": "yes",
        "ch.show/b/ch.show.who": "Dean",
        "ch.show/b/ch.show.may": "no",
    }
    assert MAP not in childs_words(now, person="Carly Reid")
    assert MAP in childs_words(now, person="Dean")
    assert MAP in childs_words(now)

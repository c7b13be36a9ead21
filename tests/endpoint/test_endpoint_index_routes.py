"""Looking into the child index: with a reason, one record back, and a line in its log whatever comes of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from uuid import uuid4

import httpx2
import msgspec
import pytest
from ambleton import Laptop, Town, problem_of

from endpoint.childindex import OwnIndex, load_index
from endpoint.index.entry import Contact, ContactKind, Entry
from endpoint.index.likeness import Named
from endpoint.office import open_door
from endpoint.resources import RESOURCES
from endpoint.storage.index import erase_entry, put_entry
from protocol.childindex import CafNote, CafSays, LookWhy, Review, Settled, SettledHow, Sought
from protocol.codec import encode
from protocol.messages import Message

CHILDREN = count(100)
WHY = "Asked by the school to see who else helps"


def entry(**changed: object) -> Entry:
    """Return an entry that no other test can come upon: its family name, birth date and home are its own."""
    number = next(CHILDREN)
    letters = "".join(chr(ord("a") + int(digit, 16)) for digit in uuid4().hex[:12])
    made = Entry(
        child=str(uuid4()),
        names=(Named("Mason", letters),),
        born=date(2009, 1, 4) + timedelta(15 * number),
        gender="m",
        address="3 Weir Lane, Ambleton",
        postcode=f"AM{number} 2BD",
        contacts=(
            Contact(ContactKind.CARER, "Kerry Reid", "01632 960 001"),
            Contact(ContactKind.SENSITIVE),
        ),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def kept(town: Town, made: Entry) -> Entry:
    door = open_door(town.settings)
    with door.store.transaction() as tx:
        put_entry(tx, made)
    door.close()
    return made


def sought(made: Entry, **changed: object) -> Sought:
    name, born = made.names[0], made.born.isoformat() if made.born else ""
    asked = Sought(name.given, name.family, born, "", "", "", WHY, "")
    return msgspec.structs.replace(asked, **changed)


def search(laptop: Laptop, asked: Sought) -> httpx2.Response:
    return laptop.ask("POST", "/v1/index/searches", encode(asked))


def look(laptop: Laptop, child: str, how: str = "looks", **changed: object) -> httpx2.Response:
    why = msgspec.structs.replace(LookWhy(WHY, "", warned=False), **changed)
    return laptop.ask("POST", f"/v1/index/children/{child}/{how}", encode(why))


def note(laptop: Laptop, child: str, episode: str, state: CafSays = CafSays.STARTED, **flags: bool) -> httpx2.Response:
    says = {"brokered": False, "is_lead": False, "has_information": False, "taking_action": False, **flags}
    return laptop.ask("PUT", f"/v1/index/cafs/{episode}", encode(CafNote(child, state, **says)))


def looks(town: Town, laptop: Laptop) -> list[tuple[object, ...]]:
    return town.rows(
        "select act, child, reason, query, results, status, who from index_looks where device = :it order by at",
        it=laptop.id,
    )


def test_a_search_with_a_reason_shows_one_child_and_is_written_down_with_what_was_asked(
    town: Town, priya: Laptop
) -> None:
    made = kept(town, entry())
    answer = search(priya, sought(made, given="MASON", on_behalf="Jo Whitfield"))
    assert answer.status_code == 200
    assert answer.json() == {
        "outcome": "one",
        "child": {
            "child": made.child,
            "looks_like": "likely",
            "given": "Mason",
            "family": made.names[0].family,
            "born": str(made.born),
            "gender": "m",
            "is_shielded": False,
        },
    }
    (line,) = looks(town, priya)
    assert (line[0], line[1], line[2], line[5], line[6]) == ("search", made.child, WHY, 200, "Priya Nair")
    assert "MASON" in str(line[3])
    assert json.loads(str(line[4])) == answer.json()
    access = town.rows("select about from accesses where device = :it and action = 'index.look'", it=priya.id)
    assert access == [(made.child,)]  # beside it an id alone: search text is in the index's own log and nowhere else


def test_nobody_is_shown_where_nobody_is_like_or_several_are(town: Town, priya: Laptop) -> None:
    made = entry()
    assert search(priya, sought(made)).json() == {"outcome": "none", "child": None}
    kept(town, made)
    kept(town, replace(made, child=str(uuid4())))
    assert search(priya, sought(made)).json() == {"outcome": "several", "child": None}


def test_a_twin_is_not_shown_for_the_other(town: Town, priya: Laptop) -> None:
    made = kept(town, entry())
    assert search(priya, sought(made, given="Jordan")).json()["outcome"] == "none"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"reason": " "}, "index.no_reason"),
        ({"born": ""}, "index.too_little"),
        ({"family": "", "born": "2019-03-04"}, "index.too_little"),
        ({"born": "04/03/2019"}, "request.malformed"),
        ({"reason": "a\0b"}, "request.malformed"),
    ],
)
def test_a_search_without_a_reason_or_with_too_little_is_refused_and_written_down(
    town: Town, priya: Laptop, changed: dict[str, str], problem: str
) -> None:
    refused = search(priya, sought(entry(), **changed))
    assert problem_of(refused) == problem
    (line,) = looks(town, priya)
    assert (line[0], line[5], json.loads(str(line[4]))) == ("search", refused.status_code, problem)


def test_an_entry_is_opened_with_who_to_ask_and_a_sensitive_service_without_its_name(town: Town, priya: Laptop) -> None:
    made = kept(town, entry())
    shown = look(priya, made.child).json()
    assert shown["address"] == "3 Weir Lane, Ambleton"
    assert [(one["kind"], one["name"]) for one in shown["contacts"]] == [("carer", "Kerry Reid"), ("sensitive", "")]
    assert problem_of(look(priya, str(uuid4()))) == "not.found"
    assert [line[5] for line in looks(town, priya)].count(404) == 1


def test_a_shielded_child_is_shown_without_its_home_until_a_coordinator_overrides_and_somebody_else_reviews(
    town: Town, priya: Laptop, desk: Laptop
) -> None:
    made = kept(town, entry(is_shielded=True))
    assert search(priya, sought(made)).json()["child"]["is_shielded"] is True
    shown = look(priya, made.child)
    assert "Weir Lane" not in shown.text
    assert "Kerry" not in shown.text
    assert problem_of(look(priya, made.child, "overrides", warned=True)) == "not.found"
    assert problem_of(look(desk, made.child, "overrides")) == "index.shielded"
    assert look(desk, made.child, "overrides", warned=True).json()["address"] == "3 Weir Lane, Ambleton"
    _reviewed(town, priya, desk, made.child)


def _reviewed(town: Town, priya: Laptop, desk: Laptop, child: str) -> None:
    other = town.laptop()
    other.enrol(town.invite("coordinator", name="Ruth Barlow"))
    waiting = [one for one in other.ask("GET", "/v1/index/reviews").json()["overrides"] if one["child"] == child]
    assert [(one["reason"], one["who"]) for one in waiting] == [(WHY, "Priya Nair")]
    path, words = f"/v1/index/reviews/{waiting[0]['look']}", encode(Review("Rang her manager: it was right."))
    assert problem_of(desk.ask("PUT", path, words)) == "index.own_look"
    assert problem_of(priya.ask("GET", "/v1/index/reviews")) == "not.found"
    assert problem_of(priya.ask("PUT", path, words)) == "not.found"
    assert other.ask("PUT", path, words).status_code == 200
    assert problem_of(other.ask("PUT", path, words)) == "not.found"
    assert child not in other.ask("GET", "/v1/index/reviews").text
    assert town.rows("select words from index_reviews where look = :it", it=waiting[0]["look"]) == [
        ("Rang her manager: it was right.",)
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"family": "Whitfield"},
        {"family": "Whitfield", "born": ""},
    ],
)
def test_no_search_tells_where_a_shielded_child_lives_or_what_it_was_called(
    town: Town, priya: Laptop, changed: dict[str, str]
) -> None:
    shielded = entry(is_shielded=True)
    kept(town, replace(shielded, names=(*shielded.names, Named("Mason", "Whitfield"))))
    asked = sought(shielded, postcode=shielded.postcode, **changed)
    elsewhere = msgspec.structs.replace(asked, postcode="AM98 9ZZ")
    assert search(priya, asked).json() == search(priya, elsewhere).json()


def test_an_archived_entry_answers_nobody(town: Town, priya: Laptop) -> None:
    made = kept(town, entry(born=date(2003, 5, 6)))
    assert search(priya, sought(made)).json()["outcome"] == "none"
    assert problem_of(look(priya, made.child)) == "not.found"


def test_an_assessment_is_noted_as_started_and_done_with_who_holds_it_and_taken_away_when_it_ends(
    town: Town, priya: Laptop
) -> None:
    made, episode = kept(town, entry()), str(uuid4())
    assert note(priya, made.child, episode, is_lead=True).json() == {"episode": episode, "another": "none"}
    note(priya, made.child, episode, CafSays.DONE, is_lead=True)
    shown = look(priya, made.child).json()
    assert [(one["state"], one["holder"], one["agency"]) for one in shown["cafs"]] == [
        ("done", "Priya Nair", "Ambleton 0-19")
    ]
    assert [one["name"] for one in shown["contacts"] if one["is_lead"]] == ["Priya Nair"]
    stranger = town.laptop()
    stranger.enrol(town.invite(name="Jo Whitfield"))
    assert problem_of(note(stranger, made.child, episode)) == "notice.different"
    note(priya, made.child, episode, CafSays.ENDED)
    assert look(priya, made.child).json()["cafs"] == []
    assert problem_of(note(priya, str(uuid4()), str(uuid4()))) == "not.found"


def test_whoever_holds_it_is_not_named_where_it_is_to_be_brokered(town: Town, priya: Laptop) -> None:
    made = kept(town, entry(contacts=()))
    note(priya, made.child, str(uuid4()), brokered=True, taking_action=True)
    shown = look(town.enrolled(), made.child).json()
    assert [(one["state"], one["holder"], one["agency"]) for one in shown["cafs"]] == [("started", "", "")]
    assert [(one["kind"], one["name"], one["taking_action"]) for one in shown["contacts"]] == [("sensitive", "", True)]


def test_a_second_open_assessment_is_held_for_the_coordinator_who_brings_the_authors_together(
    town: Town, priya: Laptop, desk: Laptop
) -> None:
    made, first, second = kept(town, entry()), str(uuid4()), str(uuid4())
    jo = town.laptop()
    jo.enrol(town.invite(name="Jo Whitfield"))
    assert note(priya, made.child, first).json()["another"] == "none"
    assert note(jo, made.child, second).json()["another"] == "held"
    assert note(priya, made.child, first).json()["another"] == "held"
    (pair,) = [one for one in desk.ask("GET", "/v1/index/held").json()["pairs"] if first in str(one)]
    assert {pair["one"]["holder"], pair["other"]["holder"]} == {"Priya Nair", "Jo Whitfield"}
    assert problem_of(priya.ask("GET", "/v1/index/held")) == "not.found"
    assert problem_of(_settled(desk, first, second, SettledHow.JOINED, agreed=False)) == "index.not_agreed"
    assert problem_of(_settled(priya, first, second, SettledHow.JOINED, agreed=True)) == "not.found"
    assert _settled(desk, first, second, SettledHow.DIFFERENT, agreed=False).status_code == 200
    assert note(priya, made.child, first).json()["another"] == "none"
    assert first not in desk.ask("GET", "/v1/index/held").text
    assert len(look(priya, made.child).json()["cafs"]) == 2  # neither was merged, changed or lost


def _settled(laptop: Laptop, one: str, other: str, how: SettledHow, *, agreed: bool) -> httpx2.Response:
    return laptop.ask("PUT", f"/v1/index/held/{one}", encode(Settled(other, how, family_agreed=agreed)))


def _found(laptop: Laptop, episode: str) -> list[tuple[str, str]]:
    """Return what an author is told was found out of an own assessment."""
    found = laptop.ask("GET", "/v1/notices").json()["found"]
    return [(one["how"], one["goes_on"]) for one in found if one["episode"] == episode]


def test_both_authors_are_told_how_a_pair_was_settled_and_it_can_be_opened_again(
    town: Town, priya: Laptop, desk: Laptop
) -> None:
    made, first, second, third = kept(town, entry()), str(uuid4()), str(uuid4()), str(uuid4())
    jo, sam = town.laptop(), town.laptop()
    jo.enrol(town.invite(name="Jo Whitfield"))
    sam.enrol(town.invite(name="Sam Okoro"))
    for laptop, episode in ((priya, first), (jo, second)):
        note(laptop, made.child, episode)
    assert _found(priya, first) == []
    wrong = Settled(second, SettledHow.DECLINED, family_agreed=False, goes_on=first)
    assert problem_of(desk.ask("PUT", f"/v1/index/held/{first}", encode(wrong))) == "request.malformed"
    agreed = Settled(second, SettledHow.JOINED, family_agreed=True, goes_on=first)
    assert desk.ask("PUT", f"/v1/index/held/{first}", encode(agreed)).status_code == 200
    assert (_found(priya, first), _found(jo, second)) == ([("joined", "this")], [("joined", "other")])
    assert (_found(priya, second), _found(sam, first)) == ([], [])
    said = jo.ask("GET", "/v1/notices").text
    assert not [word for word in ("Priya", "Ambleton", first, made.child) if word in said]
    (pair,) = [one for one in desk.ask("GET", "/v1/index/settled").json()["pairs"] if first in str(one)]
    assert (pair["how"], pair["goes_on"]) == ("joined", first)
    assert problem_of(priya.ask("GET", "/v1/index/settled")) == "not.found"
    note(sam, made.child, third)
    assert (_found(priya, first), _found(jo, second)) == ([], [])  # one of its pairs is to be settled
    for one in (first, second):
        _settled(desk, one, third, SettledHow.DIFFERENT, agreed=False)
    assert _found(priya, first) == [("joined", "this")]  # that counts before what was settled since
    _settled(desk, second, first, SettledHow.OPEN, agreed=False)
    assert (_found(priya, first), _found(jo, second)) == ([], [])
    assert first in desk.ask("GET", "/v1/index/held").text
    assert [(row[0], row[5]) for row in looks(town, desk)].count(("settle", 200)) >= 4


LOOKS = [one for one in RESOURCES if one.path.startswith("/v1/index/")]


def _path(path: str, child: str) -> str:
    return path.replace("{child}", child).replace("{episode}", child).replace("{look}", child)


def test_every_way_into_the_index_writes_one_line_whatever_comes_of_it(town: Town) -> None:
    made, pair = kept(town, entry(is_shielded=True)), str(uuid4())
    right: dict[str, Message] = {
        "/v1/index/searches": sought(made),
        "/v1/index/children/{child}/looks": LookWhy(WHY, "", warned=False),
        "/v1/index/children/{child}/overrides": LookWhy(WHY, "", warned=True),
        "/v1/index/cafs/{episode}": CafNote(made.child, CafSays.STARTED, *[False] * 4),
        "/v1/index/reviews/{look}": Review("It was right."),
        "/v1/index/held/{episode}": Settled(pair, SettledHow.JOINED, family_agreed=False),
    }
    assert set(right) == {one.path for one in LOOKS if one.method != "GET"}
    bodies: dict[str, Sequence[bytes]] = {path: (encode(body), b"{}", b"\xff\0", b"") for path, body in right.items()}
    acts = {"searches": "search", "looks": "open", "overrides": "override", "cafs": "note"}
    for laptop in (town.enrolled("coordinator"), town.enrolled()):
        answered: Counter[tuple[str, int]] = Counter()
        for one in LOOKS:
            for body in bodies.get(one.path, (b"",)):
                status = laptop.ask(one.method, _path(one.path, made.child), body).status_code
                answered[f"{one.method} {one.path}", status] += 1
        lines = Counter((str(row[0]), int(str(row[5]))) for row in looks(town, laptop))
        assert {status for _, status in answered} >= {200, 400, 404}
        assert Counter(status for _, status in answered.elements()) == Counter(status for _, status in lines.elements())
        for part, act in acts.items():
            of_route = {status: n for (path, status), n in answered.items() if part in path}
            assert of_route == {status: n for (named, status), n in lines.items() if named == act}


def test_a_look_whose_line_cannot_be_written_is_not_answered(
    town: Town, priya: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tried at the door itself, with a log that fails: nothing is shown."""
    made = kept(town, entry())
    door = open_door(town.settings)
    resource = next(one for one in LOOKS if one.path == "/v1/index/searches")
    request = priya.signed_request("POST", resource.path, encode(sought(made)), ecaf_version="2")

    def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("endpoint.looking.insert_look", fails)
    monkeypatch.setattr("endpoint.door.log_fault", lambda _fault: None)
    from endpoint.visit import Asked

    asked = Asked("POST", str(request.url), request.headers, {}, {}, encode(sought(made)))
    answer = door.respond(resource, asked)
    door.close()
    assert answer.status == 500
    assert made.child.encode() not in answer.body


class Elsewhere(OwnIndex):
    """An index that an authority has already: it says that there is another of each."""

    def another_is_open(self, *_: object) -> bool:
        """Say yes."""
        return True


def test_an_authority_can_have_its_own_index_answer(town: Town, priya: Laptop) -> None:
    assert type(load_index("")) is OwnIndex
    named = f"{__name__}:Elsewhere"
    assert type(load_index(named)).__name__ == "Elsewhere"
    door = open_door(replace(town.settings, index=named))
    assert type(door.house.index).__name__ == "Elsewhere"
    door.close()
    assert priya.id


def test_an_entry_that_was_erased_is_found_by_nobody(town: Town, priya: Laptop) -> None:
    made = kept(town, entry())
    door = open_door(town.settings)
    with door.store.transaction() as tx:
        erase_entry(tx, made.child)
    door.close()
    assert search(priya, sought(made)).json()["outcome"] == "none"

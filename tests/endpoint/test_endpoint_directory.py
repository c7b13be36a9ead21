"""A feed of services comes in whole or not at all: a broken one is refused by line, in words, and the old one stays."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from ambleton import Laptop, Town, problem_of

from app.paths import resources
from endpoint.cli import main
from endpoint.directory.checking import mistakes, strangers
from endpoint.directory.feed import FeedBroken, read_feed
from endpoint.directory.importing import import_feed
from endpoint.directory.lines import line_of
from endpoint.directory.reading import LOCAL_FILE, Terms, read_local, read_service
from endpoint.office import open_door
from protocol.codec import decode
from protocol.problems import Refused
from protocol.services import Service, SignedEdition, check_edition, page_name, unpack_page

FEED = resources() / "examples" / "services"


def services() -> list[dict[str, Any]]:
    return [one for page in sorted(FEED.glob("*.json")) for one in json.loads(page.read_bytes())["contents"]]


def saved(tmp_path: Path, value: object, name: str = "feed.json") -> Path:
    file = tmp_path / name
    file.write_text(json.dumps(value, indent=1, ensure_ascii=False), encoding="utf-8")
    return file


def broken(source: Path) -> tuple[str, ...]:
    """Return what is said of a feed that is refused, whether while it is read or when it is held against the schema."""
    try:
        return tuple(mistakes(read_feed(source)))
    except FeedBroken as fault:
        return fault.sentences


def brought(town: Town, source: Path = FEED) -> int:
    with closing(open_door(town.settings)) as door:
        return import_feed(door, source).serial


def edition(laptop: Laptop) -> SignedEdition:
    return decode(laptop.ask("GET", "/v1/services").content, SignedEdition)


def shown(laptop: Laptop, signed: SignedEdition) -> dict[str, Service]:
    pages = [laptop.ask("GET", f"/v1/services/{name}").content for name in signed.edition.pages]
    assert [page_name(page) for page in pages] == list(signed.edition.pages)
    return {one.name: one for page in pages for one in unpack_page(page)}


def test_a_feed_in_pages_comes_in_whole_and_every_laptop_has_what_families_may_go_to(town: Town, priya: Laptop) -> None:
    assert brought(town) > 0
    signed = edition(priya)
    check_edition(signed, town.office.directory().directory)
    found = shown(priya, signed)
    assert signed.edition.count == len(found) == 7
    assert "Old toy library" not in found  # it is defunct: kept here, and shown to nobody
    assert town.rows("SELECT count(*) FROM services") == [(8,)]
    counselling = found["Counselling for young people"]
    assert (counselling.youngest, counselling.oldest, counselling.checked) == (11, 18, "2026-09-14")
    assert set(counselling.needs) == {"bullying", "anxiety or depression"}
    assert counselling.levels == ("2",)
    assert counselling.does == "Somebody to talk to, six times or more. For worries, low mood and anger."
    assert counselling.cost == "Everybody: Free"
    assert counselling.languages == "English; Polish"
    assert found["Family support at home"].needs_assessment
    assert found["Consultation line for professionals"].staff_only
    assert found["Speech and language drop-in"].closed_now
    assert signed.edition.needs["bullying"] == "Bullying"


def test_a_broken_feed_is_refused_by_line_and_the_old_one_stays(
    town: Town, priya: Laptop, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    brought(town)
    before = edition(priya)
    wrong = services()
    wrong[3]["status"] = "actve"
    file = saved(tmp_path, wrong)
    line = file.read_text(encoding="utf-8").splitlines().index('  "status": "actve",') + 1
    monkeypatch.setenv("ECAF_ENDPOINT_DATABASE", town.database)
    assert main(["directory", "import", str(file), "--folder", str(town.folder)]) == 1
    said = capsys.readouterr().err
    assert f"feed.json, line {line}: “status” is “actve”, and can only be active, inactive, defunct" in said
    assert "stays as it is" in said
    assert edition(priya) == before
    assert town.rows("SELECT count(*) FROM services") == [(8,)]


def test_the_next_edition_has_a_higher_serial_and_takes_the_place_of_the_one_before(
    town: Town, priya: Laptop, tmp_path: Path
) -> None:
    first = brought(town)
    old = edition(priya)
    assert brought(town, saved(tmp_path, services()[:2])) > first
    signed = edition(priya)
    assert len(shown(priya, signed)) == signed.edition.count == 2
    gone = set(old.edition.pages) - set(signed.edition.pages)
    assert {problem_of(priya.ask("GET", f"/v1/services/{name}")) for name in gone} == {"not.found"}


def test_an_import_is_written_down_and_every_look_at_the_directory_is(town: Town, priya: Laptop) -> None:
    serial = brought(town)
    edition(priya)
    about = f"services {serial}"
    rows = town.rows("SELECT device, action FROM accesses WHERE about = :about ORDER BY action", about=about)
    assert rows == [(priya.id, "services.get"), ("", "services.import")]


def test_an_edition_that_another_key_signed_or_that_was_changed_is_not_believed(town: Town, priya: Laptop) -> None:
    brought(town)
    signed, directory = edition(priya), town.office.directory().directory
    other = msgspec.structs.replace(signed.edition, count=0)
    for wrong in (
        msgspec.structs.replace(signed, edition=other),
        msgspec.structs.replace(signed, key="A" * 43),
        msgspec.structs.replace(signed, edition=msgspec.structs.replace(signed.edition, authority="E06000098")),
    ):
        with pytest.raises(Refused):
            check_edition(wrong, directory)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("id", None, "“id” must be text, and is empty (null)"),
        ("id", "12", "“id” must be an id such as"),
        ("email", "nobody", "“email” must be an e-mail address, and is “nobody”"),
        ("minimum_age", "five", "“minimum_age” must be a number, and is text"),
        ("url", "www", "“url” must be a whole web address"),
        ("organization", [], "“organization” must be a group of fields, and is a list"),
    ],
)
def test_each_slip_is_said_in_words_with_its_line(tmp_path: Path, field: str, value: object, said: str) -> None:
    wrong = services()
    wrong[1] = {**wrong[1], field: value}
    file = saved(tmp_path, wrong)
    (sentence,) = broken(file)
    assert said in sentence
    named, _, _ = sentence.partition(":")
    line = file.read_text(encoding="utf-8").splitlines()[int(named.rpartition(" ")[2]) - 1]
    assert f'"{field}"' in line


def test_what_is_missing_or_there_twice_is_said(tmp_path: Path) -> None:
    one, other = services()[:2]
    del one["name"]
    assert "“name” is missing here" in broken(saved(tmp_path, [one]))[0]
    again = broken(saved(tmp_path, [other, other]))
    assert again[0].startswith("feed.json, line ")
    assert "this id was used already, at feed.json, line 3" in again[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[\n {"id": 1,}\n]', "line 2: this is not JSON"),
        ('[{"minimum_age":\n NaN}]', "line 2: NaN is no number"),
        ('{"content": []}', "in a list called “contents”"),
        ('"services"', "neither a page of /services nor a list"),
        ("[]", "There is no service in it"),
        ("[[\n]]", "line 1: this is not a service"),
        ('{\n"total_items": 3, "contents": [{}]}', "line 2: it says 3 services, and 1 are here"),
        (
            '{"page_number": 1,\n"total_pages": 2, "contents": [{}]}',
            "line 2: there are 2 pages, and page 2 is not here",
        ),
        ("[" * 200_000, "nested too deep"),
    ],
)
def test_what_is_no_whole_feed_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "feed.json"
    file.write_text(text, encoding="utf-8")
    assert said in "".join(broken(file))


def test_a_letter_that_is_not_in_utf_8_is_refused_by_line(tmp_path: Path) -> None:
    file = tmp_path / "feed.json"
    file.write_bytes(b'[\n{"name": "Caf\xe9"}]')
    assert broken(file) == ("feed.json, line 2: a letter here is not in UTF-8.",)


def test_a_field_nobody_knows_is_a_warning_and_no_more(tmp_path: Path) -> None:
    one = {**services()[0], "nmae": "slip", "phones": [{"id": services()[0]["id"], "number": "01632 960101"}]}
    pages = read_feed(saved(tmp_path, [one, one | {"id": services()[1]["id"]}]))
    assert list(mistakes(pages)) == []
    assert [said.partition(": ")[2] for said in strangers(pages)] == [
        "“nmae” is no field of Open Referral UK 3.0. It is left out."
    ]


def test_the_least_a_service_must_say_is_enough_and_what_is_not_said_is_empty() -> None:
    least = {
        "id": "AC148810-d857-441c-9679-408f346de14b",
        "name": " A\nname ",
        "status": "active",
        "assured_date": "soon",
    }
    read = read_service(least, Terms(read_local(LOCAL_FILE)))
    assert read == Service("ac148810-d857-441c-9679-408f346de14b", "A name")


def test_the_line_of_anything_in_a_text_is_found() -> None:
    text = '{\n "a": [1,\n  {"b\\"": "x, ]}",\n   "c": [\n]}]}'
    assert line_of(text, []) == 1
    assert line_of(text, ["a", 0]) == 2
    assert line_of(text, ["a", 1]) == 3
    assert line_of(text, ["a", 1, "c"]) == 4
    assert line_of(text, ["a", 1, "not there"]) == 3

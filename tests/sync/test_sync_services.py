"""The directory of services comes by itself, page by page; what does not hold changes nothing, and no line is lost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from couriers import Courier

from app.domain.services import Wanted
from app.operations.directory import directory_held, find_services
from app.paths import resources
from app.storage import audit, services
from app.sync import directory
from app.sync.client import EndpointClient, Unreachable
from app.sync.status import Reach
from endpoint.directory import importing
from endpoint.directory.importing import import_feed
from endpoint.office import open_door
from endpoint.storage.tables import SERVICE_EDITIONS, SERVICE_PAGES, SERVICES
from protocol.services import SignedEdition

FEED = resources() / "examples" / "services"


class Shows(EndpointClient):
    """A cable on which somebody changes what is said of the directory, or a page of it, or cuts it at a page."""

    edition: SignedEdition | None = None
    instead: bytes | None = None
    cut_after: int = 99

    def services(self) -> SignedEdition:
        """Hear of the edition, or of another."""
        return self.edition or super().services()

    def services_page(self, name: str) -> bytes:
        """Fetch a page, or something else."""
        self.cut_after -= 1
        if self.cut_after < 0:
            raise Unreachable
        return super().services_page(name) if self.instead is None else self.instead


def brought(jo: Courier, source: Path = FEED) -> int:
    with closing(open_door(jo.town.settings)) as door:
        return import_feed(door, source).serial


def names(jo: Courier, wanted: Wanted | None = None) -> list[str]:
    return [one.name for one in jo.ask(lambda tx: find_services(tx, wanted or Wanted(), 20)).first]


def an_hour_later(jo: Courier) -> None:
    jo.watch.wait(hours=1)


def test_it_comes_with_a_round_and_is_searched_without_a_connection(jo: Courier) -> None:
    assert jo.ask(directory_held) is None
    assert names(jo) == []
    serial = brought(jo)
    done = jo.round()
    assert done.status.reach is Reach.REACHED
    assert done.changed
    held, edition = jo.ask(directory_held), jo.ask(services.edition)
    assert held is not None
    assert edition is not None
    assert (edition.serial, held.count) == (serial, 7)
    assert held.levels["1"] == "Universal"
    assert names(jo, Wanted(need="bullying", age=12)) == ["Counselling for young people"]
    assert names(jo, Wanted(words="polish")) == []
    assert names(jo, Wanted(place="AM1"))[:2] == ["Breakfast club at Harbour Primary", "Housing advice"]
    assert jo.ask(audit.verify) is None


def test_it_is_asked_for_once_an_hour_and_a_newer_one_takes_its_place(jo: Courier, tmp_path: Path) -> None:
    first = brought(jo)
    jo.round()
    feed = tmp_path / "feed.json"
    feed.write_bytes(msgspec.json.encode(msgspec.json.decode((FEED / "page-1.json").read_bytes())["contents"]))
    assert brought(jo, feed) > first
    jo.round()
    assert len(names(jo)) == 7
    an_hour_later(jo)
    jo.round()
    assert len(names(jo)) == 4
    assert jo.ask(lambda tx: len(tx.all("SELECT * FROM service_pages"))) == 1


def test_a_line_that_breaks_goes_on_with_the_pages_that_are_missing(
    jo: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_ROOM", 1500)
    brought(jo)
    cable = jo.cable(Shows)
    pages = cable.services().edition.pages
    assert len(pages) > 2
    cable.cut_after = 2
    assert jo.round(cable).status.reach is Reach.NO_CONNECTION
    assert jo.ask(directory_held) is None
    cable.cut_after = len(pages) - 2
    assert jo.round(cable).status.reach is Reach.REACHED
    assert len(names(jo)) == 7


@pytest.mark.parametrize("change", ["altered", "another authority", "older"])
def test_an_edition_that_does_not_hold_changes_nothing(jo: Courier, change: str) -> None:
    brought(jo)
    jo.round()
    an_hour_later(jo)
    cable = jo.cable(Shows)
    good = cable.services()
    said = {
        "altered": msgspec.structs.replace(good.edition, serial=good.edition.serial + 1),
        "another authority": msgspec.structs.replace(good.edition, authority="E06000001"),
        "older": msgspec.structs.replace(good.edition, serial=1),
    }[change]
    cable.edition = msgspec.structs.replace(good, edition=said)
    before = jo.ask(services.edition)
    assert jo.round(cable).status.reach is Reach.REACHED
    assert jo.ask(services.edition) == before
    assert len(names(jo)) == 7


def test_a_page_that_is_not_what_its_name_says_changes_nothing_and_the_good_one_comes_later(jo: Courier) -> None:
    brought(jo)
    cable = jo.cable(Shows)
    cable.instead = b"something else"
    assert jo.round(cable).status.reach is Reach.REACHED
    assert jo.ask(directory_held) is None
    cable.instead = None
    an_hour_later(jo)
    jo.round(cable)
    assert len(names(jo)) == 7


def test_an_endpoint_that_gives_none_out_is_asked_once_an_hour_and_left_alone(jo: Courier) -> None:
    with closing(open_door(jo.town.settings)) as door, door.store.transaction() as tx:
        for table in (SERVICE_EDITIONS, SERVICE_PAGES, SERVICES):
            tx.connection.execute(table.delete())
    assert jo.round().status.reach is Reach.REACHED
    assert jo.ask(directory_held) is None
    assert jo.ask(lambda tx: not directory._is_due(tx, jo.watch))

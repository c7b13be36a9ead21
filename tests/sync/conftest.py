"""One town with its endpoint running, for all these tests; each brings laptops of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

TESTS = Path(__file__).parent.parent
sys.path += [str(TESTS / "endpoint"), str(TESTS / "operations"), str(TESTS / "faults")]

if TYPE_CHECKING:
    from ambleton import Town
    from couriers import Courier


def founded(folder: Path) -> Town:
    """Found Ambleton in a folder; nobody serves it yet."""
    from ambleton import Town
    from larkrise import new_office

    from endpoint.office import set_up
    from endpoint.settings import Settings

    office = new_office(folder / "office")
    set_up(Settings(folder / "endpoint"), office.for_the_endpoint)
    return Town(office, folder / "endpoint", "")


@pytest.fixture(scope="session")
def ambleton_running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Run Ambleton's endpoint."""
    from ambleton import Town, serving

    town = founded(tmp_path_factory.mktemp("ambleton"))
    with serving(town.folder) as (address, _):
        yield Town(town.office, town.folder, address)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """Give a town of this test's own, which nobody serves yet: what all share must not change in it."""
    return founded(tmp_path)


@pytest.fixture
def closing() -> Iterator[Callable[[Courier], Courier]]:
    """Give a way to have a courier's vault locked and its cables let go at the end of a test."""
    couriers: list[Courier] = []

    def keep(courier: Courier) -> Courier:
        couriers.append(courier)
        return courier

    yield keep
    for courier in couriers:
        courier.close()


@pytest.fixture
def jo(ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]) -> Courier:
    """Enrol a practitioner who has finished one family's assessment with no signal."""
    from couriers import author

    return closing(author(ambleton_running, tmp_path / "jo"))


@pytest.fixture
def priya(ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]) -> Courier:
    """Enrol a coordinator."""
    from couriers import coordinator

    return closing(coordinator(ambleton_running, tmp_path / "priya"))

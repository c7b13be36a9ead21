"""One town for all these tests: each test brings laptops of its own, so none is in another's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ambleton import Laptop, Town, serving

from authority.office import Office
from endpoint.office import set_up
from endpoint.settings import Settings


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Ambleton with its endpoint running."""
    folder = tmp_path_factory.mktemp("ambleton")
    office = Office.create(folder / "office", name="Ambleton", code="E06000099", practice=True)
    set_up(Settings(folder / "endpoint"), office.for_the_endpoint)
    with serving(folder / "endpoint") as (address, _):
        yield Town(office, folder / "endpoint", address)


@pytest.fixture(scope="session")
def desk(town: Town) -> Laptop:
    """Enrol a coordinator's laptop."""
    return town.enrolled("coordinator")


@pytest.fixture
def priya(town: Town) -> Laptop:
    """Enrol a practitioner's laptop, fresh for each test."""
    return town.enrolled()


@pytest.fixture
def quiet_folder(tmp_path: Path) -> Path:
    """Make an endpoint's folder that nobody serves yet, with its office beside it."""
    office = Office.create(tmp_path / "office", name="Ambleton", code="E06000099", practice=True)
    set_up(Settings(tmp_path / "endpoint"), office.for_the_endpoint)
    return tmp_path / "endpoint"

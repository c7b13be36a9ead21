"""One town for all these tests: each test brings laptops of its own, so none is in another's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ambleton import Laptop, Town, serving

from authority.office import Office
from benchmarks.cluster import Cluster, cluster, lacking
from endpoint.office import set_up
from endpoint.settings import Settings


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """Run PostgreSQL for these tests."""
    if missing := lacking():
        pytest.skip(f"NOT RUN: PostgreSQL's half of these tests, without {missing}")
    with cluster() as running:
        yield running


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Ambleton with its endpoint running, once on each database."""
    database = "" if request.param == "sqlite" else request.getfixturevalue("postgresql").new_database()
    folder = tmp_path_factory.mktemp("ambleton")
    office = Office.create(folder / "office", name="Ambleton", code="E06000099", practice=True)
    set_up(Settings(folder / "endpoint", database=database), office.for_the_endpoint)
    with serving(folder / "endpoint", database=database) as (address, _):
        yield Town(office, folder / "endpoint", address, database)


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

"""One town for all these tests: each test brings laptops of its own, so none is in another's way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from ambleton import Laptop, Town, serving

from authority.office import Office
from benchmarks.cluster import Cluster, cluster, lacking
from endpoint.door import Door
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


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an office, and an endpoint beside it, for each test that wants them to copy."""
    folder = tmp_path_factory.mktemp("founded")
    office = Office.create(folder / "office", name="Ambleton", code="E06000099", practice=True)
    set_up(Settings(folder / "endpoint"), office.for_the_endpoint)
    return folder


@pytest.fixture
def quiet_folder(tmp_path: Path, founded: Path) -> Path:
    """Make an endpoint's folder that nobody serves yet, with its office beside it."""
    copytree(founded, tmp_path, dirs_exist_ok=True)
    return tmp_path / "endpoint"


@pytest.fixture(scope="session")
def founded_there(founded: Path, postgresql: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Make the same authority's endpoint on PostgreSQL, to copy."""
    settings = Settings(tmp_path_factory.mktemp("there") / "endpoint", database=postgresql.new_database())
    set_up(settings, founded / "office" / "for-the-endpoint")
    return settings


@pytest.fixture(params=["sqlite", "postgresql"])
def quiet_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Make an endpoint that nobody serves yet, once on each database."""
    if request.param == "sqlite":
        return Settings(request.getfixturevalue("quiet_folder"))
    there: Settings = request.getfixturevalue("founded_there")
    copytree(there.folder, tmp_path / "endpoint")
    return Settings(tmp_path / "endpoint", database=request.getfixturevalue("postgresql").new_database(there.database))


@pytest.fixture
def opened() -> Callable[[Settings], Door]:
    """Give how these tests open an endpoint, and at which time; a module may have its own way."""
    import longago

    return longago.opened


@pytest.fixture
def door(quiet_settings: Settings, opened: Callable[[Settings], Door]) -> Iterator[Door]:
    """Open it on each database."""
    with closing(opened(quiet_settings)) as door:
        yield door


@pytest.fixture
def quiet(quiet_folder: Path, opened: Callable[[Settings], Door]) -> Iterator[Door]:
    """Open it on SQLite alone."""
    with closing(opened(Settings(quiet_folder))) as door:
        yield door

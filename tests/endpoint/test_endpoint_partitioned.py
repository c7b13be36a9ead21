"""A database parted by authority, by the statements of the page: each route answers as before, each row lies apart."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from knocking import SIGNED, indoors, who_may
from sqlalchemy import inspect, text

from authority.office import Office
from benchmarks.cluster import Cluster
from benchmarks.parting import EXAMPLE, statements, type_in
from endpoint.chainproof import verify_audit
from endpoint.office import open_door, set_up
from endpoint.restoring import restore, take_backup
from endpoint.settings import Settings
from endpoint.storage.database import open_engine
from endpoint.storage.tables import METADATA

FIRST, SECOND = "e06000099", "E06000098"


def test_parted_by_authority_each_route_answers_and_each_row_lies_in_its_own_part(
    postgresql: Cluster, tmp_path: Path
) -> None:
    database = postgresql.new_database()
    once, another = statements()
    shape: dict[str, object] = {}

    def parted(address: str) -> str:
        shape["before"] = shape_of(address)
        type_in(address, once)
        return address

    town = indoors(tmp_path / "first", database, parted)
    assert shape_of(database) == shape["before"]
    for resource in SIGNED:
        assert town.answer(town.right(who_may(town, resource), resource)).status < 300, resource
    with town.door.store.engine.connect() as connection:
        for name in METADATA.tables:
            found = connection.execute(text(f"SELECT DISTINCT tableoid::regclass::text FROM {name}")).scalars()  # noqa: S608
            assert set(found) <= {f"{name}_{FIRST}"}
    assert verify_audit(town.door).n > 0
    town.door.close()
    type_in(database, another.replace(EXAMPLE, SECOND))
    second_comes_and_is_put_back(tmp_path / "second", database)


def second_comes_and_is_put_back(folder: Path, database: str) -> None:
    office = Office.create(folder / "office", name="Otherton", code=SECOND, practice=True)
    settings = Settings(folder / "endpoint", database=database)
    set_up(settings, office.for_the_endpoint)
    with closing(open_door(settings)) as door:
        take_backup(door, folder / "backup")
    restore(settings, folder / "backup")
    with closing(open_door(settings)) as door:
        assert verify_audit(door).n == 0


def shape_of(database: str) -> object:
    """Return what a table has by its names: columns, keys, and what is quick to find."""
    engine = open_engine(database)
    found = inspect(engine)
    shape = {
        name: (
            [(one["name"], str(one["type"]), one["nullable"], one["default"]) for one in found.get_columns(name)],
            found.get_pk_constraint(name),
            [
                one for one in found.get_foreign_keys(name) if one["referred_table"] in METADATA.tables
            ],  # and no part's own
            sorted(found.get_unique_constraints(name), key=str),
            sorted((one["name"], tuple(one["column_names"]), one["unique"]) for one in found.get_indexes(name)),
        )
        for name in METADATA.tables
    }
    engine.dispose()
    return shape

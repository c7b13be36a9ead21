"""What an endpoint of an earlier version keeps is there after its tables were brought up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select

from endpoint.storage import schema
from endpoint.storage.database import open_engine
from endpoint.storage.tables import ENVELOPES, METADATA

EARLIER = {
    "authority": "E06000099",
    "id": "one",
    "server_seq": 1,
    "device": "a device",
    "device_seq": 1,
    "kind": "kept",
    "size": 6,
    "header": b'{"header": {"sha256": "ab12"}}',
    "receipt": b"{}",
    "received_at": "2026-11-22T15:12:00Z",
}


def test_envelopes_kept_by_the_first_version_stay_and_the_tables_are_the_newest(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'endpoint.db'}")
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(insert(ENVELOPES.to_metadata(type(METADATA)(), name="envelopes")).values(EARLIER))
    schema.bring_up_to_date(engine)
    assert ScriptDirectory.from_config(config).get_current_head() == schema.NEWEST
    with engine.begin() as connection:
        row = connection.execute(select(ENVELOPES)).mappings().one()
        assert dict(row) == {**EARLIER, "record": "", "sha256": "ab12"}
        for table in METADATA.sorted_tables:
            found = {column["name"] for column in inspect(connection).get_columns(table.name)}
            assert found == {column.name for column in table.columns}
    engine.dispose()

"""What an endpoint of an earlier version keeps is there after its tables were brought up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select

from endpoint.accounts import NEEDED, WhyNot, why_not
from endpoint.storage import schema
from endpoint.storage.accounts import account_of, find_account_of_device
from endpoint.storage.database import Store, open_engine
from endpoint.storage.devices import find_device
from endpoint.storage.tables import ENVELOPES, METADATA
from protocol.codec import decode, encode
from protocol.messages import SignedInvitation

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


INVITED = {
    "invitation": {
        "authority": "E06000099",
        "key": "K",
        "name": "Priya Nair",
        "job": "Nurse",
        "agency": "0-19",
        "role": "practitioner",
        "issued_at": "2026-11-22T15:12:00Z",
    },
    "signature": "S",
    "root_mac": "M",
    "welcome": "W",
}
DEVICE = ("E06000099", "a device", "K", "practitioner", "P", b"{}", "2026-11-22T15:12:00Z")


def test_whoever_was_invited_before_there_were_accounts_has_one_with_nothing_recorded(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'endpoint.db'}")
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
        connection.exec_driver_sql("INSERT INTO invitations VALUES (?, ?, ?)", ("E06000099", "K", encode(INVITED)))
        connection.exec_driver_sql("INSERT INTO devices VALUES (?, ?, ?, ?, ?, ?, ?)", DEVICE)
    schema.bring_up_to_date(engine)
    with Store(engine, "E06000099").transaction() as tx:
        found = find_account_of_device(tx, "a device")
        assert found is not None
        assert found == account_of(decode(encode(INVITED), SignedInvitation).invitation)
        assert why_not(found, "2026-11-26", NEEDED) is WhyNot.CHECK_MISSING
        device = find_device(tx, "a device")
        assert device is not None
        assert device.good_until == ""
    engine.dispose()


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

"""What was receipted is there after a restart, every access is written down, and the store can read nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from ambleton import Laptop, Town, serving
from sqlalchemy import select

from app.sync.client import EndpointRefused
from authority.office import Office
from endpoint.settings import Settings
from endpoint.storage.database import open_engine
from endpoint.storage.schema import bring_up_to_date
from endpoint.storage.tables import METADATA


def test_a_restart_keeps_everything(quiet_folder: Path) -> None:
    office = Office.open(quiet_folder.parent / "office")
    with serving(quiet_folder) as (address, process):
        town = Town(office, quiet_folder, address)
        writer, reader = town.enrolled(), town.enrolled("coordinator")
        envelope, body = writer.envelope()
        with writer.client() as client:
            receipt = client.put(body, envelope)
            epoch = client.health().store_epoch
    assert process.returncode == 0
    with serving(quiet_folder, "--port", address.rpartition(":")[2]) as (again, _):
        assert again == address
        with writer.client() as client:
            assert client.put(body, envelope) == receipt
            assert client.health().store_epoch == epoch
        with reader.client() as client:
            assert [one.header.id for one in client.changes().headers] == [envelope]
            assert client.get(envelope) == body


def test_a_receipt_is_given_only_for_what_is_on_the_disk(quiet_folder: Path) -> None:
    office = Office.open(quiet_folder.parent / "office")
    with serving(quiet_folder) as (address, process):
        town = Town(office, quiet_folder, address)
        envelope = town.enrolled().send("desk-1")
        process.kill()
    assert town.rows("select id from envelopes") == [(envelope,)]


def test_every_access_to_an_envelope_is_written_down_whatever_came_of_it(town: Town, desk: Laptop) -> None:
    writer, nosy = town.enrolled(), town.enrolled()
    envelope = writer.send("desk-1")
    with desk.client() as client:
        client.get(envelope)
    with nosy.client() as client, pytest.raises(EndpointRefused):
        client.get(envelope)
    written = town.rows("select device, action, status from accesses where about = :it", it=envelope)
    assert sorted(written, key=str) == sorted(
        [(writer.id, "envelope.put", 201), (desk.id, "envelope.get", 200), (nosy.id, "envelope.get", 404)], key=str
    )


def test_the_log_names_no_person_no_device_and_no_envelope(town: Town, priya: Laptop) -> None:
    envelope = priya.send("desk-1")
    log = (town.folder / "log.txt").read_text()
    assert '"method":"PUT","route":"/v1/envelopes/{id}","status":201' in log
    for word in ("Priya", "Nair", priya.id, envelope):
        assert word not in log


def test_the_store_holds_a_persons_name_only_in_their_invitation_and_account(town: Town) -> None:
    name, hers = "Xanthe Dobbington", town.laptop()
    hers.enrol(town.invite(name=name))
    hers.send("desk-1")
    engine = open_engine(town.settings.database_url)
    with engine.begin() as connection:
        for kept, table in METADATA.tables.items():
            text = repr(connection.execute(select(table)).all())
            assert (name in text) == (kept in {"invitations", "accounts"})
    engine.dispose()


def test_used_nonces_are_forgotten_once_their_requests_are_too_old(town: Town, priya: Laptop) -> None:
    town.rows("insert into nonces values ('E06000099', :it, 'long-ago-long-ago', 1) returning created", it=priya.id)
    with priya.client() as client:
        client.changes()
    assert town.rows("select count(*) from nonces where created < 1000") == [(0,)]


def test_the_migrations_make_exactly_the_tables_the_queries_use(tmp_path: Path) -> None:
    engine = open_engine(Settings(tmp_path).database_url)
    bring_up_to_date(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_every_table_leads_with_the_authority() -> None:
    for table in METADATA.tables.values():
        assert next(iter(table.columns)).name == "authority"

"""The way to the database: sealed where it is a network, its password hidden, no more rights than answering needs."""

from __future__ import annotations

import os
import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from uuid import uuid4

import pytest
from ambleton import ROOT
from knocking import SIGNED, indoors, who_may
from sqlalchemy import Engine, Executable, delete, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import DropTable

from benchmarks.cluster import Cluster
from endpoint.chainproof import verify_audit
from endpoint.cli import main
from endpoint.office import NotReady, open_door
from endpoint.outside import Outside, Pruned
from endpoint.pruning import prune
from endpoint.resources import RESOURCES
from endpoint.restoring import take_backup
from endpoint.sealing import seal_all
from endpoint.settings import Settings, SettingWrong, read_settings
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.database import is_forbidden, open_engine
from endpoint.storage.looks import Look, insert_look
from endpoint.storage.tables import METADATA
from endpoint.times import now, to_text
from endpoint.visit import Asked

GUIDE = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
ANSWERS = "ecaf_answers"
FAR = "postgresql://ecaf@db.example/ecaf"
WRITTEN_DOWN = {"accesses", "index_looks", "index_reviews", "account_changes", "audit_chain", "anchor_breaks"}
WRITTEN_DOWN |= {"access_seals", "audit_cuts"}


def said(folder: Path, address: str, **more: str) -> str:
    """Return the address that the endpoint would use."""
    environment = {
        f"ECAF_ENDPOINT_{name}": value for name, value in more.items() if name.isupper() and name[:2] != "PG"
    }
    outside = {name: value for name, value in more.items() if name.startswith("PG")}
    return read_settings(folder, None, {"ECAF_ENDPOINT_DATABASE": address, **environment, **outside}).database


@pytest.mark.parametrize(
    "address",
    [
        FAR,
        f"{FAR}?sslmode=require",
        f"{FAR}?sslmode=verify-ca",
        "postgresql://ecaf@/ecaf?host=/run/postgresql,db.example",
        "postgresql://ecaf@/ecaf?hostaddr=10.0.0.7",
        "postgresql://ecaf@/ecaf?service=far",
        "postgresql+psycopg://ecaf@10.0.0.7:5432/ecaf",
        "postgresql://ecaf@localhost.example/ecaf",
    ],
)
def test_a_way_over_a_network_is_refused_unless_it_is_sealed_and_the_database_proved(
    tmp_path: Path, address: str
) -> None:
    with pytest.raises(SettingWrong, match="sslmode=verify-full"):
        said(tmp_path, address)
    assert said(tmp_path, address, DATABASE_TLS="none") == address


def test_a_network_that_the_surroundings_name_is_one_too(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong, match="sslmode=verify-full"):
        said(tmp_path, "postgresql://ecaf@/ecaf", PGHOST="db.example")
    assert said(tmp_path, "postgresql://ecaf@/ecaf", PGHOST="/run/postgresql")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "sqlite:////srv/ecaf/endpoint.db",
        "postgresql://ecaf@/ecaf",
        "postgresql://ecaf@/ecaf?host=/run/postgresql",
        "postgresql://ecaf@127.0.0.1/ecaf",
        "postgresql://ecaf@localhost:5432/ecaf",
        f"{FAR}?sslmode=verify-full",
    ],
)
def test_what_stays_on_the_machine_or_is_sealed_is_taken(tmp_path: Path, address: str) -> None:
    assert said(tmp_path, address) == address


def test_a_password_stands_in_a_file_for_its_owner_alone_or_nowhere(tmp_path: Path) -> None:
    whole = "postgresql://ecaf:hush@db.example/ecaf?sslmode=verify-full"
    with pytest.raises(SettingWrong, match="database_file") as met:
        said(tmp_path, whole)
    assert "hush" not in str(met.value)
    file = tmp_path / "database"
    file.write_text(f"{whole}\n")
    environment = {"ECAF_ENDPOINT_DATABASE_FILE": str(file)}
    if os.name == "posix":
        file.chmod(0o640)
        with pytest.raises(SettingWrong, match="others may read it") as met:
            read_settings(tmp_path, None, environment)
        assert "hush" not in str(met.value)
    file.chmod(0o600)
    assert read_settings(tmp_path, None, environment).database == whole
    for wrong in ({"ECAF_ENDPOINT_DATABASE": "postgresql://ecaf@/ecaf"}, {"ECAF_ENDPOINT_DATABASE_TLS": "off"}):
        with pytest.raises(SettingWrong):
            read_settings(tmp_path, None, {**environment, **wrong})
    file.unlink()
    with pytest.raises(SettingWrong, match="could not be read"):
        read_settings(tmp_path, None, environment)


def grants() -> list[str]:
    """Return what the guide has the owner of the tables type."""
    (block,) = re.findall(r"^```sql\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    return [line for line in block.splitlines() if line]


def granted(database: str) -> str:
    """Let another account answer, as the guide says; return its address."""
    engine = open_engine(database)
    with engine.begin() as connection:
        if connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :it"), {"it": ANSWERS}).first() is None:
            connection.execute(text(f"CREATE ROLE {ANSWERS} LOGIN"))
        for line in grants():
            connection.execute(text(line))
    engine.dispose()
    return answering(database)


def answering(database: str) -> str:
    return re.sub(r"//\w+@", f"//{ANSWERS}@", database)


def refused(engine: Engine, statement: Executable) -> bool:
    """Say whether the account may not do this; what it may do is undone."""
    with engine.connect() as connection:
        try:
            connection.execute(statement)
        except DBAPIError as fault:
            return is_forbidden(fault)
    return False


def test_an_account_that_may_change_no_table_and_no_line_answers_every_route(
    postgresql: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    database = postgresql.new_database()
    town = indoors(tmp_path, database, granted)
    statuses = set()
    for resource in SIGNED:
        statuses.add((resource.path, town.answer(town.right(who_may(town, resource), resource)).status))
    for one in [one for one in RESOURCES if one not in SIGNED and one.method == "GET"]:
        answer = town.door.respond(one, Asked("GET", f"http://ambleton.example{one.path}", {}, {}, {}, b""))
        statuses.add((one.path, answer.status))
    assert not [one for one in statuses if one[1] >= 500]
    assert {path for path, status in statuses if status < 300} >= {one.path for one in SIGNED}
    engine = town.door.store.engine
    for name, table in METADATA.tables.items():
        assert refused(engine, DropTable(table))
        assert refused(engine, delete(table)) == (name in WRITTEN_DOWN), name
        assert refused(engine, update(table).values(authority=table.c.authority)) == (name in WRITTEN_DOWN), name
    assert seal_all(town.door) > 0  # which it may, and nothing else of a line
    assert refused(engine, text("CREATE TABLE another (n int)"))
    assert refused(engine, text("UPDATE alembic_version SET version_num = '0001'"))
    take_backup(town.door, tmp_path / "monday.ecafbackup")
    town.door.close()
    monkeypatch.setenv("ECAF_ENDPOINT_DATABASE", answering(database))
    where = ["--data", str(tmp_path / "endpoint")]
    assert main(["restore", str(tmp_path / "monday.ecafbackup"), *where]) == 1
    assert "account that owns the tables" in capsys.readouterr().err
    older(database)
    settings = Settings(tmp_path / "endpoint", database=answering(database))
    with pytest.raises(NotReady, match='run "migrate" with the account that owns them'):
        open_door(settings)


def older(database: str) -> None:
    """Let the tables be those of an older version."""
    engine = open_engine(database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0009'"))
    engine.dispose()


def test_only_the_owner_of_the_tables_erases_what_was_written_down(
    postgresql: Cluster, founded_there: Settings, tmp_path: Path
) -> None:
    owner = Settings(tmp_path / "endpoint", database=postgresql.new_database(founded_there.database))
    copytree(founded_there.folder, owner.folder)
    old = Look(str(uuid4()), "1999-05-04T09:00:00Z", "a device", "Priya", "0-19", "open", "", "", "", "{}", "{}", 200)
    with closing(open_door(owner)) as door, door.store.transaction() as tx:
        insert_look(tx, old)
        insert_access(tx, Access(to_text(now()), "a device", "changes.list", "", 200))
    answers = replace(owner, database=granted(owner.database))
    with closing(open_door(answers)) as door, pytest.raises(NotReady, match="may not erase what was written down"):
        prune(door, 25, "Sam Okafor")
    Outside(owner.folder).write_pruned(Pruned("2026-11-26T09:00:00Z", "2001-11-26", "2:link", ()))  # as if put back
    with pytest.raises(NotReady, match='run "verify-audit" once with the account that owns the tables'):
        open_door(answers)
    with closing(open_door(owner)) as door:
        assert verify_audit(door).lines == 1
    with closing(open_door(answers)) as door:
        assert verify_audit(door).lines == 1

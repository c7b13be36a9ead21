"""Where a secret store holds receipt key and database address, the endpoint reads them there and keeps none."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from authority.office import Office
from authority.orders import renew_receipt_key
from endpoint.cli import main
from endpoint.office import NotReady, open_door, set_up
from endpoint.renewing import renew_key
from endpoint.settings import Settings, read_settings
from protocol.statements import public_text


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.rglob("*") if file.is_file()} if folder.exists() else set()


def key_in_use(settings: Settings) -> str:
    with closing(open_door(settings)) as door:
        return public_text(door.house.receipt_key)


def test_the_receipt_key_lies_in_the_store_alone_from_the_first_day_and_when_it_is_renewed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office.create(tmp_path / "office", name="Ambleton", code="E06000099", practice=True)
    store, folder = tmp_path / "store", tmp_path / "endpoint"
    store.mkdir()
    settings = read_settings(folder, None, {"ECAF_ENDPOINT_SECRETS": str(store)})
    with pytest.raises(NotReady, match=r"receipt\.key comes from, first"):
        set_up(settings, office.for_the_endpoint)
    assert not files(folder)
    shutil.copy(office.for_the_endpoint / "receipt.key", store)
    set_up(settings, office.for_the_endpoint)
    assert "receipt.key" not in files(folder)
    before = key_in_use(settings)
    with pytest.raises(NotReady, match="already holds an endpoint"):
        set_up(settings, office.for_the_endpoint)
    renewal = tmp_path / "renewal"
    renew_receipt_key(office, renewal)
    config = tmp_path / "endpoint.toml"
    config.write_text(f'data = "{folder}"\nsecrets = "{store}"\n')
    assert main(["renew-key", str(renewal), "--config", str(config)]) == 0
    assert f"where {store / 'receipt.key'} comes from" in capsys.readouterr().out
    assert "receipt.key" not in files(folder)
    assert key_in_use(settings) == before  # until the store has it
    shutil.copy(renewal / "receipt.key", store)
    assert key_in_use(settings) != before
    assert renew_key(settings, renewal) == 2  # once more changes nothing


def test_the_address_of_the_database_is_read_there_too(tmp_path: Path) -> None:
    address = "postgresql://ecaf:hush@db.example/ecaf?sslmode=verify-full"
    (tmp_path / "database").write_text(f"{address}\n")
    (tmp_path / "database").chmod(0o440)
    environment = {"ECAF_ENDPOINT_SECRETS": str(tmp_path)}
    assert read_settings(tmp_path, None, environment).database == address
    (tmp_path / "database").unlink()
    assert read_settings(tmp_path, None, environment).database == ""

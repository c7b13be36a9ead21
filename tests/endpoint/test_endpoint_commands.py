"""The command line of the endpoint: what each word means, where its settings come from, and what its log may say."""

from __future__ import annotations

import json
import logging
import signal
import socket
from contextlib import suppress
from pathlib import Path

import httpx2
import pytest
from ambleton import Laptop, Town, serving

from endpoint.cli import main
from endpoint.door import Door
from endpoint.loglines import LOGGER, JsonLines, log_answer, log_kind
from endpoint.office import open_door
from endpoint.resources import RESOURCES
from endpoint.settings import Settings, SettingWrong, read_settings
from endpoint.visit import Answer, Asked, problem_answer
from protocol.problems import Problem

COMMANDS = ("serve", "migrate", "invite", "revoke", "backup", "restore", "verify", "init", "publish")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert "--data DIR, --folder DIR" in said
    assert "--config FILE" in said


def test_the_command_line_comes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "endpoint.toml"
    file.write_text(f'data = "{tmp_path}/of-file"\nport = 8443\npace = 7\nqueue = 9\n')
    environment = {"ECAF_ENDPOINT_PACE": "3", "ECAF_ENDPOINT_CONFIG": str(file), "PATH": "/bin"}
    chosen = read_settings(None, None, environment)
    assert chosen == Settings(tmp_path / "of-file", port=8443, pace=3, queue=9)
    environment["ECAF_ENDPOINT_DATA"] = str(tmp_path / "of-environment")
    assert read_settings(None, file, environment).folder == tmp_path / "of-environment"
    assert read_settings(tmp_path, file, environment).folder == tmp_path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("paec = 3", "paec is not a setting. There are: data"),
        ('pace = "3"', "pace must be a whole number"),
        ("pace = true", "pace must be a whole number"),
        ("address = 3", "address must be a text"),
        ("queue = 0", "ECAF_ENDPOINT_QUEUE must be a whole number, and at least 1"),
        ("pace", "could not be read as TOML"),
    ],
)
def test_a_slip_in_a_settings_file_is_refused_in_words(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "endpoint.toml").write_text(text)
    with pytest.raises(SettingWrong, match=said):
        read_settings(tmp_path, tmp_path / "endpoint.toml", {})


def test_a_slip_in_a_variable_and_a_missing_folder_are_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger"]) == 1
    assert "--data DIR" in capsys.readouterr().err
    monkeypatch.setenv("ECAF_ENDPOINT_DATABSE", "postgresql://somewhere")
    assert main(["ledger", "--data", str(tmp_path)]) == 1
    assert "ECAF_ENDPOINT_DATABSE is not a setting" in capsys.readouterr().err


def test_a_folder_that_holds_nothing_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--host", "127.0.0.1", "--port", "0", "--data", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert all(word in said for word in ("authority new", "ecaf-endpoint init", "--practice"))


def test_a_real_authoritys_endpoint_never_passes_for_practice(
    real_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--practice", "--data", str(real_folder)]) == 1
    assert "belongs to a real authority" in capsys.readouterr().err
    assert not (real_folder / "practice-authority").exists()


@pytest.fixture
def real_folder(tmp_path: Path) -> Path:
    office = ["--name", "Ambleton", "--code", "E06000099", str(tmp_path / "office")]
    from authority.__main__ import main as desk  # its own command line, as an authority types it

    assert desk(["new", *office]) == 0
    handed = str(tmp_path / "office" / "for-the-endpoint")
    assert main(["init", "--data", str(tmp_path / "real"), "--authority", handed]) == 0
    return tmp_path / "real"


def until_nobody_is_let_in(address: tuple[str, int]) -> None:
    with suppress(ConnectionError):
        while True:
            socket.create_connection(address, timeout=30).close()


def test_practice_needs_nothing_else_and_a_request_in_flight_is_answered_before_it_stops(tmp_path: Path) -> None:
    with serving(tmp_path, "--practice") as (address, process):
        assert httpx2.get(f"{address}/v1/authority").json()["directory"]["practice"] is True
        assert httpx2.get(f"{address}/health").json()["status"] == "ok"
        assert process.stdout is not None
        assert process.stdout.readline() == "A second factor is asked of nobody.\n"
        assert httpx2.get(f"{address}/ready").json() == {"tables": True, "epoch": True}
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=30) as wire:
            head = f"POST /v1/enrolments HTTP/1.1\r\nHost: {host}\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
            wire.sendall(head.encode())
            assert wire.recv(1024).startswith(b"HTTP/1.1 100")  # it is being read: in flight from here on
            process.send_signal(signal.SIGTERM)
            until_nobody_is_let_in((host, int(port)))
            wire.sendall(b"{}")
            assert wire.recv(1024).startswith(b"HTTP/1.1 400")
        assert process.wait(30) == 0
    assert "made-up families only" in (tmp_path / "log.txt").read_text()


@pytest.fixture
def door(quiet_folder: Path) -> Door:
    return open_door(Settings(quiet_folder))


READY = next(one for one in RESOURCES if one.path == "/ready")


def ready(door: Door) -> tuple[int, dict[str, bool]]:
    answer = door.respond(READY, Asked("GET", "http://127.0.0.1/ready", httpx2.Headers(), {}, {}, b""))
    return answer.status, json.loads(answer.body)


def test_it_is_not_ready_where_the_tables_or_the_epoch_are_not_its_own(door: Door) -> None:
    assert ready(door) == (200, {"tables": True, "epoch": True})
    door.house.outside.write_epoch("another")
    assert ready(door) == (503, {"tables": True, "epoch": False})
    door.house.outside.write_epoch(door.house.store_epoch)
    with door.store.transaction() as tx:
        tx.connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    assert ready(door) == (503, {"tables": False, "epoch": True})
    door.close()


def test_each_line_of_the_log_is_json_and_names_neither_ids_nor_what_somebody_typed(town: Town, priya: Laptop) -> None:
    envelope = priya.send("desk-1")
    httpx2.request("PRIYA", f"{town.address}/nair/{envelope}")
    lines = [json.loads(line) for line in (town.folder / "log.txt").read_text().splitlines()]
    put = next(one for one in lines if one.get("method") == "PUT" and one["status"] == 201)
    assert set(put) == {"time", "level", "method", "route", "status", "ms", "bytes"}
    assert put["bytes"] > 0
    assert {"method": "other", "route": "none", "status": 404}.items() <= lines[-1].items()
    assert all(word not in str(lines) for word in (envelope, priya.id, "PRIYA", "nair"))


def test_a_fault_and_another_librarys_words_are_told_by_their_places_alone(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER.name):
        log_kind("OperationalError", "door.py:7")
        log_answer("GET", "/ready", Answer(200, b""), 0.0021, 0)
        log_answer("PUT", "/v1/anchor", problem_answer(Problem.SIGNATURE_WRONG), 0.0021, 0)
        logging.getLogger("some.library").warning("Kayden %s", "Okoro")
    fault, answer, refused, other = (json.loads(JsonLines().format(record)) for record in caplog.records)
    assert (fault["level"], fault["fault"], fault["at"]) == ("error", "OperationalError", "door.py:7")
    assert (answer["route"], answer["ms"]) == ("/ready", 2.1)
    assert "problem" not in answer
    assert (refused["status"], refused["problem"]) == (401, "signature.wrong")
    assert set(other) == {"time", "level", "from", "place"}
    caplog.clear()

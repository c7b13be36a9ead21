"""What whoever looks after the endpoint types, and what they are told when it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ambleton import Town, serving

from authority.office import Office, write_invitation
from endpoint.cli import main


def invitation(office: Office, folder: Path) -> Path:
    _, signed = office.invite(name="Jo Whitfield", job="SENCo", agency="Ambleton High", role="practitioner")
    return write_invitation(signed, folder)


def test_an_endpoint_is_set_up_once(quiet_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = ["init", "--folder", str(quiet_folder), "--authority", str(quiet_folder.parent / "office/for-the-endpoint")]
    assert main(again) == 1
    assert "already holds an endpoint" in capsys.readouterr().err


def test_it_is_not_set_up_with_a_receipt_key_the_directory_does_not_name(
    quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Office.create(tmp_path / "other", name="Otherton", code="E06000098")
    key = (quiet_folder / "receipt.key").read_text()
    (other.for_the_endpoint / "receipt.key").write_text(key)
    assert main(["init", "--folder", str(tmp_path / "new"), "--authority", str(other.for_the_endpoint)]) == 1
    assert key.strip() not in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_the_receipt_key_is_for_its_owner_alone(quiet_folder: Path) -> None:
    assert (quiet_folder / "receipt.key").stat().st_mode & 0o777 == 0o600


def test_the_ledger_counts_what_is_kept(quiet_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = Office.open(quiet_folder.parent / "office")
    assert main(["invite", "--folder", str(quiet_folder), str(invitation(office, quiet_folder / "in"))]) == 0
    capsys.readouterr()
    assert main(["ledger", "--folder", str(quiet_folder)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["counts"] == {**dict.fromkeys(shown["counts"], 0), "invitations": 1}
    assert shown["envelopes"] == []
    assert shown["anchor_breaks"] == []


def test_an_invitation_of_another_authority_is_left_out(
    quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Office.create(tmp_path / "other", name="Otherton", code="E06000098")
    assert main(["invite", "--folder", str(quiet_folder), str(invitation(other, tmp_path / "in"))]) == 1
    assert "left out" in capsys.readouterr().err


def test_a_folder_without_an_endpoint_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "--folder", str(tmp_path)]) == 1
    assert '"ecaf-endpoint init"' in capsys.readouterr().err


def test_a_port_in_use_is_never_shared(town: Town, quiet_folder: Path) -> None:
    with serving(quiet_folder, "--port", town.address.rpartition(":")[2]) as (address, process):
        assert address == ""
        assert process.wait(10) == 1
    assert "already in use" in (quiet_folder / "log.txt").read_text()

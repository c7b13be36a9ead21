"""Every vault and key file ever released opens for ever, with everything that was in it."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.storage import keys, soundness
from app.storage.vault import open_vault
from protocol.escrow import EscrowKey, EscrowSlot

GOLDEN = Path(__file__).parent / "golden"
VAULTS = sorted(path for path in GOLDEN.iterdir() if path.is_dir() and path.name != "keys")
KEY_FILES = sorted((GOLDEN / "keys").iterdir())
PASSPHRASE = "copper lantern meadow biscuit harbour"  # noqa: S105 -- it opens nothing but these files
CODE = "WS0P-5GJR-F2Z0-QBMF-EWHB-PQ1Y-ZDWM"
ESCROW = bytes.fromhex(
    "74260b6b5dd4589d470bf697099dd218bfd4bb340e00f020a3efca578875e126226b30ddd61689dd23a5a207eca3b861"
    "e4604752eb43bb97c4715f2d55bcd551a82dcdb6a266986fe2af276483e0d49b8d5f3206a9f47278da2330eb2db06077"
)
"""The secret of the escrow key that the newest key file was sealed to."""
INNER = bytes.fromhex("bebb79a4323e482dc57d9592e7f7b8d9be58376363379ca8cb5a14e7d1d574b8")
"""What device secrets were wrapped under in the files with a recovery code, before and after a change of key."""
ALWAYS_EMPTY = {"erasing", "scrub_due"}
"""Tables that hold a row only while something is being erased."""


def plain(value: object) -> object:
    return {"sha256": sha256(value).hexdigest()} if isinstance(value, bytes) else value


def test_there_is_a_golden_vault_and_each_has_a_row_in_every_table() -> None:
    assert VAULTS
    for vault in VAULTS:
        rows = json.loads(vault.with_name(vault.name + ".json").read_text(encoding="utf-8"))
        assert {table for table, found in rows.items() if not found} == ALWAYS_EMPTY


@pytest.mark.parametrize("released", VAULTS, ids=lambda path: path.name)
def test_a_vault_of_every_released_version_opens_with_everything_in_it(released: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    shutil.copytree(released, place)
    vault = open_vault(place, PASSPHRASE)
    expected: dict[str, list[dict[str, Any]]] = json.loads(
        released.with_name(released.name + ".json").read_text(encoding="utf-8")
    )
    with vault.transaction() as tx:
        for table, rows in expected.items():
            found = [dict(row) for row in tx.all(f"SELECT * FROM {table}")]  # noqa: S608 -- the schema's own names
            kept = [{name: plain(row[name]) for name in rows[0]} for row in found] if rows else found
            assert kept == rows, table
    assert soundness.check(vault._connection).is_sound
    secret = vault.unwrap_secret(_wrapped_secret(vault), "device")
    vault.lock()
    assert len(secret) > 32
    assert {path.name for path in vault.sealed.iterdir()} == {row["file"] for row in expected["outbox"]}


def _wrapped_secret(vault: Any) -> bytes:
    with vault.transaction() as tx:
        return bytes(tx.one("SELECT secret FROM wrapped_secrets WHERE owner = 'device'")["secret"])


@pytest.mark.parametrize("path", KEY_FILES, ids=lambda path: path.stem)
def test_a_key_file_of_every_form_opens_by_passphrase(path: Path) -> None:
    file = keys.read_keys(path)
    assert keys.to_bytes(file) == path.read_bytes()
    assert len(keys.unlock(file, PASSPHRASE)) == 32


@pytest.mark.parametrize("name", ["recovery", "second-epoch"])
def test_a_key_file_opens_by_its_recovery_code_and_keeps_the_inner_key_through_a_change(name: str) -> None:
    file = keys.read_keys(GOLDEN / "keys" / f"{name}.keys")
    vault_key = keys.with_recovery_code(CODE)(file)
    assert vault_key == keys.unlock(file, PASSPHRASE)
    assert keys.inner_key(file, vault_key) == INNER


def test_a_key_file_opens_by_escrow() -> None:
    file = keys.read_keys(GOLDEN / "keys" / "second-epoch.keys")
    (slot,) = file.of_type("escrow")
    assert EscrowKey(ESCROW).open(file.vault, EscrowSlot(**slot)) == keys.unlock(file, PASSPHRASE)

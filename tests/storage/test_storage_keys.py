"""The key file opens to its passphrase alone, and says plainly when it is damaged."""

import inspect
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rfc8785
from mason import PASSPHRASE

from app.errors import Trouble
from app.storage import keys, slots
from app.storage.keys import (
    FLOOR,
    ONLY_FOR_TESTS,
    STANDARD,
    KeyFile,
    new_keys,
    parse_keys,
    read_keys,
    save_keys,
    unlock,
)
from app.storage.troubles import KeyFileDamaged, WrongPassphrase


@pytest.fixture(scope="module")
def made() -> tuple[bytes, KeyFile]:
    return new_keys(PASSPHRASE, ONLY_FOR_TESTS)


def altered(file: KeyFile, **changes: Any) -> bytes:
    """Return the file with fields of its slot changed, and the plain checksum made to fit again."""
    written = json.loads(keys.to_bytes(file))
    written["slots"][0].update(changes)
    written["sum"] = ""
    written["sum"] = keys._checksum(_loosely(written))
    return rfc8785.dumps(written)


def _loosely(written: dict[str, Any]) -> KeyFile:
    return KeyFile(**{**written, "slots": tuple(written["slots"])})


def test_the_passphrase_opens_the_key_that_was_made(made: tuple[bytes, KeyFile]) -> None:
    vault_key, file = made
    assert unlock(parse_keys(keys.to_bytes(file)), PASSPHRASE.upper()) == vault_key


def test_another_passphrase_is_wrong_and_not_a_damage(made: tuple[bytes, KeyFile]) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(made[1], "copper lantern meadow biscuit garden")


def test_every_flipped_byte_is_a_damaged_key_file(made: tuple[bytes, KeyFile]) -> None:
    written = keys.to_bytes(made[1])
    for place in range(len(written)):
        for flip in (0x01, 0x20, 0xFF):
            damaged = bytearray(written)
            damaged[place] ^= flip
            with pytest.raises(KeyFileDamaged):
                parse_keys(bytes(damaged))


@pytest.mark.parametrize("written", [b"", b"{}", b"[" * 60_000, b"null", b"\xff\xfe", b'{"fmt":"ecaf-vault-keys/2"}'])
def test_what_is_no_key_file_at_all_is_a_damaged_one(written: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        parse_keys(written)


def test_a_key_file_cut_short_anywhere_is_damaged(made: tuple[bytes, KeyFile]) -> None:
    written = keys.to_bytes(made[1])
    for length in range(0, len(written), 7):
        with pytest.raises(KeyFileDamaged):
            parse_keys(written[:length])


@pytest.mark.parametrize(
    "changes",
    [
        {"m": 4 * 1024 * 1024},
        {"t": 65},
        {"m": 2 * 1024 * 1024, "t": 9},
        {"p": 9},
        {"m": 8},
        {"m": 8192.5},
        {"t": True},
        {"v": 16},
        {"kdf": "scrypt"},
        {"salt": "c2hvcnQ"},
        {"salt": "!"},
        {"ct": ""},
        {"nonce": "é"},
        {"more": "than a slot has"},
        {"type": "recovery"},
    ],
)
def test_a_slot_that_was_tampered_with_never_runs_up_a_bill_and_never_opens(
    made: tuple[bytes, KeyFile], changes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "stretched", lambda *_: pytest.fail("the costly step was reached"))
    with pytest.raises(KeyFileDamaged):
        unlock(parse_keys(altered(made[1], **changes)), PASSPHRASE)


@pytest.mark.parametrize("field", ["commit", "mac"])
def test_letters_that_no_base64_has_are_a_damage_like_any_other(made: tuple[bytes, KeyFile], field: str) -> None:
    """Whoever makes the plain checksum fit can put any text there, and it is compared once the slot is open."""
    file = replace_text(made[1], field, "é" * 43)
    with pytest.raises(KeyFileDamaged):
        unlock(parse_keys(keys.to_bytes(file)), PASSPHRASE)


def test_a_file_nested_as_deep_as_can_be_read_is_a_damage_like_any_other(made: tuple[bytes, KeyFile]) -> None:
    """What can just be read goes a few steps too deep where it is looked at once more."""
    deep: list[Any] = []
    for _ in range(sys.getrecursionlimit() - len(inspect.stack()) - 40):
        deep = [deep]
    slots_and_one = (*made[1].slots, {"type": "another", "deep": deep})
    file = replace_text(msgspec.structs.replace(made[1], slots=slots_and_one), "mac", "A" * 43)
    with pytest.raises(KeyFileDamaged):
        parse_keys(keys.to_bytes(file))


def replace_text(file: KeyFile, field: str, text: str) -> KeyFile:
    changed = msgspec.structs.replace(file, **{field: text})
    return msgspec.structs.replace(changed, sum=keys._checksum(changed))


@pytest.mark.parametrize("changes", [{"t": 2}, {"id": "AAAAAAAAAAA"}, {"p": 2}, {"m": 9000}])
def test_a_slot_is_bound_to_its_own_header(made: tuple[bytes, KeyFile], changes: dict[str, Any]) -> None:
    with pytest.raises(Trouble):
        unlock(parse_keys(altered(made[1], **changes)), PASSPHRASE)


def test_a_slot_of_another_vault_opens_nothing(made: tuple[bytes, KeyFile]) -> None:
    _, other = new_keys(PASSPHRASE, ONLY_FOR_TESTS)
    with pytest.raises(WrongPassphrase):
        unlock(parse_keys(altered(made[1], **other.slots[0])), PASSPHRASE)


_STARVED = """
import resource, sys
from app.storage.keys import Cost, new_keys
from app.storage.troubles import NotEnoughMemory
in_use = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (in_use + 64 * 2**20,) * 2)
try:
    new_keys("copper lantern meadow biscuit harbour", Cost("dear", 512 * 1024, 1, 1))
except NotEnoughMemory as trouble:
    sys.stdout.write(trouble.sentences())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in /proc")
def test_no_memory_is_said_to_be_no_memory() -> None:
    command = [sys.executable, "-c", _STARVED]
    asked = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- our own script
    assert "too little free memory" in asked.stdout
    assert asked.stderr == ""


def test_the_file_before_the_last_change_is_kept_beside_the_new_one(
    made: tuple[bytes, KeyFile], tmp_path: Path
) -> None:
    vault_key, first = made
    path = tmp_path / "vault.keys"
    save_keys(path, first)
    second = keys.rewrapped(first, vault_key, "another one", ONLY_FOR_TESTS)
    save_keys(path, second)
    assert unlock(read_keys(path), "another one") == vault_key
    assert unlock(read_keys(keys.backup_of(path)), PASSPHRASE) == vault_key
    assert path.stat().st_mode & 0o077 == 0


def test_keys_for_two_purposes_are_two_keys(made: tuple[bytes, KeyFile]) -> None:
    purposes = ["sqlcipher/1", "keyfile-mac", "commit", "devkey"]
    assert len({keys.purpose_key(made[0], purpose) for purpose in purposes} | {made[0]}) == 5


def test_a_released_program_never_takes_the_cost_meant_for_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    with pytest.raises(ValueError, match="tests alone"):
        new_keys(PASSPHRASE, replace(ONLY_FOR_TESTS))


def test_one_guess_costs_what_was_measured() -> None:
    assert (STANDARD.memory_kib, STANDARD.passes, STANDARD.lanes) == (262_144, 4, 4)
    assert (FLOOR.memory_kib, FLOOR.passes, FLOOR.lanes) == (131_072, 3, 4)

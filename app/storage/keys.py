"""The key file ``vault.keys``: a random vault key, wrapped in slots; opening a slot is the only check of a passphrase.

Format ``ecaf-vault-keys/1``: one canonical JSON object (RFC 8785) and nothing else. ``commit`` makes the file open to
one key only; ``mac``, under the vault key, covers all of it; ``sum``, under no key, tells a damaged file from a wrong
passphrase. No key ever leaves this module but in memory.
"""

import hmac
import secrets
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import uuid4

import msgspec
import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.storage import slots
from app.storage.files import unfinished, write_durably
from app.storage.recovery_code import private_key_of, read_code
from app.storage.slots import FLOOR, FORMAT, KEY_BYTES, ONLY_FOR_TESTS, STANDARD, Cost, PassphraseSlot
from app.storage.troubles import (
    KeyFileDamaged,
    NoRecoveryCode,
    VaultTooNew,
    in_plain_words,
)

__all__ = ["FLOOR", "ONLY_FOR_TESTS", "STANDARD", "Cost", "KeyFile", "Opener"]

_MOST_FILE_BYTES = 65_536
_MOST_LEVELS = 8
"""How deep a slot of a type this version does not know may be nested."""
_NONCE_BYTES = 12


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``vault.keys`` says; slots of types this version does not know are kept as they are.

    ``epoch`` counts vault keys: it grows by one each time the key is changed. ``inner``, from the second epoch on, is
    the key of this device's secrets under the vault key: it stays the same through every change.
    """

    fmt: Literal["ecaf-vault-keys/1"]
    vault: str
    epoch: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    commit: str
    slots: tuple[dict[str, Any], ...]
    inner: str = ""
    mac: str = ""
    sum: str = ""

    def of_type(self, kind: str) -> tuple[dict[str, Any], ...]:
        """Return the slots of one type, as they are written."""
        return tuple(slot for slot in self.slots if slot.get("type") == kind)


Opener = Callable[[KeyFile], bytes]
"""What opens a key file: by a passphrase, a recovery code or an answer from the escrow holders."""


def purpose_key(vault_key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose: ``sqlcipher/1``, ``keyfile-mac``, ``commit``, ``devkey``…"""
    return HKDF(SHA256(), KEY_BYTES, None, b"ecaf/v1/" + purpose.encode()).derive(vault_key)


def database_key(file: KeyFile, vault_key: bytes) -> bytes:
    """Return the key of the database in this file's epoch."""
    return purpose_key(vault_key, f"sqlcipher/{file.epoch}")


def mac_of(vault_key: bytes, covered: bytes, purpose: str) -> str:
    """Return the MAC of some bytes under the vault key, for one purpose."""
    return slots.text(hmac.digest(purpose_key(vault_key, purpose), covered, "sha256"))


def same_text(written: str, right: str) -> bool:
    """Compare in even time, whatever letters were written."""
    return hmac.compare_digest(written.encode(), right.encode())


def inner_key(file: KeyFile, vault_key: bytes) -> bytes:
    """Return the key this device's secrets are wrapped under; the same in every epoch. Raises ``KeyFileDamaged``."""
    if not file.inner:
        return purpose_key(vault_key, "devkey")
    try:
        sealed = slots.raw(file.inner)
        return AESGCM(purpose_key(vault_key, "inner")).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None)
    except (InvalidTag, ValueError):
        raise KeyFileDamaged from None


def witness_key(file: KeyFile, vault_key: bytes) -> bytes:
    """Return the key of the witness; the same in every epoch. Raises ``KeyFileDamaged``."""
    return purpose_key(inner_key(file, vault_key), "witness")


def new_keys(passphrase: str, cost: Cost) -> tuple[bytes, KeyFile]:
    """Return a fresh vault key and the key file that opens it with ``passphrase``."""
    vault_key = secrets.token_bytes(KEY_BYTES)
    vault = str(uuid4())
    slot = slots.wrap_passphrase(vault, vault_key, passphrase, cost)
    return vault_key, _sealed(KeyFile(FORMAT, vault, 1, _commit(vault_key), (slot,)), vault_key)


def rewrapped(file: KeyFile, vault_key: bytes, passphrase: str, cost: Cost) -> KeyFile:
    """Return ``file`` with its passphrase slot under a new passphrase; every other slot stays."""
    return with_slots(file, vault_key, "passphrase", slots.wrap_passphrase(file.vault, vault_key, passphrase, cost))


def with_slots(file: KeyFile, vault_key: bytes, kind: str, *fresh: dict[str, Any]) -> KeyFile:
    """Return ``file`` with ``fresh`` in the place of all its slots of one type; every other slot stays."""
    others = tuple(slot for slot in file.slots if slot.get("type") != kind)
    ordered = (*fresh, *others) if kind == "passphrase" else (*others, *fresh)
    return _sealed(msgspec.structs.replace(file, slots=ordered), vault_key)


def next_epoch(file: KeyFile, vault_key: bytes, passphrase: str, cost: Cost) -> tuple[bytes, KeyFile]:
    """Return a fresh vault key and the key file of the next epoch: the same people open it, with what they have now.

    Raises ``VaultTooNew`` when there is a slot of a type this version cannot wrap anew.
    """
    fresh = secrets.token_bytes(KEY_BYTES)
    again = tuple(_wrapped_again(file.vault, fresh, slot, passphrase, cost) for slot in file.slots)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    inner = nonce + AESGCM(purpose_key(fresh, "inner")).encrypt(nonce, inner_key(file, vault_key), None)
    made = KeyFile(FORMAT, file.vault, file.epoch + 1, _commit(fresh), again, inner=slots.text(inner))
    return fresh, _sealed(made, fresh)


def _wrapped_again(vault: str, fresh: bytes, slot: dict[str, Any], passphrase: str, cost: Cost) -> dict[str, Any]:
    match slot.get("type"):
        case "passphrase":
            return slots.wrap_passphrase(vault, fresh, passphrase, cost)
        case "recovery":
            return slots.wrapped_again(vault, fresh, slot)
        case "escrow":
            return slots.wrap_escrow(vault, fresh, str(slot.get("key")), str(slot.get("pub")))
    raise VaultTooNew


def with_passphrase(passphrase: str) -> Opener:
    """Return what opens a key file by a passphrase.

    It raises ``WrongPassphrase``, ``KeyFileDamaged`` or ``NotEnoughMemory``.
    """

    def opens(file: KeyFile) -> bytes:
        slot = next(iter(file.of_type("passphrase")), {})
        return _checked(file, slots.unwrap_passphrase(file.vault, slot, passphrase))

    return opens


def with_recovery_code(typed: str) -> Opener:
    """Return what opens a key file by a recovery code. Raises ``RecoveryCodeMistyped`` at once.

    It raises ``NoRecoveryCode``, ``WrongRecoveryCode`` or ``KeyFileDamaged``.
    """
    secret = read_code(typed)

    def opens(file: KeyFile) -> bytes:
        slot = next(iter(file.of_type("recovery")), None)
        if slot is None:
            raise NoRecoveryCode
        return _checked(file, slots.unwrap_recovery(file.vault, slot, secret))

    return opens


def with_vault_key(vault_key: bytes) -> Opener:
    """Return what opens a key file by the vault key itself, as the escrow holders hand it back."""
    return lambda file: _checked(file, vault_key)


def with_recovery(file: KeyFile, vault_key: bytes, code: str, held: Literal["practitioner", "office"]) -> KeyFile:
    """Return ``file`` openable by ``code`` too; a code it had before opens it no more."""
    public = private_key_of(read_code(code)).public_key()
    return with_slots(file, vault_key, "recovery", slots.wrap_recovery(file.vault, vault_key, public, held))


def with_escrow(file: KeyFile, vault_key: bytes, holders: Mapping[str, str]) -> KeyFile:
    """Return ``file`` openable by the holders of these escrow keys too, by name; of no others. Raises ``Refused``."""
    fresh = (slots.wrap_escrow(file.vault, vault_key, name, public) for name, public in sorted(holders.items()))
    return with_slots(file, vault_key, "escrow", *fresh)


def escrow_of(file: KeyFile) -> dict[str, str]:
    """Return the escrow keys whose holders can open this file, by name."""
    return {str(slot.get("key")): str(slot.get("pub")) for slot in file.of_type("escrow")}


def unlock(file: KeyFile, passphrase: str) -> bytes:
    """Return the vault key.

    Raises ``WrongPassphrase``, ``KeyFileDamaged`` or ``NotEnoughMemory``.
    """
    return with_passphrase(passphrase)(file)


def cost_of(file: KeyFile) -> Cost:
    """Return what a guess at this file's passphrase costs. Raises ``KeyFileDamaged``."""
    return slots.known_slot(next(iter(file.of_type("passphrase")), {}), PassphraseSlot).cost


def read_keys(path: Path) -> KeyFile:
    """Read a key file whole.

    Raises ``KeyFileDamaged`` for every deviation from what this program writes, and ``DiskTrouble``.
    """
    with in_plain_words(), path.open("rb") as file:
        written = file.read(_MOST_FILE_BYTES + 1)
    return parse_keys(written)


def parse_keys(written: bytes) -> KeyFile:
    """Return the key file written as ``written``; anything but its one canonical form is ``KeyFileDamaged``."""
    try:
        file = msgspec.json.decode(written[: _MOST_FILE_BYTES + 1], type=KeyFile)
        flat = all(_within(slot, _MOST_LEVELS) for slot in file.slots)
        whole = flat and to_bytes(file) == written and same_text(file.sum, _checksum(file))
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError):
        raise KeyFileDamaged from None
    if not whole:
        raise KeyFileDamaged
    return file


def _within(value: Any, levels: int) -> bool:
    """Say whether a value is nested no deeper than so many levels."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels > 0 and all(_within(one, levels - 1) for one in inside)


def to_bytes(file: KeyFile) -> bytes:
    """Return the one canonical form of a key file; ``inner`` is left out where there is none, as it always was."""
    written = msgspec.to_builtins(file)
    if not file.inner:
        del written["inner"]
    return rfc8785.dumps(written)


def save_keys(path: Path, file: KeyFile) -> None:
    """Put ``file`` at ``path`` and on the disk; the one before it stays beside it as ``.bak``."""
    with in_plain_words():
        if path.exists():
            write_durably(backup_of(path), path.read_bytes())
        write_durably(path, to_bytes(file))


def backup_of(path: Path) -> Path:
    """Return where the key file before the last change is kept."""
    return path.with_name(path.name + ".bak")


def left_by_a_change(path: Path) -> tuple[Path, ...]:
    """Return what a change of ``path`` can leave beside it: the file before it, and files a crash left half written."""
    backup = backup_of(path)
    return backup, unfinished(path), unfinished(backup)


def _sealed(file: KeyFile, vault_key: bytes) -> KeyFile:
    file = msgspec.structs.replace(file, mac=_mac(file, vault_key))
    return msgspec.structs.replace(file, sum=_checksum(file))


def _checked(file: KeyFile, vault_key: bytes) -> bytes:
    """Return the key when the whole file was written under it. Raises ``KeyFileDamaged``."""
    if not (same_text(file.commit, _commit(vault_key)) and same_text(file.mac, _mac(file, vault_key))):
        raise KeyFileDamaged
    return vault_key


def _commit(vault_key: bytes) -> str:
    return slots.text(purpose_key(vault_key, "commit"))


def _mac(file: KeyFile, vault_key: bytes) -> str:
    covered = to_bytes(msgspec.structs.replace(file, mac="", sum=""))
    return mac_of(vault_key, covered, "keyfile-mac")


def _checksum(file: KeyFile) -> str:
    return slots.text(sha256(to_bytes(msgspec.structs.replace(file, sum=""))).digest())

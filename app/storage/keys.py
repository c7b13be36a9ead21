"""The key file ``vault.keys``: a random vault key, wrapped in slots; opening a slot is the only check of a passphrase.

Format ``ecaf-vault-keys/1``: one canonical JSON object (RFC 8785) and nothing else. The passphrase slot's header is
bound to its ciphertext; ``commit`` makes the file open to one key only; ``mac``, under the vault key, covers all of
it; ``sum``, under no key, tells a damaged file from a wrong passphrase. No key ever leaves this module but in memory.
"""

import hmac
import secrets
import sys
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from uuid import uuid4

import msgspec
import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.storage.files import write_durably
from app.storage.passphrase import same_words
from app.storage.troubles import KeyFileDamaged, NotEnoughMemory, WrongPassphrase, in_plain_words

FORMAT: Final = "ecaf-vault-keys/1"
EPOCH: Final = 1
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_MOST_FILE_BYTES = 65_536


@dataclass(frozen=True)
class Cost:
    """How dear one guess at a passphrase is: memory in KiB, passes over it, and lanes (RFC 9106)."""

    name: str
    memory_kib: int
    passes: int
    lanes: int


STANDARD = Cost("standard", 256 * 1024, 4, 4)
FLOOR = Cost("floor", 128 * 1024, 3, 4)
ONLY_FOR_TESTS = Cost("only for tests", 8 * 1024, 1, 1)

_Memory = Annotated[int, msgspec.Meta(ge=8 * 1024, le=2 * 1024 * 1024)]
_Passes = Annotated[int, msgspec.Meta(ge=1, le=64)]
_Lanes = Annotated[int, msgspec.Meta(ge=1, le=8)]


class PassphraseSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vault key under a passphrase; bytes are base64url.

    ``m`` is memory in KiB, ``t`` passes, ``p`` lanes, each bounded when read so that no file can stop the computer.
    """

    id: str
    kdf: Literal["argon2id"]
    v: Literal[19]
    m: _Memory
    t: _Passes
    p: _Lanes
    salt: str
    aead: Literal["A256GCM"]
    nonce: str
    ct: str = ""
    type: Literal["passphrase"] = "passphrase"


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``vault.keys`` says; slots of types this version does not know are kept as they are."""

    fmt: Literal["ecaf-vault-keys/1"]
    vault: str
    epoch: Literal[1]
    commit: str
    slots: tuple[dict[str, Any], ...]
    mac: str = ""
    sum: str = ""


def purpose_key(vault_key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose: ``sqlcipher/1``, ``keyfile-mac``, ``commit`` or ``devkey``."""
    return HKDF(SHA256(), _KEY_BYTES, None, b"ecaf/v1/" + purpose.encode()).derive(vault_key)


def new_keys(passphrase: str, cost: Cost) -> tuple[bytes, KeyFile]:
    """Return a fresh vault key and the key file that opens it with ``passphrase``."""
    vault_key = secrets.token_bytes(_KEY_BYTES)
    vault = str(uuid4())
    slot = _wrap(vault, vault_key, passphrase, cost)
    commit = _text(purpose_key(vault_key, "commit"))
    return vault_key, _sealed(KeyFile(FORMAT, vault, EPOCH, commit, (slot,)), vault_key)


def rewrapped(file: KeyFile, vault_key: bytes, passphrase: str, cost: Cost) -> KeyFile:
    """Return ``file`` with its passphrase slot under a new passphrase; every other slot stays."""
    others = tuple(slot for slot in file.slots if slot["type"] != "passphrase")
    slots = (_wrap(file.vault, vault_key, passphrase, cost), *others)
    return _sealed(msgspec.structs.replace(file, slots=slots), vault_key)


def unlock(file: KeyFile, passphrase: str) -> bytes:
    """Return the vault key.

    Raises ``WrongPassphrase``, ``KeyFileDamaged`` or ``NotEnoughMemory``.
    """
    slot = next((slot for slot in file.slots if slot.get("type") == "passphrase"), None)
    vault_key = _unwrap(file.vault, _passphrase_slot(slot), passphrase)
    if not _belongs(file, vault_key):
        raise KeyFileDamaged
    return vault_key


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
        whole = to_bytes(file) == written and hmac.compare_digest(file.sum, _checksum(file))
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError):
        raise KeyFileDamaged from None
    if not whole:
        raise KeyFileDamaged
    return file


def to_bytes(file: KeyFile) -> bytes:
    """Return the one canonical form of a key file."""
    return rfc8785.dumps(msgspec.to_builtins(file))


def save_keys(path: Path, file: KeyFile) -> None:
    """Put ``file`` at ``path`` and on the disk; the one before it stays beside it as ``.bak``."""
    with in_plain_words():
        if path.exists():
            write_durably(backup_of(path), path.read_bytes())
        write_durably(path, to_bytes(file))


def backup_of(path: Path) -> Path:
    """Return where the key file before the last change is kept."""
    return path.with_name(path.name + ".bak")


def _wrap(vault: str, vault_key: bytes, passphrase: str, cost: Cost) -> dict[str, Any]:
    if cost == ONLY_FOR_TESTS and getattr(sys, "frozen", False):
        raise ValueError("this cost is for tests alone")
    slot = PassphraseSlot(
        id=_text(secrets.token_bytes(8)),
        kdf="argon2id",
        v=19,
        m=cost.memory_kib,
        t=cost.passes,
        p=cost.lanes,
        salt=_text(secrets.token_bytes(_SALT_BYTES)),
        aead="A256GCM",
        nonce=_text(secrets.token_bytes(_NONCE_BYTES)),
    )
    wrapped = AESGCM(_stretched(slot, passphrase)).encrypt(_bytes(slot.nonce), vault_key, _bound(vault, slot))
    return dict(msgspec.to_builtins(msgspec.structs.replace(slot, ct=_text(wrapped))))


def _unwrap(vault: str, slot: PassphraseSlot, passphrase: str) -> bytes:
    sealing_key = _stretched(slot, passphrase)
    try:
        return AESGCM(sealing_key).decrypt(_bytes(slot.nonce), _bytes(slot.ct), _bound(vault, slot))
    except InvalidTag:
        raise WrongPassphrase from None


def _passphrase_slot(slot: dict[str, Any] | None) -> PassphraseSlot:
    try:
        known = msgspec.convert(slot, PassphraseSlot)
        sizes = len(_bytes(known.salt)), len(_bytes(known.nonce)), len(_bytes(known.ct))
    except (msgspec.MsgspecError, ValueError):
        raise KeyFileDamaged from None
    if sizes != (_SALT_BYTES, _NONCE_BYTES, _KEY_BYTES + 16):
        raise KeyFileDamaged
    return known


def _stretched(slot: PassphraseSlot, passphrase: str) -> bytes:
    """Return the key a passphrase makes under the slot's cost: about a second's work, on purpose."""
    argon = Argon2id(salt=_bytes(slot.salt), length=_KEY_BYTES, iterations=slot.t, lanes=slot.p, memory_cost=slot.m)
    try:
        return argon.derive(same_words(passphrase).encode())
    except MemoryError:
        raise NotEnoughMemory from None


def _bound(vault: str, slot: PassphraseSlot) -> bytes:
    """Return what a slot's ciphertext is bound to: the format, this vault, and its own header."""
    header = {name: value for name, value in msgspec.to_builtins(slot).items() if name != "ct"}
    return rfc8785.dumps({"fmt": FORMAT, "vault": vault, "slot": header})


def _sealed(file: KeyFile, vault_key: bytes) -> KeyFile:
    file = msgspec.structs.replace(file, mac=_mac(file, vault_key))
    return msgspec.structs.replace(file, sum=_checksum(file))


def _belongs(file: KeyFile, vault_key: bytes) -> bool:
    commit = _text(purpose_key(vault_key, "commit"))
    return hmac.compare_digest(file.commit, commit) and hmac.compare_digest(file.mac, _mac(file, vault_key))


def _mac(file: KeyFile, vault_key: bytes) -> str:
    covered = to_bytes(msgspec.structs.replace(file, mac="", sum=""))
    return _text(hmac.digest(purpose_key(vault_key, "keyfile-mac"), covered, "sha256"))


def _checksum(file: KeyFile) -> str:
    return _text(sha256(to_bytes(msgspec.structs.replace(file, sum=""))).digest())


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))

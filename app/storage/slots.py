"""The slots of a key file: the vault key wrapped under a passphrase, a recovery code or an authority's escrow key.

A slot's header is bound to its ciphertext, so that none can be moved, weakened or given to another vault. The two
asymmetric kinds can be wrapped anew without the code or the holders being there. No key is ever kept in this module.
"""

import secrets
import sys
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.storage.passphrase import same_words
from app.storage.recovery_code import private_key_of
from app.storage.troubles import KeyFileDamaged, NotEnoughMemory, WrongPassphrase, WrongRecoveryCode

FORMAT: Final = "ecaf-vault-keys/1"
KEY_BYTES: Final = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16


@dataclass(frozen=True)
class Cost:
    """How dear one guess at a passphrase is: memory in KiB, passes over it, and lanes (RFC 9106)."""

    name: str
    memory_kib: int
    passes: int
    lanes: int

    @property
    def work(self) -> int:
        """Memory filled over all passes, in KiB: what a guess costs whoever guesses."""
        return self.memory_kib * self.passes


STANDARD = Cost("standard", 256 * 1024, 4, 4)
FLOOR = Cost("floor", 128 * 1024, 3, 4)
ONLY_FOR_TESTS = Cost("only for tests", 8 * 1024, 1, 1)

_MOST_WORK_KIB = STANDARD.memory_kib * 64
"""The dearest that this program ever makes a guess: on a slow laptop a quarter of a minute."""

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

    @property
    def cost(self) -> Cost:
        """What a guess at this slot costs."""
        return Cost("stored", self.m, self.t, self.p)


class RecoverySlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vault key sealed to the public half of a recovery code (HPKE, RFC 9180); ``held`` says who keeps the code."""

    id: str
    kem: Literal["X25519"]
    pub: str
    held: Literal["practitioner", "office"]
    ct: str = ""
    type: Literal["recovery"] = "recovery"


Slot = PassphraseSlot | RecoverySlot
_SlotT = TypeVar("_SlotT", bound=msgspec.Struct)


def known_slot(written: dict[str, Any], kind: type[_SlotT]) -> _SlotT:
    """Return a slot as it stands in a file. Raises ``KeyFileDamaged`` for every deviation."""
    try:
        return msgspec.convert(written, kind)
    except msgspec.ValidationError:
        raise KeyFileDamaged from None


def wrap_passphrase(vault: str, vault_key: bytes, passphrase: str, cost: Cost) -> dict[str, Any]:
    """Return a slot that ``passphrase`` opens."""
    if cost == ONLY_FOR_TESTS and getattr(sys, "frozen", False):
        raise ValueError("this cost is for tests alone")
    slot = _header(cost)
    wrapped = AESGCM(stretched(slot, passphrase)).encrypt(raw(slot.nonce), vault_key, bound(vault, slot))
    return _with_ciphertext(slot, wrapped)


def _header(cost: Cost) -> PassphraseSlot:
    return PassphraseSlot(
        id=new_id(),
        kdf="argon2id",
        v=19,
        m=cost.memory_kib,
        t=cost.passes,
        p=cost.lanes,
        salt=text(secrets.token_bytes(_SALT_BYTES)),
        aead="A256GCM",
        nonce=text(secrets.token_bytes(_NONCE_BYTES)),
    )


def unwrap_passphrase(vault: str, written: dict[str, Any], passphrase: str) -> bytes:
    """Return the vault key. Raises ``WrongPassphrase``, ``KeyFileDamaged`` or ``NotEnoughMemory``."""
    slot = known_slot(written, PassphraseSlot)
    if slot.cost.work > _MOST_WORK_KIB:
        raise KeyFileDamaged
    _check_lengths(slot.salt, _SALT_BYTES, slot.nonce, _NONCE_BYTES, slot.ct, KEY_BYTES + _TAG_BYTES)
    sealing_key = stretched(slot, passphrase)
    try:
        return AESGCM(sealing_key).decrypt(raw(slot.nonce), raw(slot.ct), bound(vault, slot))
    except InvalidTag:
        raise WrongPassphrase from None


def wrap_recovery(
    vault: str, vault_key: bytes, public: X25519PublicKey, held: Literal["practitioner", "office"]
) -> dict[str, Any]:
    """Return a slot that the recovery code behind ``public`` opens; the code itself need not be there."""
    slot = RecoverySlot(id=new_id(), kem="X25519", pub=text(public.public_bytes_raw()), held=held)
    return _with_ciphertext(slot, _x25519().encrypt(vault_key, public, info=bound(vault, slot)))


def unwrap_recovery(vault: str, written: dict[str, Any], secret: bytes) -> bytes:
    """Return the vault key. Raises ``WrongRecoveryCode`` or ``KeyFileDamaged``."""
    slot, private = known_slot(written, RecoverySlot), private_key_of(secret)
    if text(private.public_key().public_bytes_raw()) != slot.pub:
        raise WrongRecoveryCode
    return opened(slot, private, vault)


def opened(slot: RecoverySlot, private: X25519PrivateKey, vault: str) -> bytes:
    """Return what is sealed in a recovery slot. Raises ``KeyFileDamaged``."""
    try:
        return bytes(_x25519().decrypt(raw(slot.ct), private, info=bound(vault, slot)))
    except (InvalidTag, ValueError):
        raise KeyFileDamaged from None


def wrap_escrow(vault: str, vault_key: bytes, name: str, public: str) -> dict[str, Any]:
    """Return a slot that the holders of one escrow key open, by its name in the directory. Raises ``Refused``."""
    from protocol.escrow import seal_slot

    return dict(msgspec.to_builtins(seal_slot(vault, vault_key, new_id(), name, public)))


def wrapped_again(vault: str, vault_key: bytes, written: dict[str, Any]) -> dict[str, Any]:
    """Return a recovery slot for another vault key, openable by the same code as before."""
    slot = known_slot(written, RecoverySlot)
    try:
        public = X25519PublicKey.from_public_bytes(raw(slot.pub))
    except ValueError:
        raise KeyFileDamaged from None
    return wrap_recovery(vault, vault_key, public, slot.held)


def stretched(slot: PassphraseSlot, passphrase: str) -> bytes:
    """Return the key a passphrase makes under the slot's cost: about a second's work, on purpose."""
    return slow_hash(passphrase, raw(slot.salt), slot.cost)


def slow_hash(words: str, salt: bytes, cost: Cost) -> bytes:
    """Return what words make under this cost. Raises ``NotEnoughMemory``."""
    argon = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    try:
        return argon.derive(same_words(words).encode())
    except MemoryError:
        raise NotEnoughMemory from None


def try_out(cost: Cost) -> None:
    """Make a key nobody uses, to learn what ``cost`` costs here. Raises ``NotEnoughMemory``."""
    stretched(_header(cost), "")


def bound(vault: str, slot: Slot) -> bytes:
    """Return what a slot's ciphertext is bound to: the format, this vault, and its own header."""
    header = {name: value for name, value in msgspec.to_builtins(slot).items() if name != "ct"}
    return rfc8785.dumps({"fmt": FORMAT, "vault": vault, "slot": header})


def new_id() -> str:
    """Return a random id for a slot."""
    return text(secrets.token_bytes(8))


def text(raw_bytes: bytes) -> str:
    """Return bytes as base64url without padding."""
    return urlsafe_b64encode(raw_bytes).decode().rstrip("=")


def raw(written: str) -> bytes:
    """Return the bytes of base64url text. Raises ``ValueError``."""
    return urlsafe_b64decode(written + "=" * (-len(written) % 4))


def _with_ciphertext(slot: Slot, wrapped: bytes) -> dict[str, Any]:
    return dict(msgspec.to_builtins(msgspec.structs.replace(slot, ct=text(wrapped))))


def _check_lengths(*pairs: str | int) -> None:
    """Raise ``KeyFileDamaged`` unless each text is as many bytes long as the number after it."""
    try:
        right = all(len(raw(str(pairs[i]))) == pairs[i + 1] for i in range(0, len(pairs), 2))
    except ValueError:
        raise KeyFileDamaged from None
    if not right:
        raise KeyFileDamaged


def _x25519() -> Any:
    """Return the suite for recovery slots; imported when used, because unlocking by passphrase needs none of it."""
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

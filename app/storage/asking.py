"""Asking the authority's key holders for a vault whose passphrase was forgotten; what opens their answer never stands
on the disk but under the new passphrase.

The new passphrase is chosen when asking, so that nobody who finds the answer later can use it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import Trouble
from app.storage import keys, slots
from app.storage.files import write_durably
from app.storage.keys import Cost, KeyFile, Opener
from app.storage.opened_keys import key_files
from app.storage.troubles import KeyFileDamaged, NoEscrow, in_plain_words
from protocol.codec import decode, to_text
from protocol.escrow import EscrowAnswer, EscrowRequest, EscrowSlot, read_answer
from protocol.problems import Refused

_FILE: Final = "vault.request"


class AnswerNotForHere(Trouble):
    """The holders' answer is to another question, or was changed on its way."""

    def __init__(self) -> None:
        next_step = "Please ask the key holders to answer the newest request, and compare its eight letters with them."
        super().__init__("That answer does not belong to this laptop’s request.", "Nothing is lost.", next_step)


class NothingAsked(Trouble):
    """An answer came where no question was asked."""

    def __init__(self) -> None:
        next_step = "Please make a request first, and send it to the key holders."
        super().__init__("This laptop has not asked the key holders for anything.", "Nothing is lost.", next_step)


class _Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands on the disk between question and answer: the question, and its private key under a passphrase."""

    request: EscrowRequest
    slot: dict[str, Any]


def ask(folder: Path, new_passphrase: str, cost: Cost) -> EscrowRequest:
    """Make a request to the key holders, and keep it beside the key file until it is answered.

    ``new_passphrase`` will open the vault afterwards. A request made before is forgotten. Raises ``NoEscrow`` when no
    holder can open this vault, ``KeyFileDamaged``, ``DiskFull`` or ``DiskTrouble``.
    """
    files = [keys.read_keys(path) for path in key_files(folder)]
    escrow = tuple(_escrow_slot(slot) for file in files for slot in file.of_type("escrow"))
    if not escrow:
        raise NoEscrow
    private = X25519PrivateKey.generate()
    reply_to = to_text(private.public_key().public_bytes_raw())
    request = EscrowRequest("ecaf-escrow-request/1", files[0].vault, escrow, reply_to)
    slot = slots.wrap_passphrase(request.vault, private.private_bytes_raw(), new_passphrase, cost)
    with in_plain_words():
        write_durably(folder / _FILE, msgspec.json.encode(_Asked(request, slot)))
    return request


def asked(folder: Path) -> EscrowRequest | None:
    """Return the request that waits for an answer, or ``None``."""
    kept = _read(folder)
    return kept.request if kept is not None else None


def forget(folder: Path) -> None:
    """Forget the request: it was answered, or the passphrase was remembered after all."""
    with in_plain_words():
        (folder / _FILE).unlink(missing_ok=True)


def with_answer(folder: Path, new_passphrase: str, written: bytes) -> Opener:
    """Return what opens a key file by the holders' answer.

    Raises ``NothingAsked``, ``WrongPassphrase`` (the new one chosen when asking) or ``AnswerNotForHere`` at once, and
    ``AnswerNotForHere`` when the keys in it are not this vault's.
    """
    kept = _read(folder)
    if kept is None:
        raise NothingAsked
    private = slots.unwrap_passphrase(kept.request.vault, kept.slot, new_passphrase)
    try:
        given = decode(written, EscrowAnswer)
        found = read_answer(kept.request, given, X25519PrivateKey.from_private_bytes(private))
    except Refused:
        raise AnswerNotForHere from None
    return lambda file: _first_that_opens(file, found)


def _first_that_opens(file: KeyFile, found: tuple[bytes, ...]) -> bytes:
    for vault_key in found:
        try:
            return keys.with_vault_key(vault_key)(file)
        except KeyFileDamaged:
            continue
    raise AnswerNotForHere


def _escrow_slot(written: dict[str, Any]) -> EscrowSlot:
    return slots.known_slot(written, EscrowSlot)


def _read(folder: Path) -> _Asked | None:
    try:
        return msgspec.json.decode((folder / _FILE).read_bytes(), type=_Asked)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None

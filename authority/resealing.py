"""Giving a lost laptop's kept work to its owner's new laptop: opened by two key holders, and sealed at once again.

What is opened is in this computer's memory only. It goes to nobody but a laptop of the very person who wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyrage
import zstandard

from authority.holders import Opened
from protocol import moving
from protocol.codec import convert, parse
from protocol.envelope import check_sender, unpack
from protocol.messages import Certificate, EnvelopeKind, SignedHeader
from protocol.moving import check_same_person
from protocol.problems import Problem, Refused
from protocol.squeezing import unsqueeze

RESEALED = frozenset({EnvelopeKind.KEPT, EnvelopeKind.LEDGER, EnvelopeKind.DRAFT})
"""What is sealed to the escrow beside its author; nothing else is ever opened here."""


@dataclass(frozen=True)
class Count:
    """How many envelopes were sealed again, and the names of the files that could not be, each with its reason."""

    done: int
    left: tuple[str, ...]


def reseal_folder(opened: Opened, envelopes: Path, to: Certificate, out: Path, *, root: str) -> Count:
    """Seal every envelope of a folder to the new laptop and write it into ``out``; one bad file stops no other.

    Raises ``OSError`` when a file cannot be read or written; it may be done again.
    """
    out.mkdir(parents=True, exist_ok=True)
    done, left = 0, []
    for file in sorted(envelopes.glob("*.ecaf")):
        try:
            resealed = reseal(opened, file.read_bytes(), to, root=root)
        except Refused as refusal:
            left.append(f"{file.name}: {refusal.problem.sentence}")
            continue
        (out / f"{file.stem}{moving.SUFFIX}").write_bytes(resealed)
        done += 1
    return Count(done, tuple(left))


def reseal(opened: Opened, envelope: bytes, to: Certificate, *, root: str) -> bytes:
    """Return the file that carries an envelope's content to the new laptop.

    Raises ``Refused`` when it is not sealed to this escrow key, not from the same person's laptop, or changed.
    """
    signed, sealed = unpack(envelope)
    if signed.header.kind not in RESEALED:
        raise Refused(Problem.NOT_FOUND)
    squeezed = _opened(opened, sealed)
    _check_hers(signed, _certificate_in(squeezed), to, root)
    recipient = pyrage.x25519.Recipient.from_str(to.keys.reading)
    return moving.pack(to.keys.device, pyrage.encrypt(squeezed, [recipient]))


def _opened(opened: Opened, sealed: bytes) -> bytes:
    try:
        return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(opened.identity)]))
    except pyrage.DecryptError:
        raise Refused(Problem.SIGNATURE_WRONG) from None


def _certificate_in(squeezed: bytes) -> Certificate:
    try:
        inside = parse(unsqueeze(squeezed))
    except (ValueError, zstandard.ZstdError):
        raise Refused(Problem.UNREADABLE) from None
    return convert(inside.get("certificate") if isinstance(inside, dict) else None, Certificate)


def _check_hers(signed: SignedHeader, sender: Certificate, to: Certificate, root: str) -> None:
    check_same_person(sender, to, root)
    check_sender(signed, sender.keys.signing)
    if signed.header.device != sender.keys.device:
        raise Refused(Problem.SIGNATURE_WRONG)

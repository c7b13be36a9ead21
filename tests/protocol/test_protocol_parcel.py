"""A parcel is read whole or refused: whatever stands in it, nothing crashes, hangs or takes up memory."""

from __future__ import annotations

import hashlib
import io
import json
import resource
import struct
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from rigs.results import Results

from protocol import limits
from protocol.codec import encode
from protocol.envelope import pack as pack_envelope
from protocol.messages import Certificate, DeviceKeys, EnvelopeHeader, EnvelopeKind, Invitation, SignedHeader
from protocol.parcel import FORMAT, Parcel, check, envelopes, pack
from protocol.problems import Problem, Refused
from protocol.statements import Kind, public_text, sign

ROOT, INVITING, DEVICE = (Ed25519PrivateKey.generate() for _ in range(3))
ROOT_TEXT, ID = public_text(ROOT), str(uuid4())
RESULTS = Path(__file__).parent / "results" / "spoilt-parcels.json"
VECTORS = Path(__file__).parent.parent / "sealing" / "vectors"
QUICK, LONG = 3_000, 1_000_000
MOST_BYTES = 300 * 1000 * 1000


def certificate(root: Ed25519PrivateKey = ROOT) -> Certificate:
    invitation = Invitation(
        "E06000099", public_text(INVITING), "Jo", "Nurse", "Larkrise", "practitioner", "2026-10-01T09:00:00Z"
    )
    keys = DeviceKeys(ID, public_text(INVITING), public_text(DEVICE), "age1")
    return Certificate(invitation, sign(Kind.INVITATION, invitation, root), keys, sign(Kind.DEVICE, keys, INVITING))


def envelope(sealed: bytes = b"sealed", key: Ed25519PrivateKey = DEVICE, device: str = ID) -> bytes:
    header = EnvelopeHeader(
        id=str(uuid4()),
        record=str(uuid4()),
        version=1,
        parents=(),
        kind=EnvelopeKind.RELEASED,
        sha256=hashlib.sha256(sealed).hexdigest(),
        size=len(sealed),
        blobs=(),
        device=device,
        device_seq=1,
        recipients=("desk-1",),
    )
    return pack_envelope(SignedHeader(header, sign(Kind.ENVELOPE, header, key)), sealed)


def parcel(count: int, root: Ed25519PrivateKey = ROOT) -> Parcel:
    return Parcel(FORMAT, str(uuid4()), certificate(root), count)


def packed(*bodies: bytes, root: Ed25519PrivateKey = ROOT) -> bytes:
    return pack(parcel(len(bodies), root), bodies)


def refused(file: bytes) -> Problem:
    with pytest.raises(Refused) as refusal:
        check(io.BytesIO(file), ROOT_TEXT)
    return refusal.value.problem


def zipped(*members: bytes, compression: int = zipfile.ZIP_DEFLATED, name: str = "{}", comment: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        archive.comment = comment
        for number, member in enumerate(members):
            archive.writestr(name.format(number), member)
    return file.getvalue()


def test_a_parcel_gives_back_every_envelope_as_it_was_sealed() -> None:
    bodies = [envelope(b"one"), envelope(b"two" * 9000)]
    file = io.BytesIO(packed(*bodies))
    assert check(file, ROOT_TEXT).envelopes == 2
    assert list(envelopes(file)) == bodies


def test_the_first_parcel_that_was_ever_written_still_opens() -> None:
    root = json.loads((VECTORS / "released-1.json").read_text())["root"]
    with (VECTORS / "parcel-1.ecaf").open("rb") as file:
        assert check(file, root).envelopes == 1
        assert list(envelopes(file)) == [(VECTORS / "released-1.ecaf").read_bytes()]


def test_names_in_it_mean_nothing() -> None:
    body = envelope()
    file = zipped(encode(parcel(1)), body, name="../../etc/passwd{}")
    assert check(io.BytesIO(file), ROOT_TEXT).envelopes == 1
    assert list(envelopes(io.BytesIO(file))) == [body]


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (b"", Problem.MALFORMED),
        (b"not a zip at all", Problem.MALFORMED),
        (envelope(), Problem.MALFORMED),
        (packed(envelope())[:-1], Problem.MALFORMED),
        (packed(envelope()) + b"x", Problem.MALFORMED),
        (packed(), Problem.MALFORMED),
        (packed(envelope(), root=INVITING), Problem.SIGNATURE_WRONG),
        (packed(envelope(key=INVITING)), Problem.SIGNATURE_WRONG),
        (packed(envelope(device=str(UUID(int=5)))), Problem.UNREADABLE),
        (packed(envelope()[:-1]), Problem.UNREADABLE),
        (packed(*[envelope()] * 2), Problem.MALFORMED),
        (zipped(encode(parcel(2)), envelope()), Problem.MALFORMED),
        (zipped(encode(parcel(1)), envelope(), comment=b"hello"), Problem.MALFORMED),
        (zipped(encode(parcel(1)), envelope(), compression=zipfile.ZIP_LZMA), Problem.MALFORMED),
        (zipped(encode(parcel(1)), b"0" * 9_000_000), Problem.TOO_LARGE),
        (zipped(b'{"format":"' + b"[" * 100 + b'"}', envelope()), Problem.MALFORMED),
        (zipped(encode(parcel(1))[:-1] + b',"more":1}', envelope()), Problem.MALFORMED),
        (zipped(b"[" * 100_000, envelope(), compression=zipfile.ZIP_STORED), Problem.MALFORMED),
        (packed(*[b"x"] * limits.PARCEL_MEMBERS), Problem.TOO_LARGE),
    ],
)
def test_what_is_no_parcel_of_this_authority_is_refused(file: bytes, why: Problem) -> None:
    assert refused(file) is why


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(*[b"0" * 8_000_000] * 30)
    assert len(bomb) < 300_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(bomb) is Problem.TOO_LARGE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 10_000


def test_a_list_that_says_it_is_larger_than_the_file_is_refused() -> None:
    whole = bytearray(packed(envelope()))
    struct.pack_into("<L", whole, len(whole) - 10, 2**32 - 1)
    assert refused(bytes(whole)) is Problem.MALFORMED


def spoilt(file: bytes, chance: Random) -> bytes:
    """Return the file changed the way a broken stick or somebody clever might."""
    changed = bytearray(file)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed))
        if chance.random() < 0.3:
            at = max(0, len(changed) - chance.randint(1, 150))
        match chance.randrange(5):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at : at + 4] = struct.pack("<L", chance.choice([0, 1, 0xFFFF, 2**31, 2**32 - 1]))
            case 2:
                del changed[at : at + chance.randint(1, 40)]
            case 3:
                changed[at:at] = chance.randbytes(chance.randint(1, 40))
            case _:
                changed[at : at + 40] = changed[chance.randrange(len(changed)) :][:40]
        if not changed:
            changed = bytearray(b"P")
    return bytes(changed)


Made = Callable[[Random], bytes]


def spoilt_file(chance: Random) -> bytes:
    return spoilt(WHOLE, chance)


def spoilt_head(chance: Random) -> bytes:
    return zipped(spoilt(HEAD, chance), BODY)


def spoilt_envelope(chance: Random) -> bytes:
    return zipped(HEAD, spoilt(BODY, chance))


HEAD, BODY = encode(parcel(1)), envelope(b"s" * 200)
WHOLE = packed(envelope(), envelope(b"s" * 200))


def outcomes(made: Made, count: int) -> Iterator[str]:
    for seed in range(count):
        try:
            check(io.BytesIO(made(Random(seed))), ROOT_TEXT)
        except Refused as refusal:
            yield refusal.problem.code
        else:
            yield "holds"


@pytest.mark.parametrize("made", [spoilt_file, spoilt_head, spoilt_envelope])
def test_no_spoilt_parcel_crashes_the_parser_or_takes_up_memory(made: Made, request: pytest.FixtureRequest) -> None:
    is_long = request.config.getoption("--long")
    count = LONG if is_long else QUICK
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    said = Counter(outcomes(made, count // 3))
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    if is_long:
        figures = {"parcels": said.total(), "hold": said["holds"], "more_bytes": more}
        Results(RESULTS).add(made.__name__, f"0+{count // 3}", figures)
    assert said["holds"] < count / 6
    assert len(said) > 1
    assert more < MOST_BYTES / 3

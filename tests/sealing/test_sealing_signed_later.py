"""A signature added later is opened only beside the very words it is under, and shows none of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import msgspec
import pyrage
import pytest
from sealed_family import DESK, MASON, PRIYA, TODAY, YES, Authority, Laptop

from app.domain.agreement import agreement_of
from app.domain.ids import EnvelopeId, RecordId, new_id
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import NotAgreed, ReleasedView, released_signature
from app.sealing.envelopes import new_envelope
from app.sealing.genuine import NotGenuine
from app.sealing.opening import OpenedPackage, OtherWords, open_package
from app.sealing.packages import SealablePackage, desk, package_released, package_signature, seal
from app.sealing.wire import WirePackage
from protocol.codec import decode
from protocol.problems import Refused
from protocol.squeezing import unsqueeze

COUNTY = Authority()
VECTORS = Path(__file__).parent / "vectors"
SIGNED = {
    "c2.shown": "Early help coordinator: yes\nThe refuge: yes",
    "c2.wording": "I agree to this.",
    "c2.route": "typed",
    "c2.typed_name": "Dean Marsh",
    "c2.signer": "Dean Marsh",
    "c2.capacity": "parent",
    "c2.invented": "A line of a newer form.",
}


@pytest.fixture(scope="module")
def jo() -> Laptop:
    return COUNTY.enrol()


@pytest.fixture(scope="module")
def record(jo: Laptop) -> FinishedRecord:
    return jo.finish(MASON)


def views(jo: Laptop, record: FinishedRecord) -> tuple[ReleasedView, ReleasedView]:
    later = jo.finish(SIGNED, RecordKind.ALSO_AGREED, record.statement.root)
    return released_signature(record, later, agreement_of(jo.agree(record)), DESK, today=TODAY)


def enveloped(jo: Laptop, package: SealablePackage, record: FinishedRecord) -> bytes:
    return new_envelope(
        seal(package, desk(COUNTY.directory)),
        id=EnvelopeId(new_id()),
        record=RecordId(record.statement.record),
        version=1,
        parents=(),
        device=jo.device,
        device_seq=1,
        signing_key=jo.secrets.signing,
    )


def opened(envelope: bytes) -> OpenedPackage:
    return open_package(envelope, [COUNTY.desk], root=COUNTY.root, zone=UTC)


def test_it_says_who_signed_and_shows_neither_an_answer_nor_what_the_signer_was_shown(
    jo: Laptop, record: FinishedRecord
) -> None:
    package = opened(enveloped(jo, package_signature(jo.certificate, views(jo, record)), record))
    under, signature = package.records
    assert package.also_agreed
    assert under.disclosed == ()
    assert set(signature.answers) == SIGNED.keys() - {"c2.shown", "c2.invented"}
    assert [(check.words, check.ok) for check in package.checks] == [
        ("Also agreed to by Dean Marsh, parent, on Tuesday 6 October 2026, for exactly this version.", True)
    ]


def test_a_signature_under_other_words_is_refused(jo: Laptop, record: FinishedRecord) -> None:
    other = jo.finish({**MASON, "id.given": "Ellie"})
    (bare, _), (_, signature) = views(jo, record), views(jo, other)
    with pytest.raises(OtherWords):
        opened(enveloped(jo, package_signature(jo.certificate, (bare, signature)), record))


def test_only_a_signature_under_an_assessment_passes_for_one(jo: Laptop, record: FinishedRecord) -> None:
    bare, signature = views(jo, record)
    with pytest.raises(NotGenuine, match="something other than it says"):
        opened(enveloped(jo, package_signature(jo.certificate, (bare, bare)), record))
    with pytest.raises(NotGenuine):
        opened(enveloped(COUNTY.enrol(PRIYA), package_signature(jo.certificate, (bare, signature)), record))


def test_the_door_asks_for_the_same_agreement_as_the_record(jo: Laptop, record: FinishedRecord) -> None:
    later = jo.finish(SIGNED, RecordKind.ALSO_AGREED, record.statement.root)
    closed = agreement_of(jo.agree(record, {**YES, "c2.desk": "no"}))
    with pytest.raises(NotAgreed):
        released_signature(record, later, closed, DESK, today=TODAY)
    with pytest.raises(ValueError, match="not a signature under"):
        released_signature(record, jo.agree(record), agreement_of(jo.agree(record)), DESK, today=TODAY)


def test_one_that_was_written_down_on_her_new_laptop_is_vouched_for_by_her_old_one(record: FinishedRecord) -> None:
    old, new = COUNTY.enrol(), COUNTY.enrol()
    record = old.finish(MASON)
    later = new.finish(SIGNED, RecordKind.ALSO_AGREED, record.statement.root)
    both = released_signature(record, later, agreement_of(old.agree(record)), DESK, today=TODAY)
    package = package_signature(new.certificate, both, (old.certificate,))
    assert opened(enveloped(new, package, record)).others == (old.certificate,)
    with pytest.raises(NotGenuine):
        package_signature(new.certificate, both)


class Older(msgspec.Struct, forbid_unknown_fields=True):
    """A package as a desk of before knows it."""

    format: str
    certificate: object
    records: object
    others: object = ()
    episode: object = None
    restricted: bool = False
    beside: object = None


def test_a_desk_of_before_refuses_it_and_takes_what_it_always_took(jo: Laptop, record: FinishedRecord) -> None:
    def inside(package: SealablePackage) -> bytes:
        sealed = seal(package, desk(COUNTY.directory)).body
        return unsqueeze(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(COUNTY.desk)]))

    bare, signature = views(jo, record)
    plain = inside(package_released(jo.certificate, [bare]))
    msgspec.json.decode(plain, type=Older)
    assert b"also_agreed" not in plain
    later = inside(package_signature(jo.certificate, (bare, signature)))
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(later, type=Older)
    with pytest.raises(Refused):
        decode(later.replace(b"also_agreed", b"agreed_since"), WirePackage)


def test_only_released_views_are_packed(jo: Laptop, record: FinishedRecord) -> None:
    bare, signature = views(jo, record)
    with pytest.raises(TypeError):
        package_signature(jo.certificate, (record, signature))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="only released"):
        replace(bare, _door=object())


def test_the_first_one_opens_for_ever() -> None:
    keys = json.loads((VECTORS / "also-agreed-1.json").read_text(encoding="utf-8"))
    body = (VECTORS / "also-agreed-1.ecaf").read_bytes()
    package = open_package(body, [keys["desk"]], root=keys["root"], zone=UTC)
    assert [check.words for check in package.checks] == keys["checks"]
    assert (package.also_agreed, package.record.disclosed) == (True, ())

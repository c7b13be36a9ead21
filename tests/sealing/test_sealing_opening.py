"""Opening: everything is checked first, what does not hold is refused, and what was checked is said in words."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import msgspec
import pyrage
import pytest
import zstandard
from sealed_family import FORM, JO, MASON, NOON, PRIYA, Authority, Laptop, age_identity, recipient_of, released_views

from app.domain.ids import DeviceId, EnvelopeId, RecordId, new_id
from app.domain.record import FinishedRecord
from app.domain.sharing import ReleasedView
from app.sealing.checks import Check
from app.sealing.envelopes import new_envelope
from app.sealing.genuine import NotGenuine
from app.sealing.opening import OpenedPackage, open_notice, open_package, unsqueeze
from app.sealing.packages import Sealed, author, package_opened, package_released, seal
from app.sealing.wire import WirePackage, WireView, leaf_out, statement_out
from protocol.codec import encode, to_text
from protocol.limits import PACKAGE_BYTES
from protocol.messages import Certificate, EnvelopeKind, Opened

COUNTY = Authority()
VECTORS = Path(__file__).parent / "vectors"


@pytest.fixture(scope="module")
def jo() -> Laptop:
    return COUNTY.enrol(JO)


@pytest.fixture(scope="module")
def record(jo: Laptop) -> FinishedRecord:
    return jo.finish(MASON)


def opened(envelope: bytes, identity: str = COUNTY.desk) -> OpenedPackage:
    return open_package(envelope, [age_identity(), identity], root=COUNTY.root, zone=UTC)


def envelope_with(jo: Laptop, squeezed: bytes, record_id: str, kind: EnvelopeKind = EnvelopeKind.RELEASED) -> bytes:
    """Return a rightly signed envelope round any bytes at all."""
    body = pyrage.encrypt(squeezed, [pyrage.x25519.Recipient.from_str(recipient_of(COUNTY.desk))])
    return new_envelope(
        Sealed(kind, ("desk-1",), body),
        id=EnvelopeId(new_id()),
        record=RecordId(record_id),
        version=1,
        parents=(),
        device=jo.device,
        device_seq=1,
        signing_key=jo.secrets.signing,
    )


def test_the_coordinator_reads_what_was_released_and_sees_what_was_checked(jo: Laptop, record: FinishedRecord) -> None:
    package = opened(COUNTY.released(jo, record))
    assert package.record.answers == {path: MASON[path] for path in MASON if path != "d2.guidance.needs"}
    assert package.record.statement == record.statement
    assert package.agreement is not None
    assert "c2.withheld" not in package.agreement.answers
    assert all(check.ok for check in package.checks)
    assert [check.words for check in package.checks] == [
        "Sealed for the early help desk; nobody could read or change it on the way.",
        "Signed on Jo Whitfield’s laptop on Tuesday 6 October 2026; nothing shown here was changed since.",
        "Agreed to by Carly Reid, parent, on Tuesday 6 October 2026, for exactly this version.",
    ]


def test_the_author_and_the_escrow_open_what_was_kept(jo: Laptop, record: FinishedRecord) -> None:
    envelope = COUNTY.kept(jo, record)
    for identity in (jo.secrets.reading, COUNTY.escrow):
        package = opened(envelope, identity)
        assert package.record.answers == MASON
        assert all(check.ok for check in package.checks)


def sent(jo: Laptop, views: list[ReleasedView]) -> OpenedPackage:
    """Return what the desk opens when these views are sent."""
    squeezed = zstandard.ZstdCompressor().compress(package_released(jo.certificate, views).body)
    return opened(envelope_with(jo, squeezed, views[0].statement.record))


def test_an_agreement_to_another_version_is_shown_as_not_holding(jo: Laptop, record: FinishedRecord) -> None:
    later = jo.finish(dict(MASON) | {"co.needs": "Added afterwards"})
    package = sent(jo, [released_views(later, jo.agree(later))[0], released_views(record, jo.agree(record))[1]])
    assert [check.ok for check in package.checks] == [True, True, False]
    assert "another version" in package.checks[-1].words


def test_a_missing_agreement_is_said(jo: Laptop, record: FinishedRecord) -> None:
    package = sent(jo, released_views(record, jo.agree(record))[:1])
    assert package.agreement is None
    assert package.checks[-1] == Check("No agreement of the family came with this.", ok=False)


def test_an_agreement_that_does_not_show_a_yes_to_sharing_does_not_hold(jo: Laptop, record: FinishedRecord) -> None:
    view, agreement = released_views(record, jo.agree(record))
    unsaid = [leaf for leaf in agreement.disclosed if leaf.path == "c2.share"]
    rest = tuple(leaf for leaf in agreement.disclosed if leaf.path != "c2.share")
    withheld = tuple(sorted([*agreement.withheld, *(leaf.digest for leaf in unsaid)]))
    package = sent(jo, [view, replace(agreement, disclosed=rest, withheld=withheld)])
    assert not package.checks[-1].ok


def test_somebody_it_was_not_sealed_for_sees_nothing(jo: Laptop, record: FinishedRecord) -> None:
    with pytest.raises(NotGenuine) as refused:
        opened(COUNTY.released(jo, record), jo.secrets.reading)
    assert refused.value.what == "This was not sealed for you, or it was changed on the way."
    with pytest.raises(NotGenuine):
        open_package(COUNTY.released(jo, record), [], root=COUNTY.root)


def test_a_laptop_of_another_authority_is_not_believed(jo: Laptop, record: FinishedRecord) -> None:
    with pytest.raises(NotGenuine):
        open_package(COUNTY.released(jo, record), [COUNTY.desk], root=Authority().root)


def forged(certificate: Certificate) -> list[Certificate]:
    """Return certificates that look right and are not."""
    stranger = Authority().enrol(JO).certificate
    return [
        stranger,
        msgspec.structs.replace(certificate, keys=stranger.keys, keys_signature=stranger.keys_signature),
        msgspec.structs.replace(certificate, keys=msgspec.structs.replace(certificate.keys, reading="age1other")),
        msgspec.structs.replace(
            certificate, invitation=msgspec.structs.replace(certificate.invitation, name="Leanne Marsh")
        ),
        msgspec.structs.replace(certificate, invitation_signature=certificate.keys_signature),
    ]


def test_a_tampered_certificate_is_refused(jo: Laptop, record: FinishedRecord) -> None:
    body = package_released(jo.certificate, released_views(record, jo.agree(record))).body
    whole = json.loads(body)
    for certificate in forged(jo.certificate):
        whole["certificate"] = msgspec.to_builtins(certificate)
        squeezed = zstandard.ZstdCompressor().compress(json.dumps(whole).encode())
        with pytest.raises(NotGenuine):
            opened(envelope_with(jo, squeezed, record.statement.record))


def test_another_enrolled_laptop_cannot_pass_a_record_off_as_its_own_or_send_it(
    jo: Laptop, record: FinishedRecord
) -> None:
    priya = COUNTY.enrol(PRIYA)
    whole = json.loads(package_released(jo.certificate, released_views(record, jo.agree(record))).body)
    theirs = whole | {"certificate": msgspec.to_builtins(priya.certificate)}
    for sender, package in ((priya, whole), (priya, theirs), (jo, theirs)):
        squeezed = zstandard.ZstdCompressor().compress(json.dumps(package).encode())
        with pytest.raises(NotGenuine):
            opened(envelope_with(sender, squeezed, record.statement.record))


def test_an_envelope_that_names_another_record_is_refused(jo: Laptop, record: FinishedRecord) -> None:
    body = package_released(jo.certificate, released_views(record, jo.agree(record))).body
    squeezed = zstandard.ZstdCompressor().compress(body)
    opened(envelope_with(jo, squeezed, record.statement.record))
    with pytest.raises(NotGenuine):
        opened(envelope_with(jo, squeezed, new_id()))


def by_hand(jo: Laptop, record: FinishedRecord) -> bytes:
    """Return a package nobody checked, as a laptop with a changed program could make it."""
    view = WireView(
        statement_out(record.statement),
        to_text(record.signature),
        tuple(map(leaf_out, record.leaves)),
        tuple(map(to_text, record.decoys)),
    )
    return zstandard.ZstdCompressor().compress(encode(WirePackage("ecaf-package/1", jo.certificate, (view,))))


def test_a_laptop_that_signs_in_another_name_or_for_another_laptop_is_refused(jo: Laptop) -> None:
    honest = jo.finish(MASON)
    assert opened(envelope_with(jo, by_hand(jo, honest), honest.statement.record)).record.answers == MASON
    for liar in (replace(jo, worker=PRIYA), replace(jo, device=DeviceId(new_id()))):
        record = liar.finish(MASON)
        with pytest.raises(NotGenuine, match="another author or laptop"):
            opened(envelope_with(jo, by_hand(jo, record), record.statement.record))


def test_an_envelope_that_names_another_laptop_is_refused(jo: Laptop) -> None:
    record, other = jo.finish(MASON), replace(jo, device=DeviceId(new_id()))
    with pytest.raises(NotGenuine, match="not the one it names"):
        opened(envelope_with(other, by_hand(jo, record), record.statement.record))


def test_leaves_and_digests_have_one_order(jo: Laptop) -> None:
    record = jo.finish(MASON)
    for shuffled in (
        replace(record, leaves=record.leaves[::-1]),
        replace(record, decoys=record.decoys[::-1]),
        replace(record, leaves=(*record.leaves, record.leaves[-1])),
    ):
        with pytest.raises(NotGenuine, match="form this program knows"):
            opened(envelope_with(jo, by_hand(jo, shuffled), record.statement.record))


def test_a_changed_byte_anywhere_in_an_envelope_is_refused(jo: Laptop, record: FinishedRecord) -> None:
    envelope = COUNTY.released(jo, record)
    for place in range(0, len(envelope), 23):
        changed = bytearray(envelope)
        changed[place] ^= 1
        with pytest.raises(NotGenuine):
            opened(bytes(changed))
    with pytest.raises(NotGenuine):
        opened(envelope[:-1])


def test_a_bomb_is_refused_before_it_fills_the_memory(jo: Laptop) -> None:
    said = zstandard.ZstdCompressor().compress(bytes(PACKAGE_BYTES + 1))
    unsaid = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(PACKAGE_BYTES + 1))
    assert max(len(said), len(unsaid)) < 10_000
    tracemalloc.start()
    for bomb in (said, unsaid):
        with pytest.raises(NotGenuine):
            opened(envelope_with(jo, bomb, new_id()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < PACKAGE_BYTES / 8


@pytest.mark.parametrize("cut", [0, 3, 12, 40, -1])
def test_a_frame_cut_off_is_refused(cut: int) -> None:
    squeezed = zstandard.ZstdCompressor().compress(bytes(range(256)) * 40)
    assert unsqueeze(squeezed) == bytes(range(256)) * 40
    with pytest.raises((ValueError, zstandard.ZstdError)):
        unsqueeze(squeezed[:cut])


@pytest.mark.parametrize(
    "inside",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format":"ecaf-package/1"}',
        b'{"format":"ecaf-package/2","certificate":{},"records":[]}',
        b'{"records":[],"records":[]}',
        b'{"version":1.0}',
    ],
    ids=range(9),
)
def test_anything_but_a_package_is_refused_in_words(jo: Laptop, inside: bytes) -> None:
    with pytest.raises(NotGenuine):
        opened(envelope_with(jo, zstandard.ZstdCompressor().compress(inside), new_id()))


@pytest.mark.parametrize("hostile", ["\ud800", 2**60, {"absent": "bored"}, [1], None, {"a": 1}])
def test_an_answer_of_no_known_form_is_refused(jo: Laptop, record: FinishedRecord, hostile: object) -> None:
    whole = json.loads(package_released(jo.certificate, released_views(record, jo.agree(record))).body)
    whole["records"][0]["leaves"][0]["answer"] = hostile
    squeezed = zstandard.ZstdCompressor().compress(json.dumps(whole).encode())
    with pytest.raises(NotGenuine):
        opened(envelope_with(jo, squeezed, record.statement.record))


def test_a_package_without_records_is_refused(jo: Laptop) -> None:
    whole = {"format": "ecaf-package/1", "certificate": msgspec.to_builtins(jo.certificate), "records": []}
    with pytest.raises(NotGenuine):
        opened(envelope_with(jo, zstandard.ZstdCompressor().compress(json.dumps(whole).encode()), new_id()))


def notice_envelope(priya: Laptop, jo: Laptop, notice: Opened, record: str) -> bytes:
    """Return the envelope in which Priya tells Jo that a record was opened."""
    return new_envelope(
        seal(package_opened(priya.certificate, notice), author(jo.certificate.keys)),
        id=EnvelopeId(new_id()),
        record=RecordId(record),
        version=1,
        parents=(),
        device=priya.device,
        device_seq=1,
        signing_key=priya.secrets.signing,
    )


def test_the_author_hears_who_opened_the_record(jo: Laptop) -> None:
    priya, notice = COUNTY.enrol(PRIYA), Opened("e-1", "r-1", 1, "2026-10-07T09:00:00Z")
    heard = open_notice(notice_envelope(priya, jo, notice, "r-1"), [jo.secrets.reading], root=COUNTY.root)
    assert heard.opened == notice
    assert heard.certificate.invitation.name == "Priya Nair"
    with pytest.raises(NotGenuine):
        open_notice(notice_envelope(priya, jo, notice, "r-2"), [jo.secrets.reading], root=COUNTY.root)
    with pytest.raises(NotGenuine):
        opened(notice_envelope(priya, jo, notice, "r-1"), jo.secrets.reading)


def test_a_notice_is_not_taken_for_a_package_nor_a_package_for_a_notice(jo: Laptop, record: FinishedRecord) -> None:
    with pytest.raises(NotGenuine):
        open_notice(COUNTY.released(jo, record), [COUNTY.desk], root=COUNTY.root)


def test_what_does_not_hold_is_said_without_a_word_of_content(jo: Laptop, record: FinishedRecord) -> None:
    whole = json.loads(package_released(jo.certificate, released_views(record, jo.agree(record))).body)
    whole["records"][0]["leaves"][0]["answer"] = "Somebody else’s words"
    squeezed = zstandard.ZstdCompressor().compress(json.dumps(whole).encode())
    with pytest.raises(NotGenuine) as refused:
        opened(envelope_with(jo, squeezed, record.statement.record))
    assert refused.value.sentences() == (
        "Something in this record was changed after it was signed. Nothing of it is shown. "
        "Please ask whoever sent it to send it again."
    )


def test_an_envelope_of_the_first_version_opens_for_ever() -> None:
    keys = json.loads((VECTORS / "released-1.json").read_text())
    package = open_package((VECTORS / "released-1.ecaf").read_bytes(), [keys["desk"]], root=keys["root"], zone=UTC)
    assert [check.words for check in package.checks] == keys["checks"]
    assert package.record.answers["id.given"] == "Mason"
    assert package.record.statement.form == FORM
    assert package.record.statement.finished_at == NOON

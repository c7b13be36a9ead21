"""Sealing: only what came through a door, only to its own readers, and nothing withheld in the bytes."""

from __future__ import annotations

import base64
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyrage
import pytest
from sealed_family import DESK, JO, MASON, PRIYA, TODAY, YES, Authority, Laptop, age_identity, released_views

from app.domain.agreement import agreement_of
from app.domain.record import FinishedRecord
from app.domain.sharing import Recipient, RecipientKind, kept, released
from app.sealing.genuine import NotGenuine
from app.sealing.opening import unsqueeze
from app.sealing.packages import (
    Readers,
    SealablePackage,
    author,
    desk,
    keepers,
    package_kept,
    package_opened,
    package_released,
    seal,
)
from protocol.messages import EnvelopeKind, Opened

MARKED = "Xylophone-marked: bedtime is a row"
COUNTY = Authority()


@pytest.fixture(scope="module")
def jo() -> Laptop:
    return COUNTY.enrol(JO)


@pytest.fixture(scope="module")
def record(jo: Laptop) -> FinishedRecord:
    return jo.finish(dict(MASON) | {"d2.guidance.needs": MARKED})


def opened_bytes(sealed: bytes, identity: str) -> bytes:
    return unsqueeze(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)]))


def spellings(words: str) -> list[bytes]:
    """Return the ways in which words could lie in bytes."""
    plain = words.encode()
    base64s = [base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, words.encode("utf-16-le"), words.encode("utf-16-be"), plain.hex().encode(), *base64s]


def test_what_is_withheld_is_in_no_byte_of_the_released_package(jo: Laptop, record: FinishedRecord) -> None:
    package = package_released(jo.certificate, released_views(record, jo.agree(record)))
    plain = opened_bytes(seal(package, desk(COUNTY.directory)).body, COUNTY.desk)
    assert plain == package.body
    for words in (MARKED, "d2.guidance.needs"):
        assert not [spelling for spelling in spellings(words) if spelling in plain]
    assert b"Calm and kind" in plain


def test_the_kept_package_holds_it_all_for_its_keepers(jo: Laptop, record: FinishedRecord) -> None:
    readers = keepers(jo.certificate.keys, COUNTY.directory)
    sealed = seal(package_kept(jo.certificate, [kept(record)]), readers)
    assert sealed.recipients == tuple(sorted([jo.device, "escrow-1"]))
    for identity in (jo.secrets.reading, COUNTY.escrow):
        assert MARKED.encode() in opened_bytes(sealed.body, identity)
    with pytest.raises(pyrage.DecryptError):
        opened_bytes(sealed.body, COUNTY.desk)


def test_the_desk_alone_opens_what_was_released_to_it(jo: Laptop, record: FinishedRecord) -> None:
    sealed = seal(package_released(jo.certificate, released_views(record, jo.agree(record))), desk(COUNTY.directory))
    for identity in (jo.secrets.reading, COUNTY.escrow, age_identity()):
        with pytest.raises(pyrage.DecryptError):
            opened_bytes(sealed.body, identity)


def test_what_is_whole_cannot_be_sealed_to_the_desk(jo: Laptop, record: FinishedRecord) -> None:
    whole = package_kept(jo.certificate, [kept(record)])
    part = package_released(jo.certificate, released_views(record, jo.agree(record)))
    for package, readers in (
        (whole, desk(COUNTY.directory)),
        (part, keepers(jo.certificate.keys, COUNTY.directory)),
        (part, author(jo.certificate.keys)),
        (whole, Readers(EnvelopeKind.KEPT, {})),
    ):
        with pytest.raises(TypeError):
            seal(package, readers)


def test_only_views_from_the_two_doors_can_be_packed(jo: Laptop, record: FinishedRecord) -> None:
    anything: Any = record
    view = released_views(record, jo.agree(record))[0]
    whole: Any = kept(record)
    part: Any = view
    for views in ([anything], [whole], [view, whole], []):
        with pytest.raises(TypeError):
            package_released(jo.certificate, views)
    for wholes in ([anything], [part], []):
        with pytest.raises(TypeError):
            package_kept(jo.certificate, wholes)


def test_a_package_cannot_be_made_by_hand(jo: Laptop) -> None:
    by_hand: Any = SealablePackage
    with pytest.raises(TypeError):
        by_hand(EnvelopeKind.RELEASED, b"{}", object())
    bytes_alone: Any = b"{}"
    with pytest.raises(TypeError):
        seal(bytes_alone, author(jo.certificate.keys))


def test_a_view_made_for_somebody_else_is_not_sealed_to_the_desk(jo: Laptop, record: FinishedRecord) -> None:
    family = Recipient(RecipientKind.FAMILY, "Carly Reid")
    view = released(record, agreement_of(jo.agree(record, YES)), family, today=TODAY)
    with pytest.raises(ValueError, match="desk"):
        package_released(jo.certificate, [view])
    assert released(record, agreement_of(jo.agree(record)), DESK, today=TODAY).recipient == DESK


def test_another_laptops_certificate_is_noticed_before_anything_is_sealed(record: FinishedRecord) -> None:
    for other in (COUNTY.enrol(JO), COUNTY.enrol(PRIYA)):
        with pytest.raises(NotGenuine):
            package_kept(other.certificate, [kept(record)])


def test_the_same_package_is_sealed_differently_each_time(jo: Laptop) -> None:
    package = package_opened(jo.certificate, Opened("e", "r", 1, "2026-10-07T09:00:00Z"))
    assert seal(package, author(jo.certificate.keys)).body != seal(package, author(jo.certificate.keys)).body


AGE = shutil.which("age")


@pytest.mark.skipif(AGE is None, reason="the age program is not on PATH: NOT checked against it")
def test_the_age_program_opens_what_we_seal(jo: Laptop, record: FinishedRecord, tmp_path: Path) -> None:
    identity = tmp_path / "identity.txt"
    identity.write_text(COUNTY.desk)
    sealed = seal(package_released(jo.certificate, released_views(record, jo.agree(record))), desk(COUNTY.directory))
    command = [str(AGE), "-d", "-i", str(identity)]
    opened = subprocess.run(command, input=sealed.body, capture_output=True, check=True)  # noqa: S603 - age itself
    assert b'"format":"ecaf-package/1"' in unsqueeze(opened.stdout)

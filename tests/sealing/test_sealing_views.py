"""A view of a record: it verifies, no character of it can be changed, and it gives away nothing it withholds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

import pytest
from sealed_family import DESK, EPISODE, JO, MASON, NOON, TODAY, YES, Authority, Laptop, released_views

from app.domain.agreement import agreement_of
from app.domain.answers import Answer, Answers
from app.domain.record import FinishedRecord, Leaf, RecordKind
from app.domain.sharing import ReleasedView, released
from app.sealing.genuine import NotGenuine
from app.sealing.leaves import leaf_digest
from app.sealing.opening import _read, _record
from app.sealing.packages import package_released
from app.sealing.records import check_signer, check_view
from app.sealing.wire import WirePackage
from protocol.codec import decode, encode, to_bytes, to_text
from protocol.messages import Certificate

HELD_BACK = "d2.guidance.needs"
BIG: Answers = {
    **{f"d1.speech.needs{number}": f"Answer {number}: “tired” é, 72 of 120." for number in range(150)},
    **MASON,
}


@pytest.fixture(scope="module")
def jo() -> Laptop:
    return Authority().enrol(JO)


def view_of(jo: Laptop, answers: Answers) -> ReleasedView:
    record = jo.finish(answers)
    return released(record, agreement_of(jo.agree(record)), DESK, today=TODAY)


def check(view: ReleasedView, jo: Laptop) -> None:
    check_view(view.statement, view.signature, view.disclosed, view.withheld, jo.certificate.keys.signing)


def packed(jo: Laptop, answers: Answers) -> tuple[bytes, bytes]:
    """Return a released package's JSON, and of it the record's view alone."""
    record = jo.finish(answers)
    body = package_released(jo.certificate, released_views(record, jo.agree(record))).body
    return body, encode(_read(body, WirePackage).records[0])


def accept(body: bytes, certificate: Certificate) -> None:
    _record(_read(body, WirePackage).records[0], certificate)


def altered(text: str, place: int) -> str:
    return text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]


def survivors(jo: Laptop, answers: Answers, places: Sequence[int] | None) -> list[str]:
    """Return the places of a view that can be changed without notice; with no places given, of all of them."""
    body, view = packed(jo, answers)
    text = view.decode()
    assert body.count(view) == 1
    accept(body, jo.certificate)
    unnoticed = []
    for place in places if places is not None else range(len(text)):
        try:
            accept(body.replace(view, altered(text, place % len(text)).encode()), jo.certificate)
        except NotGenuine:
            continue
        unnoticed.append(text[max(0, place - 20) : place + 20])
    return unnoticed


def test_no_character_of_a_small_view_can_be_changed(jo: Laptop) -> None:
    assert survivors(jo, MASON, None) == []


def test_no_character_of_a_big_view_can_be_changed(jo: Laptop) -> None:
    chosen = random.Random(20261006)
    assert survivors(jo, BIG, [chosen.randrange(10**6) for _ in range(500)]) == []


def test_words_spelled_another_way_in_unicode_are_not_the_words_that_were_signed(jo: Laptop) -> None:
    body, _ = packed(jo, {"id.given": "Kai Ångström"})
    for look_alike in ("\N{KELVIN SIGN}ai Ångström", "Kai \N{ANGSTROM SIGN}ngström", "Kai Ångstro\u0308m"):
        assert normalize("NFC", look_alike) == "Kai Ångström" != look_alike
        with pytest.raises(NotGenuine):
            accept(body.replace("Kai Ångström".encode(), look_alike.encode()), jo.certificate)


@pytest.mark.parametrize("spelled", ["2026-10-06t11:00:00.000000z", "2026-10-06T12:00:00.000000+01:00", "2026-10-06"])
def test_a_time_spelled_another_way_is_refused(jo: Laptop, spelled: str) -> None:
    body, _ = packed(jo, MASON)
    with pytest.raises(NotGenuine):
        accept(body.replace(b"2026-10-06T11:00:00.000000Z", spelled.encode()), jo.certificate)


def test_an_answer_shown_twice_or_added_is_refused(jo: Laptop) -> None:
    view = view_of(jo, MASON)
    twice = (*view.disclosed, view.disclosed[0])
    added = Leaf("co.needs", "Money", bytes(32), leaf_digest("co.needs", "Money", bytes(32)))
    for disclosed in (twice, (*view.disclosed, added), view.disclosed[1:]):
        with pytest.raises(NotGenuine):
            check_view(view.statement, view.signature, disclosed, view.withheld, jo.certificate.keys.signing)


def test_a_digest_that_belongs_to_another_answer_is_refused(jo: Laptop) -> None:
    view = view_of(jo, MASON)
    first = replace(view.disclosed[0], answer="Something nobody said")
    with pytest.raises(NotGenuine):
        check_view(
            view.statement, view.signature, (first, *view.disclosed[1:]), view.withheld, jo.certificate.keys.signing
        )


def test_a_view_signed_by_another_device_is_refused(jo: Laptop) -> None:
    view, other = view_of(jo, MASON), Authority().enrol(JO)
    check(view, jo)
    with pytest.raises(NotGenuine):
        check(view, other)


def test_a_signature_holds_for_one_statement_only(jo: Laptop) -> None:
    view = view_of(jo, MASON)
    for changed in (
        replace(view.statement, version=2),
        replace(view.statement, kind=RecordKind.CHECKLIST),
        replace(view.statement, agrees_to="00" * 32),
        replace(view.statement, finished_at=NOON.replace(microsecond=1)),
        replace(view.statement, parents=("00" * 32,)),
    ):
        with pytest.raises(NotGenuine):
            check_view(changed, view.signature, view.disclosed, view.withheld, jo.certificate.keys.signing)


def test_an_author_the_certificate_does_not_name_is_refused(jo: Laptop) -> None:
    statement = view_of(jo, MASON).statement
    check_signer(statement, jo.certificate)
    with pytest.raises(NotGenuine):
        check_signer(replace(statement, author=replace(JO, job="head teacher")), jo.certificate)


def test_a_record_can_be_checked_again_as_it_comes_back_from_the_vault(jo: Laptop) -> None:
    record = jo.finish(MASON)
    check_view(record.statement, record.signature, record.leaves, record.decoys, jo.certificate.keys.signing)
    assert record.answers == MASON
    assert record.statement.episode == EPISODE


def withheld_leaf(record: FinishedRecord) -> Leaf:
    return next(leaf for leaf in record.leaves if leaf.path == HELD_BACK)


def test_a_view_with_answers_withheld_verifies_and_holds_neither_them_nor_their_names(jo: Laptop) -> None:
    record = jo.finish(MASON)
    view = released(record, agreement_of(jo.agree(record)), DESK, today=TODAY)
    check(view, jo)
    assert HELD_BACK not in view.answers
    assert withheld_leaf(record).digest in view.withheld
    body = package_released(jo.certificate, [view]).body
    for secret in (b"Bedtime", HELD_BACK.encode(), to_text(withheld_leaf(record).salt).encode()):
        assert secret not in body


def test_a_right_guess_at_a_withheld_answer_cannot_be_confirmed(jo: Laptop) -> None:
    record = jo.finish(MASON)
    truth = withheld_leaf(record)
    body = package_released(jo.certificate, released_views(record, jo.agree(record))).body
    views = decode(body, WirePackage).records
    digests = {to_bytes(text) for view in views for text in view.withheld}
    salts = digests | {to_bytes(leaf.salt) for view in views for leaf in view.leaves}
    salts |= {leaf_digest(leaf.path, leaf.answer, to_bytes(leaf.salt)) for view in views for leaf in view.leaves}
    salts |= {bytes.fromhex(view.statement.root) for view in views} | {bytes(32), b""}

    def confirmed(answer: Answer, salt: bytes) -> bool:
        return leaf_digest(truth.path, answer, salt) in digests

    assert confirmed(truth.answer, truth.salt)
    assert not any(confirmed(truth.answer, salt) for salt in salts)


def test_how_many_answers_are_withheld_is_hidden(jo: Laptop) -> None:
    counts = set()
    for held_back in (0, 1, 10, 25):
        hidden = {f"d2.guidance.{number}": "x" for number in range(held_back)}
        record = jo.finish({"id.given": "Mason", "id.family": "Reid"} | hidden)
        agreed = jo.agree(record, dict(YES) | {"c2.withheld": tuple(hidden) or ("d2.warmth.needs",)})
        counts.add(len(released(record, agreement_of(agreed), DESK, today=TODAY).withheld))
    assert counts == {30}

"""The rules that the gates and the doors of the vault keep themselves, one test per side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.denied import contact_risks
from app.domain.due import DueDate, DueKind, asked_again_on, due_dates
from app.domain.gates import FirstGate, first_gate
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FormRef, RecordKind, Statement
from app.domain.sharing import (
    Agreement,
    Grant,
    NotAgreed,
    Recipient,
    RecipientKind,
    agreed_recipient,
    agreed_version,
    private_rows,
)

TODAY = date(2026, 11, 25)
NURSE = Recipient(RecipientKind.SERVICE, "School nurse")
AGREED = Agreement("11" * 32, store=True, share=True, desk_may_see=True, grants=(Grant("School nurse", "", True),))
STATEMENT = Statement(
    record=RecordId("rec"),
    version=1,
    parents=(),
    kind=RecordKind.ASSESSMENT,
    episode=EpisodeId("epi"),
    form=FormRef("https://example.org/caf", "1.0.0", "00" * 32),
    root=AGREED.agrees_to,
    agrees_to="",
    author=Worker("Jo Whitfield", "Learning mentor", "Larkrise Primary School"),
    device=DeviceId("dev"),
    finished_at=datetime(2026, 11, 25, tzinfo=UTC),
)


def test_a_refusal_of_the_computer_stands_apart_from_other_answers() -> None:
    assert first_gate({"c1.do": "yes", "c1.record_ecaf": "no"}) is FirstGate.NOT_ELECTRONIC


def test_two_yeses_open_the_first_gate() -> None:
    assert first_gate({"c1.do": "yes", "c1.record_ecaf": "yes"}) is FirstGate.AGREED


def test_the_version_they_signed_may_go() -> None:
    agreed_version(AGREED, STATEMENT)


def test_one_changed_word_makes_it_another_version() -> None:
    with pytest.raises(NotAgreed):
        agreed_version(AGREED, replace(STATEMENT, root="22" * 32))


def test_a_service_they_named_may_have_it() -> None:
    agreed_recipient(AGREED, NURSE, TODAY)


def test_a_service_nobody_named_may_not() -> None:
    with pytest.raises(NotAgreed):
        agreed_recipient(AGREED, Recipient(RecipientKind.SERVICE, "Housing"), TODAY)


def test_a_private_service_is_told_apart() -> None:
    assert private_rows({"sv": ("r1",), "sv/r1/sv.sensitive": True}) == ("sv/r1/",)


def test_an_ordinary_service_is_not_private() -> None:
    assert not private_rows({"sv": ("r1",), "sv/r1/sv.name": "Larkrise Primary School"})


def test_a_note_about_contact_stays_off_a_familys_paper() -> None:
    assert contact_risks(["pc/r1/pc.contact_limits"]) == {"pc.contact_limits"}


def test_a_name_is_no_risk() -> None:
    assert not contact_risks(["pc/r1/pc.name"])


def test_an_agreement_comes_up_on_the_day_they_chose() -> None:
    assert [due.kind for due in due_dates({"c1.review_on": "2027-03-01"})] == [DueKind.AGREEMENT]


def test_an_agreement_with_no_day_is_asked_about_again_all_the_same() -> None:
    [due] = asked_again_on("c1.review_on", {}, TODAY, 182)
    assert due == DueDate(DueKind.AGREEMENT, "c1.review_on", date(2027, 5, 26))


def test_a_day_they_chose_is_the_only_one() -> None:
    assert not asked_again_on("c1.review_on", {"c1.review_on": "2027-03-01"}, TODAY, 182)


def test_without_a_day_nothing_comes_up() -> None:
    assert not due_dates({"c1.review_on": ""})

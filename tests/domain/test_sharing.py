"""What each recipient may have of a record: consent as a function, tried line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.agreement import agreement_of
from app.domain.answers import Answers
from app.domain.ids import DeviceId, EpisodeId, RecordId
from app.domain.people import Worker
from app.domain.record import FinishedRecord, FormRef, RecordKind
from app.domain.sharing import (
    Agreement,
    KeptView,
    NotAgreed,
    Recipient,
    RecipientKind,
    ReleasedView,
    kept,
    released,
    released_agreement,
)
from app.sealing.records import finish

KEY = Ed25519PrivateKey.generate()
TODAY = date(2026, 10, 6)
DESK = Recipient(RecipientKind.DESK, "Ambleton Early Help")
NURSE = Recipient(RecipientKind.SERVICE, "School nurse")
ATTENDANCE = Recipient(RecipientKind.SERVICE, "Attendance service")
HOUSING = Recipient(RecipientKind.SERVICE, "Ambleton Homes")
CLINIC = Recipient(RecipientKind.SERVICE, "Riverside clinic")
FAMILY = Recipient(RecipientKind.FAMILY, "Carly Reid")
EVERYBODY = (DESK, NURSE, ATTENDANCE, CLINIC, FAMILY)

MASON: Answers = {
    "id.given": "Mason",
    "id.address": "4 Heron Close, Ambleton",
    "id.postcode": "AM2 7LD",
    "d1.speech.strengths": "Tells long stories",
    "d1.speech.needs": "Hard to follow when he is tired",
    "d1.speech.words": "I like PE and Ben.",
    "d2.guidance.needs": "Bedtime is a row most nights.",
    "d3.housing.needs": "The boiler fails.",
    "cm.child": "Jo drew it with me.",
    "ac": ("aa000001", "aa000002"),
    "ac/aa000001/ac.who": "School nurse",
    "ac/aa000001/ac.action": "See him in school",
    "ac/aa000002/ac.who": "Carly",
    "fh.people": ("bb000001",),
    "fh.people/bb000001/fh.people.name": "Dean Reid",
    "fh.people/bb000001/fh.people.no_contact": True,
    "sv.services": ("cc000001", "cc000002"),
    "sv.services/cc000001/sv.name": "Larkrise Primary School",
    "sv.services/cc000002/sv.name": "Riverside clinic",
    "sv.services/cc000002/sv.sensitive": True,
}
YES: Answers = {"c2.store": "yes", "c2.share": "yes", "c2.desk": "yes", "c2.signer": "Carly Reid"}


def service(row: str, name: str, may_see: str = "yes", **more: Any) -> dict[str, Any]:
    """Return one row of the sharing grid."""
    cells = {"service": name, "may_see": may_see} | more
    return {f"c2.list/{row}/c2.list.{cell}": given for cell, given in cells.items()}


CHOICES: Answers = {
    **YES,
    "c2.withheld": ("d2.guidance.needs",),
    "c2.list": ("11111111", "22222222", "33333333", "44444444"),
    **service("11111111", "School nurse"),
    **service("22222222", "Attendance service", withheld=("d3.housing.needs",)),
    **service("33333333", "Ambleton Homes", may_see="no"),
    **service("44444444", "Riverside clinic", sensitive=True),
}


def record_of(answers: Answers, kind: RecordKind = RecordKind.ASSESSMENT, agrees_to: str = "") -> FinishedRecord:
    return finish(
        answers,
        record=RecordId("r"),
        version=1,
        kind=kind,
        episode=EpisodeId("e"),
        form=FormRef("https://ecaf.example/forms/caf-assessment", "1.0.0", "ab" * 32),
        author=Worker("Jo Whitfield", "learning mentor", "Larkrise Primary School"),
        device=DeviceId("d"),
        finished_at=datetime(2026, 10, 6, 11, tzinfo=UTC),
        signing_key=KEY,
        agrees_to=agrees_to,
    )


def agreed(record: FinishedRecord, choices: Answers = CHOICES) -> tuple[FinishedRecord, Agreement]:
    paper = record_of(choices, RecordKind.SHARING, record.statement.root)
    return paper, agreement_of(paper)


def seen(recipient: Recipient, answers: Answers = MASON, choices: Answers = CHOICES, today: date = TODAY) -> Answers:
    record = record_of(answers)
    return released(record, agreed(record, choices)[1], recipient, today=today).answers


def agreement_seen(recipient: Recipient, choices: Answers = CHOICES) -> Answers:
    paper, agreement = agreed(record_of(MASON), choices)
    return released_agreement(paper, agreement, recipient, today=TODAY).answers


@pytest.mark.parametrize("recipient", EVERYBODY, ids=lambda recipient: recipient.name)
def test_a_line_held_back_from_everyone_is_in_nobodys_view(recipient: Recipient) -> None:
    assert "d2.guidance.needs" not in seen(recipient)
    assert "d1.speech.needs" in seen(recipient)


def test_a_line_held_back_from_one_service_is_held_back_from_that_one() -> None:
    assert "d3.housing.needs" not in seen(ATTENDANCE)
    assert "d3.housing.needs" in seen(NURSE)
    assert "d3.housing.needs" in seen(DESK)


def test_the_familys_paper_leaves_out_a_line_held_back_from_anyone() -> None:
    assert not {"d3.housing.needs", "d2.guidance.needs"} & set(seen(FAMILY))


def test_a_whole_group_can_be_held_back() -> None:
    answers = seen(NURSE, choices=dict(CHOICES) | {"c2.withheld": ("ac",)})
    assert not [path for path in answers if path.startswith("ac")]


def test_one_question_of_every_row_can_be_held_back() -> None:
    answers = seen(NURSE, choices=dict(CHOICES) | {"c2.withheld": ("ac.who",)})
    assert [path for path in answers if path.startswith("ac/")] == ["ac/aa000001/ac.action"]
    assert answers["ac"] == ("aa000001", "aa000002")


def test_a_whole_topic_held_back_takes_every_line_of_it() -> None:
    answers = seen(NURSE, choices=dict(CHOICES) | {"c2.withheld": ("d1.speech",)})
    assert not [path for path in answers if path.startswith("d1.speech")]
    assert "d3.housing.needs" in answers


def test_a_name_that_only_begins_alike_is_not_held_back() -> None:
    answers = dict(MASON) | {"d1.speech_therapy.needs": "Waiting since May"}
    held_back = dict(CHOICES) | {"c2.withheld": ("d1.speech",)}
    assert "d1.speech_therapy.needs" in seen(NURSE, answers, held_back)


@pytest.mark.parametrize("recipient", EVERYBODY, ids=lambda recipient: recipient.name)
def test_a_service_that_is_a_private_matter_is_in_nobodys_view(recipient: Recipient) -> None:
    answers = seen(recipient)
    assert "sv.services/cc000001/sv.name" in answers
    assert not [path for path in answers if path.startswith("sv.services/cc000002/")]


@pytest.mark.parametrize("recipient", EVERYBODY, ids=lambda recipient: recipient.name)
def test_a_secret_address_is_in_nobodys_view(recipient: Recipient) -> None:
    assert "id.address" in seen(recipient)
    answers = seen(recipient, dict(MASON) | {"id.address_confidential": True})
    assert not {"id.address", "id.postcode"} & set(answers)


@pytest.mark.parametrize("recipient", EVERYBODY, ids=lambda recipient: recipient.name)
def test_a_secret_address_written_down_again_with_a_parent_is_in_nobodys_view(recipient: Recipient) -> None:
    carly: Answers = {
        "pc": ("dd000001",),
        "pc/dd000001/pc.name": "Carly Reid",
        "pc/dd000001/pc.address": "4 Heron Close",
        "pc/dd000001/pc.postcode": "AM2 7LD",
    }
    assert "pc/dd000001/pc.address" in seen(recipient, dict(MASON) | dict(carly))
    answers = seen(recipient, dict(MASON) | dict(carly) | {"id.address_confidential": True})
    assert [path for path in answers if path.startswith("pc/")] == ["pc/dd000001/pc.name"]


TWO_HOMES: Answers = {
    "pc": ("dd000001",),
    "pc/dd000001/pc.name": "Carly Reid",
    "pc/dd000001/pc.address": "4 Heron Close",
    "pc/dd000001/pc.phone": "01632 960 001",
    "id.addresses": ("ee000001",),
    "id.addresses/ee000001/id.addresses.address": "9 Mill Row",
    "id.addresses/ee000001/id.addresses.from": "2027-01",
}


@pytest.mark.parametrize(
    ("wish", "gone"),
    [
        ("pc/dd000001/pc.address_confidential", ("pc/dd000001/pc.address", "pc/dd000001/pc.phone")),
        (
            "id.addresses/ee000001/id.addresses.confidential",
            ("id.addresses/ee000001/id.addresses.address", "id.addresses/ee000001/id.addresses.from"),
        ),
    ],
)
@pytest.mark.parametrize("recipient", EVERYBODY, ids=lambda recipient: recipient.name)
def test_one_secret_address_is_in_nobodys_view_and_the_others_stay(
    recipient: Recipient, wish: str, gone: tuple[str, ...]
) -> None:
    before = set(seen(recipient, dict(MASON) | dict(TWO_HOMES)))
    after = set(seen(recipient, dict(MASON) | dict(TWO_HOMES) | {wish: True}))
    assert set(gone) <= before
    assert before - after == set(gone)
    assert "id.address" in after


def test_how_it_is_safe_to_ring_never_reaches_paper_at_home() -> None:
    safe = {"id.safe_to_ring": "no", "id.safe_message": "no"}
    assert set(safe) <= set(seen(DESK, dict(MASON) | safe))
    assert not set(safe) & set(seen(FAMILY, dict(MASON) | safe))


def test_whom_not_to_contact_never_reaches_paper_at_home() -> None:
    path = "fh.people/bb000001/fh.people.no_contact"
    assert path in seen(DESK)
    assert path not in seen(FAMILY)


def test_the_childs_own_words_reach_the_familys_copy_only_when_the_child_said_so() -> None:
    words = {"d1.speech.words", "cm.child"}
    assert not words & set(seen(FAMILY))
    assert not words & set(seen(FAMILY, dict(MASON) | {"cm.child_share": "no"}))
    assert words <= set(seen(FAMILY, dict(MASON) | {"cm.child_share": "yes"}))
    assert words <= set(seen(DESK))


def test_a_service_that_got_a_no_or_was_never_asked_about_sees_nothing() -> None:
    for recipient in (HOUSING, Recipient(RecipientKind.SERVICE, "Nobody asked about us")):
        with pytest.raises(NotAgreed):
            seen(recipient)


@pytest.mark.parametrize("said", ["no", ""])
def test_without_a_yes_to_sharing_only_the_family_has_a_copy(said: str) -> None:
    for recipient in (DESK, NURSE):
        with pytest.raises(NotAgreed):
            seen(recipient, choices=dict(CHOICES) | {"c2.share": said})
    assert seen(FAMILY, choices=dict(CHOICES) | {"c2.share": said})["id.given"] == "Mason"


def test_the_desk_needs_a_yes_of_its_own() -> None:
    with pytest.raises(NotAgreed):
        seen(DESK, choices=dict(CHOICES) | {"c2.desk": "no"})


@pytest.mark.parametrize("recipient", [DESK, NURSE, FAMILY], ids=lambda recipient: recipient.name)
def test_agreement_to_an_earlier_version_is_agreement_to_nothing_else(recipient: Recipient) -> None:
    earlier, later = record_of(MASON), record_of(dict(MASON) | {"co.needs": "Added afterwards"})
    with pytest.raises(NotAgreed, match="earlier version"):
        released(later, agreed(earlier)[1], recipient, today=TODAY)


def test_an_end_date_ends_it_the_day_after() -> None:
    until = dict(CHOICES) | {"c2.expires": "2026-10-06"}
    assert seen(DESK, choices=until, today=TODAY)["id.given"] == "Mason"
    for recipient in (DESK, NURSE):
        with pytest.raises(NotAgreed, match="ended"):
            seen(recipient, choices=until, today=TODAY + timedelta(days=1))


def test_a_services_own_end_date_stands_before_the_general_one() -> None:
    until = dict(CHOICES) | {"c2.expires": "2027-10-06"} | service("11111111", "School nurse", until="2026-10-05")
    with pytest.raises(NotAgreed, match="ended"):
        seen(NURSE, choices=until)
    assert seen(ATTENDANCE, choices=until)["id.given"] == "Mason"


def test_an_end_date_nobody_can_read_is_taken_for_ended() -> None:
    with pytest.raises(NotAgreed, match="ended"):
        seen(DESK, choices=dict(CHOICES) | {"c2.expires": "next spring"})


def test_what_is_withheld_stands_as_digests_among_decoys() -> None:
    record = record_of(MASON)
    view = released(record, agreed(record)[1], DESK, today=TODAY)
    assert len(view.disclosed) + len(view.withheld) == len(record.leaves) + len(record.decoys)
    assert view.withheld == tuple(sorted(view.withheld))
    assert set(record.decoys) < set(view.withheld)


def test_the_agreement_never_tells_which_lines_are_held_back() -> None:
    for recipient in EVERYBODY:
        answers = agreement_seen(recipient)
        assert not [path for path in answers if path.endswith("withheld")]
        assert "d2.guidance.needs" not in str(answers)
        assert "c2.list" not in answers


def test_a_service_learns_its_own_row_of_the_grid_alone() -> None:
    rows = {path.split("/")[1] for path in agreement_seen(NURSE) if path.startswith("c2.list/")}
    assert rows == {"11111111"}


@pytest.mark.parametrize("recipient", [DESK, NURSE, FAMILY], ids=lambda recipient: recipient.name)
def test_a_sensitive_service_is_named_to_nobody_else(recipient: Recipient) -> None:
    assert "Riverside clinic" not in agreement_seen(recipient).values()
    assert "Riverside clinic" in agreement_seen(CLINIC).values()


def test_the_desk_and_the_family_see_who_else_may_see_it() -> None:
    for recipient in (DESK, FAMILY):
        assert {"School nurse", "Attendance service", "Ambleton Homes"} <= set(agreement_seen(recipient).values())


def test_a_row_that_no_list_names_is_kept_to_its_own_service() -> None:
    stray = dict(CHOICES) | {"c2.list": ("11111111",)}
    assert "Riverside clinic" not in agreement_seen(DESK, stray).values()


def test_the_door_for_agreements_lets_no_other_record_through() -> None:
    record = record_of(MASON)
    paper, agreement = agreed(record)
    other = agreed(record_of(MASON))[0]
    assert released_agreement(paper, agreement, DESK, today=TODAY).statement == paper.statement
    for wrong in (record, other, record_of(MASON, RecordKind.START, record.statement.root)):
        with pytest.raises(ValueError, match="not the agreement"):
            released_agreement(wrong, agreement, DESK, today=TODAY)


def test_an_agreement_is_released_to_nobody_it_does_not_name() -> None:
    with pytest.raises(NotAgreed):
        agreement_seen(HOUSING)


def test_views_cannot_be_made_by_hand() -> None:
    record = record_of(MASON)
    for door in (None, object(), "released"):
        with pytest.raises(TypeError, match="released"):
            ReleasedView(DESK, record.statement, record.signature, record.leaves, (), door)
        with pytest.raises(TypeError, match="kept"):
            KeptView(record, door)


def test_what_is_kept_is_whole() -> None:
    record = record_of(MASON)
    assert kept(record).record == record
    assert replace(kept(record)).record.answers == MASON

"""Where the rules of the practice speak: at the first gate, at the second, and on what is due."""

from __future__ import annotations

from dataclasses import replace

import pytest
from larkrise import AGREED_TO_START, FORMS, Visit

from app.domain.gates import FirstGate
from app.domain.record import RecordKind
from app.forms.definition import Item, ItemKind, Page, Section
from app.operations.finishing import final_version, sign_and_finish, stops_at_second_gate
from app.operations.starting import NotSaidYet, agree_to_start
from app.storage import records

GOES_ON = {"pre.self": "yes", "pre.decision": "do a CAF myself"}


def ask_to_start(visit: Visit) -> FirstGate:
    visit.write(AGREED_TO_START, RecordKind.START)
    with visit.laptop.vault.transaction() as tx:
        return agree_to_start(tx, visit.laptop.workplace, visit.episode)


def test_an_assessment_that_one_service_could_spare_them_needs_a_reason(visit: Visit) -> None:
    visit.write(GOES_ON, RecordKind.CHECKLIST)
    with pytest.raises(NotSaidYet) as stop:
        ask_to_start(visit)
    assert stop.value.missing == (
        "Your service can give this help itself. Why an assessment as well?",
        "Please write why, on the page “More about the decision”.",
    )


def test_with_a_reason_it_goes_on_and_the_reason_stays_in_the_record(ready: Visit) -> None:
    ready.write({**GOES_ON, "pre.decision_why": "The family asked for one."}, RecordKind.CHECKLIST)
    ready.sign()
    with ready.laptop.vault.transaction() as tx:
        checklist = records.newest(tx, ready.episode, RecordKind.CHECKLIST)
    assert checklist is not None
    assert checklist.answers["pre.decision_why"] == "The family asked for one."


def test_a_written_reason_opens_the_first_gate(visit: Visit) -> None:
    visit.write({**GOES_ON, "pre.decision_why": "The family asked for one."}, RecordKind.CHECKLIST)
    assert ask_to_start(visit) is FirstGate.AGREED


def test_no_yes_is_signed_that_nobody_understood(ready: Visit) -> None:
    ready.write({"c2.reasons": "no"}, RecordKind.SHARING)
    with ready.laptop.vault.transaction() as tx:
        final = final_version(tx, ready.laptop.workplace, ready.episode)
    with pytest.raises(NotSaidYet) as stop, ready.laptop.vault.transaction() as tx:
        sign_and_finish(tx, ready.laptop.workplace, final)
    assert stop.value.missing == (
        "They do not understand yet why it is shared. Please explain it again before they sign.",
    )


def test_a_copy_kept_back_needs_a_reason_where_the_form_has_a_place_for_it() -> None:
    kept_back, why = {"c2.copy_given": "withheld - risk of harm"}, "c2.copy_why"
    first = FORMS.by_ref(FORMS.by_name("agreement-to-share").url, "1.0.0")
    page = Page("more", "More", "", (), (Item(why, ItemKind.TEXT, "Why?"),))
    asking = replace(first, sections=(*first.sections, Section("more", "More", (page,))))
    [sentence] = stops_at_second_gate(asking, kept_back)
    assert "What is the risk" in sentence
    assert stops_at_second_gate(asking, {**kept_back, why: "He would find it."}) == ()
    assert stops_at_second_gate(first, kept_back) == ()

"""When an assessment is right: each rule speaks on one side and is silent on the other."""

from __future__ import annotations

from app.domain.answers import Answer
from app.domain.beginning import (
    about_beginning,
    asked_by_family,
    better_early,
    birth_not_said,
    doing_well,
    harm_unanswered,
    left_to_others,
    may_leave_it,
    no_need_named,
    one_route_is_enough,
    particularly_vulnerable,
    plainly_complex,
    promised_for_others,
    service_needs_assessment,
    specialist_first,
    specialist_named,
    unsure_about_harm,
    visit_with_care,
)
from app.domain.rules import Kind, unexplained

ASSESS: dict[str, Answer] = {"pre.decision": "do a CAF myself"}
WELL: dict[str, Answer] = {f"pre.q{number}": "yes" for number in range(1, 6)}


def an_action(status: str) -> dict[str, Answer]:
    return {"ac": ("r1",), "ac/r1/ac.who": "School nurse", "ac/r1/ac.status": status}


def test_a_worry_about_harm_stays_open_until_it_says_what_was_done() -> None:
    worried = harm_unanswered({"ex.concern": "yes"})
    assert worried
    assert worried.stops
    assert not worried.asks_why


def test_a_worry_that_was_dealt_with_stops_nothing() -> None:
    assert not harm_unanswered({"ex.concern": "yes", "ex.done": "Rang the duty team", "ex.result": "paused"})
    assert not harm_unanswered({})


def test_somebody_not_sure_about_safety_is_told_whom_to_ask() -> None:
    assert unsure_about_harm({"pre.q2": "not sure"})


def test_somebody_who_saw_harm_is_past_asking() -> None:
    assert not unsure_about_harm({"pre.q2": "no", "pre.harm": "yes"})
    assert not unsure_about_harm({"pre.q2": "yes"})


def test_assessing_a_child_who_does_well_is_asked_about() -> None:
    asked = doing_well({**ASSESS, **WELL})
    assert asked
    assert asked.asks_why
    assert not asked.stops


def test_assessing_a_child_who_does_not_is_not() -> None:
    assert not doing_well({**ASSESS, **WELL, "pre.q3": "no"})
    assert not doing_well({**WELL, "pre.decision": "no action"})


def test_another_assessment_that_is_needed_is_asked_for_at_once() -> None:
    assert specialist_named({"co.specialist": ("SEN",)})
    assert specialist_first({"pre.decision": "refer to specialist"})


def test_where_none_is_needed_nobody_is_asked_for_it() -> None:
    assert not specialist_named({})
    assert not specialist_first(ASSESS)


def test_plainly_complex_needs_are_asked_about() -> None:
    assert plainly_complex({**ASSESS, "pre.level34": "yes"})


def test_other_needs_are_not() -> None:
    assert not plainly_complex({**ASSESS, "pre.level34": "not sure"})


def test_an_assessment_without_a_need_in_words_is_asked_about() -> None:
    assert no_need_named({**ASSESS, "pre.q1": "no"})


def test_a_need_in_words_is_enough() -> None:
    assert not no_need_named({**ASSESS, "pre.q1": "no", "pre.extra": "Somebody to talk to"})
    assert not no_need_named({**ASSESS, "pre.q1": "no", "pre.q1.note": "A cough since September"})


def test_an_assessment_is_asked_about_where_one_service_can_help() -> None:
    assert one_route_is_enough({**ASSESS, "pre.self": "yes"})


def test_several_services_are_a_reason_for_one() -> None:
    assert not one_route_is_enough({**ASSESS, "pre.self": "no"})


def test_a_child_with_no_date_is_asked_about_once() -> None:
    assert birth_not_said({})


def test_a_baby_not_yet_born_needs_no_birth_date() -> None:
    assert not birth_not_said({"id.unborn": True})
    assert not birth_not_said({"id.edd": "2027-01-05"})
    assert not birth_not_said({"id.dob": "2015-01-05"})


def test_a_runaway_is_somebody_to_look_out_for() -> None:
    assert particularly_vulnerable({"id.flags": ("runaway",)})


def test_a_care_leaver_is_not_named_among_them() -> None:
    assert not particularly_vulnerable({"id.flags": ("care leaver",)})
    assert not particularly_vulnerable({})


def test_a_parent_who_asks_is_offered_an_assessment() -> None:
    assert asked_by_family({"req.by": "parent or carer"})


def test_a_panel_that_asks_is_no_family() -> None:
    assert not asked_by_family({"req.by": "panel"})


def test_an_action_offered_for_somebody_else_is_asked_about() -> None:
    assert promised_for_others(an_action("offered"))


def test_an_action_they_agreed_to_is_not() -> None:
    assert not promised_for_others(an_action("agreed"))


def test_a_family_that_says_no_is_left_in_peace() -> None:
    assert may_leave_it({"c1.do": "no"})


def test_a_no_does_not_end_a_worry_about_harm() -> None:
    assert not may_leave_it({"c1.do": "no", "ex.concern": "yes"})
    assert not may_leave_it({"c1.do": "yes"})


def test_a_note_about_contact_is_thought_of_before_a_visit() -> None:
    assert visit_with_care({"pc": ("r1",), "pc/r1/pc.contact_limits": "Not the father"})


def test_without_such_a_note_a_visit_is_a_visit() -> None:
    assert not visit_with_care({"pc": ("r1",), "pc/r1/pc.name": "Carly Reid"})


def test_a_service_takes_part_after_an_assessment_where_the_authority_has_it_so() -> None:
    assert service_needs_assessment(2, (2,))


def test_a_service_for_everybody_needs_none() -> None:
    assert not service_needs_assessment(1, (2,))
    assert not service_needs_assessment(2, ())


def test_a_child_another_process_leads_for_is_named() -> None:
    assert left_to_others({"id.flags": ("looked after",)}, ("looked after",))


def test_nobody_is_left_out_where_the_authority_leaves_nobody_out() -> None:
    assert not left_to_others({"id.flags": ("looked after",)}, ())
    assert not left_to_others({}, ("looked after",))


def test_doing_nothing_about_something_that_is_not_well_is_asked_about() -> None:
    assert better_early({"pre.decision": "no action", "pre.q1": "no"})


def test_doing_nothing_where_all_is_well_is_fine() -> None:
    assert not better_early({"pre.decision": "no action", **WELL})


def test_everything_to_think_about_is_said_together_and_nothing_stops() -> None:
    said = about_beginning({**ASSESS, **WELL, "pre.level34": "yes", "pre.self": "yes"})
    assert [concern.rule for concern in said] == [3, 5, 7]
    assert not any(Kind.BLOCK in concern.kind for concern in said)


def test_only_what_asks_for_a_reason_and_has_none_is_unexplained() -> None:
    answers = {**ASSESS, **WELL}
    assert [concern.rule for concern in unexplained(about_beginning(answers), answers)] == [3]
    told = {**answers, "pre.decision_why": "His mother asked"}
    assert unexplained(about_beginning(told), told) == ()

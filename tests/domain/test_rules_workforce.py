"""Who may do this work and whom they can turn to, one test per side."""

from __future__ import annotations

from datetime import date

from app.domain.workforce import (
    Standing,
    immigration_written,
    index_not_told,
    next_to_ask,
    no_school_or_doctor,
    not_checked_yet,
    not_trained_yet,
    refer_on,
    trained_long_ago,
)

READY = Standing(checked_on=date(2026, 1, 5), trained_on=date(2026, 2, 5))
NEW = Standing(checked_on=None, trained_on=None)
STEPS = ("line managers", "local manager")


def test_nobody_takes_part_without_a_check_by_the_name_it_has_here() -> None:
    said = not_checked_yet(NEW, "DBS")
    assert said
    assert said.stops
    assert "DBS" in said.sentence


def test_a_recorded_check_is_enough() -> None:
    assert not not_checked_yet(READY, "DBS")


def test_nobody_takes_part_without_training() -> None:
    assert not_trained_yet(NEW)


def test_recorded_training_is_enough() -> None:
    assert not not_trained_yet(READY)


def test_long_after_the_training_somebody_may_come_along() -> None:
    assert trained_long_ago(READY, date(2026, 11, 25), 90)


def test_soon_after_the_training_nobody_asks() -> None:
    assert not trained_long_ago(READY, date(2026, 3, 5), 90)
    assert not trained_long_ago(NEW, date(2026, 3, 5), 90)


def test_a_disagreement_goes_up_step_by_step() -> None:
    assert next_to_ask(STEPS, 0) == "line managers"
    assert next_to_ask(STEPS, 1) == "local manager"


def test_after_the_last_step_nobody_is_left() -> None:
    assert not next_to_ask(STEPS, 2)


def test_a_written_immigration_status_is_asked_about() -> None:
    assert immigration_written({"id.immigration": "Settled"})


def test_no_status_no_question() -> None:
    assert not immigration_written({"id.immigration": " "})


def test_drugs_as_a_reason_bring_a_service_to_mind() -> None:
    assert refer_on({"as.reason_codes": ("substance misuse",)})


def test_not_where_one_is_asked_for_already() -> None:
    assert not refer_on({"as.reason_codes": ("substance misuse",), "co.specialist": ("drugs screen",)})
    assert not refer_on({})


def test_a_child_with_no_doctor_stands_out() -> None:
    assert no_school_or_doctor({"id.setting": "Larkrise Primary"})
    assert no_school_or_doctor({"sv": ("r1",), "sv/r1/sv.kind": "GP"})


def test_a_child_with_both_does_not() -> None:
    assert not no_school_or_doctor({"id.setting": "Larkrise Primary", "sv": ("r1",), "sv/r1/sv.kind": "GP"})


def test_the_family_is_told_about_the_index() -> None:
    assert index_not_told({"c1.explained": ("voluntary",)})


def test_once_is_enough_about_the_index() -> None:
    assert not index_not_told({"c1.explained": ("index entry",)})

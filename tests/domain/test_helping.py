"""Who helps a family is asked about once, by name, and never answered for them."""

from __future__ import annotations

from app.domain.answers import Answers
from app.domain.helping import Helping, helping_now

HELPED: Answers = {
    "sv.services": ("0000aa01", "0000aa02", "0000aa03", "0000aa04", "0000aa05"),
    "sv.services/0000aa01/sv.name": "School nurse",
    "sv.services/0000aa01/sv.kind": "school nurse",
    "sv.services/0000aa02/sv.name": "Counsellor",
    "sv.services/0000aa02/sv.kind": "youth service",
    "sv.services/0000aa02/sv.sensitive": True,
    "sv.services/0000aa03/sv.name": "Midwife",
    "sv.services/0000aa03/sv.until": "2026-01-31",
    "sv.services/0000aa04/sv.person": "Somebody without a service",
    "sv.services/0000aa05/sv.name": "school  Nurse",
}


def test_each_service_that_helps_still_is_there_once_and_a_private_one_stays_private() -> None:
    assert helping_now(HELPED) == (Helping("School nurse", "school nurse", False), Helping("Counsellor", "youth", True))


def test_whoever_is_asked_about_already_is_left_out() -> None:
    assert [one.name for one in helping_now(HELPED, but=frozenset({"SCHOOL NURSE"}))] == ["Counsellor"]


def test_where_nobody_helps_there_is_nobody_to_ask_about() -> None:
    assert helping_now({}) == ()

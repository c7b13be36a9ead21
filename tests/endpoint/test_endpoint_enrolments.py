"""A code enrols one laptop, once, and the endpoint never learns it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from ambleton import Laptop, Town

from app.domain.people import Role
from app.sync.client import EndpointRefused
from app.sync.enrol import CodeMistyped
from endpoint.audit import Action
from endpoint.office import open_door
from endpoint.resources import RESOURCES
from endpoint.visit import Asked
from protocol.certificates import check_certificate
from protocol.codec import decode, encode
from protocol.codes import new_code, read_code
from protocol.messages import Enrolled, Enrolment
from protocol.problems import Problem


def test_a_code_enrols_a_laptop_that_then_knows_whom_to_believe(town: Town) -> None:
    enrolled = town.laptop().enrol(town.invite())
    assert enrolled.root == town.office.directory().root
    assert enrolled.directory == town.office.directory()
    assert enrolled.worker.name == "Priya Nair"
    assert enrolled.worker.role is Role.PRACTITIONER
    check_certificate(enrolled.certificate, enrolled.root)


def test_only_a_coordinator_is_welcomed_with_the_desk_key(town: Town) -> None:
    assert town.laptop().enrol(town.invite("practitioner")).welcome.desk == {}
    assert set(town.laptop().enrol(town.invite("coordinator")).welcome.desk) == {"desk-1"}


def test_the_same_laptop_may_ask_again_and_hears_the_same(town: Town) -> None:
    laptop, code = town.laptop(), town.invite()
    assert laptop.enrol(code) == laptop.enrol(code)


def test_a_laptop_whose_answer_was_lost_may_ask_again_although_the_code_is_now_too_old(town: Town) -> None:
    laptop, code = town.laptop(), town.invite()
    first = laptop.enrol(code)
    enrolment = Enrolment(first.certificate.keys, first.certificate.keys_signature)
    asked = Asked("POST", "", {}, {}, {}, encode(enrolment))
    (resource,) = [one for one in RESOURCES if one.action is Action.DEVICE_ENROL]
    with closing(replace(open_door(town.settings), now=next_week)) as door:
        answer = door.respond(resource, asked)
    assert answer.status == 200
    assert decode(answer.body, Enrolled).directory == first.directory


def next_week() -> datetime:
    return datetime.now(UTC) + timedelta(days=7)


def test_another_laptop_cannot_use_a_code_again(town: Town) -> None:
    code = town.invite()
    town.laptop().enrol(code)
    with pytest.raises(EndpointRefused) as refusal:
        town.laptop().enrol(code)
    assert refusal.value.problem is Problem.INVITATION_USED


def test_the_same_laptop_cannot_swap_its_keys_under_a_used_code(town: Town) -> None:
    code, laptop = town.invite(), town.laptop()
    laptop.enrol(code)
    with pytest.raises(EndpointRefused) as refusal:
        replace(laptop, reading=town.laptop().reading).enrol(code)
    assert refusal.value.problem is Problem.INVITATION_USED


def test_a_code_older_than_a_day_enrols_nobody(town: Town) -> None:
    code = town.invite(issued_at=datetime.now(UTC) - timedelta(hours=24, minutes=1))
    with pytest.raises(EndpointRefused) as refusal:
        town.laptop().enrol(code)
    assert refusal.value.problem is Problem.INVITATION_EXPIRED


def test_a_code_nobody_was_given_enrols_nobody(town: Town) -> None:
    with pytest.raises(EndpointRefused) as refusal:
        town.laptop().enrol(new_code())
    assert refusal.value.problem is Problem.INVITATION_WRONG


def test_a_slip_of_the_finger_is_noticed_before_anything_is_sent(town: Town) -> None:
    code = town.invite()
    slipped = ("A" if code[0] != "A" else "B") + code[1:]
    with pytest.raises(CodeMistyped):
        town.laptop().enrol(slipped)


def test_a_laptop_cannot_take_the_name_of_one_already_enrolled(town: Town, priya: Laptop) -> None:
    with pytest.raises(EndpointRefused) as refusal:
        replace(town.laptop(), id=priya.id).enrol(town.invite())
    assert refusal.value.problem is Problem.INVITATION_WRONG


def test_a_laptop_cannot_take_the_name_of_a_desk_key(town: Town) -> None:
    with pytest.raises(EndpointRefused) as refusal:
        replace(town.laptop(), id="desk-1").enrol(town.invite())
    assert refusal.value.problem is Problem.MALFORMED


def test_the_endpoint_never_holds_the_code_or_what_is_made_of_it(town: Town) -> None:
    code = town.invite("coordinator")
    town.laptop().enrol(code)
    desk_key = (town.office.offline / "desk-1.key").read_bytes().strip()
    for file in town.folder.rglob("*"):
        kept = file.read_bytes() if file.is_file() else b""
        assert code.encode() not in kept
        assert read_code(code) not in kept
        assert desk_key not in kept

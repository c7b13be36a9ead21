"""What a case's people type on each page, as answers to the forms; what a case leaves out is not typed."""

from __future__ import annotations

from app.domain.answers import Answer, row_path
from app.domain.ids import new_row_id
from app.forms.definition import FormDefinition
from demonstration.case import Case, Member, as_answers


def identity(case: Case) -> dict[str, Answer]:
    """Return what is typed about the child."""
    child = case.child
    typed: dict[str, Answer] = {
        "id.given": child.given,
        "id.family": child.family,
        "id.known_as": child.likes_to_be_called,
        "id.unborn": child.born is None and child.expected is not None,
        "id.dob": child.born or "",
        "id.edd": child.expected or "",
        "id.sex": child.sex,
        "id.address": child.address,
        "id.address_confidential": child.address_confidential,
        "id.postcode": child.postcode,
        "id.nhs": child.nhs_number,
        "id.upn": child.upn,
        "id.setting": child.school,
        "id.lang_child": child.first_language,
    }
    return {path: answer for path, answer in typed.items() if answer not in ("", False)}


def people(case: Case) -> dict[str, Answer]:
    """Return what is typed about the people at home and in the family."""
    if not case.household:
        return {}
    rows = {new_row_id(): member for member in case.household}
    typed: dict[str, Answer] = {"fh.people": tuple(rows)}
    for row, member in rows.items():
        typed.update({row_path("fh.people", row, link_id): answer for link_id, answer in person(member).items()})
    return typed


def person(member: Member) -> dict[str, Answer]:
    """Return what is typed about one of them."""
    typed: dict[str, Answer] = {
        "fh.people.name": member.name,
        "fh.people.rel": member.relationship,
        "fh.people.dob": member.born or "",
        "fh.people.here": member.lives_here,
        "fh.people.pr": member.parental_responsibility or "",
        "fh.people.comms": member.communication,
    }
    if member.not_to_be_contacted:
        typed["fh.people.no_contact"] = True
    return {link_id: answer for link_id, answer in typed.items() if answer != ""}


def start(case: Case) -> dict[str, Answer]:
    """Return what is said at the first gate."""
    said = case.consent_to_start
    if said is None:
        return {}
    typed: dict[str, Answer] = {
        "c1.giver": said.giver,
        "c1.capacity": said.capacity,
        "c1.do": "yes",
        "c1.record_ecaf": "yes" if said.electronic_recording else "no",
        "c1.how": said.how,
        "c1.witness": said.witness,
        "c1.interpreter": said.interpreter,
    }
    return {path: answer for path, answer in typed.items() if answer != ""}


def assessment(case: Case, form: FormDefinition) -> dict[str, Answer]:
    """Return what is typed into the assessment after the first gate, the family's comments last."""
    typed = as_answers(case.answers, form, "answers")
    comments = {"cm.child": case.comments.child, "cm.parent": case.comments.parent}
    return typed | {path: words for path, words in comments.items() if words}

"""What a case's people type on each page, as answers to the forms; what a case leaves out is not typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from app.domain.answers import Answer, row_path
from app.domain.beginning import about_beginning
from app.domain.ids import new_row_id
from app.domain.rules import unexplained
from app.domain.sharing import DESK, DESK_NAMES
from app.forms.definition import FormDefinition
from app.forms.session import FormSession
from demonstration.case import Case, Member, Service, as_answers

WHY_NOT_TOLD = "The case file does not say why."


def identity(case: Case) -> dict[str, Answer]:
    """Return what is typed about the child."""
    child = case.child
    typed: dict[str, Answer] = {
        "id.given": child.given,
        "id.family": child.family,
        "id.known_as": child.likes_to_be_called,
        "id.unborn": child.born is None and child.expected is not None,
        "id.dob": child.born or "",
        "id.edd": child.expected or "" if child.born is None else "",
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


def checklist(case: Case, form: FormDefinition) -> dict[str, Answer]:
    """Return what is typed into the checklist; where a gate asks why, and the case does not tell, that it does not."""
    told = as_answers(case.checklist, form, "checklist")
    asked = (one.reason for one in unexplained(about_beginning(told), told) if one.reason in form)
    return {**told, **dict.fromkeys(asked, WHY_NOT_TOLD)}


def assessment(case: Case, form: FormDefinition) -> dict[str, Answer]:
    """Return what is typed into the assessment after the first gate, the family's comments last.

    What was typed about the child before is not typed again; what the form does not ask is not typed at all.
    """
    before, after = identity(case), as_answers(case.answers, form, "answers")
    after |= {path: _both(after.get(path), words) for path, words in _comments(case).items()}
    asked = FormSession(form, before | after)
    return {path: answer for path, answer in after.items() if path not in before and asked.is_visible(path)}


def unasked(case: Case, form: FormDefinition) -> list[str]:
    """Return the questions the case answers and the form does not ask, given the other answers."""
    told = identity(case) | as_answers(case.answers, form, "answers")
    asked = FormSession(form, told)
    return [path for path in told if "/" not in path and not asked.is_visible(path)]


def contradictions(case: Case, form: FormDefinition) -> Iterator[str]:
    """Yield a sentence for each question about the child that two parts of the case answer, and answer differently."""
    elsewhere = identity(case)
    for link_id, value in case.answers.items():
        if link_id in form and link_id in elsewhere and value != elsewhere[link_id]:
            yield f"In answers, at {link_id}: another part of the case says something else. Please keep one of them."


def _both(answer: Answer | None, comment: str) -> str:
    """Return what was answered and what was said besides: neither is dropped."""
    return f"{answer}\n{comment}" if isinstance(answer, str) and answer not in {"", comment} else comment


def _comments(case: Case) -> dict[str, str]:
    comments = {"cm.child": case.comments.child, "cm.parent": case.comments.parent}
    return {path: words for path, words in comments.items() if words}


def agreement_to_share(case: Case) -> dict[str, Answer]:
    """Return what the family say at the second gate as the form holds it, but for the lines they hold back."""
    rows = {new_row_id(): service for service in grid(case)}
    typed: dict[str, Answer] = {"c2.list": tuple(rows)}
    for row, service in rows.items():
        typed.update({row_path("c2.list", row, link_id): answer for link_id, answer in _service(service).items()})
    said = case.signature
    if said is not None:
        typed |= {"c2.signer": said.signer, "c2.capacity": said.capacity, "c2.route": said.route}
        typed["c2.witness"] = said.witness if said.route == "spoken" else ""
    return {path: answer for path, answer in typed.items() if answer != ""}


def _service(service: Service) -> dict[str, Answer]:
    typed: dict[str, Answer] = {
        "c2.list.service": service.name,
        "c2.list.kind": service.kind,
        "c2.list.may_see": "yes" if service.may_see else "no",
        "c2.list.until": service.until or "",
    }
    return typed | ({"c2.list.sensitive": True} if service.sensitive else {})


def grid(case: Case) -> list[Service]:
    """Return the rows typed into the sharing grid.

    The desk is asked about by itself. It has a row, under its own name, only where its yes has an end or a limit.
    """
    others = [service for service in case.services if not is_desk(case, service)]
    limits = [service for service in case.services if is_desk(case, service) and (service.until or service.withheld)]
    return others + [msgspec.structs.replace(service, name=DESK.name) for service in limits]


def is_desk(case: Case, service: Service) -> bool:
    """Say whether a row of the case's grid is about the early help desk: it bears the coordinator's agency's name."""
    name = " ".join(service.name.split()).casefold()
    agency = " ".join(case.coordinator.agency.split()).casefold() if case.coordinator is not None else ""
    return name in {agency, *DESK_NAMES}


def desk_may_read(case: Case) -> bool:
    """Say whether the family let the desk read it: as the grid has it, and yes where it does not speak of the desk."""
    return all(service.may_see for service in case.services if is_desk(case, service))


def reaches_desk(case: Case, today: date) -> bool:
    """Say whether anything is to be released to the desk today."""
    ends = [service.until for service in case.services if is_desk(case, service) and service.until]
    return desk_may_read(case) and all(today.isoformat() <= end for end in ends)


def covered(form: FormDefinition, link_ids: Iterable[str]) -> frozenset[str]:
    """Return the questions that some held-back ``linkId``s speak of: themselves, or all of a topic, part or group."""
    whole: set[str] = set()
    for item in form:
        page, line = form.page_of(item.link_id), form.rows_around(item.link_id) or item.link_id
        section = next(section for section in form.sections if page in section.pages)
        names = {item.link_id, line, page.link_id, section.link_id, *_above(item.link_id)}
        if names & set(link_ids):
            whole |= {item.link_id, line}
    return frozenset(whole | {item.link_id for item in form if form.rows_around(item.link_id) in whole})


def _above(link_id: str) -> set[str]:
    parts = link_id.split(".")
    return {".".join(parts[:length]) for length in range(1, len(parts))}

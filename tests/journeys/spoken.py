"""Plays a case through the operations alone, with no window: quick, and with the same gates as the pages have."""

from __future__ import annotations

import json
from collections.abc import Iterator

from larkrise import FORMS, Laptop, Visit

from app.domain.answers import Answer, Answers
from app.domain.gates import FirstGate
from app.domain.record import RecordKind
from app.operations.families import decide
from app.operations.finishing import final_version, sign_and_finish
from app.operations.starting import NotSaidYet, agree_to_start
from app.ui.shell.gatewords import NOT_ELECTRONIC
from demonstration.case import Case
from demonstration.judging import NOT_JUDGED
from demonstration.script import (
    agreement_to_share,
    assessment,
    checklist,
    covered,
    desk_may_read,
    identity,
    people,
    start,
)
from demonstration.sharing import SCRIBBLE

ASSESSMENT = FORMS.by_name("caf-assessment")


def outcome(laptop: Laptop, case: Case) -> tuple[str, Visit]:
    """Return what the program refuses a case with, or an empty string once it is signed; and the visit."""
    visit = laptop.visit()
    with laptop.vault.transaction() as tx:
        decide(tx, laptop.workplace, visit.episode, young_person=case.child.restricted)
    if case.child.restricted:
        visit.judge({"cp.not_yet": NOT_JUDGED})
    visit.write(identity(case) | people(case))
    visit.write(checklist(case, FORMS.by_name("checklist")), RecordKind.CHECKLIST)
    try:
        return _through_the_gates(laptop, case, visit), visit
    except NotSaidYet as stop:
        return " ".join(stop.missing), visit


def _through_the_gates(laptop: Laptop, case: Case, visit: Visit) -> str:
    visit.write(started(case), RecordKind.START)
    with laptop.vault.transaction() as tx:
        gate = agree_to_start(tx, laptop.workplace, visit.episode)
    if gate is not FirstGate.AGREED:
        return NOT_ELECTRONIC
    visit.write(assessment(case, ASSESSMENT))
    visit.write(agreed(case), RecordKind.SHARING)
    with laptop.vault.transaction() as tx:
        final = final_version(tx, laptop.workplace, visit.episode)
    with laptop.vault.transaction() as tx:
        visit.signed.append((final.record, sign_and_finish(tx, laptop.workplace, final)))
    return ""


def started(case: Case) -> Answers:
    """Return the agreement to start, drawn where they sign by hand."""
    typed = start(case)
    return {**typed, "c1.strokes": json.dumps(SCRIBBLE)} if typed.get("c1.how") == "drawn" else typed


def agreed(case: Case) -> Answers:
    """Return the agreement to share, signed as the case says."""
    return {**agreement_to_share(case), **dict(_choices(case)), **dict(_signing(case))}


def _choices(case: Case) -> Iterator[tuple[str, Answer]]:
    yield from (("c2.store", "yes"), ("c2.share", "yes"), ("c2.desk", "yes" if desk_may_read(case) else "no"))
    if case.withheld:
        yield "c2.withheld", tuple(sorted(covered(ASSESSMENT, case.withheld)))


def _signing(case: Case) -> Iterator[tuple[str, Answer]]:
    said = case.signature
    if said is None:
        return
    if said.route == "drawn" and (strokes := SCRIBBLE if said.strokes is None else said.strokes):
        yield "c2.strokes", json.dumps(strokes)
    if said.route == "typed":
        yield "c2.typed_name", said.signer

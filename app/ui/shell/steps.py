"""The steps of one family's record in the order people take them; an open step may be taken at any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.answers import is_blank
from app.domain.gates import FirstGate
from app.forms.definition import Section
from app.forms.session import FormSession, PageStatus
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.ui.shell.othersteps import (
    PEOPLE,
    PEOPLE_TITLE,
    SHELF,
    SHELF_TITLE,
    FormStep,
    endings,
    headed,
    is_other,
    is_other_open,
    other_steps,
    others_in_order,
)
from app.ui.shell.tasklist import ListedSection, ListedStep

WORRY = "ex"
"""The page behind "Worried now?": on the list while its question is open."""
SHARE, SIGN, READ, COPY, WHERE = "share", "sign", "read", "copy", "where"
LAST_STEPS = {
    SHARE: noted("Who may see it"),
    SIGN: noted("Read it together and sign"),
    READ: noted("What was agreed"),
    COPY: noted("Leave a copy"),
    WHERE: noted("Where it is"),
}
FINISHED_STEPS = frozenset({READ, COPY, WHERE})
"""What is left to do once a version is finished; the rest opens again with a new version."""


def form_steps(file: FamilyFile) -> dict[str, FormStep]:
    """Return every step that is a page of a form, by its id, in the order people take them; other forms at the end."""
    return own_steps(file) | other_steps(file)


def own_steps(file: FamilyFile) -> dict[str, FormStep]:
    """Return the pages of the record's own forms."""
    steps: dict[str, FormStep] = {}
    sections = file.assessment.form.sections if file.assessment is not None else ()
    for number, section in enumerate(sections):
        if file.assessment is not None:
            steps.update(_pages(file.assessment, section))
        if number == 0:
            steps.update(_opening_pages(file))
    return steps


def _opening_pages(file: FamilyFile) -> dict[str, FormStep]:
    drafts = [draft for draft in (file.checklist, file.competence, file.start) if draft is not None]
    return {step: page for draft in drafts for section in draft.form.sections for step, page in _pages(draft, section)}


def _pages(draft: OpenDraft, section: Section) -> Iterator[tuple[str, FormStep]]:
    for page in section.pages:
        yield page.link_id, FormStep(page.link_id, draft, page, section.title if section.title != page.title else "")


def provisional(file: FamilyFile) -> frozenset[str]:
    """Return the steps that are open before the family has agreed: registering, the checklist, and asking them."""
    first = file.assessment.form.sections[0].pages if file.assessment is not None else ()
    return frozenset(page.link_id for page in first) | frozenset(_opening_pages(file))


def is_open(file: FamilyFile, step: str) -> bool:
    """Say whether a step may be taken now: nothing is assessed before the first gate, nothing copied before the end."""
    if is_other(file, step):
        return is_other_open(file, step)
    if step == WORRY:
        return file.worry is not None
    if file.assessment is None:
        return step in FINISHED_STEPS
    if step in FINISHED_STEPS:
        return file.finished is not None
    return file.gate is FirstGate.AGREED or step in provisional(file)


def status_of(file: FamilyFile, step: str) -> PageStatus:
    """Say how far a step has come; only a person says that a topic is completed."""
    return _status(file, step, form_steps(file))


def _status(file: FamilyFile, step: str, forms: Mapping[str, FormStep]) -> PageStatus:
    if step == WORRY:
        return PageStatus.IN_PROGRESS
    found = forms.get(step)
    if found is not None:
        return FormSession(found.draft.form, found.draft.answers, found.draft.done).status(found.page.link_id)
    return PageStatus.NOT_STARTED if is_other(file, step) else _last_status(file, step)


def _last_status(file: FamilyFile, step: str) -> PageStatus:
    if file.assessment is None:
        return PageStatus.COMPLETED if step in {SHARE, SIGN} else PageStatus.IN_PROGRESS
    chosen = file.sharing.answers.values() if file.sharing is not None else ()
    if step == SHARE and any(not is_blank(answer) for answer in chosen):
        return PageStatus.IN_PROGRESS
    return PageStatus.NOT_STARTED


def listed(file: FamilyFile) -> tuple[ListedSection, ...]:
    """Return the task list."""
    headings: dict[str, list[ListedStep]] = {}
    if file.worry is not None:
        headings[tr("Safety")] = [ListedStep(WORRY, tr("What was done about it?"), PageStatus.IN_PROGRESS)]
    early, own = provisional(file), own_steps(file)
    forms = own | other_steps(file)
    for step, found in own.items():
        heading = tr("Before you start") if step in early else found.crumb or found.page.title
        headings.setdefault(heading, []).append(_listed(file, step, found.page.title, forms))
    headings[tr("Together, at the end")] = [_listed(file, step, tr(title), forms) for step, title in LAST_STEPS.items()]
    sections = [*headings.items(), *_listed_others(file, forms)]
    return tuple(ListedSection(heading, tuple(steps)) for heading, steps in sections)


def _listed_others(file: FamilyFile, forms: Mapping[str, FormStep]) -> Iterator[tuple[str, list[ListedStep]]]:
    for heading, lines in headed(file):
        yield heading, [_listed(file, step, title, forms) for step, title in lines]


def _listed(file: FamilyFile, step: str, title: str, forms: Mapping[str, FormStep]) -> ListedStep:
    return ListedStep(step, title, _status(file, step, forms), is_open(file, step))


def in_order(file: FamilyFile) -> list[str]:
    """Return the ids of all steps in the order people take them."""
    return [*own_steps(file), *LAST_STEPS, *others_in_order(file)]


def title_of(file: FamilyFile | None, step: str) -> str:
    """Return what a step is called; empty for one that the record does not have."""
    if file is None:
        return ""
    found, ending = form_steps(file).get(step), endings(file).get(step)
    if found is not None:
        return found.page.title
    always = {**LAST_STEPS, SHELF: tr(SHELF_TITLE), PEOPLE: tr(PEOPLE_TITLE)}
    return ending.title if ending is not None else tr(always.get(step, ""))


def neighbour(file: FamilyFile | None, step: str, by: int) -> str:
    """Return the step so many open ones on (or back, below nothing); empty where there is none."""
    steps = [one for one in in_order(file) if is_open(file, one)] if file is not None else []
    at = steps.index(step) + by if step in steps else -1
    return steps[at] if 0 <= at < len(steps) else ""


def first_step(file: FamilyFile | None) -> str:
    """Return the first step that may be taken."""
    return next((step for step in in_order(file) if is_open(file, step)), "") if file is not None else ""


def last_form_step(file: FamilyFile | None) -> str:
    """Return the last page of the assessment, or the first step where it is not open."""
    return "cm" if file is not None and is_open(file, "cm") else first_step(file)

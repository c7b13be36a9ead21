"""The steps of a record's other forms, after its own: their shelf, their pages, and reading each together at the end.

Any two forms may call their pages alike, so that each step is named by its form too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.forms.definition import Page
from app.look.speech import noted, tr
from app.operations.family import FamilyFile, OpenForm
from app.operations.opendrafts import OpenDraft
from app.operations.otherforms import may_begin, use_of
from app.operations.unagreed import names_lines

SHELF, SHELF_TITLE = "other-forms", noted("Other forms")
SHELF_HEADING = noted("When you need them")
PEOPLE, PEOPLE_TITLE = "people-to-ask", noted("People to ask")
READ, SHARE, SIGN, GOES = "read", "share", "sign", "goes"
_ON_THE_SIGN_PAGE = frozenset({"c2.signer", "c2.capacity", "c2.route", "c2.typed_name", "c2.witness", "c2.paper_note"})


@dataclass(frozen=True)
class FormStep:
    """A page of a form: its id among the steps, the draft it is written in, and a small line above its title."""

    step: str
    draft: OpenDraft
    page: Page
    crumb: str


@dataclass(frozen=True)
class Ending:
    """How another form ends: read, and where the family sign it, who may see it and the signing."""

    form: OpenForm
    part: str

    @property
    def title(self) -> str:
        """What the list calls it."""
        if self.part == SHARE:
            return tr("Who may see it")
        if self.part == GOES:
            return tr("Which lines go")
        if self.part == SIGN:
            return tr("Read it together and sign")
        return tr("Read and print") if use_of(self.form.draft.form).print_only else tr("Read and finish")


def page_step(url: str, page: str) -> str:
    """Return the id of a page of the form at an address."""
    return f"{_name(url)}/{page}"


def ending_step(url: str, part: str) -> str:
    """Return the id of a part of how that form ends."""
    return f"{_name(url)}:{part}"


def sharing_step_of(url: str, path: str) -> str:
    """Return on which step a question of the agreement about a form is asked."""
    return ending_step(url, SIGN if path in _ON_THE_SIGN_PAGE else SHARE)


def other_steps(file: FamilyFile) -> dict[str, FormStep]:
    """Return every step that is a page of another form, by its id."""
    return {step.step: step for other in file.others for step in _pages(other.draft)}


def _pages(draft: OpenDraft) -> Iterator[FormStep]:
    for page in draft.form.pages:
        crumb = draft.form.title if draft.form.title != page.title else ""
        yield FormStep(page_step(draft.form.url, page.link_id), draft, page, crumb)


def endings(file: FamilyFile) -> dict[str, Ending]:
    """Return every step at the end of another form, by its id."""
    return {ending_step(one.form.draft.form.url, one.part): one for other in file.others for one in _endings(other)}


def _endings(form: OpenForm) -> tuple[Ending, ...]:
    read = (GOES, READ) if names_lines(form.draft.form) else (READ,)
    parts = (SHARE, SIGN) if use_of(form.draft.form).signed_by_family else read
    return tuple(Ending(form, part) for part in parts)


def others_in_order(file: FamilyFile) -> list[str]:
    """Return the ids of all these steps: the shelf, then form after form."""
    return [SHELF, PEOPLE, *(step for other in file.others for step in _steps_of(other))]


def _steps_of(other: OpenForm) -> list[str]:
    url = other.draft.form.url
    return [step.step for step in _pages(other.draft)] + [ending_step(url, one.part) for one in _endings(other)]


def first_page(file: FamilyFile, url: str) -> str:
    """Return the first step of a form that is being written; the shelf when it is not."""
    found = (step.step for step in other_steps(file).values() if step.draft.form.url == url)
    return next(found, SHELF)


def other_of(file: FamilyFile, draft: OpenDraft) -> OpenForm | None:
    """Return the other form a draft belongs to, itself or as the agreement about it."""
    return next((one for one in file.others if draft is one.draft or draft is one.sharing), None)


def goes_on(step: str) -> bool:
    """Say whether something comes after a part of how a form ends: who may see it, or which lines go."""
    return step.endswith((f":{SHARE}", f":{GOES}"))


def is_other(file: FamilyFile, step: str) -> bool:
    """Say whether a step belongs to the other forms."""
    return step in {SHELF, PEOPLE} or step in other_steps(file) or step in endings(file)


def is_other_open(file: FamilyFile, step: str) -> bool:
    """Say whether such a step may be taken now."""
    page, ending = other_steps(file).get(step), endings(file).get(step)
    draft = page.draft if page is not None else ending.form.draft if ending is not None else None
    return draft is None or may_begin(draft.form, file.gate)


def headed(file: FamilyFile) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the headings of the list with the id and the title of each line."""
    yield tr(SHELF_HEADING), [(SHELF, tr(SHELF_TITLE)), (PEOPLE, tr(PEOPLE_TITLE))]
    pages, ends = other_steps(file), endings(file)
    for other in file.others:
        lines = [(step, pages[step].page.title if step in pages else ends[step].title) for step in _steps_of(other)]
        yield other.draft.form.title, lines


def _name(url: str) -> str:
    return url.rstrip("/").rsplit("/", 1)[-1]

"""Compares what the vault holds with what the case said, answer by answer; it names questions, and never words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from app.domain.answers import Answer, Answers, is_blank, row_answers
from app.domain.record import RecordKind
from app.forms.definition import FormDefinition, FormLibrary, Item, ItemKind
from app.operations.asked import asked_only
from app.operations.families import FORMS
from demonstration.case import Case
from demonstration.hands import in_one_line
from demonstration.script import agreement_to_share, assessment, checklist, identity, people, start

Told = dict[RecordKind, Answers]
TICKED_ON_SIGHT = "c2.list.withheld"
"""Which lines can be held back depends on what was written; whether they were is seen at the desk."""


def told_before(case: Case, forms: FormLibrary) -> Told:
    """Return what is typed until the first gate, by the record it belongs to."""
    return {
        RecordKind.ASSESSMENT: identity(case) | people(case),
        RecordKind.CHECKLIST: checklist(case, forms.by_name("checklist")),
        RecordKind.START: start(case),
    }


def told_after(case: Case, forms: FormLibrary) -> Told:
    """Return what is typed in all, once the first gate was passed."""
    form = forms.by_name("caf-assessment")
    before = told_before(case, forms)
    whole = {**_joined(before[RecordKind.ASSESSMENT], assessment(case, form))}
    return before | {RecordKind.ASSESSMENT: whole, RecordKind.SHARING: agreement_to_share(case)}


def before_signing(told: Answers) -> Answers:
    """Return what the family say about sharing before they come to sign: the grid, and not who signs and how."""
    return {path: answer for path, answer in told.items() if path.split("/", 1)[0] == "c2.list"}


def _joined(first: Answers, second: Answers) -> dict[str, Answer]:
    """Return both; rows of one group typed at two times stand one after the other."""
    both = {**first, **second}
    for path in first.keys() & second.keys():
        one, other = first[path], second[path]
        if isinstance(one, tuple) and isinstance(other, tuple):
            both[path] = one + other
    return both


def unlike(forms: FormLibrary, kind: RecordKind, told: Answers, kept: Answers) -> list[str]:
    """Return the questions of one record whose answer is not as it was told, in the order of the form."""
    form = forms.by_name(FORMS[kind])
    asked = asked_only(form, told)
    return [
        item.link_id for item in form if item.link_id in asked and _said(form, item, asked) != _said(form, item, kept)
    ]


def _said(form: FormDefinition, item: Item, answers: Answers) -> object:
    answer = answers.get(item.link_id)
    if not item.is_rows or is_blank(answer) or not isinstance(answer, tuple):
        return _plain(item, answer)
    return [dict(_cells(form, row)) for row in row_answers(answers, item.link_id)]


def _cells(form: FormDefinition, row: Answers) -> Iterator[tuple[str, object]]:
    for link_id, answer in row.items():
        if link_id == TICKED_ON_SIGHT:
            continue
        said = _plain(form.item(link_id), answer)
        if said is not None:
            yield link_id, said


def _plain(item: Item, answer: Answer | None) -> object:
    """Return an answer as two people would call it the same: letters composed, line breaks alike, no tick no answer."""
    if answer is None or answer is False or is_blank(answer):
        return None
    if isinstance(answer, tuple):
        return frozenset(map(_text, answer))
    if not isinstance(answer, str):
        return answer
    return _text(answer if item.kind is ItemKind.TEXT else in_one_line(answer))


def _text(words: str) -> str:
    return unicodedata.normalize("NFC", re.sub("\r\n|\r|\u2028|\u2029", "\n", words).replace("\xa0", " "))

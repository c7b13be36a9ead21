"""Reading a case file (``docs/case.md``): whatever is not as described is refused, with its place, before it starts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn

import msgspec

from app.domain.answers import Answers
from app.forms.definition import FormDefinition, FormLibrary
from app.forms.fhir import UNWRITABLE
from app.forms.validation import faults
from demonstration.case import Case, CaseFaulty
from demonstration.script import agreement_to_share, assessment, checklist, contradictions, identity, people, start

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes: more than any family's visit needs."""
MOST_SENTENCES = 12
_PLACE = re.compile(r" - at (?:key in )?`\$\.?(.*)`$")
_KINDS = {
    "str": "text",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object in braces",
    "null": "null",
    "float": "a number",
}


def read_case(path: Path, forms: FormLibrary) -> Case:
    """Return the case in a file. Raises ``CaseFaulty`` with the place of everything that is wrong, one a line."""
    given = _object_in(path)
    _refuse_any(_unwritable(given, ""))
    try:
        case = msgspec.convert(given, Case, strict=True)
    except msgspec.ValidationError as fault:
        raise CaseFaulty(_kindly(str(fault))) from None
    _refuse_any(_wrong_in_itself(case))
    _refuse_any(_wrong_for_the_forms(case, forms))
    return case


def _refuse_any(sentences: Iterable[str]) -> None:
    said = list(sentences)
    if said:
        more = [f"And {len(said) - MOST_SENTENCES} more."] if len(said) > MOST_SENTENCES else []
        raise CaseFaulty("\n".join([*said[:MOST_SENTENCES], *more]))


def _object_in(path: Path) -> object:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise CaseFaulty("The case file is larger than any family's visit. Please check that it is the right file.")
        return json.loads(_text_in(path), object_pairs_hook=_each_once, parse_constant=_no_number)
    except OSError as fault:
        raise CaseFaulty(f"The case file could not be read ({fault.strerror}). Please check where it is.") from fault
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise CaseFaulty(f"The case file is not JSON: {fault.msg}, at {where}. Please check it there.") from fault
    except RecursionError as fault:
        raise CaseFaulty("The case file has lists within lists without end. Please check it.") from fault
    except ValueError as fault:
        raise CaseFaulty("The case file has a number too long to read. Please check it.") from fault


def _text_in(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise CaseFaulty(f"The case file is not UTF-8 text, at byte {fault.start}. Please save it as UTF-8.") from fault
    if not text.strip():
        raise CaseFaulty("The case file is empty. Please check that it is the right file.")
    return text


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    given: dict[str, object] = {}
    for key, value in pairs:
        if key in given:
            raise CaseFaulty(f"In the case file, “{key}” stands twice in one place. Please keep one of them.")
        given[key] = value
    return given


def _no_number(word: str) -> NoReturn:
    raise CaseFaulty(f"In the case file, {word} is no number. Please leave it out.")


def _unwritable(value: object, place: str) -> Iterator[str]:
    match value:
        case str():
            if UNWRITABLE.search(value):
                yield f"In {place or 'the case'}: there is a character that cannot be kept. Please type it again."
        case dict():
            for key, inner in value.items():
                yield from _unwritable(key, place)
                yield from _unwritable(inner, f"{place}.{key}".lstrip("."))
        case list():
            for number, inner in enumerate(value, 1):
                yield from _unwritable(inner, f"{place}, number {number}")


def _kindly(said: str) -> str:
    """Return a sentence about a key or a kind that is not as described, from what the decoder says of it."""
    found = _PLACE.search(said)
    what, place = (said[: found.start()], found[1] or "the case") if found else (said, "the case")
    place = place.replace("[...]", " (one of the list)").replace("[", " (number ").replace("]", ")")
    if unknown := re.fullmatch(r"Object contains unknown field `(.*)`", what):
        return f"In {place}: a case file knows no “{unknown[1]}”. Please check its name, or leave it out."
    if missing := re.fullmatch(r"Object missing required field `(.*)`", what):
        return f"In {place}: “{missing[1]}” is missing. Please add it."
    if kinds := re.fullmatch(r"Expected `(.*)`, got `(.*)`", what):
        wanted = " or ".join(_KINDS.get(kind, kind) for kind in kinds[1].split(" | "))
        return f"In {place}: this should be {wanted}, and it is {_KINDS.get(kinds[2], kinds[2])}."
    if what.startswith("Invalid enum value"):
        return f"In {place}: this is not one of the words that docs/case.md names. Please choose one of them."
    return f"In {place}: this is not as docs/case.md describes. Please check it."


def _wrong_in_itself(case: Case) -> Iterator[str]:
    """Yield a sentence for each date that is none, for each contradiction, and for each name left out at work."""
    for place, day in _days(case):
        if day is not None and not _is_day(day):
            yield f"In {place}: this is not a date. Please write it with year, month and day, such as 2026-11-22."
    if case.expect.finished and case.expect.refused:
        yield "In expect: it cannot end both ways. Please keep one of “finished” and “refused”."
    for place, person in (("practitioner", case.practitioner), ("coordinator", case.coordinator)):
        for key in ("name", "role", "agency") if person is not None else ():
            if not str(getattr(person, key)).strip():
                yield f"In {place}: “{key}” is empty. Please write it."


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _days(case: Case) -> Iterator[tuple[str, str | None]]:
    yield "child.born", case.child.born
    yield "child.expected", case.child.expected
    for number, member in enumerate(case.household, 1):
        yield f"household, number {number}, born", member.born
    for number, service in enumerate(case.services, 1):
        yield f"services, number {number}, until", service.until


def _wrong_for_the_forms(case: Case, forms: FormLibrary) -> Iterator[str]:
    """Yield a sentence for each answer that is to no question of its form, or is not of the question's kind."""
    form = forms.by_name("caf-assessment")
    typed: dict[str, tuple[FormDefinition, Answers]] = {
        "child": (form, identity(case)),
        "household": (form, people(case)),
        "consent_to_start": (forms.by_name("agreement-to-start"), start(case)),
        "services or signature": (forms.by_name("agreement-to-share"), agreement_to_share(case)),
    }
    for place, make in (("answers", assessment), ("checklist", checklist)):
        asked = form if place == "answers" else forms.by_name("checklist")
        try:
            typed[place] = asked, make(case, asked)
        except CaseFaulty as fault:
            yield from str(fault).splitlines()
    for place, (asked, answers) in typed.items():
        yield from (f"In {place}, at {one.link_id}: {one.sentence}" for one in faults(asked, answers))
    yield from contradictions(case, form)
    yield from _unknown_lines(case, form)


def _unknown_lines(case: Case, form: FormDefinition) -> Iterator[str]:
    """Yield a sentence for each line held back that is no question, topic or part of the form."""
    known = lines_of(form)
    held: Mapping[str, Iterable[str]] = {
        "withheld": case.withheld,
        **{f"services, number {n}, withheld": service.withheld for n, service in enumerate(case.services, 1)},
    }
    for place, link_ids in held.items():
        for link_id in link_ids:
            if link_id not in known:
                yield f"In {place}: there is no question {link_id} in the form. Please check its name."


def lines_of(form: FormDefinition) -> frozenset[str]:
    """Return every ``linkId`` under which something can be held back: questions, groups, topics and parts."""
    whole: set[str] = {item.link_id for item in form}
    whole |= {page.link_id for page in form.pages} | {section.link_id for section in form.sections}
    parts = (link_id.split(".") for link_id in set(whole))
    return frozenset(whole | {".".join(part[:length]) for part in parts for length in range(1, len(part))})

"""What is still missing before a CAF is signed off, and which answers cannot be kept as they are; it mends nothing.

Few answers are ever required, and only at the end; "I don't know" is an answer. No sentence here repeats what was
written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.answers import Absent, AbsentReason, Answer, Answers, is_blank, link_id_of, row_answers, rows_of
from app.domain.ids import RowId
from app.forms.definition import FormDefinition, Item, ItemKind
from app.forms.fhir import UNWRITABLE, is_date
from app.forms.session import FormSession
from app.said import said

LONGEST_TEXT = 20_000
"""Characters in one answer where the form names no other length: about ten pages."""


@dataclass(frozen=True)
class Missing:
    """Something that has to be there before sign-off: where to write it, on which page, and a kind sentence."""

    link_id: str
    page: str
    sentence: str


@dataclass(frozen=True)
class Fault:
    """An answer that cannot be kept as it is: where it is, and a kind sentence that does not repeat it."""

    path: str
    link_id: str
    sentence: str


@dataclass(frozen=True)
class _Needed:
    link_id: str
    sentence: str
    is_there: Callable[[Answers], bool]


def missing_at_sign_off(form: FormDefinition, answers: Answers, *, agreed_by: str = "") -> tuple[Missing, ...]:
    """Return what a CAF assessment still needs, in the order of the form; empty when it may be signed off.

    ``agreed_by`` is the name of the person who agreed to start: somebody who took part. The rules are those of the
    national form's starred fields (S4 4.4, 4.7, 4.13) and no more; consent and sharing have records of their own.
    """
    lacking = [needed for needed in SIGN_OFF if needed.link_id in form and not needed.is_there(answers)]
    if agreed_by.strip():
        lacking = [needed for needed in lacking if needed.is_there is not has_somebody_who_took_part]
    return tuple(Missing(needed.link_id, form.page_of(needed.link_id).link_id, needed.sentence) for needed in lacking)


def missing_required(form: FormDefinition, answers: Answers) -> tuple[Missing, ...]:
    """Return what a form itself says must be answered, is asked now, and has no answer; in the order of the form."""
    paths = (path for path in FormSession(form, answers).visible_paths() if form.item_at(path).required)
    blank = (link_id_of(path) for path in paths if is_blank(answers.get(path)))
    return tuple(Missing(one, form.page_of(one).link_id, "This is not answered yet.") for one in blank)


def _is_said(answers: Answers, link_id: str) -> bool:
    """Say whether there is a real answer: neither blank nor a reason for none."""
    given = answers.get(link_id)
    return not is_blank(given) and not isinstance(given, Absent)


def _is_given(answers: Answers, link_id: str) -> bool:
    """Say whether there is an answer or a reason for none."""
    return not is_blank(answers.get(link_id))


def _any_said(answers: Answers, ending: str) -> bool:
    return any(path.endswith(ending) and _is_said(answers, path) for path in answers)


def _has_row(answers: Answers, group: str) -> bool:
    return any(not is_blank(given) for row in row_answers(answers, group) for given in row.values())


def has_name(answers: Answers) -> bool:
    """Look for a given name; an unborn baby may go by the family's (national form: naming rule)."""
    named = _is_said(answers, "id.given")
    return named or (answers.get("id.unborn") is True and _is_said(answers, "id.family"))


def has_birth_or_expected_date(answers: Answers) -> bool:
    """Look for a date of birth, or the date the baby is expected (S4 3.4: unborn children too)."""
    return _is_said(answers, "id.dob") or _is_said(answers, "id.edd")


def has_safe_address(answers: Answers) -> bool:
    """Look for an address, a reason for none, or the wish to keep it secret (S0 IDX: shielding)."""
    return _is_given(answers, "id.address") or answers.get("id.address_confidential") is True


def has_reason(answers: Answers) -> bool:
    """Look for what led to the assessment (national form, starred)."""
    return _is_said(answers, "as.reason")


def has_somebody_who_took_part(answers: Answers) -> bool:
    """Look for somebody who was there (national form: people present)."""
    return _has_row(answers, "as.present")


def has_strength(answers: Answers) -> bool:
    """Look for at least one thing that is going well (S4 2.4)."""
    return _any_said(answers, ".strengths")


def has_need_or_none_found(answers: Answers) -> bool:
    """Look for at least one need, or the plain statement that there is none (S4 3.5, 4.7)."""
    none_found = Absent(AbsentReason.NOTHING_TO_ADD)
    none = any(path.endswith(".needs") and given == none_found for path, given in answers.items())
    no_needs = answers.get("co.level") == "no additional needs"
    return none or no_needs or _any_said(answers, ".needs") or _is_given(answers, "co.needs")


_OWN_VOICE = (".words", "fw.child.said", "ch.well", "ch.worries", "ch.wishes", "ch.strokes", "ch.saw")
"""Where a child's own words, drawing, or what was seen of a child who does not talk yet, may stand."""


def has_childs_voice(answers: Answers) -> bool:
    """Look for the child's own words, or how they were heard, or why not (S4 4.13)."""
    own = any(_any_said(answers, ending) for ending in _OWN_VOICE)
    return own or _is_given(answers, "cm.child") or _is_given(answers, "as.absent_why")


def has_conclusion(answers: Answers) -> bool:
    """Look for what it all comes to (S4 4.4 step 2; S2 4(iii)): a need alone does not say it yet."""
    return _is_said(answers, "co.level") or _is_said(answers, "co.analysis")


def has_next_step(answers: Answers) -> bool:
    """Look for what happens next, one action, or a reason for none (S4 4.4 step 3; S2 4(iii))."""
    return _is_given(answers, "co.next") or _has_row(answers, "ac")


SIGN_OFF = (
    _Needed("id.given", "There is no name for the child yet.", has_name),
    _Needed("id.dob", "There is no date of birth or expected date yet.", has_birth_or_expected_date),
    _Needed("id.address", "There is no address yet. A reason for none is fine too.", has_safe_address),
    _Needed("as.reason", "It does not say yet why we are talking now.", has_reason),
    _Needed("as.present", "It does not say yet who took part.", has_somebody_who_took_part),
    _Needed("co.strengths", "Nothing that is going well has been written down yet.", has_strength),
    _Needed("co.needs", "No need has been written down yet. You can say that there is none.", has_need_or_none_found),
    _Needed("co.level", "There is no conclusion yet.", has_conclusion),
    _Needed("co.next", "It does not say yet what happens next.", has_next_step),
    _Needed("cm.child", "The child's own voice is not here yet, or a reason why not.", has_childs_voice),
)
"""What sign-off needs of the assessment itself; everything else may stay empty."""


def faults(form: FormDefinition, answers: Answers) -> tuple[Fault, ...]:
    """Return every answer that cannot be kept as it is, in the order given; blank ones are fine, nothing is required.

    A reason in place of an answer is fine wherever the form does not say that the question is required.
    """
    return tuple(
        Fault(path, link_id_of(path), sentence)
        for path, given in answers.items()
        for sentence in _sentences(form, answers, path, given)
    )


def _sentences(form: FormDefinition, answers: Answers, path: str, given: Answer) -> Iterator[str]:
    if link_id_of(path) not in form:
        yield "There is no question of this name in the form."
    elif not _is_in_place(form, answers, path):
        yield "This answer stands in the wrong place in the form."
    elif isinstance(given, Absent):
        if form.item_at(path).required:
            yield "This one needs an answer; a reason for none is not enough."
    elif not is_blank(given):
        yield from _CHECKS[form.item_at(path).kind](form.item_at(path), given)


def _is_in_place(form: FormDefinition, answers: Answers, path: str) -> bool:
    link_id = link_id_of(path)
    group = form.rows_around(link_id)
    if group is None:
        return path == link_id
    parts = path.split("/")
    return (
        len(parts) == len(("group", "row", "item")) and parts[0] == group and RowId(parts[1]) in rows_of(answers, group)
    )


def _text(item: Item, given: Answer) -> Iterator[str]:
    if isinstance(given, str):
        yield from _words(item, given)
    else:
        yield "This should be written in words."


def _words(item: Item, given: str) -> Iterator[str]:
    longest = item.max_length or LONGEST_TEXT
    if len(given) > longest:
        yield f"This is too long: please keep it under {longest:,} characters."
    if UNWRITABLE.search(given):
        yield "This holds a character that cannot be kept. Please type it again."


def _date(_: Item, given: Answer) -> Iterator[str]:
    if not is_date(given):
        yield "This is not a date. Please write the year with four numbers, and the month and day where they are known."


def _boolean(_: Item, given: Answer) -> Iterator[str]:
    if not isinstance(given, bool):
        yield "This should be true or false."


def _integer(item: Item, given: Answer) -> Iterator[str]:
    if isinstance(given, bool) or not isinstance(given, int):
        yield "This should be a whole number."
    elif item.minimum is not None and given < item.minimum:
        yield said("This should be {minimum} or more.", minimum=item.minimum)
    elif item.maximum is not None and given > item.maximum:
        yield said("This should be {maximum} or less.", maximum=item.maximum)


def _choice(item: Item, given: Answer) -> Iterator[str]:
    if item.repeats and not isinstance(given, tuple):
        yield "This should be a list of choices."
    elif not item.repeats and not isinstance(given, str):
        yield "This should be one choice."
    else:
        yield from _codes(item, given if isinstance(given, tuple) else (str(given),))


def _codes(item: Item, codes: Iterable[str]) -> Iterator[str]:
    for code in codes:
        if item.option(code) is None and item.kind is ItemKind.CHOICE:
            yield "This is not one of the choices the form offers."
        yield from _words(item, code)


def _rows(_: Item, given: Answer) -> Iterator[str]:
    if not isinstance(given, tuple):
        yield "This should be a list of rows."
    elif len(set(given)) < len(given) or any(not row or "/" in row for row in given):
        yield "Its rows cannot be told apart."


_CHECKS: dict[ItemKind, Callable[[Item, Answer], Iterator[str]]] = {
    ItemKind.TEXT: _text,
    ItemKind.STRING: _text,
    ItemKind.DATE: _date,
    ItemKind.BOOLEAN: _boolean,
    ItemKind.INTEGER: _integer,
    ItemKind.CHOICE: _choice,
    ItemKind.OPEN_CHOICE: _choice,
    ItemKind.GROUP: _rows,
}

"""Every field of the guidance for what comes before and during an assessment is in a form, or it is said where it is.

The table beside this test has one line for each field: its type in the guidance, whether it is needed, who fills it in,
the form and the questions that hold it, whether sign-off needs it or a page reminds of it, and what is held otherwise.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.answers import Answers
from app.domain.gates import missing_at_first_gate, missing_at_second_gate
from app.forms.definition import FormDefinition, FormLibrary, Item, ItemKind
from app.forms.reminding import good_to_have
from app.forms.validation import SIGN_OFF
from app.paths import resources

ROOT = Path(__file__).parents[2]
LIBRARY = FormLibrary(resources() / "forms")
NOT_A_QUESTION = "-"


@dataclass(frozen=True)
class Field:
    """One line of the table."""

    field: str
    type: str
    need: str
    who: str
    form: str
    questions: str
    mark: str
    held: str


with (Path(__file__).parent / "data" / "fields.csv").open(encoding="utf-8", newline="") as _table:
    FIELDS = [Field(**line) for line in csv.DictReader(_table)]
ASKED = [field for field in FIELDS if field.form != NOT_A_QUESTION]


def codes(item: Item) -> list[str]:
    return [option.code for option in item.options]


def is_choice(item: Item) -> bool:
    return item.kind in {ItemKind.CHOICE, ItemKind.OPEN_CHOICE}


FITS: dict[str, Callable[[Item], bool]] = {
    "text": lambda item: item.kind in {ItemKind.STRING, ItemKind.TEXT, ItemKind.OPEN_CHOICE},
    "long": lambda item: item.kind is ItemKind.TEXT,
    "why": lambda item: item.kind is ItemKind.TEXT,
    "date": lambda item: item.kind is ItemKind.DATE,
    "choice": lambda item: is_choice(item) and not item.repeats and len(item.options) > 1,
    "multi": lambda item: is_choice(item) and item.repeats,
    "bool": lambda item: item.kind is ItemKind.BOOLEAN,
    "yn": lambda item: codes(item) == ["yes", "no"],
    "ynu": lambda item: codes(item) == ["yes", "no", "not sure"],
    "scale": lambda item: (item.minimum, item.maximum) == (0, 10),
    "group*": lambda item: item.is_rows,
}
"""What a type of the guidance is in a form; a type that is not here must be explained in the table."""


def held_by(field: Field) -> list[Item]:
    form = LIBRARY.by_name(field.form)
    return [form.item(link_id) for link_id in field.questions.split()]


def test_no_field_stands_in_the_table_twice_and_each_says_something() -> None:
    assert len({field.field for field in FIELDS}) == len(FIELDS)
    assert [field.field for field in FIELDS if not field.questions and not field.held] == []


@pytest.mark.parametrize("form", sorted({field.form for field in ASKED}))
def test_each_field_is_in_its_form_with_its_type_or_it_is_said_why_not(form: str) -> None:
    wrong = [
        f"{field.field}: {part}"
        for field in ASKED
        if field.form == form
        for part in field.type.split(" + ")
        if not any(part in FITS and FITS[part](item) for item in held_by(field)) and not field.held
    ]
    assert wrong == []


def test_what_the_program_sets_itself_is_no_question_and_stands_in_the_document() -> None:
    document = (ROOT / "docs" / "forms.md").read_text(encoding="utf-8")
    set_by_itself = [field for field in FIELDS if field.form == NOT_A_QUESTION]
    assert set_by_itself
    assert [field.field for field in set_by_itself if f"| `{field.field}` | {field.held} |" not in document] == []


def test_no_question_of_the_newest_forms_is_outside_the_table_without_a_place_in_it() -> None:
    """What the table leaves out are parts of rows, words beside a choice, and a few questions that are our own."""
    named = {link_id for field in ASKED for link_id in field.questions.split()}
    for name in {field.form for field in ASKED}:
        form = LIBRARY.by_name(name)
        asked = [item.link_id for item in form if form.rows_around(item.link_id) is None]
        rest = [one for one in asked if not {one, one.removesuffix(".why"), one.removesuffix("_note")} & named]
        assert set(rest) <= OF_OUR_OWN


OF_OUR_OWN = {
    *("id.known_as", "cm.child_share", "sv.services", "sv.unmet", "pc", "c1.backup", "c1.interpreter", "c1.language"),
    *("c2.desk", "c2.wording", "c2.wording_version", "c2.wording_language"),
    *("cp.first_on", "cp.second_on", "cp.one_meeting", "cp.view", "cp.not_yet", "cp.meetings", "ex.done", "req.on"),
    *("sn.held_by", "id.given", "id.family", "id.dob"),
    *("c1.shown", "fh.people.brings", "c1.said_back", "fw.child", "fw.says", "ch.show"),
    *(
        f"ch.{part}"
        for part in ("kind", "on", "present", "first", "well", "worries", "wishes", "names", "scale", "saw")
    ),
    *("ch.strokes", "ch.drawing_said", "fh.map", "fh.map_by"),
    *(f"id.attend.{part}" for part in ("possible", "attended", "late", "said")),
}
"""What the guidance does not ask in so many words, and the family or their worker need."""


def fillers(who: str) -> set[str]:
    known = {"P": "practitioner", "CY": "child", "PC": "parent"}
    return {known[each] for each in who.replace("/", ", ").split(", ") if each in known}


def test_it_is_said_who_fills_a_question_in_where_it_is_not_the_worker_alone() -> None:
    shared = [field for field in ASKED if fillers(field.who) & {"child", "parent"} and not field.held]
    wrong = [
        field.field for field in shared if set(held_by(field)[0].filled_by or ("practitioner",)) != fillers(field.who)
    ]
    assert wrong == []
    assert len(shared) > 100


def test_what_the_worker_fills_in_alone_says_nothing_else() -> None:
    alone = [field for field in ASKED if fillers(field.who) == {"practitioner"}]
    assert [f.field for f in alone if set(held_by(f)[0].filled_by) - {"practitioner"}] == []


def test_a_page_reminds_of_the_other_needed_fields_and_of_nothing_else() -> None:
    for field in ASKED:
        assert any(item.good_to_have for item in held_by(field)) is (field.mark == "reminder"), field.field
        assert field.mark or not field.need.startswith("F") or field.held, field.field


def test_only_what_sign_off_and_the_two_gates_need_is_marked_as_required() -> None:
    required = {link_id for field in ASKED if field.mark == "required" for link_id in field.questions.split()}
    assert {needed.link_id for needed in SIGN_OFF} <= required
    assert missing_at_first_gate({})
    assert missing_at_second_gate({})
    must = {item.link_id for name in {f.form for f in ASKED} for item in LIBRARY.by_name(name) if item.required}
    assert must <= required


CAF = LIBRARY.by_name("caf-assessment")


def reminded(form: FormDefinition, page: str, **answers: str | tuple[str, ...]) -> tuple[str, ...]:
    return good_to_have(form, form.page(page), {path.replace("__", "."): given for path, given in answers.items()})


def test_a_page_nobody_has_begun_reminds_of_nothing() -> None:
    assert reminded(CAF, "id") == ()
    assert reminded(CAF, "d1.speech", d1__speech__needs="A few words") == ()


def test_a_page_that_was_begun_reminds_of_what_is_still_good_to_have_until_it_is_there() -> None:
    assert reminded(CAF, "id", id__given="Mason") == ("Family name", "Sex or gender")
    assert reminded(CAF, "id", id__given="Mason", id__family="Reid") == ("Sex or gender",)
    assert reminded(CAF, "id", id__given="Mason", id__family="Reid", id__sex="male") == ()


def test_what_is_missing_in_several_rows_is_said_once() -> None:
    answers: Answers = {"ac": ("0a0a0a0a", "0b0b0b0b"), "ac/0a0a0a0a/ac.who": "Carly", "co.review": "2027-01-12"}
    assert good_to_have(CAF, CAF.page("plan"), answers) == (
        *("What should be different?", "What will be done?", "Who will do it?", "By when?"),
    )

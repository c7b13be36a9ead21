"""Answers of every kind to any form, made up by hypothesis; whatever it makes may be kept (``validation.faults``)."""

from datetime import date
from unicodedata import normalize

from hypothesis import strategies as st

from app.domain.answers import Absent, AbsentReason, Answer, row_path
from app.domain.ids import RowId
from app.forms.definition import FormDefinition, Item, ItemKind
from app.forms.validation import LONGEST_TEXT

ODD_WORDS = (
    "\N{GRINNING FACE}\N{ZERO WIDTH JOINER}\N{FAMILY}",
    "اس نے کہا: «میں ٹھیک ہوں» (2026)",
    "Siân Ní Bhriain <b>&amp;</b> \"quoted\" 'it' \\ /",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc\N{POP DIRECTIONAL FORMATTING}",
    "pasted\N{NO-BREAK SPACE}from\N{LINE SEPARATOR}elsewhere\N{EM SPACE}",
    "one\ntwo\r\n\tthree",
    "x" * LONGEST_TEXT,
    "\N{PILE OF POO}" * LONGEST_TEXT,
)
TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), min_size=1, max_size=40)
WORDS = TYPED.map(lambda text: normalize("NFC", text))
"""Text as a vault holds it."""
TEXTS = (WORDS | st.sampled_from(ODD_WORDS)).filter(lambda text: bool(text.strip()))
DAYS = st.dates(date(1, 1, 1))
DATES = DAYS.map(str) | DAYS.map(lambda day: str(day)[:7]) | DAYS.map(lambda day: str(day)[:4])
ROWS = st.sampled_from([0, 1, 2, 3, 100]).map(lambda rows: tuple(f"{row:08x}" for row in range(rows)))


def value_of(item: Item) -> st.SearchStrategy[Answer]:
    """Return a strategy of values the item takes."""
    codes = st.sampled_from([option.code for option in item.options] or ["d1.speech.needs"])
    texts = codes | TEXTS if item.kind is ItemKind.OPEN_CHOICE else codes
    match item.kind:
        case ItemKind.CHOICE | ItemKind.OPEN_CHOICE:
            return st.lists(texts, min_size=1, max_size=3, unique=True).map(tuple) if item.repeats else texts
        case ItemKind.DATE:
            return DATES
        case ItemKind.INTEGER:
            return st.integers(item.minimum or 0, item.maximum or 10)
        case ItemKind.BOOLEAN:
            return st.booleans()
    return TEXTS


def answer_to(item: Item) -> st.SearchStrategy[Answer]:
    """Return a strategy of values, and of reasons for none where one is enough."""
    reasons = st.sampled_from(AbsentReason).map(Absent)
    return value_of(item) if item.required else value_of(item) | reasons


@st.composite
def filled(draw: st.DrawFn, form: FormDefinition) -> dict[str, Answer]:
    """Answer some of the form's questions, with up to a hundred rows in a repeating group, of which one says much."""
    answers: dict[str, Answer] = {}
    for item in draw(st.lists(st.sampled_from(list(form)), max_size=12, unique_by=lambda item: item.link_id)):
        group = form.rows_around(item.link_id)
        if item.is_rows:
            answers.setdefault(item.link_id, draw(ROWS.filter(bool) | st.sampled_from(AbsentReason).map(Absent)))
        elif group is None:
            answers[item.link_id] = draw(answer_to(item))
        else:
            rows = answers.setdefault(group, draw(ROWS.filter(bool)))
            if isinstance(rows, tuple):
                answers[row_path(group, RowId(rows[-1]), item.link_id)] = draw(answer_to(item))
    return answers

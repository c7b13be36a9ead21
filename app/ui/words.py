"""Saying things in plain words: ages, days, times, and answers as a person would read them aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from app.domain.answers import Absent, AbsentReason, Answer, Answers, is_blank
from app.domain.peoplemap import MAP, OnMap, people_on
from app.domain.strokes import DRAWING, Strokes, strokes_in
from app.forms.definition import FormDefinition, Item, ItemKind, Page
from app.forms.session import Entry, FormSession
from app.look.speech import noted, tr
from app.storage.children import ChildSummary
from app.ui.counting import counted
from app.ui.days import date_in_words, day_in_words, short_day
from app.ui.states import ReadLine, ReadSection

REASONS = {
    AbsentReason.NOTHING_TO_ADD: noted("Nothing to add"),
    AbsentReason.NOT_TALKED_ABOUT: noted("Not talked about yet"),
    AbsentReason.NOT_KNOWN: noted("Not known"),
    AbsentReason.DECLINED: noted("Chose not to say"),
}
PEOPLE_AROUND = noted("The map of people")
YES_NO = {True: noted("Yes"), False: noted("No")}
ALONE = noted("Do not contact home. The young person decides.")
"""What stands beside a restricted child wherever the name does."""
_QUOTED = frozenset({"cm.child", "cm.parent", "ch.well", "ch.worries", "ch.wishes", "ch.drawing_said"})
_MONTHS_IN_YEAR = 12
_SHOW_MONTHS_UNDER = 24


def name_of(summary: ChildSummary) -> str:
    """Return how a child is called in lists and banners; never empty."""
    first = summary.likes_to_be_called or summary.given
    return " ".join(part for part in (first, summary.family) if part) or tr("New child")


def initials_of(summary: ChildSummary) -> str:
    """Return one or two letters for the round picture beside a name."""
    parts = [part for part in (summary.likes_to_be_called or summary.given, summary.family) if part]
    return "".join(part[0] for part in parts).upper() or "–"


def age_of(summary: ChildSummary, today: date) -> str:
    """Return a child's age, or when a baby is expected, in words; empty when neither is known."""
    if summary.born is None:
        return tr("expected {day}").format(day=short_day(summary.expected)) if summary.expected else ""
    months = (today.year - summary.born.year) * _MONTHS_IN_YEAR + today.month - summary.born.month
    months -= today.day < summary.born.day
    if months < 0:
        return tr("born {day}").format(day=short_day(summary.born))
    if months < _SHOW_MONTHS_UNDER:
        return counted(months, "month")
    return counted(months // _MONTHS_IN_YEAR, "year")


def who_of(summary: ChildSummary, today: date) -> str:
    """Return age and birth date, which tell apart children of one name; a baby not born yet has only the one."""
    age = age_of(summary, today)
    born = tr("born {day}").format(day=short_day(summary.born)) if summary.born else ""
    return age if age == born else ", ".join(part for part in (age, born) if part)


def clock_time(at: datetime) -> str:
    """Return the local time of day: ``15:12``."""
    return at.astimezone().strftime("%H:%M")


def saved_words(at: datetime) -> str:
    """Return when everything typed was on the disk of this laptop."""
    return tr("Saved on this laptop at {time}").format(time=clock_time(at))


def day_and_time(at: datetime) -> str:
    """Return ``15:12 on Tuesday 6 October 2026``, local."""
    return tr("{time} on {day}").format(time=clock_time(at), day=day_in_words(at.astimezone().date()))


def answer_in_words(item: Item, answer: Answer) -> str:
    """Return an answer as a person would read it."""
    match answer:
        case Absent(reason):
            return tr(REASONS[reason])
        case bool():
            return tr(YES_NO[answer])
        case int():
            return tr("{answer} out of 10").format(answer=answer) if item.maximum == 10 else str(answer)  # noqa: PLR2004 - the 0 to 10 scale
        case tuple():
            return ", ".join(item.display_of(code) for code in answer)
        case _ if item.kind is ItemKind.DATE:
            return date_in_words(answer)
    return item.display_of(answer) if item.options else answer


def drawing_in_words(strokes: Strokes) -> str:
    """Return what a drawing is to whoever cannot see it."""
    return tr("A drawing of {lines}").format(lines=counted(len(strokes), "line"))


def map_in_words(people: tuple[OnMap, ...]) -> str:
    """Return what a map of people is to whoever cannot see it; each of them stands in words beside it."""
    return tr("A map of {people}").format(people=counted(len(people), "person"))


def _on_map(entry: Entry) -> tuple[OnMap, ...]:
    rows = tuple(str(row.row_id) for row in entry.rows)
    cells = {cell.path: cell.answer for row in entry.rows for cell in row.entries if cell.answer is not None}
    return people_on({entry.path: rows, **cells})


def reading_of(form: FormDefinition, answers: Answers) -> tuple[ReadSection, ...]:
    """Return everything answered, page by page in the order of the form; strengths stand before needs there."""
    sections = (page_reading(form, answers, page) for page in form.pages)
    return tuple(section for section in sections if section.lines)


def page_reading(form: FormDefinition, answers: Answers, page: Page) -> ReadSection:
    """Return everything answered on one page."""
    state = FormSession(form, answers).page_state(page.link_id)
    return ReadSection(page.title, tuple(_lines(state.entries)))


def _lines(entries: Iterable[Entry]) -> Iterator[ReadLine]:
    for entry in entries:
        if entry.item.link_id == MAP and (people := _on_map(entry)):
            yield ReadLine(MAP, tr(PEOPLE_AROUND), map_in_words(people), people=people)
        for number, row in enumerate(entry.rows, start=1):
            yield from _row_lines(entry, number, row.entries)
        yield from _lines(entry.entries)
        if (
            entry.item.kind is not ItemKind.GROUP
            and not entry.item.hidden
            and not is_blank(entry.answer)
            and entry.answer is not None
        ):
            yield _line(entry, entry.item.text, entry.answer)
        if entry.item.link_id == DRAWING and isinstance(entry.answer, str) and entry.answer:
            words = drawing_in_words(strokes_in(entry.answer))
            yield ReadLine(DRAWING, entry.item.text, words, strokes=entry.answer)


def _row_lines(entry: Entry, number: int, cells: Iterable[Entry]) -> Iterator[ReadLine]:
    """Yield one line for a whole row: what belongs together is read together."""
    asked = [cell for cell in cells if not cell.item.hidden]
    said = [cell for cell in asked if not is_blank(cell.answer) and cell.answer is not None]
    words = "\n".join(f"{_asked(cell)} {answer_in_words(cell.item, cell.answer)}" for cell in said if cell.answer)
    if words:
        yield ReadLine(entry.item.link_id, f"{entry.item.text} {number}", words)


def _asked(cell: Entry) -> str:
    """Return a question as it stands before its answer on one line: a question mark needs no colon."""
    return cell.item.text if cell.item.text.endswith("?") else f"{cell.item.text}:"


def _line(entry: Entry, label: str, answer: Answer) -> ReadLine:
    link_id = entry.item.link_id
    is_quote = link_id.endswith(".words") or link_id in _QUOTED
    return ReadLine(link_id, label, answer_in_words(entry.item, answer), is_quote=is_quote and isinstance(answer, str))

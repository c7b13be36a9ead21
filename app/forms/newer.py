"""Moving what was answered to another version of its form: kept, moved or put aside, and no word of it ever dropped.

An answer goes to the question of the same ``linkId`` where that can hold it with the same meaning. A choice may become
its words; words never become a choice, for that would be a guess. Whatever has no place stands in rows of a group of
our own, with its question's words and as it was, to the letter: so a move can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from app.domain.answers import (
    Answer,
    Answers,
    from_json,
    is_blank,
    link_id_of,
    row_answers,
    row_path,
    rows_of,
    text_of,
    to_json,
)
from app.domain.ids import RowId
from app.forms.definition import FormDefinition, Item
from app.forms.holding import held, in_words
from app.forms.session import FormSession
from app.said import one_after_another, said

EARLIER = "earlier"
"""The group of a draft in which stands what an earlier form asked; no form has it, and no record."""
CAME_FROM = "earlier.from"
"""The versions a draft came from, the last at the end."""
MOVED_AT = "earlier.at"
"""When a draft was moved last (ISO 8601)."""
_PATH, _VERSION, _ASKED, _SAID = "earlier.path", "earlier.version", "earlier.asked", "earlier.said"
_WAS, _BECAME = "earlier.was", "earlier.became"

_OTHER_PAGE = "It stands on another page: {page}."
_OTHER_QUESTION = "It is asked in other words: {question}"
_OTHER_WORDS = "The choice has other words: {words}."
_AS_WORDS = "The choice is kept as words."
_NOT_ASKED = "The newer form does not ask this at present."
_NO_PLACE = "The newer form has no place for it."


class Fate(StrEnum):
    """What becomes of an answer."""

    KEPT = "kept"
    MOVED = "moved"
    ORPHANED = "orphaned"


@dataclass(frozen=True)
class Line:
    """One answer in words, what becomes of it, and why where it does not stay as it is."""

    path: str
    asked: str
    said: str
    fate: Fate
    why: str = ""


@dataclass(frozen=True)
class Moved:
    """All answers as they stand in the other version, and what became of each that says something.

    ``asked_anew`` are the questions that only the other version has.
    """

    answers: dict[str, Answer]
    lines: tuple[Line, ...]
    asked_anew: tuple[str, ...]

    def of(self, fate: Fate) -> tuple[Line, ...]:
        """Return the lines with this fate."""
        return tuple(line for line in self.lines if line.fate is fate)


@dataclass(frozen=True)
class FromEarlier:
    """Words that an earlier form asked for, with its question."""

    asked: str
    said: str


def is_earlier(path: str) -> bool:
    """Say whether a path of a draft belongs to what an earlier form asked, and so to no record."""
    return path in {EARLIER, CAME_FROM, MOVED_AT} or path.startswith(f"{EARLIER}/")


def from_earlier(answers: Answers) -> tuple[FromEarlier, ...]:
    """Return what an earlier form asked and this one has no place for, in words."""
    rows = (row for row in row_answers(answers, EARLIER) if text_of(row, _SAID).strip())
    return tuple(FromEarlier(text_of(row, _ASKED), text_of(row, _SAID)) for row in rows)


def came_from(answers: Answers) -> str:
    """Return the version a draft was moved from last, or nothing."""
    versions = answers.get(CAME_FROM)
    return versions[-1] if isinstance(versions, tuple) and versions else ""


def moved(old: FormDefinition, new: FormDefinition, answers: Answers) -> Moved:
    """Return the answers of one version of a form as they stand in another; nothing is changed by asking."""
    move = _all_taken(old, new, answers)
    move.look_for_hidden()
    return move.done()


def _all_taken(old: FormDefinition, new: FormDefinition, answers: Answers) -> _Move:
    move = _Move(old, new, answers)
    for path, given in answers.items():
        if not is_earlier(path):
            move.take(path, given)
    return move


def moved_back(now: FormDefinition, to: FormDefinition, answers: Answers) -> Moved:
    """Return the answers as they stood in the version ``to`` before the last move, with what was written since.

    What was changed since the move stays changed; where the earlier version has no place for it, it is put aside.
    """
    restored, rows = _restored(to, answers)
    rest = {path: given for path, given in answers.items() if path not in restored and not _in_rows(path, rows)}
    rest[EARLIER] = tuple(row for row in rows_of(answers, EARLIER) if row not in rows)
    if not rest[EARLIER]:
        del rest[EARLIER]
    back = _all_taken(now, to, rest).done()
    return Moved({**back.answers, **restored}, back.lines, back.asked_anew)


def _in_rows(path: str, rows: Collection[str]) -> bool:
    group, _, rest = path.partition("/")
    return group == EARLIER and rest.partition("/")[0] in rows


def _restored(to: FormDefinition, answers: Answers) -> tuple[dict[str, Answer], set[str]]:
    """Return what goes back to where it was, and the rows it stood in: only where nothing was written since."""
    aside = {
        row: {link_id_of(path): answers[path] for path in answers if path.startswith(f"{EARLIER}/{row}/")}
        for row in rows_of(answers, EARLIER)
    }
    of_this = {row: cells for row, cells in aside.items() if text_of(cells, _VERSION) == to.version}
    still = {
        row: cells for row, cells in of_this.items() if answers.get(text_of(cells, _PATH)) == _read(cells, _BECAME)
    }
    back = {text_of(cells, _PATH): given for cells in still.values() if (given := _read(cells, _WAS)) is not None}
    stands = {path: given for path, given in back.items() if _row_stands(path, {**answers, **back})}
    return stands, {row for row, cells in still.items() if text_of(cells, _PATH) in stands}


def _row_stands(path: str, answers: Answers) -> bool:
    group, _, rest = path.partition("/")
    return not rest or rest.partition("/")[0] in rows_of(answers, group)


def _read(cells: Answers, link_id: str) -> Answer | None:
    written = text_of(cells, link_id)
    return from_json(json.loads(written)) if written else None


def _comes_back(was: Item | None, becomes: Item | None, given: Answer) -> bool:
    """Say whether an answer that stays letter for letter could be brought back by itself: a choice that became words
    of the same letters could not, for words never become a choice.
    """
    back = held(becomes, was, given) if was is not None and becomes is not None else None
    return back is not None and back.answer == given and not back.left


class _Move:
    """One move on its way: ``after`` is what stands in the newer version so far."""

    def __init__(self, old: FormDefinition, new: FormDefinition, before: Answers) -> None:
        self.old, self.new, self.before = old, new, before
        self.after: dict[str, Answer] = {path: given for path, given in before.items() if is_earlier(path)}
        self._lines: dict[str, Line] = {}

    def take(self, path: str, given: Answer) -> None:
        """Put one answer where it belongs, or aside."""
        was = self.old.item_at(path) if _stands_in(self.old, path) else None
        becomes = self.new.item_at(path) if _stands_in(self.new, path) else None
        fits = held(was, becomes, given) if was is not None and becomes is not None else None
        if fits is not None:
            self.after[path] = fits.answer
        if fits is None or fits.answer != given or fits.left or not _comes_back(was, becomes, given):
            self._put_aside(path, given, fits.left if fits is not None else in_words(was, given))
        if is_blank(given) or (was is not None and was.is_rows and isinstance(given, tuple)):
            return
        fate, why = (
            (Fate.ORPHANED, _NO_PLACE) if fits is None or fits.left else self._moved(was, becomes, given, fits.answer)
        )
        self._note(path, given, fate, why)

    def look_for_hidden(self) -> None:
        """Find what was asked before and is not at present: it stays in its place, and its words are put aside too."""
        earlier, later = FormSession(self.old, self.before), FormSession(self.new, self.after)
        for path, given in list(self.after.items()):
            if path not in self._lines or self._lines[path].fate is Fate.ORPHANED:
                continue
            if earlier.is_visible(path) and not later.is_visible(path):
                said = in_words(self.old.item_at(path), self.before[path])
                self._put_aside(path, self.before[path], said, given)
                self._note(path, self.before[path], Fate.ORPHANED, _NOT_ASKED)

    def done(self) -> Moved:
        """Return what came of it."""
        asked_anew = tuple(item.text for item in self.new if item.link_id not in self.old and not item.hidden)
        return Moved(self.after, tuple(self.lines()), asked_anew)

    def lines(self) -> Iterator[Line]:
        """Yield what became of each answer, in the order of the form they were given in."""
        order = {item.link_id: number for number, item in enumerate(self.old)}
        yield from sorted(self._lines.values(), key=lambda line: order.get(link_id_of(line.path), len(order)))

    def _note(self, path: str, given: Answer, fate: Fate, why: str) -> None:
        item = self.old.item_at(path) if _stands_in(self.old, path) else None
        self._lines[path] = Line(path, asked(self.old, self.before, path), in_words(item, given), fate, why)

    def _moved(self, was: Item | None, becomes: Item | None, given: Answer, answer: Answer) -> tuple[Fate, str]:
        if was is None or becomes is None:
            return Fate.ORPHANED, _NO_PLACE
        page, before = self.new.page_of(becomes.link_id), self.old.page_of(was.link_id)
        words, words_before = in_words(becomes, answer), in_words(was, given)
        whys = (
            _AS_WORDS if answer != given else "",
            said(_OTHER_WORDS, words=words) if words != words_before else "",
            said(_OTHER_QUESTION, question=becomes.text) if becomes.text != was.text else "",
            said(_OTHER_PAGE, page=page.title) if page.link_id != before.link_id else "",
        )
        why = one_after_another(whys)
        return (Fate.MOVED, why) if why else (Fate.KEPT, "")

    def _put_aside(self, path: str, given: Answer, said: str, became: Answer | None = None) -> None:
        """Put an answer in a row of its own as it was: ``said`` is what of it has no place, in words."""
        became = self.after.get(path) if became is None else became
        rows = rows_of(self.after, EARLIER)
        row = next(RowId(f"{self.old.version}-{n}") for n in count(1) if f"{self.old.version}-{n}" not in rows)
        cells: Mapping[str, str] = {
            _PATH: path,
            _VERSION: self.old.version,
            _ASKED: asked(self.old, self.before, path),
            _SAID: said,
            _WAS: json.dumps(to_json(given), ensure_ascii=False),
            _BECAME: "" if became is None else json.dumps(to_json(became), ensure_ascii=False),
        }
        self.after[EARLIER] = (*rows, row)
        self.after.update({row_path(EARLIER, row, link_id): words for link_id, words in cells.items() if words})


def _stands_in(form: FormDefinition, path: str) -> bool:
    """Say whether a form has a place for an answer at this very path."""
    group, _, rest = path.partition("/")
    link_id = link_id_of(path)
    if link_id not in form:
        return False
    return form.rows_around(link_id) == (group if rest else None)


def asked(form: FormDefinition, answers: Answers, path: str) -> str:
    """Return a question in words, with its page where there are several, and with which row it stands in."""
    link_id, (group, _, rest) = link_id_of(path), path.partition("/")
    if link_id not in form:
        return link_id
    about = form.page_of(link_id).title if len(form.pages) > 1 else ""
    if rest and group in form:
        rows = rows_of(answers, group)
        row = RowId(rest.partition("/")[0])
        about = f"{form.item(group).text} {rows.index(row) + 1}" if row in rows else form.item(group).text
    words = form.item(link_id).text
    return f"{about.rstrip('?:. ')}: {words}" if about and about != words else words
